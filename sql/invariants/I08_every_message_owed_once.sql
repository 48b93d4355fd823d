select dedupe_key as object, format('%s outbox rows', count(*)) as finding from outbox group by dedupe_key having count(*) > 1
union all
select b.public_id::text, 'a change of this booking owes a message that is not in the outbox'
from booking_history h join booking b on b.id = h.booking_id
where not b.imported and h.from_state is distinct from h.to_state
    and not exists (select from outbox o where o.dedupe_key = 'booking:' || h.booking_id || ':' || h.id)
