import Crypto
package import Domain
import Foundation
import Postgres
import Store

extension Services {
    /// Makes a change in a transaction of its own, and under a key at most once: the same request again gives what the first one
    /// gave, another request under that key is refused. Of two at the same moment the second waits for the first; after the lock's
    /// timeout it is told that the first is still running.
    ///
    /// - Parameters:
    ///   - request: everything that the request says, so that another one is told from it.
    ///   - body: makes the change and gives the answer to keep.
    package func once(
        _ key: String?, request: String, by actor: Actor, _ body: (Work) async throws -> String
    ) async throws -> String {
        try await house.transaction(dryRun: false) { work in
            guard let key else { return try await body(work) }
            let hash = Array(SHA256.hash(data: Data(request.utf8)))
            let actorKey = actor.person?.rawValue ?? 0
            if let stored = try await stored(actorKey, key, work) {
                guard stored.requestHash == hash,
                    let made = try? JSONDecoder().decode([String: String].self, from: Data(stored.answer.text.utf8))[
                        "made"]
                else { throw AccessRefusal.keyReused }
                return made
            }
            let made = try await body(work)
            try await work.transaction.run(
                StoreAnswers(
                    actors: [actorKey], keys: [key], hashes: [hash], answers: [JSONText.object(["made": made]).text]))
            return made
        }
    }

    private func stored(_ actor: Int, _ key: String, _ work: Work) async throws -> StoredAnswer? {
        do {
            let (_, found) = try await work.transaction.run(
                LockAnswer(actor: actor, key: key), StoredAnswers(actors: [actor], keys: [key]))
            return found.first?.stored
        } catch let error as PostgresError where error.sqlState == "55P03" {
            throw AccessRefusal.stillRunning
        }
    }
}
