import Domain
import Foundation
import Postgres
import Store

/// The invariants: one SQL statement each, in `sql/invariants`. Zero rows is good.
package struct CheckService: Sendable {
    /// One violation of one invariant.
    package struct Violation: Sendable, Equatable {
        package let invariant: String
        package let object: String
        package let finding: String
    }

    let house: House
    let directory: String

    /// The invariants by name, such as `I01_never_oversold`.
    package func invariants() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".sql") }.sorted().map {
            String($0.dropLast(4))
        }
    }

    /// Every violation, in the order of the invariants.
    package func violations() async throws -> [Violation] {
        var found: [Violation] = []
        for name in try invariants() {
            let text = try String(contentsOfFile: "\(directory)/\(name).sql", encoding: .utf8)
            let rows = try await house.transaction(dryRun: true) { work in
                try await work.transaction.execute(
                    unsafe: "create temporary table invariant_rows on commit drop as \(text)")
                return try await work.transaction.run(InvariantRows())
            }
            found += rows.map { Violation(invariant: name, object: $0.object, finding: $0.finding) }
        }
        return found
    }
}
