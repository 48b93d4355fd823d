import Postgres

/// Sends a value and gets it back: the declared type goes all the way.
struct Echo<Value: PostgresValue>: Statement {
    let value: Value
    static var sql: String { "SELECT $1" }

    func bind(to parameters: inout Parameters) { parameters.append(value) }

    static func decode(_ row: inout RowReader) throws -> Value { try row.next() }
}

/// Sends a value and gets the server's own writing of it.
struct Written<Value: PostgresValue>: Statement {
    let value: Value
    static var sql: String { "SELECT $1::text" }

    func bind(to parameters: inout Parameters) { parameters.append(value) }

    static func decode(_ row: inout RowReader) throws -> String? { try row.next() }
}

struct Sleep: Statement {
    let seconds: Double
    static let sql = "SELECT pg_sleep($1)"

    func bind(to parameters: inout Parameters) { parameters.append(seconds) }
}

struct BackendID: Statement {
    static let sql = "SELECT pg_backend_pid()"

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

struct TerminateBackend: Statement {
    let backend: Int
    static let sql = "SELECT pg_terminate_backend($1::int)"

    func bind(to parameters: inout Parameters) { parameters.append(backend) }
}

/// What a backend waits for, such as `PgSleep`; empty when it is gone or waits for nothing.
struct WaitEvent: Statement {
    let backend: Int
    static let sql = "SELECT coalesce(wait_event, '') FROM pg_stat_activity WHERE pid = $1 AND state = 'active'"

    func bind(to parameters: inout Parameters) { parameters.append(backend) }

    static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}

struct DivideByZero: Statement {
    static let sql = "SELECT 1 / (random() * 0)::int"

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Fails with any SQLSTATE through the function `raise_state`.
struct RaiseState: Statement {
    let state: String
    static let sql = "SELECT raise_state($1)"

    func bind(to parameters: inout Parameters) { parameters.append(state) }

    static let function = """
        CREATE OR REPLACE FUNCTION raise_state(state text) RETURNS void LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'as asked' USING ERRCODE = state; END $$
        """
}

/// The temporary or permanent table of one test, with two columns.
struct InsertItem: Statement {
    let id: Int
    var label: String?
    static let sql = "INSERT INTO item (id, label) VALUES ($1, $2)"

    func bind(to parameters: inout Parameters) {
        parameters.append(id)
        parameters.append(label)
    }
}

struct CountItems: Statement {
    static let sql = "SELECT count(*) FROM item"

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
