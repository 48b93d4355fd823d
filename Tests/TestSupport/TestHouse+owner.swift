package import Postgres

extension TestHouse {
    /// The house's database as its owner sees it: past every grant and every service.
    package func asOwner<Answer: Sendable>(_ body: (PostgresClient) async throws -> Answer) async throws -> Answer {
        var configuration = PostgresConfiguration.patient(conninfo, sessionSettings: TestHouse.ownerSettings)
        configuration.leases = 1
        configuration.readConnections = 1
        let owner = PostgresClient(configuration, logger: TestCluster.logger)
        do {
            let answer = try await body(owner)
            await owner.close()
            return answer
        } catch {
            await owner.close()
            throw error
        }
    }

    /// Whether a condition of SQL holds, as the database's owner sees it.
    package func holds(_ condition: String) async throws -> Bool {
        try await asOwner { owner in
            do {
                try await owner.execute(unsafe: "select 1 / (case when \(condition) then 1 else 0 end)")
                return true
            } catch let error as PostgresError where error.sqlState == "22012" {
                return false
            }
        }
    }

    /// Another program on this database, at the same time or another.
    package func beside<Answer: Sendable>(
        now: String = "2018-01-15 09:00", _ body: (TestHouse) async throws -> Answer
    ) async throws -> Answer {
        let other = try await TestHouse.open(conninfo: conninfo, now: now)
        do {
            let answer = try await body(other)
            await other.database.close()
            return answer
        } catch {
            await other.database.close()
            throw error
        }
    }
}
