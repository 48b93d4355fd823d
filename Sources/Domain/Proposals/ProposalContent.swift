/// What is offered, and by whom.
package struct ProposalContent: Sendable, Equatable {
    /// A box of the form.
    package enum Field: String, Sendable, CaseIterable {
        case name, email, organisation, title, description, minutes, size, dates, audience, equipment
    }

    package let name: String
    package let email: String
    package let organisation: String?
    package let title: String
    /// What people take away.
    package let description: String
    package let minutes: Int
    /// For how many people.
    package let size: Int
    /// When they could hold it, in their own words.
    package let dates: String
    package let audience: String
    package let equipment: String

    package init(
        name: String, email: String, organisation: String?, title: String, description: String, minutes: Int, size: Int,
        dates: String, audience: String, equipment: String
    ) {
        self.name = name
        self.email = email
        self.organisation = organisation
        self.title = title
        self.description = description
        self.minutes = minutes
        self.size = size
        self.dates = dates
        self.audience = audience
        self.equipment = equipment
    }

    /// Reads what was typed; every box that cannot be read is named at once.
    package static func read(_ typed: [Field: String]) throws(ProposalProblems) -> ProposalContent {
        var reader = Reader(typed: typed)
        // In the order of the form, so that its problems come in that order.
        let title = reader.line(.title, "a title")
        let description = reader.prose(.description, "what people take away", longest: 5000, isRequired: true)
        let minutes = reader.number(.minutes, 5...1440, "the length in minutes", "from 5 to 1,440, like 90")
        let size = reader.number(.size, 1...10_000, "for how many people it is", "from 1 to 10,000, like 20")
        let audience = reader.prose(.audience, "who it is for", longest: 1000, isRequired: false)
        let dates = reader.prose(.dates, "when you could hold it", longest: 1000, isRequired: true)
        let equipment = reader.prose(.equipment, "what you need", longest: 1000, isRequired: false)
        let name = reader.line(.name, "your name")
        let email = reader.email()
        let organisation = reader.line(.organisation, "the organisation", isRequired: false)
        guard reader.problems.isEmpty else { throw ProposalProblems(problems: reader.problems) }
        return ProposalContent(
            name: name, email: email, organisation: organisation.isEmpty ? nil : organisation, title: title,
            description: description, minutes: minutes, size: size, dates: dates, audience: audience,
            equipment: equipment)
    }
}

/// What keeps an offer from being taken, box by box.
package struct ProposalProblems: Refusal, Equatable {
    package struct Problem: Sendable, Equatable {
        package let field: ProposalContent.Field
        package let message: String
    }

    package let problems: [Problem]

    package var code: String { "proposal_incomplete" }
    package var kind: RefusalKind { .unprocessable }
    package var message: String { problems.map(\.message).joined(separator: " ") }
}

extension ProposalContent {
    private struct Reader {
        let typed: [Field: String]
        var problems: [ProposalProblems.Problem] = []

        init(typed: [Field: String]) { self.typed = typed }

        private func text(_ field: Field) -> String { typed[field] ?? "" }

        private mutating func note(_ field: Field, _ message: String) {
            problems.append(ProposalProblems.Problem(field: field, message: message))
        }

        mutating func line(_ field: Field, _ what: String, isRequired: Bool = true) -> String {
            do {
                return try FreeText.line(text(field), what, required: isRequired)
            } catch {
                note(field, error.message)
                return ""
            }
        }

        mutating func prose(_ field: Field, _ what: String, longest: Int, isRequired: Bool) -> String {
            do {
                let prose = try FreeText.prose(text(field), what, longest: longest)
                if isRequired, prose.isEmpty { note(field, TextProblem.missing(what).message) }
                return prose
            } catch {
                note(field, error.message)
                return ""
            }
        }

        mutating func email() -> String {
            guard let email = try? EmailAddress(text(.email)) else {
                note(.email, "Enter an email address in the correct format, like name@example.org.")
                return ""
            }
            return email.text
        }

        mutating func number(_ field: Field, _ range: ClosedRange<Int>, _ what: String, _ bounds: String) -> Int {
            let digits = text(field).filter { !$0.isWhitespace && $0 != "," }
            guard let number = wholeNumber(digits), range.contains(number) else {
                note(field, "Enter \(what) as a whole number \(bounds).")
                return 0
            }
            return number
        }
    }
}
