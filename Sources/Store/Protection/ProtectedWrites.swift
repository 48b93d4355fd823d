package import Domain
package import Foundation
package import Postgres

package struct WriteCandidateText: Statement {
    package static let sql = """
        insert into candidate_text (candidate_id, kind, text, written_by, approval) values ($1, $2, $3, $4, $5)
        on conflict (candidate_id, kind) do update
            set text = excluded.text, written_by = excluded.written_by, written_at = app.app_now(), approval = excluded.approval
        """
    package let candidate: ID<Candidate>
    package let kind: CandidateText.Kind
    package let text: String
    package let writer: ID<Person>
    package let approval: String?

    package init(
        _ candidate: ID<Candidate>, _ kind: CandidateText.Kind, _ text: String, by writer: ID<Person>, approval: String?
    ) {
        self.candidate = candidate
        self.kind = kind
        self.text = text
        self.writer = writer
        self.approval = approval
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(candidate, kind, text, writer, approval) }
}

/// That a second person has read one of the two texts. No row: it is not the text with that fingerprint any more.
package struct CheckCandidateText: Statement {
    package static let sql = """
        update candidate_text set checked_by = $2, checked_at = app.app_now()
        where candidate_id = $1 and kind = $4 and ($3::text is null or encode(sha256(convert_to(text, 'UTF8')), 'hex') = $3)
        returning candidate_id
        """
    package let candidate: ID<Candidate>
    package let checker: ID<Person>
    package let fingerprint: String?
    package let kind: CandidateText.Kind

    package init(
        _ candidate: ID<Candidate>, _ kind: CandidateText.Kind, by checker: ID<Person>, fingerprint: String?
    ) {
        self.candidate = candidate
        self.checker = checker
        self.fingerprint = fingerprint
        self.kind = kind
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(candidate, checker, fingerprint, kind) }

    package static func decode(_ row: inout RowReader) throws -> ID<Candidate> { try row.next() }
}

package struct NoteCandidate: Statement {
    package static let sql = "update candidate set content_note = $2, is_distressing = $3 where id = $1"
    package let candidate: ID<Candidate>
    package let note: String?
    package let isDistressing: Bool

    package init(_ candidate: ID<Candidate>, note: String?, isDistressing: Bool) {
        self.candidate = candidate
        self.note = note
        self.isDistressing = isDistressing
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(candidate, note, isDistressing) }
}

package struct InsertConsent: Statement {
    package static let sql = """
        insert into consent (nominee_id, use, channel, agrees, giver, capacity, until_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8) returning public_id
        """
    package let nominee: Int
    package let consent: NewConsent
    package let recorder: ID<Person>?

    package init(_ nominee: Int, _ consent: NewConsent, by recorder: ID<Person>?) {
        self.nominee = nominee
        self.consent = consent
        self.recorder = recorder
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(nominee, consent.use, consent.channel, consent.agrees, consent.giver, consent.capacity)
        parameters.bind(consent.until, recorder)
    }

    package static func decode(_ row: inout RowReader) throws -> UUID { try row.next() }
}

/// No row: there is none such of this nominee that still holds.
package struct WithdrawConsent: Statement {
    package static let sql = """
        update consent set withdrawn_at = app.app_now() where nominee_id = $1 and public_id = $2 and withdrawn_at is null returning public_id
        """
    package let nominee: Int
    package let id: UUID

    package init(_ nominee: Int, _ id: UUID) {
        self.nominee = nominee
        self.id = id
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(nominee, id) }

    package static func decode(_ row: inout RowReader) throws -> UUID { try row.next() }
}
