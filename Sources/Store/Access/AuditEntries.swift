package import Domain
package import Foundation
package import Postgres

/// One line of the audit, on its way in. Names and addresses of people stay out of `before` and `after`.
package struct AuditLine: Sendable {
    package var action: String
    package var object: String
    package var onBehalfOf: ID<Person>?
    package var before: JSONText?
    package var after: JSONText?
    package var reason: String?
    package var undoes: Int?

    package init(
        _ action: String, _ object: String, onBehalfOf: ID<Person>? = nil, before: JSONText? = nil,
        after: JSONText? = nil,
        reason: String? = nil, undoes: Int? = nil
    ) {
        self.action = action
        self.object = object
        self.onBehalfOf = onBehalfOf
        self.before = before
        self.after = after
        self.reason = reason
        self.undoes = undoes
    }
}

/// Writes audit entries, all at once.
package struct InsertAudit: Statement {
    package static let sql = """
        insert into audit_entry (actor_kind, actor_id, os_user, channel, action, object, on_behalf_of, before, after, reason, undoes)
        select $1, $2, $3, $4, l.action, l.object, l.on_behalf_of, l.before::jsonb, l.after::jsonb, l.reason, l.undoes
        from unnest($5::text[], $6::text[], $7::bigint[], $8::text[], $9::text[], $10::text[], $11::bigint[])
            as l(action, object, on_behalf_of, before, after, reason, undoes)
        """
    package let actor: Actor
    package let lines: [AuditLine]

    package init(_ actor: Actor, _ lines: [AuditLine]) {
        self.actor = actor
        self.lines = lines
    }

    package func bind(to parameters: inout Parameters) {
        let kind =
            switch actor.kind {
            case .person: "person"
            case .operating: "operator"
            case .system, .visitor: "system"
            }
        parameters.bind(kind, actor.person, actor.osUser, actor.channel)
        parameters.bind(lines.map(\.action), lines.map(\.object), lines.map(\.onBehalfOf))
        parameters.bind(
            lines.map { $0.before?.text }, lines.map { $0.after?.text }, lines.map(\.reason), lines.map(\.undoes))
    }
}

/// One line of the audit, read back.
package struct AuditRecord: Sendable {
    package let id: Int
    package let at: Date
    package let actorKind: String
    package let actorEmail: String?
    package let osUser: String?
    package let channel: String
    package let action: String
    package let object: String
    package let before: String?
    package let after: String?
    package let reason: String?
    package let undoes: Int?
}

/// The newest entries, newest first; an admin sees all, staff everything but access to accounts, others their own.
package struct AuditTail: Statement {
    package static let sql = """
        select a.id, a.at, a.actor_kind, p.email, a.os_user, a.channel, a.action, a.object, a.before::text, a.after::text, a.reason, a.undoes
        from audit_entry a left join person p on p.id = a.actor_id
        where app.actor_holds($1, $2, array['admin']) or a.actor_id = $1
            or (app.actor_holds($1, $2, array['staff']) and a.action !~ '^(token|role|sign_in)\\.')
        order by a.id desc limit $3
        """
    package let actor: Actor
    package let last: Int

    package init(_ actor: Actor, last: Int) {
        self.actor = actor
        self.last = last
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(last)
    }

    package static func decode(_ row: inout RowReader) throws -> AuditRecord {
        try AuditRecord(
            id: row.next(), at: row.next(), actorKind: row.next(), actorEmail: row.next(), osUser: row.next(),
            channel: row.next(),
            action: row.next(), object: row.next(), before: row.next(), after: row.next(), reason: row.next(),
            undoes: row.next())
    }
}

/// The actor's newest entry that can be undone and has not been.
package struct LastUndoable: Statement {
    package static let sql = """
        select a.id, a.at, a.actor_kind, null::text, a.os_user, a.channel, a.action, a.object, a.before::text, a.after::text, a.reason, a.undoes
        from audit_entry a
        where a.actor_id is not distinct from $1 and (a.actor_id is not null or (a.actor_kind = 'operator') = $2)
            and a.action in ('session.move', 'session.change', 'session.cancel', 'booking.book', 'booking.cancel')
            and a.undoes is null and not exists (select from audit_entry u where u.undoes = a.id)
        order by a.id desc limit 1
        """
    package let actor: Actor

    package init(_ actor: Actor) {
        self.actor = actor
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
    }

    package static func decode(_ row: inout RowReader) throws -> AuditRecord {
        try AuditTail.decode(&row)
    }
}
