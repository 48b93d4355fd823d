/// What a reader of notifications hears.
package enum PostgresNotification: Sendable, Hashable {
    /// LISTEN is in force for the first time: what changes from now on is heard of. Read the state now.
    case listening
    /// The connection was lost and LISTEN is in force again. Notifications may have been missed: read the state again.
    case reconnected
    case message(channel: String, payload: String)
}
