package import Foundation

extension String: PostgresValue {
    package static var postgresType: PostgresType { .text }
    package static var sample: String { "a" }

    package static func accepts(_ type: PostgresType) -> Bool {
        type == .text || type == .varchar || type == .objectName || type == .bpchar
    }

    package func encode(into bytes: inout ByteWriter) {
        var text = self
        text.withUTF8 { utf8 in
            if utf8.contains(0) { bytes.fail(PostgresError(.nulInText, note: "text must not hold U+0000")) }
            bytes.write(contentsOf: utf8)
        }
    }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> String {
        guard let bytes else { throw .null(for: String.self) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UUID: PostgresValue {
    package static var postgresType: PostgresType { .uuid }

    package static var sample: UUID { UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1)) }

    package func encode(into bytes: inout ByteWriter) {
        withUnsafeBytes(of: uuid) { bytes.write(contentsOf: $0) }
    }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> UUID {
        guard let bytes else { throw .null(for: UUID.self) }
        guard bytes.count == 16 else { throw .malformed(UUID.self) }
        return UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
    }
}

/// A jsonb document as text; whether it is JSON is for the server to say.
package struct JSONText: PostgresValue, Hashable {
    package var text: String

    package init(_ text: String) { self.text = text }

    package static var postgresType: PostgresType { .jsonb }
    package static var sample: JSONText { JSONText("{}") }

    package static func accepts(_ type: PostgresType) -> Bool { type == .jsonb || type == .json }

    package func encode(into bytes: inout ByteWriter) {
        bytes.write(UInt8(1))
        text.encode(into: &bytes)
    }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> JSONText {
        guard let bytes else { throw .null(for: JSONText.self) }
        if type == .json { return JSONText(String(decoding: bytes, as: UTF8.self)) }
        guard bytes.first == 1 else { throw .malformed(JSONText.self) }
        return JSONText(String(decoding: bytes.dropFirst(), as: UTF8.self))
    }
}
