-- What a ceremony says, and when. Winners are out of the serving role's reach: each of these checks inside what may be told.

-- How somebody nominated is named in a use: people and teams by their name, young people by the name they chose where they agreed to it,
-- and otherwise not at all.
create or replace function shown_name(nominee_key bigint, wanted_use text) returns text
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return (
        select case when n.pseudonym is null then coalesce(p.name, t.name)
            when may_show(n.id, wanted_use, 'name') then y.name end
        from nominee n left join person p on p.id = n.person_id left join team t on t.id = n.team_id
            left join ceremony_name y on y.nominee_id = n.id
        where n.id = nominee_key);
end
$$;

-- What is read of a candidate: of a young person only what they approved and a second person has checked, where they agreed to that use.
create or replace function shown_words(candidate_key bigint, wanted_use text) returns text
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return (
        select x.text from candidate k join nominee n on n.id = k.nominee_id
            join candidate_text x on x.candidate_id = k.id and x.kind = 'approved'
        where k.id = candidate_key
            and (n.pseudonym is null
                or ((x.checked_at is not null or x.is_unasked) and may_show(n.id, wanted_use, 'words'))));
end
$$;

-- Whether the frozen results that a version was compiled from are there still and say the same.
create or replace function ceremony_version_holds(ceremony_key bigint, version int) returns boolean
language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
    return not exists (
        select from ceremony_scheme s
            left join ceremony_version_result v
                on v.ceremony_id = s.ceremony_id and v.number = version and v.scheme_id = s.scheme_id
            left join frozen_result f on f.scheme_id = s.scheme_id
        where s.ceremony_id = ceremony_key
            and (v.hash is distinct from f.hash or f.hash is distinct from sha256(convert_to(result_text(s.scheme_id), 'UTF8'))));
end
$$;

-- Whom a ceremony names, with the step of the award at which it does: a band after the other, or everybody after the other.
create or replace function ceremony_placed(ceremony_key bigint)
returns table (category_id bigint, candidate_id bigint, band text, outcome text, celebrates boolean, scheme_place int, band_place int, step int)
language sql stable set search_path = app, pg_temp as $$
    select k.category_id, k.id, d.band, d.outcome, s.kind = 'celebrated', cs.place, coalesce(b.place, 0),
        (case when s.kind = 'celebrated' then row_number() over (partition by k.category_id order by coalesce(b.place, 0), k.code)
            else dense_rank() over (partition by k.category_id order by coalesce(b.place, 0)) end)::int
    from ceremony_scheme cs join scheme s on s.id = cs.scheme_id
        join decision d on d.scheme_id = s.id and d.outcome <> 'not_placed'
        join candidate k on k.id = d.candidate_id and k.state = 'standing'
        left join category_band b on b.category_id = k.category_id and b.name = d.band
    where cs.ceremony_id = ceremony_key
$$;

-- Makes the next version from the frozen results; null where one is missing or not what its decisions say.
create or replace function compile_ceremony(ceremony_key bigint, by_person bigint) returns int
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    wanted int;
begin
    if not exists (select from ceremony_scheme where ceremony_id = ceremony_key) or exists (
        select from ceremony_scheme s left join frozen_result f on f.scheme_id = s.scheme_id
        where s.ceremony_id = ceremony_key and f.hash is distinct from sha256(convert_to(result_text(s.scheme_id), 'UTF8'))) then
        return null;
    end if;
    update ceremony set version = coalesce(version, 0) + 1 where id = ceremony_key returning version into wanted;
    insert into ceremony_version (ceremony_id, number, compiled_by) values (ceremony_key, wanted, by_person);
    insert into ceremony_version_result (ceremony_id, number, scheme_id, hash)
    select ceremony_key, wanted, f.scheme_id, f.hash
    from ceremony_scheme s join frozen_result f on f.scheme_id = s.scheme_id where s.ceremony_id = ceremony_key;

    insert into ceremony_award (ceremony_id, number, category_id, place, steps)
    select ceremony_key, wanted, p.category_id, row_number() over (order by min(p.scheme_place), p.category_id),
        max(p.step)
    from ceremony_placed(ceremony_key) p group by p.category_id;

    -- Whom a band names before its winners: nobody, where that would be the winners themselves.
    insert into ceremony_finalist (ceremony_id, number, category_id, candidate_id, band)
    select ceremony_key, wanted, p.category_id, p.candidate_id, p.band
    from ceremony_placed(ceremony_key) p
    where not p.celebrates and exists (
        select from ceremony_placed(ceremony_key) o where o.category_id = p.category_id and o.band_place = p.band_place
            and o.outcome not in ('winner', 'joint_winner'));

    insert into ceremony_winner (ceremony_id, number, category_id, step, candidate_id, outcome)
    select ceremony_key, wanted, p.category_id, p.step, p.candidate_id, p.outcome
    from ceremony_placed(ceremony_key) p;
    return wanted;
end
$$;

-- What may be told of the award on stage now: to the room when its winner is shown; to the presenter and the stage manager as soon as
-- both have confirmed it. Nothing in a rehearsal, and nothing once the result is another.
create or replace function ceremony_told(ceremony_key bigint, actor bigint)
returns table (step int, candidate_id bigint, outcome text)
language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
    return query
    select w.step, w.candidate_id, w.outcome
    from ceremony y join ceremony_cue q on q.ceremony_id = y.id join category c on c.id = q.category_id join scheme s on s.id = c.scheme_id
        join ceremony_winner w on w.ceremony_id = y.id and w.number = y.version and w.category_id = q.category_id
        join ceremony_version_result v on v.ceremony_id = y.id and v.number = y.version and v.scheme_id = s.id
        join frozen_result f on f.scheme_id = s.id and f.hash = v.hash
    where y.id = ceremony_key and not q.is_rehearsal and w.step <= q.step
        and case when s.kind = 'celebrated' then q.state in ('citation', 'applause')
            else (select count(*) from ceremony_confirmation o
                where o.ceremony_id = y.id and o.category_id = c.id and o.version = y.version) = 2
                and (q.state in ('winner', 'citation', 'applause') or (q.state in ('finalists', 'drum_roll') and w.step < q.step)
                    or exists (select from ceremony_crew m
                        where m.ceremony_id = y.id and m.person_id = actor and m.part in ('presenter', 'stage_manager')))
            end;
