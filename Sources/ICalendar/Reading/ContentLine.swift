/// A property as it was read, with the physical line on which it began.
struct ContentLine {
    let property: CalendarProperty
    let number: Int

    var name: String { property.name }
    var value: String { property.value }
}
