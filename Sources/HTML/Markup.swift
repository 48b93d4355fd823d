/// Finished HTML: bytes of UTF-8 in which every text was escaped when it was put in.
///
/// It is one plain type, whatever it holds, so pieces can be passed about, kept in lists and kept for later. It is made
/// from elements, texts and components only; there is no way to declare a text to be HTML.
package struct Markup: Sendable, Equatable {
    package let bytes: [UInt8]

    /// A block of markup as a value.
    package init(@MarkupBuilder _ content: () -> Markup) {
        self = content()
    }

    /// A text, escaped.
    package init(text: String) {
        var buffer = HTMLBuffer(capacity: text.utf8.count + 16)
        buffer.append(escaping: text)
        bytes = buffer.bytes
    }

    init(finished bytes: [UInt8]) {
        self.bytes = bytes
    }

    package static let empty = Markup(finished: [])

    package var isEmpty: Bool { bytes.isEmpty }

    /// The same as a String: for tests and mail bodies.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Markup: ExpressibleByStringInterpolation {
    /// A literal is a text like any other, and is escaped.
    package init(stringLiteral value: String) {
        self.init(text: value)
    }
}
