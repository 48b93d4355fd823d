package import Domain
package import Foundation
package import Postgres

extension CeremonyPaper: PostgresEnum {}

/// Notes that a paper of a ceremony was opened for print, with the young people of whom it holds something.
package struct NotePrint: Statement {
    /// Something of a candidate, and by which consent.
    package struct Held: Sendable {
        package let candidate: Int
        package let use: Consent.Use
        package let channel: Consent.Channel

        package init(candidate: Int, use: Consent.Use, channel: Consent.Channel) {
            self.candidate = candidate
            self.use = use
            self.channel = channel
        }
    }

    package static let sql = """
        with noted as (
            insert into ceremony_print (ceremony_id, paper, printed_by)
            select y.id, $2::text, $3::bigint from ceremony y where y.slug = $1 returning id, ceremony_id),
        held as (
            select k.nominee_id, w.use, w.channel
            from unnest($4::bigint[], $5::text[], $6::text[]) w (candidate, use, channel) join candidate k on k.id = w.candidate
            union
            select g.nominee_id, 'programme', 'name'
            from noted m join guest g on g.ceremony_id = m.ceremony_id join ceremony_name n on n.nominee_id = g.nominee_id
            where n.name is not null and app.may_show(g.nominee_id, 'programme', 'name')
                and ($2 = 'guests' or ($2 in ('plan', 'cards', 'seating') and g.table_id is not null)))
        insert into ceremony_print_held (print_id, nominee_id, use, channel)
        select m.id, h.nominee_id, h.use, h.channel from noted m cross join held h
        """
    package let ceremony: String
    package let paper: CeremonyPaper
    package let by: ID<Person>?
    package let held: [Held]

    package init(_ ceremony: String, _ paper: CeremonyPaper, by: ID<Person>?, held: [Held] = []) {
        self.ceremony = ceremony
        self.paper = paper
        self.by = by
        self.held = held
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(ceremony, paper, by)
        parameters.bind(held.map(\.candidate), held.map(\.use.rawValue), held.map(\.channel.rawValue))
    }
}

/// What was opened of a ceremony for print and is not destroyed, by paper and person, the latest first; for those who schedule.
package struct PrintsOfCeremony: Statement {
    package static let sql = """
        with outdated as materialized (
            select o.id from ceremony y cross join lateral app.outdated_prints(y.id, null) o (id)
            where y.slug = $3 and app.actor_schedules($1, $2))
        select p.paper, w.name, count(*), max(p.printed_at), count(o.id), max(p.printed_at) filter (where o.id is not null),
            (array_agg(p.public_id order by p.id desc) filter (where o.id is not null))[1]
        from ceremony y join ceremony_print p on p.ceremony_id = y.id left join person w on w.id = p.printed_by
            left join outdated o on o.id = p.id
        where y.slug = $3 and p.destroyed_at is null and app.actor_schedules($1, $2)
        group by p.paper, p.printed_by, w.name order by max(p.id) desc
        """
    package let actor: Actor
    package let ceremony: String

    package init(_ actor: Actor, of ceremony: String) {
        self.actor = actor
        self.ceremony = ceremony
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(ceremony)
    }

    package static func decode(_ row: inout RowReader) throws -> CeremonyPrint {
        let (paper, by): (CeremonyPaper, String?) = try (row.next(), row.next())
        let (times, lastAt): (Int, Date) = try (row.next(), row.next())
        let (outdated, at, id): (Int, Date?, UUID?) = try (row.next(), row.next(), row.next())
        return CeremonyPrint(
            paper: paper, by: by, times: times, lastAt: lastAt,
            outdated: at.flatMap { at in id.map { .init(id: $0, times: outdated, lastAt: at) } })
    }
}

/// Marks a print as destroyed, with the older ones of the same paper by the same person that rest on an ended consent, too.
package struct DestroyPrints: Statement {
    package static let sql = """
        with meant as (
            select p.id, p.ceremony_id, p.paper, p.printed_by from ceremony_print p join ceremony y on y.id = p.ceremony_id
            where y.slug = $1 and p.public_id = $2),
        outdated as materialized (select o.id from meant m cross join lateral app.outdated_prints(m.ceremony_id, null) o (id)),
        done as (
            update ceremony_print p set destroyed_at = app.app_now(), destroyed_by = $3 from meant m, outdated o
            where p.id = o.id and p.paper = m.paper and p.printed_by is not distinct from m.printed_by and p.id <= m.id
            returning p.id)
        select m.paper, (select count(*) from done) from meant m
        """
    package let ceremony: String
    package let print: UUID
    package let by: ID<Person>?

    package init(_ ceremony: String, _ print: UUID, by: ID<Person>?) {
        self.ceremony = ceremony
        self.print = print
        self.by = by
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, print, by) }

    package static func decode(_ row: inout RowReader) throws -> (paper: CeremonyPaper, destroyed: Int) {
        (try row.next(), try row.next())
    }
}

/// Who is to hear that prints with something of a young person are out of date: whoever opened them, and whoever planned the ceremony;
/// with the newest such print.
package struct WhoPrinted: Statement {
    package static let sql = """
        select w.id, max(c.id) from app.outdated_prints(null, $1) o (id) join ceremony_print c on c.id = o.id
            join ceremony y on y.id = c.ceremony_id join person w on w.id in (c.printed_by, y.made_by)
        where w.left_at is null group by w.id order by w.id
        """
    package let nominee: Int

    package init(_ nominee: Int) { self.nominee = nominee }

    package func bind(to parameters: inout Parameters) { parameters.append(nominee) }

    package static func decode(_ row: inout RowReader) throws -> (person: ID<Person>, print: Int) {
        (try row.next(), try row.next())
    }
}
