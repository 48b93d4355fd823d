package import Domain
package import Postgres

/// A scheme's categories, in the order in which they were added.
package struct Categories: Statement {
    package static let sql = """
        select c.id, s.slug, c.slug, c.title, c.nominee_kind, c.winners, c.eligibility, c.is_blind,
            array(select b.name from category_band b where b.category_id = c.id order by b.place)
        from category c join scheme s on s.id = c.scheme_id where s.slug = $1 order by c.id
        """
    package let scheme: String

    package init(of scheme: String) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> AwardCategory {
        try AwardCategory(
            id: row.next(), scheme: row.next(), slug: row.next(), title: row.next(), nomineeKind: row.next(),
            winners: row.next(), eligibility: row.next(), isBlind: row.next(), bands: row.next())
    }
}

package struct InsertCategory: Statement {
    package static let sql = """
        insert into category (scheme_id, slug, title, nominee_kind, winners, eligibility, is_blind)
        values ($1, $2, $3, $4, $5, $6, $7) returning id
        """
    package let scheme: ID<Scheme>
    package let category: NewCategory

    package init(_ scheme: ID<Scheme>, _ category: NewCategory) {
        self.scheme = scheme
        self.category = category
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(scheme, category.slug, category.title, category.nomineeKind, Int32(clamping: category.winners))
        parameters.bind(category.eligibility, category.isBlind)
    }

    package static func decode(_ row: inout RowReader) throws -> ID<AwardCategory> { try row.next() }
}

package struct InsertBands: Statement {
    package static let sql = """
        insert into category_band (category_id, name, place)
        select $1, b.name, b.place::int from unnest($2::text[]) with ordinality b(name, place)
        """
    package let category: ID<AwardCategory>
    package let bands: [String]

    package init(_ category: ID<AwardCategory>, _ bands: [String]) {
        self.category = category
        self.bands = bands
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(category, bands) }
}

/// The criteria of a scheme, or of one category of it.
package struct Criteria: Statement {
    package static let sql = """
        select r.id, c.slug, r.name, r.scale, r.weight, r.min_mark, r.max_mark
        from criterion r join category c on c.id = r.category_id join scheme s on s.id = c.scheme_id
        where s.slug = $1 and ($2::text is null or c.slug = $2) order by c.id, r.id
        """
    package let scheme: String
    package let category: String?

    package init(of scheme: String, category: String? = nil) {
        self.scheme = scheme
        self.category = category
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(scheme, category) }

    package static func decode(_ row: inout RowReader) throws -> AwardCriterion {
        try AwardCriterion(
            id: row.next(), category: row.next(), name: row.next(), scale: row.next(), weight: row.next(),
            lowest: row.next(), highest: row.next())
    }
}

package struct InsertCriterion: Statement {
    package static let sql = """
        insert into criterion (category_id, name, scale, weight, min_mark, max_mark) values ($1, $2, $3, $4, $5, $6) returning id
        """
    package let category: ID<AwardCategory>
    package let name: String
    package let scale: String
    package let weight: Double
    package let lowest: Int
    package let highest: Int

    package init(
        _ category: ID<AwardCategory>, name: String, scale: String, weight: Double, lowest: Int, highest: Int
    ) {
        self.category = category
        self.name = name
        self.scale = scale
        self.weight = weight
        self.lowest = lowest
        self.highest = highest
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(category, name, scale, weight, Int32(clamping: lowest), Int32(clamping: highest))
    }

    package static func decode(_ row: inout RowReader) throws -> ID<AwardCriterion> { try row.next() }
}
