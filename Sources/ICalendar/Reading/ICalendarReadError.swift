/// Why a file cannot be read at all, and where.
package struct ICalendarReadError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case invalidUTF8
        case tooManyOctets
        case lineTooLong
        case tooManyProperties
        case tooManyComponents
        case nestedTooDeeply
        /// An END that closes nothing, or another component than the open one.
        case wrongEnd(String)
        case notClosed(String)
        case noCalendar
    }

    /// The physical line on which the trouble begins, from 1.
    package let line: Int
    package let reason: Reason
}

extension ICalendarReadError: CustomStringConvertible {
    package var description: String {
        let sentence =
            switch reason {
            case .invalidUTF8: "The text is not UTF-8."
            case .tooManyOctets: "The file is too large."
            case .lineTooLong: "The line is too long."
            case .tooManyProperties: "The file holds too many properties."
            case .tooManyComponents: "The file holds too many components."
            case .nestedTooDeeply: "Components nest too deeply."
            case .wrongEnd(let name): "END:\(name) closes nothing that is open here."
            case .notClosed(let name): "\(name) is never closed."
            case .noCalendar: "The file holds no calendar."
            }
        return "Line \(line): \(sentence)"
    }
}
