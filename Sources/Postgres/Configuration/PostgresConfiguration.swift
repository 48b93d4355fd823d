/// Where the server is and how much of it this client may use.
package struct PostgresConfiguration: Sendable {
    /// A connection string or URI as libpq knows it, several hosts included. What it says wins over the defaults here.
    package var connection: String
    /// Settings of every session, sent when it starts: role, search_path, statement_timeout …
    package var sessionSettings: [String: String]
    /// Connections that transactions and COPY are leased; opened as they are needed.
    package var leases = 8
    /// How long a transaction waits for a lease.
    package var leaseWait = Duration.seconds(2)
    /// How many may wait for a lease; one more is refused at once.
    package var leaseQueue = 64
    /// Connections that single reads share.
    package var readConnections = 4
    /// Reads that may be waiting or under way together; one more is refused at once.
    package var readQueue = 4_096
    /// A connection on which a statement is under way and which says nothing for so long is given up (a lease is asked
    /// to cancel first). Longer than the server's statement_timeout. Nil waits for ever.
    package var statementDeadline: Duration? = .seconds(8)
    /// How long `close` lets running transactions finish.
    package var closeGrace = Duration.seconds(10)
    /// Numbers from 0 up to 1 that spread retries and reconnections.
    package var jitter: @Sendable () -> Double = Jitter.fromClock

    package init(_ connection: String, sessionSettings: [String: String] = [:]) {
        self.connection = connection
        self.sessionSettings = sessionSettings
    }

    /// Used unless the connection string says otherwise.
    static let defaults: [(keyword: String, value: String)] = [
        ("target_session_attrs", "read-write"), ("connect_timeout", "3"), ("keepalives_idle", "10"),
        ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "8000"),
        ("fallback_application_name", "practiceweek"),
    ]
}
