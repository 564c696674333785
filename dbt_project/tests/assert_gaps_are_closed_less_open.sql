{# The gap is the closed score less the open one; publishers round each of the three to a tenth. #}
select
    fact_id,
    closed_score,
    open_score,
    gap

from {{ ref("open_closed_gaps") }}

where abs(closed_score - open_score - gap) > 0.11
