/// A component as it was read, before anything is made of it.
struct ComponentTree {
    let name: String
    /// Of its BEGIN.
    let line: Int
    var properties: [ContentLine] = []
    var components: [ComponentTree] = []
    /// The first property that stands after a component (rule 1.13).
    var lateProperty: ContentLine?

    init(name: String, line: Int) {
        self.name = name
        self.line = line
    }

    /// Without the line numbers.
    var plain: ICalendarComponent {
        ICalendarComponent(
            name: name, properties: properties.map(\.property), components: components.map(\.plain))
    }

    func all(_ name: String) -> [ContentLine] {
        properties.filter { $0.name == name }
    }

    func first(_ name: String) -> ContentLine? {
        properties.first { $0.name == name }
    }
}
