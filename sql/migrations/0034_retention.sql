-- Young people's own record handed over to them, and what is known of them deleted after that or after a time, with a certificate.

-- For how many months after its embargo what is known of a scheme's young people is kept; without a row twelve.
create table retention (
    scheme_id bigint constraint retention_pkey primary key constraint retention_scheme references scheme,
    months int not null constraint retention_months_range check (months between 1 and 120),
    set_by bigint constraint retention_set_by references person,
    set_at timestamptz not null default app_now()
);

-- That a young person has their citation and certificate, or did not want them. Without words: nobody is named.
create table hand_over (
    nominee_id bigint constraint hand_over_pkey primary key constraint hand_over_nominee references nominee,
    outcome text not null constraint hand_over_outcome_known check (outcome in ('handed_over', 'refused')),
    -- Who took it.
    receiver text constraint hand_over_receiver_known check (receiver in ('child', 'parent', 'carer', 'social_worker', 'other')),
    recorded_by bigint constraint hand_over_recorded_by references person,
    recorded_at timestamptz not null default app_now(),
    constraint hand_over_receiver_whole check ((outcome = 'handed_over') = (receiver is not null))
);

-- A certificate of deletion: whose, by which rule, and how much of what kind, with the hash of its keys. Never changed.
create table purge (
    id bigint generated always as identity constraint purge_pkey primary key,
    public_id uuid not null default gen_random_uuid() constraint purge_public_id_once unique,
    scheme_id bigint not null constraint purge_scheme references scheme,
    -- Nobody is the job of the house.
    purged_by bigint constraint purge_purged_by references person,
    purged_at timestamptz not null default app_now()
);
create index purge_of_scheme on purge (scheme_id);
create table purge_nominee (
    nominee_id bigint constraint purge_nominee_pkey primary key constraint purge_nominee_nominee references nominee,
    purge_id bigint not null constraint purge_nominee_purge references purge,
    rule text not null constraint purge_nominee_rule_known check (rule in ('handed_over', 'refused', 'retention'))
);
create index purge_nominee_of_purge on purge_nominee (purge_id);
create table purge_item (
    purge_id bigint not null constraint purge_item_purge references purge,
    kind text not null constraint purge_item_kind_known
        check (kind in ('legal_name', 'chosen_name', 'text', 'statement', 'consent_giver', 'judge_words', 'content_note', 'need')),
    number bigint not null constraint purge_item_number_positive check (number > 0),
    keys_hash bytea not null constraint purge_item_keys_hash_size check (octet_length(keys_hash) = 32),
    constraint purge_item_pkey primary key (purge_id, kind)
);
create trigger purge_is_append_only before update or delete on purge for each row execute function history_is_kept();
create trigger purge_nominee_is_append_only before update or delete on purge_nominee for each row execute function history_is_kept();
create trigger purge_item_is_append_only before update or delete on purge_item for each row execute function history_is_kept();
revoke insert, update, delete on purge, purge_nominee, purge_item from practiceweek_app;

-- Whether a deletion is under way: it runs with the rights of the owner, whom nobody is who serves.
create function is_purging() returns boolean language sql stable set search_path = app, pg_temp as $$
    select coalesce(current_setting('practiceweek.purging', true), '') = 'yes'
        and current_user = (select tableowner from pg_tables where schemaname = 'app' and tablename = 'purge')
$$;

-- What is deleted does not come back.
create function purged_stays() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if exists (select from purge_nominee p where p.nominee_id = case tg_table_name
            when 'candidate_text' then (select k.nominee_id from candidate k where k.id = (to_jsonb(new) ->> 'candidate_id')::bigint)
            else (to_jsonb(new) ->> 'nominee_id')::bigint end) then
        raise exception using errcode = '23514', constraint = 'purged_stays', message = 'what was known of them is deleted, and stays so';
    end if;
    return new;
end
$$;
create trigger purged_stays before insert or update on young_person_name for each row execute function purged_stays();
create trigger purged_stays before insert or update on ceremony_name for each row execute function purged_stays();
create trigger purged_stays before insert or update on candidate_text for each row execute function purged_stays();
create trigger purged_stays before insert on consent for each row execute function purged_stays();
create trigger purged_stays before insert or update on hand_over for each row execute function purged_stays();

create or replace function consent_stays_as_given() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.withdrawn_at is null and (to_jsonb(new) - 'withdrawn_at') = (to_jsonb(old) - 'withdrawn_at') then
        return new;
    end if;
    if tg_op = 'UPDATE' and is_purging() and new.giver = '(deleted)' and (to_jsonb(new) - 'giver') = (to_jsonb(old) - 'giver') then
        return new;
    end if;
    raise exception using errcode = '23514', constraint = 'consent_stays_as_given', message = 'what was answered stays; it can be withdrawn';
end
$$;

create or replace function nomination_comes_in_time() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if new.state = 'submitted' and (tg_op = 'INSERT' or old.state = 'draft' or new.statement <> old.statement)
        and not (tg_op = 'UPDATE' and new.state = old.state and new.statement = '(deleted)' and is_purging()) then
        perform from (select * from scheme where id = new.scheme_id for share) s
        where s.state = 'published' and s.nominations_closed_at is null and app_now() >= s.opens_at
            and app_now() < s.closes_at + make_interval(mins => s.grace_minutes);
        if not found then
            raise exception using errcode = '23514', constraint = 'nomination_inside_window', message = 'nominations are not open';
        end if;
    end if;
    return new;
end
$$;

create or replace function ballot_in_its_round() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        if not exists (select from voided_ballot where public_id = old.public_id) then
            raise exception using errcode = '23514', constraint = 'ballot_is_kept', message = 'a ballot is never lost';
        end if;
        return old;
    end if;
    -- Words alone go; what was marked stays.
    if tg_op = 'UPDATE' and is_purging() and (to_jsonb(new) - 'comment' - 'private_note' - 'abstain_reason')
            = (to_jsonb(old) - 'comment' - 'private_note' - 'abstain_reason') then
        return new;
    end if;
    perform from (select closed_at from judging_round where id = new.round_id for share) r where r.closed_at is null;
    if not found then
        raise exception using errcode = '23514', constraint = 'ballot_in_open_round', message = 'the round is not open';
    end if;
    if tg_op = 'UPDATE' and (new.judge_id, new.candidate_id, new.public_id) is distinct from (old.judge_id, old.candidate_id, old.public_id) then
        raise exception using errcode = '23514', constraint = 'ballot_identity_is_for_life', message = 'a ballot keeps its judge and candidate';
    end if;
    return new;
end
$$;
