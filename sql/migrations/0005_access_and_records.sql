-- Signing in, secrets (as hashes only), idempotency, the audit and the outbox.

create table sign_in_code (
    id bigint generated always as identity primary key,
    email text not null constraint sign_in_code_email_form check (char_length(email) between 3 and 254),
    person_id bigint constraint sign_in_code_person references person,
    browser_hash bytea not null constraint sign_in_code_browser_hash_size check (octet_length(browser_hash) = 32),
    code_hash bytea not null constraint sign_in_code_hash_size check (octet_length(code_hash) = 32),
    created_at timestamptz not null default app_now(),
    expires_at timestamptz not null,
    attempts int not null default 0 constraint sign_in_code_attempts_range check (attempts between 0 and 5),
    used_at timestamptz,
    constraint sign_in_code_expires_later check (expires_at > created_at)
);
create unique index sign_in_code_one_live on sign_in_code (email) where used_at is null;
create index sign_in_code_recent on sign_in_code (email, created_at);

create table web_session (
    token_hash bytea primary key constraint web_session_hash_size check (octet_length(token_hash) = 32),
    person_id bigint not null constraint web_session_person references person,
    created_at timestamptz not null default app_now(),
    seen_at timestamptz not null default app_now(),
    expires_at timestamptz not null,
    constraint web_session_expires_later check (expires_at > created_at)
);
create index web_session_of_person on web_session (person_id);

create table api_token (
    id bigint generated always as identity primary key,
    person_id bigint not null constraint api_token_person references person,
    token_hash bytea not null constraint api_token_hash_size check (octet_length(token_hash) = 32),
    created_at timestamptz not null default app_now(),
    used_at timestamptz,
    revoked_at timestamptz,
    constraint api_token_hash_once unique (token_hash)
);
create index api_token_of_person on api_token (person_id);

create table calendar_address (
    id bigint generated always as identity primary key,
    person_id bigint not null constraint calendar_address_person references person,
    token_hash bytea not null constraint calendar_address_hash_size check (octet_length(token_hash) = 32),
    created_at timestamptz not null default app_now(),
    used_at timestamptz,
    revoked_at timestamptz,
    constraint calendar_address_hash_once unique (token_hash)
);
create unique index calendar_address_one_live on calendar_address (person_id) where revoked_at is null;

create table operating_system_user (
    name text primary key constraint operating_system_user_line check (is_line(name, 100)),
    person_id bigint not null constraint operating_system_user_person references person
);

-- One stored answer per actor and key. Actor 0 is the operator.
create table idempotency (
    actor_id bigint not null,
    key text not null constraint idempotency_key_line check (is_line(key, 200)),
    request_hash bytea not null constraint idempotency_hash_size check (octet_length(request_hash) = 32),
    answer jsonb not null,
    created_at timestamptz not null default app_now(),
    constraint idempotency_once primary key (actor_id, key)
);
create index idempotency_age on idempotency (created_at);

-- Every change: who, for whom, when, what before and after, why. Names and addresses of people stay out.
create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null default app_now(),
    actor_kind text not null constraint audit_entry_actor_known check (actor_kind in ('person', 'operator', 'system')),
    actor_id bigint constraint audit_entry_actor references person,
    os_user text constraint audit_entry_os_user_line check (is_line(os_user, 100)),
    channel text not null constraint audit_entry_channel_known check (channel in ('web', 'api', 'console', 'shell', 'worker')),
    action text not null constraint audit_entry_action_form check (action ~ '^[a-z_]+\.[a-z_]+$'),
    object text not null constraint audit_entry_object_line check (is_line(object, 200)),
    on_behalf_of bigint constraint audit_entry_on_behalf references person,
    before jsonb,
    after jsonb,
    reason text constraint audit_entry_reason_line check (is_line(reason, 500)),
    undoes bigint constraint audit_entry_undoes_once unique constraint audit_entry_undoes references audit_entry,
    constraint audit_entry_person_has_actor check ((actor_kind = 'person') = (actor_id is not null))
);
create index audit_entry_by_actor on audit_entry (actor_id, id);
create index audit_entry_of_object on audit_entry (object, id);

-- A seal chains a batch of entries: its hash covers the previous seal's hash and every entry up to `last_entry`.
create table audit_seal (
    id bigint generated always as identity primary key,
    first_entry bigint not null,
    last_entry bigint not null constraint audit_seal_last_once unique,
    entries int not null constraint audit_seal_entries_positive check (entries >= 1),
    hash bytea not null constraint audit_seal_hash_size check (octet_length(hash) = 32),
    sealed_at timestamptz not null default app_now(),
    constraint audit_seal_in_order check (last_entry >= first_entry)
);

create trigger audit_entry_is_append_only before update or delete on audit_entry for each row execute function history_is_kept();
create trigger audit_seal_is_append_only before update or delete on audit_seal for each row execute function history_is_kept();
create trigger audit_entry_is_not_emptied before truncate on audit_entry for each statement execute function history_is_kept();
create trigger audit_seal_is_not_emptied before truncate on audit_seal for each statement execute function history_is_kept();
revoke update, delete on audit_entry, audit_seal from practiceweek_app;

-- Messages owed, written in the transaction that owes them; sent by a worker that holds a lease.
create table outbox (
    id bigint generated always as identity primary key,
    person_id bigint constraint outbox_person references person,
    template text not null constraint outbox_template_form check (template ~ '^[a-z_]{1,60}$'),
    payload jsonb not null default '{}',
    dedupe_key text not null constraint outbox_dedupe_line check (is_line(dedupe_key, 200)),
    message_id text not null constraint outbox_message_id_line check (is_line(message_id, 250)),
    state text not null default 'owed' constraint outbox_state_known check (state in ('owed', 'sent', 'failed', 'dropped')),
    created_at timestamptz not null default app_now(),
    not_before timestamptz not null default app_now(),
    expires_at timestamptz,
    attempts int not null default 0 constraint outbox_attempts_not_negative check (attempts >= 0),
    leased_until timestamptz,
    leased_by text constraint outbox_leased_by_line check (is_line(leased_by, 100)),
    sent_at timestamptz,
    last_error text constraint outbox_last_error_prose check (is_prose(last_error, 1000)),
    constraint outbox_has_reader check (person_id is not null or template = 'sign_in_unknown'),
    constraint outbox_dedupe_once unique (dedupe_key),
    constraint outbox_lease_whole check ((leased_until is null) = (leased_by is null)),
    constraint outbox_sent_has_time check ((state = 'sent') = (sent_at is not null))
);
create index outbox_due on outbox (not_before) where state = 'owed';
