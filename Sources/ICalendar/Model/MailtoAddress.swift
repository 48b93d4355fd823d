/// Makes the URI of a mail address: what a URI may not hold, or would read as a mark of its own, is percent-encoded.
enum MailtoAddress {
    static func uri(_ email: String) -> String {
        var result = "mailto:"
        for scalar in email.unicodeScalars {
            if needsEncoding(scalar) {
                for byte in String(scalar).utf8 {
                    let digits = String(byte, radix: 16, uppercase: true)
                    result += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func needsEncoding(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{0}"..."\u{20}", "\u{7F}"..."\u{9F}", "\"", "#", "%", "<", ">", "?", "[", "\\", "]", "^", "`", "{", "|",
            "}":
            true
        default: false
        }
    }
}
