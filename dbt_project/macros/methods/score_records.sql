{# The strict new records of a list of scores: case_id, score, observed_date. #}
{% macro score_records(scores, last_days) %}
select case_id, score, observed_date
from (
    select
        *,
        max(score) over (
            partition by case_id order by observed_date
            rows between unbounded preceding and 1 preceding
        ) as score_before
    from (
        select scores.case_id, scores.observed_date, max(scores.score) as score
        from {{ scores }} as scores
        inner join {{ last_days }} as last_days on scores.case_id = last_days.case_id
        where scores.score is not null and scores.observed_date <= last_days.last_date
        group by scores.case_id, scores.observed_date
    ) as daily_scores
) as scores_so_far
where score_before is null or score > score_before
{% endmacro %}
