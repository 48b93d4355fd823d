/// What the server says of a statement that it has prepared.
package struct StatementDescription: Sendable {
    package struct Column: Sendable {
        package let name: String
        package let type: PostgresType
        /// True for a plain column of a table without NOT NULL, false for one with it (an outer join can still make it
        /// NULL), nil for an expression.
        package let isNullable: Bool?
    }

    /// The types that the server infers when none is declared.
    package let parameters: [PostgresType]
    package let columns: [Column]
}
