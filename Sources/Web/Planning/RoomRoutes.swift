import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// One room: how many it holds, and how one gets into it.
struct RoomRoutes {
    let desk: PlanDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.planRooms.route) { request, context in
            Response.page(try await all(try request.query(), context))
        }
        signedIn.get(SiteURL.planRoom("{id}").route) { request, context in
            try desk.requireSchedules(context)
            let room = try await room(context)
            let page = RoomPage(
                room: room, capacity: "\(room.capacity)", access: room.access, back: Self.way(try request.query()),
                formGuard: desk.site.formGuard(context.web, keyed: true))
            return Response.page(try await layout(page, context))
        }
        signedIn.post(SiteURL.planRoom("{id}").route) { request, context in try await save(request, context) }
    }

    private static func way(_ fields: FormFields) -> WebAddress {
        PlanDesk.way(fields, otherwise: SiteURL.planRooms.address)
    }

    /// The rooms with the days of one event: the one asked for, or the one that is on or comes next.
    private func all(_ query: FormFields, _ context: SignedInContext) async throws -> PageLayout {
        try desk.requireSchedules(context)
        _ = try await desk.site.isDemo()
        let events = try await desk.programme.events(by: context.actor).sorted { $0.from < $1.from }
        let today = desk.site.today
        let event =
            events.first { $0.slug == query["event"] }
            // A week rather than what goes on all year.
            ?? events.first { $0.to >= today && $0.state != .archived && $0.to.number - $0.from.number < 31 }
            ?? events.last { $0.state != .archived } ?? events.last
        var plan: Plan?
        if let event { plan = try await desk.plan(event.slug, context) }
        let rooms: [Room]
        if let plan { rooms = plan.rooms } else { rooms = try await desk.site.services.people.rooms() }
        let address = SiteURL.planRooms.address.adding("event", query["event"].flatMap { _ in event?.slug })
        let frame = desk.frame("Rooms", context, banner: try await desk.banner(query, context, to: address))
        return PageLayout(frame) { RoomsPage(events: events, plan: plan, rooms: rooms, address: address) }
    }

    private func room(_ context: SignedInContext) async throws -> Room {
        let id = try context.part("id")
        guard let room = try await desk.site.services.people.rooms().first(where: { "\($0.id)" == id }) else {
            throw AccessRefusal.notFound("room")
        }
        return room
    }

    private func save(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try desk.requireSchedules(context, to: "change rooms")
        let room = try await room(context)
        let sent = try await desk.site.form(request, context.web)
        var page = RoomPage(
            room: room, capacity: (sent["capacity"] ?? "").trimmingCharacters(in: .whitespaces),
            access: (sent["access"] ?? "").replacing("\r\n", with: "\n"), back: Self.way(sent),
            formGuard: desk.site.formGuard(context.web, keyed: true))
        guard let capacity = wholeNumber(page.capacity.replacing(",", with: "")), (1...10_000).contains(capacity) else {
            page.errors = [
                FieldError(field: "capacity", message: "Enter how many it holds as a whole number from 1 to 10,000.")
            ]
            return Response.page(try await layout(page, context), status: .unprocessableContent)
        }
        let (access, back) = (page.access, page.back)
        do {
            _ = try await desk.once(sent, request: "room \(room.id) \(capacity) \(access)", context) { work in
                try await desk.site.services.people.changeRoom(
                    room.printed, capacity: capacity, access: access, by: context.actor, in: work
                ).printed
            }
            return Response.seeOther(
                back.adding("done", PlanNotice.room.rawValue))
        } catch let refusal as any Refusal where refusal.kind == .unprocessable || refusal.kind == .conflict {
            page.errors = [FieldError(field: "access", message: refusal.message)]
            return Response.page(try await layout(page, context), status: PlanDesk.status(refusal))
        }
    }

    private func layout(_ page: RoomPage, _ context: SignedInContext) async throws -> PageLayout {
        _ = try await desk.site.isDemo()
        var frame = desk.frame(
            page.room.printed, context, back: BackLink(address: page.back), errors: page.errors)
        frame.width = .reading
        return PageLayout(frame) { page }
    }
}

/// The form of a room.
struct RoomPage: Component {
    var room: Room
    /// As typed.
    var capacity: String
    var access: String
    var back: WebAddress
    var formGuard: FormGuard
    var errors: [FieldError] = []

    var body: Markup {
        ErrorSummary(errors)
        H1("\(room.site), \(room.name)")
        PostForm(to: SiteURL.planRoom("\(room.id)").address, guard: formGuard) {
            Input(.hidden, name: "to", .value(back.text))
            TextField(
                name: "capacity", label: "How many it holds", value: capacity, error: errors.message(for: "capacity"),
                width: .four, inputmode: .numeric, isProse: false)
            TextAreaField(
                name: "access", label: "How to get in",
                hint:
                    "Everyone reads it beside each session in this room: steps, lift, door, hearing loop, accessible toilet.",
                value: access, error: errors.message(for: "access"), rows: 4, limit: 1000)
            ActionRow {
                ActionButton("Save the room")
                A("Leave it as it is", href: back)
            }
        }
    }
}
