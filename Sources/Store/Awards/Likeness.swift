package import Domain
package import Foundation
package import Postgres

/// Who is nominated in live nominations that the actor screens: each nominee once for each category, by the first nomination.
package struct NomineesToCompare: Statement {
    package struct Row: Sendable {
        package let nominee: Int
        package let category: ID<AwardCategory>
        package let nomination: UUID
        package let isYoung: Bool
    }
    package static let sql = """
        select distinct on (x.category_id, x.nominee_id) x.nominee_id, x.category_id, x.public_id, n.pseudonym is not null
        from nomination x join category c on c.id = x.category_id join scheme s on s.id = c.scheme_id join nominee n on n.id = x.nominee_id
        where s.slug = $3 and x.state in ('submitted', 'accepted') and app.reads_nominations($1, $2, c.id)
            and coalesce(n.person_id <> $1, true)
        order by x.category_id, x.nominee_id, x.id
        """
    package let actor: Actor
    package let scheme: String

    package init(_ actor: Actor, scheme: String) {
        self.actor = actor
        self.scheme = scheme
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(scheme)
    }

    package static func decode(_ row: inout RowReader) throws -> Row {
        try Row(nominee: row.next(), category: row.next(), nomination: row.next(), isYoung: row.next())
    }
}

/// Pairs of those nominees, people and teams, whose names are alike.
package struct AlikeNominees: Statement {
    package static let sql = """
        with named as (select n.id, coalesce(p.name, t.name) as name from nominee n left join person p on p.id = n.person_id
            left join team t on t.id = n.team_id where n.id = any ($1) and n.pseudonym is null)
        select a.id, b.id from named a join named b on a.id < b.id and app.names_alike(a.name, b.name)
        where not exists (select from nominees_apart d where d.one_id = a.id and d.other_id = b.id) order by 1, 2
        """
    package let nominees: [Int]

    package init(_ nominees: [Int]) { self.nominees = nominees }

    package func bind(to parameters: inout Parameters) { parameters.append(nominees) }

    package static func decode(_ row: inout RowReader) throws -> (one: Int, other: Int) {
        (try row.next(), try row.next())
    }
}

/// The same of young people, by their legal names, which do not leave the database: for those who screen their nominations.
package struct AlikeYoungNominees: Statement {
    package static let sql = """
        select y.one, y.other from app.alike_young_nominees($1, $2, $3) y
        where not exists (select from nominees_apart d where d.one_id = least(y.one, y.other) and d.other_id = greatest(y.one, y.other))
        """
    package let actor: Actor
    package let nominees: [Int]

    package init(_ actor: Actor, _ nominees: [Int]) {
        self.actor = actor
        self.nominees = nominees
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(nominees)
    }

    package static func decode(_ row: inout RowReader) throws -> (one: Int, other: Int) {
        (try row.next(), try row.next())
    }
}

/// In how many other awards of the scheme a nominee stands.
package struct AwardsOfNominee: Statement {
    package static let sql = """
        select count(*) from candidate where nominee_id = $1 and category_id <> $2 and state = 'standing'
        """
    package let nominee: Int
    package let category: ID<AwardCategory>

    package init(_ nominee: Int, but category: ID<AwardCategory>) {
        self.nominee = nominee
        self.category = category
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(nominee, category) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Pairs of nominees of one category and band of whom much the same is said, with the two nominations and how alike they are, from 0.7 to 1.
package struct AlikeWords: Statement {
    package struct Row: Sendable {
        package let category: ID<AwardCategory>
        package let one: Int
        package let other: Int
        package let oneNomination: UUID
        package let otherNomination: UUID
        package let likeness: Double
    }
    package static let sql = """
        select w.category, w.one, w.other, w.one_nomination, w.other_nomination, w.likeness from app.alike_words($1, $2, $3) w
        where not exists (select from nominees_apart d where d.one_id = least(w.one, w.other) and d.other_id = greatest(w.one, w.other))
        """
    package let actor: Actor
    package let scheme: String

    package init(_ actor: Actor, scheme: String) {
        self.actor = actor
        self.scheme = scheme
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(scheme)
    }

    package static func decode(_ row: inout RowReader) throws -> Row {
        try Row(
            category: row.next(), one: row.next(), other: row.next(), oneNomination: row.next(),
            otherNomination: row.next(), likeness: row.next())
    }
}
