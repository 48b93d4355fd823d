/// Resolves domains to the types they are made of.
private struct BaseTypes: Statement {
    let oids: [Int]
    static let sql = """
        SELECT t.oid::int8, CASE WHEN t.typbasetype <> 0 THEN t.typbasetype ELSE t.oid END::int8
        FROM pg_catalog.pg_type t
        WHERE t.oid::int8 = ANY ($1)
        """

    func bind(to parameters: inout Parameters) { parameters.append(oids) }

    static func decode(_ row: inout RowReader) throws -> (oid: Int, base: Int) {
        (try row.next(), try row.next())
    }
}

/// Whether columns of tables (not of views) may be NULL.
private struct NullableColumns: Statement {
    let tables: [Int]
    static let sql = """
        SELECT a.attrelid::int8, a.attnum, NOT a.attnotnull
        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
        WHERE c.relkind IN ('r', 'p') AND a.attrelid::int8 = ANY ($1)
        """

    func bind(to parameters: inout Parameters) { parameters.append(tables) }

    static func decode(_ row: inout RowReader) throws -> (table: Int, attribute: Int, isNullable: Bool) {
        (try row.next(), try row.next(), try row.next())
    }
}

extension StatementDescription {
    init(parameters: [UInt32], result: QueryResult, client: PostgresClient) async throws {
        let columns = 0..<result.columnCount
        let oids = Set(parameters + columns.map { result.type(column: $0) })
        var types: [UInt32: PostgresType] = [:]
        for row in try await client.read(BaseTypes(oids: oids.map { Int($0) })) {
            types[UInt32(truncatingIfNeeded: row.oid)] = PostgresType(oid: UInt32(truncatingIfNeeded: row.base))
        }
        let tables = Set(columns.compactMap { result.origin(column: $0)?.table })
        var nullable: [UInt32: [Int: Bool]] = [:]
        for row in try await client.read(NullableColumns(tables: tables.map { Int($0) })) {
            nullable[UInt32(truncatingIfNeeded: row.table), default: [:]][row.attribute] = row.isNullable
        }
        self.parameters = parameters.map { types[$0] ?? PostgresType(oid: $0) }
        self.columns = columns.map { column in
            let type = result.type(column: column)
            let origin = result.origin(column: column)
            return Column(
                name: result.name(column: column), type: types[type] ?? PostgresType(oid: type),
                isNullable: origin.flatMap { nullable[$0.table]?[$0.attribute] })
        }
    }
}
