package import Postgres

extension PostgresConfiguration {
    /// A configuration that waits a minute where the program waits seconds: a machine that stands still for a moment is no
    /// finding. Tests of the limits themselves set their own.
    package static func patient(_ conninfo: String, sessionSettings: [String: String] = [:]) -> PostgresConfiguration {
        var configuration = PostgresConfiguration(
            "\(conninfo) connect_timeout=60", sessionSettings: sessionSettings)
        configuration.leaseWait = .seconds(60)
        configuration.statementDeadline = .seconds(70)
        return configuration
    }
}
