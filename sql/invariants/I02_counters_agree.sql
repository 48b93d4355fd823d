select s.reference as object, format('counters say %s taken and %s waiting, bookings say %s and %s', s.taken, s.waiting,
    count(b.id) filter (where b.state in ('confirmed', 'offered')), count(b.id) filter (where b.state = 'waiting')) as finding
from session s left join booking b on b.session_id = s.id
group by s.id
having s.taken <> count(b.id) filter (where b.state in ('confirmed', 'offered')) or s.waiting <> count(b.id) filter (where b.state = 'waiting')
