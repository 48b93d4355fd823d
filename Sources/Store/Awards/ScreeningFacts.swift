package import Domain
package import Postgres

/// Keeps that two nominees who look alike are two.
package struct SayTwo: Statement {
    package static let sql = """
        insert into nominees_apart (one_id, other_id, said_by) values (least($1::bigint, $2), greatest($1::bigint, $2), $3)
        on conflict on constraint nominees_apart_pkey do nothing
        """
    package let one: Int
    package let other: Int
    package let person: ID<Person>?

    package init(_ one: Int, _ other: Int, by person: ID<Person>?) {
        self.one = one
        self.other = other
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(one, other, person) }
}

/// How many nominations of a scheme nobody has looked at yet, whoever may.
package struct UnscreenedNominations: Statement {
    package static let sql = "select count(*) from nomination where scheme_id = $1 and state = 'submitted'"
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Staff who may screen something that waits in a scheme, but for one.
package struct ScreenersOfWaiting: Statement {
    package static let sql = """
        select distinct p.id from person p
        where p.left_at is null and p.id <> $2 and p.email not like '%.invalid' and exists (
            select from nomination x join nominee n on n.id = x.nominee_id
            where x.scheme_id = $1 and x.state = 'submitted' and app.reads_nominations(p.id, false, x.category_id)
                and coalesce(n.person_id <> p.id, true))
        order by 1
        """
    package let scheme: ID<Scheme>
    package let person: ID<Person>

    package init(_ scheme: ID<Scheme>, but person: ID<Person>) {
        self.scheme = scheme
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(scheme, person) }

    package static func decode(_ row: inout RowReader) throws -> ID<Person> { try row.next() }
}

/// Whether judges of a category have begun, or have been through with it.
package struct RoundHasBegun: Statement {
    package static let sql = """
        select exists (select from panel_category c join judging_round r on r.panel_id = c.panel_id where c.category_id = $1)
        """
    package let category: ID<AwardCategory>

    package init(_ category: ID<AwardCategory>) { self.category = category }

    package func bind(to parameters: inout Parameters) { parameters.append(category) }

    package static func decode(_ row: inout RowReader) throws -> Bool { try row.next() }
}
