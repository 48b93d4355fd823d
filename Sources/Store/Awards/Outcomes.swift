package import Domain
package import Foundation
package import Postgres

/// What the panel decided about the candidate of one's own accepted nomination, once the scheme's embargo has ended. No row before.
package struct OutcomeOfOwn: Statement {
    package static let sql = """
        select coalesce((select r.outcome from app.scheme_roll(x.scheme_id) r where r.candidate_id = x.candidate_id), 'not_placed')
        from nomination x join scheme s on s.id = x.scheme_id and s.state = 'frozen' join embargo e on e.scheme_id = s.id
        where x.public_id = $2 and x.nominator_id = $1 and x.state = 'accepted' and e.until_at <= app.app_now()
        """
    package let nominator: ID<Person>
    package let id: UUID

    package init(_ nominator: ID<Person>, _ id: UUID) {
        self.nominator = nominator
        self.id = id
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(nominator, id) }

    package static func decode(_ row: inout RowReader) throws -> DecisionOutcome { try row.next() }
}

/// Owes a message to every nominator and every person honoured, once for each scheme that was frozen and whose embargo ended, the
/// later of them within the last thirty days. Who was nominated and not placed is told nothing: that they were is a secret of their nominators'.
package struct InsertOutcomeNotices: Statement {
    package static let sql = """
        insert into outbox (person_id, template, payload, dedupe_key, message_id)
        select t.person_id, t.template, '{}', t.template || ':' || s.slug || ':' || t.person_id,
            t.template || '.' || s.id || '.' || t.person_id || '@' || $1
        from embargo e join scheme s on s.id = e.scheme_id and s.state = 'frozen'
            cross join lateral (
                select distinct x.nominator_id, 'nomination_outcome' from nomination x
                where x.scheme_id = s.id and x.state in ('accepted', 'ineligible')
                union all
                select distinct n.person_id, 'honoured' from app.scheme_roll(s.id) r join candidate k on k.id = r.candidate_id
                    join nominee n on n.id = k.nominee_id where n.person_id is not null) t (person_id, template)
            join person p on p.id = t.person_id and p.left_at is null
        where e.until_at <= app.app_now()
            and greatest(e.until_at, (select h.at from app.frozen_hash(s.id) h)) > app.app_now() - interval '30 days'
        on conflict (dedupe_key) do nothing returning id
        """
    package let domain: String

    package init(domain: String) { self.domain = domain }

    package func bind(to parameters: inout Parameters) { parameters.append(domain) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// The schemes whose roll of honour is public.
package struct SchemesWithRoll: Statement {
    package static let sql = """
        select s.slug from scheme s join embargo e on e.scheme_id = s.id
        where s.state = 'frozen' and e.until_at <= app.app_now() and exists (select from app.scheme_roll(s.id))
        """

    package init() {}

    package func bind(to parameters: inout Parameters) {}

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}