end
$$;

-- Whether somebody may know beforehand whom a ceremony names: those who read the results of all its awards, so that nobody who stands
-- in one learns of it here; and those who schedule once it is over.
create or replace function opens_ceremony(actor bigint, trusted boolean, ceremony_key bigint) returns boolean
language plpgsql stable set search_path = app, pg_temp as $$
begin
    return exists (select from ceremony where id = ceremony_key and version is not null) and not exists (
        select from ceremony y join ceremony_award a on a.ceremony_id = y.id and a.number = y.version
        where y.id = ceremony_key and not (trusted or reads_results(actor, trusted, a.category_id)
            or (actor_schedules(actor, trusted) and exists (select from ceremony_cue q
                where q.ceremony_id = y.id and q.state = 'done' and not q.is_rehearsal))));
end
$$;

-- Whom the programme names: those in the running, and everybody where everybody is celebrated. Of winners it tells nothing.
create or replace function ceremony_programme(ceremony_key bigint, actor bigint, trusted boolean)
returns table (category_id bigint, candidate_id bigint, band text)
language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
    if not opens_ceremony(actor, trusted, ceremony_key) then
        return;
    end if;
    return query
    select f.category_id, f.candidate_id, f.band from ceremony y
        join ceremony_finalist f on f.ceremony_id = y.id and f.number = y.version
    where y.id = ceremony_key
    union all
    select w.category_id, w.candidate_id, k.band from ceremony y
        join ceremony_winner w on w.ceremony_id = y.id and w.number = y.version join candidate k on k.id = w.candidate_id
    where y.id = ceremony_key and w.outcome = 'celebrated';
end
$$;

-- What those whom a ceremony names still lack, everybody who is placed alike: a name and a text that may be read out, somebody to accept.
create or replace function ceremony_gaps(ceremony_key bigint, actor bigint, trusted boolean)
returns table (candidate_id bigint, lacks text[])
language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
    if not opens_ceremony(actor, trusted, ceremony_key) then
        return;
    end if;
    return query
    select f.candidate_id, f.lacks from (
        select w.candidate_id, array_remove(array[
            case when n.pseudonym is not null and shown_name(n.id, 'read_out') is null then 'name' end,
            case when x.text is null then 'words'
                when n.pseudonym is null then null
                when x.checked_at is null and not x.is_unasked then 'words_unchecked'
                when not may_show(n.id, 'read_out', 'words') then 'words_refused' end,
            case when not exists (
                select from guest g left join person p on p.id = g.person_id
                where g.ceremony_id = ceremony_key and coalesce(g.coming, g.party) > 0
                    and (g.nominee_id = n.id or g.person_id = n.person_id or p.team_id = n.team_id)) then 'acceptor' end], null) as lacks
        from ceremony y join ceremony_winner w on w.ceremony_id = y.id and w.number = y.version
            join candidate k on k.id = w.candidate_id join nominee n on n.id = k.nominee_id
            left join candidate_text x on x.candidate_id = k.id and x.kind = 'approved'
        where y.id = ceremony_key) f
    where cardinality(f.lacks) > 0;
end
$$;

-- Everything that a ceremony announces, for those who may read the results of all its awards; the audit is written first.
create or replace function ceremony_sealed(ceremony_key bigint, actor bigint, trusted boolean, door text, purpose text)
returns table (category_id bigint, step int, candidate_id bigint, outcome text)
language plpgsql volatile security definer set search_path = app, pg_temp as $$
begin
    if not opens_ceremony(actor, trusted, ceremony_key) then
        return;
    end if;
    insert into audit_entry (actor_kind, actor_id, channel, action, object, reason)
    values (case when actor is null then 'operator' else 'person' end, actor, door, 'ceremony.open', 'ceremony:' || ceremony_key, purpose);
    return query
    select w.category_id, w.step, w.candidate_id, w.outcome from ceremony y
        join ceremony_winner w on w.ceremony_id = y.id and w.number = y.version
    where y.id = ceremony_key;
end
$$;

-- The roll of honour of a scheme: nobody before its embargo has ended, by the database's clock.
create or replace function scheme_roll(scheme_key bigint)
returns table (category_id bigint, candidate_id bigint, outcome text)
language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
    return query
    select d.category_id, d.candidate_id, d.outcome
    from embargo e join frozen_result f on f.scheme_id = e.scheme_id join decision d on d.scheme_id = e.scheme_id
    where e.scheme_id = scheme_key and e.until_at <= app_now() and d.outcome <> 'not_placed';
end
$$;

revoke execute on function ceremony_version_holds(bigint, int), compile_ceremony(bigint, bigint), ceremony_told(bigint, bigint),
    ceremony_sealed(bigint, bigint, boolean, text, text), ceremony_programme(bigint, bigint, boolean), ceremony_gaps(bigint, bigint, boolean),
    scheme_roll(bigint) from public;
grant execute on function ceremony_version_holds(bigint, int), compile_ceremony(bigint, bigint), ceremony_told(bigint, bigint),
    ceremony_sealed(bigint, bigint, boolean, text, text), ceremony_programme(bigint, bigint, boolean), ceremony_gaps(bigint, bigint, boolean),
    scheme_roll(bigint) to practiceweek_app;
