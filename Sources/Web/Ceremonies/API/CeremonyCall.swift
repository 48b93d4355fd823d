/// The addresses of ceremonies below the root of the API, as a part of `APIURL`.
enum CeremonyCall: Sendable {
    /// POST plans one.
    case all
    case one(String)
    case order(String)
    case compilation(String)
    case rehearsal(String)
    /// POST gives somebody a part, or takes it away.
    case crew(String)
    case confirmations(String)
    case next(String)
    case back(String)
    case guests(String)
    case tables(String)
    /// POST finds seats for everybody.
    case seats(String)
    case wishes(String)

    func text(_ put: (String) -> String) -> String {
        func at(_ slug: String, _ rest: String = "") -> String { "/ceremonies/\(put(slug))\(rest)" }
        return switch self {
        case .all: "/ceremonies"
        case .one(let slug): at(slug)
        case .order(let slug): at(slug, "/order")
        case .compilation(let slug): at(slug, "/compilation")
        case .rehearsal(let slug): at(slug, "/rehearsal")
        case .crew(let slug): at(slug, "/crew")
        case .confirmations(let slug): at(slug, "/confirmations")
        case .next(let slug): at(slug, "/next")
        case .back(let slug): at(slug, "/back")
        case .guests(let slug): at(slug, "/guests")
        case .tables(let slug): at(slug, "/tables")
        case .seats(let slug): at(slug, "/seats")
        case .wishes(let slug): at(slug, "/wishes")
        }
    }
}
