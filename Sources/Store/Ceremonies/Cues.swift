package import Domain
package import Postgres

/// Goes to a place of the ceremony. The screens hear of it by the next number of its sequence.
package struct MoveCue: Statement {
    package static let sql = """
        update ceremony_cue set category_id = $2, state = $3, step = $4, sequence = sequence + 1, changed_at = app.app_now()
        where ceremony_id = $1
        """
    package let ceremony: ID<Ceremony>
    package let place: CuePlace

    package init(_ ceremony: ID<Ceremony>, to place: CuePlace) {
        self.ceremony = ceremony
        self.place = place
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(ceremony, place.category, place.state, Int32(clamping: place.step))
    }
}

/// Says that something which the screens show has changed, where the place stays.
package struct StepSequence: Statement {
    package static let sql = "update ceremony_cue set sequence = sequence + 1 where ceremony_id = $1"
    package let ceremony: ID<Ceremony>

    package init(_ ceremony: ID<Ceremony>) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }
}

package struct GiveAward: Statement {
    package static let sql = """
        insert into ceremony_given (ceremony_id, category_id) values ($1, $2) on conflict on constraint ceremony_given_pkey do nothing
        """
    package let ceremony: ID<Ceremony>
    package let category: ID<AwardCategory>

    package init(_ ceremony: ID<Ceremony>, _ category: ID<AwardCategory>) {
        self.ceremony = ceremony
        self.category = category
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, category) }
}

package struct GivenAwards: Statement {
    package static let sql = "select category_id from ceremony_given where ceremony_id = $1"
    package let ceremony: ID<Ceremony>

    package init(_ ceremony: ID<Ceremony>) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> ID<AwardCategory> { try row.next() }
}

/// Back to before the first award, to rehearse or to begin.
package struct ResetCue: Statement {
    package static let sql = """
        with given as (delete from ceremony_given where ceremony_id = $1),
        confirmed as (delete from ceremony_confirmation where ceremony_id = $1)
        update ceremony_cue set is_rehearsal = $2, category_id = null, state = 'waiting', step = 1, sequence = sequence + 1,
            changed_at = app.app_now()
        where ceremony_id = $1
        """
    package let ceremony: ID<Ceremony>
    package let isRehearsal: Bool

    package init(_ ceremony: ID<Ceremony>, isRehearsal: Bool) {
        self.ceremony = ceremony
        self.isRehearsal = isRehearsal
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, isRehearsal) }
}

/// Who has confirmed which award of the version that is current.
package struct Confirmations: Statement {
    package static let sql = """
        select o.category_id, o.part from ceremony_confirmation o join ceremony y on y.id = o.ceremony_id
        where o.ceremony_id = $1 and o.version is not distinct from y.version
        """
    package let ceremony: ID<Ceremony>

    package init(_ ceremony: ID<Ceremony>) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> (category: ID<AwardCategory>, part: CrewPart) {
        (try row.next(), try row.next())
    }
}

package struct ConfirmAward: Statement {
    package static let sql = """
        insert into ceremony_confirmation (ceremony_id, category_id, part, person_id, version)
        select $1, $2, m.part, m.person_id, y.version from ceremony_crew m join ceremony y on y.id = m.ceremony_id
        where m.ceremony_id = $1 and m.person_id = $3 and m.part in ('presenter', 'stage_manager')
        on conflict on constraint ceremony_confirmation_pkey do update
            set person_id = excluded.person_id, version = excluded.version, confirmed_at = app.app_now()
        returning part
        """
    package let ceremony: ID<Ceremony>
    package let category: ID<AwardCategory>
    package let person: ID<Person>

    package init(_ ceremony: ID<Ceremony>, _ category: ID<AwardCategory>, by person: ID<Person>) {
        self.ceremony = ceremony
        self.category = category
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, category, person) }

    package static func decode(_ row: inout RowReader) throws -> CrewPart { try row.next() }
}

/// Takes the confirmations of an award back, or all of a ceremony.
package struct DropConfirmations: Statement {
    package static let sql = """
        delete from ceremony_confirmation where ceremony_id = $1 and ($2::bigint is null or category_id = $2)
        """
    package let ceremony: ID<Ceremony>
    package let category: ID<AwardCategory>?

    package init(_ ceremony: ID<Ceremony>, _ category: ID<AwardCategory>? = nil) {
        self.ceremony = ceremony
        self.category = category
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, category) }
}

/// Whether a text that is to be read out holds a part of the name of a young person of the ceremony's schemes.
package struct NamesYoungPerson: Statement {
    package static let sql = """
        select exists (
            select from ceremony_scheme x join nominee n on n.scheme_id = x.scheme_id
            where x.ceremony_id = $1 and n.pseudonym is not null and app.text_names_them(n.id, $2))
        """
    package let ceremony: ID<Ceremony>
    package let text: String

    package init(_ ceremony: ID<Ceremony>, _ text: String) {
        self.ceremony = ceremony
        self.text = text
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, text) }

    package static func decode(_ row: inout RowReader) throws -> Bool { try row.next() }
}
