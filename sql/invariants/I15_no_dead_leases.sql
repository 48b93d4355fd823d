select 'outbox ' || id as object, format('leased by %s until %s', leased_by, leased_until) as finding
from outbox where leased_until < app_now() - interval '2 minutes' and state = 'owed'
