/// The types that a statement's Swift side asks for, found by running `bind` and `decode` without a server.
/// Decoding is given sample values, so it sees the path that those take through `decode`.
package struct StatementTypes: Sendable {
    package struct Column: Sendable {
        package let type: PostgresType
        /// Whether the Swift side takes NULL.
        package let isNullable: Bool
        package let accepts: @Sendable (PostgresType) -> Bool
    }

    package let name: String
    package let parameters: [PostgresType]
    package let columns: [Column]
    /// Whether rows are of no interest, so that columns need not be matched.
    package let ignoresRows: Bool

    package static func of<S: Statement>(_ statement: S) throws -> StatementTypes {
        var parameters = Parameters()
        statement.bind(to: &parameters)
        var reader = RowReader(recording: ())
        _ = try S.decode(&reader)
        return StatementTypes(
            name: "\(S.self)", parameters: parameters.types, columns: reader.recorded,
            ignoresRows: S.Row.self == Void.self && reader.recorded.isEmpty)
    }

    /// What does not fit between the Swift side and the server's: one sentence each, empty when all is well.
    package func mismatches(with server: StatementDescription) -> [String] {
        var sentences: [String] = []
        if parameters.count != server.parameters.count {
            sentences.append("\(name) binds \(parameters.count) parameters, its SQL has \(server.parameters.count)")
        }
        for (index, pair) in zip(parameters, server.parameters).enumerated() where !pair.0.fits(pair.1) {
            sentences.append("\(name) binds \(pair.0) to $\(index + 1), which is \(pair.1)")
        }
        guard !ignoresRows else { return sentences }
        if columns.count != server.columns.count {
            sentences.append("\(name) decodes \(columns.count) columns, its SQL gives \(server.columns.count)")
        }
        for (mine, theirs) in zip(columns, server.columns) where !mine.accepts(theirs.type) {
            sentences.append("\(name) decodes \(mine.type) from \"\(theirs.name)\", which is \(theirs.type)")
        }
        return sentences
    }

    /// Columns of tables without NOT NULL that are decoded as if they never were NULL; a WHERE may rule that out.
    package func nullabilityDoubts(with server: StatementDescription) -> [String] {
        zip(columns, server.columns).filter { $1.isNullable == true && !$0.isNullable }
            .map { "\(name) decodes \"\($1.name)\", which may be NULL, as if it never were" }
    }
}

extension PostgresType {
    private static let families: [Set<UInt32>] = [
        [PostgresType.int8.oid, PostgresType.int4.oid, PostgresType.int2.oid],
        [PostgresType.float8.oid, PostgresType.float4.oid],
        [
            PostgresType.text.oid, PostgresType.varchar.oid, PostgresType.bpchar.oid, PostgresType.objectName.oid,
            PostgresType.unknown.oid,
        ],
    ]

    /// Whether a parameter declared with this type may stand where the server would have inferred the other: the same,
    /// or of one family, between which the server casts on its own.
    func fits(_ inferred: PostgresType) -> Bool {
        self == inferred || PostgresType.families.contains { $0.contains(oid) && $0.contains(inferred.oid) }
            || (element.flatMap { mine in inferred.element.map(mine.fits) } ?? false)
    }
}
