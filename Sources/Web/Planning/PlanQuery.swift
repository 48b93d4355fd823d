import Domain
import Foundation
import HTML

/// What somebody wants to see of a draft: one value per question of the list, its order, and the address that asks it.
struct PlanQuery: Equatable, Sendable {
    enum Order: String, Sendable {
        case when, title, room, places, state
    }

    static let perPage = 50
    /// Sessions without a room, among the rooms to choose from.
    static let noRoom = "none"

    var day: Day?
    var site: String?
    var room: String?
    var strand: String?
    var state: Session.State?
    /// Part of a facilitator's name or address.
    var lead: String?
    var onlyUnplaced = false
    var onlyProblems = false
    var order = Order.when
    var isDescending = false
    var page = 1

    init() {}

    /// What cannot be understood is not asked.
    init(_ fields: FormFields) {
        day = fields["day"].flatMap { Day(iso: $0) }
        site = fields["site"].flatMap { Slug.isSlug($0) ? $0 : nil }
        room = fields["room"].map { String($0.prefix(300)) }
        strand = fields["strand"].flatMap { Slug.isSlug($0) ? $0 : nil }
        state = fields["state"].flatMap(Session.State.init(rawValue:))
        lead = fields["lead"].map { String($0.prefix(100)).trimmingCharacters(in: .whitespaces) }
        if lead?.isEmpty ?? false { lead = nil }
        onlyUnplaced = fields["unplaced"] == "yes"
        onlyProblems = fields["problems"] == "yes"
        order = fields["sort"].flatMap(Order.init(rawValue:)) ?? .when
        isDescending = fields["order"] == "down"
        page = max(1, fields["page"].flatMap { wholeNumber($0) } ?? 1)
    }

    var isFiltered: Bool {
        day != nil || site != nil || room != nil || strand != nil || state != nil || lead != nil || onlyUnplaced
            || onlyProblems
    }

    /// The same without the filters.
    var unfiltered: PlanQuery {
        var query = PlanQuery()
        (query.order, query.isDescending) = (order, isDescending)
        return query
    }

    func with(_ change: (inout PlanQuery) -> Void) -> PlanQuery {
        var query = self
        change(&query)
        return query
    }

    /// The address without its page, as the list of pages wants it.
    func firstPage(of page: WebAddress) -> WebAddress {
        page.adding("day", day?.iso).adding("site", site).adding("room", room).adding("strand", strand)
            .adding("state", state?.rawValue).adding("lead", lead).adding("unplaced", onlyUnplaced ? "yes" : nil)
            .adding("problems", onlyProblems ? "yes" : nil).adding("sort", order == .when ? nil : order.rawValue)
            .adding("order", isDescending ? "down" : nil)
    }

    func address(of page: WebAddress) -> WebAddress {
        firstPage(of: page).adding("page", self.page > 1 ? String(self.page) : nil)
    }

    /// The link of a column's heading: sorts by it, the other way round the second time.
    func sort(_ order: Order, of page: WebAddress) -> SortLink {
        let isCurrent = order == self.order
        let address = with {
            $0.order = order
            $0.isDescending = isCurrent && !isDescending
            $0.page = 1
        }.address(of: page)
        return SortLink(
            address: address, direction: isCurrent ? (isDescending ? .descending : .ascending) : nil)
    }

    func sessions(of plan: Plan, problems: [String: [PlanProblem]]) -> [Session] {
        let strandName = plan.strands.first { $0.slug == strand }?.name
        let wantedLead = lead.map(Self.folded)
        let wanted = plan.sessions.filter { session in
            if let day, SessionWords(session).day != day { return false }
            if let site, session.siteSlug != site { return false }
            if let room, Self.room(of: session) != room { return false }
            if strand != nil, session.strand != strandName { return false }
            if let state, session.state != state { return false }
            if onlyUnplaced, session.startsAt != nil || session.state == .cancelled { return false }
            if onlyProblems, problems[session.reference] == nil { return false }
            guard let wantedLead else { return true }
            return (session.facilitators + (session.draft?.facilitatorEmails ?? [])).contains {
                Self.folded($0).contains(wantedLead)
            }
        }
        let keys = wanted.map(key)
        let sorted = wanted.indices.sorted { left, right in
            let (first, second) = isDescending ? (keys[right], keys[left]) : (keys[left], keys[right])
            return first == second ? wanted[left].reference < wanted[right].reference : first < second
        }
        return sorted.map { wanted[$0] }
    }

    static func room(of session: Session) -> String {
        session.site.map { "\($0)/\(session.room ?? "")" } ?? noRoom
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    /// What a session is sorted by, as one comparable value. Those without a time or a room come last.
    private func key(_ session: Session) -> Key {
        switch order {
        case .when: Key(number: session.startsAt?.timeIntervalSince1970 ?? .infinity)
        case .title: Key(text: session.title.lowercased())
        case .room: Key(number: session.site == nil ? 1 : 0, text: "\(session.site ?? "")/\(session.room ?? "")")
        case .places: Key(number: Double(session.taken + session.waiting))
        case .state:
            Key(number: Double(Session.State.allCases.firstIndex(of: session.state) ?? 0))
        }
    }

    private struct Key: Comparable {
        var number = 0.0
        var text = ""

        static func < (left: Key, right: Key) -> Bool {
            left.number == right.number ? left.text < right.text : left.number < right.number
        }
    }
}
