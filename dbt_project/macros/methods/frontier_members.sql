{# The models with their place on the frontier. #}
{% macro frontier_members() -%}
frontier_twins as (

    select
        frontier_flags.*,
        frontier_points.case_id is not null as is_on_frontier,
        row_number() over (
            partition by frontier_flags.case_id, frontier_points.price_usd is null
            order by frontier_flags.price_usd, frontier_flags.model_id
        ) as place,
        row_number() over (
            partition by frontier_flags.case_id, frontier_flags.price_usd, frontier_flags.score
            order by frontier_flags.model_id
        ) as twin_number,
        frontier_points.log10_price_per_point

    from frontier_flags

    left join frontier_points
        on frontier_flags.case_id = frontier_points.case_id
        and frontier_flags.price_usd = frontier_points.price_usd
        and frontier_flags.score = frontier_points.top_score

),

frontier_members as (

    select
        case_id,
        model_id,
        case when is_on_frontier then place end as frontier_number,
        price_usd,
        score,
        case when flag is null then score / price_usd end as score_per_dollar,
        case when twin_number = 1 then log10_price_per_point end as log10_price_per_point,
        is_on_frontier,
        flag

    from frontier_twins

)
{%- endmacro %}
