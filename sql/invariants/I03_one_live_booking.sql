select s.reference as object, format('person %s holds %s live bookings', b.person_id, count(*)) as finding
from booking b join session s on s.id = b.session_id
where b.state in ('requested', 'confirmed', 'waiting', 'offered')
group by s.reference, b.session_id, b.person_id having count(*) > 1
