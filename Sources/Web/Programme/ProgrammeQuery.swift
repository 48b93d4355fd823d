import Domain
import HTML

/// What somebody wants to see of a programme: one value per question of the page, and the address that asks it.
struct ProgrammeQuery: Equatable, Sendable {
    enum View: String, Sendable {
        case list, rooms
    }

    enum PartOfDay: String, CaseIterable, Sendable {
        case morning, afternoon, evening

        init(_ time: ClockTime) {
            self = time.hour < 12 ? .morning : time.hour < 17 ? .afternoon : .evening
        }

        var words: String {
            switch self {
            case .morning: "Morning"
            case .afternoon: "Afternoon"
            case .evening: "Evening"
            }
        }
    }

    /// A month of a long event, as `2018-02`.
    struct Month: Hashable, Comparable, Sendable {
        let year: Int
        let month: Int

        init(_ day: Day) { (year, month) = (day.year, day.month) }

        init?(_ text: String) {
            guard let day = Day(iso: text + "-01") else { return nil }
            self.init(day)
        }

        var iso: String { "\(padded(year, 4))-\(padded(month, 2))" }
        /// `February 2018`
        var words: String { (Day(year: year, month: month, day: 1)?.long).map { String($0.dropFirst(2)) } ?? iso }

        static func < (left: Month, right: Month) -> Bool { (left.year, left.month) < (right.year, right.month) }
    }

    var day: Day?
    var month: Month?
    var view = View.list
    var site: String?
    var strand: String?
    var time: PartOfDay?
    var onlyFree = false
    /// Only what the reader could book at this moment.
    var onlyMine = false

    init() {}

    /// What cannot be understood is not asked.
    init(_ fields: FormFields) {
        day = fields["day"].flatMap { Day(iso: $0) }
        month = fields["month"].flatMap { Month($0) }
        view = fields["view"].flatMap(View.init(rawValue:)) ?? .list
        site = fields["site"].flatMap { Slug.isSlug($0) || $0 == Self.online ? $0 : nil }
        strand = fields["strand"].flatMap { Slug.isSlug($0) ? $0 : nil }
        time = fields["time"].flatMap(PartOfDay.init(rawValue:))
        onlyFree = fields["places"] == "yes"
        onlyMine = fields["mine"] == "yes"
    }

    /// Sessions without a room.
    static let online = "online"

    var isFiltered: Bool { site != nil || strand != nil || time != nil || onlyFree || onlyMine }

    /// The same without the filters.
    var unfiltered: ProgrammeQuery {
        var query = ProgrammeQuery()
        (query.day, query.month, query.view) = (day, month, view)
        return query
    }

    func address(of page: WebAddress) -> WebAddress {
        page.adding("day", day?.iso).adding("month", month?.iso).adding("view", view == .list ? nil : view.rawValue)
            .adding("site", site).adding("strand", strand).adding("time", time?.rawValue)
            .adding("places", onlyFree ? "yes" : nil).adding("mine", onlyMine ? "yes" : nil)
    }

    func with(_ change: (inout ProgrammeQuery) -> Void) -> ProgrammeQuery {
        var query = self
        change(&query)
        return query
    }

    /// Whether a session is among what is asked for, whatever its day.
    func wants(_ session: Session, strands: [Strand], mayBook: (Session) -> Bool) -> Bool {
        if onlyMine, !mayBook(session) { return false }
        if let site, site == Self.online ? session.site != nil : session.siteSlug != site { return false }
        if let strand, strands.first(where: { $0.slug == strand })?.name != session.strand { return false }
        if onlyFree, session.placesLeft == 0 || session.state != .scheduled { return false }
        if let time, let starts = session.startsAt, PartOfDay(London.local(starts).time) != time { return false }
        return true
    }
}
