package import Foundation

/// An answer to one use of one thing about a young person. Without an answer nothing is shown; a no that holds wins over every yes.
package struct Consent: Sendable, Equatable {
    /// What for.
    package enum Use: String, Sendable, CaseIterable {
        case panel, programme
        case readOut = "read_out"
        case screens, photograph, press, web, certificate

        /// As the console writes it.
        package var word: String { rawValue.replacing("_", with: "-") }
        package init?(word: String) { self.init(rawValue: word.lowercased().replacing("-", with: "_")) }
    }
    /// What of them.
    package enum Channel: String, Sendable, CaseIterable { case words, name, picture }
    /// What whoever answered is to the young person.
    package enum Capacity: String, Sendable, CaseIterable {
        case child, parent, carer
        case socialWorker = "social_worker"
        case other

        package var word: String { rawValue.replacing("_", with: "-") }
        package init?(word: String) { self.init(rawValue: word.lowercased().replacing("-", with: "_")) }
    }

    package let id: UUID
    package let use: Use
    package let channel: Channel
    package let agrees: Bool
    package let capacity: Capacity
    package let from: Date
    package let until: Date?
    package let withdrawnAt: Date?
    /// By the database's clock, when this was read.
    package let holds: Bool

    package init(
        id: UUID, use: Use, channel: Channel, agrees: Bool, capacity: Capacity, from: Date, until: Date?,
        withdrawnAt: Date?, holds: Bool
    ) {
        self.id = id
        self.use = use
        self.channel = channel
        self.agrees = agrees
        self.capacity = capacity
        self.from = from
        self.until = until
        self.withdrawnAt = withdrawnAt
        self.holds = holds
    }

    /// Whether answers allow a use of something.
    package static func allow(_ use: Use, _ channel: Channel, in answers: [Consent]) -> Bool {
        let holding = answers.filter { $0.holds && $0.use == use && $0.channel == channel }
        return !holding.isEmpty && holding.allSatisfy(\.agrees)
    }
}

/// An answer as somebody records it.
package struct NewConsent: Sendable, Equatable {
    package var use: Consent.Use
    package var channel: Consent.Channel
    package var agrees: Bool
    package var giver: String
    package var capacity: Consent.Capacity
    package var until: Date?

    package init(
        use: Consent.Use, channel: Consent.Channel, agrees: Bool, giver: String, capacity: Consent.Capacity,
        until: Date? = nil
    ) {
        self.use = use
        self.channel = channel
        self.agrees = agrees
        self.giver = giver
        self.capacity = capacity
        self.until = until
    }
}
