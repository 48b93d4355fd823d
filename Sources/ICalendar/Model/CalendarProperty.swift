/// A content line that the library has no word for, as it stood: the value is neither unescaped nor to be escaped again.
package struct CalendarProperty: Hashable, Sendable {
    /// Upper case.
    package let name: String
    package var parameters: [CalendarParameter]
    package var value: String

    package init(_ name: String, parameters: [CalendarParameter] = [], _ value: String) {
        self.name = name.uppercased()
        self.parameters = parameters
        self.value = value
    }

    /// The first value of the first parameter of that name, which is given in upper case.
    package func parameter(_ name: String) -> String? {
        parameters.first { $0.name == name }?.values.first
    }
}
