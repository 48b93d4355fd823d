/// Takes a binary form apart. Every step checks the length, so that nothing a server sends can trap.
package struct ByteReader {
    private var rest: UnsafeRawBufferPointer
    private let type: Any.Type

    package init(_ bytes: UnsafeRawBufferPointer, for type: Any.Type) {
        rest = bytes
        self.type = type
    }

    package var isAtEnd: Bool { rest.isEmpty }

    package mutating func read<Number: FixedWidthInteger>(_: Number.Type) throws(PostgresError) -> Number {
        let size = MemoryLayout<Number>.size
        guard rest.count >= size else { throw .malformed(type) }
        let value = Number(bigEndian: rest.loadUnaligned(as: Number.self))
        rest = UnsafeRawBufferPointer(rebasing: rest[size...])
        return value
    }

    /// A 32-bit length and as many bytes; nil for the length -1, which means NULL.
    package mutating func readCounted() throws(PostgresError) -> UnsafeRawBufferPointer? {
        let count = Int(try read(Int32.self))
        if count == -1 { return nil }
        guard count >= 0, count <= rest.count else { throw .malformed(type) }
        let field = UnsafeRawBufferPointer(rebasing: rest[..<count])
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        return field
    }
}

extension UnsafeRawBufferPointer? {
    /// One big-endian number that fills the whole field.
    package func number<Number: FixedWidthInteger>(_: Number.Type, for type: Any.Type) throws(PostgresError) -> Number {
        guard let bytes = self else { throw .null(for: type) }
        guard bytes.count == MemoryLayout<Number>.size else { throw .malformed(type) }
        return Number(bigEndian: bytes.loadUnaligned(as: Number.self))
    }
}
