select x.reference as object, format('overlaps %s in room %s', y.reference, a.room_id) as finding
from release_session a join release_session b on a.room_id = b.room_id and a.session_id < b.session_id and a.during && b.during
join session x on x.id = a.session_id join session y on y.id = b.session_id
where a.live and b.live
union all
select x.reference, format('and %s need facilitator %s at once', y.reference, a.person_id)
from release_facilitator a join release_facilitator b on a.person_id = b.person_id and a.session_id < b.session_id and a.during && b.during
join session x on x.id = a.session_id join session y on y.id = b.session_id
where a.live and b.live
union all
select x.reference, format('person %s has places in both this and %s', a.person_id, y.reference)
from booking a join booking b on a.person_id = b.person_id and a.session_id < b.session_id
join release_session ra on ra.session_id = a.session_id and ra.live
join release_session rb on rb.session_id = b.session_id and rb.live and ra.during && rb.during
join session x on x.id = a.session_id join session y on y.id = b.session_id
where a.state in ('confirmed', 'offered') and b.state in ('confirmed', 'offered')
    and not exists (
        select from audit_entry e where e.action in ('release.publish', 'session.restore') and e.at >= (
            select max(h.at) from booking_history h where h.booking_id in (a.id, b.id) and h.to_state in ('confirmed', 'offered')))
