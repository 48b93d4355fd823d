package import Domain
package import Postgres

/// Changes what a scheme's rules say while it is a draft; the database refuses later.
package struct UpdateScheme: Statement {
    package static let sql = """
        update scheme set title = $2, kind = $3, ranking = $4, opens_at = $5, closes_at = $6, quorum = $7, word_limit = $8, most_awards = $9
        where id = $1
        """
    package let id: ID<Scheme>
    package let scheme: NewScheme

    package init(_ id: ID<Scheme>, _ scheme: NewScheme) {
        self.id = id
        self.scheme = scheme
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(id, scheme.title, scheme.kind, scheme.ranking, scheme.opensAt, scheme.closesAt)
        parameters.bind(
            Int32(clamping: scheme.quorum), Int32(clamping: scheme.wordLimit),
            scheme.mostAwards.map { Int32(clamping: $0) })
    }
}

/// Changes a category; its address stays.
package struct UpdateCategory: Statement {
    package static let sql = """
        update category set title = $2, nominee_kind = $3, winners = $4, eligibility = $5, is_blind = $6 where id = $1
        """
    package let id: ID<AwardCategory>
    package let category: NewCategory

    package init(_ id: ID<AwardCategory>, _ category: NewCategory) {
        self.id = id
        self.category = category
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(
            id, category.title, category.nomineeKind, Int32(clamping: category.winners), category.eligibility,
            category.isBlind)
    }
}

package struct DeleteBands: Statement {
    package static let sql = "delete from category_band where category_id = $1"
    package let category: ID<AwardCategory>

    package init(_ category: ID<AwardCategory>) { self.category = category }

    package func bind(to parameters: inout Parameters) { parameters.append(category) }
}

/// Takes a category out of a draft, with its bands and criteria.
package struct DeleteCategory: Statement {
    package static let sql = """
        with criteria as (delete from criterion where category_id = $1 returning 1),
            seats as (delete from panel_category where category_id = $1 returning 1),
            bands as (delete from category_band where category_id = $1 returning 1)
        select (select count(*) from criteria) + (select count(*) from seats) + (select count(*) from bands)
        """
    package let category: ID<AwardCategory>

    package init(_ category: ID<AwardCategory>) { self.category = category }

    package func bind(to parameters: inout Parameters) { parameters.append(category) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// The category itself, once nothing is left in it.
package struct DeleteEmptyCategory: Statement {
    package static let sql = "delete from category where id = $1"
    package let category: ID<AwardCategory>

    package init(_ category: ID<AwardCategory>) { self.category = category }

    package func bind(to parameters: inout Parameters) { parameters.append(category) }
}

package struct UpdateCriterion: Statement {
    package static let sql = """
        update criterion set name = $2, scale = $3, weight = $4, min_mark = $5, max_mark = $6 where id = $1
        """
    package let criterion: AwardCriterion

    package init(_ criterion: AwardCriterion) { self.criterion = criterion }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(
            criterion.id, criterion.name, criterion.scale, criterion.weight, Int32(clamping: criterion.lowest),
            Int32(clamping: criterion.highest))
    }
}

package struct DeleteCriterion: Statement {
    package static let sql = "delete from criterion where id = $1"
    package let criterion: ID<AwardCriterion>

    package init(_ criterion: ID<AwardCriterion>) { self.criterion = criterion }

    package func bind(to parameters: inout Parameters) { parameters.append(criterion) }
}
