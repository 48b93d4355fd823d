-- Whether an actor may: rights are decided here, inside the statements that read or write. `trusted` is the operator
-- at the machine's own shell, or the system itself.
--
-- These are plpgsql, which keeps a plan for the session: a function in SQL that cannot be inlined is parsed again by every
-- statement that calls it, which took longer than the rest of most reads.
create or replace function actor_holds(actor bigint, trusted boolean, wanted text[]) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return trusted or exists (
        select from person_role r join person p on p.id = r.person_id
        where r.person_id = actor and r.role = any (wanted) and p.left_at is null
            and (p.leaves_at is null or p.leaves_at > app_now()));
end
$$;

create or replace function actor_schedules(actor bigint, trusted boolean) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return actor_holds(actor, trusted, array['staff', 'admin']);
end
$$;

-- Whether somebody is a councillor, or here to nominate, and nothing else: they read the programme and do not book.
create or replace function only_reads(person_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return coalesce((select bool_and(role in ('councillor', 'nominator')) from person_role where person_id = person_key), false);
end
$$;

-- Whether somebody became known because they nominate and is nothing else: a stranger with an address, who sees nothing of colleagues.
create or replace function only_nominates(person_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return coalesce((select bool_and(role = 'nominator') from person_role where person_id = person_key), false);
end
$$;

-- Whether the person falls in the session's audience: no entry of role, service, team or organisation means everyone, except
-- those who only read.
create or replace function audience_admits(session_key bigint, person_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return not exists (select from audience_rule where session_id = session_key and after_session_id is null)
            and not only_reads(person_key)
        or exists (
            select from audience_rule a join person p on p.id = person_key left join team t on t.id = p.team_id
            where a.session_id = session_key and (
                a.team_id = p.team_id or a.organisation_id = p.organisation_id or (a.service <> '' and a.service = t.service)
                or exists (select from person_role r where r.person_id = p.id and r.role = a.role)));
end
$$;

-- The earlier session that the person still has to do first, or null. Confirmed in one that ends before this begins counts.
create or replace function audience_wants_first(session_key bigint, person_key bigint) returns text
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return (
        select first.reference
        from audience_rule a join session this on this.id = a.session_id join session first on first.id = a.after_session_id
        where a.session_id = session_key and a.after_session_id is not null and not exists (
            select from booking b
            where b.session_id = a.after_session_id and b.person_id = person_key and b.state = 'confirmed'
                and first.state <> 'cancelled' and (this.starts_at is null or first.ends_at <= this.starts_at))
        order by first.reference limit 1);
end
$$;
