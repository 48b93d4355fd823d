-- A card that was lost is withdrawn, and another one made; texts are found alike by their trigrams.
alter table young_judge add column withdrawn_at timestamptz;

create extension if not exists pg_trgm;
-- Where somebody made it before, it lies where our own functions look. Whose it is may not be ours to move; then it stays, and they look
-- in public as well.
do $$
begin
    if (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm') <> 'app' then
        alter extension pg_trgm set schema app;
    end if;
exception when insufficient_privilege then
    null;
end
$$;
