package import Foundation

/// Whether a young person has their own citation and certificate.
package enum HandOver: Sendable, Equatable {
    case handedOver(to: Consent.Capacity)
    case refused

    package init?(outcome: String, receiver: Consent.Capacity?) {
        switch (outcome, receiver) {
        case ("handed_over", let receiver?): self = .handedOver(to: receiver)
        case ("refused", nil): self = .refused
        default: return nil
        }
    }

    package var outcome: String { if case .refused = self { "refused" } else { "handed_over" } }

    package var receiver: Consent.Capacity? { if case .handedOver(let receiver) = self { receiver } else { nil } }
}

/// By which rule something is deleted.
package enum DeletionRule: String, Sendable, CaseIterable {
    case handedOver = "handed_over"
    case refused, retention
}

/// Where the own record of a young candidate stands.
package struct YoungRecord: Sendable, Equatable {
    package let path: AwardPath
    package let pseudonym: String
    package let award: String
    package let scheme: String
    package let handOver: HandOver?
    package let recordedBy: String?
    package let recordedAt: Date?
    /// When what is known of them is deleted, and why; nil once it is.
    package let dueAt: Date?
    package let rule: DeletionRule?
    package let deletedAt: Date?
    /// Whether the scheme's results are told: not before that there is anything to hand over.
    package let isTold: Bool

    package init(
        path: AwardPath, pseudonym: String, award: String, scheme: String, handOver: HandOver?, recordedBy: String?,
        recordedAt: Date?, dueAt: Date?, rule: DeletionRule?, deletedAt: Date?, isTold: Bool
    ) {
        self.path = path
        self.pseudonym = pseudonym
        self.award = award
        self.scheme = scheme
        self.handOver = handOver
        self.recordedBy = recordedBy
        self.recordedAt = recordedAt
        self.dueAt = dueAt
        self.rule = rule
        self.deletedAt = deletedAt
        self.isTold = isTold
    }
}

/// What a young person takes home: for themselves, so by the name that they chose and in the words that they approved, whatever they
/// agreed to have shown.
package struct YoungRecordSheet: Sendable, Equatable {
    package let path: AwardPath
    package let scheme: String
    package let award: String
    package let band: String?
    package let outcome: DecisionOutcome
    /// Nil: to be written by hand.
    package let name: String?
    package let words: String?
    package let on: Date

    package init(
        path: AwardPath, scheme: String, award: String, band: String?, outcome: DecisionOutcome, name: String?,
        words: String?, on: Date
    ) {
        self.path = path
        self.scheme = scheme
        self.award = award
        self.band = band
        self.outcome = outcome
        self.name = name
        self.words = words
        self.on = on
    }
}

/// How long what is known of a scheme's young people is kept.
package struct SchemeRetention: Sendable, Equatable {
    package let scheme: String
    package let title: String
    package let months: Int
    package let keptUntil: Date
    package let young: Int
    /// Of how many something is to be deleted now.
    package let due: Int

    package init(scheme: String, title: String, months: Int, keptUntil: Date, young: Int, due: Int) {
        self.scheme = scheme
        self.title = title
        self.months = months
        self.keptUntil = keptUntil
        self.young = young
        self.due = due
    }
}

/// A certificate of deletion: it names nobody, and nothing of it can be changed.
package struct DeletionCertificate: Sendable, Equatable {
    /// So many of a kind, with the SHA-256 of their keys in order.
    package struct Item: Sendable, Equatable {
        package let kind: String
        package let number: Int
        package let keysHash: String

        package init(kind: String, number: Int, keysHash: String) {
            self.kind = kind
            self.number = number
            self.keysHash = keysHash
        }

        package var words: String {
            switch kind {
            case "legal_name": "Legal names"
            case "chosen_name": "Names chosen for the night, and how they are said"
            case "text": "Texts for the panel, and texts that they approved"
            case "statement": "What nominators wrote"
            case "file": "Pictures and documents"
            case "consent_giver": "Who gave a consent"
            case "judge_words": "What judges noted"
            case "content_note": "What judges were told before reading"
            case "need": "What they needed as guests"
            default: kind
            }
        }
    }

    package let id: UUID
    package let scheme: String
    package let at: Date
    /// Nil is the job of the house.
    package let by: String?
    package let items: [Item]
    /// Whose, by pseudonym, and by which rule.
    package let people: [(pseudonym: String, rule: DeletionRule)]

    package init(
        id: UUID, scheme: String, at: Date, by: String?, items: [Item],
        people: [(pseudonym: String, rule: DeletionRule)]
    ) {
        self.id = id
        self.scheme = scheme
        self.at = at
        self.by = by
        self.items = items
        self.people = people
    }

    package static func == (one: DeletionCertificate, other: DeletionCertificate) -> Bool {
        one.id == other.id && one.items == other.items && one.people.map(\.pseudonym) == other.people.map(\.pseudonym)
    }
}

/// Why nothing was kept, handed over or deleted.
package enum RetentionRefusal: Refusal, Equatable {
    case monthsOutOfRange
    case notToldYet
    case nothingDue
    case typedOtherwise(String)
    case deletedAlready

    package var code: String {
        switch self {
        case .monthsOutOfRange: "months_out_of_range"
        case .notToldYet: "not_told_yet"
        case .nothingDue: "nothing_due"
        case .typedOtherwise: "typed_otherwise"
        case .deletedAlready: "deleted_already"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .monthsOutOfRange, .typedOtherwise: .unprocessable
        case .notToldYet, .nothingDue, .deletedAlready: .conflict
        }
    }

    package var message: String {
        switch self {
        case .monthsOutOfRange: "Enter for how many months it is kept, as a whole number from 1 to 120."
        case .notToldYet:
            "There is nothing to hand over yet: first the result is frozen, its embargo over and the ceremony held."
        case .nothingDue: "Nothing is due to be deleted. Nothing was changed."
        case .typedOtherwise(let scheme): "Type \(scheme) to delete for good. Nothing was changed."
        case .deletedAlready: "What was known of them is deleted already, so nothing can be changed."
        }
    }
}
