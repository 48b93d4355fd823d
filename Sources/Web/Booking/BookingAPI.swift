import Domain
import Foundation
import Hummingbird
import Services

/// Places over the API: taking one, giving it back, one's own, and who comes.
struct BookingAPI {
    let site: WebSite

    var routes: [APIRoute] { [book, cancel, ofSession, mine] }

    private var book: APIRoute {
        APIRoute(
            method: .post, url: .sessionBookings("{reference}"), name: "book",
            summary: "Takes a place or joins the waiting list, for oneself or, for those who schedule, for anybody",
            caller: .person, parameters: [.reference, .idempotencyKey],
            body: [
                "type": "object",
                "properties": [
                    "person": [
                        "type": ["string", "null"], "format": "email",
                        "description": "For whom; without it for oneself.",
                    ],
                    "reason": ["type": ["string", "null"], "maxLength": 500],
                ],
            ],
            answers: [
                .made("Booking"), .problem(403), .problem(404),
                .problem(
                    409,
                    """
                    already_booked, booking_closed, session_cancelled, clashes, not_for_you, has_left, still_running
                    """), .problem(422),
            ]
        ) { request, context in
            let reference = try context.part("reference")
            let fields = try await site.fields(request, context)
            let key = try site.idempotencyKey(request)
            do {
                let receipt = try await site.services.booking.book(
                    reference, for: try fields.text("person"), reason: try fields.text("reason"), key: key,
                    by: context.actor)
                return JSONAnswer(BookingJSON(receipt).bytes).response(.created)
            } catch let refusal as PeopleRefusal {
                // Whom the body names is part of the body: not the address is wrong, the body is.
                throw APIProblem.unprocessable(refusal.code, refusal.message)
            }
        }
    }

    private var cancel: APIRoute {
        APIRoute(
            method: .post, url: .bookingCancellation("{id}"), name: "cancelBooking",
            summary: "Gives a place back or leaves the waiting list", caller: .person,
            parameters: [.booking, .idempotencyKey],
            body: ["type": "object", "properties": ["reason": ["type": ["string", "null"], "maxLength": 500]]],
            answers: [
                .done("Booking"), .problem(404), .problem(409, "not_booked, booking_closed, still_running"),
                .problem(422),
            ]
        ) { request, context in
            guard let id = UUID(uuidString: try context.part("id")) else { throw AccessRefusal.notFound("booking") }
            let fields = try await site.fields(request, context)
            let booking = try await site.services.booking.cancel(
                id, reason: try fields.text("reason"), key: try site.idempotencyKey(request), by: context.actor)
            return JSONAnswer(BookingJSON(booking).bytes).response(.ok)
        }
    }

    private var ofSession: APIRoute {
        APIRoute(
            method: .get, url: .sessionBookings("{reference}"), name: "listSessionBookings",
            summary: "Who is booked: for those who schedule, and the confirmed ones for the session's facilitators",
            caller: .person, parameters: [.reference, .limit, .cursor],
            answers: [.list(of: "NamedBooking"), .problem(403), .problem(404)]
        ) { request, context in
            let page = try APIPage(try request.query())
            let bookings = try await site.services.booking.bookings(
                of: try context.part("reference"), by: context.actor)
            let bytes = page.bytes(of: bookings, id: \.id.uuidString) { json, booking in
                json.object { json in
                    BookingJSON(booking).writeMembers(to: &json)
                    json.member("name", booking.personName)
                    json.member("team", booking.team)
                    json.member("employer", booking.employer)
                }
            }
            return JSONAnswer(bytes).response(to: request, isPublic: false)
        }
    }

    private var mine: APIRoute {
        APIRoute(
            method: .get, url: .myBookings, name: "listMyBookings",
            summary: "The caller's own live bookings, soonest first",
            caller: .person, parameters: [.limit, .cursor], answers: [.list(of: "Booking")]
        ) { request, context in
            let page = try APIPage(try request.query())
            let bookings = try await site.services.booking.mine(by: context.actor).map(\.booking)
            let bytes = page.bytes(of: bookings, id: \.id.uuidString) { BookingJSON($1).write(to: &$0) }
            return JSONAnswer(bytes).response(to: request, isPublic: false)
        }
    }
}
