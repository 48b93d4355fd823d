/// The growing bytes of a piece of markup. Only this module can add bytes that are not escaped.
struct HTMLBuffer {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Adds a text of the program itself: a tag or the name of an attribute.
    mutating func append(fixed text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(byte: UInt8) {
        bytes.append(byte)
    }

    mutating func append(_ markup: Markup) {
        bytes.append(contentsOf: markup.bytes)
    }

    /// Adds bytes that were found to need no escaping.
    mutating func append(harmless run: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: run)
    }
}
