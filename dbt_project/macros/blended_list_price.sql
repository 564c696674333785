{#
    List price per million tokens at the weights of the assumptions (M01), as a double: products of
    decimals overflow. Null where a price is missing.
#}
{% macro blended_list_price(prices, input_weight=none, output_weight=none) -%}
    {%- set w_in = input_weight or assumption("blend_weight_input") -%}
    {%- set w_out = output_weight or assumption("blend_weight_output") -%}
    (
        cast({{ prices }}.input_usd_per_mtok as double) * {{ w_in }}
        + cast({{ prices }}.output_usd_per_mtok as double) * {{ w_out }}
    ) / ({{ w_in }} + {{ w_out }})
{%- endmacro %}
