import Domain
import Foundation
import Services

/// Guests of a ceremony, its tables and who sits where, over the API.
struct GuestAPI {
    let calls: AwardsCalls

    private var guests: GuestService { calls.site.services.guests }
    private static let text: JSONValue = ["type": "string", "minLength": 1, "maxLength": 300]
    private static let perhaps: JSONValue = ["type": ["string", "null"], "maxLength": 300]
    private static let id: JSONValue = ["type": "string", "format": "uuid"]

    var routes: [APIRoute] { [list, add, tables, addTable, seats, solve, wish] }

    /// The slug of the ceremony, which those who may not see guests are told nothing of.
    private func slug(_ context: WebContext, in work: Work? = nil) async throws -> String {
        try await guests.ceremony(try context.part("ceremony"), by: context.actor, in: work).slug
    }

    private var list: APIRoute {
        calls.list(
            at: .ceremonies(.guests("{ceremony}")), "listGuests",
            "Who comes to a ceremony; what they need is told to staff alone", CeremonyShape.guest.rawValue
        ) { context in
            try await guests.guests(of: try await slug(context), by: context.actor).map(CeremonyShape.of)
        }
    }

    private var add: APIRoute {
        calls.change(
            at: .ceremonies(.guests("{ceremony}")), "addGuest",
            "Add a guest by address or name; an address of somebody known is that person",
            CeremonyShape.guest.rawValue, makes: 201, roles: [.staff, .admin],
            [
                "email": ["type": ["string", "null"], "maxLength": 254], "name": Self.perhaps,
                "party": ["type": "integer", "minimum": 1, "maximum": 50], "diet": Self.perhaps,
                "access": Self.perhaps,
            ]
        ) { fields, context, work in
            let party = try fields.whole("party") ?? 1
            guard NewGuest.parties.contains(party) else { throw GuestRefusal.partyOutOfRange }
            let new = try NewGuest(
                name: try fields.text("name") ?? "", email: try fields.text("email"), party: party,
                needs: GuestNeeds(diet: try fields.text("diet"), access: try fields.text("access"), party: party))
            return CeremonyShape.of(
                try await guests.add(new, to: try await slug(context, in: work), by: context.actor, in: work))
        }
    }

    // MARK: Tables

    private var tables: APIRoute {
        calls.list(
            at: .ceremonies(.tables("{ceremony}")), "listTables", "The tables of a ceremony",
            CeremonyShape.table.rawValue
        ) { context in
            try await guests.seating(of: try await slug(context), by: context.actor).tables.map(CeremonyShape.of)
        }
    }

    private var addTable: APIRoute {
        calls.change(
            at: .ceremonies(.tables("{ceremony}")), "addTable", "Set a table", CeremonyShape.table.rawValue,
            makes: 201, roles: [.staff, .admin], required: ["name", "seats"],
            ["name": Self.text, "seats": ["type": "integer", "minimum": 1, "maximum": 500]]
        ) { fields, context, work in
            let (slug, actor) = (try await slug(context, in: work), context.actor)
            try await guests.addTable(
                try fields.text("name") ?? "", seats: try fields.whole("seats") ?? 0, to: slug, by: actor, in: work)
            let made = try await guests.seating(of: slug, by: actor, in: work).tables.last
            guard let made else { throw AccessRefusal.notFound("table") }
            return CeremonyShape.of(made)
        }
    }

    private var seats: APIRoute {
        calls.list(
            at: .ceremonies(.seats("{ceremony}")), "listSeats", "Every chair that is taken", CeremonyShape.seat.rawValue
        ) { context in
            CeremonyShape.seats(try await guests.seating(of: try await slug(context), by: context.actor))
        }
    }

    private var solve: APIRoute {
        calls.change(
            at: .ceremonies(.seats("{ceremony}")), "solveSeats",
            "Find seats for everybody: parties whole, together and apart as wished, the rest spread",
            CeremonyShape.seat.rawValue, listing: true, roles: [.staff, .admin],
            ["seed": ["type": "integer", "description": "Another number finds another way."]]
        ) { fields, context, work in
            let (slug, actor) = (try await slug(context, in: work), context.actor)
            _ = try await guests.solve(of: slug, seed: try fields.whole("seed") ?? 0, by: actor, in: work)
            return AwardsCalls.all(CeremonyShape.seats(try await guests.seating(of: slug, by: actor, in: work)))
        }
    }

    private var wish: APIRoute {
        calls.change(
            at: .ceremonies(.wishes("{ceremony}")), "wishSeats",
            "Say that two guests are to sit apart or together, or forget it", CeremonyShape.wish.rawValue,
            roles: [.staff, .admin], required: ["one", "other", "wish"],
            [
                "one": Self.id, "other": Self.id,
                "wish": ["type": "string", "enum": ["apart", "together", "none"]],
            ]
        ) { fields, context, work in
            let (slug, actor) = (try await slug(context, in: work), context.actor)
            func guest(_ name: String) async throws -> Guest {
                let id = try fields.text(name).flatMap { UUID(uuidString: $0) }
                let found = try await guests.guests(of: slug, by: actor, in: work).first { $0.id == id }
                guard let found else {
                    throw APIProblem.unprocessable("unknown_guest", "“\(name)” is the id of no guest of this ceremony.")
                }
                return found
            }
            let (one, other) = (try await guest("one"), try await guest("other"))
            guard let wish = try fields.text("wish"), ["apart", "together", "none"].contains(wish) else {
                throw APIProblem.unprocessable("missing", "“wish” is apart, together or none.")
            }
            try await guests.wish(
                one.id, other.id, apart: wish == "none" ? nil : wish == "apart", by: actor, in: work)
            return CeremonyShape.wish(one, other, wish)
        }
    }
}
