import Domain
import Foundation
import Services

/// Ceremonies over the API: planned, compiled, held.
struct CeremonyAPI {
    let calls: AwardsCalls

    private var ceremonies: CeremonyService { calls.site.services.ceremonies }
    private static let text: JSONValue = ["type": "string", "minLength": 1, "maxLength": 300]
    private static let time: JSONValue = ["type": "string", "format": "date-time"]
    private static let perhapsTime: JSONValue = ["type": ["string", "null"], "format": "date-time"]
    private static let number: JSONValue = ["type": "integer", "minimum": 1, "maximum": 1000]
    private static let seen: JSONValue = [
        "type": ["integer", "null"],
        "description":
            "The sequence that you have before you. Where the ceremony has gone on since, nothing is changed.",
    ]

    var routes: [APIRoute] {
        [list, add, one, order, compile, rehearse, crew, appoint, confirm, next, back]
    }

    private static func slug(_ context: WebContext) throws -> String { try context.part("ceremony").lowercased() }

    private var list: APIRoute {
        calls.list(
            at: .ceremonies(.all), "listCeremonies", "The ceremonies that the caller may see",
            CeremonyShape.ceremony.rawValue
        ) { try await ceremonies.ceremonies(by: $0.actor).map(CeremonyShape.of) }
    }

    private var one: APIRoute {
        calls.one(
            at: .ceremonies(.one("{ceremony}")), "getCeremony", "One ceremony", CeremonyShape.ceremony.rawValue
        ) { context in
            CeremonyShape.of(try await ceremonies.ceremony(try Self.slug(context), by: context.actor))
        }
    }

    private var add: APIRoute {
        calls.change(
            at: .ceremonies(.all), "addCeremony", "Plan a ceremony for one or several schemes",
            CeremonyShape.ceremony.rawValue, makes: 201, roles: [.staff, .admin],
            required: ["slug", "title", "starts_at", "room", "schemes"],
            [
                "slug": Self.text, "title": Self.text, "room": Self.text, "starts_at": Self.time,
                "doors_at": Self.perhapsTime, "ends_at": Self.perhapsTime,
                "schemes": ["type": "array", "items": ["type": "string"], "minItems": 1, "maxItems": 20],
            ]
        ) { fields, context, work in
            guard let starts = try fields.moment("starts_at") else {
                throw APIProblem.unprocessable("missing", "A ceremony needs starts_at.")
            }
            return CeremonyShape.of(
                try await ceremonies.add(
                    NewCeremony(
                        slug: try fields.text("slug") ?? "", title: try fields.text("title") ?? "",
                        room: try fields.text("room") ?? "", doorsAt: try fields.moment("doors_at"), startsAt: starts,
                        finishAt: try fields.moment("ends_at"), schemes: try fields.texts("schemes") ?? []),
                    by: context.actor, in: work))
        }
    }

    private var order: APIRoute {
        calls.list(
            at: .ceremonies(.order("{ceremony}")), "getRunningOrder", "What happens when, without winners",
            CeremonyShape.item.rawValue
        ) { context in
            let found = try await ceremonies.ceremony(try Self.slug(context), by: context.actor)
            return try await ceremonies.order(of: found.slug, by: context.actor).items.map {
                CeremonyShape.of($0, found.cue)
            }
        }
    }

    private var compile: APIRoute {
        calls.change(
            at: .ceremonies(.compilation("{ceremony}")), "compileCeremony",
            "Compile a ceremony from the frozen results; what was written by hand stays",
            CeremonyShape.ceremony.rawValue, roles: [.staff, .admin]
        ) { _, context, work in
            CeremonyShape.of(
                try await ceremonies.compile(try Self.slug(context), by: context.actor, in: work))
        }
    }

    private var rehearse: APIRoute {
        calls.change(
            at: .ceremonies(.rehearsal("{ceremony}")), "rehearseCeremony",
            "Begin a rehearsal with invented winners, or end it", CeremonyShape.ceremony.rawValue,
            ["ends": ["type": "boolean"]]
        ) { fields, context, work in
            CeremonyShape.of(
                try await ceremonies.rehearse(
                    try Self.slug(context), ends: try fields.boolean("ends") ?? false, by: context.actor, in: work))
        }
    }

    // MARK: Crew

    private var crew: APIRoute {
        calls.list(
            at: .ceremonies(.crew("{ceremony}")), "listCrew", "Who does what on the night", CeremonyShape.crew.rawValue
        ) { context in
            try await ceremonies.crew(of: try Self.slug(context), by: context.actor).map(CeremonyShape.of)
        }
    }

    private var appoint: APIRoute {
        calls.change(
            at: .ceremonies(.crew("{ceremony}")), "changeCrew", "Give somebody a part, or take it away",
            CeremonyShape.crew.rawValue, listing: true, roles: [.staff, .admin], required: ["part", "person"],
            [
                "part": ["type": "string", "enum": .array(CrewPart.allCases.map { .text($0.rawValue) })],
                "person": ["type": "string", "format": "email"], "leaves": ["type": "boolean"],
            ]
        ) { fields, context, work in
            let (slug, actor) = (try Self.slug(context), context.actor)
            guard let part = try AwardsCalls.choice(fields, "part", CrewPart.init(rawValue:)) else {
                throw APIProblem.unprocessable("missing", "Say which part.")
            }
            let person = try fields.text("person") ?? ""
            if try fields.boolean("leaves") ?? false {
                try await ceremonies.dismiss(person, part, of: slug, by: actor, in: work)
            } else {
                try await ceremonies.appoint(person, part, of: slug, by: actor, in: work)
            }
            return AwardsCalls.all(try await ceremonies.crew(of: slug, by: actor, in: work).map(CeremonyShape.of))
        }
    }

    // MARK: The night

    private var confirm: APIRoute {
        calls.change(
            at: .ceremonies(.confirmations("{ceremony}")), "confirmAward",
            "Confirm the award on stage, as its presenter or its stage manager", CeremonyShape.cue.rawValue,
            required: ["order"], ["order": Self.number]
        ) { fields, context, work in
            guard let number = try fields.whole("order") else {
                throw APIProblem.unprocessable("missing", "Say which award by its order.")
            }
            let stage = try await ceremonies.confirm(
                try Self.slug(context), item: number, by: context.actor, in: work)
            return CeremonyShape.cue(stage.ceremony.cue, stage.order)
        }
    }

    private var next: APIRoute {
        calls.change(
            at: .ceremonies(.next("{ceremony}")), "nextCue", "Go on", CeremonyShape.cue.rawValue,
            ["seen": Self.seen, "any_day": ["type": "boolean"]]
        ) { fields, context, work in
            let slug = try Self.slug(context)
            let cue = try await ceremonies.next(
                slug, seen: try fields.whole("seen"), onAnyDay: try fields.boolean("any_day") ?? false,
                by: context.actor, in: work)
            return CeremonyShape.cue(cue, try await ceremonies.order(of: slug, by: context.actor, in: work))
        }
    }

    private var back: APIRoute {
        calls.change(
            at: .ceremonies(.back("{ceremony}")), "previousCue", "Go back to the finalists, or unlocked further",
            CeremonyShape.cue.rawValue, ["seen": Self.seen, "unlock": ["type": "boolean"]]
        ) { fields, context, work in
            let slug = try Self.slug(context)
            let cue = try await ceremonies.back(
                slug, isUnlocked: try fields.boolean("unlock") ?? false, seen: try fields.whole("seen"),
                by: context.actor, in: work)
            return CeremonyShape.cue(cue, try await ceremonies.order(of: slug, by: context.actor, in: work))
        }
    }
}
