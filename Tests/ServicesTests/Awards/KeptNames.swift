import Postgres

/// Every legal name that is kept, as the owner reads them.
struct KeptNames: Statement {
    static let sql = "select string_agg(legal_name, ';') from app.young_person_name"

    static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}
