package import Domain
package import Foundation
package import Postgres

/// Keeps a file for whoever brought it, if they schedule. No row: they do not.
package struct KeepFile: Statement {
    package static let sql = """
        insert into kept_file (person_id, kind, event_slug, name, content)
        select $1, $3, $4, $5, $6 where app.actor_schedules($1, $2) returning public_id
        """
    package let actor: Actor
    package let kind: String
    package let event: String?
    package let name: String
    package let content: [UInt8]

    package init(_ actor: Actor, kind: String, event: String?, name: String, content: [UInt8]) {
        self.actor = actor
        self.kind = kind
        self.event = event
        self.name = name
        self.content = content
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(kind, event, name, content)
    }

    package static func decode(_ row: inout RowReader) throws -> UUID { try row.next() }
}

/// A file that this person brought.
package struct KeptFileByID: Statement {
    package static let sql = """
        select public_id, kind, event_slug, name, content from kept_file
        where public_id = $3 and person_id = $1 and app.actor_schedules($1, $2)
        """
    package let actor: Actor
    package let id: UUID

    package init(_ actor: Actor, id: UUID) {
        self.actor = actor
        self.id = id
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(id)
    }

    package static func decode(_ row: inout RowReader) throws -> KeptFile {
        try KeptFile(id: row.next(), kind: row.next(), event: row.next(), name: row.next(), content: row.next())
    }
}

package struct DropFile: Statement {
    package static let sql = "delete from kept_file where public_id = $1"
    package let id: UUID

    package init(id: UUID) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }
}

/// Forgets what nobody confirmed within two hours.
package struct ForgetFiles: Statement {
    package static let sql = "delete from kept_file where kept_at < app.app_now() - interval '2 hours'"

    package init() {}
}
