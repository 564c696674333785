{# Fails for each source of a fact that has no row, and so no licence, in the register. #}
select facts.source_id

from {{ ref("int_facts_by_source") }} as facts

left join {{ ref("source_register") }} as register on facts.source_id = register.source_id

where register.source_id is null
