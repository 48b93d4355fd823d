select 'seal ' || s.id as object, format('entries %s to %s do not hash to what was sealed', s.first_entry, s.last_entry) as finding
from (select id, first_entry, last_entry, hash, lag(hash) over (order by id) as before from audit_seal) s
where s.hash is distinct from (
    select sha256(coalesce(s.before, ''::bytea) || string_agg(sha256(convert_to(a::text, 'UTF8')), ''::bytea order by a.id))
    from audit_entry a where a.id between s.first_entry and s.last_entry)
