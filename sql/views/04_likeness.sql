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
