package import Domain
package import Postgres

/// The awards of a ceremony in the order that they were compiled in; before the first time, all awards of its schemes as their rules
/// have them.
package struct AwardsOfCeremony: Statement {
    package static let sql = """
        select c.id, s.slug || '/' || c.slug, c.title, c.eligibility, s.slug, s.kind = 'celebrated', c.nominee_kind = 'young_person',
            b.names, coalesce(a.steps, case when s.kind = 'celebrated' then 0 else greatest(1, cardinality(b.names)) end),
            (select count(*) from ceremony_finalist f where f.ceremony_id = y.id and f.number = y.version and f.category_id = c.id)
        from ceremony y join ceremony_scheme x on x.ceremony_id = y.id join scheme s on s.id = x.scheme_id
            join category c on c.scheme_id = s.id
            left join ceremony_award a on a.ceremony_id = y.id and a.number = y.version and a.category_id = c.id
            cross join lateral (select array(select n.name from category_band n where n.category_id = c.id order by n.place) as names) b
        where y.id = $1 and (y.version is null or a.category_id is not null)
        order by a.place, x.place, c.id
        """
    package let ceremony: ID<Ceremony>

    package init(_ ceremony: ID<Ceremony>) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> CeremonyAward {
        try CeremonyAward(
            category: row.next(), path: row.next(), title: row.next(), eligibility: row.next(), scheme: row.next(),
            isCelebrated: row.next(), isForYoungPeople: row.next(), bands: row.next(), steps: row.next(),
            finalists: row.next())
    }
}

/// Puts what was compiled last in order.
package struct PlaceAwards: Statement {
    package static let sql = """
        update ceremony_award a set place = w.place from unnest($2::bigint[]) with ordinality w (category_id, place), ceremony y
        where y.id = $1 and a.ceremony_id = y.id and a.number = y.version and a.category_id = w.category_id
        """
    package let ceremony: ID<Ceremony>
    package let order: [ID<AwardCategory>]

    package init(_ ceremony: ID<Ceremony>, _ order: [ID<AwardCategory>]) {
        self.ceremony = ceremony
        self.order = order
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, order) }
}

package struct EditsOfCeremony: Statement {
    package static let sql = """
        select item, category_id, script, presenter, minutes, place from ceremony_edit where ceremony_id = $1
        """
    package let ceremony: ID<Ceremony>

    package init(_ ceremony: ID<Ceremony>) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> CeremonyEdit {
        let item: String = try row.next()
        let category: ID<AwardCategory>? = try row.next()
        let subject: CeremonyEdit.Subject =
            if let category { .award(category) } else if item == "welcome" { .welcome } else { .close }
        return try CeremonyEdit(
            subject: subject, script: row.next(), presenter: row.next(), minutes: row.next(), place: row.next())
    }
}

/// Writes over an item; nil is as compiled.
package struct WriteEdit: Statement {
    package static let sql = """
        insert into ceremony_edit (ceremony_id, item, category_id, script, presenter, minutes, place, edited_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict on constraint ceremony_edit_once do update set script = excluded.script, presenter = excluded.presenter,
            minutes = excluded.minutes, place = excluded.place, edited_by = excluded.edited_by, edited_at = app.app_now()
        """
    package let ceremony: ID<Ceremony>
    package let edit: CeremonyEdit
    package let by: ID<Person>?

    package init(_ ceremony: ID<Ceremony>, _ edit: CeremonyEdit, by: ID<Person>?) {
        self.ceremony = ceremony
        self.edit = edit
        self.by = by
    }

    package func bind(to parameters: inout Parameters) {
        let (item, category): (String, ID<AwardCategory>?) =
            switch edit.subject {
            case .welcome: ("welcome", nil)
            case .close: ("close", nil)
            case .award(let category): ("award", category)
            }
        parameters.bind(ceremony, item, category, edit.script, edit.presenter)
        parameters.bind(edit.minutes.map { Int32(clamping: $0) }, edit.place.map { Int32(clamping: $0) }, by)
    }
}

package struct InterludesOfCeremony: Statement {
    package static let sql = """
        select id, category_id, title, minutes from ceremony_interlude where ceremony_id = $1 order by id
        """
    package let ceremony: ID<Ceremony>

    package init(_ ceremony: ID<Ceremony>) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> CeremonyInterlude {
        try CeremonyInterlude(id: row.next(), after: row.next(), title: row.next(), minutes: row.next())
    }
}

package struct InsertInterlude: Statement {
    package static let sql = """
        insert into ceremony_interlude (ceremony_id, category_id, title, minutes) values ($1, $2, $3, $4)
        """
    package let ceremony: ID<Ceremony>
    package let after: ID<AwardCategory>?
    package let title: String
    package let minutes: Int

    package init(_ ceremony: ID<Ceremony>, after: ID<AwardCategory>?, title: String, minutes: Int) {
        self.ceremony = ceremony
        self.after = after
        self.title = title
        self.minutes = minutes
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(ceremony, after, title, Int32(clamping: minutes))
    }
}

package struct DeleteInterlude: Statement {
    package static let sql = "delete from ceremony_interlude where ceremony_id = $1 and id = $2 returning title"
    package let ceremony: ID<Ceremony>
    package let interlude: ID<CeremonyInterlude>

    package init(_ ceremony: ID<Ceremony>, _ interlude: ID<CeremonyInterlude>) {
        self.ceremony = ceremony
        self.interlude = interlude
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, interlude) }

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}

/// Makes the next version of the frozen results, by a function of the database alone; nil where one is missing or broken.
package struct CompileCeremony: Statement {
    package static let sql = "select app.compile_ceremony($1, $2)"
    package let ceremony: ID<Ceremony>
    package let by: ID<Person>?

    package init(_ ceremony: ID<Ceremony>, by: ID<Person>?) {
        self.ceremony = ceremony
        self.by = by
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, by) }

    package static func decode(_ row: inout RowReader) throws -> Int? { try row.next() }
}

/// The schemes of a ceremony whose result is not frozen.
package struct UnfrozenSchemes: Statement {
    package static let sql = """
        select s.slug from ceremony_scheme x join scheme s on s.id = x.scheme_id
        where x.ceremony_id = $1 and s.state <> 'frozen' order by x.place
        """
    package let ceremony: ID<Ceremony>

    package init(_ ceremony: ID<Ceremony>) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}

/// Whether the results that the current version was compiled from are there still, and come out the same.
package struct CeremonyVersionHolds: Statement {
    package static let sql = "select app.ceremony_version_holds(y.id, y.version) from ceremony y where y.id = $1"
    package let ceremony: ID<Ceremony>

    package init(_ ceremony: ID<Ceremony>) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> Bool { try row.next() }
}
