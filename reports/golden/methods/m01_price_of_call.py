"""M01: price of a call."""

from reports.golden.adapter import Column, one_row_adapter

ADAPTER = one_row_adapter(
    method="M01",
    template="{{ price_of_call('{table}') }}",
    columns=(
        Column("input_usd_per_mtok", "double", "p_in"),
        Column("output_usd_per_mtok", "double", "p_out"),
        Column("input_weight", "double", "w_in", 3),
        Column("output_weight", "double", "w_out", 1),
        Column("cache_read_share", "double", "cache_read_share", 0),
        Column("cache_write_share", "double", "cache_write_share", 0),
        Column("cache_read_x", "double", "cache_read_mult", 1),
        Column("cache_write_x", "double", "cache_write_mult", 1),
        Column("batch_x", "double", "batch_mult", 1),
        Column("input_tokens", "double", "tokens_in"),
        Column("visible_output_tokens", "double", "tokens_out_visible", 0),
        Column("reasoning_tokens", "double", "tokens_reasoning", 0),
        Column("calls_count", "double", "calls", 1),
    ),
    keys={
        "blended": "blended_usd_per_mtok",
        "p_in_eff": "effective_input_usd_per_mtok",
        "blended_eff": "effective_blended_usd_per_mtok",
        "cost_per_request_usd": "request_usd",
        "flag": "flag",
    },
)
