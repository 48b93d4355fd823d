-- What a judge wrote in a ballot that was voided goes with the rest of what is known of a young person; the ballot itself stays.
create function voided_ballot_is_kept() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'UPDATE' and is_purging() and (to_jsonb(new) - 'content') = (to_jsonb(old) - 'content') then
        return new;
    end if;
    raise exception using errcode = '23514', constraint = 'voided_ballot_is_append_only', message = 'this record is never changed or removed';
end
$$;
drop trigger voided_ballot_is_append_only on voided_ballot;
create trigger voided_ballot_is_append_only before update or delete on voided_ballot for each row execute function voided_ballot_is_kept();
