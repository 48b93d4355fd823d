package import Domain

package import Postgres

/// Many sessions for the draft, in the order given.
package struct InsertSessions: Statement {
    package static let sql = """
        with asked as materialized (
            select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::timestamptz[],
                $9::timestamptz[], $10::int[], $11::bigint[], $12::text[], $13::int[])
                with ordinality as a(public_id, event_id, reference, title, kind, strand_id, description, starts_at, ends_at, minutes, room_id,
                    online_url, capacity, turn)),
        made as (
            insert into session (public_id, event_id, reference, title, kind, strand_id, description, starts_at, ends_at, minutes, room_id,
                online_url, capacity)
            select public_id, event_id, reference, title, kind, strand_id, description, starts_at, ends_at, minutes, room_id, online_url, capacity
            from asked order by turn returning id, public_id)
        select m.id from made m join asked a using (public_id) order by a.turn
        """
    package let entries: [InsertSession]

    package init(_ entries: [InsertSession]) { self.entries = entries }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(entries.map(\.publicID), entries.map(\.event), entries.map(\.reference))
        SessionContent.bind(entries.map(\.content), to: &parameters)
    }

    package static func decode(_ row: inout RowReader) throws -> ID<Session> { try row.next() }
}

extension SessionContent {
    /// As `bind`, of many: an array for each column.
    static func bind(_ many: [SessionContent], to parameters: inout Parameters) {
        parameters.bind(many.map(\.title), many.map(\.kind), many.map(\.strand), many.map(\.description))
        parameters.bind(many.map(\.startsAt), many.map(\.endsAt), many.map(\.minutes))
        parameters.bind(many.map(\.room), many.map(\.onlineURL), many.map(\.capacity))
    }
}

/// The columns that staff set, of many sessions at once.
package struct UpdateSessions: Statement {
    package static let sql = """
        update session s set title = a.title, kind = a.kind, strand_id = a.strand_id, description = a.description, starts_at = a.starts_at,
            ends_at = a.ends_at, minutes = a.minutes, room_id = a.room_id, online_url = a.online_url, capacity = a.capacity,
            revision = s.revision + 1
        from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::int[],
                $9::bigint[], $10::text[], $11::int[])
            as a(id, title, kind, strand_id, description, starts_at, ends_at, minutes, room_id, online_url, capacity)
        where s.id = a.id
        """
    package let entries: [UpdateSession]

    package init(_ entries: [UpdateSession]) { self.entries = entries }

    package func bind(to parameters: inout Parameters) {
        parameters.append(entries.map(\.id))
        SessionContent.bind(entries.map(\.content), to: &parameters)
    }
}

/// Many sessions as `SessionForWrite` reads one. Read under their locks.
package struct SessionsForWrite: Statement {
    package static let sql = """
        select s.id, s.event_id, e.slug, e.state, s.state, s.ever_released, s.taken, s.revision, s.series_id, s.recurrence_id,
            s.title, s.kind, s.strand_id, s.description, s.starts_at, s.ends_at, s.minutes, s.room_id, s.online_url, s.capacity,
            array(select f.person_id from session_facilitator f where f.session_id = s.id order by f.person_id)
        from session s join event e on e.id = s.event_id where s.id = any($1)
        """
    package let ids: [ID<Session>]

    package init(_ ids: [ID<Session>]) { self.ids = ids }

    package func bind(to parameters: inout Parameters) { parameters.append(ids) }

    package static func decode(_ row: inout RowReader) throws -> SessionForWrite.Found {
        try SessionForWrite.decode(&row)
    }
}

/// Who leads each of many sessions, and nobody else.
package struct SetFacilitatorsOfSessions: Statement {
    package static let sql = """
        with wanted as materialized (select * from unnest($2::bigint[], $3::bigint[]) as w(session_id, person_id)),
        gone as (delete from session_facilitator f where f.session_id = any($1)
            and not exists (select from wanted w where w.session_id = f.session_id and w.person_id = f.person_id))
        insert into session_facilitator (session_id, person_id) select session_id, person_id from wanted on conflict do nothing
        """
    package let leads: [(session: ID<Session>, people: [ID<Person>])]

    package init(_ leads: [(session: ID<Session>, people: [ID<Person>])]) { self.leads = leads }

    package func bind(to parameters: inout Parameters) {
        let pairs = leads.flatMap { lead in lead.people.map { (lead.session, $0) } }
        parameters.bind(leads.map(\.session), pairs.map(\.0), pairs.map(\.1))
    }
}

/// Drafts by their references, for those who schedule.
package struct DraftsNamed: Statement {
    package static let sql = """
        select \(SessionFilter.columns), v.minutes, v.online_url, v.ever_released, v.facilitator_emails, v.audience
        from draft_entry v where app.actor_schedules($1, $2) and v.reference = any($3) order by v.reference
        """
    package let actor: Actor
    package let references: [String]

    package init(_ actor: Actor, references: [String]) {
        self.actor = actor
        self.references = references
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(references)
    }

    package static func decode(_ row: inout RowReader) throws -> Session { try DraftSessions.decode(&row) }
}

package struct ClearAudiences: Statement {
    package static let sql = "delete from audience_rule where session_id = any($1)"
    package let sessions: [ID<Session>]

    package init(_ sessions: [ID<Session>]) { self.sessions = sessions }

    package func bind(to parameters: inout Parameters) { parameters.append(sessions) }
}

/// Rules of many sessions at once.
package struct InsertAudienceRules: Statement {
    package static let sql = """
        insert into audience_rule (session_id, role, service, team_id, organisation_id, after_session_id)
        select * from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[])
        """
    package let rules: [InsertAudienceRule]

    package init(_ rules: [InsertAudienceRule]) { self.rules = rules }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(
            rules.map(\.session), rules.map(\.role), rules.map(\.service), rules.map(\.team), rules.map(\.organisation),
            rules.map(\.after))
    }
}
