{# Fails where a memo of today would be printed without a single usable price. #}
select prices.usable_count

from (
    select count(*) as usable_count from {{ ref("model_prices") }} where is_usable
) as prices

where prices.usable_count = 0 and not {{ var("is_as_of_view") }}
