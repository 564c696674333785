"""One market, several paces: what the quoted figures measure; and scores as known at the time."""

from reports.charts.bars import range_dots
from reports.charts.paths import step_curves
from reports.figures import Chart, ChartImage, Fact, Row
from reports.memos.price_parts.front import LAST_DAY
from reports.memos.price_parts.queries import ALL_SOURCES, GPT_3_5, GPT_4, O1

PACES = f"""
    with ends as (
        select bar_id, min_by(price_usd_per_mtok, step_number) as first_usd,
            max_by(price_usd_per_mtok, step_number) as last_usd,
            date_diff('day', min(step_date), max(step_date)) / 365.25 as years
        from marts.capability_price_steps where choice_id = 'base' and bar_id = '{GPT_3_5}'
            and step_date <= date '2024-10-31' group by bar_id having count(*) > 1
    ),
    paces as (
        select 1 as place, 'Fixed bar, end points' as series,
            'GPT-3.5 level to October 2024, as the AI Index' as detail,
            power(first_usd / last_usd, 1 / years) as value, null as low, null as high, 2 as n
        from ends where years > 0
        union all
        select 2, 'Fixed bar, fit to new lows', 'median of bars to quote',
            median(steps_fold_per_year), min(steps_fold_per_year), max(steps_fold_per_year),
            count(*) from marts.bar_summaries where is_quotable
        union all
        select 3, 'Fixed bar, idle months counted', 'median of bars to quote',
            median(months_fold_per_year), min(months_fold_per_year), max(months_fold_per_year),
            count(*) from marts.bar_summaries where is_quotable
        union all
        select 4, 'Task at a fixed success rate', 'median over tests followed for a year',
            median(pace), min(pace), max(pace), count(*) from (
                select power(min_by(cost_usd_per_task, step_number)
                    / max_by(cost_usd_per_task, step_number), 365.25 / date_diff('day',
                    min(step_date), max(step_date))) as pace
                from marts.task_cost_steps group by case_id
                having date_diff('day', min(step_date), max(step_date)) >= 365)
        union all
        select 5, 'Equal quality', 'hedonic index, time dummy',
            power(min_by(price_index, period_date) / max_by(price_index, period_date), 365.25
                / nullif(date_diff('day', min(period_date), max(period_date)), 0)), null, null,
            max_by(items_count, period_date) from marts.price_indices
            where index_id = 'hedonic_time_dummy_all_quarters' and price_index is not null
        union all
        select 6, 'One and the same offer', 'matched index, Jevons',
            power(min_by(price_index, period_date) / max_by(price_index, period_date), 365.25
                / nullif(date_diff('day', min(period_date), max(period_date)), 0)), null, null,
            max_by(items_count, period_date) from marts.price_indices
            where index_id = 'matched_jevons' and price_index is not null
        union all
        select 7, 'Successive flagships', 'OpenAI, list price',
            power(min_by(price_usd_per_mtok, step_number) / max_by(price_usd_per_mtok, step_number),
                365.25 / nullif(date_diff('day', min(observed_date), max(observed_date)), 0)),
            null, null, count(*) from marts.best_model_prices
            where basis = 'flagship' and developer = 'OpenAI' and price_usd_per_mtok is not null
        union all
        select 8, 'Best model of the day', 'by ECI, list price',
            power(min_by(price_usd_per_mtok, observed_date) / max_by(price_usd_per_mtok,
                observed_date), 365.25 / nullif(date_diff('day', min(observed_date),
                max(observed_date)), 0)), null, null, count(*) from marts.best_model_prices
            where basis = 'record' and benchmark = 'epoch_eci' and price_usd_per_mtok is not null
    )
    select *, case place when 4 then 'no_record_of_a_year' else 'no_data' end as flag,
        {ALL_SOURCES} as source_ids, 'derived' as evidence_class
    from paces order by place
"""


def draw_paces(data: dict[str, list[Row]], name: str) -> ChartImage:
    """Fold a year by what is followed, 112 by 78 mm."""
    return range_dots(
        {"rows": data["rows"]}, name, title="Fold a year by what is followed", height=76.0,
        head_width=54.0, interval_kind="range of bars or tests",
        foot="Fold a year, log scale; below one: dearer",
    )  # fmt: skip


KNOWN = f"""
    select case when bar_id = '{GPT_4}' then 'GPT-4 level' else 'o1 level' end
            || case when choice_id = 'base' then ', scores as now' else ', as known then' end
            as series,
        steps.bar_label as detail, steps.step_date as from_date,
        steps.price_usd_per_mtok as value, steps.is_left_censored as hollow,
        not steps.is_left_censored as marks, summaries.source_ids, steps.evidence_class
    from marts.capability_price_steps as steps
    inner join marts.bar_summaries as summaries using (bar_id)
    where bar_id in ('{GPT_4}', '{O1}') and choice_id in ('base', 'as_known')
    order by bar_id, choice_id desc, step_number
"""


def draw_known(data: dict[str, list[Row]], name: str) -> ChartImage:
    """Two bars with scores as known now and as known then, 112 by 60 mm."""
    return step_curves(
        {"steps": data["steps"]}, name, title="Cheapest price by when scores were known",
        unit="usd_per_mtok", end=data["end"][0]["end_date"], height=60.0, label_width=36.0,
        prefix="$",
    )  # fmt: skip


FIGURES = [
    Chart("paces", {"rows": PACES}, draw_paces, "M03 M04 M06 M07 M12", "bar_summaries",
          "fold_per_year"),
    Chart("as_known", {"steps": KNOWN, "end": LAST_DAY}, draw_known, "M02",
          "capability_price_steps", "usd_per_mtok"),
    Fact("known_later_is_dearer", f"""select count(*) > 0 from marts.capability_price_steps
         as later inner join marts.bar_summaries as bars using (bar_id)
         where later.choice_id = 'as_known' and later.bar_id = '{GPT_4}' and later.step_number = 1
         and later.step_date > bars.first_step_date"""),
]  # fmt: skip
