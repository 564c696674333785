{# A published rate lies inside its own interval, and its first low before its last. #}
select
    benchmark,
    threshold_model_name,
    low_fold_per_year,
    fold_per_year,
    high_fold_per_year

from {{ ref("published_price_declines") }}

where
    fold_per_year not between low_fold_per_year and high_fold_per_year
    or first_price_date >= last_price_date
