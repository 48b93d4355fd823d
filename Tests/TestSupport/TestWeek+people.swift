package import Domain
import Services

extension TestWeek {
    /// Actors for `p1@example.org` and so on, looked up at once.
    package func practitioners(_ count: Int, _ channel: Channel = .web) async throws -> [Actor] {
        let everybody = try await house.services.people.people(by: house.operating)
        let byAddress = Dictionary(everybody.map { ($0.email, $0.id) }, uniquingKeysWith: { first, _ in first })
        return (1...max(1, count)).compactMap { byAddress["p\($0)@example.org"] }.map {
            Actor(.person($0), channel: channel)
        }
    }
}
