/// A component that the library has no word for, as it stood.
package struct ICalendarComponent: Hashable, Sendable {
    /// Upper case.
    package let name: String
    package var properties: [CalendarProperty]
    package var components: [ICalendarComponent]

    package init(name: String, properties: [CalendarProperty], components: [ICalendarComponent] = []) {
        self.name = name.uppercased()
        self.properties = properties
        self.components = components
    }

    /// The first property of that name, which is given in upper case.
    package func property(_ name: String) -> CalendarProperty? {
        properties.first { $0.name == name }
    }
}
