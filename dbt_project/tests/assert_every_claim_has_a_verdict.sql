{# Fails for each claim without a verdict: the ledger prints all of them. #}
select claims.claim_id

from {{ ref("claims") }} as claims

left join {{ ref("claim_verdicts") }} as verdicts on claims.claim_id = verdicts.claim_id

where verdicts.verdict is null
