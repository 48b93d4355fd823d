/// An enum kept as text. `extension Role: PostgresEnum {}` is all that a type needs.
package protocol PostgresEnum: RawRepresentable, CaseIterable, PostgresValue where RawValue == String {}

extension PostgresEnum {
    package static var postgresType: PostgresType { .text }

    package static func accepts(_ type: PostgresType) -> Bool { String.accepts(type) }

    package static var sample: Self {
        get throws {
            guard let first = allCases.first else { throw PostgresError(.decoding, note: "\(Self.self) has no case") }
            return first
        }
    }

    package func encode(into bytes: inout ByteWriter) { rawValue.encode(into: &bytes) }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> Self {
        guard let value = Self(rawValue: try String.decode(bytes, type: type)) else { throw .malformed(Self.self) }
        return value
    }
}
