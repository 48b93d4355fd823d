/// Why a field's text is not the value it should be.
package enum CSVFieldError: Error, Sendable, Equatable, CustomStringConvertible {
    case blank
    case notWholeNumber
    case outOfRange(ClosedRange<Int>)
    case notDate
    case notDateTime
    case notTime
    case serialNumber
    case noSuchYear(Int)
    case noSuchMonth(Int)
    case noSuchDay(month: String, year: Int, days: Int, given: Int)
    case noSuchTime
    case notEmail
    case emailTooLong
    case notBoolean
    case textTooLong(Int)
    case controlCharacter

    /// A sentence for the person who has to mend the file.
    package var message: String {
        switch self {
        case .blank: "This field must not be blank."
        case .notWholeNumber: "Write a whole number in plain digits, like 12."
        case .outOfRange(let range):
            "The number must be from \(CSVText.grouped(range.lowerBound)) to \(CSVText.grouped(range.upperBound))."
        case .notDate: "Write the date as 2018-01-29 or 29/01/2018."
        case .notDateTime: "Write date and time as 2018-01-29 09:30 or 29/01/2018 09:30."
        case .notTime: "Write the time as 09:30."
        case .serialNumber:
            "This is a spreadsheet's number for a date. Format the cells as dates, or write 2018-01-29."
        case .noSuchYear(let year):
            "The year \(year) is out of range. Write years with four digits, from \(CSVDate.years.lowerBound) to "
                + "\(CSVDate.years.upperBound)."
        case .noSuchMonth(let month): "There is no month \(month). Dates are day/month/year."
        case .noSuchDay(let month, let year, let days, let given):
            "\(month) \(year) has \(days) days, so there is no day \(given)."
        case .noSuchTime: "There is no such time. Times go from 00:00 to 23:59."
        case .notEmail: "This is not an e-mail address. Write one like name@example.org."
        case .emailTooLong: "The e-mail address is longer than 254 characters."
        case .notBoolean: "Write true or false."
        case .textTooLong(let most): "This text is longer than \(CSVText.grouped(most)) characters."
        case .controlCharacter: "This text holds a control character or a line break that may not be there."
        }
    }

    package var description: String { message }
}
