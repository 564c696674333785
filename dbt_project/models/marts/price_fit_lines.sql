with

lines as (

    select * from {{ ref("int_bar_fit_lines") }}

),

named as (

    select
        lines.case_id,
        bars.bar_id,
        bars.bar_name,
        bars.bar_label,
        lines.middle_usd as middle_usd_per_mtok,
        lines.low_usd as low_usd_per_mtok,
        lines.high_usd as high_usd_per_mtok,
        lines.line_date,
        'derived' as evidence_class

    from lines

    inner join {{ ref("capability_bars") }} as bars
        on split_part(lines.case_id, '/', 1) = bars.bar_id

)

select * from named
