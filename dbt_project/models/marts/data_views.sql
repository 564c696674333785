{# The view that this database is: its day, and what of the facts it leaves out. #}
with

facts as (

    select * from {{ ref("int_facts_loaded") }}

),

views as (

    select
        {{ as_of_date() }} as view_date,
        {{ "true" if var("is_as_of_view") else "false" }} as is_as_of_view,
        table_name,
        cast(loaded_count as bigint) as loaded_count,
        cast(known_count as bigint) as known_count,
        cast(undated_count as bigint) as undated_count,
        cast(loaded_count - known_count as bigint) as left_out_count

    from facts

)

select * from views
