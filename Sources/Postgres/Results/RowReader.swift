/// Takes the columns of a row one by one. In `StatementTypes.of` it hands out samples and records what was asked for.
package struct RowReader {
    private let result: QueryResult?
    private var row = 0
    private var column = 0
    private(set) var recorded: [StatementTypes.Column] = []

    init(_ result: QueryResult) { self.result = result }

    init(recording: Void) { result = nil }

    mutating func move(to row: Int) {
        self.row = row
        column = 0
    }

    /// The next column's value; the column's type is checked, so bytes of another type are never taken for a value.
    package mutating func next<Value: PostgresValue>(_ type: Value.Type = Value.self) throws -> Value {
        guard let result else { return try record(type) }
        guard column < result.columnCount else {
            throw PostgresError(.decoding, note: "\(Value.self) was expected after the last column")
        }
        defer { column += 1 }
        let actual = PostgresType(oid: result.type(column: column))
        let field = result.field(row: row, column: column)
        do throws(PostgresError) {
            guard Value.accepts(actual) else {
                throw PostgresError(.decoding, note: "\(actual) where \(Value.self) was expected")
            }
            return try Value.decode(field, type: actual)
        } catch {
            var named = error
            named.column = result.name(column: column)
            throw named
        }
    }

    /// Whether all columns have been taken.
    package var isAtEnd: Bool { column >= (result?.columnCount ?? 0) }

    private mutating func record<Value: PostgresValue>(_ type: Value.Type) throws -> Value {
        recorded.append(
            StatementTypes.Column(
                type: Value.postgresType, isNullable: Value.isNullable, accepts: { Value.accepts($0) }))
        return try Value.sample
    }
}

extension QueryResult {
    /// Decodes every row; runs on the caller's task.
    func rows<S: Statement>(of statement: S.Type) throws -> [S.Row] {
        var reader = RowReader(self)
        var rows: [S.Row] = []
        let count = rowCount
        rows.reserveCapacity(count)
        do {
            for row in 0..<count {
                reader.move(to: row)
                rows.append(try S.decode(&reader))
            }
        } catch let error as PostgresError {
            throw error.named("\(S.self)")
        }
        return rows
    }
}
