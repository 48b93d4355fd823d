package import Domain
import Foundation
package import Postgres

/// What decides how a person stands to sessions: what they are, and what they have or lead when. A row for each entry, the first
/// four columns in all of them the same; one row without an entry for who has none.
package struct OwnTimesOfPerson: Statement {
    package struct Found: Sendable {
        package let person: OwnTimes
        package let entry: OwnTimes.Entry?
    }

    package static let sql = """
        with me as materialized (
                select array(select r.role from person_role r where r.person_id = p.id) as roles, t.name as team,
                    nullif(t.service, '') as service, o.name as employer
                from person p left join team t on t.id = p.team_id left join organisation o on o.id = p.organisation_id
                where p.id = $1),
            own as (
                select b.session_id, s.reference, lower(rs.during) as starts, upper(rs.during) as ends, b.state = 'confirmed' as confirmed,
                    false as leads
                from booking b join session s on s.id = b.session_id
                    left join release_session rs on rs.session_id = b.session_id and rs.live
                where b.person_id = $1 and b.state in ('confirmed', 'offered')
                union all
                select f.session_id, s.reference, lower(f.during), upper(f.during), false, true
                from release_facilitator f join session s on s.id = f.session_id where f.person_id = $1 and f.live)
        select me.roles, me.team, me.service, me.employer, own.session_id, own.reference, own.starts, own.ends, own.confirmed, own.leads
        from me left join own on true
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        let roles: [String] = try row.next()
        let person = try OwnTimes(roles: Set(roles), team: row.next(), service: row.next(), employer: row.next())
        let session: ID<Session>? = try row.next()
        let reference: String? = try row.next()
        let starts: Date? = try row.next()
        let ends: Date? = try row.next()
        let isConfirmed: Bool? = try row.next()
        let leads: Bool? = try row.next()
        guard let session, let reference else { return Found(person: person, entry: nil) }
        var during: Range<Date>?
        if let starts, let ends, starts <= ends { during = starts..<ends }
        return Found(
            person: person,
            entry: OwnTimes.Entry(
                session: session, reference: reference, during: during, isConfirmed: isConfirmed ?? false,
                leads: leads ?? false))
    }
}
