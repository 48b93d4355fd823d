-- Who was in which team from when to when, so that a redesign of the organisation leaves the years before it as they were.

create table team_membership (
    id bigint generated always as identity constraint team_membership_pkey primary key,
    person_id bigint not null constraint team_membership_person references person,
    team_id bigint not null constraint team_membership_team references team,
    starts_at timestamptz not null constraint team_membership_starts_finite check (isfinite(starts_at)),
    ends_at timestamptz constraint team_membership_ends_finite check (isfinite(ends_at)),
    constraint team_membership_ends_later check (ends_at >= starts_at),
    constraint team_membership_one_at_a_time exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index team_membership_of_team on team_membership (team_id, starts_at);

insert into team_membership (person_id, team_id, starts_at, ends_at)
select id, team_id, created_at, left_at from person where team_id is not null;

create function person_team_is_remembered() returns trigger language plpgsql set search_path = app, pg_temp as $$
declare
    moment timestamptz := app_now();
begin
    if tg_op = 'UPDATE' then
        if new.team_id is not distinct from old.team_id and (new.left_at is null) = (old.left_at is null) then
            return null;
        end if;
        update team_membership set ends_at = greatest(starts_at, moment) where person_id = new.id and ends_at is null;
    end if;
    if new.team_id is not null and new.left_at is null then
        -- Never before the end of the one before, should the clock have gone back.
        insert into team_membership (person_id, team_id, starts_at)
        select new.id, new.team_id, greatest(moment, (select max(ends_at) from team_membership where person_id = new.id));
    end if;
    return null;
end
$$;
create trigger person_team_is_remembered after insert or update of team_id, left_at on person
    for each row execute function person_team_is_remembered();
revoke delete on team_membership from practiceweek_app;
