-- Files on their way in, exports that are made again and again, and mail as it went out.

-- A file between its preview and its confirmation. It holds personal data and is kept for two hours at most.
create table kept_file (
    public_id uuid constraint kept_file_pkey primary key default gen_random_uuid(),
    person_id bigint not null constraint kept_file_person references person,
    kind text not null constraint kept_file_kind_form check (kind ~ '^[a-z_]{1,40}$'),
    event_slug text constraint kept_file_event_form check (is_slug(event_slug)),
    name text not null constraint kept_file_name_line check (is_line(name, 200)),
    content bytea not null constraint kept_file_content_size check (octet_length(content) between 1 and 5242880),
    kept_at timestamptz not null default app_now()
);
create index kept_file_age on kept_file (kept_at);

create table export_recipe (
    public_id uuid constraint export_recipe_pkey primary key default gen_random_uuid(),
    name text not null constraint export_recipe_name_line check (is_line(name, 100)),
    kind text not null constraint export_recipe_kind_form check (kind ~ '^[a-z_]{1,40}$'),
    event_id bigint constraint export_recipe_event references event,
    made_by bigint constraint export_recipe_made_by references person,
    made_at timestamptz not null default app_now()
);
create unique index export_recipe_name_once on export_recipe (lower(name));

-- What a reader got, for those who answer for the mail. A sign-in code is never kept.
alter table outbox
    add column sent_subject text,
    add column sent_text text,
    add constraint outbox_sent_words_fit check (char_length(sent_subject) <= 500 and char_length(sent_text) <= 20000),
    add constraint outbox_codes_are_not_kept check (template not like 'sign\_in%' or num_nonnulls(sent_subject, sent_text) = 0);
create index outbox_newest on outbox (state, id);
