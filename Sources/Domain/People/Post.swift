package import Foundation

/// An office that one person holds after another.
package struct Post: Sendable, Equatable {
    /// Who holds it from one day to another; without a last day, until it is handed on.
    package struct Holder: Sendable, Equatable {
        package let person: ID<Person>
        package let name: String
        package let from: Day
        package let to: Day?

        package init(person: ID<Person>, name: String, from: Day, to: Day?) {
            self.person = person
            self.name = name
            self.from = from
            self.to = to
        }
    }

    package let id: UUID
    package let name: String
    /// First holder first.
    package let holders: [Holder]

    package init(id: UUID, name: String, holders: [Holder]) {
        self.id = id
        self.name = name
        self.holders = holders
    }

    /// Who holds it on a day.
    package func holder(on day: Day) -> Holder? {
        holders.first { $0.from <= day && day <= ($0.to ?? day) }
    }

    /// Whoever it was given to last.
    package var last: Holder? { holders.last }
}
