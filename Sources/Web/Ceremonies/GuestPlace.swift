/// The addresses about guests of ceremonies, as a part of `SiteURL`.
enum GuestPlace: Sendable {
    /// The guests of a ceremony; POST adds one.
    case list(String)
    case new(String)
    /// One guest, by ceremony and id; POST saves.
    case guest(String, String)
    /// POST takes a guest off the list.
    case removal(String, String)
    /// POST writes down an answer that came otherwise.
    case answer(String, String)
    /// POST writes to one guest once more.
    case again(String, String)
    /// POST writes to all who have an address and no invitation.
    case invitations(String)
    /// POST: the list as a file, once it is said what for.
    case file(String)
    /// Who is here, at the door.
    case checkIn(String)
    /// POST writes down how many of a party are here.
    case arrival(String, String)
    case tables(String)
    /// POST.
    case tableAct(String, TableAct)
    /// Seats for everybody; POST takes them.
    case proposal(String)
    /// POST takes them back.
    case restoration(String)
    case plan(String)
    case cards(String)
    /// Where a guest answers, by a secret; POST answers.
    case reply(String)
    /// The ceremony for the guest's own calendar.
    case replyCalendar(String)

    /// What is done about tables.
    enum TableAct: String, CaseIterable {
        case add, change, remove, seat, wish

        /// What was done, afterwards.
        var done: String {
            switch self {
            case .add: "The table is set"
            case .change: "The table is saved"
            case .remove: "The table is gone, and who sat at it has no seat"
            case .seat: "The seat is changed"
            case .wish: "It is written down"
            }
        }
    }

    func text(_ put: (String) -> String) -> String {
        func at(_ ceremony: String, _ rest: String) -> String { "/staff/ceremonies/\(put(ceremony))/\(rest)" }
        return switch self {
        case .list(let ceremony): at(ceremony, "guests")
        case .new(let ceremony): at(ceremony, "new-guest")
        case .guest(let ceremony, let id): at(ceremony, "guests/\(put(id))")
        case .removal(let ceremony, let id): at(ceremony, "guests/\(put(id))/removal")
        case .answer(let ceremony, let id): at(ceremony, "guests/\(put(id))/answer")
        case .again(let ceremony, let id): at(ceremony, "guests/\(put(id))/invitation")
        case .invitations(let ceremony): at(ceremony, "invitations")
        case .file(let ceremony): at(ceremony, "guest-list")
        case .checkIn(let ceremony): at(ceremony, "check-in")
        case .arrival(let ceremony, let id): at(ceremony, "guests/\(put(id))/arrival")
        case .tables(let ceremony): at(ceremony, "tables")
        case .tableAct(let ceremony, let act): at(ceremony, "tables/\(act.rawValue)")
        case .proposal(let ceremony): at(ceremony, "tables/proposal")
        case .restoration(let ceremony): at(ceremony, "tables/restoration")
        case .plan(let ceremony): at(ceremony, "tables/plan")
        case .cards(let ceremony): at(ceremony, "tables/cards")
        case .reply(let token): "/invitations/\(put(token))"
        case .replyCalendar(let token): "/invitations/\(put(token)).ics"
        }
    }
}
