-- Whether two names are likely one and the same nominee's: the same words in any order, or the same last word after the same first
-- letter. It only proposes; a person merges.
create or replace function names_alike(one text, other text) returns boolean
language plpgsql immutable parallel safe set search_path = app, pg_temp as $$
declare
    a text[] := array(select w from regexp_split_to_table(lower(one), '[^[:alpha:]]+') w where w <> '');
    b text[] := array(select w from regexp_split_to_table(lower(other), '[^[:alpha:]]+') w where w <> '');
begin
    if cardinality(a) = 0 or cardinality(b) = 0 then
        return false;
    end if;
    return array(select unnest(a) order by 1) = array(select unnest(b) order by 1)
        or (cardinality(a) > 1 and cardinality(b) > 1 and a[cardinality(a)] = b[cardinality(b)] and left(a[1], 1) = left(b[1], 1));
end
$$;

-- Pairs of young people in live nominations that the actor screens whose legal names are alike. The names stay here.
create or replace function alike_young_nominees(actor bigint, trusted boolean, keys bigint[]) returns table (one bigint, other bigint)
language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
    return query
    with screened as (
        select distinct n.nominee_id, n.legal_name from young_person_name n join nomination x on x.nominee_id = n.nominee_id
        where n.nominee_id = any (keys) and x.state in ('submitted', 'accepted') and reads_nominations(actor, trusted, x.category_id))
    select a.nominee_id, b.nominee_id from screened a
        join screened b on a.nominee_id < b.nominee_id and names_alike(a.legal_name, b.legal_name)
    order by 1, 2;
end
$$;

-- Pairs of nominees of one award and band of whom much the same is said, in live nominations that the actor screens: copies that were
-- changed a little. Whole texts are compared only where they share words that few others have, so that the time it takes grows with
-- what is alike and not with the square of what there is.
create or replace function alike_words(actor bigint, trusted boolean, wanted_scheme text)
returns table (category bigint, one bigint, other bigint, one_nomination uuid, other_nomination uuid, likeness float8)
language plpgsql stable set search_path = app, public, pg_temp as $$
begin
    return query
    with readable as materialized (
        select c.id from category c join scheme s on s.id = c.scheme_id
        where s.slug = wanted_scheme and reads_nominations(actor, trusted, c.id)),
    live as materialized (
        select x.id, x.public_id, x.category_id, coalesce(x.band, '') as band, x.nominee_id, x.statement
        from readable r join nomination x on x.category_id = r.id join nominee n on n.id = x.nominee_id
        where x.state in ('submitted', 'accepted') and n.person_id is distinct from actor and char_length(x.statement) >= 60),
    words as materialized (
        select l.id, l.category_id, l.band, v.lexeme, count(*) over (partition by l.category_id, l.band, v.lexeme) as texts
        from live l, unnest(to_tsvector('simple', l.statement)) v),
    pairs as (
        (select a.id as first, b.id as second
        from words a join words b on b.lexeme = a.lexeme and b.category_id = a.category_id and b.band = a.band and a.id < b.id
        where a.texts between 2 and 20
        group by a.id, b.id having count(*) >= 4 order by count(*) desc, a.id, b.id limit 500)
        union
        (select a.id, b.id from live a join live b
            on b.statement = a.statement and b.category_id = a.category_id and b.band = a.band and a.id < b.id
        order by a.id, b.id limit 500)),
    compared as (
        select a.category_id, a.nominee_id as first, b.nominee_id as second, a.public_id as first_id, b.public_id as second_id,
            similarity(a.statement, b.statement)::float8 as share
        from pairs p join live a on a.id = p.first join live b on b.id = p.second where a.nominee_id <> b.nominee_id)
    select distinct on (c.category_id, least(c.first, c.second), greatest(c.first, c.second))
        c.category_id, c.first, c.second, c.first_id, c.second_id, c.share
    from compared c where c.share >= 0.7
    order by c.category_id, least(c.first, c.second), greatest(c.first, c.second), c.share desc, c.first_id, c.second_id;
end
$$;
