-- Until when what is known of a scheme's young people is kept: so many months after the embargo, or after the freeze where there is none,
-- and of a scheme that was never frozen at least a year after its nominations closed; and a fortnight after that number was changed, so
-- that a slip deletes nothing at once. While a round is open it stays a month ahead.
create or replace function kept_until(scheme_key bigint) returns timestamptz
language sql stable security definer set search_path = app, pg_temp as $$
    select greatest(case when s.state = 'frozen' then coalesce(e.until_at, f.frozen_at) + make_interval(months => coalesce(r.months, 12))
            else greatest(e.until_at, s.closes_at) + make_interval(months => greatest(coalesce(r.months, 12), 12)) end,
        r.set_at + interval '14 days', case when exists (select from judging_round o where o.scheme_id = s.id and o.closed_at is null)
            then app_now() + interval '1 month' end)
    from scheme s left join embargo e on e.scheme_id = s.id left join frozen_result f on f.scheme_id = s.id
        left join retention r on r.scheme_id = s.id
    where s.id = scheme_key
$$;

-- Whether what a scheme decided is told by now: frozen, its embargo over, and no ceremony of it still to come.
create or replace function scheme_is_told(scheme_key bigint) returns boolean
language sql stable set search_path = app, pg_temp as $$
    select s.state = 'frozen' and not exists (select from embargo e where e.scheme_id = s.id and e.until_at > app_now())
        and not exists (select from ceremony_scheme x join ceremony y on y.id = x.ceremony_id
            where x.scheme_id = s.id and y.starts_at > app_now() - interval '12 hours')
    from scheme s where s.id = scheme_key
$$;

-- From when what is known of a young person is to be deleted, and by which rule: thirty days after they have their record, or did not
-- want it, and in any case when the time to keep it is over. Nothing for those whose it is deleted already.
create or replace function young_due(scheme_key bigint) returns table (nominee_id bigint, rule text, due_at timestamptz)
language sql stable set search_path = app, pg_temp as $$
    select n.id, case when h.due_at < kept_until(scheme_key) then h.outcome else 'retention' end,
        least(h.due_at, kept_until(scheme_key))
    from nominee n
        left join lateral (
            select o.outcome, o.recorded_at + interval '30 days' as due_at from hand_over o
            where o.nominee_id = n.id and scheme_is_told(scheme_key)) h on true
    where n.scheme_id = scheme_key and n.pseudonym is not null
        and not exists (select from purge_nominee p where p.nominee_id = n.id)
$$;

-- Deletes what is due of a scheme's young people, and makes the certificate; null where nothing is due, or whoever asks does not protect
-- young people. Nobody is the job of the house. What the frozen result is made of stays: marks, decisions, codes.
create or replace function purge_young(scheme_key bigint, actor bigint, door text) returns uuid
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    whose bigint[];
    made bigint;
    made_id uuid;
begin
    if actor is not null and not protects(actor) then
        return null;
    end if;
    perform from scheme where id = scheme_key for no key update;
    whose := array(select d.nominee_id from young_due(scheme_key) d where d.due_at <= app_now() order by 1);
    if cardinality(whose) = 0 then
        return null;
    end if;
    insert into purge (scheme_id, purged_by) values (scheme_key, actor) returning id, public_id into made, made_id;
    insert into purge_item (purge_id, kind, number, keys_hash)
    select made, g.kind, count(*), sha256(convert_to(string_agg(g.key, ',' order by g.key collate "C"), 'UTF8'))
    from delete_of_young(whose) g group by g.kind;
    insert into purge_nominee (nominee_id, purge_id, rule)
    select d.nominee_id, made, d.rule from young_due(scheme_key) d where d.nominee_id = any (whose);
    insert into audit_entry (actor_kind, actor_id, channel, action, object)
    select case when actor is null then 'system' else 'person' end, actor, door, 'retention.purge', 'scheme:' || slug
    from scheme where id = scheme_key;
    return made_id;
end
$$;

