select s.reference as object, format('booking %s was promoted before %s, which waited longer', later.public_id, earlier.public_id) as finding
from booking_history h
join booking later on later.id = h.booking_id
join session s on s.id = later.session_id
join booking earlier on earlier.session_id = later.session_id and earlier.queue_number < later.queue_number and earlier.id <> later.id
where h.from_state = 'waiting' and h.to_state = 'confirmed' and earlier.booked_at < h.at
    and (select to_state from booking_history e where e.booking_id = earlier.id and e.id < h.id order by e.id desc limit 1) = 'waiting'
    and not exists (select from booking_history e where e.booking_id = earlier.id and e.id < h.id and e.from_state = 'waiting'
                    and e.to_state = 'waiting')
