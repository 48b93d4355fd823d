-- The ground: roles, the clock, and what text may look like.

create extension if not exists btree_gist;

do $$
declare
    wanted text;
begin
    foreach wanted in array array['practiceweek_app', 'practiceweek_safeguarding', 'practiceweek_results', 'practiceweek_readonly'] loop
        begin
            if not exists (select from pg_roles where rolname = wanted) then
                execute format('create role %I nologin', wanted);
            end if;
        exception when duplicate_object or unique_violation then
            null;
        end;
    end loop;
end
$$;

grant usage on schema app to practiceweek_app, practiceweek_safeguarding, practiceweek_results, practiceweek_readonly;
alter default privileges in schema app grant select, insert, update, delete on tables to practiceweek_app;
alter default privileges in schema app grant usage, select on sequences to practiceweek_app;
alter default privileges in schema app grant select on tables to practiceweek_readonly;

-- For what is written once: whoever asks, the owner included, may neither change nor remove it.
create function history_is_kept() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    raise exception using errcode = '23514', constraint = tg_table_name || '_is_append_only', message = 'this record is never changed or removed';
end
$$;

-- One row: what kind of installation this database is. A database is a test database only if it was created as one, and for ever.
create table installation (
    only_row boolean primary key default true constraint installation_single check (only_row),
    is_test boolean not null,
    is_demo boolean not null default false,
    created_at timestamptz not null default clock_timestamp()
);

create trigger installation_is_append_only before update or delete on installation for each row execute function history_is_kept();
create trigger installation_is_not_emptied before truncate on installation for each statement execute function history_is_kept();
revoke insert, update, delete on installation from practiceweek_app;

-- The one clock for deadlines, tokens and windows. A test database may start it elsewhere.
create function app_now() returns timestamptz
language plpgsql volatile parallel safe set search_path = app, pg_temp as $$
declare
    shift text := nullif(current_setting('app.clock_offset', true), '');
begin
    if shift is null then
        return clock_timestamp();
    end if;
    if (select is_test from app.installation) then
        return clock_timestamp() + shift::interval;
    end if;
    return clock_timestamp();
end
$$;

-- One line of text that a person can read: not empty, no control characters, no blank ends, within a length.
create function is_line(value text, longest int) returns boolean
language sql immutable strict parallel safe as $$
    select char_length(value) between 1 and longest and value !~ '[[:cntrl:]]' and value = btrim(value)
$$;

-- Several lines of text: tabs and line feeds are the only control characters.
create function is_prose(value text, longest int) returns boolean
language sql immutable strict parallel safe as $$
    select char_length(value) <= longest and value !~ '[\x01-\x08\x0b-\x1f\x7f]'
$$;

-- No case records in this system: a text that names a case number is refused.
create function names_a_case(value text) returns boolean
language sql immutable strict parallel safe as $$
    select value ~* '\mcase\s*(no\.?|number|ref\.?|reference|id)?\s*[:#]?\s*\d'
$$;

create function is_slug(value text) returns boolean
language sql immutable strict parallel safe as $$
    select value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(value) <= 80
$$;
