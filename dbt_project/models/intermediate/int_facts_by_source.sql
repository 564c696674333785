{#
    How many facts each source gives to each table, known on the day of the view. The tables are
    those of the staging folder; the loop writes one branch a table.
#}
{%- set tables = [
    "accelerator_rents", "accelerators", "agent_baselines", "agent_runs", "ai_deals",
    "ai_index_indicators", "arena_scores", "capex_guidance", "company_quarters",
    "company_values", "depreciation_policies", "evaluation_runs", "lab_financials",
    "lease_commitments", "llm_prices", "market_shares", "market_statements",
    "model_architectures", "model_reasoning_modes", "model_scores",
    "model_training_runs", "open_closed_gaps", "production_day_facts",
    "published_price_declines", "published_price_points", "routing_studies",
    "task_profiles", "technology_prices", "throughput_measurements", "token_volumes",
    "usage_shares", "wages",
] -%}
with

facts as (

    {% for table in tables -%}
    select source_id, '{{ table }}' as table_name, known_from_date
    from {{ ref("stg_bundled__" ~ table) }}
    {{ "union all" if not loop.last }}
    {% endfor %}
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
