select s.reference as object, format('booking %s was made after booking had closed', b.public_id) as finding
from booking b join release_session rs on rs.session_id = b.session_id and rs.latest join session s on s.id = b.session_id
join event e on e.id = s.event_id
where not b.imported and b.booked_at > lower(rs.during) - e.booking_closes
    and not exists (select from audit_entry a where a.at > b.booked_at and a.action in ('session.move', 'session.change', 'release.publish'))
