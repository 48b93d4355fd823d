package import Domain
package import Postgres

/// Who is in the running for an award, as they may be named in a use, in the order of bands and names.
package struct Finalists: Statement {
    package static let sql = """
        select f.band, app.shown_name(k.nominee_id, $3) as name
        from ceremony y join ceremony_finalist f on f.ceremony_id = y.id and f.number = y.version join candidate k on k.id = f.candidate_id
            left join category_band b on b.category_id = f.category_id and b.name = f.band
        where y.id = $1 and f.category_id = $2 order by b.place, name nulls last, k.code
        """
    package let ceremony: ID<Ceremony>
    package let category: ID<AwardCategory>
    package let use: Consent.Use

    package init(_ ceremony: ID<Ceremony>, _ category: ID<AwardCategory>, use: Consent.Use) {
        self.ceremony = ceremony
        self.category = category
        self.use = use
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, category, use) }

    package static func decode(_ row: inout RowReader) throws -> Finalist {
        try Finalist(band: row.next(), name: row.next())
    }
}

/// What may be told of the award on stage: to the room, or to one of the crew.
package struct ToldOnStage: Statement {
    package static let sql = """
        select w.step, w.outcome, k.band, app.shown_name(k.nominee_id, $3) as name, n.pronunciation, app.shown_words(k.id, $3)
        from app.ceremony_told($1, $2) w join candidate k on k.id = w.candidate_id
            left join ceremony_name n on n.nominee_id = k.nominee_id
        order by w.step, array_position(array['winner', 'joint_winner', 'celebrated', 'highly_commended', 'commended'], w.outcome), name, k.code
        """
    package let ceremony: ID<Ceremony>
    /// Nil is the room.
    package let crew: ID<Person>?
    package let use: Consent.Use

    package init(_ ceremony: ID<Ceremony>, to crew: ID<Person>? = nil, use: Consent.Use) {
        self.ceremony = ceremony
        self.crew = crew
        self.use = use
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, crew, use) }

    package static func decode(_ row: inout RowReader) throws -> Announcement {
        try Announcement(
            step: row.next(), outcome: row.next(), band: row.next(), name: row.next(), pronunciation: row.next(),
            words: row.next())
    }
}

/// Everything that a ceremony announces, for those who may read all its results; the audit says that they did.
package struct SealedAnnouncements: Statement {
    package static let sql = """
        select w.category_id, k.id, k.code, app.shown_name(k.nominee_id, 'press'), app.shown_name(k.nominee_id, 'photograph') is not null,
            app.may_show(k.nominee_id, 'photograph', 'picture') or n.pseudonym is null, n.pseudonym is not null,
            w.step, w.outcome, k.band, app.shown_name(k.nominee_id, $6) as name, y.pronunciation, app.shown_words(k.id, $6)
        from app.ceremony_sealed($1, $2, $3, $4, $5) w join candidate k on k.id = w.candidate_id join nominee n on n.id = k.nominee_id
            left join ceremony_name y on y.nominee_id = k.nominee_id
        order by w.category_id, w.step,
            array_position(array['winner', 'joint_winner', 'celebrated', 'highly_commended', 'commended'], w.outcome), name, k.code
        """
    package let ceremony: ID<Ceremony>
    package let actor: Actor
    package let purpose: String
    package let use: Consent.Use

    package init(_ ceremony: ID<Ceremony>, _ actor: Actor, for purpose: String, use: Consent.Use) {
        self.ceremony = ceremony
        self.actor = actor
        self.purpose = purpose
        self.use = use
    }

    package func bind(to parameters: inout Parameters) {
        parameters.append(ceremony)
        parameters.bind(actor: actor)
        parameters.bind(actor.channel, purpose, use)
    }

    package static func decode(_ row: inout RowReader) throws -> SealedAnnouncement {
        try SealedAnnouncement(
            category: row.next(), candidate: row.next(), code: row.next(), pressName: row.next(),
            isNamedWithPicture: row.next(),
            mayBePhotographed: row.next(), isYoungPerson: row.next(),
            announcement: Announcement(
                step: row.next(), outcome: row.next(), band: row.next(), name: row.next(), pronunciation: row.next(),
                words: row.next()))
    }
}

/// The roll of honour of a scheme, once its embargo has ended: names where they may be on the web.
package struct RollOfScheme: Statement {
    package static let sql = """
        select c.title, r.outcome, k.band, app.shown_name(k.nominee_id, 'web') as name
        from scheme s cross join lateral app.scheme_roll(s.id) r join candidate k on k.id = r.candidate_id join category c on c.id = r.category_id
            left join category_band b on b.category_id = k.category_id and b.name = k.band
        where s.slug = $1
        order by c.id, b.place,
            array_position(array['winner', 'joint_winner', 'celebrated', 'highly_commended', 'commended'], r.outcome), name nulls last, k.code
        """
    package let scheme: String

    package init(_ scheme: String) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> RollEntry {
        try RollEntry(award: row.next(), outcome: row.next(), band: row.next(), name: row.next())
    }
}

/// Writes how somebody nominated is named on the night; nothing where the actor may not know them.
package struct WriteCeremonyName: Statement {
    package static let sql = """
        insert into ceremony_name (nominee_id, name, pronunciation, set_by)
        select k.nominee_id, case when n.pseudonym is not null then $6 end, $7, $1
        from candidate k join nominee n on n.id = k.nominee_id join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id
        where s.slug = $3 and c.slug = $4 and k.code = $5 and app.reads_nominations($1, $2, c.id)
        on conflict (nominee_id) do update set name = excluded.name, pronunciation = excluded.pronunciation, set_by = excluded.set_by,
            set_at = app.app_now()
        returning nominee_id
        """
    package let actor: Actor
    package let candidate: AwardPath
    package let name: String?
    package let pronunciation: String?

    package init(_ actor: Actor, _ candidate: AwardPath, name: String?, pronunciation: String?) {
        self.actor = actor
        self.candidate = candidate
        self.name = name
        self.pronunciation = pronunciation
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(candidate.scheme, candidate.part, candidate.code, name, pronunciation)
    }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// How somebody nominated is named on the night, for those who read nominations.
package struct CeremonyNameOfCandidate: Statement {
    package static let sql = """
        select y.name, y.pronunciation
        from candidate k join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id
            join ceremony_name y on y.nominee_id = k.nominee_id
        where s.slug = $3 and c.slug = $4 and k.code = $5 and app.reads_nominations($1, $2, c.id)
        """
    package let actor: Actor
    package let candidate: AwardPath

    package init(_ actor: Actor, _ candidate: AwardPath) {
        self.actor = actor
        self.candidate = candidate
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(candidate.scheme, candidate.part, candidate.code)
    }

    package static func decode(_ row: inout RowReader) throws -> (name: String?, pronunciation: String?) {
        (try row.next(), try row.next())
    }
}
