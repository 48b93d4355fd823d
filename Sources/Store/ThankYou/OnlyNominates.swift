package import Domain
package import Postgres

/// Whether somebody is known only because they nominate.
package struct OnlyNominates: Statement {
    package static let sql = "select app.only_nominates($1)"
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> Bool { try row.next() }
}
