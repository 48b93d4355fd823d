internal import CLibPQ

/// Owns one result of libpq. It is complete and never changes after it has left the loop, so any task may read it.
final class QueryResult: @unchecked Sendable {
    private let result: OpaquePointer

    /// Takes ownership.
    init(owning result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    var rowCount: Int { Int(PQntuples(result)) }

    var columnCount: Int { Int(PQnfields(result)) }

    /// Rows that the command inserted, updated, deleted, selected or copied.
    var affected: Int {
        guard let digits = PQcmdTuples(result) else { return 0 }
        return Int(String(cString: digits)) ?? 0
    }

    /// The command's name with its counts, such as `INSERT 0 1`.
    var tag: String { PQcmdStatus(result).map { String(cString: $0) } ?? "" }

    func type(column: Int) -> UInt32 { PQftype(result, Int32(truncatingIfNeeded: column)) }

    func name(column: Int) -> String {
        PQfname(result, Int32(truncatingIfNeeded: column)).map { String(cString: $0) } ?? ""
    }

    /// The table and the attribute number of a column that comes straight from a table.
    func origin(column: Int) -> (table: UInt32, attribute: Int)? {
        let table = PQftable(result, Int32(truncatingIfNeeded: column))
        guard table != 0 else { return nil }
        return (table, Int(PQftablecol(result, Int32(truncatingIfNeeded: column))))
    }

    var parameterTypes: [UInt32] { (0..<PQnparams(result)).map { PQparamtype(result, $0) } }

    /// The bytes of one field, valid as long as this object lives; nil for NULL. Row and column are in range.
    func field(row: Int, column: Int) -> UnsafeRawBufferPointer? {
        let row = Int32(truncatingIfNeeded: row)
        let column = Int32(truncatingIfNeeded: column)
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else { return nil }
        return UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
    }
}
