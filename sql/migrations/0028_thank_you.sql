-- The thank-you wall: shout-outs to a person, a team or everyone, kept back until somebody else of the staff lets them be seen.

create table shout_out (
    id bigint generated always as identity constraint shout_out_pkey primary key,
    public_id uuid not null default gen_random_uuid() constraint shout_out_public_id_once unique,
    written_by bigint not null constraint shout_out_written_by references person,
    -- A team, or a person by the name that the writer gave; neither is everyone.
    team_id bigint constraint shout_out_team references team,
    to_name text constraint shout_out_to_name_line check (is_line(to_name, 200) and not names_a_case(to_name)),
    -- Whose name that is, where it is one person's alone. It is shown to nobody but them.
    person_id bigint constraint shout_out_person references person,
    event_id bigint constraint shout_out_event references event,
    words text not null constraint shout_out_words_prose check (is_prose(words, 500) and btrim(words) <> '' and not names_a_case(words)),
    written_at timestamptz not null default app_now(),
    state text not null default 'waiting' constraint shout_out_state_known check (state in ('waiting', 'shown', 'declined', 'withdrawn')),
    decline_reason text constraint shout_out_decline_reason_line check (is_line(decline_reason, 500)),
    decided_by bigint constraint shout_out_decided_by references person,
    decided_at timestamptz,
    constraint shout_out_to_one check (team_id is null or to_name is null),
    constraint shout_out_person_by_name check (person_id is null or to_name is not null),
    constraint shout_out_to_somebody_else check (person_id <> written_by),
    constraint shout_out_decided_by_another check (decided_by <> written_by),
    constraint shout_out_decided_whole check (
        case state when 'waiting' then decided_at is null when 'withdrawn' then true else decided_at is not null end),
    constraint shout_out_declined_has_reason check ((state = 'declined') = (decline_reason is not null))
);
create index shout_out_shown on shout_out (decided_at desc, id desc) where state = 'shown';
create index shout_out_waiting on shout_out (id) where state = 'waiting';
create index shout_out_of_writer on shout_out (written_by, id);

-- What was written stays; only where it stands moves, and never back to be seen.
create function shout_out_stays_as_written() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'UPDATE' and (to_jsonb(new) - 'state' - 'decline_reason' - 'decided_by' - 'decided_at')
            = (to_jsonb(old) - 'state' - 'decline_reason' - 'decided_by' - 'decided_at')
        and (old.state = 'waiting' or old.state = 'shown' and new.state in ('declined', 'withdrawn')) then
        return new;
    end if;
    raise exception using errcode = '23514', constraint = 'shout_out_stays_as_written', message = 'what was written stays as it is';
end
$$;
create trigger shout_out_stays_as_written before update or delete on shout_out for each row execute function shout_out_stays_as_written();
revoke delete on shout_out from practiceweek_app;
revoke all on shout_out from practiceweek_readonly;
