select s.reference as object, format('%s of %s places taken while booking %s waits without a reason', s.taken, s.capacity, b.public_id) as finding
from session s join booking b on b.session_id = s.id and b.state = 'waiting'
join release_session rs on rs.session_id = s.id and rs.latest
where s.taken < s.capacity and s.state = 'scheduled' and lower(rs.during) > app_now() and b.passed_over_reason is null
