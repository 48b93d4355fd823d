package import Domain
package import Postgres

/// The events an actor may see: released ones, and drafts for those who schedule.
package struct Events: Statement {
    package static let sql = """
        with actor as materialized (select app.actor_schedules($1, $2) as schedules)
        select e.id, e.slug, e.code, e.title, e.from_day, e.to_day, e.state, e.latest_release,
            case when actor.schedules then (select count(*) from session s where s.event_id = e.id and s.state <> 'cancelled')
                else (select count(*) from release_session rs where rs.event_id = e.id and rs.live) end
        from event e, actor
        where (e.state <> 'draft' or actor.schedules) and ($3::text is null or e.slug = $3)
        order by e.from_day, e.slug
        """
    package let actor: Actor
    package let slug: String?

    package init(_ actor: Actor, slug: String? = nil) {
        self.actor = actor
        self.slug = slug
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(slug)
    }

    package static func decode(_ row: inout RowReader) throws -> Event {
        try Event(
            id: row.next(), slug: row.next(), code: row.next(), title: row.next(), from: row.next(), to: row.next(),
            state: row.next(),
            latestRelease: row.next(), sessions: row.next())
    }
}

/// An event, locked for the rest of the transaction.
package struct LockEvent: Statement {
    package static let sql =
        "select id, code, title, from_day, to_day, state, latest_release from event where slug = $1 for no key update"

    package struct Found: Sendable {
        package let id: ID<Event>
        package let code: String
        package let title: String
        package let from: Day
        package let to: Day
        package let state: Event.State
        package let latestRelease: Int
    }
    package let slug: String

    package init(slug: String) { self.slug = slug }

    package func bind(to parameters: inout Parameters) { parameters.append(slug) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            id: row.next(), code: row.next(), title: row.next(), from: row.next(), to: row.next(), state: row.next(),
            latestRelease: row.next())
    }
}

package struct EventCodes: Statement {
    package static let sql = "select code from event where starts_with(code, $1)"
    package let prefix: String

    package init(prefix: String) { self.prefix = prefix }

    package func bind(to parameters: inout Parameters) { parameters.append(prefix) }

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}

package struct InsertEvent: Statement {
    package static let sql =
        "insert into event (slug, code, title, from_day, to_day) values ($1, $2, $3, $4, $5) returning id"
    package let slug: String
    package let code: String
    package let title: String
    package let from: Day
    package let to: Day

    package init(slug: String, code: String, title: String, from: Day, to: Day) {
        self.slug = slug
        self.code = code
        self.title = title
        self.from = from
        self.to = to
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(slug, code, title, from, to) }

    package static func decode(_ row: inout RowReader) throws -> ID<Event> { try row.next() }
}

package struct UpdateEvent: Statement {
    package static let sql =
        "update event set title = $2, from_day = $3, to_day = $4, revision = revision + 1 where id = $1"
    package let id: ID<Event>
    package let title: String
    package let from: Day
    package let to: Day

    package init(id: ID<Event>, title: String, from: Day, to: Day) {
        self.id = id
        self.title = title
        self.from = from
        self.to = to
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, title, from, to) }
}

/// Takes the next `count` session numbers of an event and gives the first of them.
package struct TakeNumbers: Statement {
    package static let sql = "update event set next_number = next_number + $2 where id = $1 returning next_number - $2"
    package let event: ID<Event>
    package let count: Int

    package init(event: ID<Event>, count: Int) {
        self.event = event
        self.count = count
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(event, count) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Counts on past a number that an import brought with it.
package struct SkipNumbers: Statement {
    package static let sql = "update event set next_number = greatest(next_number, $2 + 1) where id = $1"
    package let event: ID<Event>
    package let past: Int

    package init(event: ID<Event>, past: Int) {
        self.event = event
        self.past = past
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(event, past) }
}

package struct Strands: Statement {
    package static let sql = """
        select e.slug, s.slug, s.name, s.id from strand s join event e on e.id = s.event_id
        where $1::text is null or e.slug = $1 order by e.slug, s.name
        """
    package let event: String?

    package init(event: String?) { self.event = event }

    package func bind(to parameters: inout Parameters) { parameters.append(event) }

    package static func decode(_ row: inout RowReader) throws -> (strand: Strand, id: ID<Strand>) {
        (try Strand(event: row.next(), slug: row.next(), name: row.next()), try row.next())
    }
}

package struct InsertStrand: Statement {
    package static let sql = "insert into strand (event_id, slug, name) values ($1, $2, $3) returning id"
    package let event: ID<Event>
    package let slug: String
    package let name: String

    package init(event: ID<Event>, slug: String, name: String) {
        self.event = event
        self.slug = slug
        self.name = name
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(event, slug, name) }

    package static func decode(_ row: inout RowReader) throws -> ID<Strand> { try row.next() }
}
