{#
    On the first day of each quarter the model with the best score among those on offer, at its
    maker's list price, else the cheapest supported one. Scores as known on the day of the view.
#}
with

scores as (

    select * from {{ ref("int_dataset_scores") }}

    where source_dataset = 'epoch_benchmark_hub' and benchmark in ('gpqa_diamond', 'epoch_eci')

),

offers as (

    select * from {{ ref("int_offers_supported") }} where supported_from_date is not null

),

quarters as (

    select distinct period as observed_date from {{ ref("int_prices_index_panel") }}

),

ranked as (

    select
        scores.benchmark || '/' || scores.source_dataset as case_id,
        scores.benchmark,
        scores.model_id,
        offers.seller_id,
        offers.listing_id,
        scores.score,
        cast(offers.input_usd_per_mtok as double) as input_usd_per_mtok,
        cast(offers.output_usd_per_mtok as double) as output_usd_per_mtok,
        offers.blended_usd_per_mtok as price_usd_per_mtok,
        offers.is_first_party,
        quarters.observed_date,
        offers.offer_start_date as price_date,
        offers.fact_id as price_fact_id,
        scores.score_fact_id,
        {{ weakest_evidence(["offers.evidence_class", "scores.evidence_class"]) }}
            as evidence_class,
        row_number() over (
            partition by scores.benchmark, scores.source_dataset, quarters.observed_date
            order by
                scores.score desc,
                offers.is_first_party desc,
                offers.blended_usd_per_mtok,
                offers.release_date,
                offers.offer_id
        ) as preference

    from scores

    inner join offers on scores.model_id = offers.model_id

    inner join quarters
        on offers.supported_from_date <= quarters.observed_date
        and (offers.offer_end_date is null or offers.offer_end_date > quarters.observed_date)

)

select * from ranked where preference = 1
