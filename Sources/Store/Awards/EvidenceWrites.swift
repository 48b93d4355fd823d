package import Domain
package import Foundation
package import Postgres

/// A file at the first place that is free; no row where none is.
package struct InsertEvidence: Statement {
    package static let sql = """
        insert into nomination_file (nomination_id, place, kind, caption, small_width, small_height, added_by)
        select $1, place, $2, $3, $4, $5, $6 from generate_series(1, \(EvidenceFile.most)) place
        where not exists (select from nomination_file f where f.nomination_id = $1 and f.place = place.place)
        order by place limit 1 returning id, public_id
        """
    package let nomination: Int
    package let kind: EvidenceFile.Kind
    package let caption: String
    package let small: (width: Int, height: Int)?
    package let person: ID<Person>

    package init(
        _ nomination: Int, _ kind: EvidenceFile.Kind, caption: String, small: (width: Int, height: Int)?,
        by person: ID<Person>
    ) {
        self.nomination = nomination
        self.kind = kind
        self.caption = caption
        self.small = small
        self.person = person
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(
            nomination, kind, caption, small.map { Int32(clamping: $0.width) },
            small.map { Int32(clamping: $0.height) },
            person)
    }

    package static func decode(_ row: inout RowReader) throws -> (key: Int, id: UUID) {
        (try row.next(), try row.next())
    }
}

package struct KeepEvidence: Statement {
    package static let sql = "select app.keep_evidence($1, $2, $3)"
    package let file: Int
    package let content: [UInt8]
    package let small: [UInt8]?

    package init(_ file: Int, _ content: [UInt8], small: [UInt8]?) {
        self.file = file
        self.content = content
        self.small = small
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(file, content, small) }

    package static func decode(_ row: inout RowReader) throws -> Bool { try row.next() }
}

/// Deletes one file of a nomination, or all of them. Answers the files that were deleted.
package struct DeleteEvidence: Statement {
    package static let sql = """
        delete from nomination_file where nomination_id = $1 and ($2::uuid is null or public_id = $2) returning public_id
        """
    package let nomination: Int
    package let id: UUID?

    package init(_ id: UUID? = nil, of nomination: Int) {
        self.nomination = nomination
        self.id = id
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(nomination, id) }

    package static func decode(_ row: inout RowReader) throws -> UUID { try row.next() }
}

/// One file of a nomination that the actor screens, locked, with what decides whether they pass it.
package struct EvidenceToPass: Statement {
    package struct Found: Sendable {
        package let key: Int
        package let caption: String
        package let nominee: Int
        package let isYoung: Bool
        package let addedBy: ID<Person>
        package let passedBy: ID<Person>?
        package let checkedBy: ID<Person>?
    }
    package static let sql = """
        select f.id, f.caption, n.id, n.pseudonym is not null, f.added_by, f.passed_by, f.checked_by
        from nomination_file f join nomination x on x.id = f.nomination_id join nominee n on n.id = x.nominee_id
        where x.public_id = $3 and f.public_id = $4 and x.state <> 'draft' and app.reads_nominations($1, $2, x.category_id)
            and n.person_id is distinct from $1
        for update of f
        """
    package let actor: Actor
    package let nomination: UUID
    package let id: UUID

    package init(_ actor: Actor, _ id: UUID, of nomination: UUID) {
        self.actor = actor
        self.nomination = nomination
        self.id = id
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(nomination, id)
    }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            key: row.next(), caption: row.next(), nominee: row.next(), isYoung: row.next(), addedBy: row.next(),
            passedBy: row.next(), checkedBy: row.next())
    }
}

/// Who has passed a file for the panel: nobody, one, or a second one as well.
package struct PassEvidence: Statement {
    package static let sql = """
        update nomination_file set passed_by = $2, passed_at = case when $2 = passed_by then passed_at when $2 is not null then app.app_now() end,
            checked_by = $3, checked_at = case when $3 is not null then app.app_now() end
        where id = $1
        """
    package let file: Int
    package let first: ID<Person>?
    package let second: ID<Person>?

    package init(_ file: Int, by first: ID<Person>? = nil, and second: ID<Person>? = nil) {
        self.file = file
        self.first = first
        self.second = second
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(file, first, second) }
}
