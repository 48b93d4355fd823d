package import Domain
package import Foundation
package import Postgres

/// Whether the actor has one of the roles, and the database's time.
package struct ActorHolds: Statement {
    package static let sql = "select app.actor_holds($1, $2, $3), app.app_now()"
    package let actor: Actor
    package let roles: [Role]

    package init(_ actor: Actor, _ roles: [Role]) {
        self.actor = actor
        self.roles = roles
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(roles.map(\.rawValue))
    }

    package static func decode(_ row: inout RowReader) throws -> (allowed: Bool, now: Date) {
        (try row.next(), try row.next())
    }
}
