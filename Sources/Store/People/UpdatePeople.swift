package import Postgres

/// What is known of many people at once.
package struct UpdatePeople: Statement {
    package static let sql = """
        update person p set name = a.name, team_id = a.team_id, organisation_id = a.organisation_id, job_title = a.job_title
        from unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::text[]) as a(id, name, team_id, organisation_id, job_title)
        where p.id = a.id
        """
    package let entries: [UpdatePerson]

    package init(_ entries: [UpdatePerson]) { self.entries = entries }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(entries.map(\.id), entries.map(\.name), entries.map(\.team), entries.map(\.organisation))
        parameters.append(entries.map(\.jobTitle))
    }
}
