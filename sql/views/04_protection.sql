-- The only ways to what the serving role cannot read: each checks the right inside, and writes the audit before it answers.
-- Whoever may not gets null.

-- Whether something of a nominee may be shown in a use: somebody agreed and nobody's no holds, at this moment.
create or replace function may_show(nominee_key bigint, wanted_use text, wanted_channel text) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
declare
    agreed boolean;
begin
    select bool_and(agrees) into agreed from consent
    where nominee_id = nominee_key and use = wanted_use and channel = wanted_channel and withdrawn_at is null
        and from_at <= app_now() and (until_at is null or until_at > app_now());
    return coalesce(agreed, false);
end
$$;

-- Who protects young people: those of the staff who are named for it, and not where they judge.
create or replace function protects(actor bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return actor_holds(actor, false, array['safeguarding']) and actor_holds(actor, false, array['staff']);
end
$$;

create or replace function may_read_name(actor bigint, nominee_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return coalesce((protects(actor) or exists (
            select from break_glass b join person p on p.id = b.asked_by
            where b.nominee_id = nominee_key and b.asked_by = actor and p.left_at is null
                and b.granted_at <= app_now() and app_now() < b.granted_at + interval '30 minutes'))
        and not exists (select from candidate k where k.nominee_id = nominee_key and judges_category(actor, k.category_id)), false);
end
$$;

create or replace function keep_young_name(nominee_key bigint, name text) returns boolean
language plpgsql volatile security definer set search_path = app, pg_temp as $$
begin
    insert into young_person_name (nominee_id, legal_name)
    select id, name from nominee where id = nominee_key and pseudonym is not null;
    return found;
end
$$;

-- Whether a name that a nominator says may be that of the young person whom they nominated before: the one that they gave then, or they
-- say none now. Answers about their own nominations alone, so that nobody can try names.
create or replace function young_name_fits(nominator bigint, nominee_key bigint, name text) returns boolean
language sql stable security definer set search_path = app, pg_temp as $$
    select exists (select from nomination x where x.nominee_id = nominee_key and x.nominator_id = nominator)
        and (name is null or exists (
            select from young_person_name y where y.nominee_id = nominee_key and lower(y.legal_name) = lower(name)))
$$;

-- Whoever nominates puts another name in the place of the one that they gave, while their nomination is a draft and nobody else's is about
-- the same.
create or replace function rename_young_draft(nominator bigint, nomination_key bigint, name text) returns boolean
language plpgsql volatile security definer set search_path = app, pg_temp as $$
begin
    insert into young_person_name (nominee_id, legal_name)
    select x.nominee_id, name from nomination x join nominee n on n.id = x.nominee_id
    where x.id = nomination_key and x.nominator_id = nominator and x.state = 'draft' and n.pseudonym is not null
        and not exists (select from nomination o where o.nominee_id = x.nominee_id and o.id <> x.id)
    on conflict (nominee_id) do update set legal_name = excluded.legal_name;
    return found;
end
$$;

create or replace function read_young_name(actor bigint, door text, nominee_key bigint, why text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
begin
    if not may_read_name(actor, nominee_key) then
        return null;
    end if;
    insert into audit_entry (actor_kind, actor_id, channel, action, object, reason)
    values ('person', actor, door, 'name.read', 'nominee:' || nominee_key, why);
    return coalesce((select legal_name from young_person_name where nominee_id = nominee_key), '');
end
$$;

-- Whether a text holds a part of the young person's own name.
create or replace function text_names_them(nominee_key bigint, content text) returns boolean
language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
    return exists (
        select from young_person_name n, regexp_split_to_table(lower(n.legal_name), '[^[:alnum:]]+') part
        where n.nominee_id = nominee_key and char_length(part) >= 3
            and part = any (regexp_split_to_array(lower(content), '[^[:alnum:]]+')));
end
$$;

-- The words of texts that are parts of the young person's own name, or begin like one and are about as long: slips of the pen.
create or replace function words_naming_them(nominee_key bigint, texts text[]) returns setof text
language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
    return query select distinct word
    from unnest(texts) content, regexp_split_to_table(content, '[^[:alnum:]]+') word, young_person_name n,
        regexp_split_to_table(lower(n.legal_name), '[^[:alnum:]]+') part
    where n.nominee_id = nominee_key and char_length(part) >= 3
        and (lower(word) = part or char_length(part) >= 5 and left(lower(word), 4) = left(part, 4)
            and abs(char_length(word) - char_length(part)) <= 2)
    order by word;
end
$$;

-- Who gave the consents of a nominee, for those who may read the name.
create or replace function read_consent_givers(actor bigint, door text, nominee_key bigint)
returns table (consent uuid, giver text)
language plpgsql volatile security definer set search_path = app, pg_temp as $$
begin
    if not may_read_name(actor, nominee_key) then
        return;
    end if;
    insert into audit_entry (actor_kind, actor_id, channel, action, object)
    values ('person', actor, door, 'consent.read', 'nominee:' || nominee_key);
    return query select c.public_id, c.giver from consent c where c.nominee_id = nominee_key order by c.id;
end
$$;

create or replace function read_worry(actor bigint, door text, worry_id uuid) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    found_key bigint;
    content text;
begin
    if not protects(actor) then
        return null;
    end if;
    select id, words into found_key, content from worry where public_id = worry_id;
    if found_key is null then
        return null;
    end if;
    insert into audit_entry (actor_kind, actor_id, channel, action, object) values ('person', actor, door, 'worry.read', 'worry:' || worry_id);
    update worry set seen_by = actor, seen_at = app_now() where id = found_key and seen_at is null;
    return content;
end
$$;

-- Freezes what the scheme's rules, ballots and decisions say now, and nothing else.
create or replace function freeze_result(scheme_key bigint, by_person bigint) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    wanted text;
begin
    if not exists (select from scheme where id = scheme_key and state = 'published')
        or exists (select from judging_round where scheme_id = scheme_key and closed_at is null) then
        return null;
    end if;
    wanted := result_text(scheme_key);
    insert into frozen_result (scheme_id, content, hash, frozen_by)
    values (scheme_key, wanted, sha256(convert_to(wanted, 'UTF8')), by_person);
    return encode(sha256(convert_to(wanted, 'UTF8')), 'hex');
end
$$;

-- The hash of a frozen result and of its stored text, which tell nothing of what is in it.
create or replace function frozen_hash(scheme_key bigint) returns table (hash text, of_text text, at timestamptz)
language sql stable security definer set search_path = app, pg_temp as $$
    select encode(f.hash, 'hex'), encode(sha256(convert_to(f.content, 'UTF8')), 'hex'), f.frozen_at
    from frozen_result f where f.scheme_id = scheme_key
$$;

revoke execute on function keep_young_name(bigint, text), young_name_fits(bigint, bigint, text), rename_young_draft(bigint, bigint, text), read_young_name(bigint, text, bigint, text), text_names_them(bigint, text),
    words_naming_them(bigint, text[]), read_consent_givers(bigint, text, bigint), read_worry(bigint, text, uuid), freeze_result(bigint, bigint), frozen_hash(bigint)
    from public;
grant execute on function keep_young_name(bigint, text), young_name_fits(bigint, bigint, text), rename_young_draft(bigint, bigint, text), read_young_name(bigint, text, bigint, text), text_names_them(bigint, text),
    words_naming_them(bigint, text[]), read_consent_givers(bigint, text, bigint), read_worry(bigint, text, uuid), freeze_result(bigint, bigint), frozen_hash(bigint)
    to practiceweek_app;
