-- A first embargo that is over already publishes a result, which takes two people as shortening one does.
create or replace function embargo_takes_two() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        if new.until_at > app_now() or new.confirmed_by is not null then
            return new;
        end if;
    elsif tg_op = 'UPDATE' and not (new.until_at < old.until_at and (new.confirmed_by is null or new.set_by is null)) then
        return new;
    end if;
    raise exception using errcode = '23514', constraint = 'embargo_shortened_by_two', message = 'an embargo is shortened by two people';
end
$$;
create trigger embargo_begins_ahead before insert on embargo for each row execute function embargo_takes_two();
