"""Claims tested, scenarios, what was left out, assumptions: the closing pages."""

from reports.figures import Column, Fact, Number, Table
from reports.memos.price_parts.queries import ALL_SOURCES, GPT_4, O1, count_number, one_row

TESTED = (
    "measured is not null and is_deciding and verdict <> 'insufficient_data' "
    "and claim_id between 'S2-07' and 'S2-14'"
)
CLAIM_ROWS = f"""
    select parts.case_id, parts.claim_id as claim, claims.statement,
        replace(parts.part, '_', ' ') || case when parts.is_deciding then '' else ' (beside it)' end
            as part,
        parts.tested_low, parts.tested_high, parts.measured, parts.interval_low,
        parts.interval_high, parts.n, parts.unit,
        replace(parts.verdict, '_', ' ') as verdict, 'no_interval' as flag,
        coalesce(parts.weakest_evidence, 'derived') as evidence_class,
        case parts.mart when 'price_decline_replications' then 'epoch_price_trends'
            when 'technology_declines' then {ALL_SOURCES} || ',our_world_in_data'
            when 'training_intensities' then 'epoch_notable_ai_models'
            else {ALL_SOURCES} end as source_ids
    from marts.claim_measurements as parts
    inner join marts.claims as claims using (claim_id)
    where parts.measured is not null
        and (claim_id between 'S2-07' and 'S2-14' or claim_id in ('S1-18', 'S2-18', 'S2-19'))
    order by case parts.verdict when 'contradicted' then 1 when 'inconclusive' then 2
        when 'insufficient_data' then 3 when 'supported_weakly' then 4 else 5 end, claim_id,
        parts.is_deciding desc, parts.part
"""
CLAIM_COLUMNS = [
    Column("claim", "Claim", width=11.0),
    Column("statement", "Words of the text", width=50.0),
    Column("part", "Tested", width=27.0),
    Column("stated", "taken as stated", "varies", low="tested_low", high="tested_high", na="none",
           method="text", mart="claims", width=19.0),
    Column("measured", "measured", "varies", flag="flag", low="interval_low", high="interval_high",
           n="n", method="M37", width=12.0),
    Column("span", "interval", "varies", flag="flag", low="interval_low", high="interval_high",
           method="M37", width=18.0),
    Column("unit", "unit", width=12.0),
    Column("n", "n", "count", na="none", width=5.0),
    Column("verdict", "Verdict"),
]  # fmt: skip
REPLICATION_ROWS = """
    select case_id, benchmark || ', ' || threshold_model_name as fit, points_count, span_years,
        published_fold_per_year, fold_per_year, low_fold_per_year, high_fold_per_year,
        'no_ci' as flag, evidence_class, 'epoch_price_trends' as source_ids
    from marts.price_decline_replications order by span_years desc, case_id
"""
REPLICATION_COLUMNS = [
    Column("fit", "Test and former best model", width=70.0),
    Column("points_count", "lows", "count", width=14.0),
    Column("span_years", "years", "years", width=16.0),
    Column("published_fold_per_year", "published", "fold_per_year", group="Fold a year",
           width=22.0),
    Column("fold_per_year", "ours", "fold_per_year", group="Fold a year", width=14.0,
           low="low_fold_per_year", high="high_fold_per_year", n="points_count", flag="flag",
           interval_kind="90% t interval"),
    Column("span", "90% interval", "fold_per_year", group="Fold a year", low="low_fold_per_year",
           high="high_fold_per_year", flag="flag"),
]  # fmt: skip


def replication(name: str, label: str, order: str, value: str = "fold_per_year") -> Number:
    """One of the replicated fits, picked by an order."""
    return Number(name, label, "fold_per_year", "M03", "price_decline_replications", one_row(f"""
        select {value} as value, low_fold_per_year as low, high_fold_per_year as high,
            '90% t interval' as interval_kind, points_count as n, case_id as key, evidence_class,
            'no_data' as flag, 'epoch_price_trends' as source_ids
        from marts.price_decline_replications where {order} limit 1"""), na="no data")  # fmt: skip


