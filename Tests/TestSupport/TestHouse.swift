package import Domain
package import Foundation
import Pictures
package import Postgres
package import Services
import Store

/// Every service on a database of its own, with the post kept in memory. The clock starts on Monday 15 January 2018, 09:00, two weeks
/// before the week, unless a test says otherwise.
package struct TestHouse: Sendable {
    package let services: Services
    package let database: PostgresClient
    package let mail: MailBox
    package let conninfo: String

    package static let ownerSettings = ["search_path": "app,public", "timezone": "UTC"]

    package static func open(
        now: String = "2018-01-15 09:00", isPublic: Bool = true, lockTimeout: String = "60s"
    ) async throws -> TestHouse {
        try await open(
            conninfo: TestCluster.shared.database(), now: now, isPublic: isPublic, lockTimeout: lockTimeout)
    }

    /// Another program on the same database.
    package static func open(
        conninfo: String, now: String, isPublic: Bool = true, lockTimeout: String = "60s"
    ) async throws -> TestHouse {
        let start = try DateEntry.moment(now, today: Day(number: 0))
        let offset = start.timeIntervalSinceNow
        var configuration = configuration(conninfo, offset: offset)
        configuration.sessionSettings["lock_timeout"] = lockTimeout
        let database = PostgresClient(configuration, logger: TestCluster.logger)
        let mail = MailBox()
        let services = Services(
            database: database, outside: .real(mail: mail, clockOffset: offset) { try Darkroom.draw($0) },
            settings: ServiceSettings(
                centre: "Centre for Professional Practice", baseURL: "http://127.0.0.1:8080",
                uidDomain: "practiceweek.example.org",
                mailFrom: "practiceweek@example.org", isPublic: isPublic),
            sqlDirectory: "\(TestCluster.root)/sql", logger: TestCluster.logger)
        return TestHouse(services: services, database: database, mail: mail, conninfo: conninfo)
    }

    /// As the program connects, but patient.
    package static func configuration(_ conninfo: String, offset: TimeInterval) -> PostgresConfiguration {
        .patient(
            conninfo,
            sessionSettings: [
                "role": "practiceweek_app", "search_path": "app,pg_temp", "timezone": "UTC", "statement_timeout": "60s",
                "lock_timeout": "60s", "idle_in_transaction_session_timeout": "60s", "jit": "off",
                "app.clock_offset": "PT\(Int(offset))S",
            ])
    }

    /// Opens a house, runs the body, checks every invariant, and closes.
    ///
    /// - Parameter lockTimeout: how long a statement waits for another transaction's lock; the program waits "3s".
    package static func with<Answer: Sendable>(
        now: String = "2018-01-15 09:00", isPublic: Bool = true, lockTimeout: String = "60s",
        _ body: (TestHouse) async throws -> Answer
    ) async throws -> Answer {
        let house = try await open(now: now, isPublic: isPublic, lockTimeout: lockTimeout)
        do {
            let answer = try await body(house)
            let violations = try await house.services.check.violations()
            await house.database.close()
            guard violations.isEmpty else { throw BrokenInvariants(violations: violations) }
            return answer
        } catch {
            await house.database.close()
            throw error
        }
    }

    package let operating = Actor(.operating, channel: .shell, osUser: "tester")
}

/// The scenario left the database in a state that must never be.
package struct BrokenInvariants: Error, CustomStringConvertible {
    package let violations: [CheckService.Violation]

    package var description: String {
        violations.map { "\($0.invariant): \($0.object): \($0.finding)" }.joined(separator: "\n")
    }
}
