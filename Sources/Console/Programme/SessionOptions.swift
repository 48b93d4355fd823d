import ArgumentParser
import Domain
import Services
import Foundation

/// When a session is.
struct SessionTimes: ParsableArguments {
    @Option(help: .of("date time", "When it starts."))
    var starts: String?
    @Option(help: .of("date time", "When it ends; a time alone is on the day of the start."))
    var ends: String?
    @Option(help: .of("number", "How long it lasts, instead of an end."))
    var minutes: Int?

    func instants(_ reference: String, _ console: ConsoleSession) async throws -> (starts: Date?, ends: Date?) {
        try await Self.instants(starts, ends, reference, console)
    }

    /// A time alone stands on the day of the new start, else of the session as it is now.
    static func instants(
        _ starts: String?, _ ends: String?, _ reference: String, _ console: ConsoleSession
    ) async throws -> (starts: Date?, ends: Date?) {
        var now: Date?
        if [starts, ends].compactMap(\.self).contains(where: { ClockTime($0) != nil }) {
            now = try await console.shown(reference).startsAt
        }
        let first = try starts.map { try console.moment($0, onDayOf: now) }
        return (first, try ends.map { try console.moment($0, onDayOf: first ?? now) })
    }
}

/// What a session is about, where, and for how many.
struct SessionContentOptions: ParsableArguments {
    @Option(help: .of(.room, "The room."))
    var room: String?
    @Option(help: .of("url", "The joining link; only those with a place see it."))
    var online: String?
    @Option(help: .of("places", "How many may come; otherwise as many as the room holds."))
    var capacity: Int?
    @Option(help: .of(.email, "Who leads it; may be repeated."))
    var facilitator: [String] = []
    @Option(help: .of(.kind, "workshop, briefing, drop_in …"))
    var kind: String?
    @Option(help: .of("strand", "The strand."))
    var strand: String?
    @Option(parsing: .unconditional, help: .of("text", "What it is about."))
    var description: String?
}
