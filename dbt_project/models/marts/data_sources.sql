with

sources as (

    select * from {{ ref("source_register") }}

),

facts as (

    select * from {{ ref("int_facts_by_source") }}

),

counted as (

    select
        sources.source_id,
        sources.source_name,
        sources.publisher,
        sources.source_url,
        sources.licence,
        sources.attribution,
        coalesce(facts.tables, '') as tables,
        coalesce(facts.facts_count, 0) as facts_count,
        sources.is_redistributable,
        facts.newest_known_date

    from sources

    left join facts on sources.source_id = facts.source_id

)

select * from counted
