{#
    S2-11: Epoch's fit at GPT-4 level of science questions, computed again; our own path at that bar
    stands beside it. S2-12: its slowest and its fastest fit, each with the interval of that fit.
#}
with

refits as (

    select
        case_id, benchmark, bar_score, points_count, evidence_class,
        fold_per_year, low_fold_per_year, high_fold_per_year,
        row_number() over (order by fold_per_year, case_id) as from_lowest,
        row_number() over (order by fold_per_year desc, case_id) as from_highest
    from {{ ref("price_decline_replications") }}
    where fold_per_year is not null

),

own_fits as (

    select * from {{ ref("price_declines") }}

    where case_id = 'gpqa_diamond_0.33_trends/base' and estimator = 'steps'

),

claims as (

    select * from {{ ref("claims") }} where claim_id = 'S2-12'

),

tests as (

    select 'S2-11' as claim_id, 'published_fit' as part, cast(null as double) as stated,
        fold_per_year, low_fold_per_year, high_fold_per_year, points_count, true as is_deciding,
        evidence_class, 'price_decline_replications' as mart, case_id as mart_key
    from refits
    where benchmark like 'gpqa%' and bar_score = 33

    union all

    select 'S2-11', 'own_path', null, fold_per_year, low_fold_per_year, high_fold_per_year,
        points_count, false, evidence_class, 'price_declines', fit_id
    from own_fits

    union all

    select 'S2-12', 'slowest_fit', claims.stated_low, fold_per_year, low_fold_per_year,
        high_fold_per_year, points_count, true, evidence_class,
        'price_decline_replications', case_id
    from refits
    cross join claims
    where from_lowest = 1

    union all

    select 'S2-12', 'fastest_fit', claims.stated_high, fold_per_year, low_fold_per_year,
        high_fold_per_year, points_count, true, evidence_class,
        'price_decline_replications', case_id
    from refits
    cross join claims
    where from_highest = 1

),

complete as (

    select
        claim_id, part, 'x per year' as unit, stated as stated_low, stated as stated_high,
        fold_per_year as measured, low_fold_per_year as interval_low,
        high_fold_per_year as interval_high, cast(points_count as integer) as n,
        cast({{ assumption("min_lows_quoted") }} as integer) as minimum_count, is_deciding,
        {{ weakest_evidence(["evidence_class"]) }} as weakest_evidence, mart, mart_key

    from tests

)

select * from complete
