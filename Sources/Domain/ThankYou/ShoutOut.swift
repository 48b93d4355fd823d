package import Foundation

/// A short word of thanks to a person, a team or everyone. Others see it once somebody else of the staff has let it be seen.
package struct ShoutOut: Sendable, Equatable {
    package enum Recipient: Sendable, Equatable {
        case everyone
        case team(String)
        /// By the name that the writer gave.
        case person(String)

        package var name: String {
            switch self {
            case .everyone: "Everyone"
            case .team(let name), .person(let name): name
            }
        }
    }

    package enum State: String, Sendable, CaseIterable {
        case waiting, shown, declined, withdrawn
    }

    package let id: UUID
    package let to: Recipient
    package let words: String
    /// The event that it is about.
    package let event: String?
    package let eventTitle: String?
    package let writtenBy: String
    package let writtenAt: Date
    package let state: State
    package let declineReason: String?
    package let decidedAt: Date?
    /// Whether whoever asks wrote it.
    package let isOwn: Bool

    package init(
        id: UUID, to: Recipient, words: String, event: String?, eventTitle: String?, writtenBy: String, writtenAt: Date,
        state: State, declineReason: String?, decidedAt: Date?, isOwn: Bool
    ) {
        self.id = id
        self.to = to
        self.words = words
        self.event = event
        self.eventTitle = eventTitle
        self.writtenBy = writtenBy
        self.writtenAt = writtenAt
        self.state = state
        self.declineReason = declineReason
        self.decidedAt = decidedAt
        self.isOwn = isOwn
    }
}

/// What somebody wants to say.
package struct NewShoutOut: Sendable, Equatable {
    package static let longest = 500

    package let to: ShoutOut.Recipient
    package let words: String
    package let event: String?

    /// Reads what was typed.
    package init(to: ShoutOut.Recipient, words: String, event: String? = nil) throws(ThankYouRefusal) {
        do {
            if case .person(let name) = to {
                let name = try FreeText.line(name, "the name of the person", longest: 200)
                guard !name.contains("@") else { throw ThankYouRefusal.addressForName }
                self.to = .person(name)
            } else {
                self.to = to
            }
            let text = try FreeText.prose(words, "what you want to say", longest: Self.longest)
            guard !text.isEmpty else { throw TextProblem.missing("what you want to say") }
            self.words = text
        } catch let problem as TextProblem {
            throw .text(problem)
        } catch let refusal as ThankYouRefusal {
            throw refusal
        } catch {
            throw .text(.missing("what you want to say"))
        }
        self.event = event
    }
}

/// How many shout-outs stand where.
package struct ShoutOutCounts: Sendable, Equatable {
    package let waiting: Int
    package let shown: Int
    package let declined: Int

    package init(waiting: Int, shown: Int, declined: Int) {
        self.waiting = waiting
        self.shown = shown
        self.declined = declined
    }
}
