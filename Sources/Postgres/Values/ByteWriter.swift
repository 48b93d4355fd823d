/// Collects binary forms in network byte order. A value that has none leaves its error in `failure`, which is thrown
/// before anything is sent.
package struct ByteWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    package private(set) var failure: PostgresError?

    package init() {}

    package mutating func write(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func write(contentsOf more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

    /// Keeps the first failure.
    package mutating func fail(_ error: PostgresError) { failure = failure ?? error }

    /// Writes a 32-bit length and then what `body` writes.
    package mutating func writeCounted(_ body: (inout ByteWriter) -> Void) {
        let start = bytes.count
        write(Int32(0))
        body(&self)
        guard let count = Int32(exactly: bytes.count - start - 4) else {
            fail(PostgresError(.encoding, note: "a value of more than 2 GB"))
            return
        }
        withUnsafeBytes(of: count.bigEndian) { length in
            for (offset, byte) in length.enumerated() { bytes[start + offset] = byte }
        }
    }
}
