/// A Swift type with a binary form in PostgreSQL.
///
/// Scalars give `postgresType`, `sample`, `encode` and `decode`; the rest has defaults.
package protocol PostgresValue: Sendable {
    /// The type that a parameter is declared with.
    static var postgresType: PostgresType { get }

    /// Whether a column of this type can be decoded; by default only `postgresType`.
    static func accepts(_ type: PostgresType) -> Bool

    /// The type of an array of these values.
    static var arrayType: PostgresType { get }

    /// A NULL is not encoded at all.
    var isNull: Bool { get }

    /// Whether NULL is among the values.
    static var isNullable: Bool { get }

    func encode(into bytes: inout ByteWriter)

    /// - Parameter bytes: the column's binary form, nil for NULL. `type` has passed `accepts`.
    static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> Self

    static func encode(array: [Self], into bytes: inout ByteWriter)

    static func decode(array bytes: UnsafeRawBufferPointer, type: PostgresType) throws(PostgresError) -> [Self]

    /// Any value: what a statement's decoding is tried with when nothing but its types is asked for.
    static var sample: Self { get throws }
}

extension PostgresValue {
    package static func accepts(_ type: PostgresType) -> Bool { type.oid == postgresType.oid }

    package static var arrayType: PostgresType { postgresType.array }

    package var isNull: Bool { false }

    package static var isNullable: Bool { false }
}

extension PostgresError {
    package static func null(for type: Any.Type) -> PostgresError {
        PostgresError(.decoding, note: "NULL where \(type) was expected")
    }

    package static func malformed(_ type: Any.Type) -> PostgresError {
        PostgresError(.decoding, note: "the bytes are no \(type)")
    }
}
