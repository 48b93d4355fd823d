/// Strict reading of unsigned ASCII numbers: no sign, no space, no digits of other scripts.
enum DecimalDigits {
    /// Takes the digits at the front; nil if there are none or more than nine, so that no result can overflow.
    static func take<Bytes: Collection>(from bytes: inout Bytes) -> Int?
    where Bytes.Element == UInt8, Bytes.SubSequence == Bytes {
        var value = 0
        var count = 0
        while let byte = bytes.first, byte >= 48, byte <= 57 {
            count += 1
            guard count <= 9 else { return nil }
            value = value * 10 + Int(byte &- 48)
            bytes = bytes.dropFirst()
        }
        return count > 0 ? value : nil
    }

    /// The whole text as a number of up to nine digits.
    static func whole(_ text: some StringProtocol) -> Int? {
        var bytes = Substring(text).utf8[...]
        guard let value = take(from: &bytes), bytes.isEmpty else { return nil }
        return value
    }

    /// As `whole`, with a plus or minus before it.
    static func signed(_ text: some StringProtocol) -> Int? {
        if text.hasPrefix("-") { return whole(text.dropFirst()).map { -$0 } }
        return whole(text.hasPrefix("+") ? text.dropFirst() : text[...])
    }
}
