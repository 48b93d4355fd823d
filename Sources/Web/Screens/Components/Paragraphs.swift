import HTML

/// A text of several lines, each a paragraph of its own.
struct Paragraphs: Component {
    var text: String

    init(_ text: String) { self.text = text }

    var body: Markup {
        Markup {
            for line in text.split(separator: "\n").map(String.init) where !line.allSatisfy(\.isWhitespace) { P(line) }
        }
    }
}
