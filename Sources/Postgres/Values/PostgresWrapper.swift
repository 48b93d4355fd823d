/// A type that wraps one value of the database, such as an id. A type whose `init(rawValue:)` refuses the raw value's
/// sample declares a `sample` of its own.
package protocol PostgresWrapper: RawRepresentable, PostgresValue where RawValue: PostgresValue {}

extension PostgresWrapper {
    package static var postgresType: PostgresType { RawValue.postgresType }

    package static func accepts(_ type: PostgresType) -> Bool { RawValue.accepts(type) }

    package static var sample: Self {
        get throws {
            guard let value = Self(rawValue: try RawValue.sample) else {
                throw PostgresError(.decoding, note: "\(Self.self) needs a sample of its own")
            }
            return value
        }
    }

    package func encode(into bytes: inout ByteWriter) { rawValue.encode(into: &bytes) }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> Self {
        guard let value = Self(rawValue: try RawValue.decode(bytes, type: type)) else { throw .malformed(Self.self) }
        return value
    }
}
