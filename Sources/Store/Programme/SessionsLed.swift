package import Domain
package import Postgres

/// The released sessions that somebody leads, until a fortnight after each, soonest first: those whose register is theirs.
package struct SessionsLed: Statement {
    package static let sql = """
        select \(SessionFilter.columns) from programme_entry v join session_facilitator f on f.session_id = v.id
        where f.person_id = $1 and v.ends_at > app.app_now() - interval '14 days' and v.state <> 'cancelled'
        order by v.starts_at, v.reference limit 200
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> Session { try Session.read(&row) }
}
