package import Domain
package import Foundation
package import Postgres

/// The moves to other teams that are to come, soonest first; for admins.
package struct TeamMoves: Statement {
    package static let sql = """
        select m.public_id, p.name, p.email, old.name, t.name, m.moves_at
        from team_move m join person p on p.id = m.person_id join team t on t.id = m.team_id left join team old on old.id = p.team_id
        where app.actor_holds($1, $2, array['admin']) and p.left_at is null
        order by m.moves_at, lower(p.name), p.id limit 5000
        """
    package let actor: Actor

    package init(_ actor: Actor) { self.actor = actor }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor: actor) }

    package static func decode(_ row: inout RowReader) throws -> TeamMove {
        let (id, name, email): (UUID, String, String) = (try row.next(), try row.next(), try row.next())
        let (from, to, at): (String?, String, Date) = (try row.next(), try row.next(), try row.next())
        return TeamMove(id: id, name: name, email: email, from: from, to: to, day: London.local(at).day)
    }
}

/// What a person is told of their own.
package struct OwnTeamMoves: Statement {
    package static let sql = """
        select t.name, m.moves_at from team_move m join team t on t.id = m.team_id where m.person_id = $1 order by m.moves_at
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> (team: String, at: Date) {
        (try row.next(), try row.next())
    }
}

/// The people of some addresses, as far as a move is about them.
package struct PeopleToMove: Statement {
    package struct Found: Sendable {
        package let id: ID<Person>
        package let email: String
        package let name: String
        package let team: String?
    }

    package static let sql = """
        select p.id, p.email, p.name, t.name from person p left join team t on t.id = p.team_id
        where p.email = any($1) and p.left_at is null
        """
    package let emails: [String]

    package init(emails: [String]) { self.emails = emails }

    package func bind(to parameters: inout Parameters) { parameters.append(emails) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(id: row.next(), email: row.next(), name: row.next(), team: row.next())
    }
}

/// Moves on one day; who was to move on that day already moves to the team given now.
package struct InsertTeamMoves: Statement {
    package static let sql = """
        insert into team_move (person_id, team_id, moves_at, made_by)
        select a.person_id, a.team_id, $3, $4 from unnest($1::bigint[], $2::bigint[]) as a(person_id, team_id)
        on conflict (person_id, moves_at) do update
            set team_id = excluded.team_id, made_by = excluded.made_by, made_at = app.app_now()
        """
    package let people: [ID<Person>]
    package let teams: [ID<Team>]
    package let at: Date
    package let madeBy: ID<Person>?

    package init(people: [ID<Person>], teams: [ID<Team>], at: Date, madeBy: ID<Person>?) {
        self.people = people
        self.teams = teams
        self.at = at
        self.madeBy = madeBy
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(people, teams, at, madeBy) }
}

/// Takes a move back. No row: there is none, or it is done already.
package struct DeleteTeamMove: Statement {
    package static let sql = """
        delete from team_move m using team t where m.public_id = $1 and t.id = m.team_id
        returning m.person_id, t.name, m.moves_at
        """
    package let id: UUID

    package init(id: UUID) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }

    package static func decode(_ row: inout RowReader) throws -> (person: ID<Person>, team: String, at: Date) {
        (try row.next(), try row.next(), try row.next())
    }
}

/// Whose day to move has come, to be locked before they are moved.
package struct PeopleDueToMove: Statement {
    package static let sql =
        "select distinct person_id from team_move where moves_at <= app.app_now() order by person_id limit 2000"

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> ID<Person> { try row.next() }
}

/// Moves them, each to the newest team that is due, and forgets their moves. Whoever has left stays where they were.
package struct MoveTeams: Statement {
    package struct Moved: Sendable {
        package let person: ID<Person>
        package let before: String?
        package let after: String
    }

    package static let sql = """
        with due as (delete from team_move where person_id = any($1) and moves_at <= app.app_now() returning person_id, team_id, moves_at),
            newest as (select distinct on (person_id) person_id, team_id from due order by person_id, moves_at desc),
            moved as (update person p set team_id = n.team_id from newest n
                where p.id = n.person_id and p.left_at is null and p.team_id is distinct from n.team_id returning p.id, p.team_id)
        select m.id, before.name, after.name
        from moved m join person old on old.id = m.id left join team before on before.id = old.team_id join team after on after.id = m.team_id
        order by m.id
        """
    package let people: [ID<Person>]

    package init(_ people: [ID<Person>]) { self.people = people }

    package func bind(to parameters: inout Parameters) { parameters.append(people) }

    package static func decode(_ row: inout RowReader) throws -> Moved {
        try Moved(person: row.next(), before: row.next(), after: row.next())
    }
}
