package import Domain
package import Postgres

/// Many new people with their roles, in the order given.
package struct InsertPeople: Statement {
    package struct Entry: Sendable {
        package var email: String
        package var name: String
        package var team: ID<Team>?
        package var organisation: ID<Organisation>?
        package var jobTitle: String
        package var roles: [Role]

        package init(
            email: String, name: String, team: ID<Team>?, organisation: ID<Organisation>?, jobTitle: String,
            roles: [Role]
        ) {
            self.email = email
            self.name = name
            self.team = team
            self.organisation = organisation
            self.jobTitle = jobTitle
            self.roles = roles
        }
    }

    package static let sql = """
        with asked as materialized (
            select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::text[])
                with ordinality as a(email, name, team_id, organisation_id, job_title, roles, turn)),
        made as (
            insert into person (email, name, team_id, organisation_id, job_title)
            select email, name, team_id, organisation_id, job_title from asked order by turn returning id, email),
        granted as (
            insert into role_grant (person_id, role, granted_by)
            select m.id, r.role, $7 from made m join asked a using (email) cross join lateral unnest(string_to_array(a.roles, ' ')) as r(role))
        select m.id from made m join asked a using (email) order by a.turn
        """
    package let entries: [Entry]
    package let grantedBy: ID<Person>?

    package init(_ entries: [Entry], by grantedBy: ID<Person>?) {
        self.entries = entries
        self.grantedBy = grantedBy
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(entries.map(\.email), entries.map(\.name), entries.map(\.team), entries.map(\.organisation))
        parameters.bind(
            entries.map(\.jobTitle), entries.map { $0.roles.map(\.rawValue).joined(separator: " ") }, grantedBy)
    }

    package static func decode(_ row: inout RowReader) throws -> ID<Person> { try row.next() }
}
