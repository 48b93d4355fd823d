/// The name of an element, as a type, so that `Div` and `Span` are different types with one implementation.
package protocol ElementName: Sendable {
    static var tags: Tags { get }
}

/// How the tags of an element are written: the start tag up to its attributes, and the end tag.
package struct Tags: Sendable {
    let start: StaticString
    let end: StaticString

    init(_ start: StaticString, _ end: StaticString) {
        self.start = start
        self.end = end
    }
}

/// An element that may be made with any attributes. The others (a link, a picture, a form control) have initialisers
/// that ask for what makes them well formed.
package protocol PlainElementName: ElementName {}

/// An element with a start tag, content and an end tag.
package struct Element<Name: ElementName>: Renderable {
    package let markup: Markup

    init(made attributes: [Attribute], content: Markup) {
        markup = Markup(element: Name.tags, attributes, content: content)
    }

    init(made attributes: [Attribute], text: String) {
        markup = Markup(element: Name.tags, attributes, text: text)
    }
}

extension Element where Name: PlainElementName {
    package init(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) {
        self.init(made: attributes, content: content())
    }

    package init(_ text: String, _ attributes: Attribute...) {
        self.init(made: attributes, text: text)
    }

    package init(_ attributes: Attribute...) {
        self.init(made: attributes, text: "")
    }

    /// For attributes that were gathered in a list.
    package init(attributes: [Attribute], @MarkupBuilder content: () -> Markup) {
        self.init(made: attributes, content: content())
    }
}

/// An element that has neither content nor an end tag.
package struct VoidElement<Name: ElementName>: Renderable {
    package let markup: Markup

    init(made attributes: [Attribute]) {
        var buffer = HTMLBuffer(capacity: 32 + 32 * attributes.count)
        buffer.open(Name.tags, attributes)
        markup = Markup(finished: buffer.bytes)
    }
}

extension VoidElement where Name: PlainElementName {
    package init(_ attributes: Attribute...) {
        self.init(made: attributes)
    }
}

extension Markup {
    init(element tags: Tags, _ attributes: [Attribute], content: Markup) {
        var buffer = HTMLBuffer(capacity: Self.room(tags, attributes) + content.bytes.count)
        buffer.open(tags, attributes)
        buffer.append(content)
        buffer.append(fixed: tags.end)
        self.init(finished: buffer.bytes)
    }

    init(element tags: Tags, _ attributes: [Attribute], text: String) {
        var buffer = HTMLBuffer(capacity: Self.room(tags, attributes) + text.utf8.count)
        buffer.open(tags, attributes)
        buffer.append(escaping: text)
        buffer.append(fixed: tags.end)
        self.init(finished: buffer.bytes)
    }

    /// Room for the tags, and a little for what escaping adds.
    private static func room(_ tags: Tags, _ attributes: [Attribute]) -> Int {
        tags.start.utf8CodeUnitCount + tags.end.utf8CodeUnitCount + 16 + 32 * attributes.count
    }
}
