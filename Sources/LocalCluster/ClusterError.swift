/// Why the private cluster cannot be had. Each description is a sentence or two for whoever typed the command, and says
/// what to do next; paths are the caller's own.
package enum ClusterError: Error, Equatable {
    /// Neither PATH nor the usual places hold `initdb` and `postgres`.
    case programsMissing
    /// Only versions below the oldest one that is supported were found.
    case programsTooOld(found: Int)
    /// The data were made by another major version than the ones installed.
    case versionMissing(data: Int, installed: [Int], directory: String)
    /// Root needs an unprivileged user for PostgreSQL, and the machine has neither of the usual two.
    case noUnprivilegedUser
    /// The effective user has no entry in the password database, which peer authentication needs.
    case namelessUser(UInt32)
    /// `setpriv` is missing, so root cannot hand a process to the unprivileged user.
    case cannotChangeUser
    /// The data belong to a user whom the caller may not act for.
    case belongsTo(user: String, directory: String)
    /// A data directory that PostgreSQL did not make, or that lost its parts.
    case notACluster(directory: String)
    /// The system refused something with files: what was tried, and its own words.
    case system(doing: String, reason: String)
    /// `initdb` or `postgres` ended; the last thing it said, and where the rest is.
    case programFailed(name: String, said: String, log: String)
    /// Another program has been starting or stopping the cluster for too long.
    case busy(directory: String)
    /// Programs are still connected, so the cluster is not stopped by hand.
    case inUse(directory: String)
    /// The server runs but cannot be reached at its socket, and others use it.
    case unreachable(pid: Int32, directory: String)
    /// The server did not stop although it was told to twice.
    case willNotStop(pid: Int32)
}

extension ClusterError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .programsMissing:
            "PostgreSQL's server programs (initdb and postgres) are in neither PATH nor /usr/lib/postgresql. "
                + "Install them with: apt-get install postgresql"
        case .programsTooOld(let found):
            "PostgreSQL \(found) is installed, and \(ServerPrograms.oldestMajor) or newer is needed. "
                + "Install a newer Debian package postgresql."
        case .versionMissing(let data, let installed, let directory):
            "The database in \(directory) was made by PostgreSQL \(data), and this machine has "
                + "\(installed.map { "\($0)" }.joined(separator: ", ")). Install it with: apt-get install postgresql-\(data)"
        case .noUnprivilegedUser:
            "PostgreSQL refuses to run as root, and this machine has neither a user postgres nor a user nobody. "
                + "Add one with: adduser --system --group postgres"
        case .namelessUser(let id):
            "The user with the number \(id) has no name on this machine, and PostgreSQL asks for one. "
                + "Add the user to /etc/passwd, or run as another user."
        case .cannotChangeUser:
            "The program setpriv, which runs PostgreSQL as an unprivileged user, is missing. "
                + "Install it with: apt-get install util-linux"
        case .belongsTo(let user, let directory):
            "The database in \(directory) belongs to the user \(user). Run this as \(user), or choose another state directory."
        case .notACluster(let directory):
            "\(directory) is not a database of PostgreSQL, or is damaged. Move it away and start again, or restore a backup."
        case .system(let doing, let reason):
            "Could not \(doing): \(reason)."
        case .programFailed(let name, let said, let log):
            "\(name) ended without success: \(said) The whole of it is in \(log)."
        case .busy(let directory):
            "Another program has been starting or stopping the database in \(directory) for too long. "
                + "Wait for it, or end it, and try again."
        case .inUse(let directory):
            "The database in \(directory) is in use by another program, so it keeps running. Stop that program first."
        case .unreachable(let pid, let directory):
            "The database in \(directory) runs as process \(pid), but its socket is gone. "
                + "Stop the programs that use it, and try again."
        case .willNotStop(let pid):
            "The database, process \(pid), does not stop. Look at its log before ending it by hand."
        }
    }
}
