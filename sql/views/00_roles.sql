-- The roles that people hold at this moment. The clock is asked once for each statement.
create or replace view person_role as
select person_id, role, coalesce(starts_at, granted_at) as granted_at
from role_grant
where not is_over and (starts_at is null or starts_at <= (select app_now())) and (ends_at is null or ends_at > (select app_now()));
