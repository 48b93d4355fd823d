/// Attributes of tables, lists, disclosures and pictures.
extension Attribute {
    package static func colspan(_ value: Int) -> Attribute { Attribute(" colspan=\"", value) }
    package static func rowspan(_ value: Int) -> Attribute { Attribute(" rowspan=\"", value) }
    /// The ids of the header cells that a cell belongs to.
    package static func headers(_ value: String?) -> Attribute { Attribute(" headers=\"", value) }
    /// The number that an ordered list starts with.
    package static func start(_ value: Int) -> Attribute { Attribute(" start=\"", value) }
    /// Whether a disclosure is open.
    package static func open(_ flag: Bool = true) -> Attribute { Attribute(flag: " open", flag) }
}
