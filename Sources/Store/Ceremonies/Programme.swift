package import Domain
package import Postgres

/// Whether the actor may know whom a ceremony names before it is held.
package struct OpensCeremony: Statement {
    package static let sql = "select app.opens_ceremony($1, $2, $3)"
    package let actor: Actor
    package let ceremony: ID<Ceremony>

    package init(_ actor: Actor, _ ceremony: ID<Ceremony>) {
        self.actor = actor
        self.ceremony = ceremony
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(ceremony)
    }

    package static func decode(_ row: inout RowReader) throws -> Bool { try row.next() }
}

/// Whom the programme names, as guests may read them, by band and name; nobody where the actor may not know them.
package struct ProgrammeNames: Statement {
    package static let sql = """
        select p.category_id, p.candidate_id, p.band, n.pseudonym is not null, app.shown_name(n.id, 'programme')
        from app.ceremony_programme($3, $1, $2) p join candidate k on k.id = p.candidate_id join nominee n on n.id = k.nominee_id
            left join category_band b on b.category_id = p.category_id and b.name = p.band
        order by p.category_id, b.place, lower(app.shown_name(n.id, 'programme')) nulls last, k.code
        """
    package let actor: Actor
    package let ceremony: ID<Ceremony>

    package init(_ actor: Actor, _ ceremony: ID<Ceremony>) {
        self.actor = actor
        self.ceremony = ceremony
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(ceremony)
    }

    package static func decode(_ row: inout RowReader) throws -> CeremonyProgramme.Named {
        try CeremonyProgramme.Named(
            category: row.next(), candidate: row.next(), band: row.next(), isYoungPerson: row.next(), name: row.next())
    }
}

/// What those whom a ceremony names still lack, in the order of its awards; nothing for who may not know whom it names.
package struct CeremonyGaps: Statement {
    package static let sql = """
        select s.slug, c.slug, k.code, coalesce(np.name, nt.name, n.pseudonym), c.title, g.lacks
        from app.ceremony_gaps($3, $1, $2) g join candidate k on k.id = g.candidate_id join category c on c.id = k.category_id
            join scheme s on s.id = c.scheme_id join nominee n on n.id = k.nominee_id left join person np on np.id = n.person_id
            left join team nt on nt.id = n.team_id
        order by s.id, c.id, k.code
        """
    package let actor: Actor
    package let ceremony: ID<Ceremony>

    package init(_ actor: Actor, _ ceremony: ID<Ceremony>) {
        self.actor = actor
        self.ceremony = ceremony
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(ceremony)
    }

    package static func decode(_ row: inout RowReader) throws -> CeremonyGap {
        try CeremonyGap(
            candidate: AwardPath(scheme: row.next(), part: row.next(), code: row.next()), name: row.next(),
            award: row.next(), lacks: (row.next() as [String]).compactMap(CeremonyGap.Lack.init(rawValue:)))
    }
}

/// Where a ceremony is, in words for guests, and what its programme says at the end.
package struct ProgrammeDetails: Statement {
    package static let sql = """
        select concat_ws(', ', r.name, t.name), t.address, y.thanks
        from ceremony y join room r on r.id = y.room_id join site t on t.id = r.site_id where y.id = $1
        """
    package let ceremony: ID<Ceremony>

    package init(_ ceremony: ID<Ceremony>) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> (place: String, address: String, thanks: String?) {
        (try row.next(), try row.next(), try row.next())
    }
}

/// Writes what a programme says at the end; nil is as always.
package struct ThankInProgramme: Statement {
    package static let sql = "update ceremony set thanks = $2 where id = $1"
    package let ceremony: ID<Ceremony>
    package let thanks: String?

    package init(_ ceremony: ID<Ceremony>, _ thanks: String?) {
        self.ceremony = ceremony
        self.thanks = thanks
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, thanks) }
}
