-- The roles that people hold at this moment. The clock is asked once for each statement.
create or replace view person_role as
select person_id, role, starts_at as granted_at
from role_grant where starts_at <= (select app_now()) and (ends_at is null or ends_at > (select app_now()));
