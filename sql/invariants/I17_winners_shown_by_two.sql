select y.slug as object, 'a winner is on stage that the presenter and the stage manager have not both confirmed' as finding
from ceremony_cue q join ceremony y on y.id = q.ceremony_id join category c on c.id = q.category_id join scheme s on s.id = c.scheme_id
where not q.is_rehearsal and s.kind <> 'celebrated' and q.state in ('winner', 'citation', 'applause')
    and (select count(*) from ceremony_confirmation o
        where o.ceremony_id = y.id and o.category_id = c.id and o.version = y.version) < 2
union all
select y.slug, 'a ceremony goes on that was never compiled'
from ceremony_cue q join ceremony y on y.id = q.ceremony_id
where not q.is_rehearsal and q.state <> 'waiting' and y.version is null
