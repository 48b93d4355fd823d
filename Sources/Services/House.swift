import Domain
package import Logging
package import Postgres

/// What every service shares: the database, the outside world, the settings and the change feed.
package struct House: Sendable {
    package let database: PostgresClient
    package let outside: Outside
    package let settings: ServiceSettings
    package let logger: Logger
    package let changes: ChangeFeed
    let programmes = KeptUntilChange<ReleasedProgramme>(most: 50)
    let events = KeptUntilChange<[Event]>(most: 1)
    let desks = KeptUntilChange<AwardsService.DeskShared>(most: 20)
    let readings = KeptUntilChange<AwardsService.DeskReading>(most: 300)
    let boards = KeptUntilChange<AwardsService.Board>(most: 40)

    package init(database: PostgresClient, outside: Outside, settings: ServiceSettings, logger: Logger) {
        self.database = database
        self.outside = outside
        self.settings = settings
        self.logger = logger
        changes = ChangeFeed(database: database, logger: logger)
    }

    /// Runs a use case in the given work, or in a transaction of its own.
    @discardableResult
    func within<Answer: Sendable>(
        _ work: Work?, _ body: (Work) async throws -> Answer
    ) async throws -> Answer {
        if let work { return try await body(work) }
        return try await transaction(dryRun: false, body)
    }

    @discardableResult
    func transaction<Answer: Sendable>(dryRun: Bool, _ body: (Work) async throws -> Answer) async throws -> Answer {
        do {
            let (answer, touched) = try await database.transaction { transaction in
                if dryRun { transaction.rollbackAtEnd() }
                let work = Work(transaction)
                let answer = try await body(work)
                return (answer, work.isTouched && !dryRun)
            }
            if touched { changes.touch() }
            return answer
        } catch let error as PostgresError {
            throw failure(error)
        }
    }

    /// A read outside any transaction, or in the given work so that it sees what that has done.
    func read<S: Statement>(_ statement: S, in work: Work? = nil) async throws -> [S.Row] {
        do {
            if let work { return try await work.transaction.run(statement) }
            return try await database.read(statement)
        } catch let error as PostgresError {
            throw failure(error)
        }
    }

    func failure(_ error: PostgresError) -> any Error {
        let failure = ServiceFailure(error)
        switch failure.code {
        // Whoever gave it up knows: Ctrl-C at the console, a browser that went away.
        case .unavailable where Task.isCancelled:
            logger.debug("a statement was given up", metadata: ["error": "\(error)"])
        case .internalError: logger.error("a statement failed", metadata: ["error": "\(error)"])
        case .unavailable, .outcomeUnknown:
            logger.warning("the database did not answer as hoped", metadata: ["error": "\(error)"])
        case .conflict: logger.info("a constraint held", metadata: ["constraint": "\(error.constraint ?? "?")"])
        }
        return failure
    }
}
