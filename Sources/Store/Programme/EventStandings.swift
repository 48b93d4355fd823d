package import Domain
package import Postgres

/// The events that are not over, and how far each draft is from its newest release; for those who schedule.
package struct EventStandings: Statement {
    package static let sql = """
        select e.slug, e.title, count(s.id) filter (where s.starts_at is null and s.state <> 'cancelled'),
            count(s.id) filter (where s.starts_at is not null and case
                when rs.session_id is null then s.state <> 'cancelled'
                when s.state = 'cancelled' then not exists (select from release x where x.id = rs.release_id and s.cancelled_at <= x.published_at)
                else (rs.title, rs.kind, rs.strand_id, rs.description, lower(rs.during), upper(rs.during), rs.room_id, rs.online, rs.capacity)
                        is distinct from (s.title, s.kind, s.strand_id, s.description, s.starts_at, s.ends_at, s.room_id, s.online_url is not null, s.capacity)
                    or array(select f.person_id from session_facilitator f where f.session_id = s.id order by 1)
                        <> array(select f.person_id from release_facilitator f where f.release_id = rs.release_id and f.session_id = s.id order by 1)
                end)
        from event e left join session s on s.event_id = e.id left join release_session rs on rs.session_id = s.id and rs.latest
        where app.actor_schedules($1, $2) and e.state in ('draft', 'published') and e.to_day >= (app.app_now() at time zone 'Europe/London')::date
        group by e.id order by e.from_day, e.slug
        """
    package let actor: Actor

    package init(_ actor: Actor) { self.actor = actor }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor: actor) }

    package static func decode(_ row: inout RowReader) throws -> EventStanding {
        try EventStanding(slug: row.next(), title: row.next(), unplaced: row.next(), changed: row.next())
    }
}
