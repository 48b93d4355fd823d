/// Reads back what the library writes: a reader so small that its own mistakes would show. It knows the five
/// replacements and nothing else, so any other ampersand is a failure (nil).
enum Unescaper {
    static func text(_ html: some StringProtocol) -> String? {
        let replacements: [(String, UInt8)] = [
            ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27),
        ]
        let bytes = Array(html.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x3C, 0x3E, 0x22, 0x27:
                return nil
            case 0x26:
                guard let found = replacements.first(where: { bytes[index...].starts(with: $0.0.utf8) }) else {
                    return nil
                }
                result.append(found.1)
                index += found.0.utf8.count
            default:
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What is left of a text when what HTML forbids is taken out, reckoned on scalars and so unlike the library.
    static func allowed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            let value = scalar.value
            defer { afterReturn = value == 0x0D }
            switch value {
            case 0x0D: scalars.append("\n")
            case 0x0A where afterReturn: continue
            case 0x09, 0x0A: scalars.append(scalar)
            case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: continue
            case _ where value & 0xFFFE == 0xFFFE: continue
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}

/// The same bytes, where `==` on Strings would take canonically equal ones for the same.
func sameBytes(_ one: String?, _ other: String) -> Bool {
    guard let one else { return false }
    return Array(one.utf8) == Array(other.utf8)
}
