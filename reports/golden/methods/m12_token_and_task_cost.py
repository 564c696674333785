"""M12: price per token against cost per task."""

from reports.golden.adapter import Column, one_row_adapter

ADAPTER = one_row_adapter(
    method="M12",
    template="{{ token_and_task_cost('{table}') }}",
    columns=(
        Column("first_cost_usd", "double", "cost0"),
        Column("second_cost_usd", "double", "cost1"),
        Column("first_tokens", "double", "tokens0"),
        Column("second_tokens", "double", "tokens1"),
        Column("first_price_usd", "double", "price0"),
        Column("second_price_usd", "double", "price1"),
    ),
    keys={
        key: key
        for key in ("cost_ratio", "price_ratio", "token_ratio", "breakeven_token_ratio", "flag")
    },
)
