import Hummingbird

/// A strong entity tag (RFC 9110 section 8.8.3): the same bytes, the same tag.
struct EntityTag: Sendable, Equatable {
    /// With its quotation marks.
    let text: String

    init(text: String) { self.text = text }

    init(of bytes: [UInt8]) {
        let prime: UInt64 = 0x0000_0100_0000_01B3
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* prime }
        text = "\"\(String(hash, radix: 36))-\(String(bytes.count, radix: 36))\""
    }

    /// What `If-None-Match` says about it: nil when the request does not ask. Compared weakly, as section 13.1.2 wants.
    func isKnown(to headers: HTTPFields) -> Bool? {
        let fields = headers[values: .ifNoneMatch]
        guard !fields.isEmpty else { return nil }
        return fields.contains { field in
            if field == text { return true }
            return field.split(separator: ",").contains { entry in
                var entry = entry.drop { $0 == " " || $0 == "\t" }
                while entry.last == " " || entry.last == "\t" { entry.removeLast() }
                return entry == "*" || entry == text || entry.hasPrefix("W/") && entry.dropFirst(2) == text
            }
        }
    }
}
