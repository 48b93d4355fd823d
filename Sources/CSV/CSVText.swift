import Foundation

/// Small text rules shared by header and fields.
enum CSVText {
    /// Without white space at either end; the invisible marks that spreadsheets leave behind count as white space.
    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, let last = scalars.last else { return text }
        guard isBlank(first) || isBlank(last) else { return text }
        guard let start = scalars.firstIndex(where: { !isBlank($0) }),
            let end = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[start...end])
    }

    static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy(isBlank)
    }

    /// The name a header cell stands for (rule 9.3): trimmed, lower case, spaces turned into underscores.
    static func columnName(_ cell: String) -> String {
        trimmed(cell).precomposedStringWithCanonicalMapping.lowercased()
            .unicodeScalars.split(whereSeparator: isBlank)
            .map { String($0) }
            .joined(separator: "_")
    }

    /// At most 200 scalars, with an ellipsis for the rest.
    static func excerpt(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let cut = scalars.index(scalars.startIndex, offsetBy: 200, limitedBy: scalars.endIndex),
            cut < scalars.endIndex
        else { return text }
        return String(scalars[..<cut]) + "…"
    }

    /// A count with thousands separated, as people read it: 20,000.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
    }
}
