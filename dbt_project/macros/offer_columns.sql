{#
    Columns that a price carries from model to model, written out once: first those of the fact
    after the choice among its sources, then those of the offer that it becomes.
#}
{% macro price_columns(prices) -%}
    {{ columns_of(prices, [
        "fact_id", "seller_id", "listing_id", "quality_flag", "end_basis", "source_id",
        "source_url", "licence", "evidence_class", "known_from_basis", "input_usd_per_mtok",
        "output_usd_per_mtok", "cached_input_usd_per_mtok", "batch_discount_share",
        "context_window_tokens", "is_open_weights", "is_left_censored", "valid_from_date",
        "valid_to_date", "known_from_date",
    ]) }}
{%- endmacro %}

{% macro offer_columns(offers) -%}
    {{ price_columns(offers) }},
        {{ columns_of(offers, [
        "offer_id", "model_id", "is_floating", "release_date", "offer_start_date",
        "offer_end_date", "is_start_unknown",
    ]) }}
{%- endmacro %}

{# The columns of one table, in the lines of a select. #}
{% macro columns_of(table, names) -%}
    {%- for name in names -%}
        {{ table }}.{{ name }}{{ ",\n        " if not loop.last }}
    {%- endfor -%}
{%- endmacro %}
