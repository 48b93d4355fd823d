-- Where guests sat before seats were found for everybody, so that it can be taken back; the newest alone.
create table seat_before (
    guest_id bigint constraint seat_before_pkey primary key,
    ceremony_id bigint not null,
    -- Nothing is that they stood.
    before_id bigint,
    after_id bigint not null,
    constraint seat_before_guest foreign key (guest_id, ceremony_id) references guest (id, ceremony_id) on delete cascade,
    constraint seat_before_before foreign key (before_id, ceremony_id) references ceremony_table (id, ceremony_id) on delete cascade,
    constraint seat_before_after foreign key (after_id, ceremony_id) references ceremony_table (id, ceremony_id) on delete cascade,
    constraint seat_before_moved check (before_id is distinct from after_id)
);
create index seat_before_of_ceremony on seat_before (ceremony_id);
create index seat_before_of_before on seat_before (before_id) where before_id is not null;
create index seat_before_of_after on seat_before (after_id);
