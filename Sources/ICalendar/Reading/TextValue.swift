/// Undoing the escapes of TEXT values (rule 1.8).
enum TextValue {
    /// `\n` and `\N` are line ends; a backslash before `\ ; , : "` is dropped; any other stands for itself.
    static func unescaped(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(0x5C) else { return String(text) }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var pending = false
        for byte in text.utf8 {
            guard pending else {
                if byte == 0x5C { pending = true } else { result.append(byte) }
                continue
            }
            pending = false
            switch byte {
            case 0x6E, 0x4E: result.append(0x0A)
            case 0x5C, 0x3B, 0x2C, 0x3A, 0x22: result.append(byte)
            default: result += [0x5C, byte]
            }
        }
        if pending { result.append(0x5C) }
        return String(decoding: result, as: UTF8.self)
    }

    /// A list cut at the commas that are not escaped (rule 1.10).
    static func list(_ text: String) -> [String] {
        var result: [String] = []
        var piece: [UInt8] = []
        var pending = false
        for byte in text.utf8 {
            if byte == 0x2C, !pending {
                result.append(unescaped(String(decoding: piece, as: UTF8.self)))
                piece.removeAll(keepingCapacity: true)
                continue
            }
            piece.append(byte)
            pending = byte == 0x5C && !pending
        }
        result.append(unescaped(String(decoding: piece, as: UTF8.self)))
        return result
    }
}
