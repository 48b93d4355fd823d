import Foundation
import Postgres
import Synchronization

/// A schema of its own for one test, with an empty table `item`.
enum Items {
    private static let count = Atomic<Int>(0)

    static let table = """
        CREATE TABLE item (
            id int8 CONSTRAINT item_pkey PRIMARY KEY,
            label text CONSTRAINT item_label_key UNIQUE CONSTRAINT item_label_length CHECK (length(label) < 100))
        """

    /// Gives `body` a client whose search_path is the new schema.
    @discardableResult
    static func withClient<R>(
        _ adjust: @escaping (inout PostgresConfiguration) -> Void = { _ in }, setUp: String = "",
        _ body: (PostgresClient) async throws -> R
    ) async throws -> R {
        let number = count.add(1, ordering: .relaxed).newValue
        let schema = "items_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
        try await Server.withClient { client in
            try await client.execute(unsafe: "CREATE SCHEMA \(schema); SET search_path = \(schema); \(table); \(setUp)")
        }
        return try await Server.withClient { configuration in
            configuration.sessionSettings["search_path"] = "\(schema), public"
            adjust(&configuration)
        } _: { client in
            try await body(client)
        }
    }
}
