package import Domain
package import Postgres

package struct Teams: Statement {
    package static let sql = """
        select t.id, t.name, t.service, s.name, t.valid_from, t.valid_to from team t left join site s on s.id = t.site_id order by t.name
        """

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> Team {
        try Team(
            id: row.next(), name: row.next(), service: row.next(), site: row.next(), from: row.next(), to: row.next())
    }
}

package struct InsertTeam: Statement {
    package static let sql = """
        insert into team (name, service, site_id, valid_from, valid_to) values ($1, $2, $3, $4, $5) returning id
        """
    package let details: TeamDetails
    package let site: ID<Site>?

    package init(_ details: TeamDetails, site: ID<Site>?) {
        self.details = details
        self.site = site
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(details.name, details.service, site, details.from, details.to)
    }

    package static func decode(_ row: inout RowReader) throws -> ID<Team> { try row.next() }
}

package struct UpdateTeam: Statement {
    package static let sql =
        "update team set name = $2, service = $3, site_id = $4, valid_from = $5, valid_to = $6 where id = $1"
    package let id: ID<Team>
    package let details: TeamDetails
    package let site: ID<Site>?

    package init(id: ID<Team>, _ details: TeamDetails, site: ID<Site>?) {
        self.id = id
        self.details = details
        self.site = site
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(id, details.name, details.service, site, details.from, details.to)
    }
}

package struct DeleteTeam: Statement {
    package static let sql = "delete from team where id = $1"
    package let id: ID<Team>

    package init(id: ID<Team>) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }
}

/// The employers of these names, made where they are new.
package struct EnsureOrganisations: Statement {
    package static let sql = """
        with wanted as (select distinct on (lower(n)) n from unnest($1::text[]) n),
            made as (insert into organisation (name) select n from wanted where not exists (select from organisation o where lower(o.name) = lower(n))
                on conflict do nothing returning id, name)
        select id, name from made union all select o.id, o.name from organisation o join wanted w on lower(w.n) = lower(o.name)
        """
    package let names: [String]

    package init(names: [String]) { self.names = names }

    package func bind(to parameters: inout Parameters) { parameters.append(names) }

    package static func decode(_ row: inout RowReader) throws -> (id: ID<Organisation>, name: String) {
        (try row.next(), try row.next())
    }
}

/// The key of an employer.
package enum Organisation {}

package struct Organisations: Statement {
    package static let sql = "select id, name from organisation order by name"

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> (id: ID<Organisation>, name: String) {
        (try row.next(), try row.next())
    }
}
