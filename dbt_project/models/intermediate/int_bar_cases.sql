{#
    Cases of M02: each bar under each choice. The last day on which silence means that nothing new
    was cheaper is the earlier of the last price and the last snapshot of the scores: after it a
    missing low may be a missing score.
#}
with

bars as (

    select * from {{ ref("capability_bars") }}

),

rules as (

    select * from {{ ref("int_price_rules") }}

),

datasets as (

    select
        bar_datasets.bar_id,
        max(least(scores.source_snapshot_date, {{ as_of_date() }})) as last_score_date

    from {{ ref("bar_datasets") }} as bar_datasets

    inner join {{ ref("stg_bundled__model_scores") }} as scores
        on bar_datasets.source_dataset = scores.source_dataset
        and scores.source_snapshot_date is not null

    group by bar_datasets.bar_id

),

prices as (

    select max(offer_start_date) as last_price_date from {{ ref("int_offers_supported") }}

),

cases as (

    select
        bars.bar_id || '/' || rules.choice_id as case_id,
        bars.bar_id,
        rules.choice_id,
        rules.price_rule_number,
        rules.is_as_known,
        bars.bar as bar_score,
        cast(null as double) as below_score,
        rules.mode,
        datasets.last_score_date,
        prices.last_price_date,
        least(datasets.last_score_date, prices.last_price_date) as as_of_date

    from bars

    cross join rules

    cross join prices

    left join datasets on bars.bar_id = datasets.bar_id

)

select * from cases
