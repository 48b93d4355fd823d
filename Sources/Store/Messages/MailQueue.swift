package import Domain
package import Postgres

/// Messages, newest first, of one state or all, before a number; or one of them. For admins.
package struct MailQueue: Statement {
    package static let sql = """
        select o.id, coalesce(p.name, g.name, gp.name), coalesce(p.email, g.email, gp.email), o.template, o.state, o.created_at, o.not_before, o.sent_at, o.attempts::bigint, o.last_error, o.sent_subject,
            case when $6::bigint is not null then o.sent_text end,
            o.state = 'failed' and o.template not like 'sign\\_in%' and (o.expires_at is null or o.expires_at > app.app_now())
        from outbox o left join person p on p.id = o.person_id left join guest g on g.id = o.guest_id
            left join person gp on gp.id = g.person_id
        where app.actor_holds($1, $2, array['admin']) and o.template <> 'sign_in_unknown'
            and ($3::text is null or o.state = $3) and ($4::bigint is null or o.id < $4) and ($6::bigint is null or o.id = $6)
        order by o.id desc limit $5
        """
    package let actor: Actor
    package let state: QueuedMessage.State?
    package let before: Int?
    package let limit: Int
    package let id: Int?

    package init(_ actor: Actor, state: QueuedMessage.State? = nil, before: Int? = nil, limit: Int, id: Int? = nil) {
        self.actor = actor
        self.state = state
        self.before = before
        self.limit = limit
        self.id = id
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(state?.rawValue, before, limit, id)
    }

    package static func decode(_ row: inout RowReader) throws -> QueuedMessage {
        let (id, name, email, template): (Int, String?, String?, String) = try (
            row.next(), row.next(), row.next(), row.next()
        )
        let state: String = try row.next()
        return try QueuedMessage(
            id: id, name: name, email: email, template: template, state: QueuedMessage.State(rawValue: state) ?? .owed,
            createdAt: row.next(), notBefore: row.next(), sentAt: row.next(), attempts: row.next(),
            lastError: row.next(), subject: row.next(), text: row.next(), canRetry: row.next())
    }
}

/// How the mail stands; for admins.
package struct MailStandingNow: Statement {
    package static let sql = """
        select count(*) filter (where state = 'owed'),
            count(*) filter (where state = 'owed' and not_before < app.app_now() - interval '10 minutes'),
            count(*) filter (where state = 'failed')
        from outbox where app.actor_holds($1, $2, array['admin']) and state in ('owed', 'failed') and template <> 'sign_in_unknown'
        """
    package let actor: Actor

    package init(_ actor: Actor) { self.actor = actor }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor: actor) }

    package static func decode(_ row: inout RowReader) throws -> MailStanding {
        try MailStanding(owed: row.next(), late: row.next(), failed: row.next())
    }
}

/// A message that failed is owed again, from now. No row: there is none such that could still be sent.
package struct OweAgain: Statement {
    package static let sql = """
        update outbox set state = 'owed', attempts = 0, not_before = app.app_now(), last_error = null
        where id = $3 and app.actor_holds($1, $2, array['admin']) and state = 'failed' and template not like 'sign\\_in%'
            and (expires_at is null or expires_at > app.app_now())
        returning id
        """
    package let actor: Actor
    package let id: Int

    package init(_ actor: Actor, id: Int) {
        self.actor = actor
        self.id = id
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(id)
    }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
