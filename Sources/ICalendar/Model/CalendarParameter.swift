/// A parameter with its values decoded: without quotation marks and without the carets of RFC 6868.
package struct CalendarParameter: Hashable, Sendable {
    /// Upper case.
    package let name: String
    package var values: [String]

    package init(_ name: String, _ values: [String]) {
        self.name = name.uppercased()
        self.values = values
    }
}
