-- Who sees the files of a nomination, and the only way to their bytes.

-- Whether a file is passed for the panel: by one screener, of a young person by a second one too and with consent.
create or replace function evidence_is_passed(file_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return exists (
        select from nomination_file f join nomination x on x.id = f.nomination_id join nominee n on n.id = x.nominee_id
        where f.id = file_key and f.passed_at is not null and (n.pseudonym is null or (f.checked_at is not null
            and may_show(n.id, 'panel', case f.kind when 'picture' then 'picture' else 'words' end))));
end
$$;

-- Whether a judge has a candidate on their desk: as the desk itself finds it.
create or replace function has_on_desk(judge bigint, candidate_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return exists (
        select from assignment a join candidate k on k.id = a.candidate_id and k.state = 'standing'
            join scheme s on s.id = k.scheme_id and s.state = 'published'
            join person p on p.id = a.judge_id and p.left_at is null
            join panel_member m on m.panel_id = a.panel_id and m.person_id = a.judge_id and m.answer in ('accepted', 'paper')
        where a.judge_id = judge and a.candidate_id = candidate_key and not a.conflicted
            and exists (select from judging_round r where r.panel_id = a.panel_id)
            and not (k.is_distressing and exists (select from young_judge y where y.person_id = judge)));
end
$$;

-- Whoever nominated; staff who read the nomination; and judges, what is passed.
create or replace function sees_evidence(actor bigint, trusted boolean, file_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return exists (
        select from nomination_file f join nomination x on x.id = f.nomination_id join nominee n on n.id = x.nominee_id
        where f.id = file_key and (
            (x.nominator_id = actor and exists (select from person p where p.id = actor and p.left_at is null))
            or (x.state <> 'draft' and n.person_id is distinct from actor and reads_nominations(actor, trusted, x.category_id))
            or (x.state = 'accepted' and has_on_desk(actor, x.candidate_id) and evidence_is_passed(f.id))));
end
$$;

create or replace function keep_evidence(file_key bigint, bytes bytea, small_bytes bytea) returns boolean
language plpgsql volatile security definer set search_path = app, pg_temp as $$
begin
    insert into nomination_file_content (file_id, content, small) select id, bytes, small_bytes from nomination_file where id = file_key;
    return found;
end
$$;

-- The bytes of a file for whoever may see it; no row for anybody else. That somebody other than the nominator opens a file about a young
-- person is written down first.
create or replace function read_evidence(actor bigint, trusted boolean, door text, wanted uuid, wants_small boolean)
returns table (kind text, place int, bytes bytea)
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    file_key bigint;
    is_guarded boolean;
begin
    -- A document has no small form, so it is opened whole however it is asked for.
    select f.id, n.pseudonym is not null and x.nominator_id is distinct from actor and not (wants_small and f.kind = 'picture')
    into file_key, is_guarded
    from nomination_file f join nomination x on x.id = f.nomination_id join nominee n on n.id = x.nominee_id where f.public_id = wanted;
    if file_key is null or not sees_evidence(actor, trusted, file_key) then
        return;
    end if;
    if is_guarded then
        insert into audit_entry (actor_kind, actor_id, channel, action, object)
        values (case when actor is null then 'operator' else 'person' end, actor, door, 'evidence.read', 'evidence:' || wanted);
    end if;
    return query select f.kind, f.place, case when wants_small then coalesce(c.small, c.content) else c.content end
    from nomination_file f join nomination_file_content c on c.file_id = f.id where f.id = file_key;
end
$$;

revoke execute on function keep_evidence(bigint, bytea, bytea), read_evidence(bigint, boolean, text, uuid, boolean) from public;
grant execute on function keep_evidence(bigint, bytea, bytea), read_evidence(bigint, boolean, text, uuid, boolean) to practiceweek_app;
