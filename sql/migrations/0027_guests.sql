-- Who comes to a ceremony: guests with their parties, the secret addresses at which they answer, what they need, and where they sit.

create table ceremony_table (
    id bigint generated always as identity constraint ceremony_table_pkey primary key,
    ceremony_id bigint not null constraint ceremony_table_ceremony references ceremony,
    name text not null constraint ceremony_table_name_line check (is_line(name, 60) and not names_a_case(name)),
    seats int not null constraint ceremony_table_seats_range check (seats between 1 and 500),
    -- Chairs taken. It moves by trigger alone.
    taken int not null default 0,
    constraint ceremony_table_never_overfull check (taken between 0 and seats),
    constraint ceremony_table_of_ceremony unique (id, ceremony_id)
);
create unique index ceremony_table_name_once on ceremony_table (ceremony_id, lower(name));
revoke update on ceremony_table from practiceweek_app;
grant update (name, seats) on ceremony_table to practiceweek_app;

-- Somebody invited, with whom they bring: a person of the system, somebody else by name, or a young person who was nominated and is
-- shown by their ceremony name or pseudonym alone.
create table guest (
    id bigint generated always as identity constraint guest_pkey primary key,
    public_id uuid not null default gen_random_uuid() constraint guest_public_id_once unique,
    ceremony_id bigint not null constraint guest_ceremony references ceremony,
    person_id bigint constraint guest_person references person,
    nominee_id bigint constraint guest_nominee references nominee,
    name text constraint guest_name_line check (is_line(name, 300) and not names_a_case(name)),
    email text constraint guest_email_line check (is_line(email, 254) and email = lower(email)),
    -- How many are invited, the guest among them.
    party int not null default 1 constraint guest_party_range check (party between 1 and 50),
    -- How many of them come; null before there is an answer.
    coming int,
    replied_at timestamptz,
    invited_at timestamptz,
    invitations int not null default 0 constraint guest_invitations_not_negative check (invitations >= 0),
    -- How many of them are here, and since when.
    arrived int not null default 0,
    arrived_at timestamptz,
    table_id bigint,
    -- The chairs that they take at a table.
    chairs int generated always as (coalesce(coming, party)) stored,
    added_by bigint constraint guest_added_by references person,
    added_at timestamptz not null default app_now(),
    constraint guest_is_one_thing check (num_nonnulls(person_id, nominee_id, name) = 1),
    constraint guest_address_has_name check (email is null or name is not null),
    constraint guest_coming_of_party check (coming between 0 and party),
    constraint guest_reply_whole check ((coming is null) = (replied_at is null)),
    constraint guest_arrived_of_party check (arrived between 0 and party),
    constraint guest_arrival_has_time check ((arrived > 0) = (arrived_at is not null)),
    constraint guest_table foreign key (table_id, ceremony_id) references ceremony_table (id, ceremony_id),
    constraint guest_of_ceremony unique (id, ceremony_id),
    constraint guest_person_once unique (ceremony_id, person_id),
    constraint guest_nominee_once unique (ceremony_id, nominee_id),
    constraint guest_email_once unique (ceremony_id, email)
);
-- Without an address, the same name with as many people is the same guest.
create unique index guest_name_once on guest (ceremony_id, lower(name), party) where email is null;
create index guest_at_table on guest (table_id) where table_id is not null;
create index guest_of_person on guest (person_id) where person_id is not null;

-- Chairs are counted where guests sit down, get up, or come with more or fewer: even an operator's SQL meets the table's size.
create function count_chairs() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        update ceremony_table t set taken = t.taken + d.chairs
        from (select table_id, sum(chairs)::int as chairs from after_rows where table_id is not null group by table_id) d
        where t.id = d.table_id;
    elsif tg_op = 'DELETE' then
        update ceremony_table t set taken = t.taken - d.chairs
        from (select table_id, sum(chairs)::int as chairs from before_rows where table_id is not null group by table_id) d
        where t.id = d.table_id;
    else
        update ceremony_table t set taken = t.taken + d.chairs
        from (
            select table_id, sum(chairs)::int as chairs
            from (select table_id, chairs from after_rows union all select table_id, -chairs from before_rows) moved
            where table_id is not null group by table_id having sum(chairs) <> 0) d
        where t.id = d.table_id;
    end if;
    return null;
end
$$;
create trigger count_chairs_inserted after insert on guest referencing new table as after_rows
    for each statement execute function count_chairs();
create trigger count_chairs_updated after update on guest referencing old table as before_rows new table as after_rows
    for each statement execute function count_chairs();
create trigger count_chairs_deleted after delete on guest referencing old table as before_rows
    for each statement execute function count_chairs();

-- The secret addresses that open a guest's reply. Each mail carries one of its own, and all of them hold.
create table guest_address (
    token_hash bytea constraint guest_address_pkey primary key constraint guest_address_hash_size check (octet_length(token_hash) = 32),
    guest_id bigint not null constraint guest_address_guest references guest on delete cascade,
    made_at timestamptz not null default app_now()
);
create index guest_address_of_guest on guest_address (guest_id);

-- What a party needs to eat and to take part: how many of them, or in their own words. Health data: staff alone read it, and it is
-- deleted a week after the ceremony.
create table guest_need (
    guest_id bigint not null constraint guest_need_guest references guest on delete cascade,
    need text not null constraint guest_need_known check (need in ('step_free', 'hearing_loop', 'sign_language', 'large_print',
        'quiet_space', 'assistant', 'vegetarian', 'vegan', 'halal', 'kosher', 'gluten_free', 'dairy_free', 'nut_allergy',
        'other_diet', 'other_access')),
    people int not null default 1 constraint guest_need_people_range check (people between 1 and 50),
    words text constraint guest_need_words_line check (is_line(words, 300) and not names_a_case(words)),
    constraint guest_need_pkey primary key (guest_id, need),
    constraint guest_need_words_of_other check ((words is not null) = (need like 'other\_%'))
);
revoke select on guest_need from practiceweek_readonly;

-- Who is to sit at one table, or at two.
create table seat_wish (
    ceremony_id bigint not null,
    one_id bigint not null,
    other_id bigint not null,
    apart boolean not null,
    constraint seat_wish_pkey primary key (one_id, other_id),
    constraint seat_wish_one foreign key (one_id, ceremony_id) references guest (id, ceremony_id) on delete cascade,
    constraint seat_wish_other foreign key (other_id, ceremony_id) references guest (id, ceremony_id) on delete cascade,
    constraint seat_wish_of_two check (one_id < other_id)
);
create index seat_wish_of_other on seat_wish (other_id);

-- Mail to guests, who need not be people of the system.
alter table outbox
    add column guest_id bigint constraint outbox_guest references guest on delete set null,
    drop constraint outbox_has_reader,
    add constraint outbox_has_reader check (
        person_id is not null or template in ('sign_in_unknown', 'sign_in_guest') or template like 'guest\_%');
create index outbox_of_guest on outbox (guest_id) where guest_id is not null;