-- The deleting itself, for `purge_young` alone: what went, by kind and key.
create or replace function delete_of_young(whose bigint[]) returns table (kind text, key text)
language plpgsql volatile set search_path = app, pg_temp as $$
begin
    perform set_config('practiceweek.purging', 'yes', true);
    return query with gone as (delete from young_person_name y where y.nominee_id = any (whose) returning y.nominee_id)
        select 'legal_name', g.nominee_id::text from gone g;
    return query with gone as (delete from ceremony_name y where y.nominee_id = any (whose) returning y.nominee_id)
        select 'chosen_name', g.nominee_id::text from gone g;
    return query with gone as (
            delete from candidate_text x using candidate k where k.id = x.candidate_id and k.nominee_id = any (whose)
            returning x.candidate_id, x.kind)
        select 'text', g.candidate_id || '/' || g.kind from gone g;
    return query with gone as (
            delete from nomination_file f using nomination v where v.id = f.nomination_id and v.nominee_id = any (whose) returning f.id)
        select 'file', g.id::text from gone g;
    return query with gone as (
            update nomination v set statement = '(deleted)', reason = case when v.reason is not null then '(deleted)' end where v.nominee_id = any (whose) and v.statement not in ('', '(deleted)') returning v.id)
        select 'statement', g.id::text from gone g;
    return query with gone as (
            update consent c set giver = '(deleted)' where c.nominee_id = any (whose) and c.giver <> '(deleted)' returning c.id)
        select 'consent_giver', g.id::text from gone g;
    return query with gone as (
            update ballot b set comment = '', private_note = '', abstain_reason = case when b.abstain_reason is not null then '(deleted)' end
            from candidate k where k.id = b.candidate_id and k.nominee_id = any (whose)
                and (b.comment <> '' or b.private_note <> '' or b.abstain_reason <> '(deleted)') returning b.id), voided as (
            update voided_ballot b set content = b.content || jsonb_build_object('comment', ''), reason = '(deleted)'
            from candidate k where k.id = b.candidate_id and k.nominee_id = any (whose)
                and (b.content ->> 'comment' <> '' or b.reason <> '(deleted)') returning b.id), knew as (
            update conflict x set reason = case when x.kind in ('declared', 'imposed') then '(deleted)' else x.reason end,
                dismissal = case when x.dismissal is not null then '(deleted)' end
            from candidate k where k.id = x.candidate_id and k.nominee_id = any (whose)
                and (x.kind in ('declared', 'imposed') and x.reason <> '(deleted)' or x.dismissal <> '(deleted)') returning x.id)
        select 'judge_words', g.id::text from gone g union all select 'judge_words', 'voided ' || v.id from voided v
            union all select 'judge_words', 'conflict ' || c.id from knew c;
    return query with gone as (
            update candidate k set content_note = null where k.nominee_id = any (whose) and k.content_note is not null returning k.id)
        select 'content_note', g.id::text from gone g;
    return query with gone as (
            delete from guest_need d using guest g where g.id = d.guest_id and g.nominee_id = any (whose) returning d.guest_id, d.need)
        select 'need', g.guest_id || '/' || g.need from gone g;
    perform set_config('practiceweek.purging', '', true);
end
$$;

-- Something that was deleted and is there again. It says whose by the key, and nothing of what is in it.
create or replace function purged_still_there() returns table (object text, finding text)
language sql stable security definer set search_path = app, pg_temp as $$
    select 'nominee:' || p.nominee_id, 'what was known of them was deleted, and something of it is there'
    from purge_nominee p
    where exists (select from young_person_name y where y.nominee_id = p.nominee_id)
        or exists (select from ceremony_name y where y.nominee_id = p.nominee_id)
        or exists (select from nomination v where v.nominee_id = p.nominee_id and v.statement not in ('', '(deleted)'))
        or exists (select from nomination v join nomination_file f on f.nomination_id = v.id where v.nominee_id = p.nominee_id)
        or exists (select from consent c where c.nominee_id = p.nominee_id and c.giver <> '(deleted)')
        or exists (select from candidate k join candidate_text x on x.candidate_id = k.id where k.nominee_id = p.nominee_id)
        or exists (select from candidate k join ballot b on b.candidate_id = k.id
            where k.nominee_id = p.nominee_id and (b.comment <> '' or b.private_note <> ''))
        or exists (select from candidate k join voided_ballot b on b.candidate_id = k.id
            where k.nominee_id = p.nominee_id and (b.content ->> 'comment' <> '' or b.reason <> '(deleted)'))
        or exists (select from purge u join candidate k on k.nominee_id = p.nominee_id join conflict x on x.candidate_id = k.id
            where u.id = p.purge_id and x.made_at <= u.purged_at and x.kind in ('declared', 'imposed') and x.reason <> '(deleted)')
$$;

revoke execute on function kept_until(bigint), purge_young(bigint, bigint, text), delete_of_young(bigint[]), purged_still_there() from public;
grant execute on function kept_until(bigint), purge_young(bigint, bigint, text), purged_still_there() to practiceweek_app;
