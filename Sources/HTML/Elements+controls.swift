package enum InputName: ElementName { package static var tags: Tags { Tags("<input", "") } }
package typealias Input = VoidElement<InputName>

/// What an input takes.
package enum InputKind: Sendable {
    case checkbox, date, email, file, hidden, number, password, radio, search, telephone, text, time, url

    var attribute: Attribute {
        let name: StaticString =
            switch self {
            case .checkbox: "checkbox"
            case .date: "date"
            case .email: "email"
            case .file: "file"
            case .hidden: "hidden"
            case .number: "number"
            case .password: "password"
            case .radio: "radio"
            case .search: "search"
            case .telephone: "tel"
            case .text: "text"
            case .time: "time"
            case .url: "url"
            }
        return Attribute(" type=\"", fixed: name)
    }
}

extension VoidElement where Name == InputName {
    package init(_ kind: InputKind, name: String, _ attributes: Attribute...) {
        self.init(made: [kind.attribute, .name(name)] + attributes)
    }

    package init(_ kind: InputKind, name: String, attributes: [Attribute]) {
        self.init(made: [kind.attribute, .name(name)] + attributes)
    }
}

package enum SelectName: ElementName { package static var tags: Tags { Tags("<select", "</select>") } }
package typealias Select = Element<SelectName>

extension Element where Name == SelectName {
    package init(name: String, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup) {
        self.init(made: [.name(name)] + attributes, content: content())
    }
}

package enum OptionName: ElementName { package static var tags: Tags { Tags("<option", "</option>") } }
/// A choice of a select: what is sent, and the words that are shown.
package typealias Option = Element<OptionName>

extension Element where Name == OptionName {
    package init(_ text: String, value: String, selected: Bool = false, _ attributes: Attribute...) {
        self.init(made: [.value(value), .selected(selected)] + attributes, text: text)
    }
}

package enum OptgroupName: ElementName { package static var tags: Tags { Tags("<optgroup", "</optgroup>") } }
package typealias Optgroup = Element<OptgroupName>

extension Element where Name == OptgroupName {
    package init(label: String, @MarkupBuilder content: () -> Markup) {
        self.init(made: [Attribute(" label=\"", label)], content: content())
    }
}

/// A field of several lines.
package struct Textarea: Renderable {
    package let markup: Markup

    package init(name: String, value: String, _ attributes: Attribute...) {
        var buffer = HTMLBuffer(capacity: value.utf8.count + 128)
        buffer.open(Tags("<textarea", "</textarea>"), [.name(name)] + attributes)
        // A browser drops a line feed that comes first: this one, and not the writer's.
        buffer.append(byte: 0x0A)
        buffer.append(escaping: value)
        buffer.append(fixed: "</textarea>")
        markup = Markup(finished: buffer.bytes)
    }
}
