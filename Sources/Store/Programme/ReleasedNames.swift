package import Domain
package import Postgres

/// What everyone may know of released sessions, by their references: enough to name them in a sentence.
package struct ReleasedNames: Statement {
    package static let sql = """
        select s.reference, rs.title, lower(rs.during), upper(rs.during), si.name || ', ' || r.name
        from session s join release_session rs on rs.session_id = s.id and rs.latest
            left join room r on r.id = rs.room_id left join site si on si.id = r.site_id
        where s.reference = any($1)
        """
    package let references: [String]

    package init(_ references: [String]) { self.references = references }

    package func bind(to parameters: inout Parameters) { parameters.append(references) }

    package static func decode(_ row: inout RowReader) throws -> SessionName {
        try SessionName(
            reference: row.next(), title: row.next(), startsAt: row.next(), endsAt: row.next(), place: row.next())
    }
}
