package import Domain

extension CheckService {
    /// Every violation, for those who run the house or schedule.
    package func violations(by actor: Actor) async throws -> [Violation] {
        try await AccessService(house: house).require([.staff, .admin], actor, to: "run the checks")
        return try await violations()
    }
}
