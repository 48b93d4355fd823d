import Postgres

struct AppliedMigrations: Statement {
    struct Row: Sendable {
        let name: String
        let checksum: String
    }

    static let sql = "select name, checksum from app.schema_migration"

    static func decode(_ row: inout RowReader) throws -> Row {
        try Row(name: row.next(), checksum: row.next())
    }
}

struct RecordMigration: Statement {
    static let sql = """
        insert into app.schema_migration (name, checksum) values ($1, $2)
        on conflict (name) do update set checksum = excluded.checksum, applied_at = clock_timestamp()
        """
    let name: String
    let checksum: String

    func bind(to parameters: inout Parameters) { parameters.bind(name, checksum) }
}

struct Checksum: Statement {
    static let sql = "select encode(sha256(convert_to($1, 'UTF8')), 'hex')"
    let text: String

    func bind(to parameters: inout Parameters) { parameters.append(text) }

    static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}

struct InsertInstallation: Statement {
    static let sql = "insert into app.installation (is_test, is_demo) values ($1, $2) on conflict do nothing"
    let isTest: Bool
    let isDemo: Bool

    func bind(to parameters: inout Parameters) { parameters.bind(isTest, isDemo) }
}