SCENARIO_ROWS = f"""
    select scenarios.scenario_id, case scenario_id when 'record' then 'Pace of the whole record'
        when 'last_year' then 'Pace of the last full year' else 'No further fall' end as scenario,
        probability_share, fold_per_year,
        case when bars_count > 0 then bars_count end as bars_count,
        max(case when bar_id = '{GPT_4}' then price_in_a_year_usd_per_mtok end) as gpt4,
        max(case when bar_id = '{O1}' then price_in_a_year_usd_per_mtok end) as o1,
        'no_data' as flag, 'scenario' as evidence_class, {ALL_SOURCES} as source_ids
    from marts.price_scenarios as scenarios
    group by scenario_id, scenario_number, probability_share, fold_per_year, bars_count
    order by scenario_number
"""
SCENARIO_COLUMNS = [
    Column("scenario", "Scenario", width=46.0),
    Column("probability_share", "probability", "share", width=18.0),
    Column("fold_per_year", "fold a year", "fold_per_year", flag="flag", width=18.0),
    Column("bars_count", "bars behind it", "count", na="by definition", width=24.0),
    Column("gpt4", "GPT-4 level", "usd_per_mtok", group="USD per Mtok in a year", flag="flag",
           width=24.0),
    Column("o1", "o1 level", "usd_per_mtok", group="USD per Mtok in a year", flag="flag"),
]  # fmt: skip
QUARANTINE_ROWS = """
    select reason, case reason
        when 'suspect_units' then 'Units off by powers of ten in the feed'
        when 'suspect_char_unit' then 'Price a character in a field for price a token'
        when 'zero_or_free' then 'Price of zero: unknown or free'
        when 'stale_or_wrong' then 'Stale or wrong, corrected by the publisher later'
        when 'short_lived' then 'Corrected within days'
        when 'missing_input' then 'One of the two prices is missing'
        when 'suspect_10x_high' then 'Ten times the price of before and after'
        when 'suspect_output_lt_input' then 'Output cheaper than input'
        when 'excluded_seller' then 'Seller with placeholder prices'
        when 'contradicted_floating_name' then 'Floating name against the dated name of one seller'
        when 'jump_against_history' then 'Tenfold jump against its own history'
        when 'jump_against_peers' then 'Tenfold away from other sellers of the model'
        when 'curated_plan_price' then 'Price of a monthly plan'
        else replace(reason, '_', ' ') end as words,
        case reason_kind when 'flag' then 'the collection' else 'this project' end as found_by,
        count(*) as rows_count, 'derived' as evidence_class,
        'this_project' as source_ids
    from marts.quarantined_rows group by reason, reason_kind order by rows_count desc, reason
"""
QUARANTINE_COLUMNS = [
    Column("words", "Prices kept out of every metric", width=62.0),
    Column("found_by", "Found by", width=22.0),
    Column("rows_count", "rows", "count"),
]
EXCLUSION_ROWS = """
    select table_name, replace(table_name, '_', ' ') as name, collected_count, kept_count,
        left_out_count, 'derived' as evidence_class, 'this_project' as source_ids
    from marts.licence_exclusions order by left_out_count desc
"""
EXCLUSION_COLUMNS = [
    Column("name", "Table", width=38.0),
    Column("collected_count", "collected", "count", width=15.0),
    Column("left_out_count", "left out", "count"),
]
ASSUMPTION_ROWS = """
    select key, key as name, value, low, high, unit, note, evidence_class, 'no_bounds' as flag,
        'this_project' as source_ids
    from marts.assumptions where key in ('blend_weight_input', 'blend_weight_output',
        'support_factor', 'jump_factor', 'conflict_tolerance', 'min_lows_quoted',
        'min_span_quoted', 'min_window_years', 'trend_ci', 'mcq_chance', 'claim_tolerance',
        'days_per_year', 'probability_pace_of_record', 'probability_pace_of_last_year')
    order by key
"""
ASSUMPTION_COLUMNS = [
    Column("name", "Key", width=46.0),
    Column("value", "value", "varies", decimals=2, width=14.0),
    Column("span", "bounds", "varies", low="low", high="high", flag="flag", decimals=2, width=24.0),
    Column("note", "Why"),
]
SUPPORT = f"""
    with pairs as (
        select
            (select price_usd_per_mtok from marts.capability_price_steps where bar_id = '{GPT_4}'
                and choice_id = 'any_offer' order by step_number desc limit 1) as anywhere,
            (select lowest_usd_per_mtok from marts.bar_summaries where bar_id = '{GPT_4}') as base
    )
    select base / anywhere as value, '{GPT_4}/any_offer' as key, 'no_data' as flag,
        {ALL_SOURCES} as source_ids from pairs
"""
FIGURES = [
    Table("claims", "Claims tested", CLAIM_ROWS, "case_id", CLAIM_COLUMNS, "M37",
          "claim_measurements"),
    Table("replications", "Published fits", REPLICATION_ROWS, "case_id", REPLICATION_COLUMNS,
          "M02 M03", "price_decline_replications"),
    Table("scenarios", "Scenarios", SCENARIO_ROWS, "scenario_id", SCENARIO_COLUMNS, "M04",
          "price_scenarios"),
    Table("quarantine", "Left out", QUARANTINE_ROWS, "reason", QUARANTINE_COLUMNS, "count",
          "quarantined_rows"),
    Table("exclusions", "Licences", EXCLUSION_ROWS, "table_name", EXCLUSION_COLUMNS, "count",
          "licence_exclusions"),
    Table("assumptions", "Assumptions", ASSUMPTION_ROWS, "key", ASSUMPTION_COLUMNS, "input",
          "assumptions"),
    replication("top_fit", "Fastest of the published fits, computed again",
                "true order by fold_per_year desc"),
    replication("low_fit", "Slowest of the published fits, computed again",
                "true order by fold_per_year"),
    Number("median_fit", "Median of the published fits, computed again", "fold_per_year", "M03",
           "price_decline_replications", """select median(fold_per_year) as value,
           count(*) as n, 'all' as key, 'no_data' as flag, 'epoch_price_trends' as source_ids
           from marts.price_decline_replications"""),
    count_number("fits_agreeing", "Published fits that our code gives again",
                 "select count(*) as value, 'all' as key from marts.price_decline_replications "
                 "where abs(ours_over_published_x - 1) < 1e-6",
                 "price_decline_replications", "M03"),
    Number("support_x", "How much lower the floor would be without the rule on support, GPT-4 bar",
           "ratio", "M02", "capability_price_steps", SUPPORT),
    count_number("quarantined", "Prices kept out of every metric",
                 "select count(*) as value, 'all' as key from marts.quarantined_rows",
                 "quarantined_rows", "count"),
    count_number("prices_all", "Prices loaded", "select count(distinct fact_id) as value, "
                 "'all' as key from marts.model_prices", "model_prices", "count"),
    count_number("announced", "Prices that begin after this memo", "select count(*) as value, "
                 "'announced' as key from marts.model_prices where valid_from_date > "
                 "(select max(view_date) from marts.data_views)", "model_prices", "count"),
    count_number("conflicts", "Disagreements on one price",
                 "select count(*) as value, 'all' as key from marts.price_conflicts",
                 "price_conflicts", "count"),
    count_number("licence_rows", "Rows collected that may not be passed on",
                 "select sum(left_out_count) as value, 'all' as key from marts.licence_exclusions",
                 "licence_exclusions", "count"),
    count_number("undated_facts", "Facts without a known date",
                 "select sum(undated_count) as value, 'all' as key from marts.data_views",
                 "data_views", "count"),
    Fact("has_fits", "select count(*) > 0 from marts.price_decline_replications"),
    Fact("has_parts", f"select count(*) > 0 from marts.claim_measurements where {TESTED}"),
    Fact("contradicted", f"select count(*) from marts.claim_measurements where {TESTED} "
         "and verdict = 'contradicted'"),
    count_number("parts_tested", "Statements about prices that could be tested",
                 f"select count(*) as value, 'tested' as key from marts.claim_measurements "
                 f"where {TESTED}", "claim_measurements", "M37"),
    count_number("parts_contradicted", "Of these, contradicted",
                 f"select count(*) as value, 'contradicted' as key from marts.claim_measurements "
                 f"where {TESTED} and verdict = 'contradicted'", "claim_measurements", "M37"),
]  # fmt: skip
