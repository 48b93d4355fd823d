package import Domain
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

/// Whose card it is, with the PIN of their panel while that holds.
package struct YoungJudgeByCard: Statement {
    package static let sql = """
        select p.email, y.panel_id, i.pin_hash from young_judge y join person p on p.id = y.person_id and \(KnownPerson.isHere)
            join panel_pin i on i.panel_id = y.panel_id and i.expires_at > app.app_now()
        where y.card_hash = $1
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
