import Domain
import Foundation
import Services
import Synchronization

/// The names that completion offers: what the actor may list, read again at most every few seconds.
final class LiveNames: Sendable {
    /// Seconds for which names are good.
    static let goodFor = 5.0

    private struct State {
        var names: [ValueName: [String]] = [:]
        var readAt: Double?
    }

    private let services: Services
    private let state = Mutex(State())

    init(services: Services) {
        self.services = services
    }

    func callAsFunction(_ value: ValueName) -> [String] {
        state.withLock { $0.names[value] ?? [] }
    }

    /// Reads them again when they are old. What cannot be read stays as it was.
    func refresh(for actor: Actor) async {
        let now = services.outside.now().timeIntervalSince1970
        guard state.withLock({ $0.readAt.map { now - $0 >= Self.goodFor } ?? true }) else { return }
        guard let names = try? await read(for: actor) else { return }
        state.withLock { $0 = State(names: names, readAt: now) }
    }

    private func read(for actor: Actor) async throws -> [ValueName: [String]] {
        let (programme, people) = (services.programme, services.people)
        let teams = try await people.teams()
        let sessions = try await programme.sessions(by: actor)
        return [
            .event: try await programme.events(by: actor).map(\.slug),
            .reference: sessions.map(\.reference),
            .email: try await people.people(by: actor).map(\.email),
            .site: try await people.sites().map(\.name),
            .room: try await people.rooms().map(\.printed),
            .team: teams.map(\.name),
            .series: try await programme.series(by: actor).map(\.slug),
            .kind: Set(sessions.map(\.kind)).sorted(),
            .role: Role.allCases.map(\.rawValue),
            .date: ["today", "tomorrow"],
        ]
    }
}
