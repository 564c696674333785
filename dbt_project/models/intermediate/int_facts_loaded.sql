{#
    How many facts of each table could be known on the day of the view, and how many have no known
    date; a fact without a known date is left out of a view of a past day.
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
    select
        '{{ table }}' as table_name,
        (select count(*) from {{ source("bundled", table) }} where known_from_date is null)
            as undated_count,
        (select count(*) from {{ ref("stg_bundled__" ~ table) }}) as known_count
    {{ "union all" if not loop.last }}
    {% endfor %}
)

select * from facts
