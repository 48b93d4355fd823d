package import Domain
package import Postgres

extension Cue.State: PostgresEnum {}
extension CrewPart: PostgresEnum {}

/// Ceremonies that the actor may see: all for those who run them, for its crew their own.
package struct Ceremonies: Statement {
    static let columns = """
        y.id, y.slug, y.title, t.name || '/' || r.name, y.doors_at, y.starts_at, y.finish_at, y.version,
        array(select s.slug from ceremony_scheme x join scheme s on s.id = x.scheme_id where x.ceremony_id = y.id order by x.place),
        q.is_rehearsal, q.sequence, q.category_id, q.state, q.step
        """
    static let tables = """
        ceremony y join ceremony_cue q on q.ceremony_id = y.id join room r on r.id = y.room_id join site t on t.id = r.site_id
        """
    package static let sql = """
        select \(columns) from \(tables)
        where ($3::text is null or y.slug = $3) and (app.actor_schedules($1, $2)
            or exists (select from ceremony_crew m join person p on p.id = m.person_id
                where m.ceremony_id = y.id and m.person_id = $1 and p.left_at is null))
        order by y.starts_at desc, y.slug
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

    package static func decode(_ row: inout RowReader) throws -> Ceremony { try ceremony(&row) }

    static func ceremony(_ row: inout RowReader) throws -> Ceremony {
        try Ceremony(
            id: row.next(), slug: row.next(), title: row.next(), room: row.next(), doorsAt: row.next(),
            startsAt: row.next(), finishAt: row.next(), version: row.next(),
            schemes: row.next(),
            cue: Cue(
                isRehearsal: row.next(), sequence: row.next(), category: row.next(), state: row.next(),
                step: row.next()))
    }
}

/// Whether it is the day of a ceremony, in London, or within half a day of its beginning.
package struct IsDayOfCeremony: Statement {
    package static let sql = """
        select (y.starts_at at time zone 'Europe/London')::date = (app.app_now() at time zone 'Europe/London')::date
            or app.app_now() between y.starts_at - interval '12 hours' and y.starts_at + interval '12 hours'
        from ceremony y where y.id = $1
        """
    package let ceremony: ID<Ceremony>

    package init(_ ceremony: ID<Ceremony>) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> Bool { try row.next() }
}

/// A ceremony, held until the end of the transaction: whoever presses meanwhile waits.
package struct LockCeremony: Statement {
    package static let sql = """
        select \(Ceremonies.columns) from \(Ceremonies.tables) where y.id = $1 for no key update of y, q
        """
    package let ceremony: ID<Ceremony>

    package init(_ ceremony: ID<Ceremony>) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> Ceremony { try Ceremonies.ceremony(&row) }
}

package struct InsertCeremony: Statement {
    package static let sql = """
        with made as (
            insert into ceremony (slug, title, room_id, doors_at, starts_at, finish_at, made_by)
            values ($1, $2, $3, $4, $5, $6, $7) returning id),
        given as (
            insert into ceremony_scheme (ceremony_id, scheme_id, place)
            select m.id, s.id, w.place from made m, unnest($8::text[]) with ordinality w (slug, place) join scheme s on s.slug = w.slug),
        cue as (insert into ceremony_cue (ceremony_id) select id from made)
        select id from made
        """
    package let new: NewCeremony
    package let room: ID<Room>
    package let by: ID<Person>?

    package init(_ new: NewCeremony, room: ID<Room>, by: ID<Person>?) {
        self.new = new
        self.room = room
        self.by = by
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(new.slug, new.title, room, new.doorsAt, new.startsAt, new.finishAt, by, new.schemes)
    }

    package static func decode(_ row: inout RowReader) throws -> ID<Ceremony> { try row.next() }
}

package struct UpdateCeremony: Statement {
    package static let sql = """
        update ceremony set title = $2, room_id = $3, doors_at = $4, starts_at = $5, finish_at = $6 where id = $1
        """
    package let ceremony: ID<Ceremony>
    package let new: NewCeremony
    package let room: ID<Room>

    package init(_ ceremony: ID<Ceremony>, _ new: NewCeremony, room: ID<Room>) {
        self.ceremony = ceremony
        self.new = new
        self.room = room
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(ceremony, new.title, room, new.doorsAt, new.startsAt, new.finishAt)
    }
}

package struct CrewOfCeremony: Statement {
    package static let sql = """
        select m.part, p.id, p.name, p.email from ceremony_crew m join person p on p.id = m.person_id
        where m.ceremony_id = $1 and p.left_at is null
        order by array_position(array['presenter', 'stage_manager', 'reader', 'photographer'], m.part), p.name, p.id
        """
    package let ceremony: ID<Ceremony>

    package init(_ ceremony: ID<Ceremony>) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> CrewMember {
        try CrewMember(part: row.next(), person: row.next(), name: row.next(), email: row.next())
    }
}

/// Leaves a part to somebody else, or to nobody.
package struct ClearCrew: Statement {
    package static let sql = """
        delete from ceremony_crew where ceremony_id = $1 and part = $2 and ($3::bigint is null or person_id = $3)
        """
    package let ceremony: ID<Ceremony>
    package let part: CrewPart
    package let person: ID<Person>?

    package init(_ ceremony: ID<Ceremony>, _ part: CrewPart, person: ID<Person>? = nil) {
        self.ceremony = ceremony
        self.part = part
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, part, person) }
}

package struct InsertCrew: Statement {
    package static let sql = """
        insert into ceremony_crew (ceremony_id, part, person_id) values ($1, $2, $3) on conflict on constraint ceremony_crew_pkey do nothing
        """
    package let ceremony: ID<Ceremony>
    package let part: CrewPart
    package let person: ID<Person>

    package init(_ ceremony: ID<Ceremony>, _ part: CrewPart, _ person: ID<Person>) {
        self.ceremony = ceremony
        self.part = part
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, part, person) }
}
