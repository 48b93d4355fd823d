import Foundation
import Postgres
import TestSupport

/// A fresh migrated database, seen as the program sees it or as its owner does.
enum StoreDatabase {
    static func withClient<Answer: Sendable>(
        leases: Int = 2, _ body: (PostgresClient) async throws -> Answer
    ) async throws -> Answer {
        let conninfo = try await TestCluster.shared.database()
        return try await with(TestHouse.configuration(conninfo, offset: 0), leases: leases, body)
    }

    static func withOwner<Answer: Sendable>(
        of conninfo: String, _ body: (PostgresClient) async throws -> Answer
    ) async throws -> Answer {
        try await with(.patient(conninfo, sessionSettings: TestHouse.ownerSettings), leases: 2, body)
    }

    /// Opens a client, runs the body and closes the client.
    static func with<Answer: Sendable>(
        _ configuration: PostgresConfiguration, leases: Int, _ body: (PostgresClient) async throws -> Answer
    ) async throws -> Answer {
        var configuration = configuration
        configuration.leases = leases
        configuration.readConnections = 1
        let client = PostgresClient(configuration, logger: TestCluster.logger)
        do {
            let answer = try await body(client)
            await client.close()
            return answer
        } catch {
            await client.close()
            throw error
        }
    }
}
