package import Domain
package import Postgres

package struct InsertPanel: Statement {
    package static let sql =
        "insert into panel (scheme_id, slug) values ($1, $2) on conflict (scheme_id, slug) do nothing returning id"
    package let scheme: ID<Scheme>
    package let slug: String

    package init(_ scheme: ID<Scheme>, _ slug: String) {
        self.scheme = scheme
        self.slug = slug
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(scheme, slug) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Gives a panel categories, those of the scheme that have none. Rows: the slugs it got.
package struct InsertPanelCategories: Statement {
    package static let sql = """
        with given as (
            insert into panel_category (category_id, panel_id, scheme_id)
            select c.id, $1, c.scheme_id from category c join panel p on p.id = $1 and p.scheme_id = c.scheme_id
            where cardinality($2::text[]) = 0 or c.slug = any ($2)
            order by c.id on conflict (category_id) do nothing returning category_id)
        select c.slug from given g join category c on c.id = g.category_id
        """
    package let panel: Int
    package let categories: [String]

    package init(_ panel: Int, _ categories: [String]) {
        self.panel = panel
        self.categories = categories
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(panel, categories) }

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}

/// With an answer, or to be asked for one. No row: they are on the panel already.
package struct InsertPanelMember: Statement {
    package static let sql = """
        insert into panel_member (panel_id, person_id, part, answer) values ($1, $2, $3, $4)
        on conflict (panel_id, person_id) do nothing returning person_id
        """
    package let panel: Int
    package let person: ID<Person>
    package let part: PanelSeat.Part
    package let answer: PanelSeat.Answer

    package init(_ panel: Int, _ person: ID<Person>, _ part: PanelSeat.Part, _ answer: PanelSeat.Answer = .paper) {
        self.answer = answer
        self.panel = panel
        self.person = person
        self.part = part
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(panel, person, part, answer) }

    package static func decode(_ row: inout RowReader) throws -> ID<Person> { try row.next() }
}

package struct PanelKey: Statement {
    package static let sql = """
        select p.id, s.id from panel p join scheme s on s.id = p.scheme_id where s.slug = $1 and p.slug = $2 for share of p
        """
    package let path: AwardPath

    package init(_ path: AwardPath) { self.path = path }

    package func bind(to parameters: inout Parameters) { parameters.bind(path.scheme, path.part) }

    package static func decode(_ row: inout RowReader) throws -> (panel: Int, scheme: ID<Scheme>) {
        (try row.next(), try row.next())
    }
}

/// Who sits on the panels of a scheme: all for staff and admins, for a member their own panel.
package struct PanelSeats: Statement {
    package static let sql = """
        select s.slug || '/' || p.slug, j.email, m.part, m.answer, j.name,
            array(select c.slug from panel_category pc join category c on c.id = pc.category_id where pc.panel_id = p.id order by c.id)
        from panel p join scheme s on s.id = p.scheme_id join panel_member m on m.panel_id = p.id join person j on j.id = m.person_id
        where s.slug = $3 and ($4::text is null or p.slug = $4)
            and (app.actor_schedules($1, $2) or exists (select from panel_member o where o.panel_id = p.id and o.person_id = $1))
        order by p.id, m.part <> 'chair', m.part <> 'deputy', j.email
        """
    package let actor: Actor
    package let scheme: String
    package let panel: String?

    package init(_ actor: Actor, scheme: String, panel: String? = nil) {
        self.actor = actor
        self.scheme = scheme
        self.panel = panel
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(scheme, panel)
    }

    package static func decode(_ row: inout RowReader) throws -> PanelSeat {
        try PanelSeat(
            path: row.next(), member: row.next(), part: row.next(), answer: row.next(), name: row.next(),
            categories: row.next())
    }
}
