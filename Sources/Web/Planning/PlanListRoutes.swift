import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// The events there are, and one event's draft as a list.
struct PlanListRoutes {
    let desk: PlanDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.planEvents.route) { _, context in
            try desk.requireSchedules(context)
            _ = try await desk.site.isDemo()
            let events = try await desk.programme.events(by: context.actor)
            return Response.page(PageLayout(desk.frame("Events", context)) { PlanEventsPage(events: events) })
        }
        signedIn.get(SiteURL.planSessions("{slug}").route) { request, context in
            let plan = try await desk.plan(try context.part("slug"), context)
            let fields = try request.query()
            let query = PlanQuery(fields)
            let back = query.address(of: SiteURL.planSessions(plan.event.slug).address)
            var frame = desk.frame(
                "Sessions of \(plan.event.title)", context,
                back: BackLink(text: "Events", address: SiteURL.planEvents.address),
                banner: try await desk.banner(fields, context, to: back))
            if !plan.sessions.isEmpty { frame.skip = SkipLink(text: "Skip to the sessions", address: "#results") }
            return Response.page(
                PageLayout(frame) { PlanListPage(model: PlanListPage.Model(plan: plan, query: query)) })
        }
    }
}

/// The events that can be planned.
struct PlanEventsPage: Component {
    var events: [Event]

    var body: Markup {
        H1("Events")
        if events.isEmpty {
            EmptyState("No events yet") { P("An event is added by importing a file of events, or at the console.") }
        } else {
            DataTable(
                caption: "Events", isCaptionHidden: true, rows: events.sorted { $0.from > $1.from },
                columns: [
                    TableColumn("Event", .rowHeader) { event in
                        A(event.title, href: SiteURL.planSessions(event.slug).address)
                    },
                    TableColumn("Days") { event in "\(event.from.short) to \(event.to.short)" },
                    TableColumn("State") { event in
                        StateTag(event.state == .published ? .good : .information, event.state.rawValue.capitalized)
                    },
                    TableColumn("Newest release") { event in
                        event.latestRelease == 0 ? "None yet" : "Release \(event.latestRelease)"
                    },
                    TableColumn("Sessions", .number) { event in event.sessions },
                    TableColumn("Go to") { event in
                        A(href: SiteURL.planWeek(event.slug).address) {
                            "Rooms by time"
                            Span(" of \(event.title)", .class("visually-hidden"))
                        }
                        " "
                        A(href: SiteURL.planReleases(event.slug).address) {
                            "Release"
                            Span(" \(event.title)", .class("visually-hidden"))
                        }
                    },
                ])
        }
    }
}
