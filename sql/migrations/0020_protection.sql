-- The protection of young people: who may read a legal name, what was consented to, worries, and breaking the glass.

alter table role_grant drop constraint role_grant_role_known, add constraint role_grant_role_known
    check (role in ('practitioner', 'staff', 'manager', 'admin', 'councillor', 'safeguarding', 'nominator'));
alter table audience_rule drop constraint audience_rule_role_known, add constraint audience_rule_role_known
    check (role in ('practitioner', 'staff', 'manager', 'admin', 'councillor', 'safeguarding', 'nominator'));

-- One answer to one use of one thing. Without an answer nothing is shown; a no that holds wins over every yes.
create table consent (
    id bigint generated always as identity constraint consent_pkey primary key,
    public_id uuid not null default gen_random_uuid() constraint consent_public_id_once unique,
    nominee_id bigint not null constraint consent_nominee references nominee,
    use text not null constraint consent_use_known
        check (use in ('panel', 'programme', 'read_out', 'screens', 'photograph', 'press', 'web', 'certificate')),
    channel text not null constraint consent_channel_known check (channel in ('words', 'name', 'picture')),
    agrees boolean not null,
    giver text not null constraint consent_giver_line check (is_line(giver, 200)),
    capacity text not null constraint consent_capacity_known check (capacity in ('child', 'parent', 'carer', 'social_worker', 'other')),
    from_at timestamptz not null default app_now(),
    until_at timestamptz constraint consent_until_finite check (isfinite(until_at)),
    withdrawn_at timestamptz,
    recorded_by bigint constraint consent_recorded_by references person,
    recorded_at timestamptz not null default app_now(),
    constraint consent_ends_later check (until_at > from_at)
);
create index consent_of_nominee on consent (nominee_id);
create function consent_stays_as_given() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.withdrawn_at is null and (to_jsonb(new) - 'withdrawn_at') = (to_jsonb(old) - 'withdrawn_at') then
        return new;
    end if;
    raise exception using errcode = '23514', constraint = 'consent_stays_as_given', message = 'what was answered stays; it can be withdrawn';
end
$$;
create trigger consent_stays_as_given before update or delete on consent for each row execute function consent_stays_as_given();
-- Who gave it may be of the young person's own name: read with the legal names alone.
revoke all on consent from practiceweek_app, practiceweek_readonly;
grant insert, update (withdrawn_at) on consent to practiceweek_app;
grant select (id, public_id, nominee_id, use, channel, agrees, capacity, from_at, until_at, withdrawn_at, recorded_by, recorded_at)
    on consent to practiceweek_app;

-- A legal name for half an hour, for somebody who otherwise may not read it: one asks and says why, another grants.
create table break_glass (
    id bigint generated always as identity constraint break_glass_pkey primary key,
    public_id uuid not null default gen_random_uuid() constraint break_glass_public_id_once unique,
    nominee_id bigint not null constraint break_glass_nominee references nominee,
    asked_by bigint not null constraint break_glass_asked_by references person,
    reason text not null constraint break_glass_reason_line check (is_line(reason, 500) and not names_a_case(reason)),
    asked_at timestamptz not null default app_now(),
    granted_by bigint constraint break_glass_granted_by references person,
    granted_at timestamptz,
    constraint break_glass_two_people check (granted_by <> asked_by),
    constraint break_glass_granted_whole check ((granted_by is null) = (granted_at is null))
);
create index break_glass_of_person on break_glass (asked_by, nominee_id);
create function break_glass_is_kept() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.granted_at is null
        and (to_jsonb(new) - 'granted_at' - 'granted_by') = (to_jsonb(old) - 'granted_at' - 'granted_by') then
        return new;
    end if;
    raise exception using errcode = '23514', constraint = 'break_glass_is_kept', message = 'what was asked and granted stays';
end
$$;
create trigger break_glass_is_kept before update or delete on break_glass for each row execute function break_glass_is_kept();
revoke delete on break_glass from practiceweek_app;
revoke all on break_glass from practiceweek_readonly;

-- Somebody is worried about a young person. It is never refused, and only those who protect them read its words.
create table worry (
    id bigint generated always as identity constraint worry_pkey primary key,
    public_id uuid not null default gen_random_uuid() constraint worry_public_id_once unique,
    nomination_id bigint constraint worry_nomination references nomination,
    candidate_id bigint constraint worry_candidate references candidate,
    raised_by bigint not null constraint worry_raised_by references person,
    raised_at timestamptz not null default app_now(),
    words text not null constraint worry_words_prose check (is_prose(words, 2000)),
    seen_by bigint constraint worry_seen_by references person,
    seen_at timestamptz,
    constraint worry_about_one_thing check (num_nonnulls(nomination_id, candidate_id) = 1),
    constraint worry_seen_whole check ((seen_by is null) = (seen_at is null))
);
revoke all on worry from practiceweek_app, practiceweek_readonly;
grant insert on worry to practiceweek_app;
grant select (id, public_id, nomination_id, candidate_id, raised_by, raised_at, seen_by, seen_at) on worry to practiceweek_app;
