package import Domain
package import Postgres

package struct SessionKeysOfEventBySlug: Statement {
    package static let sql =
        "select s.id from session s join event e on e.id = s.event_id where e.slug = $1 order by s.id"
    package let slug: String

    package init(_ slug: String) { self.slug = slug }

    package func bind(to parameters: inout Parameters) { parameters.append(slug) }

    package static func decode(_ row: inout RowReader) throws -> ID<Session> { try row.next() }
}
