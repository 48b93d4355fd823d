-- Which of these texts, counted from 1, name a young person whose name is protected: by the whole of their name, or by any word of it
-- that is three letters long. A word that is common besides is a name with its capital alone. Whose it is, is not said.
create or replace function texts_naming_young_people(texts text[], wholly boolean) returns setof bigint
language plpgsql stable security definer set search_path = app, pg_temp as $$
declare
    common constant text[] := array['all', 'and', 'are', 'best', 'day', 'dear', 'ever', 'faith', 'for', 'good', 'grace', 'her', 'his',
        'hope', 'joy', 'long', 'mark', 'may', 'more', 'not', 'our', 'short', 'the', 'was', 'way', 'well', 'will', 'you', 'young'];
begin
    return query
    with names as materialized (
        select array(select part from regexp_split_to_table(lower(legal_name), '[^[:alnum:]]+') part where part <> '') as words
        from young_person_name),
    parts as materialized (
        select array(select distinct part from names, unnest(words) part where char_length(part) >= 3 and part <> all (common)) as rare,
            array(select distinct initcap(part) from names, unnest(words) part where part = any (common)) as capital),
    written as materialized (
        select place, regexp_split_to_array(content, '[^[:alnum:]]+') as words, regexp_split_to_array(lower(content), '[^[:alnum:]]+') as folded
        from unnest(texts) with ordinality as t(content, place))
    select w.place from written w cross join parts p
    where case when wholly then exists (select from names n where cardinality(n.words) > 1 and n.words <@ w.folded)
        else p.rare && w.folded or p.capital && w.words end
    order by 1;
end
$$;
revoke execute on function texts_naming_young_people(text[], boolean) from public;
grant execute on function texts_naming_young_people(text[], boolean) to practiceweek_app;
