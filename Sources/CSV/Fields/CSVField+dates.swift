extension CSVField {
    /// `2018-01-29`, or `29/01/2018` in British order always (rule 9.5).
    package static func date(_ text: String) throws(CSVFieldError) -> CSVDate {
        var cursor = try CSVCursor(text)
        if cursor.isSerialNumber { throw .serialNumber }
        let date = try date(&cursor, else: .notDate)
        guard cursor.isAtEnd else { throw .notDate }
        return date
    }

    /// A date, then a space or `T`, a time, and perhaps an offset: `Z`, `+01:00`, `+0100` or `+01`.
    package static func dateTime(_ text: String) throws(CSVFieldError) -> CSVDateTime {
        var cursor = try CSVCursor(text)
        if cursor.isSerialNumber { throw .serialNumber }
        let date = try date(&cursor, else: .notDateTime)
        guard cursor.skip("T") || cursor.skip("t") || cursor.skip(" ") else { throw .notDateTime }
        cursor.skipSpaces()
        let time = try time(&cursor, else: .notDateTime)
        cursor.skipSpaces()
        let offset = try offset(&cursor)
        guard cursor.isAtEnd else { throw .notDateTime }
        return CSVDateTime(date: date, time: time, offsetMinutes: offset)
    }

    /// `09:30` or `09:30:00`; the hour may have one digit.
    package static func time(_ text: String) throws(CSVFieldError) -> CSVTime {
        var cursor = try CSVCursor(text)
        let time = try time(&cursor, else: .notTime)
        guard cursor.isAtEnd else { throw .notTime }
        return time
    }

    private static func date(_ cursor: inout CSVCursor, else other: CSVFieldError) throws(CSVFieldError) -> CSVDate {
        guard let first = cursor.digits(), let leading = first.value else { throw other }
        if first.count == 4, cursor.skip("-") {
            guard let month = cursor.number(digits: 2...2), cursor.skip("-"), let day = cursor.number(digits: 2...2)
            else { throw other }
            return try checked(CSVDate(year: leading, month: month, day: day))
        }
        guard first.count <= 2, cursor.skip("/"), let month = cursor.number(digits: 1...2), cursor.skip("/"),
            let year = cursor.number(digits: 1...4)
        else { throw other }
        return try checked(CSVDate(year: year, month: month, day: leading))
    }

    private static func checked(_ date: CSVDate) throws(CSVFieldError) -> CSVDate {
        guard CSVDate.years.contains(date.year) else { throw .noSuchYear(date.year) }
        guard (1...12).contains(date.month) else { throw .noSuchMonth(date.month) }
        let days = CSVDate.days(in: date.month, of: date.year)
        guard (1...days).contains(date.day) else {
            throw .noSuchDay(
                month: CSVDate.monthNames[date.month - 1], year: date.year, days: days, given: date.day)
        }
        return date
    }

    private static func time(_ cursor: inout CSVCursor, else other: CSVFieldError) throws(CSVFieldError) -> CSVTime {
        guard let hour = cursor.number(digits: 1...2), cursor.skip(":"), let minute = cursor.number(digits: 2...2)
        else { throw other }
        var second = 0
        if cursor.skip(":") {
            guard let written = cursor.number(digits: 2...2) else { throw other }
            second = written
        }
        guard hour < 24, minute < 60, second < 60 else { throw .noSuchTime }
        return CSVTime(hour: hour, minute: minute, second: second)
    }

    private static func offset(_ cursor: inout CSVCursor) throws(CSVFieldError) -> Int? {
        if cursor.skip("Z") || cursor.skip("z") { return 0 }
        let isWest = cursor.skip("-")
        guard isWest || cursor.skip("+") else { return nil }
        guard let run = cursor.digits(), let value = run.value else { throw .notDateTime }
        var (hours, minutes) = (value, 0)
        if run.count == 4 {
            (hours, minutes) = value.quotientAndRemainder(dividingBy: 100)
        } else {
            guard run.count == 2 else { throw .notDateTime }
            if cursor.skip(":") {
                guard let written = cursor.number(digits: 2...2) else { throw .notDateTime }
                minutes = written
            }
        }
        guard hours <= 14, minutes < 60 else { throw .notDateTime }
        let total = hours * 60 + minutes
        return isWest ? -total : total
    }
}
