package import Domain
package import Postgres

/// Entries of the audit, newest first. What an actor sees is as with `AuditTail`.
package struct AuditSearch: Statement {
    package static let sql = """
        select a.id, a.at, a.actor_kind, p.name, a.os_user, a.channel, a.action, a.object, subject.name, behalf.name, a.before::text, a.after::text, a.reason
        from audit_entry a left join person p on p.id = a.actor_id left join person behalf on behalf.id = a.on_behalf_of
            left join person subject on 'person:' || subject.id = a.object
        where (app.actor_holds($1, $2, array['admin']) or a.actor_id = $1
                or (app.actor_holds($1, $2, array['staff']) and a.action !~ '^(token|role|sign_in)\\.'))
            and ($3 = '' or strpos(lower(p.name), lower($3)) > 0 or p.email = lower($3) or a.os_user = $3)
            and ($4 = '' or starts_with(a.action, $4))
            and ($5 = '' or strpos(lower(a.object), lower($5)) > 0 or strpos(lower(subject.name), lower($5)) > 0)
            and ($6::timestamptz is null or a.at >= $6) and ($7::timestamptz is null or a.at < $7) and ($8::bigint is null or a.id < $8)
        order by a.id desc limit $9
        """
    package let actor: Actor
    package let question: AuditQuestion
    package let limit: Int

    package init(_ actor: Actor, _ question: AuditQuestion, limit: Int) {
        self.actor = actor
        self.question = question
        self.limit = limit
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(question.who, question.action, question.object, question.from, question.to, question.before)
        parameters.append(limit)
    }

    package static func decode(_ row: inout RowReader) throws -> AuditFinding {
        try AuditFinding(
            id: row.next(), at: row.next(), actorKind: row.next(), actor: row.next(), osUser: row.next(),
            channel: row.next(), action: row.next(), object: row.next(), objectName: row.next(),
            onBehalfOf: row.next(), before: row.next(), after: row.next(), reason: row.next())
    }
}
