-- Whoever asks for a code to nominate becomes a person when they type it, and not before: an address may be anybody's.
alter table sign_in_code
    add column guest_name text constraint sign_in_code_guest_name_line check (is_line(guest_name, 200)),
    add constraint sign_in_code_guest_is_nobody_yet check (num_nonnulls(guest_name, person_id) < 2);
alter table outbox
    drop constraint outbox_has_reader,
    add constraint outbox_has_reader check (person_id is not null or template in ('sign_in_unknown', 'sign_in_guest'));
