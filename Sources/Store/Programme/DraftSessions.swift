package import Domain
package import Postgres

/// The draft, for those who schedule and, of their own sessions, facilitators.
package struct DraftSessions: Statement {
    package static let sql = """
        select \(SessionFilter.columns), v.minutes, v.online_url, v.ever_released, v.facilitator_emails, v.audience
        from draft_entry v
        where (app.actor_schedules($1, $2) or exists (select from session_facilitator f where f.session_id = v.id and f.person_id = $1))
            and \(SessionFilter.conditions)
        order by v.starts_at, v.reference
        """
    package let actor: Actor
    package let filter: SessionFilter

    package init(_ actor: Actor, _ filter: SessionFilter) {
        self.actor = actor
        self.filter = filter
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        filter.bind(to: &parameters)
    }

    package static func decode(_ row: inout RowReader) throws -> Session {
        var session = try Session.read(&row)
        let minutes: Int = try row.next()
        let onlineURL: String? = try row.next()
        let everReleased: Bool = try row.next()
        let emails: [String] = try row.next()
        let audience: String? = try row.next()
        session.draft = SessionDraft(
            minutes: minutes, onlineURL: onlineURL, everReleased: everReleased,
            facilitatorEmails: emails,
            audience: audience ?? "")
        return session
    }
}
