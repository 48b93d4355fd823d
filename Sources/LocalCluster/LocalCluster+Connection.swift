import Foundation

extension LocalCluster {
    /// How to reach a database of the running cluster: by unix socket, as its superuser.
    package struct Connection: Equatable, Sendable {
        /// A directory, short enough for a socket's path, and without a comma, which libpq would take for a list.
        package let socketDirectory: String
        package var user = Configuration.superuser
        package var database = "postgres"

        /// The same server, another database or role.
        package func with(database: String? = nil, user: String? = nil) -> Connection {
            Connection(
                socketDirectory: socketDirectory, user: user ?? self.user, database: database ?? self.database)
        }

        /// For libpq: `host='…' user='…' dbname='…'`.
        package var conninfo: String {
            [("host", socketDirectory), ("user", user), ("dbname", database)]
                .map { "\($0.0)='\($0.1.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'" }
                .joined(separator: " ")
        }

        /// For people and other programs: `postgresql:///practiceweek?host=…&user=…`.
        package var url: String {
            "postgresql:///\(encoded(database))?host=\(encoded(socketDirectory))&user=\(encoded(user))"
        }

        private func encoded(_ text: String) -> String {
            text.utf8.map { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    String(UnicodeScalar(byte))
                default:
                    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                }
            }.joined()
        }
    }
}
