-- Which of these texts, counted from 1, name a young person whose name is protected: by the whole of their name, or by any word of it
-- that is three letters long. Whose it is, is not said.
create or replace function texts_naming_young_people(texts text[], wholly boolean) returns setof bigint
language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
    return query
    with names as materialized (
        select array(select part from regexp_split_to_table(lower(legal_name), '[^[:alnum:]]+') part where part <> '') as words,
            array(select part from regexp_split_to_table(lower(legal_name), '[^[:alnum:]]+') part where char_length(part) >= 3) as long_words
        from young_person_name),
    written as materialized (
        select place, regexp_split_to_array(lower(content), '[^[:alnum:]]+') as words
        from unnest(texts) with ordinality as t(content, place))
    select w.place from written w
    where exists (
        select from names n
        where case when wholly then cardinality(n.words) > 1 and n.words <@ w.words else n.long_words && w.words end)
    order by 1;
end
$$;
revoke execute on function texts_naming_young_people(text[], boolean) from public;
grant execute on function texts_naming_young_people(text[], boolean) to practiceweek_app;
