"""What a task costs when tokens and price both change, and what the best model costs."""

from reports.charts.bars import ratio_bars
from reports.figures import Chart, ChartImage, Column, Fact, Number, Row, Table
from reports.memos.price_parts.queries import count_number, one_row, sources_of

PAIR_SOURCES = sources_of(
    "first_cost_fact_id", "second_cost_fact_id", "first_price_fact_id", "second_price_fact_id"
)
# The most telling pairs: the press pair of o1 and GPT-4o first, then of each suite the pair whose
# token ratio is furthest from one.
DATED = "-(20[0-9]{2}-?[0-9]{2}-?[0-9]{2}|[0-9]{8}|preview.*)"
RATIOS = f"""
    with pairs as (
        select *, row_number() over (partition by suite
            order by abs(ln(token_x)) desc, case_id) as place,
            suite = 'artificial_analysis_7_benchmarks' and second_model_id like 'o1-2%' as is_known
        from marts.token_and_task_costs
        where price_x > 0 and token_x > 0 and first_price_usd_per_mtok > 0
            and coalesce(first_success_share, 1) > 0.2 and coalesce(second_success_share, 1) > 0.2
    )
    select regexp_replace(second_model_id, '{DATED}', '') || ' / '
            || regexp_replace(first_model_id, '{DATED}', '') as series,
        replace(suite, '_', ' ') as detail,
        max(price_x) as price_ratio, max(token_x) as token_ratio, max(cost_x) as cost_ratio,
        max(evidence_class) as evidence_class, max(second_run_date) as as_of_date,
        {PAIR_SOURCES} as source_ids
    from pairs where is_known or (place = 1 and suite <> 'artificial_analysis_7_benchmarks'
        and suite in ('aider_polyglot', 'openhands_swe_bench', 'swe_bench_verified_bash_only',
            'openhands_gaia'))
    group by case_id, second_model_id, first_model_id, suite, is_known
    order by is_known desc, cost_ratio desc, series
"""


def draw_ratios(data: dict[str, list[Row]], name: str) -> ChartImage:
    """Price ratio, token ratio and cost ratio of pairs of models, 112 by 78 mm."""
    rows = [{**row, "series": str(row["series"]).replace("-2024-", " 2024-")}
            for row in data["ratios"]]  # fmt: skip
    return ratio_bars({"ratios": rows}, name, height=74.0, head_width=52.0,
                      title="Price ratio times token ratio is cost ratio, pairs of models",
                      foot="First named over second, log scale")  # fmt: skip


TASK_STEPS = """
    select case_id, replace(suite, '_', ' ') || ', ' || scaffold_family as suite,
        success_bar_share, min(step_date) as first_day,
        min_by(cost_usd_per_task, step_number) as first_cost,
        min_by(model_id, step_number) as first_model, max(step_date) as last_day,
        max_by(cost_usd_per_task, step_number) as last_cost,
        max_by(model_id, step_number) as last_model,
        min_by(cost_usd_per_task, step_number) / max_by(cost_usd_per_task, step_number) as fall_x,
        max(evidence_class) as evidence_class, (select string_agg(distinct source_id, ',' order by
            source_id) from marts.facts where fact_id in (select cost_fact_id
            from marts.task_cost_steps)) as source_ids
    from marts.task_cost_steps group by case_id, suite, scaffold_family, success_bar_share
    having count(*) > 1 order by suite, success_bar_share
"""
TASK_COLUMNS = [
    Column("suite", "Test and scaffold", width=46.0),
    Column("success_bar_share", "solved", "share", width=11.0),
    Column("first_day", "from", "date", group="First run that clears it", width=17.0),
    Column("first_cost", "USD/task", "usd_per_task", group="First run that clears it", width=14.0),
    Column("last_day", "from", "date", group="Cheapest so far", width=17.0),
    Column("last_cost", "USD/task", "usd_per_task", group="Cheapest so far", width=14.0),
    Column("last_model", "model", group="Cheapest so far", width=34.0),
    Column("fall_x", "times lower", "ratio"),
]  # fmt: skip
FLAGSHIPS = """
    select case_id || step_number as row_id, developer || ' ' || flagship_name as flagship,
        observed_date, input_usd_per_mtok, output_usd_per_mtok, price_usd_per_mtok,
        price_of_previous_x, coalesce(flag, 'first_of_the_line') as flag,
        evidence_class, (select string_agg(distinct source_id, ',' order by source_id)
            from marts.facts where fact_id in (select price_fact_id from marts.best_model_prices
            where basis = 'flagship' and developer = 'OpenAI')) as source_ids
    from marts.best_model_prices
    where basis = 'flagship' and developer = 'OpenAI' order by step_number
"""
FLAGSHIP_COLUMNS = [
    Column("flagship", "Flagship", width=46.0),
    Column("observed_date", "from", "date", width=26.0),
    Column("input_usd_per_mtok", "in", "usd_per_mtok", group="USD per Mtok", flag="flag",
           width=22.0),
    Column("output_usd_per_mtok", "out", "usd_per_mtok", group="USD per Mtok", flag="flag",
           width=22.0),
    Column("price_usd_per_mtok", "3:1", "usd_per_mtok", group="USD per Mtok", flag="flag",
           width=24.0),
    Column("price_of_previous_x", "times the one before", "ratio", flag="flag"),
]  # fmt: skip


