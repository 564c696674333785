{# Ways to make one price of an offer, as the choices ask for them: weights, and need of support. #}
with

choices as (

    select * from {{ ref("envelope_choice_rules") }}

),

rules as (

    select
        choice_id,
        mode,
        is_as_known,
        is_support_required,
        coalesce(input_weight, {{ assumption("blend_weight_input") }}) as input_weight,
        coalesce(output_weight, {{ assumption("blend_weight_output") }}) as output_weight

    from choices

),

numbered as (

    select
        *,
        dense_rank() over (order by mode, is_support_required, input_weight, output_weight)
            as price_rule_number

    from rules

)

select * from numbered
