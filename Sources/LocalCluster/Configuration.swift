/// The text of the three files that configure the server. They are ours, written anew at each start; an administrator's
/// own settings go in with ALTER SYSTEM and win, except over the authentication.
struct Configuration: Sendable {
    /// The role that owns everything, the only one a new cluster has.
    static let superuser = "practiceweek"

    let settings: LocalCluster.Settings
    /// The operating-system users who may connect, as any of `roles`.
    let users: [String]
    let roles: [String]

    /// `directory` and `socket` are paths that hold inside the server.
    func server(directory: String, socket: String) -> String {
        let common = [
            ("hba_file", "'\(directory)/pg_hba.conf'"),
            ("ident_file", "'\(directory)/pg_ident.conf'"),
            ("listen_addresses", "''"),
            ("unix_socket_directories", "'\(socket)'"),
            ("cluster_name", "'practiceweek'"),
            ("timezone", "'UTC'"),
            ("log_timezone", "'UTC'"),
            ("log_error_verbosity", "terse"),
            ("log_parameter_max_length_on_error", "0"),
            ("lc_messages", "'C'"),
            ("default_text_search_config", "'pg_catalog.english'"),
        ]
        return Self.heading + (common + settings.parameters).map { "\($0.0) = \($0.1)\n" }.joined()
    }

    /// Only the unix socket, and only users whom the map names.
    var authentication: String {
        Self.heading + "local all all peer map=practiceweek\nlocal replication all peer map=practiceweek\n"
    }

    var userMap: String {
        let lines = users.flatMap { user in
            ([Self.superuser] + roles).map { "practiceweek \(quoted(user)) \(quoted($0))\n" }
        }
        return Self.heading + lines.joined()
    }

    private func quoted(_ name: String) -> String {
        "\"\(name.filter { $0 != "\"" && $0 != "\n" })\""
    }

    private static let heading = "# Written by Practice Week at each start. Settings of your own: ALTER SYSTEM.\n"
}
