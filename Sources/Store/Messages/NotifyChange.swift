package import Postgres

/// One NOTIFY to every process that keeps finished pages.
package struct NotifyChange: Statement {
    package static let sql = "select pg_notify($1, '')"
    package let channel: String

    package init(channel: String) { self.channel = channel }

    package func bind(to parameters: inout Parameters) { parameters.append(channel) }
}
