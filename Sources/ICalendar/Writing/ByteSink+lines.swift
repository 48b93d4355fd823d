import Foundation

/// Whole content lines. Names are given with what follows them: `"SUMMARY:"`, `";CN="`.
extension ByteSink {
    mutating func line(_ text: StaticString) {
        put(text)
        endLine()
    }

    /// A property that must stand, be its value empty.
    mutating func requiredLine(_ name: StaticString, _ value: String, lineEnd: LineEnd = .space) {
        put(name)
        putText(value, lineEnd: lineEnd)
        endLine()
    }

    /// Says whether there was anything to write.
    @discardableResult
    mutating func textLine(_ name: StaticString, _ value: String, lineEnd: LineEnd = .escaped) -> Bool {
        put(name)
        let mark = count
        putText(value, lineEnd: lineEnd)
        return endLine(ifLongerThan: mark)
    }

    mutating func rawLine(_ name: StaticString, _ value: String) {
        put(name)
        let mark = count
        putRaw(value)
        endLine(ifLongerThan: mark)
    }

    mutating func utcLine(_ name: StaticString, _ date: Date) {
        put(name)
        putUTC(date)
        endLine()
    }

    /// A time with the parameter that its form asks for. A clock reading that spring skips is moved on (rule 3.11).
    mutating func timeLine(_ name: StaticString, _ time: CalendarTime) {
        put(name)
        switch time {
        case .utc(let date):
            put(0x3A)
            putUTC(date)
        case .date(let day):
            put(";VALUE=DATE:")
            putDay(day)
        case .zoned(let local, .london):
            put(";TZID=Europe/London:")
            putLocal(LondonTime.skips(local) ? time.existing.clock : local)
        case .zoned(_, .foreign(let zone)):
            put(";TZID=")
            putParameterValue(zone.id)
            put(0x3A)
            putLocal(time.existing.clock)
        }
        endLine()
    }

    mutating func parameter(_ name: StaticString, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        put(name)
        putParameterValue(value)
    }

    mutating func parameters(_ parameters: [CalendarParameter]) {
        for parameter in parameters where PropertyName.isName(parameter.name) {
            put(0x3B)
            putRaw(parameter.name)
            put(0x3D)
            for (index, value) in parameter.values.enumerated() {
                if index > 0 { put(0x2C) }
                putParameterValue(value)
            }
        }
    }

    /// A property kept from reading. A line end in its value would begin another property, so it is left out.
    mutating func propertyLine(_ property: CalendarProperty) {
        guard PropertyName.isName(property.name) else { return }
        putRaw(property.name)
        parameters(property.parameters)
        put(0x3A)
        putRaw(property.value)
        endLine()
    }

    /// A component kept from reading; nesting deeper than any file has is cut.
    mutating func component(_ component: ICalendarComponent, depth: Int = 0) {
        guard PropertyName.isName(component.name), depth < 16 else { return }
        put("BEGIN:")
        putRaw(component.name)
        endLine()
        for property in component.properties where !PropertyName.structural.contains(property.name) {
            propertyLine(property)
        }
        for child in component.components { self.component(child, depth: depth + 1) }
        put("END:")
        putRaw(component.name)
        endLine()
    }
}
