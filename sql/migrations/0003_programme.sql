-- Events, sessions as staff edit them, and the immutable releases that everyone else reads.

create table event (
    id bigint generated always as identity primary key,
    slug text not null constraint event_slug_form check (is_slug(slug)),
    code text not null constraint event_code_form check (code ~ '^[A-Z][A-Z0-9]{0,9}$'),
    title text not null constraint event_title_line check (is_line(title, 200) and not names_a_case(title)),
    from_day date not null,
    to_day date not null,
    state text not null default 'draft' constraint event_state_known check (state in ('draft', 'published', 'closed', 'archived')),
    published_at timestamptz,
    next_number int not null default 1 constraint event_next_number_positive check (next_number >= 1),
    latest_release int not null default 0 constraint event_latest_release_positive check (latest_release >= 0),
    booking_closes interval not null default interval '0' constraint event_booking_closes_sane check (booking_closes between interval '0' and interval '90 days'),
    revision int not null default 1,
    constraint event_slug_once unique (slug),
    constraint event_code_once unique (code),
    constraint event_days_in_order check (to_day >= from_day),
    constraint event_days_bounded check (from_day >= date '2000-01-01' and to_day < date '2100-01-01' and to_day - from_day <= 800),
    constraint event_published_has_date check ((state = 'draft') = (published_at is null))
);

create table strand (
    id bigint generated always as identity primary key,
    event_id bigint not null constraint strand_event references event,
    slug text not null constraint strand_slug_form check (is_slug(slug)),
    name text not null constraint strand_name_line check (is_line(name, 100)),
    constraint strand_slug_once unique (event_id, slug),
    constraint strand_of_event unique (id, event_id)
);

create table series (
    id bigint generated always as identity primary key,
    event_id bigint not null constraint series_event references event,
    public_id uuid not null default gen_random_uuid() constraint series_public_id_once unique,
    slug text not null constraint series_slug_form check (is_slug(slug)),
    title text not null constraint series_title_line check (is_line(title, 200) and not names_a_case(title)),
    rule text not null constraint series_rule_line check (is_line(rule, 300)),
    starts_at timestamptz not null constraint series_starts_finite check (isfinite(starts_at)),
    minutes int not null constraint series_minutes_range check (minutes between 5 and 20160),
    room_id bigint constraint series_room references room,
    capacity int not null constraint series_capacity_range check (capacity between 1 and 10000),
    until_day date,
    instances int constraint series_instances_range check (instances between 1 and 1000),
    revision int not null default 1,
    constraint series_slug_once unique (slug),
    constraint series_of_event unique (id, event_id),
    constraint series_one_end check (num_nonnulls(until_day, instances) = 1)
);
create table series_facilitator (
    series_id bigint not null constraint series_facilitator_series references series on delete cascade,
    person_id bigint not null constraint series_facilitator_person references person,
    constraint series_facilitator_once primary key (series_id, person_id)
);