def best_price(which: str) -> str:
    """Price of the best-scoring model at the first or the last quarter."""
    order = "asc" if which == "first" else "desc"
    return f"""select price_usd_per_mtok as value, observed_date as as_of_date,
        model_id as key, evidence_class, 1 as n, 'no_data' as flag,
        (select max(source_id) from marts.facts where fact_id = price_fact_id) as source_ids
        from marts.best_model_prices where basis = 'record' and benchmark = 'epoch_eci'
        and price_usd_per_mtok is not null order by observed_date {order} limit 1"""


PAIR = """select {column} as value, second_run_date as as_of_date, evidence_class,
    second_model_id || ' / ' || first_model_id as key, 2 as n, flag,
    (select string_agg(distinct source_id, ',' order by source_id) from marts.facts where fact_id in
        (first_cost_fact_id, second_cost_fact_id)) as source_ids
    from marts.token_and_task_costs where suite = 'artificial_analysis_7_benchmarks'
    and second_model_id like 'o1-2%'
    limit 1"""
FIGURES = [
    Chart("ratios", {"ratios": RATIOS}, draw_ratios, "M12", "token_and_task_costs", "ratio"),
    Table("tasks", "Cost of a task", TASK_STEPS, "case_id", TASK_COLUMNS, "M12",
          "task_cost_steps"),
    Table("flagships", "Flagships", FLAGSHIPS, "row_id", FLAGSHIP_COLUMNS, "M01",
          "best_model_prices"),
    Fact("flagship_rose_again", """select coalesce(max_by(price_usd_per_mtok, step_number)
         > min(price_usd_per_mtok) and min_by(price_usd_per_mtok, step_number)
         > min(price_usd_per_mtok), false) from marts.best_model_prices
         where basis = 'flagship' and developer = 'OpenAI'"""),
    Fact("tokens_outweigh_price", """select count(*) > 0 from marts.token_and_task_costs
         where price_x < 1 and token_x > 1 and cost_x > 1"""),
    Number("best_first", "Price of the best model, first quarter followed", "usd_per_mtok", "M01",
           "best_model_prices", one_row(best_price("first")), na="no data"),
    Number("best_last", "Price of the best model, last quarter", "usd_per_mtok", "M01",
           "best_model_prices", one_row(best_price("last")), na="no data"),
    *(Number(f"pair_{word}", f"o1 over GPT-4o, {words}", "ratio", "M12", "token_and_task_costs",
             one_row(PAIR.format(column=column)), na="no data")
      for word, words, column in (("price", "list price", "price_x"),
                                  ("tokens", "tokens", "token_x"),
                                  ("cost", "cost of one suite", "cost_x"))),
    *(Number(f"anthropic_{word}", f"Anthropic's flagship, {word} list price", "usd_per_mtok", "M01",
             "best_model_prices", one_row(f"""select price_usd_per_mtok as value, observed_date as
             as_of_date, flagship_name as key, evidence_class, 1 as n, 'no_data' as flag,
             (select max(source_id) from marts.facts where fact_id = price_fact_id) as source_ids
             from marts.best_model_prices where basis = 'flagship' and developer = 'Anthropic'
             and price_usd_per_mtok is not null order by step_number {order} limit 1"""),
             na="no data") for word, order in (("first", "asc"), ("last", "desc"))),
    Fact("has_anthropic", """select count(*) > 1 from marts.best_model_prices
         where basis = 'flagship' and developer = 'Anthropic'
             and price_usd_per_mtok is not null"""),
    *(Fact(f"best_{word}_name", f"""select coalesce((select model_id from marts.best_model_prices
           where basis = 'record' and benchmark = 'epoch_eci' and price_usd_per_mtok is not null
           order by observed_date {order} limit 1), 'no model')""")
      for word, order in (("first", "asc"), ("last", "desc"))),
    Fact("has_best", """select count(*) > 1 from marts.best_model_prices where basis = 'record'
         and benchmark = 'epoch_eci' and price_usd_per_mtok is not null"""),
    Fact("has_pair", "select count(*) > 0 from marts.token_and_task_costs where "
         "suite = 'artificial_analysis_7_benchmarks' and second_model_id like 'o1-2%'"),
    *(count_number(f"cheaper_{word}", label, "select count(*) as value, 'pairs' as key "
                   f"from marts.token_and_task_costs where price_x <> 1 and cost_x > 0 {more}",
                   "token_and_task_costs", "M12")
      for word, label, more in (
          ("pairs", "Pairs of runs whose models have different list prices", ""),
          ("tasks", "Of these, pairs where the model with the lower price also cost less",
           "and (price_x < 1) = (cost_x < 1)"))),
    Fact("has_cheaper_pairs", "select count(*) > 0 from marts.token_and_task_costs "
         "where price_x <> 1 and cost_x > 0"),
    Fact("cheaper_mostly", "select coalesce(avg(case when (price_x < 1) = (cost_x < 1) then 1.0 "
         "else 0.0 end) > 0.5, false) from marts.token_and_task_costs "
         "where price_x <> 1 and cost_x > 0"),
    Fact("has_tasks", "select count(*) > 0 from marts.task_cost_steps where step_number > 1"),
]  # fmt: skip
