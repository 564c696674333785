{#
    Inputs of M09: every scored model with its cheapest supported offer on the last day on which a
    price changed, at the latest the day of the view. Models without an offer stay, without price.
#}
with

scores as (

    select * from {{ ref("int_dataset_scores") }}

),

offers as (

    select * from {{ ref("int_offers_supported") }} where supported_from_date is not null

),

price_days as (

    select max(offer_start_date) as price_day_date from offers

),

ranked_offers as (

    select
        offers.model_id,
        offers.seller_id,
        offers.blended_usd_per_mtok,
        offers.fact_id,
        offers.evidence_class,
        row_number() over (
            partition by offers.model_id order by offers.blended_usd_per_mtok, offers.offer_id
        ) as preference

    from offers

    cross join price_days

    where
        offers.supported_from_date <= price_days.price_day_date
        and (offers.offer_end_date is null or offers.offer_end_date > price_days.price_day_date)

),

priced as (

    select
        scores.benchmark || '/' || scores.source_dataset as case_id,
        scores.benchmark,
        scores.source_dataset,
        scores.model_id,
        cheapest.seller_id,
        scores.score_unit,
        cheapest.blended_usd_per_mtok as price_usd,
        scores.score,
        price_days.price_day_date,
        cheapest.fact_id as price_fact_id,
        scores.score_fact_id,
        {{ weakest_evidence(["cheapest.evidence_class", "scores.evidence_class"]) }}
            as evidence_class

    from scores

    cross join price_days

    left join ranked_offers as cheapest
        on scores.model_id = cheapest.model_id and cheapest.preference = 1

)

select * from priced
