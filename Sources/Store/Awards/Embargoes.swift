package import Domain
package import Foundation
package import Postgres

/// Until when a scheme's result stays closed, and what somebody asked to shorten that to. Locked.
package struct EmbargoOfScheme: Statement {
    package static let sql = """
        select e.until_at, e.set_by, r.until_at, r.asked_by, $2 <= app.app_now() from scheme s left join embargo e on e.scheme_id = s.id
            left join embargo_request r on r.scheme_id = s.id
        where s.id = $1 for no key update of s
        """
    package let scheme: ID<Scheme>
    package let wanted: Date

    package init(_ scheme: ID<Scheme>, wanted: Date) {
        self.scheme = scheme
        self.wanted = wanted
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(scheme, wanted) }

    /// `isOver`: whether the time that is wanted has passed already.
    package static func decode(_ row: inout RowReader) throws -> (
        until: Date?, setBy: ID<Person>?, asked: Date?, askedBy: ID<Person>?, isOver: Bool
    ) {
        (try row.next(), try row.next(), try row.next(), try row.next(), try row.next())
    }
}

/// Sets an embargo; the database refuses to shorten it unless another confirms.
package struct SetEmbargo: Statement {
    package static let sql = """
        insert into embargo (scheme_id, until_at, set_by, confirmed_by) values ($1, $2, $3, $4)
        on conflict (scheme_id) do update set until_at = excluded.until_at, set_by = excluded.set_by, confirmed_by = excluded.confirmed_by
        """
    package let scheme: ID<Scheme>
    package let until: Date
    package let by: ID<Person>?
    package let confirmedBy: ID<Person>?

    package init(_ scheme: ID<Scheme>, until: Date, by: ID<Person>?, confirmedBy: ID<Person>? = nil) {
        self.scheme = scheme
        self.until = until
        self.by = by
        self.confirmedBy = confirmedBy
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(scheme, until, by, confirmedBy) }
}

package struct AskToShortenEmbargo: Statement {
    package static let sql = """
        insert into embargo_request (scheme_id, until_at, asked_by) values ($1, $2, $3)
        on conflict (scheme_id) do update set until_at = excluded.until_at, asked_by = excluded.asked_by, asked_at = app.app_now()
        """
    package let scheme: ID<Scheme>
    package let until: Date
    package let by: ID<Person>

    package init(_ scheme: ID<Scheme>, until: Date, by: ID<Person>) {
        self.scheme = scheme
        self.until = until
        self.by = by
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(scheme, until, by) }
}

package struct DropEmbargoRequest: Statement {
    package static let sql = "delete from embargo_request where scheme_id = $1"
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }
}
