-- The secret addresses that open a leaver's own record until thirty days after they have left: their account does not any more. Each
-- mail carries one of its own.
create table record_address (
    token_hash bytea constraint record_address_pkey primary key constraint record_address_hash_size check (octet_length(token_hash) = 32),
    person_id bigint not null constraint record_address_person references person,
    made_at timestamptz not null default app_now()
);
create index record_address_of_person on record_address (person_id);
revoke all on record_address from practiceweek_readonly;
