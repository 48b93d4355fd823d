import Foundation

/// Something in a text that may tell who a young person is. It is shown to whoever checks the text, and never taken out by itself.
package struct TextFlag: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case school, street, placement
        case carerSurname = "carer_surname"
        case court, diagnosis, offence
        case dateOfBirth = "date_of_birth"

        /// What it may be, in a few words.
        package var words: String {
            switch self {
            case .school: "a school"
            case .street: "a street or postcode"
            case .placement: "where they live or lived"
            case .carerSurname: "an adult's surname"
            case .court: "a court or an order"
            case .diagnosis: "a diagnosis"
            case .offence: "an offence"
            case .dateOfBirth: "a date of birth"
            }
        }
    }

    package let kind: Kind
    /// As it stands in the text.
    package let found: String

    package init(_ kind: Kind, _ found: String) {
        self.kind = kind
        self.found = found
    }

    /// Longer texts are looked at as far as this.
    static let longest = 20_000

    private static let patterns: [(Kind, String, isCaseless: Bool)] = [
        (
            .school,
            #"\b(?:[A-Z][\w'’.]*\s+){1,4}(?:Primary|Junior|Infant|High|Secondary|Grammar|Academy|School|College|Nursery)\b"#,
            false
        ),
        (.school, #"\b(?:school|academy|sixth form|nursery|pupil referral unit)\b"#, true),
        (
            .street,
            #"\b\d{1,4}[a-z]?\s+(?:[A-Z][\w'’]*\s+){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Crescent|Way|Place|Court|Terrace|Gardens)\b"#,
            false
        ),
        (
            .street, #"\b(?:[A-Z][\w'’]*\s+){1,3}(?:Street|Road|Lane|Avenue|Close|Drive|Crescent|Terrace|Gardens)\b"#,
            false
        ),
        (.street, #"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b"#, true),
        (
            .placement,
            #"\b(?:foster(?:ed|ing)?|placement|placed with|children['’]s home|residential home|kinship|supported lodgings?|special guardian\w*|adopt(?:ed|ion|ive))\b"#,
            true
        ),
        (.carerSurname, #"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+[A-Z][\w'’-]+"#, false),
        (
            .court,
            #"\b(?:court|judge|tribunal|hearing|care order|interim order|supervision order|section\s+\d{2}|barrister|guardian ad litem)\b"#,
            true
        ),
        (
            .diagnosis,
            #"\b(?:diagnos\w+|adhd|autis\w+|asperger\w*|ptsd|fasd|dyslexi\w+|dyspraxi\w+|epilep\w+|depress(?:ion|ed)|self[- ]harm\w*|anorexi\w+|bulimi\w+|bipolar|schizo\w+|foetal alcohol|attachment disorder)\b"#,
            true
        ),
        (
            .offence,
            #"\b(?:offen[cd]\w+|arrest\w*|convict\w+|police|youth offending|caution(?:ed)?|theft|stole\w*|assault\w*|probation|custody|prison|drug(?:s| dealing)|county lines)\b"#,
            true
        ),
        (.dateOfBirth, #"\b(?:d\.?o\.?b\.?|date of birth|born (?:on|in)|birthday)\b"#, true),
        (.dateOfBirth, #"\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})\b"#, true),
        (
            .dateOfBirth,
            #"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+(?:19|20)\d{2}\b"#,
            true
        ),
    ]

    /// What a text may tell, by kind and in the order of the text; each wording once.
    package static func found(in text: String) -> [TextFlag] {
        let text = String(text.prefix(longest))
        var flags: [TextFlag] = []
        for (kind, pattern, isCaseless) in patterns {
            guard
                let expression = try? NSRegularExpression(
                    pattern: pattern, options: isCaseless ? [.caseInsensitive] : [])
            else { continue }
            for match in expression.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
                guard let range = Range(match.range, in: text) else { continue }
                let flag = TextFlag(kind, String(text[range]))
                // A longer find of the same kind says it already.
                if !flags.contains(where: { $0.kind == kind && $0.found.lowercased().contains(flag.found.lowercased()) }
                ) {
                    flags.append(flag)
                }
            }
        }
        return flags
    }
}
