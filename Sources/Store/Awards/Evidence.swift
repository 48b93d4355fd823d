package import Domain
package import Foundation
package import Postgres

extension EvidenceFile.Kind: PostgresEnum {}

/// The files of a nomination, or of all nominations of a candidate, that the actor sees.
package struct Evidence: Statement {
    package static let sql = """
        select f.public_id, f.kind, f.place, f.caption, f.small_width, f.small_height, x.public_id, n.pseudonym is not null,
            p.name, h.name,
            n.pseudonym is null or app.may_show(n.id, 'panel', case f.kind when 'picture' then 'picture' else 'words' end),
            coalesce(f.added_by = $1, false), coalesce(f.passed_by = $1, false)
        from nomination_file f join nomination x on x.id = f.nomination_id join nominee n on n.id = x.nominee_id
            left join person p on p.id = f.passed_by left join person h on h.id = f.checked_by
        where ($3::uuid is null or x.public_id = $3) and ($4::bigint is null or x.candidate_id = $4)
            and num_nonnulls($3, $4) = 1 and app.sees_evidence($1, $2, f.id)
        order by x.id, f.place
        """
    package let actor: Actor
    package let nomination: UUID?
    package let candidate: ID<Candidate>?

    package init(_ actor: Actor, nomination: UUID) {
        self.actor = actor
        self.nomination = nomination
        candidate = nil
    }

    package init(_ actor: Actor, candidate: ID<Candidate>) {
        self.actor = actor
        nomination = nil
        self.candidate = candidate
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(nomination, candidate)
    }

    package static func decode(_ row: inout RowReader) throws -> ScreenedEvidence {
        let file = try EvidenceFile(row: &row)
        let (nomination, isYoung): (UUID, Bool) = (try row.next(), try row.next())
        let (passedBy, checkedBy): (String?, String?) = (try row.next(), try row.next())
        let (isAgreed, isOwn, isPassedByReader): (Bool, Bool, Bool) = (
            try row.next(), try row.next(), try row.next()
        )
        let standing: EvidenceFile.Standing =
            passedBy == nil ? .held : isYoung && checkedBy == nil ? .waitsForSecond : .passed
        return ScreenedEvidence(
            file: file, nomination: nomination, standing: standing, passedBy: passedBy, checkedBy: checkedBy,
            isAgreed: isAgreed, mayPass: standing != .passed && !isOwn && !isPassedByReader)
    }
}

extension EvidenceFile {
    init(row: inout RowReader) throws {
        try self.init(
            id: row.next(), kind: row.next(), place: row.next(), caption: row.next(), smallWidth: row.next(),
            smallHeight: row.next())
    }
}

/// What is passed of a candidate's files, the same for all its judges. It decides no right: whose the candidate is to score is the
/// judge's own part, and so is every reading of the bytes.
package struct DeskEvidence: Statement {
    package static let sql = """
        select f.public_id, f.kind, f.place, f.caption, f.small_width, f.small_height
        from nomination_file f join nomination x on x.id = f.nomination_id
        where x.candidate_id = $1 and x.state = 'accepted' and app.evidence_is_passed(f.id)
        order by x.id, f.place
        """
    package let candidate: ID<Candidate>

    package init(of candidate: ID<Candidate>) { self.candidate = candidate }

    package func bind(to parameters: inout Parameters) { parameters.append(candidate) }

    package static func decode(_ row: inout RowReader) throws -> EvidenceFile { try EvidenceFile(row: &row) }
}

/// The bytes of a file; no row for those who do not see it. Where it is written down who opened it, that is done first.
package struct ReadEvidence: Statement {
    package static let sql = "select kind, place, bytes from app.read_evidence($1, $2, $3, $4, $5)"
    package struct Found: Sendable {
        package let kind: EvidenceFile.Kind
        package let place: Int
        package let bytes: [UInt8]
    }
    package let actor: Actor
    package let id: UUID
    package let isSmall: Bool

    package init(_ actor: Actor, _ id: UUID, isSmall: Bool) {
        self.actor = actor
        self.id = id
        self.isSmall = isSmall
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(actor.channel, id, isSmall)
    }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(kind: row.next(), place: row.next(), bytes: row.next())
    }
}
