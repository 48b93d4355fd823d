import Foundation

/// Reads single fields strictly: one text has one meaning or none, and nothing is guessed. All take white space at
/// either end; all refuse a blank.
package enum CSVField {
    /// ASCII digits only: no sign, point, group mark or digits of other scripts (rule 9.6).
    package static func wholeNumber(_ text: String, in range: ClosedRange<Int>) throws(CSVFieldError) -> Int {
        var cursor = try CSVCursor(text)
        guard let digits = cursor.digits(), cursor.isAtEnd else { throw .notWholeNumber }
        guard let value = digits.value, range.contains(value) else { throw .outOfRange(range) }
        return value
    }

    /// `true` and `false` as we write them, and `yes`, `no`, `y`, `n`, `1`, `0`, in any case.
    package static func boolean(_ text: String) throws(CSVFieldError) -> Bool {
        switch CSVText.trimmed(text).lowercased() {
        case "": throw .blank
        case "true", "yes", "y", "1": return true
        case "false", "no", "n", "0": return false
        default: throw .notBoolean
        }
    }

    /// Trimmed, in NFC, at most so many characters (Unicode scalars, as PostgreSQL counts), without control characters.
    /// With `lines`, tabs and line breaks may stay, and every line break becomes LF.
    package static func text(_ text: String, upTo most: Int, lines: Bool = false) throws(CSVFieldError) -> String {
        let trimmed = CSVText.trimmed(text).precomposedStringWithCanonicalMapping
        guard !trimmed.isEmpty else { throw .blank }
        var result = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in trimmed.unicodeScalars {
            switch scalar {
            case "\r" where lines: result.append("\n")
            case "\n" where lines: if !afterReturn { result.append(scalar) }
            case "\t" where lines: result.append(scalar)
            default:
                guard scalar.properties.generalCategory != .control else { throw .controlCharacter }
                result.append(scalar)
            }
            afterReturn = scalar == "\r"
        }
        guard result.count <= most else { throw .textTooLong(most) }
        return String(result)
    }
}
