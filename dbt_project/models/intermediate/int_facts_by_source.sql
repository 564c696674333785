{# How many facts each source gives to each table, known on the day of the view. #}
with

facts as (

    select * from {{ ref("int_facts") }}

),

by_table as (

    select
        source_id,
        table_name,
        count(*) as facts_count,
        max(known_from_date) as newest_known_date

    from facts

    group by source_id, table_name

),

by_source as (

    select
        source_id,
        {{ dbt.listagg("table_name", "', '", "order by table_name") }} as tables,
        cast(sum(facts_count) as bigint) as facts_count,
        max(newest_known_date) as newest_known_date

    from by_table

    group by source_id

)

select * from by_source
