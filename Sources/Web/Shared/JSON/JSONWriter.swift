/// Writes JSON (RFC 8259) straight into bytes: no tree, no encoder. Text is escaped byte by byte, so that no combination of
/// characters passes unescaped.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    init(capacity: Int = 512) { bytes.reserveCapacity(capacity) }

    // MARK: Values

    mutating func null() { raw("null") }
    mutating func value(_ flag: Bool) { raw(flag ? "true" : "false") }
    mutating func value(_ number: Int) { raw(number) }

    /// What is not finite has no number in JSON.
    mutating func value(_ number: Double) {
        if number.isFinite { raw(number) } else { null() }
    }

    mutating func value(_ text: String) {
        separate()
        quote(text)
    }

    mutating func value(_ text: String?) {
        if let text { value(text) } else { null() }
    }

    mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        bytes.append(0x7B)
        isFirst = true
        try members(&self)
        bytes.append(0x7D)
        isFirst = false
    }

    mutating func array<Items: Sequence>(
        of items: Items, _ item: (inout JSONWriter, Items.Element) throws -> Void
    ) rethrows {
        separate()
        bytes.append(0x5B)
        isFirst = true
        for element in items { try item(&self, element) }
        bytes.append(0x5D)
        isFirst = false
    }

    // MARK: Members

    /// The name of the member whose value is written next.
    mutating func name(_ name: String) {
        separate()
        quote(name)
        bytes.append(0x3A)
        isFirst = true
    }

    mutating func member(_ name: String, _ text: String?) {
        self.name(name)
        value(text)
    }

    mutating func member(_ name: String, _ number: Int?) {
        self.name(name)
        if let number { value(number) } else { null() }
    }

    mutating func member(_ name: String, _ flag: Bool) {
        self.name(name)
        value(flag)
    }

    mutating func member(_ name: String, _ texts: [String]) {
        self.name(name)
        array(of: texts) { $0.value($1) }
    }

    // MARK: Bytes

    /// A number or a word of the language, as it stands.
    private mutating func raw(_ word: some CustomStringConvertible) {
        separate()
        bytes.append(contentsOf: word.description.utf8)
    }

    private mutating func separate() {
        if isFirst { isFirst = false } else { bytes.append(0x2C) }
    }

    private mutating func quote(_ text: String) {
        var text = text
        bytes.append(0x22)
        text.withUTF8 { utf8 in
            var start = 0
            for index in 0..<utf8.count where Self.needsEscape(utf8[index]) {
                bytes.append(contentsOf: utf8[start..<index])
                escape(utf8[index])
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(0x22)
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22, 0x5C: bytes += [0x5C, byte]
        case 0x0A: bytes += [0x5C, 0x6E]
        case 0x0D: bytes += [0x5C, 0x72]
        case 0x09: bytes += [0x5C, 0x74]
        default: bytes += [0x5C, 0x75, 0x30, 0x30, Self.digit(byte >> 4), Self.digit(byte & 0xF)]
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
