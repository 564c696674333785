-- A token cannot pass through more parameters than the model has.
select
    model_id,
    params_total,
    params_active

from {{ ref("model_architectures") }}

where params_active > params_total
