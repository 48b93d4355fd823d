select s.reference as object, 'was released but is in no latest release' as finding
from session s where s.ever_released and not exists (select from release_session rs where rs.session_id = s.id and rs.latest)
union all
select s.reference, 'the release and the session disagree about being live'
from session s join release_session rs on rs.session_id = s.id and rs.latest where rs.live <> (s.state = 'scheduled')
union all
select e.slug, 'its newest release is not the one it names'
from event e where e.latest_release <> coalesce((select max(number) from release r where r.event_id = e.id), 0)
