import Domain
import Exchange
import Services

/// What a file that somebody brings may hold: any kind that also comes out again, paper ballots, or guests of a ceremony.
enum ImportKind: Equatable {
    case table(CSVKind)
    case ballots
    case guests

    static let all: [ImportKind] = CSVKind.allCases.map(ImportKind.table) + [.ballots, .guests]

    init?(named name: String) {
        if name == ImportKind.ballots.name {
            self = .ballots
        } else if name == ImportKind.guests.name {
            self = .guests
        } else if let kind = CSVKind(rawValue: name) {
            self = .table(kind)
        } else {
            return nil
        }
    }

    var name: String {
        switch self {
        case .table(let kind): kind.rawValue
        case .ballots: "ballots"
        case .guests: "guests"
        }
    }

    var title: String {
        switch self {
        case .table(let kind): kind.title
        case .ballots: "Paper ballots"
        case .guests: "Guests of a ceremony"
        }
    }

    /// What a file of it holds, in a few words.
    var explanation: String {
        switch self {
        case .table(let kind): kind.explanation
        case .ballots: "Judges’ marks from paper, one row for each mark; recorded as typed in by you"
        case .guests: "Who is invited, with how many, and what they need; nobody is added twice"
        }
    }

    var columns: [String] {
        switch self {
        case .table(let kind): kind.columns
        case .ballots: BallotImport.columns
        case .guests: GuestImport.columns
        }
    }

    var belongsToEvent: Bool {
        switch self {
        case .table(let kind): kind.belongsToEvent
        case .ballots, .guests: false
        }
    }

    static func choices(_ chosen: String?) -> [Choice] {
        all.map { Choice(value: $0.name, label: $0.title, hint: $0.explanation, isChosen: $0.name == chosen) }
    }

    func excess(_ bytes: [UInt8]) -> String? {
        switch self {
        case .table(let kind): CSVImport.excess(bytes, kind)
        case .ballots: BallotImport.excess(bytes)
        case .guests: GuestImport.excess(bytes)
        }
    }

    /// - Parameter work: to take the file in; nil only looks what it would do.
    func run(
        _ file: KeptFile, services: Services, by actor: Actor, in work: Work?
    ) async throws -> ImportReport {
        switch (self, work) {
        case (.table(let kind), nil):
            return try await CSVImport(services: services).run(
                kind, file.content, event: file.event, by: actor, dryRun: true)
        case (.table(let kind), let work?):
            return try await CSVImport(services: services).run(
                kind, file.content, event: file.event, by: actor, in: work)
        case (.ballots, nil):
            return try await services.work(dryRun: true) { work in
                try await BallotImport(services: services).run(file.content, by: actor, in: work)
            }
        case (.ballots, let work?):
            return try await BallotImport(services: services).run(file.content, by: actor, in: work)
        case (.guests, nil):
            return try await services.work(dryRun: true) { work in
                try await GuestImport(services: services).run(file.content, by: actor, in: work)
            }
        case (.guests, let work?):
            return try await GuestImport(services: services).run(file.content, by: actor, in: work)
        }
    }
}
