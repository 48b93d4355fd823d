package import Domain
package import Postgres

/// What a member of a panel has begun there: nobody leaves who has.
package struct BallotsOfMember: Statement {
    package static let sql = "select count(*) from ballot where panel_id = $1 and judge_id = $2"
    package let panel: Int
    package let person: ID<Person>

    package init(_ panel: Int, _ person: ID<Person>) {
        self.panel = panel
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(panel, person) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Takes back what a member was to score. They had begun none of it.
package struct DeleteAssignmentsOfMember: Statement {
    package static let sql = "delete from assignment where panel_id = $1 and judge_id = $2"
    package let panel: Int
    package let person: ID<Person>

    package init(_ panel: Int, _ person: ID<Person>) {
        self.panel = panel
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(panel, person) }
}

/// No row: they are not on the panel.
package struct DeletePanelMember: Statement {
    package static let sql = "delete from panel_member where panel_id = $1 and person_id = $2 returning part"
    package let panel: Int
    package let person: ID<Person>

    package init(_ panel: Int, _ person: ID<Person>) {
        self.panel = panel
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(panel, person) }

    package static func decode(_ row: inout RowReader) throws -> PanelSeat.Part { try row.next() }
}

/// How many ballots of a category have been begun.
package struct BallotsOfCategory: Statement {
    package static let sql = "select count(*) from ballot where category_id = $1"
    package let category: ID<AwardCategory>

    package init(_ category: ID<AwardCategory>) { self.category = category }

    package func bind(to parameters: inout Parameters) { parameters.append(category) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

package struct DeleteAssignmentsOfCategory: Statement {
    package static let sql = "delete from assignment where category_id = $1"
    package let category: ID<AwardCategory>

    package init(_ category: ID<AwardCategory>) { self.category = category }

    package func bind(to parameters: inout Parameters) { parameters.append(category) }
}

/// Takes a category from a panel. No row: that panel does not judge it.
package struct DeletePanelCategory: Statement {
    package static let sql = "delete from panel_category where panel_id = $1 and category_id = $2 returning category_id"
    package let panel: Int
    package let category: ID<AwardCategory>

    package init(_ panel: Int, _ category: ID<AwardCategory>) {
        self.panel = panel
        self.category = category
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(panel, category) }

    package static func decode(_ row: inout RowReader) throws -> ID<AwardCategory> { try row.next() }
}

/// A candidate and a judge of its panel, for whoever may say that the two have a conflict: staff who read the nominations, and the
/// panel's chair, unless they have one themselves. Locked until the end of the transaction.
package struct CandidateToImpose: Statement {
    package static let sql = """
        select k.id, j.id, s.state
        from candidate k join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id join nominee n on n.id = k.nominee_id
            join panel_category pc on pc.category_id = c.id join panel_member m on m.panel_id = pc.panel_id join person j on j.id = m.person_id
        where s.slug = $3 and c.slug = $4 and k.code = $5 and j.email = $6 and k.state = 'standing' and j.id <> coalesce($1, 0)
            and coalesce(n.person_id <> $1, true)
            and (app.reads_nominations($1, $2, c.id) or (not app.conflicted($1, k.id) and exists (
                select from panel_member o where o.panel_id = pc.panel_id and o.person_id = $1 and o.part = 'chair' and o.answer in ('accepted', 'paper'))))
        for no key update of k
        """
    package let actor: Actor
    package let path: AwardPath
    package let judge: String

    package init(_ actor: Actor, _ path: AwardPath, judge: String) {
        self.actor = actor
        self.path = path
        self.judge = judge
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(path.scheme, path.part, path.code, judge)
    }

    package static func decode(_ row: inout RowReader) throws -> (
        candidate: ID<Candidate>, judge: ID<Person>, scheme: Scheme.State
    ) {
        (try row.next(), try row.next(), try row.next())
    }
}
