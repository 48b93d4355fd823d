package import Logging
package import Postgres

/// Every use case, for every face.
package struct Services: Sendable {
    package let house: House
    package let people: PeopleService
    package let programme: ProgrammeService
    package let proposals: ProposalService
    package let booking: BookingService
    package let access: AccessService
    package let audit: AuditService
    package let undo: UndoService
    package let awards: AwardsService
    package let ceremonies: CeremonyService
    package let check: CheckService

    /// - Parameter sqlDirectory: where `invariants` lie.
    package init(
        database: PostgresClient, outside: Outside, settings: ServiceSettings, sqlDirectory: String, logger: Logger
    ) {
        house = House(database: database, outside: outside, settings: settings, logger: logger)
        people = PeopleService(house: house)
        programme = ProgrammeService(house: house)
        proposals = ProposalService(house: house)
        booking = BookingService(house: house)
        access = AccessService(house: house)
        audit = AuditService(house: house)
        undo = UndoService(house: house)
        awards = AwardsService(house: house)
        ceremonies = CeremonyService(house: house)
        check = CheckService(house: house, directory: "\(sqlDirectory)/invariants")
    }

    package var settings: ServiceSettings { house.settings }
    package var outside: Outside { house.outside }
    package var changes: ChangeFeed { house.changes }

    /// One transaction for several use cases; a dry run is rolled back whatever happens.
    package func work<Answer: Sendable>(dryRun: Bool = false, _ body: (Work) async throws -> Answer) async throws
        -> Answer
    {
        try await house.transaction(dryRun: dryRun, body)
    }

    /// Whether the database answers.
    package func isReady() async -> Bool {
        (try? await access.installation()) != nil
    }
}
