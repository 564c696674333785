{# A token cannot pass through more parameters than the model has. #}
select
    model_id,
    total_params,
    active_params

from {{ ref("model_architectures") }}

where active_params > total_params
