package import Domain
package import Postgres

extension Consent.Use: PostgresEnum {}
extension Consent.Channel: PostgresEnum {}
extension Consent.Capacity: PostgresEnum {}
extension CandidateText.Kind: PostgresEnum {}

/// The young candidates whose nominations the actor reads.
package struct ProtectionEntries: Statement {
    package static let sql = """
        with readable as materialized (
            select c.id from category c join scheme s on s.id = c.scheme_id
            where (c.nominee_kind = 'young_person' or c.is_blind) and s.state <> 'draft' and app.reads_nominations($1, $2, c.id))
        select s.slug, c.slug, k.code, coalesce(n.pseudonym, np.name, nt.name), s.title, c.title, p.text is not null, p.checked_at is not null,
            a.text is not null, a.checked_at is null and not a.is_unasked and a.text is not null,
            (select count(*) from consent x where x.nominee_id = n.id and x.agrees and x.withdrawn_at is null
                and (x.until_at is null or x.until_at > app.app_now())), n.pseudonym is null or app.may_show(n.id, 'panel', 'words')
        from readable o join candidate k on k.category_id = o.id and k.state = 'standing' join category c on c.id = o.id
            join scheme s on s.id = c.scheme_id join nominee n on n.id = k.nominee_id and coalesce(n.person_id <> $1, true)
            left join person np on np.id = n.person_id left join team nt on nt.id = n.team_id
            left join candidate_text p on p.candidate_id = k.id and p.kind = 'panel'
            left join candidate_text a on a.candidate_id = k.id and a.kind = 'approved'
        order by s.id desc, c.id, k.code limit 2000
        """
    package let actor: Actor

    package init(_ actor: Actor) { self.actor = actor }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor: actor) }

    package static func decode(_ row: inout RowReader) throws -> ProtectionEntry {
        try ProtectionEntry(
            path: AwardPath(scheme: row.next(), part: row.next(), code: row.next()), name: row.next(),
            schemeTitle: row.next(), categoryTitle: row.next(), hasPanelText: row.next(), isChecked: row.next(),
            hasApprovedText: row.next(), isApprovedToCheck: row.next(), consents: row.next(), mayPanelRead: row.next())
    }
}

/// A candidate whose nominations the actor reads, locked so that its texts are written one after another.
package struct CandidateToProtect: Statement {
    package static let sql = """
        select s.slug, c.slug, k.code, k.id, n.id, coalesce(np.name, nt.name, n.pseudonym), c.title, n.pseudonym is not null, k.content_note,
            k.is_distressing,
            array(select v.statement from nomination v where v.candidate_id = k.id and v.state = 'accepted' order by v.id),
            app.may_read_name($1, n.id)
        from candidate k join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id
            join nominee n on n.id = k.nominee_id left join person np on np.id = n.person_id left join team nt on nt.id = n.team_id
        where s.slug = $3 and c.slug = $4 and k.code = $5 and k.state = 'standing' and app.reads_nominations($1, $2, c.id)
            and coalesce(n.person_id <> $1, true)
        for no key update of k
        """
    package let actor: Actor
    package let path: AwardPath

    package init(_ actor: Actor, _ path: AwardPath) {
        self.actor = actor
        self.path = path
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(path.scheme, path.part, path.code)
    }

    package static func decode(_ row: inout RowReader) throws -> ProtectedCandidate {
        try ProtectedCandidate(
            path: AwardPath(scheme: row.next(), part: row.next(), code: row.next()), candidate: row.next(),
            nominee: row.next(), name: row.next(), categoryTitle: row.next(), isYoung: row.next(),
            contentNote: row.next(), isDistressing: row.next(), statements: row.next(), mayReadName: row.next())
    }
}

package struct CandidateTexts: Statement {
    package static let sql = """
        select t.kind, t.text, w.name, h.name, t.approval, coalesce(t.written_by = $2, false),
            encode(sha256(convert_to(t.text, 'UTF8')), 'hex'), t.is_unasked
        from candidate_text t join person w on w.id = t.written_by left join person h on h.id = t.checked_by
        where t.candidate_id = $1 order by t.kind desc
        """
    package let candidate: ID<Candidate>
    package let reader: ID<Person>?

    package init(of candidate: ID<Candidate>, for reader: ID<Person>?) {
        self.candidate = candidate
        self.reader = reader
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(candidate, reader) }

    package static func decode(_ row: inout RowReader) throws -> CandidateText {
        try CandidateText(
            kind: row.next(), text: row.next(), writtenBy: row.next(), checkedBy: row.next(), approval: row.next(),
            isOwn: row.next(), fingerprint: row.next(), isUnasked: row.next())
    }
}

/// The words of some texts that are, or come close to, parts of a nominee's own legal name.
package struct WordsNamingThem: Statement {
    package static let sql = "select app.words_naming_them($1, $2)"
    package let nominee: Int
    package let texts: [String]

    package init(_ nominee: Int, _ texts: [String]) {
        self.nominee = nominee
        self.texts = texts
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(nominee, texts) }

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}

/// Every answer about a nominee, the newest last; never who gave it.
package struct ConsentsOfNominee: Statement {
    package static let sql = """
        select public_id, use, channel, agrees, capacity, from_at, until_at, withdrawn_at,
            withdrawn_at is null and from_at <= app.app_now() and (until_at is null or until_at > app.app_now())
        from consent where nominee_id = $1 order by id
        """
    package let nominee: Int

    package init(_ nominee: Int) { self.nominee = nominee }

    package func bind(to parameters: inout Parameters) { parameters.append(nominee) }

    package static func decode(_ row: inout RowReader) throws -> Consent {
        try Consent(
            id: row.next(), use: row.next(), channel: row.next(), agrees: row.next(), capacity: row.next(),
            from: row.next(), until: row.next(), withdrawnAt: row.next(), holds: row.next())
    }
}
