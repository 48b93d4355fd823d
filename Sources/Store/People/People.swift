package import Domain
package import Postgres

/// The people an actor may list: staff and admins everyone, anybody else only themselves.
package struct People: Statement {
    package static let sql = """
        select p.id, p.public_id, p.email, p.name, t.name, o.name, p.job_title,
            array(select r.role from person_role r where r.person_id = p.id order by r.role), p.left_at is not null
        from person p left join team t on t.id = p.team_id left join organisation o on o.id = p.organisation_id
        where (app.actor_holds($1, $2, array['staff', 'admin']) or p.id = $1)
            and ($3::text is null or t.name = $3) and ($4::text is null or p.email = $4) and (p.left_at is null or $5)
        order by p.email, p.id
        """
    package let actor: Actor
    package let team: String?
    package let email: String?
    package let withLeavers: Bool

    package init(_ actor: Actor, team: String? = nil, email: String? = nil, withLeavers: Bool = false) {
        self.actor = actor
        self.team = team
        self.email = email
        self.withLeavers = withLeavers
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(team, email, withLeavers)
    }

    package static func decode(_ row: inout RowReader) throws -> Person {
        try Person(
            id: row.next(), publicID: row.next(), email: row.next(), name: row.next(), team: row.next(),
            employer: row.next(),
            jobTitle: row.next(), roles: row.next(), hasLeft: row.next())
    }
}

package struct PersonKeys: Statement {
    package static let sql = "select email, id, name from person where email = any($1) and left_at is null"
    package let emails: [String]

    package init(emails: [String]) { self.emails = emails }

    package func bind(to parameters: inout Parameters) { parameters.append(emails) }

    package static func decode(_ row: inout RowReader) throws -> (email: String, id: ID<Person>, name: String) {
        (try row.next(), try row.next(), try row.next())
    }
}

package struct EmailsStartingWith: Statement {
    package static let sql = "select email from person where left_at is null order by email"

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}

package struct InsertPerson: Statement {
    package static let sql = """
        insert into person (email, name, team_id, organisation_id, job_title) values ($1, $2, $3, $4, $5) returning id
        """
    package let email: String
    package let name: String
    package let team: ID<Team>?
    package let organisation: ID<Organisation>?
    package let jobTitle: String

    package init(email: String, name: String, team: ID<Team>?, organisation: ID<Organisation>?, jobTitle: String) {
        self.email = email
        self.name = name
        self.team = team
        self.organisation = organisation
        self.jobTitle = jobTitle
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(email, name, team, organisation, jobTitle) }

    package static func decode(_ row: inout RowReader) throws -> ID<Person> { try row.next() }
}

package struct UpdatePerson: Statement {
    package static let sql =
        "update person set name = $2, team_id = $3, organisation_id = $4, job_title = $5 where id = $1"
    package let id: ID<Person>
    package let name: String
    package let team: ID<Team>?
    package let organisation: ID<Organisation>?
    package let jobTitle: String

    package init(id: ID<Person>, name: String, team: ID<Team>?, organisation: ID<Organisation>?, jobTitle: String) {
        self.id = id
        self.name = name
        self.team = team
        self.organisation = organisation
        self.jobTitle = jobTitle
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, name, team, organisation, jobTitle) }
}

/// Roles from now on, for good. What is held already stays as it is.
package struct GrantRoles: Statement {
    package static let sql = """
        insert into role_grant (person_id, role, starts_at, granted_by)
        select $1, wanted.role, \(InsertRoleGrant.lastEnd(person: "$1", role: "wanted.role")), $3 from unnest($2::text[]) wanted(role)
        on conflict do nothing
        """
    package let person: ID<Person>
    package let roles: [Role]
    package let grantedBy: ID<Person>?

    package init(_ person: ID<Person>, _ roles: [Role], by grantedBy: ID<Person>?) {
        self.person = person
        self.roles = roles
        self.grantedBy = grantedBy
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(person, roles.map(\.rawValue), grantedBy) }
}

/// Every other role that is held ends now; what is to come stays.
package struct RevokeRolesBut: Statement {
    package static let sql = """
        update role_grant set ends_at = greatest(starts_at, app.app_now()), is_over = true
        where person_id = $1 and role <> all($2::text[]) and not is_over and (starts_at is null or starts_at <= app.app_now())
            and (ends_at is null or ends_at > app.app_now())
        """
    package let person: ID<Person>
    package let roles: [Role]

    package init(_ person: ID<Person>, _ roles: [Role]) {
        self.person = person
        self.roles = roles
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(person, roles.map(\.rawValue)) }
}

/// How many admins without a last day there are besides one. Every admin's row stays locked, so that two who take the role
/// from each other at once do not both find the other one still there.
package struct OtherAdmins: Statement {
    package static let sql = """
        select count(*) from (
            select p.id from role_grant r join person p on p.id = r.person_id
            where r.role = 'admin' and not r.is_over and (r.starts_at is null or r.starts_at <= app.app_now()) and r.ends_at is null
                and p.left_at is null and p.leaves_at is null
            order by p.id for update of r for no key update of p) held
        where held.id <> $1
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

package struct MarkLeft: Statement {
    package static let sql = "update person set left_at = app.app_now() where id = $1 and left_at is null"
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }
}

package struct Holidays: Statement {
    package static let sql = "select day, title, status, source from holiday where day between $1 and $2 order by day"
    package let from: Day
    package let to: Day

    package init(from: Day, to: Day) {
        self.from = from
        self.to = to
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(from, to) }

    package static func decode(_ row: inout RowReader) throws -> Holiday {
        try Holiday(day: row.next(), title: row.next(), status: row.next(), source: row.next())
    }
}

package struct UpsertHolidays: Statement {
    package static let sql = """
        insert into holiday (day, title, status, source)
        select * from unnest($1::date[], $2::text[], $3::text[], $4::text[])
        on conflict (day) do update set title = excluded.title, status = excluded.status, source = excluded.source
        where (holiday.title, holiday.status, holiday.source) is distinct from (excluded.title, excluded.status, excluded.source)
        """
    package let holidays: [Holiday]

    package init(_ holidays: [Holiday]) { self.holidays = holidays }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(holidays.map(\.day), holidays.map(\.title), holidays.map(\.status), holidays.map(\.source))
    }
}
