{#
    M37. A claim of several statements holds if all of them do: the worst of its deciding tests
    speaks for it.
#}
with

measurements as (

    select * from {{ ref("claim_measurements") }} where is_deciding

),

ranked as (

    select
        case_id,
        claim_id,
        part,
        case verdict
            when 'contradicted' then 1 when 'insufficient_data' then 2 when 'inconclusive' then 3
            when 'supported_weakly' then 4 when 'supported' then 5 else 6
        end as severity_rank

    from measurements

),

ordered as (

    select
        case_id,
        row_number() over (partition by claim_id order by severity_rank, part) as preference,
        count(*) over (partition by claim_id) as parts_count

    from ranked

),

decided as (

    select
        measurements.claim_id,
        measurements.part,
        measurements.testable,
        measurements.unit,
        measurements.stated_low,
        measurements.stated_high,
        measurements.measured,
        measurements.interval_low,
        measurements.interval_high,
        measurements.n,
        cast(ordered.parts_count as integer) as parts_count,
        measurements.verdict,
        measurements.reason,
        measurements.weakest_evidence,
        measurements.mart,
        measurements.mart_key

    from measurements

    inner join ordered on measurements.case_id = ordered.case_id

    where ordered.preference = 1

)

select * from decided
