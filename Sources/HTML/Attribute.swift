/// One attribute of an element. Its name comes from this module and its value is escaped, so an attribute can neither
/// end early nor turn into another one; there is none for inline styles, scripts or event handlers.
package struct Attribute: Sendable {
    enum Value: Sendable {
        case omitted
        case flag
        case fixed(StaticString)
        case text(String)
        case data(StaticString, String)
    }

    /// How the attribute begins: ` name="`, or ` name` for one without a value.
    let opening: StaticString
    let value: Value

    init(_ opening: StaticString, value: Value) {
        self.opening = opening
        self.value = value
    }

    /// A text, or no attribute at all for nil.
    init(_ opening: StaticString, _ text: String?) {
        self.init(opening, value: text.map { .text($0) } ?? .omitted)
    }

    init(_ opening: StaticString, _ number: Int?) {
        self.init(opening, value: number.map { .text(String($0)) } ?? .omitted)
    }

    init(_ opening: StaticString, fixed text: StaticString) {
        self.init(opening, value: .fixed(text))
    }

    /// A boolean attribute, which is there or is not.
    init(flag opening: StaticString, _ flag: Bool) {
        self.init(opening, value: flag ? .flag : .omitted)
    }

    /// No attribute: for a condition at the place of use.
    package static var none: Attribute { Attribute("", value: .omitted) }

    /// The attribute if the condition holds.
    package static func when(_ condition: Bool, _ attribute: @autoclosure () -> Attribute) -> Attribute {
        condition ? attribute() : none
    }
}