-- What staff edit. `reference` never changes; `revision` rises with every edit (stale forms), `sequence` with every
-- change that calendars must hear of. Unplaced: both times null, `minutes` kept.
create table session (
    id bigint generated always as identity primary key,
    public_id uuid not null default gen_random_uuid() constraint session_public_id_once unique,
    event_id bigint not null constraint session_event references event,
    reference text not null constraint session_reference_form check (reference ~ '^[A-Z][A-Z0-9]{0,9}-[0-9]{3,6}$'),
    series_id bigint,
    recurrence_id timestamptz,
    title text not null constraint session_title_line check (is_line(title, 200)),
    kind text not null default 'workshop' constraint session_kind_form check (kind ~ '^[a-z][a-z0-9_]{0,39}$'),
    strand_id bigint,
    description text not null default '' constraint session_description_prose check (is_prose(description, 5000)),
    starts_at timestamptz,
    ends_at timestamptz,
    minutes int not null default 60 constraint session_minutes_range check (minutes between 1 and 20160),
    room_id bigint constraint session_room references room,
    online_url text constraint session_online_url_form check (online_url ~ '^https?://[^\s<>"]+$' and char_length(online_url) <= 500),
    capacity int not null constraint session_capacity_range check (capacity between 1 and 10000),
    taken int not null default 0,
    waiting int not null default 0 constraint session_waiting_not_negative check (waiting >= 0),
    state text not null default 'draft' constraint session_state_known check (state in ('draft', 'scheduled', 'cancelled')),
    cancelled_at timestamptz,
    cancel_reason text constraint session_cancel_reason_line check (is_line(cancel_reason, 500)),
    ever_released boolean not null default false,
    revision int not null default 1,
    sequence int not null default 0 constraint session_sequence_not_negative check (sequence >= 0),
    created_at timestamptz not null default app_now(),
    changed_at timestamptz not null default app_now(),
    constraint session_reference_once unique (reference),
    constraint session_of_event unique (id, event_id),
    constraint session_strand_of_event foreign key (strand_id, event_id) references strand (id, event_id),
    constraint session_series_of_event foreign key (series_id, event_id) references series (id, event_id),
    constraint session_occurrence_once unique (series_id, recurrence_id),
    constraint session_occurrence_whole check ((series_id is null) = (recurrence_id is null)),
    constraint session_placed_or_not check ((starts_at is null) = (ends_at is null)),
    constraint session_during_sane check (isfinite(starts_at) and isfinite(ends_at) and ends_at > starts_at and ends_at - starts_at <= interval '14 days'),
    constraint session_scheduled_has_time check (state <> 'scheduled' or starts_at is not null),
    constraint session_cancelled_has_reason check ((state = 'cancelled') = (cancelled_at is not null) and (state = 'cancelled') = (cancel_reason is not null)),
    constraint session_no_case_data check (not names_a_case(title) and not names_a_case(description)),
    constraint session_never_oversold check (taken between 0 and capacity)
) with (fillfactor = 80);
create index session_in_event on session (event_id, starts_at);
create index session_in_room on session (room_id, starts_at);

create table session_facilitator (
    session_id bigint not null constraint session_facilitator_session references session on delete cascade,
    person_id bigint not null constraint session_facilitator_person references person,
    constraint session_facilitator_once primary key (session_id, person_id)
);
create index session_facilitator_leads on session_facilitator (person_id);

-- Who may book. No row: everyone. Entries of role, service, team and organisation widen (any of them); `after` narrows.
create table audience_rule (
    id bigint generated always as identity primary key,
    session_id bigint not null constraint audience_rule_session references session on delete cascade,
    role text constraint audience_rule_role_known check (role in ('practitioner', 'staff', 'manager', 'admin')),
    service text constraint audience_rule_service_line check (is_line(service, 100)),
    team_id bigint constraint audience_rule_team references team,
    organisation_id bigint constraint audience_rule_organisation references organisation,
    after_session_id bigint constraint audience_rule_after references session,
    constraint audience_rule_one_kind check (num_nonnulls(role, service, team_id, organisation_id, after_session_id) = 1),
    constraint audience_rule_not_itself check (after_session_id <> session_id),
    constraint audience_rule_once unique nulls not distinct (session_id, role, service, team_id, organisation_id, after_session_id)
);

create table release (
    id bigint generated always as identity primary key,
    event_id bigint not null constraint release_event references event,
    number int not null constraint release_number_positive check (number >= 1),
    note text not null default '' constraint release_note_prose check (is_prose(note, 2000)),
    published_at timestamptz not null default app_now(),
    published_by bigint constraint release_published_by references person,
    constraint release_number_once unique (event_id, number),
    constraint release_of_event unique (id, event_id)
);

