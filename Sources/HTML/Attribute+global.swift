/// Attributes of any element.
extension Attribute {
    package static func id(_ value: String?) -> Attribute { Attribute(" id=\"", value) }

    package static func `class`(_ names: String) -> Attribute { Attribute(" class=\"", names) }

    /// Class names. A nil is left out, so that a condition can be written in place; none at all writes no attribute.
    package static func `class`(_ first: String?, _ others: String?...) -> Attribute {
        let names = ([first] + others).compactMap { $0 }
        return Attribute(" class=\"", names.isEmpty ? nil : names.joined(separator: " "))
    }

    package static func lang(_ value: String) -> Attribute { Attribute(" lang=\"", value) }
    package static func title(_ value: String?) -> Attribute { Attribute(" title=\"", value) }
    package static func hidden(_ flag: Bool = true) -> Attribute { Attribute(flag: " hidden", flag) }
    package static func tabindex(_ value: Int) -> Attribute { Attribute(" tabindex=\"", value) }
    package static func autofocus(_ flag: Bool = true) -> Attribute { Attribute(flag: " autofocus", flag) }
    package static func role(_ role: Role) -> Attribute { Attribute(" role=\"", fixed: role.name) }
    package static func spellcheck(_ flag: Bool) -> Attribute {
        Attribute(" spellcheck=\"", fixed: flag ? "true" : "false")
    }
    /// Names and codes are not to be translated by the browser.
    package static func translate(_ flag: Bool) -> Attribute { Attribute(" translate=\"", fixed: flag ? "yes" : "no") }

    /// A state or a relation for assistive technology; nil writes nothing.
    package static func aria(_ name: ARIA, _ value: String?) -> Attribute { Attribute(name.name, value) }
    package static func aria(_ name: ARIA, _ flag: Bool) -> Attribute {
        Attribute(name.name, fixed: flag ? "true" : "false")
    }

    /// A value for the script or the stylesheet. The name is written without `data-`; nil writes nothing.
    package static func data(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(" data-", value: value.map { .data(name, $0) } ?? .omitted)
    }
    package static func data(_ name: StaticString, _ value: Int) -> Attribute { data(name, String(value)) }
    package static func data(_ name: StaticString) -> Attribute { data(name, "") }
}

/// What an element is, where its name does not say so.
package enum Role: Sendable {
    case alert, status, region, search, group, list, img, presentation
    /// For tables that a narrow screen shows as cards: some browsers forget what such a table is.
    case table, rowgroup, row, columnheader, rowheader, cell

    var name: StaticString {
        switch self {
        case .alert: "alert"
        case .status: "status"
        case .region: "region"
        case .search: "search"
        case .group: "group"
        case .list: "list"
        case .img: "img"
        case .presentation: "presentation"
        case .table: "table"
        case .rowgroup: "rowgroup"
        case .row: "row"
        case .columnheader: "columnheader"
        case .rowheader: "rowheader"
        case .cell: "cell"
        }
    }
}

/// The WAI-ARIA attributes in use.
package enum ARIA: Sendable {
    case atomic, controls, current, describedby, errormessage, expanded, hidden, invalid, label, labelledby, live
    case pressed, required, roledescription, sort, valuenow, valuetext

    var name: StaticString {
        switch self {
        case .atomic: " aria-atomic=\""
        case .controls: " aria-controls=\""
        case .current: " aria-current=\""
        case .describedby: " aria-describedby=\""
        case .errormessage: " aria-errormessage=\""
        case .expanded: " aria-expanded=\""
        case .hidden: " aria-hidden=\""
        case .invalid: " aria-invalid=\""
        case .label: " aria-label=\""
        case .labelledby: " aria-labelledby=\""
        case .live: " aria-live=\""
        case .pressed: " aria-pressed=\""
        case .required: " aria-required=\""
        case .roledescription: " aria-roledescription=\""
        case .sort: " aria-sort=\""
        case .valuenow: " aria-valuenow=\""
        case .valuetext: " aria-valuetext=\""
        }
    }
}
