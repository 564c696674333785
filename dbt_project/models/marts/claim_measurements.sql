{#
    Every test of every claim with its verdict (M37). A topic is a mart `claim_tests_<topic>`; a new
    one is one more word here. Claims without a test stand here once, with what is missing.
#}
{%- set topics = ["flagships", "model_sizes", "price_paths", "price_rates", "published_rates"] -%}
with

claims as (

    select * from {{ ref("claims") }}

),

gaps as (

    select * from {{ ref("claim_gaps") }}

),

tests as (

    {% for topic in topics -%}
    select claim_id, part, unit, stated_low, stated_high, measured, interval_low, interval_high, n,
        minimum_count, is_deciding, weakest_evidence, mart, mart_key
    from {{ ref("claim_tests_" ~ topic) }}
    {{ "union all" if not loop.last }}
    {% endfor %}

),

framed as (

    select
        claims.claim_id || '/' || coalesce(tests.part, 'none') as case_id,
        claims.claim_id,
        coalesce(tests.part, 'none') as part,
        coalesce(tests.unit, claims.unit) as unit,
        {% for end in ["stated_low", "stated_high"] -%}
        case when coalesce(tests.stated_low, tests.stated_high) is null then claims.{{ end }}
            else tests.{{ end }} end as {{ end }},
        {% endfor -%}
        tests.measured, tests.interval_low, tests.interval_high,
        tests.n as observations_count, tests.minimum_count as minimum_observations,
        {{ assumption("claim_tolerance") }} as tolerance,
        claims.testable,
        coalesce(tests.is_deciding, true) as is_deciding,
        tests.weakest_evidence, tests.mart, tests.mart_key

    from claims

    left join tests on claims.claim_id = tests.claim_id

),

verdicts as (

    {{ claim_verdict("framed") | indent(4) }}

),

judged as (

    select
        framed.case_id, framed.claim_id, framed.part, framed.testable, framed.unit,
        framed.stated_low, framed.stated_high, verdicts.tested_low, verdicts.tested_high,
        framed.measured, framed.interval_low, framed.interval_high,
        framed.observations_count as n, framed.minimum_observations as minimum_count, verdict,
        case when verdicts.reason = 'no_measurement'
            then coalesce(gaps.gap_reason, 'not_measured_yet') else verdicts.reason end as reason,
        framed.is_deciding, framed.weakest_evidence, framed.mart, framed.mart_key

    from framed

    inner join verdicts on framed.case_id = verdicts.case_id

    left join gaps on framed.claim_id = gaps.claim_id

)

select * from judged
