package import Domain
package import Foundation
package import Postgres

/// A worry about a nomination, by whoever wrote it or reads it as staff; no row for anybody else.
package struct WorryAboutNomination: Statement {
    package static let sql = """
        insert into worry (nomination_id, raised_by, words)
        select x.id, $1, $4 from nomination x
        where x.public_id = $3 and (x.nominator_id = $1 or x.typed_by = $1 or app.reads_nominations($1, $2, x.category_id))
        returning public_id
        """
    package let actor: Actor
    package let nomination: UUID
    package let words: String

    package init(_ actor: Actor, nomination: UUID, words: String) {
        self.actor = actor
        self.nomination = nomination
        self.words = words
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(nomination, words)
    }

    package static func decode(_ row: inout RowReader) throws -> UUID { try row.next() }
}

/// A worry of a judge about a candidate.
package struct WorryAboutCandidate: Statement {
    package static let sql =
        "insert into worry (candidate_id, raised_by, words) values ($1, $2, $3) returning public_id"
    package let candidate: ID<Candidate>
    package let judge: ID<Person>
    package let words: String

    package init(_ candidate: ID<Candidate>, by judge: ID<Person>, words: String) {
        self.candidate = candidate
        self.judge = judge
        self.words = words
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(candidate, judge, words) }

    package static func decode(_ row: inout RowReader) throws -> UUID { try row.next() }
}

/// Every worry, those that nobody has read first, for those who protect young people.
package struct Worries: Statement {
    package static let sql = """
        select w.public_id, coalesce(n.pseudonym, 'A nomination for ' || c.title), r.name, w.raised_at, v.name
        from worry w left join nomination x on x.id = w.nomination_id left join candidate k on k.id = w.candidate_id
            join category c on c.id = coalesce(x.category_id, k.category_id) join nominee n on n.id = coalesce(x.nominee_id, k.nominee_id)
            join person r on r.id = w.raised_by left join person v on v.id = w.seen_by
        where app.protects($1) order by w.seen_at is not null, w.id desc limit 500
        """
    package let reader: ID<Person>

    package init(for reader: ID<Person>) { self.reader = reader }

    package func bind(to parameters: inout Parameters) { parameters.append(reader) }

    package static func decode(_ row: inout RowReader) throws -> Worry {
        try Worry(id: row.next(), about: row.next(), raisedBy: row.next(), raisedAt: row.next(), seenBy: row.next())
    }
}

/// The words of a worry; nil for those who may not read them.
package struct ReadWorry: Statement {
    package static let sql = "select app.read_worry($1, $2, $3)"
    package let reader: ID<Person>
    package let door: Channel
    package let id: UUID

    package init(_ reader: ID<Person>, _ door: Channel, _ id: UUID) {
        self.reader = reader
        self.door = door
        self.id = id
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(reader, door, id) }

    package static func decode(_ row: inout RowReader) throws -> String? { try row.next() }
}

package struct Protects: Statement {
    package static let sql = "select app.protects($1)"
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> Bool { try row.next() }
}
