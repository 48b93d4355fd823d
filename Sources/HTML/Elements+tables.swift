/// Elements of tables.
package enum TablesNames {
    package enum Table: PlainElementName { package static var tags: Tags { Tags("<table", "</table>") } }
    package enum Caption: PlainElementName { package static var tags: Tags { Tags("<caption", "</caption>") } }
    package enum Colgroup: PlainElementName { package static var tags: Tags { Tags("<colgroup", "</colgroup>") } }
    package enum Thead: PlainElementName { package static var tags: Tags { Tags("<thead", "</thead>") } }
    package enum Tbody: PlainElementName { package static var tags: Tags { Tags("<tbody", "</tbody>") } }
    package enum Tfoot: PlainElementName { package static var tags: Tags { Tags("<tfoot", "</tfoot>") } }
    package enum Tr: PlainElementName { package static var tags: Tags { Tags("<tr", "</tr>") } }
    package enum Td: PlainElementName { package static var tags: Tags { Tags("<td", "</td>") } }
}

package typealias Table = Element<TablesNames.Table>
package typealias Caption = Element<TablesNames.Caption>
package typealias Colgroup = Element<TablesNames.Colgroup>
package typealias Thead = Element<TablesNames.Thead>
package typealias Tbody = Element<TablesNames.Tbody>
package typealias Tfoot = Element<TablesNames.Tfoot>
package typealias Tr = Element<TablesNames.Tr>
package typealias Td = Element<TablesNames.Td>

package enum ThName: ElementName { package static var tags: Tags { Tags("<th", "</th>") } }
/// A header cell, which says what it heads.
package typealias Th = Element<ThName>

/// What a header cell heads.
package enum HeaderScope: Sendable {
    case column, row, columnGroup, rowGroup

    var attribute: Attribute {
        switch self {
        case .column: Attribute(" scope=\"", fixed: "col")
        case .row: Attribute(" scope=\"", fixed: "row")
        case .columnGroup: Attribute(" scope=\"", fixed: "colgroup")
        case .rowGroup: Attribute(" scope=\"", fixed: "rowgroup")
        }
    }
}

extension Element where Name == ThName {
    package init(_ scope: HeaderScope, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup) {
        self.init(made: [scope.attribute] + attributes, content: content())
    }

    package init(_ scope: HeaderScope, _ text: String, _ attributes: Attribute...) {
        self.init(made: [scope.attribute] + attributes, text: text)
    }
}
