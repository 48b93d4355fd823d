import Domain
import Foundation
import Services

/// Guests from a seed directory's `ceremonies/guests.csv`; those of a ceremony that is not there are left out.
struct GuestSeed {
    let services: Services
    let actor: Actor
    private let bytes: [UInt8]

    /// Nil where the directory has none.
    init?(directory: String, services: Services, by actor: Actor) {
        let file = URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent("ceremonies/guests.csv")
        guard let data = try? Data(contentsOf: file) else { return nil }
        bytes = Array(data)
        self.services = services
        self.actor = actor
    }

    func load() async throws -> ImportReport {
        try await services.work { work in
            try await GuestImport(services: services).run(bytes, skipping: true, by: actor, in: work)
        }
    }
}
