"""M04: conversions between statements of a decline."""

from reports.golden.adapter import Column, one_row_adapter

ADAPTER = one_row_adapter(
    method="M04",
    template="{{ convert_decline('{table}') }}",
    columns=(
        Column("first_price_usd", "double", "p0"),
        Column("last_price_usd", "double", "p1"),
        Column("fold_total", "double", "fold_total"),
        Column("decline_share_total", "double", "decline_pct_total"),
        Column("years", "double", "years"),
        Column("first_date", "date", "d0"),
        Column("last_date", "date", "d1"),
        Column("days_per_year", "double", "days_per_year", 365.25),
    ),
    keys={
        "fold_total": "fold_total",
        "years": "years",
        "fold_per_year": "fold_per_year",
        "decline_pct_total": "decline_share_total",
        "decline_pct_per_year": "decline_share_per_year",
        "half_life_months": "half_life_months",
        "years_to_10x": "years_to_tenth",
        "flag": "flag",
    },
)
