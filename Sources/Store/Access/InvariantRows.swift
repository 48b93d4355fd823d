package import Postgres

/// What an invariant's statement found, from the temporary table that it was run into.
package struct InvariantRows: Statement {
    package static let sql = "select object::text, finding::text from pg_temp.invariant_rows order by 1, 2 limit 1000"

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> (object: String, finding: String) {
        (try row.next(), try row.next())
    }
}
