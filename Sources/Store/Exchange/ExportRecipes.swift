package import Domain
package import Foundation
package import Postgres

package struct ExportRecipes: Statement {
    package static let sql = """
        select r.public_id, r.name, r.kind, e.slug, p.name
        from export_recipe r left join event e on e.id = r.event_id left join person p on p.id = r.made_by
        where app.actor_schedules($1, $2) order by lower(r.name)
        """
    package let actor: Actor

    package init(_ actor: Actor) { self.actor = actor }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor: actor) }

    package static func decode(_ row: inout RowReader) throws -> ExportRecipe {
        try ExportRecipe(id: row.next(), name: row.next(), kind: row.next(), event: row.next(), madeBy: row.next())
    }
}

/// No row: there is a recipe of that name already.
package struct InsertExportRecipe: Statement {
    package static let sql = """
        insert into export_recipe (name, kind, event_id, made_by) values ($1, $2, (select id from event where slug = $3), $4)
        on conflict do nothing returning public_id
        """
    package let name: String
    package let kind: String
    package let event: String?
    package let madeBy: ID<Person>?

    package init(name: String, kind: String, event: String?, madeBy: ID<Person>?) {
        self.name = name
        self.kind = kind
        self.event = event
        self.madeBy = madeBy
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(name, kind, event, madeBy) }

    package static func decode(_ row: inout RowReader) throws -> UUID { try row.next() }
}

/// No row: there was none.
package struct DeleteExportRecipe: Statement {
    package static let sql = "delete from export_recipe where public_id = $1 returning name"
    package let id: UUID

    package init(id: UUID) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}
