package import Domain
package import Foundation
package import Postgres

extension DeletionRule: PostgresEnum {}

/// The young candidates of a scheme, or of all, and where their own record stands; for those who protect young people and do not judge
/// them.
package struct YoungRecords: Statement {
    package static let sql = """
        with due as materialized (
            select s.id as scheme_id, d.nominee_id, d.rule, d.due_at from scheme s cross join lateral app.young_due(s.id) d
            where ($2::text is null or s.slug = $2) and app.protects($1)),
        told as materialized (
            select s.id, app.scheme_is_told(s.id) as is_told from scheme s where $2::text is null or s.slug = $2)
        select s.slug, c.slug, k.code, n.pseudonym, c.title, s.title, h.outcome, h.receiver, w.name, h.recorded_at, d.due_at, d.rule,
            u.purged_at, t.is_told
        from nominee n join scheme s on s.id = n.scheme_id join told t on t.id = s.id
            join candidate k on k.nominee_id = n.id and k.state = 'standing' join category c on c.id = k.category_id
            left join hand_over h on h.nominee_id = n.id left join person w on w.id = h.recorded_by
            left join due d on d.nominee_id = n.id
            left join purge_nominee p on p.nominee_id = n.id left join purge u on u.id = p.purge_id
        where n.pseudonym is not null and app.protects($1) and not app.judges_category($1, c.id)
            and ($3::text is null or c.slug = $3) and ($4::text is null or k.code = $4)
        order by s.closes_at desc, s.id, c.id, k.code
        """
    package let actor: ID<Person>
    package let scheme: String?
    package let path: AwardPath?

    package init(_ actor: ID<Person>, of scheme: String? = nil) {
        self.actor = actor
        self.scheme = scheme
        path = nil
    }

    package init(_ actor: ID<Person>, at path: AwardPath) {
        self.actor = actor
        scheme = path.scheme
        self.path = path
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor, scheme, path?.part, path?.code)
    }

    package static func decode(_ row: inout RowReader) throws -> YoungRecord {
        let path = try AwardPath(scheme: row.next(), part: row.next(), code: row.next())
        let (pseudonym, award, scheme): (String, String, String) = try (row.next(), row.next(), row.next())
        let (outcome, receiver): (String?, Consent.Capacity?) = try (row.next(), row.next())
        return try YoungRecord(
            path: path, pseudonym: pseudonym, award: award, scheme: scheme,
            handOver: outcome.flatMap { HandOver(outcome: $0, receiver: receiver) }, recordedBy: row.next(),
            recordedAt: row.next(), dueAt: row.next(), rule: row.next(), deletedAt: row.next(), isTold: row.next())
    }
}

/// What a young person takes home, once the results are told; their name and words without regard to what may be shown.
package struct SheetOfYoungRecord: Statement {
    package static let sql = """
        select s.slug, c.slug, k.code, s.title, c.title, k.band, coalesce(d.outcome, 'not_placed'), y.name, x.text,
            coalesce((select max(m.starts_at) from ceremony_scheme r join ceremony m on m.id = r.ceremony_id where r.scheme_id = s.id),
                (select e.until_at from embargo e where e.scheme_id = s.id), s.closes_at),
            n.id
        from candidate k join nominee n on n.id = k.nominee_id join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id
            left join decision d on d.candidate_id = k.id left join ceremony_name y on y.nominee_id = n.id
            left join candidate_text x on x.candidate_id = k.id and x.kind = 'approved'
        where s.slug = $2 and c.slug = $3 and k.code = $4 and k.state = 'standing' and n.pseudonym is not null
            and app.protects($1) and not app.judges_category($1, c.id) and app.scheme_is_told(s.id)
        """
    package let actor: ID<Person>
    package let path: AwardPath

    package init(_ actor: ID<Person>, _ path: AwardPath) {
        self.actor = actor
        self.path = path
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor, path.scheme, path.part, path.code)
    }

    package static func decode(_ row: inout RowReader) throws -> (sheet: YoungRecordSheet, nominee: Int) {
        let sheet = try YoungRecordSheet(
            path: AwardPath(scheme: row.next(), part: row.next(), code: row.next()), scheme: row.next(),
            award: row.next(), band: row.next(), outcome: row.next(), name: row.next(), words: row.next(),
            on: row.next())
        return (sheet, try row.next())
    }
}

/// Writes that a young person has their record, or did not want it; nil forgets what was written.
package struct WriteHandOver: Statement {
    package static let sql = """
        with meant as (
            select k.nominee_id from candidate k join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id
            where s.slug = $2 and c.slug = $3 and k.code = $4 and app.protects($1) and not app.judges_category($1, c.id)),
        gone as (delete from hand_over h using meant m where h.nominee_id = m.nominee_id and $5::text is null),
        written as (
            insert into hand_over (nominee_id, outcome, receiver, recorded_by)
            select m.nominee_id, $5::text, $6::text, $1::bigint from meant m where $5::text is not null
            on conflict (nominee_id) do update set outcome = excluded.outcome, receiver = excluded.receiver,
                recorded_by = excluded.recorded_by, recorded_at = app.app_now())
        select nominee_id from meant
        """
    package let actor: ID<Person>
    package let path: AwardPath
    package let handOver: HandOver?

    package init(_ actor: ID<Person>, _ path: AwardPath, _ handOver: HandOver?) {
        self.actor = actor
        self.path = path
        self.handOver = handOver
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor, path.scheme, path.part, path.code, handOver?.outcome, handOver?.receiver)
    }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// How long what is known of the young people of each scheme is kept; for those who protect them.
