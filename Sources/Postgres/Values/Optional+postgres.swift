extension Optional: PostgresValue where Wrapped: PostgresValue {
    package static var postgresType: PostgresType { Wrapped.postgresType }
    package static var arrayType: PostgresType { Wrapped.postgresType.array }
    package static var isNullable: Bool { true }
    package static var sample: Wrapped? { get throws { try Wrapped.sample } }

    package static func accepts(_ type: PostgresType) -> Bool { Wrapped.accepts(type) }

    package var isNull: Bool { self?.isNull ?? true }

    package func encode(into bytes: inout ByteWriter) { self?.encode(into: &bytes) }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> Wrapped? {
        guard let bytes else { return nil }
        return try Wrapped.decode(bytes, type: type)
    }
}
