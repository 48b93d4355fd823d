/// Attributes that hold an address, or say something about one. The address is a `WebAddress`, whose scheme was checked.
extension Attribute {
    package static func href(_ address: WebAddress) -> Attribute { Attribute(" href=\"", address.text) }
    package static func src(_ address: WebAddress) -> Attribute { Attribute(" src=\"", address.text) }
    package static func action(_ address: WebAddress) -> Attribute { Attribute(" action=\"", address.text) }
    package static func formaction(_ address: WebAddress) -> Attribute { Attribute(" formaction=\"", address.text) }

    /// The browser keeps what is behind the link as a file of this name.
    package static func download(_ name: String?) -> Attribute { Attribute(" download=\"", name) }
    package static func rel(_ relation: Relation) -> Attribute { Attribute(" rel=\"", fixed: relation.name) }
    package static func hreflang(_ value: String) -> Attribute { Attribute(" hreflang=\"", value) }
    package static func media(_ value: String) -> Attribute { Attribute(" media=\"", value) }
    /// The media type of what is behind a link.
    package static func mediaType(_ value: String) -> Attribute { Attribute(" type=\"", value) }
    package static func width(_ value: Int) -> Attribute { Attribute(" width=\"", value) }
    package static func height(_ value: Int) -> Attribute { Attribute(" height=\"", value) }
}

/// What is behind a link, seen from the page that has it.
package enum Relation: Sendable {
    case alternate, canonical, icon, manifest, next, nofollow, noreferrer, prev, stylesheet

    var name: StaticString {
        switch self {
        case .alternate: "alternate"
        case .canonical: "canonical"
        case .icon: "icon"
        case .manifest: "manifest"
        case .next: "next"
        case .nofollow: "nofollow"
        case .noreferrer: "noreferrer"
        case .prev: "prev"
        case .stylesheet: "stylesheet"
        }
    }
}
