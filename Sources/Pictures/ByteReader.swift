/// Reads numbers and names out of bytes; whatever lies beyond the end is nil.
struct ByteReader {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    func byte(_ at: Int) -> UInt8? { bytes.indices.contains(at) ? bytes[at] : nil }

    /// The most significant byte first.
    func big(_ size: Int, at: Int) -> Int? {
        number(at..<(at + size))
    }

    func little(_ size: Int, at: Int) -> Int? {
        number((at..<(at + size)).reversed())
    }

    func holds(_ name: StaticString, at: Int) -> Bool {
        at >= 0 && at + name.utf8CodeUnitCount <= bytes.count
            && (0..<name.utf8CodeUnitCount).allSatisfy { bytes[at + $0] == name.utf8Start[$0] }
    }

    func starts(with bytes: [UInt8]) -> Bool { self.bytes.starts(with: bytes) }

    private func number(_ places: some Sequence<Int>) -> Int? {
        var number = 0
        for place in places {
            guard let byte = byte(place) else { return nil }
            number = number << 8 | Int(byte)
        }
        return number
    }
}
