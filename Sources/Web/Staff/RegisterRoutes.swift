import Domain
import HTML
import Hummingbird
import Services

/// The register of names, for those who schedule and the session's facilitators.
struct RegisterRoutes {
    let site: WebSite

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.staffRegister("{reference}").route) { _, context in
            let reference = try context.part("reference")
            let booked = try await site.services.booking.bookings(of: reference, by: context.actor)
            let session = try await site.services.programme.session(reference, by: context.actor)
            var frame = site.frame("Register of \(session.title)", context.web)
            frame.width = .wide
            frame.back = BackLink(
                text: session.title,
                address: context.person.schedules
                    ? SiteURL.staffBookings(session.reference).address : SiteURL.session(session.reference).address)
            let isStaff = context.person.roles.contains(.staff)
            let page = RegisterPage(
                session: session, names: booked.filter { $0.state == .confirmed },
                // Staff, and those who lead; administrators as such do not read it.
                needs: isStaff || !context.person.schedules ? SiteURL.sessionNeeds(session.reference).address : nil)
            return Response.page(PageLayout(frame) { page })
        }
    }
}

/// The names of those who have a place, with room to sign. Printed it fits A4.
struct RegisterPage: Component {
    /// A line to sign on.
    private struct Line {
        var number: Int
        var name = ""
        var team = ""
    }

    static let spareLines = 4

    var session: Session
    var names: [Booking]
    var needs: WebAddress?

    var body: Markup {
        let words = SessionWords(session)
        H1("Register: \(session.title)")
        P("\(words.when), \(words.place)", .class("lead"))
        P(
            [words.facilitators.map { "Led by \($0)." }, counted, "Reference \(session.reference)."].compactMap(\.self)
                .joined(separator: " "))
        if names.isEmpty {
            EmptyState("Nobody has a place yet") { P("The names appear here as places are booked.") }
        } else {
            Div(.class("actions")) {
                P("To have it on paper, print this page.", .class("hint"))
                if let needs { P { A("What they need to take part", href: needs) } }
            }
            DataTable(
                id: "register", caption: "Who has a place", isCaptionHidden: true, rows: lines,
                columns: [
                    TableColumn("No.", .number) { String($0.number) },
                    TableColumn("Name", .rowHeader) { line in
                        if line.name.isEmpty {
                            Span("Empty line", .class("visually-hidden"))
                        } else {
                            Bdi(line.name)
                        }
                    },
                    TableColumn("Team or employer") { $0.team },
                    TableColumn("Signature") { _ in Markup.empty },
                ])
        }
    }

    /// Nil while nobody has one, which is said below.
    private var counted: String? {
        names.isEmpty ? nil : AdminWords.counted(names.count, "person has a place.", "people have a place.")
    }

    /// By name, as people look for themselves, and a few empty lines for those who come on the day.
    private var lines: [Line] {
        let sorted = names.sorted { ($0.personName.lowercased(), $0.person) < ($1.personName.lowercased(), $1.person) }
        let named = sorted.enumerated().map { index, booking in
            Line(number: index + 1, name: booking.personName, team: booking.team ?? booking.employer ?? "")
        }
        return named + (1...Self.spareLines).map { Line(number: named.count + $0) }
    }
}
