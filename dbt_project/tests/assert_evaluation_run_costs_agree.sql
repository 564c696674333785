{#
    Cost of a run over its tasks is the cost of one task, to three per cent or the rounding of the
    source. A table of one suite mixed the two: most of its costs were those of one exercise.
#}
with

runs as (

    select
        run_id,
        item_count,
        cast(total_cost_usd as double) as total_cost_usd,
        cast(cost_usd_per_item as double) as cost_usd_per_item

    from {{ ref("evaluation_runs") }}

),

differences as (

    select
        run_id,
        abs(total_cost_usd - item_count * cost_usd_per_item) as difference_usd,
        total_cost_usd

    from runs

)

select * from differences

where difference_usd > 0.03 * total_cost_usd + 0.01
