/// How far an event's draft is from what everyone reads.
package struct EventStanding: Sendable, Equatable {
    package let slug: String
    package let title: String
    /// Sessions that have no time yet.
    package let unplaced: Int
    /// Placed sessions that the next release would add, change or take away.
    package let changed: Int

    package init(slug: String, title: String, unplaced: Int, changed: Int) {
        self.slug = slug
        self.title = title
        self.unplaced = unplaced
        self.changed = changed
    }
}
