with

exclusions as (

    select * from {{ ref("licence_exclusion_counts") }}

)

select * from exclusions
