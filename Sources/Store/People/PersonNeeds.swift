package import Domain
package import Postgres

/// What a person has told; no row: nothing.
package struct NeedsOfPerson: Statement {
    package static let sql = "select needs, other, shared from person_needs where person_id = $1"
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> Needs { try Needs.read(&row) }
}

extension Needs {
    static func read(_ row: inout RowReader) throws -> Needs {
        let codes: [String] = try row.next()
        return try Needs(needs: codes.compactMap { Need(rawValue: $0) }, other: row.next(), isShared: row.next())
    }
}

package struct TellNeeds: Statement {
    package static let sql = """
        insert into person_needs (person_id, needs, other, shared) values ($1, $2, $3, $4)
        on conflict (person_id) do update set needs = excluded.needs, other = excluded.other, shared = excluded.shared,
            told_at = excluded.told_at
        """
    package let person: ID<Person>
    package let needs: Needs

    package init(_ person: ID<Person>, _ needs: Needs) {
        self.person = person
        self.needs = needs
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(person, needs.needs.map(\.rawValue), needs.other, needs.isShared)
    }
}

package struct ForgetNeeds: Statement {
    package static let sql = "delete from person_needs where person_id = $1"
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }
}

/// Whether the actor may know what those need who are booked on a session: staff always, those who lead it from seven days
/// before until fourteen days after. One row; none for a session that is not there.
package struct MayReadNeeds: Statement {
    package struct Found: Sendable {
        package let isStaff: Bool
        package let leads: Bool
        package let isTime: Bool
    }

    package static let sql = """
        select app.actor_holds($1, $2, array['staff']),
            exists (select from release_facilitator f where f.session_id = s.id and f.person_id = $1 and f.live),
            coalesce(coalesce(lower(rs.during), s.starts_at) - interval '7 days' <= app.app_now()
                and coalesce(upper(rs.during), s.ends_at) + interval '14 days' > app.app_now(), false)
        from session s left join release_session rs on rs.session_id = s.id and rs.latest where s.reference = $3
        """
    package let actor: Actor
    package let reference: String

    package init(_ actor: Actor, reference: String) {
        self.actor = actor
        self.reference = reference
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(reference)
    }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(isStaff: row.next(), leads: row.next(), isTime: row.next())
    }
}

/// What everybody told who has a place in a session, by name; for those whom `MayReadNeeds` lets.
package struct NeedsOfSession: Statement {
    package static let sql = """
        select p.name, n.needs, n.other, n.shared
        from session s join booking b on b.session_id = s.id and b.state in ('confirmed', 'offered')
            join person p on p.id = b.person_id join person_needs n on n.person_id = p.id
        where s.reference = $3 and (app.actor_holds($1, $2, array['staff'])
            or exists (select from release_facilitator f where f.session_id = s.id and f.person_id = $1 and f.live))
        order by p.name, p.id
        """
    package let actor: Actor
    package let reference: String

    package init(_ actor: Actor, reference: String) {
        self.actor = actor
        self.reference = reference
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(reference)
    }

    package static func decode(_ row: inout RowReader) throws -> SessionNeeds.Named {
        try SessionNeeds.Named(name: row.next(), needs: Needs.read(&row))
    }
}
