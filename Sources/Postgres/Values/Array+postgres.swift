/// One-dimensional arrays; `[UInt8]` is bytea, and `[[UInt8]]` an array of bytea.
extension Array: PostgresValue where Element: PostgresValue {
    package static var postgresType: PostgresType { Element.arrayType }
    package static var sample: [Element] { get throws { [try Element.sample] } }

    package static func accepts(_ type: PostgresType) -> Bool {
        if type == Element.arrayType { return true }
        guard Element.arrayType != .bytea, let element = type.element else { return false }
        return Element.accepts(element)
    }

    package func encode(into bytes: inout ByteWriter) { Element.encode(array: self, into: &bytes) }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> [Element]
    {
        guard let bytes else { throw .null(for: [Element].self) }
        return try Element.decode(array: bytes, type: type)
    }
}

extension PostgresValue {
    package static func encode(array: [Self], into bytes: inout ByteWriter) {
        guard arrayType != .unknown else {
            bytes.fail(PostgresError(.encoding, note: "no array type for \(Self.self)"))
            return
        }
        bytes.write(Int32(array.isEmpty ? 0 : 1))
        bytes.write(Int32(array.contains { $0.isNull } ? 1 : 0))
        bytes.write(postgresType.oid)
        guard !array.isEmpty else { return }
        guard let count = Int32(exactly: array.count) else {
            bytes.fail(PostgresError(.encoding, note: "an array of more than 2,147,483,647 elements"))
            return
        }
        bytes.write(count)
        bytes.write(Int32(1))
        for value in array {
            if value.isNull {
                bytes.write(Int32(-1))
            } else {
                bytes.writeCounted { value.encode(into: &$0) }
            }
        }
    }

    package static func decode(
        array bytes: UnsafeRawBufferPointer, type: PostgresType
    ) throws(PostgresError) -> [Self] {
        var reader = ByteReader(bytes, for: [Self].self)
        let dimensions = try reader.read(Int32.self)
        _ = try reader.read(Int32.self)
        let element = PostgresType(oid: try reader.read(UInt32.self))
        guard accepts(element) else {
            throw PostgresError(.decoding, note: "an array of \(element) where \(Self.self) was expected")
        }
        if dimensions == 0 { return [] }
        guard dimensions == 1 else { throw PostgresError(.decoding, note: "an array of several dimensions") }
        let count = try reader.read(Int32.self)
        _ = try reader.read(Int32.self)
        guard count >= 0, Int(count) <= bytes.count / 4 else { throw .malformed([Self].self) }
        var values: [Self] = []
        values.reserveCapacity(Int(count))
        for _ in 0..<count {
            values.append(try decode(try reader.readCounted(), type: element))
        }
        return values
    }
}
