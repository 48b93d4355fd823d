/// An address that may stand in a link, a form or a picture: a path of this site, or http, https, mailto or webcal.
/// Anything else (`javascript:`, `data:`, a scheme nobody knows) becomes `#`, which goes nowhere.
///
/// A literal may interpolate: what is put in is percent-encoded as one path segment or one query value, so
/// `"/sessions/\(reference)"` cannot grow a further segment.
package struct WebAddress: Sendable, Hashable {
    package let text: String

    /// The address that goes nowhere.
    package static let inert = WebAddress(checked: "#")

    /// Checks a text from outside. Before the first `/`, `?` or `#` a colon may stand only after an allowed scheme: a
    /// browser ignores tabs, line ends and leading spaces within a scheme, so nothing that looks odd there is let through.
    package init(_ text: String) {
        if text.utf8.first == 0x2F {
            self.text = text
            return
        }
        var prefix: [UInt8] = []
        for byte in text.utf8 {
            if byte == 0x2F || byte == 0x3F || byte == 0x23 { break }
            if byte == 0x3A {
                let scheme = String(decoding: prefix, as: UTF8.self).lowercased()
                self.text = Self.schemes.contains(scheme) ? text : "#"
                return
            }
            prefix.append(byte)
        }
        self.text = text
    }

    private init(checked text: String) {
        self.text = text
    }

    private static let schemes: Set<String> = ["http", "https", "mailto", "webcal"]

    /// A link that opens the reader's mail program.
    package static func mail(to address: String) -> WebAddress {
        WebAddress(checked: "mailto:" + encoded(address, keeping: 0x40))
    }

    /// Whether this is a path of this site, such as a safe place to go back to: `/…`, but not `//…` or `/\…`, which
    /// browsers take for another host.
    package var isOnThisSite: Bool {
        let bytes = Array(text.utf8.prefix(2))
        guard bytes.first == 0x2F else { return false }
        guard !text.utf8.contains(where: { $0 < 0x21 || $0 == 0x5C }) else { return false }
        return bytes.count == 1 || bytes[1] != 0x2F
    }

    /// The same address with one more query parameter; nil adds nothing.
    package func adding(_ name: String, _ value: String?) -> WebAddress {
        guard let value else { return self }
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let base = parts.first.map(String.init) ?? ""
        let fragment = parts.count > 1 ? "#" + parts[1] : ""
        let mark = base.utf8.contains(0x3F) ? "&" : "?"
        return WebAddress(base + mark + Self.encoded(name) + "=" + Self.encoded(value) + fragment)
    }

    /// Percent-encoding of all but RFC 3986's unreserved characters (section 2.3).
    static func encoded(_ text: String, keeping kept: UInt8? = nil) -> String {
        if text.utf8.allSatisfy(isUnreserved) { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if isUnreserved(byte) || byte == kept {
                bytes.append(byte)
            } else {
                bytes.append(0x25)
                bytes.append(hexadecimal(byte >> 4))
                bytes.append(hexadecimal(byte & 0x0F))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    private static func hexadecimal(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? 0x30 + nibble : 0x37 + nibble
    }
}

extension WebAddress: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        self.init(value)
    }

    package init(stringInterpolation: StringInterpolation) {
        self.init(stringInterpolation.text)
    }

    /// Encodes each value as it is put into a literal.
    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity &+ 16 &* interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        package mutating func appendInterpolation(_ value: String) {
            text += WebAddress.encoded(value)
        }

        package mutating func appendInterpolation(_ value: Int) {
            text += String(value)
        }

        /// An address as the beginning of another.
        package mutating func appendInterpolation(base: WebAddress) {
            text += base.text
        }
    }
}
