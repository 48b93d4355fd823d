/// Walks through the bytes of one trimmed field.
struct CSVCursor {
    /// A run of ASCII digits; `value` is nil when it does not fit an Int.
    struct Digits {
        var count: Int
        var value: Int?
    }

    private let bytes: [UInt8]
    private var position = 0

    /// - Throws: `.blank`
    init(_ text: String) throws(CSVFieldError) {
        bytes = Array(CSVText.trimmed(text).utf8)
        guard !bytes.isEmpty else { throw .blank }
    }

    var isAtEnd: Bool { position >= bytes.count }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Whether the rest is a number as spreadsheets keep dates: digits, perhaps with a decimal part.
    var isSerialNumber: Bool {
        let parts = bytes.dropFirst(position).split(
            separator: UInt8(ascii: "."), maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let next, UInt32(next) == character.value else { return false }
        position += 1
        return true
    }

    mutating func skipSpaces() {
        while next == 0x20 { position += 1 }
    }

    mutating func digits() -> Digits? {
        let start = position
        var value: Int? = 0
        while let byte = next, (0x30...0x39).contains(byte) {
            value = value.flatMap { total in
                let (tens, high) = total.multipliedReportingOverflow(by: 10)
                let (sum, over) = tens.addingReportingOverflow(Int(byte - 0x30))
                return high || over ? nil : sum
            }
            position += 1
        }
        return position == start ? nil : Digits(count: position - start, value: value)
    }

    /// A number of one of these widths.
    mutating func number(digits widths: ClosedRange<Int>) -> Int? {
        guard let run = digits(), widths.contains(run.count) else { return nil }
        return run.value
    }
}
