{# Sources of the prices and scores that the steps of each bar rest on, as text with commas. #}
with

steps as (

    select * from {{ ref("int_bar_steps") }} where choice_id = 'base'

),

offers as (

    select offer_id, source_id from {{ ref("int_offers_supported") }}

),

scores as (

    select fact_id, source_id from {{ ref("stg_bundled__model_scores") }}

),

named as (

    select steps.bar_id, offers.source_id

    from steps

    inner join offers on steps.offer_id = offers.offer_id

    union

    select steps.bar_id, scores.source_id

    from steps

    inner join scores on steps.score_fact_id = scores.fact_id

),

joined as (

    select
        bar_id,
        {{ dbt.listagg("source_id", "','", "order by source_id") }} as source_ids

    from named

    group by bar_id

)

select * from joined
