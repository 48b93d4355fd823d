package import Domain
package import Foundation
package import Postgres

/// Keeps a young person's legal name. The serving role writes and reads names by functions of the database alone, each of which
/// checks the right itself and writes the audit first.
package struct KeepYoungName: Statement {
    package static let sql = "select app.keep_young_name($1, $2)"
    package let nominee: Int
    package let legalName: String

    package init(nominee: Int, legalName: String) {
        self.nominee = nominee
        self.legalName = legalName
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(nominee, legalName) }

    package static func decode(_ row: inout RowReader) throws -> Bool { try row.next() }
}

/// Puts another name in the place of the one that the nominator gave, of a draft; false where it is none, or not theirs alone.
package struct RenameYoungDraft: Statement {
    package static let sql = "select app.rename_young_draft($1, $2, $3)"
    package let nominator: ID<Person>
    package let nomination: Int
    package let name: String

    package init(_ nominator: ID<Person>, nomination: Int, name: String) {
        self.nominator = nominator
        self.nomination = nomination
        self.name = name
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(nominator, nomination, name) }

    package static func decode(_ row: inout RowReader) throws -> Bool { try row.next() }
}

/// The legal name, empty where none is kept; nil for those who may not read it.
package struct ReadYoungName: Statement {
    package static let sql = "select app.read_young_name($1, $2, $3, $4)"
    package let reader: ID<Person>
    package let door: Channel
    package let nominee: Int
    package let reason: String

    package init(_ reader: ID<Person>, _ door: Channel, nominee: Int, reason: String) {
        self.reader = reader
        self.door = door
        self.nominee = nominee
        self.reason = reason
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(reader, door, nominee, reason) }

    package static func decode(_ row: inout RowReader) throws -> String? { try row.next() }
}

/// Whether a text holds a part of the young person's name.
package struct TextNamesThem: Statement {
    package static let sql = "select app.text_names_them($1, $2)"
    package let nominee: Int
    package let text: String

    package init(_ nominee: Int, _ text: String) {
        self.nominee = nominee
        self.text = text
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(nominee, text) }

    package static func decode(_ row: inout RowReader) throws -> Bool { try row.next() }
}

/// Who gave the answers about a nominee; no rows for those who may not read the name.
package struct ReadConsentGivers: Statement {
    package static let sql = "select consent, giver from app.read_consent_givers($1, $2, $3)"
    package let reader: ID<Person>
    package let door: Channel
    package let nominee: Int

    package init(_ reader: ID<Person>, _ door: Channel, nominee: Int) {
        self.reader = reader
        self.door = door
        self.nominee = nominee
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(reader, door, nominee) }

    package static func decode(_ row: inout RowReader) throws -> (id: UUID, giver: String) {
        (try row.next(), try row.next())
    }
}
