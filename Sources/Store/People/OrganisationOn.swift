package import Domain
package import Foundation
package import Postgres

/// The teams that there are or were on a day, with how many were in each at its end, or are now; for admins.
package struct OrganisationOn: Statement {
    package static let sql = """
        select t.service, t.name, s.name, t.valid_from, t.valid_to, (
            select count(*) from team_membership m
            where m.team_id = t.id and m.starts_at < $4 and m.starts_at <= app.app_now()
                and (m.ends_at is null or m.ends_at >= least($4, app.app_now())))
        from team t left join site s on s.id = t.site_id
        where app.actor_holds($1, $2, array['admin']) and (t.valid_from is null or t.valid_from <= $3) and (t.valid_to is null or t.valid_to >= $3)
        order by t.service = '', lower(t.service), lower(t.name)
        """
    package let actor: Actor
    package let day: Day
    package let end: Date

    package init(_ actor: Actor, on day: Day, until end: Date) {
        self.actor = actor
        self.day = day
        self.end = end
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(day, end)
    }

    package static func decode(_ row: inout RowReader) throws -> OrganisationTree.TeamLine {
        try OrganisationTree.TeamLine(
            service: row.next(), team: row.next(), site: row.next(), from: row.next(), to: row.next(),
            people: row.next())
    }
}

/// The employers with how many of their people are known; for admins.
package struct EmployersCounted: Statement {
    package static let sql = """
        select o.name, count(*) from organisation o join person p on p.organisation_id = o.id and p.left_at is null
        where app.actor_holds($1, $2, array['admin']) group by o.name order by lower(o.name)
        """
    package let actor: Actor

    package init(_ actor: Actor) { self.actor = actor }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor: actor) }

    package static func decode(_ row: inout RowReader) throws -> OrganisationTree.Employer {
        try OrganisationTree.Employer(name: row.next(), people: row.next())
    }
}
