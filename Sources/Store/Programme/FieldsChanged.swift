package import Postgres

/// What the last so many edits of a session touched, for telling somebody whose copy is that much older.
package struct FieldsChanged: Statement {
    package static let sql = """
        select distinct field from (
            select after from audit_entry
            where object = 'session:' || $1 and action in ('session.change', 'session.move', 'session.cancel', 'session.restore')
            order by id desc limit $2) edits
        cross join lateral jsonb_object_keys(coalesce(after, '{}'::jsonb)) as field order by field
        """
    package let reference: String
    package let edits: Int

    package init(reference: String, edits: Int) {
        self.reference = reference
        self.edits = edits
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(reference, edits) }

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}
