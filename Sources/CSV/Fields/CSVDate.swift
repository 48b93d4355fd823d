/// A day of the Gregorian calendar as written, without a zone. Made by the reader it exists; made by hand it is as good
/// as its maker.
package struct CSVDate: Sendable, Hashable {
    package var year: Int
    package var month: Int
    package var day: Int

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Years that a date may be in; anything else is a slip of the keyboard.
    package static let years = 1900...2199

    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CSVDate: Comparable, CustomStringConvertible {
    package static func < (one: CSVDate, other: CSVDate) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    /// ISO 8601: 2026-10-12.
    package var description: String {
        "\(CSVTime.padded(year, to: 4))-\(CSVTime.padded(month, to: 2))-\(CSVTime.padded(day, to: 2))"
    }
}
