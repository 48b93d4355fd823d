import Foundation
import Logging
import Postgres
import TestSupport
import Testing

/// The server that these tests run against, and ways to make clients of it.
enum Server {
    static func configuration() async throws -> PostgresConfiguration {
        PostgresConfiguration(try await TestCluster.shared.server(), sessionSettings: ["timezone": "UTC"])
    }

    /// Gives `body` a client that is closed afterwards.
    @discardableResult
    static func withClient<R>(
        _ adjust: (inout PostgresConfiguration) -> Void = { _ in }, _ body: (PostgresClient) async throws -> R
    ) async throws -> R {
        var configuration = try await configuration()
        adjust(&configuration)
        let client = PostgresClient(configuration, logger: .silent)
        do {
            let value = try await body(client)
            await client.close()
            return value
        } catch {
            await client.close()
            throw error
        }
    }

    /// Asks again and again until the answer is yes; the test's time limit ends it.
    static func until(_ condition: () async throws -> Bool) async throws {
        while try await !condition() { try await Task.sleep(for: .milliseconds(5)) }
    }
}

extension Logger {
    static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

/// Runs `body` and answers the error of this module that it throws, recording an issue when it throws none.
func postgresError(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async -> PostgresError? {
    do {
        try await body()
        Issue.record("nothing was thrown", sourceLocation: sourceLocation)
    } catch let error as PostgresError {
        return error
    } catch {
        Issue.record(error, sourceLocation: sourceLocation)
    }
    return nil
}

/// Expects `body` to throw an error of this module with this code, and answers it.
@discardableResult
func expect(
    _ code: PostgresError.Code, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async -> PostgresError? {
    let error = await postgresError(sourceLocation: sourceLocation, body)
    #expect(error?.code == code, "\(error.map { "\($0)" } ?? "no error")", sourceLocation: sourceLocation)
    return error
}
