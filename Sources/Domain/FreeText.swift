import Foundation

/// What a person typed, cleaned on entry: NFC, ends trimmed, CR LF made LF; or the sentence that says why not.
package enum FreeText {
    /// One line: a name, a title, a reason.
    package static func line(_ raw: String, _ what: String, longest: Int = 200, required: Bool = true)
        throws(TextProblem) -> String
    {
        let text = try clean(raw, what, longest: longest)
        guard !text.unicodeScalars.contains(where: isControl) else { throw .controlCharacter(what) }
        guard !required || !text.isEmpty else { throw .missing(what) }
        return text
    }

    /// Several lines: a description.
    package static func prose(_ raw: String, _ what: String, longest: Int = 5000) throws(TextProblem) -> String {
        let text = try clean(raw.replacing("\r\n", with: "\n").replacing("\r", with: "\n"), what, longest: longest)
        guard !text.unicodeScalars.contains(where: { isControl($0) && $0 != "\n" && $0 != "\t" }) else {
            throw .controlCharacter(what)
        }
        return text
    }

    private static func clean(_ raw: String, _ what: String, longest: Int) throws(TextProblem) -> String {
        guard raw.utf8.count <= longest * 16 + 64 else { throw .tooLong(what, longest: longest) }
        // Most of what is typed is ASCII, which is in NFC and hides nothing.
        let isPlain = raw.utf8.allSatisfy { $0 < 0x80 }
        let text = (isPlain ? raw : raw.precomposedStringWithCanonicalMapping).trimmingCharacters(
            in: .whitespacesAndNewlines)
        guard text.unicodeScalars.count <= longest else { throw .tooLong(what, longest: longest) }
        guard isPlain || !text.unicodeScalars.contains(where: isBidiOverride) else { throw .hiddenDirection(what) }
        guard !CaseData.isNamed(in: text) else { throw .caseData(what) }
        return text
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    /// Overrides and isolates that make a text read otherwise than it is stored. Ordinary right-to-left letters are welcome.
    private static func isBidiOverride(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}

/// Why a text was not taken, as a sentence.
package enum TextProblem: Refusal, Equatable {
    case missing(String)
    case tooLong(String, longest: Int)
    case controlCharacter(String)
    case hiddenDirection(String)
    case caseData(String)

    package var code: String {
        switch self {
        case .missing: "missing"
        case .tooLong: "too_long"
        case .controlCharacter: "control_character"
        case .hiddenDirection: "hidden_direction"
        case .caseData: "case_data"
        }
    }

    package var kind: RefusalKind { .unprocessable }

    package var message: String {
        switch self {
        case .missing(let what): "Enter \(what)."
        case .tooLong(let what, let longest): "Shorten \(what) to \(longest) characters or fewer."
        case .controlCharacter(let what):
            "Remove the invisible control character from \(what); typing it again usually helps."
        case .hiddenDirection(let what): "Remove the hidden direction mark from \(what); typing it again usually helps."
        case .caseData(let what): "Do not enter case details: \(what) seems to hold a case or NHS number."
        }
    }
}

/// Case numbers and NHS numbers, which no free text here may hold.
package enum CaseData {
    package static func isNamed(in text: String) -> Bool {
        namesCase(text) || holdsNHSNumber(text)
    }

    private static func namesCase(_ text: String) -> Bool {
        // Making the pattern anew costs far more than it finds: most texts hold no digit at all.
        guard digits(in: text) > 0 else { return false }
        return text.range(
            of: #"\bcase\s*(no\.?|number|ref\.?|reference|id)?\s*[:#]?\s*\d"#,
            options: [.regularExpression, .caseInsensitive]) != nil
    }

    /// Decimal digits of any script, as the patterns take them.
    private static func digits(in text: String) -> Int {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else {
            return text.utf8.count { (0x30...0x39).contains($0) }
        }
        return text.unicodeScalars.count { $0.properties.generalCategory == .decimalNumber }
    }

    /// Ten digits, bare or grouped 3-3-4, whose last is the modulus-11 check digit that NHS numbers carry.
    private static func holdsNHSNumber(_ text: String) -> Bool {
        guard digits(in: text) >= 10 else { return false }
        var rest = text[...]
        while let found = rest.range(of: #"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"#, options: .regularExpression) {
            let digits = rest[found].compactMap(\.wholeNumberValue)
            if digits.count == 10 {
                let sum = zip(digits, stride(from: 10, to: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
                let check = (11 - sum % 11) % 11
                if check == digits[9], check != 10 { return true }
            }
            rest = rest[found.upperBound...]
        }
        return false
    }
}
