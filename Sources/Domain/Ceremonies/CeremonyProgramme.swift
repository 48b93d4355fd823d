/// What lies on the guests' chairs: when and where, what comes after what, and who is in the running. It tells of no winner, neither by
/// an order nor by a number: names stand by band and then as they sort, and how many are not named is not said.
package struct CeremonyProgramme: Sendable, Equatable {
    /// Those of one band of an award, or of all of it, who may be named to guests.
    package struct Group: Sendable, Equatable {
        package let band: String?
        package let names: [String]
        /// Whether somebody of them is not named in print.
        package let hasOthers: Bool

        package init(band: String?, names: [String], hasOthers: Bool) {
            self.band = band
            self.names = names
            self.hasOthers = hasOthers
        }
    }

    /// Somebody whom the programme may name, in the order in which they stand there.
    package struct Named: Sendable, Equatable {
        package let category: ID<AwardCategory>
        package let candidate: Int
        package let band: String?
        package let isYoungPerson: Bool
        /// Nil where they are not named to guests.
        package let name: String?

        package init(
            category: ID<AwardCategory>, candidate: Int, band: String?, isYoungPerson: Bool, name: String?
        ) {
            self.category = category
            self.candidate = candidate
            self.band = band
            self.isYoungPerson = isYoungPerson
            self.name = name
        }
    }

    package let ceremony: Ceremony
    /// Room and site, as printed.
    package let place: String
    /// Where the site is; may be empty.
    package let address: String
    package let presenter: String?
    package let order: RunningOrder
    /// What staff wrote for the last page.
    package let thanks: String?
    private let groups: [ID<AwardCategory>: [Group]]

    package init(
        ceremony: Ceremony, place: String, address: String, presenter: String?, order: RunningOrder, thanks: String?,
        named: [Named]
    ) {
        self.ceremony = ceremony
        self.place = place
        self.address = address
        self.presenter = presenter
        self.order = order
        self.thanks = thanks
        groups = Dictionary(grouping: named, by: \.category).mapValues(Self.grouped)
    }

    /// Who is in the running for an award, or celebrated in it; empty where nobody is named before the winner.
    package func groups(of award: RunningOrder.Item) -> [Group] { award.category.flatMap { groups[$0] } ?? [] }

    private static func grouped(_ named: [Named]) -> [Group] {
        var bands: [String?] = []
        for entry in named where !bands.contains(entry.band) { bands.append(entry.band) }
        return bands.map { band in
            let those = named.filter { $0.band == band }
            return Group(
                band: band, names: those.compactMap(\.name), hasOthers: those.contains { $0.name == nil })
        }
    }
}
