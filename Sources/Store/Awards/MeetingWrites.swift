package import Domain
package import Foundation
package import Postgres

/// Begins a meeting; the database holds that it is the only one of its category.
package struct OpenMeeting: Statement {
    package static let sql = "insert into meeting (category_id, panel_id, opened_by) values ($1, $2, $3) returning id"
    package let category: ID<AwardCategory>
    package let panel: Int
    package let person: ID<Person>

    package init(_ category: ID<AwardCategory>, panel: Int, by person: ID<Person>) {
        self.category = category
        self.panel = panel
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(category, panel, person) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Holds a meeting against whatever else is done at it. No row: it is over.
package struct LockMeeting: Statement {
    package static let sql = "select id from meeting where id = $1 and closed_at is null for update"
    package let meeting: Int

    package init(_ meeting: Int) { self.meeting = meeting }

    package func bind(to parameters: inout Parameters) { parameters.append(meeting) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Puts a candidate on the screen, or nobody. No row: the meeting is over, or they do not stand.
package struct ShowCandidate: Statement {
    package static let sql = """
        update meeting g set candidate_id = k.id
        from (select $2::text as code) asked
            left join candidate k on k.code = asked.code and k.state = 'standing' and k.category_id = (select m.category_id from meeting m where m.id = $1)
        where g.id = $1 and g.closed_at is null and (asked.code is null or k.id is not null)
        returning g.candidate_id
        """
    package let meeting: Int
    package let code: String?

    package init(_ meeting: Int, _ code: String?) {
        self.meeting = meeting
        self.code = code
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(meeting, code) }

    package static func decode(_ row: inout RowReader) throws -> ID<Candidate>? { try row.next() }
}

package struct CloseMeeting: Statement {
    package static let sql = """
        update meeting set closed_at = app.app_now(), candidate_id = null where id = $1 and closed_at is null returning id
        """
    package let meeting: Int

    package init(_ meeting: Int) { self.meeting = meeting }

    package func bind(to parameters: inout Parameters) { parameters.append(meeting) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Writes down what was done, with those whom a conflict keeps out of it at this moment.
package struct LogMeetingStep: Statement {
    package static let sql = """
        insert into meeting_step (meeting_id, kind, candidate_id, motion_id, absent)
        select g.id, $2, $3, $4, array(
            select m.person_id from panel_member m where m.panel_id = g.panel_id and (app.conflicted(m.person_id, $3) or exists (
                select from motion_option o where o.motion_id = $4 and app.conflicted(m.person_id, o.candidate_id))) order by 1)
        from meeting g where g.id = $1
        """
    package let meeting: Int
    package let kind: MeetingStep.Kind
    package let candidate: ID<Candidate>?
    package let motion: Int?

    package init(_ meeting: Int, _ kind: MeetingStep.Kind, candidate: ID<Candidate>? = nil, motion: Int? = nil) {
        self.meeting = meeting
        self.kind = kind
        self.candidate = candidate
        self.motion = motion
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(meeting, kind, candidate, motion) }
}

package struct InsertMotion: Statement {
    package static let sql = """
        insert into motion (meeting_id, category_id, panel_id, text)
        select g.id, g.category_id, g.panel_id, $2 from meeting g where g.id = $1 and g.closed_at is null
        returning id
        """
    package let meeting: Int
    package let text: String

    package init(_ meeting: Int, text: String) {
        self.meeting = meeting
        self.text = text
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(meeting, text) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Whom a motion is about. Rows: the codes of those who stand.
package struct InsertMotionOptions: Statement {
    package static let sql = """
        with added as (
            insert into motion_option (motion_id, category_id, candidate_id)
            select v.id, v.category_id, k.id from motion v join candidate k on k.category_id = v.category_id and k.state = 'standing'
            where v.id = $1 and k.code = any ($2) returning candidate_id)
        select k.code from added join candidate k on k.id = added.candidate_id order by 1
        """
    package let motion: Int
    package let codes: [String]

    package init(_ motion: Int, _ codes: [String]) {
        self.motion = motion
        self.codes = codes
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(motion, codes) }

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}

/// One member's vote. No row: there is no such motion for them, or none of that code in it. That nobody votes with a conflict, or
/// twice, or late, the database holds.
package struct CastVote: Statement {
    package static let sql = """
        insert into motion_vote (motion_id, panel_id, voter_id, candidate_id)
        select v.id, v.panel_id, m.person_id, k.id
        from motion v join panel_member m on m.panel_id = v.panel_id and m.person_id = $1
            join person j on j.id = m.person_id and j.left_at is null
            left join (motion_option o join candidate k on k.id = o.candidate_id) on o.motion_id = v.id and k.code = $3
        where v.public_id = $2 and ($3::text is null or k.id is not null) and v.category_id = $4
            and not exists (select from motion_option o where o.motion_id = v.id and app.conflicted($1, o.candidate_id))
        returning motion_id
        """
    package let voter: ID<Person>
    package let motion: UUID
    package let code: String?
    package let category: ID<AwardCategory>

    package init(_ voter: ID<Person>, _ motion: UUID, _ code: String?, in category: ID<AwardCategory>) {
        self.voter = voter
        self.motion = motion
        self.code = code
        self.category = category
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(voter, motion, code, category) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Ends a vote. No row: there is none such to count.
package struct CountVotes: Statement {
    package static let sql = """
        update motion set closed_at = app.app_now() where public_id = $1 and meeting_id = $2 and closed_at is null returning id
        """
    package let motion: UUID
    package let meeting: Int

    package init(_ motion: UUID, meeting: Int) {
        self.motion = motion
        self.meeting = meeting
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(motion, meeting) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
