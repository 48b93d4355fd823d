package import Domain
package import Foundation
package import Postgres

package struct InsertYoungJudge: Statement {
    package static let sql = """
        insert into young_judge (person_id, panel_id, card_hash, supporter_id, agreed_by) values ($1, $2, $3, $4, $5)
        """
    package let person: ID<Person>
    package let panel: Int
    package let cardHash: [UInt8]
    package let supporter: ID<Person>
    package let agreedBy: Consent.Capacity

    package init(
        _ person: ID<Person>, panel: Int, cardHash: [UInt8], supporter: ID<Person>, agreedBy: Consent.Capacity
    ) {
        self.person = person
        self.panel = panel
        self.cardHash = cardHash
        self.supporter = supporter
        self.agreedBy = agreedBy
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(person, panel, cardHash, supporter, agreedBy)
    }
}

package struct SetPanelPIN: Statement {
    package static let sql = """
        insert into panel_pin (panel_id, pin_hash, expires_at) values ($1, $2, app.app_now() + interval '12 hours')
        on conflict (panel_id) do update set pin_hash = excluded.pin_hash, expires_at = excluded.expires_at
        """
    package let panel: Int
    package let hash: [UInt8]

    package init(_ panel: Int, hash: [UInt8]) {
        self.panel = panel
        self.hash = hash
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(panel, hash) }
}

/// Whose card it is, with the PIN of their panel while that holds; locked, so that a card is not withdrawn while somebody signs in by it.
package struct YoungJudgeByCard: Statement {
    package static let sql = """
        select p.email, y.panel_id, i.pin_hash from young_judge y join person p on p.id = y.person_id and \(KnownPerson.isHere)
            join panel_pin i on i.panel_id = y.panel_id and i.expires_at > app.app_now()
        where y.card_hash = $1 and y.withdrawn_at is null for share of y
        """
    package let cardHash: [UInt8]

    package init(_ cardHash: [UInt8]) { self.cardHash = cardHash }

    package func bind(to parameters: inout Parameters) { parameters.append(cardHash) }

    package static func decode(_ row: inout RowReader) throws -> (email: String, panel: Int, pinHash: [UInt8]) {
        (try row.next(), try row.next(), try row.next())
    }
}

/// The adult beside a young judge; no row for anybody else.
package struct SupporterOfJudge: Statement {
    package static let sql = """
        select p.name from young_judge y join person p on p.id = y.supporter_id where y.person_id = $1
        """
    package let judge: ID<Person>

    package init(of judge: ID<Person>) { self.judge = judge }

    package func bind(to parameters: inout Parameters) { parameters.append(judge) }

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}

/// The panel, locked, for whoever gives its young judges their cards; no row for others.
package struct PanelToSeatYoung: Statement {
    package static let sql = """
        select p.id, s.id, s.state, app.actor_holds($1, $2, array['staff']) from panel p join scheme s on s.id = p.scheme_id
        where s.slug = $3 and p.slug = $4 and app.seats_young_judges($1, $2, p.id) for share of p
        """
    package struct Found: Sendable {
        package let panel: Int
        package let scheme: ID<Scheme>
        package let state: Scheme.State
        package let isStaff: Bool
    }
    package let actor: Actor
    package let path: AwardPath

    package init(_ actor: Actor, _ path: AwardPath) {
        self.actor = actor
        self.path = path
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(path.scheme, path.part)
    }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(panel: row.next(), scheme: row.next(), state: row.next(), isStaff: row.next())
    }
}

/// The young judges of a panel, as they were seated.
package struct YoungJudges: Statement {
    package static let sql = """
        select j.public_id, j.name, p.name, y.agreed_by, y.agreed_at, y.withdrawn_at
        from young_judge y join person j on j.id = y.person_id join person p on p.id = y.supporter_id
            join panel_member m on m.panel_id = y.panel_id and m.person_id = y.person_id
        where y.panel_id = $1 and j.left_at is null order by y.agreed_at, y.person_id
        """
    package let panel: Int

    package init(of panel: Int) { self.panel = panel }

    package func bind(to parameters: inout Parameters) { parameters.append(panel) }

    package static func decode(_ row: inout RowReader) throws -> YoungJudge {
        try YoungJudge(
            id: row.next(), name: row.next(), supporter: row.next(), agreedBy: row.next(), agreedAt: row.next(),
            withdrawnAt: row.next())
    }
}

/// Gives a young judge another card, or none. Afterwards, as a statement of its own that sees who signed in meanwhile, end their sessions.
/// No row: not of this panel.
package struct ChangeCard: Statement {
    package static let sql = """
        update young_judge y set card_hash = coalesce($3, y.card_hash), withdrawn_at = case when $3::bytea is null then app.app_now() end
        from person j where y.panel_id = $1 and j.id = y.person_id and j.public_id = $2 returning y.person_id, j.name
        """
    package let panel: Int
    package let judge: UUID
    package let hash: [UInt8]?

    package init(_ panel: Int, _ judge: UUID, hash: [UInt8]?) {
        self.panel = panel
        self.judge = judge
        self.hash = hash
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(panel, judge, hash) }

    package static func decode(_ row: inout RowReader) throws -> (person: ID<Person>, name: String) {
        (try row.next(), try row.next())
    }
}
