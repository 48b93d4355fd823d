/// Attributes of forms and their controls.
extension Attribute {
    package static func name(_ value: String) -> Attribute { Attribute(" name=\"", value) }
    package static func value(_ value: String?) -> Attribute { Attribute(" value=\"", value) }
    package static func value(_ value: Int) -> Attribute { Attribute(" value=\"", value) }
    package static func autocomplete(_ kind: Autocomplete?) -> Attribute {
        guard let kind else { return none }
        return Attribute(" autocomplete=\"", fixed: kind.name)
    }
    package static func inputmode(_ mode: InputMode?) -> Attribute {
        guard let mode else { return none }
        return Attribute(" inputmode=\"", fixed: mode.name)
    }
    package static func pattern(_ value: String?) -> Attribute { Attribute(" pattern=\"", value) }
    package static func required(_ flag: Bool = true) -> Attribute { Attribute(flag: " required", flag) }
    package static func disabled(_ flag: Bool = true) -> Attribute { Attribute(flag: " disabled", flag) }
    package static func readonly(_ flag: Bool = true) -> Attribute { Attribute(flag: " readonly", flag) }
    package static func checked(_ flag: Bool = true) -> Attribute { Attribute(flag: " checked", flag) }
    package static func selected(_ flag: Bool = true) -> Attribute { Attribute(flag: " selected", flag) }
    package static func multiple(_ flag: Bool = true) -> Attribute { Attribute(flag: " multiple", flag) }
    /// The server's own messages are better than the browser's: forms are sent without its checks.
    package static func novalidate(_ flag: Bool = true) -> Attribute { Attribute(flag: " novalidate", flag) }
    package static func min(_ value: Int?) -> Attribute { Attribute(" min=\"", value) }
    package static func max(_ value: Int?) -> Attribute { Attribute(" max=\"", value) }
    package static func step(_ value: Int?) -> Attribute { Attribute(" step=\"", value) }
    package static func minlength(_ value: Int?) -> Attribute { Attribute(" minlength=\"", value) }
    package static func maxlength(_ value: Int?) -> Attribute { Attribute(" maxlength=\"", value) }
    package static func rows(_ value: Int) -> Attribute { Attribute(" rows=\"", value) }
    package static func size(_ value: Int?) -> Attribute { Attribute(" size=\"", value) }
    package static func accept(_ value: String) -> Attribute { Attribute(" accept=\"", value) }
    /// The id of the form that a control outside it belongs to.
    package static func form(_ id: String?) -> Attribute { Attribute(" form=\"", id) }
    /// A form with files to send.
    package static var multipart: Attribute { Attribute(" enctype=\"", fixed: "multipart/form-data") }
    package static func autocapitalize(_ flag: Bool) -> Attribute {
        Attribute(" autocapitalize=\"", fixed: flag ? "on" : "off")
    }
}

/// What a field holds, so that a browser or a password manager can fill it (WCAG 1.3.5).
package enum Autocomplete: Sendable {
    case off, email, familyName, givenName, name, oneTimeCode, organisation, telephone, username

    var name: StaticString {
        switch self {
        case .off: "off"
        case .email: "email"
        case .familyName: "family-name"
        case .givenName: "given-name"
        case .name: "name"
        case .oneTimeCode: "one-time-code"
        case .organisation: "organization"
        case .telephone: "tel"
        case .username: "username"
        }
    }
}

/// Which keyboard a phone shows.
package enum InputMode: Sendable {
    case numeric, decimal, email, search, telephone, url

    var name: StaticString {
        switch self {
        case .numeric: "numeric"
        case .decimal: "decimal"
        case .email: "email"
        case .search: "search"
        case .telephone: "tel"
        case .url: "url"
        }
    }
}
