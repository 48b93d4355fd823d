package import Domain
package import Foundation
package import Postgres

/// Nominations: all of a scheme or a category that the actor reads as staff, or the actor's own. Nobody finds those of themselves.
package struct Nominations: Statement {
    package static let sql = """
        select x.public_id, s.slug || '/' || c.slug, c.title, coalesce(np.email, nt.name, n.pseudonym), coalesce(np.name, nt.name, n.pseudonym),
            by.email, typist.email, x.band, x.statement, x.state, s.slug || '/' || c.slug || '/' || k.code, x.reason,
            (select count(*) from nomination v
                where v.category_id = x.category_id and v.nominee_id = x.nominee_id and v.state in ('submitted', 'accepted')),
            x.made_at, x.submitted_at
        from nomination x join category c on c.id = x.category_id join scheme s on s.id = c.scheme_id
            join nominee n on n.id = x.nominee_id left join person np on np.id = n.person_id left join team nt on nt.id = n.team_id
            join person by on by.id = x.nominator_id left join person typist on typist.id = x.typed_by
            left join candidate k on k.id = x.candidate_id
        where ($3::text is null or s.slug = $3) and ($4::uuid is null or x.public_id = $4) and (not $5 or x.nominator_id = $1)
            and (x.nominator_id = $1 or (x.state <> 'draft' and app.reads_nominations($1, $2, x.category_id)))
            and coalesce(n.person_id <> $1, true)
        order by c.id, x.id limit 5000
        """
    package let actor: Actor
    package let scheme: String?
    package let id: UUID?
    package let ownOnly: Bool

    package init(_ actor: Actor, scheme: String? = nil, id: UUID? = nil, ownOnly: Bool = false) {
        self.actor = actor
        self.scheme = scheme
        self.id = id
        self.ownOnly = ownOnly
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(scheme, id, ownOnly)
    }

    package static func decode(_ row: inout RowReader) throws -> Nomination {
        try Nomination(
            id: row.next(), category: row.next(), categoryTitle: row.next(), nominee: row.next(),
            nomineeName: row.next(), nominator: row.next(), typedBy: row.next(), band: row.next(),
            statement: row.next(), state: row.next(), candidate: row.next(), reason: row.next(), voices: row.next(),
            madeAt: row.next(), submittedAt: row.next())
    }
}

/// Nominations that the actor is to screen, locked in ascending order.
package struct NominationsToScreen: Statement {
    package static let sql = """
        select x.id, x.public_id, x.category_id, s.slug, c.slug, x.nominee_id, n.person_id, x.nominator_id, x.state, x.candidate_id, x.band,
            n.pseudonym is null
        from nomination x join category c on c.id = x.category_id join scheme s on s.id = c.scheme_id join nominee n on n.id = x.nominee_id
        where x.public_id = any ($3::uuid[]) and x.state <> 'draft' and app.reads_nominations($1, $2, x.category_id)
            and coalesce(n.person_id <> $1, true)
        order by x.id for update of x
        """
    package struct Found: Sendable {
        package let key: Int
        package let id: UUID
        package let category: ID<AwardCategory>
        package let scheme: String
        package let categorySlug: String
        package let nominee: Int
        package let nomineePerson: ID<Person>?
        package let nominator: ID<Person>
        package let state: Nomination.State
        package let candidate: ID<Candidate>?
        package let band: String?
        /// A person or a team whom the house knows as themselves.
        package let isKnown: Bool
    }
    package let actor: Actor
    package let ids: [UUID]

    package init(_ actor: Actor, _ ids: [UUID]) {
        self.actor = actor
        self.ids = ids
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(ids)
    }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            key: row.next(), id: row.next(), category: row.next(), scheme: row.next(), categorySlug: row.next(),
            nominee: row.next(), nomineePerson: row.next(), nominator: row.next(), state: row.next(),
            candidate: row.next(), band: row.next(), isKnown: row.next())
    }
}

/// What the nominator has for the nominee in the category already. Young people have no address that says who they are: the same
/// words for the same band are about the same one, unless another name is given.
package struct NominationBefore: Statement {
    package static let sql = """
        select x.public_id, x.statement, x.state from nomination x join nominee n on n.id = x.nominee_id
        where x.category_id = $1 and x.nominator_id = $2 and x.state in ('draft', 'submitted', 'accepted') and not x.is_merged
            and (x.nominee_id = $3 or ($3 is null and n.pseudonym is not null and x.statement = $4
                and (x.state = 'draft' or x.band is not distinct from $5) and app.young_name_fits($2, n.id, $6)))
        order by x.id limit 1
        """
    package let category: ID<AwardCategory>
    package let nominator: ID<Person>
    package let nominee: Int?
    package let statement: String
    package let band: String?
    package let legalName: String?

    package init(
        category: ID<AwardCategory>, nominator: ID<Person>, nominee: Int?, statement: String, band: String?,
        legalName: String?
    ) {
        self.category = category
        self.nominator = nominator
        self.nominee = nominee
        self.statement = statement
        self.band = band
        self.legalName = legalName
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(category, nominator, nominee, statement, band, legalName)
    }

    package static func decode(_ row: inout RowReader) throws -> (
        id: UUID, statement: String, state: Nomination.State
    ) {
        (try row.next(), try row.next(), try row.next())
    }
}
