-- Why somebody has a conflict with a young person, and why a ballot about them was voided, go with the rest of what is known of them.
create or replace function voided_ballot_is_kept() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'UPDATE' and is_purging()
        and (to_jsonb(new) - 'content' - 'reason') = (to_jsonb(old) - 'content' - 'reason') then
        return new;
    end if;
    raise exception using errcode = '23514', constraint = 'voided_ballot_is_append_only', message = 'this record is never changed or removed';
end
$$;
