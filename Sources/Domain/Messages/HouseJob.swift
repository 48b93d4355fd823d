package import Foundation

/// What the house does by itself, besides sending the mail.
package enum HouseJob: String, CaseIterable, Sendable {
    case mail, departures, moves
    case waitingLists = "waiting_lists"
    case outcomes, guests, retention, answers, files, audit

    package var title: String {
        switch self {
        case .mail: "Mail"
        case .departures: "People who leave"
        case .moves: "People who change teams"
        case .waitingLists: "Waiting lists"
        case .outcomes: "What became of nominations"
        case .guests: "Guests of ceremonies"
        case .retention: "What is kept of young people"
        case .answers: "Old answers"
        case .files: "Files to import"
        case .audit: "Seal of the audit"
        }
    }

    /// What it does, in a sentence.
    package var explanation: String {
        switch self {
        case .mail: "Sends what is owed."
        case .departures: "Gives the places of people whose day to leave has come to those who wait."
        case .moves: "Moves people to their new teams once the day has begun."
        case .waitingLists: "Gives free places to those who wait, where somebody was passed over before."
        case .outcomes:
            "Once an embargo has ended, tells nominators that the panel has decided, and those who were honoured."
        case .guests:
            "Reminds guests four days before a ceremony, and deletes what they said they need a week after it."
        case .retention:
            "Deletes what is known of young people once they have their own record, or when the time to keep it is over."
        case .answers: "Forgets what a form or a call was answered a day ago; until then a second press finds it."
        case .files: "Forgets files that nobody confirmed within two hours."
        case .audit: "Chains the newest entries to those before, so that none can be changed unseen."
        }
    }

    package var seconds: Int { self == .mail ? 1 : 30 }
}

/// What a job did last.
package struct HouseJobRun: Sendable, Equatable {
    package let job: HouseJob
    package let ranAt: Date?
    package let milliseconds: Int?
    /// What came of it: "3 messages sent".
    package let outcome: String?
    package let failedAt: Date?
    package let failure: String?
    /// Somebody wants it to run now.
    package let askedAt: Date?
    /// It has not run for far longer than it should, or not since somebody asked.
    package let isLate: Bool

    package init(
        job: HouseJob, ranAt: Date?, milliseconds: Int?, outcome: String?, failedAt: Date?, failure: String?,
        askedAt: Date?, isLate: Bool
    ) {
        self.job = job
        self.ranAt = ranAt
        self.milliseconds = milliseconds
        self.outcome = outcome
        self.failedAt = failedAt
        self.failure = failure
        self.askedAt = askedAt
        self.isLate = isLate
    }

    /// Whether it failed the last time it was tried.
    package var isFailing: Bool { failedAt.map { $0 >= ranAt ?? .distantPast } ?? false }
}
