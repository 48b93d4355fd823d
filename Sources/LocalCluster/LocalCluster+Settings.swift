extension LocalCluster {
    /// How much the data are worth.
    package enum Settings: Sendable {
        /// Nothing acknowledged is lost at a power cut (promises.md 4.9).
        case production
        /// For tests: as fast as it goes, and worthless after a crash of the machine.
        case throwAway

        var parameters: [(String, String)] {
            switch self {
            case .production:
                [
                    ("synchronous_commit", "on"),
                    ("max_connections", "60"),
                    ("log_min_duration_statement", "500"),
                ]
            case .throwAway:
                [
                    ("fsync", "off"),
                    ("full_page_writes", "off"),
                    ("synchronous_commit", "off"),
                    ("wal_level", "minimal"),
                    ("max_wal_senders", "0"),
                    ("max_connections", "500"),
                    ("max_wal_size", "4GB"),
                    ("checkpoint_timeout", "1h"),
                ]
            }
        }
    }
}
