-- Which prints of a ceremony, or with something of a young person, hold what may not be shown any more, and are not destroyed. Who it is
-- about is not said.
create or replace function outdated_prints(ceremony_key bigint, nominee_key bigint) returns setof bigint
language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
    return query
    with held as materialized (
        select h.print_id, h.nominee_id, h.use, h.channel
        from ceremony_print_held h join ceremony_print p on p.id = h.print_id
        where p.destroyed_at is null and (ceremony_key is null or p.ceremony_id = ceremony_key)
            and (nominee_key is null or h.nominee_id = nominee_key)),
    gone as materialized (
        select h.nominee_id, h.use, h.channel from held h group by h.nominee_id, h.use, h.channel
        having not may_show(h.nominee_id, h.use, h.channel))
    select distinct h.print_id from held h join gone g using (nominee_id, use, channel);
end
$$;
revoke execute on function outdated_prints(bigint, bigint) from public;
grant execute on function outdated_prints(bigint, bigint) to practiceweek_app;
