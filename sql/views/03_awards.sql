-- Who may what in awards, decided inside the statements: roles add up, and a relation to the object takes away.

create or replace function judges_category(actor bigint, category_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return exists (
        select from panel_category c join panel_member m on m.panel_id = c.panel_id join person p on p.id = m.person_id
        where c.category_id = category_key and m.person_id = actor and p.left_at is null);
end
$$;

-- Whether somebody judges a category who has accepted the terms: nobody else of a panel reads a candidate.
create or replace function accepted_category(actor bigint, category_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return exists (
        select from panel_category c join panel_member m on m.panel_id = c.panel_id join person p on p.id = m.person_id
        where c.category_id = category_key and m.person_id = actor and m.answer in ('accepted', 'paper') and p.left_at is null);
end
$$;

-- Staff read nominations, and nobody else does; not where they judge, while the scheme is not frozen.
create or replace function reads_nominations(actor bigint, trusted boolean, category_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return actor_holds(actor, trusted, array['staff']) and (
        not judges_category(actor, category_key)
        or exists (select from category c join scheme s on s.id = c.scheme_id where c.id = category_key and s.state = 'frozen'));
end
$$;

-- Whether it is this judge who ranks and decides a category: the chair, or the deputy where the chair has a conflict with any
-- candidate of it, since ranking around a hole would show what is in it.
create or replace function leads_category(actor bigint, category_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return exists (
        select from panel_category c join panel_member m on m.panel_id = c.panel_id join person p on p.id = m.person_id
        where c.category_id = category_key and m.person_id = actor and m.answer in ('accepted', 'paper') and p.left_at is null
            and not exists (select from candidate k where k.category_id = category_key and k.state = 'standing' and conflicted(actor, k.id))
            and (m.part = 'chair' or (m.part = 'deputy' and exists (
                select from panel_member chair join candidate k on k.category_id = category_key and k.state = 'standing'
                where chair.panel_id = c.panel_id and chair.part = 'chair' and conflicted(chair.person_id, k.id)))));
end
$$;

-- Whether a panel has anything to read of a candidate: of a young person only what is checked and allowed, and of whom judges see
-- a code only what is checked.
create or replace function panel_may_read(candidate_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return exists (
        select from candidate k join category c on c.id = k.category_id
        where k.id = candidate_key and ((c.nominee_kind <> 'young_person' and not c.is_blind)
            or (exists (select from candidate_text t where t.candidate_id = k.id and t.kind = 'panel' and t.checked_at is not null)
                and (c.nominee_kind <> 'young_person' or may_show(k.nominee_id, 'panel', 'words')))));
end
$$;

-- Whether somebody gives young judges of a panel their cards: staff, and its chair.
create or replace function seats_young_judges(actor bigint, trusted boolean, panel_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return actor_holds(actor, trusted, array['staff']) or exists (
        select from panel_member m join person p on p.id = m.person_id
        where m.panel_id = panel_key and m.person_id = actor and m.part = 'chair' and m.answer in ('accepted', 'paper')
            and p.left_at is null);
end
$$;

create or replace function round_is_over(category_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return exists (select from panel_category c join judging_round r on r.panel_id = c.panel_id where c.category_id = category_key)
        and not exists (
            select from panel_category c join judging_round r on r.panel_id = c.panel_id
            where c.category_id = category_key and r.closed_at is null);
end
$$;

-- Whether somebody reads the scores of a category: after the round, whoever leads it and staff who neither judge it nor stand in it.
create or replace function reads_results(actor bigint, trusted boolean, category_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return round_is_over(category_key) and (leads_category(actor, category_key)
        or (reads_nominations(actor, trusted, category_key) and not exists (
            select from candidate k join nominee n on n.id = k.nominee_id
            where k.category_id = category_key and k.state = 'standing' and n.person_id = actor)));
end
$$;

-- Adds what the rules of kinship suggest, between the judges and the candidates of a scheme. What was decided stays decided; where
-- a ballot is in already nothing is added, as its judge has looked and scored.
create or replace function suggest_conflicts(scheme_key bigint) returns void
language plpgsql volatile set search_path = app, pg_temp as $$
begin
    insert into conflict (candidate_id, person_id, kind, is_binding, state, reason)
    select k.id, j.id, found.kind, found.is_binding, 'suggested', found.reason
    from candidate k
        join panel_category c on c.category_id = k.category_id
        join panel_member m on m.panel_id = c.panel_id
        join person j on j.id = m.person_id
        join nominee n on n.id = k.nominee_id
        left join person p on p.id = n.person_id
        cross join lateral (
            select 'line', true, 'One manages the other''s team'
            where p.team_id = j.team_id and exists (select from person_role r where r.person_id in (p.id, j.id) and r.role = 'manager')
            union all
            select 'team', true, 'In the same team' where coalesce(p.team_id, n.team_id) = j.team_id
            union all
            select 'nominator', true, 'Nominated them in this scheme'
            where exists (select from nomination x where x.nominee_id = n.id and x.nominator_id = j.id and x.state in ('submitted', 'accepted'))
            union all
            select 'nominee', true, 'Was nominated by them in this scheme'
            where exists (select from nomination x join nominee y on y.id = x.nominee_id
                where x.nominator_id = p.id and y.person_id = j.id and x.scheme_id = k.scheme_id and x.state in ('submitted', 'accepted'))
            union all
            select 'employer', false, 'Employed by the same partner'
            where p.organisation_id = j.organisation_id and (
                select count(*) filter (where o.organisation_id = j.organisation_id) * 2 <= count(*) from person o where o.left_at is null)
        ) found (kind, is_binding, reason)
    where k.scheme_id = scheme_key and k.state = 'standing'
        and not exists (select from conflict x where x.candidate_id = k.id and x.person_id = j.id and x.kind = found.kind)
        and not exists (select from ballot b where b.candidate_id = k.id and b.judge_id = j.id)
    order by k.id, j.id
    on conflict (candidate_id, person_id, kind) do nothing;
end
$$;

-- Everything that a frozen result is made of, as one text that comes out the same every time.
create or replace function result_text(scheme_key bigint) returns text
language sql stable set search_path = app, pg_temp as $$
    select string_agg(line, e'\n' order by part, line collate "C") || e'\n' from (
        select 1 as part, format('scheme %s rules %s', slug, encode(rules_hash, 'hex')) as line from scheme where id = scheme_key
        union all
        select 2, format('ballot %s/%s %s %s %s', c.slug, k.code, j.public_id, b.state, coalesce((
            select string_agg(format('%s=%s', r.name, m.mark), ';' order by r.name collate "C")
            from ballot_mark m join criterion r on r.id = m.criterion_id where m.ballot_id = b.id), ''))
        from ballot b join candidate k on k.id = b.candidate_id join category c on c.id = k.category_id join person j on j.id = b.judge_id
        where k.scheme_id = scheme_key and b.state <> 'draft'
        union all
        select 3, format('decision %s/%s band=%s %s slot=%s ballots=%s quorum=%s waived=%s rung=%s reason=%s', c.slug, k.code,
            coalesce(d.band, ''), d.outcome, coalesce(d.slot::text, ''), d.ballots, d.quorum, d.is_waived, d.rung, d.reason)
        from decision d join candidate k on k.id = d.candidate_id join category c on c.id = d.category_id where d.scheme_id = scheme_key
    ) lines
$$;

-- Frozen results that are not what their ballots and decisions say. It says which, and nothing of what is in them.
create or replace function frozen_results_broken() returns table (object text, finding text)
language sql stable security definer set search_path = app, pg_temp as $$
    select s.slug, 'the frozen result is not what its rules, ballots and decisions say'
    from frozen_result f join scheme s on s.id = f.scheme_id
    where f.content <> result_text(f.scheme_id) or f.hash <> sha256(convert_to(result_text(f.scheme_id), 'UTF8'))
    union all
    select s.slug, 'the scheme is frozen and its result is missing'
    from scheme s where s.state = 'frozen' and not exists (select from frozen_result f where f.scheme_id = s.id)
$$;
