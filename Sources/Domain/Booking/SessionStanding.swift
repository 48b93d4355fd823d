/// How a person stands to a session before they ask for a place: what would be answered, as far as it is their own doing.
/// It is read without locks, so it decides nothing; `BookingDecision` does.
package struct SessionStanding: Sendable, Equatable {
    /// Why no place is offered, in the order in which it is said. All but leading it oneself would be refused as well.
    package enum Obstacle: Sendable, Equatable {
        case leads
        /// The person reads the programme and books only what is for councillors by name.
        case onlyReads
        case forOthers
        case first(SessionName)
        case clashes([SessionName])
    }

    /// In the notation of `Audience`.
    package let audience: String
    package let isAdmitted: Bool
    /// What has to come first and has not.
    package let first: SessionName?
    /// Places the person has, and sessions the person leads, at the same time.
    package let clashes: [SessionName]
    /// Whether the person leads the session itself.
    package let leads: Bool
    package let onlyReads: Bool

    package init(
        audience: String, isAdmitted: Bool, first: SessionName?, clashes: [SessionName], leads: Bool = false,
        onlyReads: Bool = false
    ) {
        self.audience = audience
        self.isAdmitted = isAdmitted
        self.first = first
        self.clashes = clashes
        self.leads = leads
        self.onlyReads = onlyReads
    }

    package var obstacle: Obstacle? {
        if leads { return .leads }
        if !isAdmitted { return onlyReads ? .onlyReads : .forOthers }
        if let first { return .first(first) }
        return clashes.isEmpty ? nil : .clashes(clashes)
    }
}
