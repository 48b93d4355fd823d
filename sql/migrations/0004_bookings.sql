-- Bookings, their queue and their history.

create sequence booking_queue as bigint;

create table booking (
    id bigint generated always as identity primary key,
    public_id uuid not null default gen_random_uuid() constraint booking_public_id_once unique,
    session_id bigint not null constraint booking_session references session,
    person_id bigint not null constraint booking_person references person,
    state text not null constraint booking_state_known
        check (state in ('requested', 'confirmed', 'waiting', 'offered', 'declined', 'lapsed', 'cancelled', 'substituted')),
    queue_number bigint not null default nextval('booking_queue'),
    booked_at timestamptz not null default app_now(),
    booked_by bigint constraint booking_booked_by references person,
    imported boolean not null default false,
    passed_over_reason text constraint booking_passed_over_reason_line check (is_line(passed_over_reason, 200)),
    passed_over_at timestamptz,
    cancel_reason text constraint booking_cancel_reason_line check (is_line(cancel_reason, 500)),
    sequence int not null default 0 constraint booking_sequence_not_negative check (sequence >= 0),
    changed_at timestamptz not null default app_now(),
    constraint booking_queue_number_once unique (queue_number),
    constraint booking_passed_over_whole check ((passed_over_reason is null) = (passed_over_at is null))
) with (fillfactor = 90);
alter sequence booking_queue owned by booking.queue_number;
create unique index booking_one_live on booking (session_id, person_id) where state in ('requested', 'confirmed', 'waiting', 'offered');
create index booking_of_person on booking (person_id) where state in ('requested', 'confirmed', 'waiting', 'offered');
create index booking_queue_order on booking (session_id, queue_number) where state = 'waiting';
create index booking_of_session on booking (session_id);

create table booking_transition (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into booking_transition values
    ('requested', 'confirmed'), ('requested', 'waiting'), ('requested', 'declined'), ('requested', 'cancelled'),
    ('waiting', 'confirmed'), ('waiting', 'offered'), ('waiting', 'cancelled'),
    ('offered', 'confirmed'), ('offered', 'waiting'), ('offered', 'lapsed'), ('offered', 'cancelled'),
    ('confirmed', 'cancelled'), ('confirmed', 'substituted');

create table booking_history (
    id bigint generated always as identity primary key,
    booking_id bigint not null constraint booking_history_booking references booking,
    from_state text,
    to_state text not null,
    at timestamptz not null default app_now(),
    by_person bigint constraint booking_history_by references person,
    reason text constraint booking_history_reason_line check (is_line(reason, 500))
);
create index booking_history_of_booking on booking_history (booking_id, id);

create function booking_moves_as_allowed() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        raise exception using errcode = '23514', constraint = 'booking_is_kept', message = 'a booking is never removed';
    end if;
    if new.session_id <> old.session_id or new.person_id <> old.person_id or new.queue_number <> old.queue_number
        or new.public_id <> old.public_id or new.booked_at <> old.booked_at then
        raise exception using errcode = '23514', constraint = 'booking_identity_is_for_life', message = 'a booking keeps its session, person and place in the queue';
    end if;
    if new.state <> old.state and not exists (select from booking_transition where from_state = old.state and to_state = new.state) then
        raise exception using errcode = '23514', constraint = 'booking_transition_allowed', message = 'a booking cannot move between these states';
    end if;
    return new;
end
$$;
create trigger booking_moves_as_allowed before update or delete on booking for each row execute function booking_moves_as_allowed();

create trigger booking_history_is_append_only before update or delete on booking_history for each row execute function history_is_kept();
create trigger booking_history_is_not_emptied before truncate on booking_history for each statement execute function history_is_kept();

-- `taken` and `waiting` move only here, sessions in ascending order, so that even an operator's SQL meets the CHECK.
create function count_places_inserted() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    perform from session where id in (select session_id from new_rows) order by id for no key update;
    update session s set taken = s.taken + d.taken, waiting = s.waiting + d.waiting
    from (select session_id, count(*) filter (where state in ('confirmed', 'offered')) as taken,
                 count(*) filter (where state = 'waiting') as waiting
          from new_rows group by session_id) d
    where s.id = d.session_id and (d.taken > 0 or d.waiting > 0);
    return null;
end
$$;
create function count_places_updated() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    perform from session where id in (select session_id from new_rows) order by id for no key update;
    update session s set taken = s.taken + d.taken, waiting = s.waiting + d.waiting
    from (select session_id, sum(taken)::int as taken, sum(waiting)::int as waiting
          from (select session_id, (state in ('confirmed', 'offered'))::int as taken, (state = 'waiting')::int as waiting from new_rows
                union all
                select session_id, -(state in ('confirmed', 'offered'))::int, -(state = 'waiting')::int from old_rows) moved
          group by session_id) d
    where s.id = d.session_id and (d.taken <> 0 or d.waiting <> 0);
    return null;
end
$$;
create trigger count_places_inserted after insert on booking referencing new table as new_rows
    for each statement execute function count_places_inserted();
create trigger count_places_updated after update on booking referencing old table as old_rows new table as new_rows
    for each statement execute function count_places_updated();

revoke delete on booking, booking_history, booking_transition from practiceweek_app;
revoke update on booking_history, booking_transition from practiceweek_app;
revoke insert on booking_transition from practiceweek_app;
