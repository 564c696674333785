with

claims as (

    select * from {{ ref("claim_statements") }}

),

ordered as (

    select
        claim_id,
        text_id,
        topic,
        statement,
        unit,
        period_label,
        testable,
        data_needed,
        test_method,
        note,
        stated_low,
        stated_high

    from claims

)

select * from ordered
