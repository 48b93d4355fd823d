/// The addresses of ceremonies, as a part of `SiteURL`: below `/staff` those on which they are run, below `/ceremonies` the screens of the
/// night.
enum CeremonyPlace: Sendable {
    /// Every ceremony; POST adds one.
    case home
    case new
    /// The running order; POST saves title, room and times.
    case ceremony(String)
    /// POST.
    case compilation(String)
    /// POST begins a rehearsal or ends it.
    case rehearsal(String)
    /// POST gives somebody a part, or takes it away.
    case crew(String)
    /// POST: one award up or down.
    case moves(String)
    /// What is said at an item and how long it takes; POST saves.
    case item(String, String)
    /// POST adds one.
    case interludes(String)
    /// POST.
    case interludeRemoval(String, String)
    /// The script as the presenter takes it along, without winners.
    case script(String)
    /// What lies on the guests’ chairs; POST saves its thanks.
    case programme(String)
    /// POST: what holds winners or names, opened for a purpose.
    case papers(String)
    /// POST asks for all certificates as one PDF.
    case printJobs(String)
    /// How far it has come.
    case printJob(String, String)
    /// The same as it changes.
    case printLive(String, String)
    /// POST fetches it, once.
    case printFile(String, String)
    /// POST: what was printed before a consent changed is destroyed.
    case destroyed(String)
    /// For whoever has a part in it: when and where, and the screens.
    case night(String)
    case audience(String)
    case stage(String)
    case presenter(String)
    /// POST: next, back or confirm.
    case cues(String)
    /// What a screen shows, as it changes.
    case live(String, String)

    func text(_ put: (String) -> String) -> String {
        func at(_ slug: String, _ rest: String = "") -> String { "/staff/ceremonies/\(put(slug))\(rest)" }
        func night(_ slug: String, _ rest: String) -> String { "/ceremonies/\(put(slug))\(rest)" }
        return switch self {
        case .home: "/staff/ceremonies"
        case .new: "/staff/new-ceremony"
        case .ceremony(let slug): at(slug)
        case .compilation(let slug): at(slug, "/compilation")
        case .rehearsal(let slug): at(slug, "/rehearsal")
        case .crew(let slug): at(slug, "/crew")
        case .moves(let slug): at(slug, "/moves")
        case .item(let slug, let order): at(slug, "/items/\(put(order))")
        case .interludes(let slug): at(slug, "/interludes")
        case .interludeRemoval(let slug, let id): at(slug, "/interludes/\(put(id))/removal")
        case .script(let slug): at(slug, "/script")
        case .programme(let slug): at(slug, "/programme")
        case .papers(let slug): at(slug, "/papers")
        case .printJobs(let slug): at(slug, "/pdf")
        case .printJob(let slug, let id): at(slug, "/pdf/\(put(id))")
        case .printLive(let slug, let id): at(slug, "/pdf/\(put(id))/live")
        case .printFile(let slug, let id): at(slug, "/pdf/\(put(id))/file")
        case .destroyed(let slug): at(slug, "/destroyed")
        case .night(let slug): night(slug, "")
        case .audience(let slug): night(slug, "/audience")
        case .stage(let slug): night(slug, "/stage")
        case .presenter(let slug): night(slug, "/presenter")
        case .cues(let slug): night(slug, "/cues")
        case .live(let slug, let view): night(slug, "/live/\(put(view))")
        }
    }
}
