package import Domain
package import Postgres

/// The references of coming sessions that a person leads in the draft.
package struct SessionsLedBy: Statement {
    package static let sql = """
        select s.reference from session s join session_facilitator f on f.session_id = s.id
        where f.person_id = $1 and s.state <> 'cancelled' and (s.ends_at is null or s.ends_at > app.app_now()) order by s.reference
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}
