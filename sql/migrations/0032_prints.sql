-- What was opened of a ceremony to be printed, and of which young people it held something: where a consent ends afterwards, the paper
-- is still about.

create table ceremony_print (
    id bigint generated always as identity constraint ceremony_print_pkey primary key,
    public_id uuid not null default gen_random_uuid() constraint ceremony_print_public_id_once unique,
    ceremony_id bigint not null constraint ceremony_print_ceremony references ceremony,
    paper text not null constraint ceremony_print_paper_known check (paper in ('script', 'envelopes', 'certificates', 'photographs', 'press',
        'engraving', 'running_order', 'plan', 'cards', 'seating', 'guests')),
    -- Nobody is whoever operates the installation.
    printed_by bigint constraint ceremony_print_printed_by references person,
    printed_at timestamptz not null default app_now(),
    -- Somebody says that what was printed is destroyed.
    destroyed_by bigint constraint ceremony_print_destroyed_by references person,
    destroyed_at timestamptz,
    constraint ceremony_print_destroyed_whole check (destroyed_by is null or destroyed_at is not null),
    constraint ceremony_print_destroyed_later check (destroyed_at >= printed_at)
);
create index ceremony_print_of_ceremony on ceremony_print (ceremony_id);
revoke update, delete on ceremony_print from practiceweek_app;
grant update (destroyed_by, destroyed_at) on ceremony_print to practiceweek_app;

-- What a print held of a young person, and by which consent: keys, and never a name. An engraving list holds winners alone, so that
-- nobody reads these rows.
create table ceremony_print_held (
    print_id bigint not null constraint ceremony_print_held_print references ceremony_print,
    nominee_id bigint not null constraint ceremony_print_held_nominee references nominee,
    use text not null constraint ceremony_print_held_use_known
        check (use in ('panel', 'programme', 'read_out', 'screens', 'photograph', 'press', 'web', 'certificate')),
    channel text not null constraint ceremony_print_held_channel_known check (channel in ('words', 'name', 'picture')),
    constraint ceremony_print_held_pkey primary key (print_id, nominee_id, use, channel)
);
create index ceremony_print_held_of_nominee on ceremony_print_held (nominee_id);
revoke all on ceremony_print_held from practiceweek_app, practiceweek_readonly;
grant insert on ceremony_print_held to practiceweek_app;
