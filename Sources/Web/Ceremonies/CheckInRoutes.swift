import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// The list at the door: one press for a party that is here, and one to take it back.
struct CheckInRoutes {
    static let mostShown = 60

    let site: WebSite

    private var guests: GuestService { site.services.guests }

    func add(to staff: RouterGroup<SignedInContext>) {
        staff.get(SiteURL.guests(.checkIn("{slug}")).route) { request, context in
            Response.page(try await page(context, try request.query()))
        }
        staff.post(SiteURL.guests(.arrival("{slug}", "{guest}")).route) { request, context in
            try await arrive(request, context)
        }
    }

    private func page(
        _ context: SignedInContext, _ query: FormFields, errors: [FieldError] = []
    ) async throws -> PageLayout {
        _ = try await site.isDemo()
        let ceremony = try await guests.ceremony(try context.part("slug"), by: context.actor)
        let search = query["search"] ?? ""
        let found = try await guests.guests(
            of: ceremony.slug, search: search.isEmpty ? nil : search, by: context.actor)
        let isOpen = query["here"] == nil
        // Whoever was just written down stays in sight, so that it can be taken back.
        let done = query["done"].flatMap { UUID(uuidString: $0) }
        let shown =
            isOpen ? found.filter { $0.arrived < max(1, $0.expected) || !search.isEmpty || $0.id == done } : found
        var frame = site.frame("Check-in, \(ceremony.title)", context.web)
        frame.width = .wide
        frame.hasErrors = !errors.isEmpty
        frame.back = BackLink(text: "Guests", address: SiteURL.guests(.list(ceremony.slug)).address)
        if let done, let guest = found.first(where: { $0.id == done }) {
            frame.banner = Banner(
                .success,
                guest.arrived == 0
                    ? "\(guest.name): taken back"
                    : "\(guest.name): \(guest.arrived) of \(max(guest.expected, guest.arrived)) here")
        }
        let page = CheckInPage(
            ceremony: ceremony, guests: Array(shown.prefix(Self.mostShown)), more: max(0, shown.count - Self.mostShown),
            search: search, showsAll: !isOpen, counts: try await guests.counts(of: ceremony.slug, by: context.actor),
            errors: errors, formGuard: site.formGuards(context.web))
        return PageLayout(frame) { page }
    }

    private func arrive(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let slug = try context.part("slug")
        guard let id = UUID(uuidString: try context.part("guest")) else { throw AccessRefusal.notFound("guest") }
        let guest = try await guests.guest(id, by: context.actor)
        guard guest.ceremony == slug else { throw AccessRefusal.notFound("guest") }
        do {
            guard let arrived = wholeNumber(form["arrived"] ?? "") else {
                throw GuestRefusal.comingOutOfRange(guest.party)
            }
            let seen = wholeNumber(form["seen"] ?? "") ?? 0
            _ = try await site.once(form, request: "arrive \(id) \(arrived) \(seen)", by: context.actor) { work in
                try await guests.arrive(id, arrived: arrived, seen: seen, by: context.actor, in: work)
                return ""
            }
            return Response.seeOther(
                SiteURL.guests(.checkIn(slug)).address.adding("search", form["search"]).adding("here", form["here"])
                    .adding("done", id.uuidString.lowercased()))
        } catch let refusal as any Refusal where refusal is GuestRefusal || refusal is SeatingRefusal {
            let errors = [FieldError(field: "arrived-\(id.uuidString.lowercased())", message: refusal.message)]
            return Response.page(try await page(context, form, errors: errors), status: ErrorAnswer(refusal).status)
        }
    }
}

struct CheckInPage: Component {
    var ceremony: GuestCeremony
    var guests: [Guest]
    var more: Int
    var search: String
    var showsAll: Bool
    var counts: GuestCounts
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    var body: Markup {
        ErrorSummary(errors)
        P(ceremony.title, .class("hint"))
        H1("Check-in")
        FilterForm(
            address: SiteURL.guests(.checkIn(ceremony.slug)).address, results: "check-in",
            texts: [("search", "Name or email", search)], boxes: [("here", "Those who are here too", showsAll)],
            clear: search.isEmpty && !showsAll ? nil : SiteURL.guests(.checkIn(ceremony.slug)).address, button: "Find")
        Div(.id("check-in")) {
            P(.class("lead"), .role(.status)) {
                Strong("\(counts.arrived) here")
                ", of \(counts.coming) who said that they come"
                if counts.waiting + counts.notInvited > 0 {
                    " and \(counts.waiting + counts.notInvited) who have not said"
                }
                "."
            }
            if guests.isEmpty {
                EmptyState(
                    search.isEmpty ? "Everybody who is expected is here" : "Nobody of that name is still to come")
            } else {
                DataTable(
                    id: "guests", caption: "Guests by name", isCaptionHidden: true, rows: guests,
                    columns: [
                        TableColumn("Name", .rowHeader) { Bdi($0.name) },
                        TableColumn("Table") { $0.table ?? "None" },
                        TableColumn("Expected") { guest in
                            guest.coming == 0
                                ? StateTag(.stopped, "Said no").markup : Markup { String(guest.expected) }
                        },
                        TableColumn("Here") { guest in
                            if guest.arrived == 0 {
                                "No"
                            } else {
                                StateTag(.good, "\(guest.arrived) of \(max(guest.expected, guest.arrived))")
                            }
                        },
                        TableColumn("Change") { guest in action(guest) },
                    ])
                if more > 0 { P("\(more) more. Type a part of the name.") }
            }
        }
    }

    @MarkupBuilder private func action(_ guest: Guest) -> Markup {
        let id = guest.id.uuidString.lowercased()
        let address = SiteURL.guests(.arrival(ceremony.slug, id)).address
        let all = max(1, guest.expected)
        if guest.arrived < all {
            PostForm(to: address, guard: formGuard(), isInline: true) {
                kept(guest)
                ActionButton("Arrived", subject: guest.name, sends: ("arrived", String(all)))
            }
        }
        if guest.arrived > 0 {
            PostForm(to: address, guard: formGuard(), isInline: true) {
                kept(guest)
                ActionButton("Undo", .secondary, subject: guest.name, sends: ("arrived", "0"))
            }
        }
        if guest.party > 1 {
            Disclosure("Not all of them", isOpen: errors.message(for: "arrived-\(id)") != nil) {
                PostForm(to: address, guard: formGuard()) {
                    kept(guest)
                    FieldFrame(
                        name: "arrived-\(id)", label: "How many are here", error: errors.message(for: "arrived-\(id)"),
                        control: Input(
                            .text, name: "arrived", .id("arrived-\(id)"), .class("input input--two"),
                            .value(String(guest.arrived)), .inputmode(.numeric)
                        ).markup)
                    ActionButton("Write it down", .secondary, subject: guest.name)
                }
            }
        }
    }

    @MarkupBuilder private func kept(_ guest: Guest) -> Markup {
        Input(.hidden, name: "seen", .value(String(guest.arrived)))
        Input(.hidden, name: "search", .value(search))
        if showsAll { Input(.hidden, name: "here", .value("yes")) }
    }
}
