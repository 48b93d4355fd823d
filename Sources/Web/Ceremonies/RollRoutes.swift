import Domain
import HTML
import HTTPTypes
import Hummingbird
import Services

/// A scheme's roll of honour, for whoever may read the programme, once its embargo has ended.
struct RollRoutes {
    let site: WebSite

    func add(to pages: RouterGroup<WebContext>) {
        pages.get(SiteURL.roll("{scheme}").route) { _, context in
            let slug = try context.part("scheme")
            let entries = try await site.services.ceremonies.roll(of: slug, by: context.actor)
            try site.requireMayRead(context)
            let scheme = try await site.services.awards.scheme(slug, by: context.actor)
            var frame = site.frame("Roll of honour", context)
            frame.back = BackLink(text: scheme.title, address: SiteURL.scheme(scheme.slug).address)
            return Response.page(PageLayout(frame) { RollPage(scheme: scheme, entries: entries) })
        }
    }
}

struct RollPage: Component {
    var scheme: Scheme
    var entries: [RollEntry]

    private var awards: [(title: String, entries: [RollEntry])] {
        var awards: [(title: String, entries: [RollEntry])] = []
        for entry in entries {
            if awards.last?.title == entry.award {
                awards[awards.count - 1].entries.append(entry)
            } else {
                awards.append((entry.award, [entry]))
            }
        }
        return awards
    }

    var body: Markup {
        H1("Roll of honour, \(scheme.title)")
        for award in awards {
            H2(award.title)
            let named = award.entries.filter { $0.name != nil }
            if named.isEmpty {
                P("Whoever was honoured is not named here.")
            } else {
                Ul {
                    for entry in named {
                        Li {
                            Bdi(entry.name ?? "")
                            ", \(SchemeWords.outcome(entry.outcome).lowercased())"
                            entry.band.map { " (\($0))" } ?? ""
                        }
                    }
                }
            }
        }
    }
}
