-- A calendar's SEQUENCE for a person and a session never restarts: whoever gives a place back and books again is told of a
-- later version of the same event, or clients keep the one that was withdrawn.

create index booking_of_person_and_session on booking (person_id, session_id);

create function booking_sequence_goes_on() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    new.sequence := greatest(new.sequence, coalesce(
        (select max(b.sequence) + 1 from booking b where b.person_id = new.person_id and b.session_id = new.session_id), 0));
    return new;
end
$$;
create trigger booking_sequence_goes_on before insert on booking for each row execute function booking_sequence_goes_on();

update booking b set sequence = b.sequence + earlier.steps
from (select id, sum(sequence + 1) over (partition by person_id, session_id order by queue_number
          rows between unbounded preceding and 1 preceding) as steps from booking) earlier
where earlier.id = b.id and earlier.steps > 0;