package struct SchemeRetentions: Statement {
    package static let sql = """
        select s.slug, s.title, coalesce(r.months, 12)::bigint, app.kept_until(s.id),
            (select count(*) from nominee n where n.scheme_id = s.id and n.pseudonym is not null),
            (select count(*) from app.young_due(s.id) d where d.due_at <= app.app_now())
        from scheme s left join retention r on r.scheme_id = s.id
        where app.protects($1) and ($2::text is null or s.slug = $2) and s.state <> 'draft'
            and exists (select from nominee n where n.scheme_id = s.id and n.pseudonym is not null)
        order by s.closes_at desc, s.id
        """
    package let actor: ID<Person>
    package let scheme: String?

    package init(_ actor: ID<Person>, of scheme: String? = nil) {
        self.actor = actor
        self.scheme = scheme
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor, scheme) }

    package static func decode(_ row: inout RowReader) throws -> SchemeRetention {
        try SchemeRetention(
            scheme: row.next(), title: row.next(), months: row.next(), keptUntil: row.next(), young: row.next(),
            due: row.next())
    }
}

package struct SetRetention: Statement {
    package static let sql = """
        insert into retention (scheme_id, months, set_by) select s.id, $3::int, $1::bigint from scheme s where s.slug = $2 and app.protects($1)
        on conflict (scheme_id) do update set months = excluded.months, set_by = excluded.set_by, set_at = app.app_now()
        """
    package let actor: ID<Person>
    package let scheme: String
    package let months: Int

    package init(_ actor: ID<Person>, scheme: String, months: Int) {
        self.actor = actor
        self.scheme = scheme
        self.months = months
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor, scheme, Int32(clamping: months))
    }
}

/// Deletes what is due of a scheme's young people; nil where nothing is. Nobody is the job of the house.
package struct PurgeYoung: Statement {
    package static let sql = "select app.purge_young(s.id, $2, $3) from scheme s where s.slug = $1"
    package let scheme: String
    package let actor: ID<Person>?
    package let door: Channel

    package init(scheme: String, by actor: ID<Person>?, _ door: Channel) {
        self.scheme = scheme
        self.actor = actor
        self.door = door
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(scheme, actor, door) }

    package static func decode(_ row: inout RowReader) throws -> UUID? { try row.next() }
}

/// The schemes of which something is due to be deleted, for the job of the house.
package struct SchemesToPurge: Statement {
    package static let sql = """
        select s.slug from scheme s
        where s.state <> 'draft' and exists (select from app.young_due(s.id) d where d.due_at <= app.app_now()) order by s.id
        """

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}

/// Certificates of deletion, the newest first, each with its parts as arrays; for those who protect young people.
package struct DeletionCertificates: Statement {
    package static let sql = """
        select u.public_id, s.slug, u.purged_at, w.name,
            array(select i.kind from purge_item i where i.purge_id = u.id order by i.kind),
            array(select i.number from purge_item i where i.purge_id = u.id order by i.kind),
            array(select encode(i.keys_hash, 'hex') from purge_item i where i.purge_id = u.id order by i.kind),
            array(select n.pseudonym from purge_nominee p join nominee n on n.id = p.nominee_id where p.purge_id = u.id order by n.id),
            array(select p.rule from purge_nominee p join nominee n on n.id = p.nominee_id where p.purge_id = u.id order by n.id)
        from purge u join scheme s on s.id = u.scheme_id left join person w on w.id = u.purged_by
        where app.protects($1) and ($2::text is null or s.slug = $2) and ($3::uuid is null or u.public_id = $3)
        order by u.id desc
        """
    package let actor: ID<Person>
    package let scheme: String?
    package let id: UUID?

    package init(_ actor: ID<Person>, of scheme: String? = nil, id: UUID? = nil) {
        self.actor = actor
        self.scheme = scheme
        self.id = id
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor, scheme, id) }

    package static func decode(_ row: inout RowReader) throws -> DeletionCertificate {
        let (id, scheme, at, by): (UUID, String, Date, String?) = try (row.next(), row.next(), row.next(), row.next())
        let (kinds, numbers, hashes): ([String], [Int], [String]) = try (row.next(), row.next(), row.next())
        let (pseudonyms, rules): ([String], [String]) = try (row.next(), row.next())
        return DeletionCertificate(
            id: id, scheme: scheme, at: at, by: by,
            items: zip(kinds, zip(numbers, hashes)).map { .init(kind: $0, number: $1.0, keysHash: $1.1) },
            people: zip(pseudonyms, rules).map { ($0, DeletionRule(rawValue: $1) ?? .retention) })
    }
}
