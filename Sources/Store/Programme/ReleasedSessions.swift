package import Domain
package import Postgres

/// The programme as released: what everyone reads. With `PRACTICEWEEK_PUBLIC` off the faces ask for a signed-in actor first.
package struct ReleasedSessions: Statement {
    package static let sql = """
        select \(SessionFilter.columns) from programme_entry v
        where ($1::bigint is null or $2 is not null) and \(SessionFilter.conditions)
        order by v.starts_at, v.reference
        """
    package let filter: SessionFilter

    package init(_ filter: SessionFilter) { self.filter = filter }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(ID<Person>?.none, false)
        filter.bind(to: &parameters)
    }

    package static func decode(_ row: inout RowReader) throws -> Session { try Session.read(&row) }
}
