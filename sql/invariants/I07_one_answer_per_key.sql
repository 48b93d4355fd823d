select key as object, format('%s answers are stored for actor %s', count(*), actor_id) as finding
from idempotency group by actor_id, key having count(*) > 1
