package import Domain
package import Postgres

/// The schemes that the actor may see: published ones are for everybody, drafts for those who set them up.
package struct Schemes: Statement {
    static let columns = """
        s.id, s.slug, s.title, s.kind, s.ranking, s.opens_at, s.closes_at, s.grace_minutes, s.word_limit, s.quorum,
        s.most_awards, s.state, s.rules,
        encode(s.rules_hash, 'hex'), s.published_at, s.nominations_closed_at,
        s.state = 'published' and s.nominations_closed_at is null and app.app_now() >= s.opens_at
            and app.app_now() < s.closes_at + make_interval(mins => s.grace_minutes)
        """
    package static let sql = """
        select \(columns) from scheme s
        where ($3::text is null or s.slug = $3) and (s.state <> 'draft' or app.actor_schedules($1, $2)) order by s.opens_at desc, s.slug
        """
    package let actor: Actor
    package let slug: String?

    package init(_ actor: Actor, slug: String? = nil) {
        self.actor = actor
        self.slug = slug
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(slug)
    }

    package static func decode(_ row: inout RowReader) throws -> Scheme { try scheme(&row) }

    static func scheme(_ row: inout RowReader) throws -> Scheme {
        try Scheme(
            id: row.next(), slug: row.next(), title: row.next(), kind: row.next(), ranking: row.next(),
            opensAt: row.next(), closesAt: row.next(), graceMinutes: row.next(), wordLimit: row.next(),
            quorum: row.next(), mostAwards: row.next(), state: row.next(), rules: row.next(), rulesHash: row.next(),
            publishedAt: row.next(),
            nominationsClosedAt: row.next(), isOpen: row.next())
    }
}

/// A scheme, held until the end of the transaction: whoever nominates meanwhile waits.
package struct LockScheme: Statement {
    package static let sql = "select \(Schemes.columns) from scheme s where s.slug = $1 for no key update"
    package let slug: String

    package init(_ slug: String) { self.slug = slug }

    package func bind(to parameters: inout Parameters) { parameters.append(slug) }

    package static func decode(_ row: inout RowReader) throws -> Scheme { try Schemes.scheme(&row) }
}

package struct InsertScheme: Statement {
    package static let sql = """
        insert into scheme (slug, title, kind, ranking, opens_at, closes_at, quorum, word_limit, most_awards)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id
        """
    package let scheme: NewScheme

    package init(_ scheme: NewScheme) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(scheme.slug, scheme.title, scheme.kind, scheme.ranking, scheme.opensAt, scheme.closesAt)
        parameters.bind(
            Int32(clamping: scheme.quorum), Int32(clamping: scheme.wordLimit),
            scheme.mostAwards.map { Int32(clamping: $0) })
    }

    package static func decode(_ row: inout RowReader) throws -> ID<Scheme> { try row.next() }
}

/// Publishes the rules: from here on the database refuses to change them.
package struct PublishScheme: Statement {
    package static let sql = """
        update scheme set state = 'published', rules = $2, rules_hash = sha256(convert_to($2, 'UTF8')), published_at = app.app_now()
        where id = $1
        """
    package let scheme: ID<Scheme>
    package let rules: String

    package init(_ scheme: ID<Scheme>, rules: String) {
        self.scheme = scheme
        self.rules = rules
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(scheme, rules) }
}

package struct CloseNominations: Statement {
    package static let sql = """
        update scheme set nominations_closed_at = app.app_now() where id = $1 and nominations_closed_at is null returning id
        """
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> ID<Scheme> { try row.next() }
}