-- The copy of a session in a release. `latest`: of the event's newest release; `live`: latest and not cancelled. Only these two ever change.
create table release_session (
    release_id bigint not null,
    session_id bigint not null,
    event_id bigint not null,
    title text not null,
    kind text not null,
    strand_id bigint,
    description text not null,
    during tstzrange not null,
    room_id bigint constraint release_session_room references room,
    online boolean not null,
    capacity int not null,
    latest boolean not null,
    live boolean not null,
    constraint release_session_once primary key (release_id, session_id),
    constraint release_session_release foreign key (release_id, event_id) references release (id, event_id),
    constraint release_session_session foreign key (session_id, event_id) references session (id, event_id),
    constraint release_session_strand foreign key (strand_id, event_id) references strand (id, event_id),
    constraint release_session_live_is_latest check (latest or not live),
    constraint release_session_during_sane check (not isempty(during) and lower_inc(during) and not upper_inc(during)
        and lower(during) is not null and upper(during) is not null and isfinite(lower(during)) and isfinite(upper(during))
        and upper(during) - lower(during) <= interval '14 days'),
    constraint room_no_double_booking exclude using gist (room_id with =, during with &&) where (live) deferrable initially deferred
);
create unique index release_session_one_latest on release_session (session_id) where latest;
create index release_session_programme on release_session (event_id, lower(during)) where latest;

create table release_facilitator (
    release_id bigint not null,
    session_id bigint not null,
    person_id bigint not null constraint release_facilitator_person references person,
    during tstzrange not null,
    live boolean not null,
    constraint release_facilitator_once primary key (release_id, session_id, person_id),
    constraint release_facilitator_session foreign key (release_id, session_id) references release_session (release_id, session_id),
    constraint facilitator_no_double_booking exclude using gist (person_id with =, during with &&) where (live) deferrable initially deferred
);

-- A release is never edited or removed: only `latest` and `live` move, and `live` only from true to false except by publishing.
create function release_is_immutable() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op in ('DELETE', 'TRUNCATE') then
        raise exception using errcode = '23514', constraint = 'release_is_immutable', message = 'a release cannot be removed';
    end if;
    if (to_jsonb(new) - 'latest' - 'live') is distinct from (to_jsonb(old) - 'latest' - 'live') then
        raise exception using errcode = '23514', constraint = 'release_is_immutable', message = 'a release cannot be changed';
    end if;
    return new;
end
$$;
create trigger release_is_immutable before update or delete on release for each row execute function release_is_immutable();
create trigger release_session_is_immutable before update or delete on release_session for each row execute function release_is_immutable();
create trigger release_facilitator_is_immutable before update or delete on release_facilitator for each row execute function release_is_immutable();

create trigger release_is_not_emptied before truncate on release for each statement execute function release_is_immutable();
create trigger release_session_is_not_emptied before truncate on release_session for each statement execute function release_is_immutable();
create trigger release_facilitator_is_not_emptied before truncate on release_facilitator for each statement execute function release_is_immutable();
revoke update, delete on release, release_session, release_facilitator from practiceweek_app;
grant update (latest, live) on release_session to practiceweek_app;
grant update (live) on release_facilitator to practiceweek_app;

-- Never delete what was ever released; a reference never changes; a cancelled session stays cancelled unless the cancelling is undone at once.
create function session_keeps_its_word() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        if old.ever_released then
            raise exception using errcode = '23514', constraint = 'session_released_is_kept', message = 'a released session cannot be removed';
        end if;
        return old;
    end if;
    if new.reference <> old.reference or new.public_id <> old.public_id or new.event_id <> old.event_id then
        raise exception using errcode = '23514', constraint = 'session_reference_is_for_life', message = 'a reference never changes';
    end if;
    if old.ever_released and not new.ever_released then
        raise exception using errcode = '23514', constraint = 'session_released_is_kept', message = 'what was released stays released';
    end if;
    if new.sequence < old.sequence then
        raise exception using errcode = '23514', constraint = 'session_sequence_never_falls', message = 'a calendar sequence never falls';
    end if;
    return new;
end
$$;
create trigger session_keeps_its_word before update or delete on session for each row execute function session_keeps_its_word();
