package import Domain
package import Postgres

/// What the actor did last to sessions that a page can take back: every such entry of one transaction, newest first. What they
/// did to places since is not theirs to take back there, so nothing before it is either.
package struct NewestUndoable: Statement {
    private static let ofSessions = """
        ('session.add', 'session.move', 'session.change', 'session.cancel', 'session.remove', 'audience.set')
        """

    package static let sql = """
        with newest as (
            select a.id, a.xmin as written from audit_entry a
            where a.actor_id = $1 and a.undoes is null and not exists (select from audit_entry u where u.undoes = a.id)
                and (a.action in \(ofSessions) or a.action in ('booking.book', 'booking.cancel'))
            order by a.id desc limit 1)
        select a.id, a.at, a.actor_kind, null::text, a.os_user, a.channel, a.action, a.object, a.before::text, a.after::text, a.reason, a.undoes
        from newest n join audit_entry a on a.id between n.id - 1000 and n.id and a.xmin = n.written
        where a.actor_id = $1 and a.undoes is null and not exists (select from audit_entry u where u.undoes = a.id)
            and a.action in \(ofSessions)
        order by a.id desc limit 500
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> AuditRecord { try AuditTail.decode(&row) }
}
