{#
    The view that this database is: its day, and how many facts are known. Facts that became known
    later are not counted: a later fact must not change what an earlier day's view says.
#}
with

facts as (

    select * from {{ ref("int_facts_loaded") }}

),

views as (

    select
        {{ as_of_date() }} as view_date,
        {{ "true" if var("is_as_of_view") else "false" }} as is_as_of_view,
        table_name,
        cast(known_count as bigint) as known_count,
        cast(undated_count as bigint) as undated_count

    from facts

)

select * from views
