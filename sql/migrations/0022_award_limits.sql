-- In how many awards of a scheme one nominee may stand, whoever nominated them; null is no limit. Frozen with the other rules.
alter table scheme add column most_awards int constraint scheme_most_awards_range check (most_awards between 1 and 50);

create or replace function scheme_rules_stay() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if old.state <> 'draft' and (tg_op = 'DELETE' or (new.slug, new.title, new.kind, new.ranking, new.opens_at, new.closes_at,
            new.grace_minutes, new.word_limit, new.quorum, new.most_awards, new.rules, new.rules_hash, new.published_at)
        is distinct from (old.slug, old.title, old.kind, old.ranking, old.opens_at, old.closes_at,
            old.grace_minutes, old.word_limit, old.quorum, old.most_awards, old.rules, old.rules_hash, old.published_at)) then
        raise exception using errcode = '23514', constraint = 'scheme_rules_are_frozen', message = 'published rules never change';
    end if;
    return coalesce(new, old);
end
$$;
