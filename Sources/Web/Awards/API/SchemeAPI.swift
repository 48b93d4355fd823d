import Domain
import Foundation
import Services

/// Schemes with their awards and criteria over the API.
struct SchemeAPI {
    let calls: AwardsCalls

    private var awards: AwardsService { calls.awards }
    private static let text: JSONValue = ["type": "string", "minLength": 1, "maxLength": 200]

    var routes: [APIRoute] {
        [list, add, one, copy, publish, categories, addCategory, criteria, addCriterion]
    }

    private var list: APIRoute {
        calls.list(.schemes, "listSchemes", "The schemes that the caller may see", .scheme, caller: .reader) {
            try await awards.schemes(by: $0.actor).map(AwardsShape.of)
        }
    }

    private var one: APIRoute {
        calls.one(.scheme("{scheme}"), "getScheme", "One scheme", .scheme, caller: .reader) { context in
            AwardsShape.of(try await awards.scheme(try AwardsCalls.scheme(context), by: context.actor))
        }
    }

    private var add: APIRoute {
        calls.change(
            .schemes, "addScheme", "Add a scheme as a draft", .scheme, makes: 201, roles: [.staff, .admin],
            required: ["slug", "title", "kind", "opens_at", "closes_at"],
            [
                "slug": Self.text, "title": Self.text,
                "kind": ["type": "string", "enum": ["competitive", "tiered", "celebrated"]],
                "ranking": ["type": "string", "enum": ["raw", "adjusted"]],
                "opens_at": ["type": "string", "format": "date-time"],
                "closes_at": ["type": "string", "format": "date-time"],
                "quorum": ["type": "integer", "minimum": 1, "maximum": 50],
                "words": ["type": "integer", "minimum": 50, "maximum": 1000],
                "most_awards": ["type": ["integer", "null"], "minimum": 1, "maximum": 50],
            ]
        ) { fields, context, work in
            guard let kind = try AwardsCalls.choice(fields, "kind", Scheme.Kind.init(rawValue:)),
                let opens = try fields.moment("opens_at"), let closes = try fields.moment("closes_at")
            else { throw APIProblem.unprocessable("missing", "A scheme needs a kind, opens_at and closes_at.") }
            return AwardsShape.of(
                try await awards.addScheme(
                    NewScheme(
                        slug: try fields.text("slug") ?? "", title: try fields.text("title") ?? "", kind: kind,
                        ranking: try AwardsCalls.choice(fields, "ranking", Scheme.Ranking.init(rawValue:)) ?? .raw,
                        opensAt: opens, closesAt: closes, quorum: try fields.whole("quorum") ?? 2,
                        wordLimit: try fields.whole("words") ?? 500, mostAwards: try fields.whole("most_awards")),
                    by: context.actor, in: work))
        }
    }

    private var copy: APIRoute {
        calls.change(
            .copies("{scheme}"), "copyScheme", "Make a new draft with a scheme's rules", .scheme, makes: 201,
            roles: [.staff, .admin], required: ["slug"],
            [
                "slug": Self.text, "title": ["type": ["string", "null"]],
                "opens": ["type": ["string", "null"], "format": "date"],
            ]
        ) { fields, context, work in
            let opens = try AwardsCalls.choice(fields, "opens") { Day(iso: $0) }
            return AwardsShape.of(
                try await awards.copyScheme(
                    try AwardsCalls.scheme(context), to: try fields.text("slug") ?? "",
                    title: try fields.text("title"), opens: opens, by: context.actor, in: work))
        }
    }

    private var publish: APIRoute {
        calls.change(
            .publication("{scheme}"), "publishScheme", "Publish a scheme's rules: hashed, and never changed again",
            .scheme, roles: [.staff, .admin]
        ) { _, context, work in
            AwardsShape.of(
                try await awards.publish(try AwardsCalls.scheme(context), by: context.actor, in: work))
        }
    }

    private var categories: APIRoute {
        calls.list(
            .categories("{scheme}"), "listAwards", "A scheme's awards", .award, caller: .reader
        ) { context in
            try await awards.categories(of: try AwardsCalls.scheme(context), by: context.actor).map(AwardsShape.of)
        }
    }

    private var addCategory: APIRoute {
        calls.change(
            .categories("{scheme}"), "addAward", "Add an award to a draft", .award, makes: 201,
            roles: [.staff, .admin], required: ["slug", "title"],
            [
                "slug": Self.text, "title": Self.text,
                "for": ["type": "string", "enum": ["person", "team", "young-person"]],
                "winners": ["type": "integer", "minimum": 1, "maximum": 50],
                "bands": ["type": "array", "items": ["type": "string"]],
                "eligibility": ["type": "string", "maxLength": 2000], "blind": ["type": "boolean"],
            ]
        ) { fields, context, work in
            let kind = try AwardsCalls.choice(fields, "for", AwardCategory.NomineeKind.init(word:))
            return AwardsShape.of(
                try await awards.addCategory(
                    NewCategory(
                        slug: try fields.text("slug") ?? "", title: try fields.text("title") ?? "",
                        nomineeKind: kind ?? .person, winners: try fields.whole("winners") ?? 1,
                        eligibility: try fields.text("eligibility") ?? "",
                        isBlind: try fields.boolean("blind") ?? false, bands: try fields.texts("bands") ?? []),
                    to: try AwardsCalls.scheme(context), by: context.actor, in: work))
        }
    }

    private var criteria: APIRoute {
        calls.list(
            .criteria("{scheme}", "{category}"), "listCriteria", "What is scored in an award", .criterion,
            caller: .reader
        ) { context in
            let path = try AwardsCalls.path(context)
            return try await awards.criteria(of: path, by: context.actor).map {
                AwardsShape.of($0, in: path.scheme)
            }
        }
    }

    private var addCriterion: APIRoute {
        calls.change(
            .criteria("{scheme}", "{category}"), "addCriterion", "Add a criterion to an award of a draft",
            .criterion, makes: 201, roles: [.staff, .admin], required: ["name"],
            [
                "name": ["type": "string", "minLength": 1, "maxLength": 100],
                "weight": ["type": "number", "exclusiveMinimum": 0, "maximum": 1000],
                "min": ["type": "integer", "minimum": -1000, "maximum": 1000],
                "max": ["type": "integer", "minimum": -1000, "maximum": 1000],
                "scale": ["type": "string", "maxLength": 2000],
            ]
        ) { fields, context, work in
            let path = try AwardsCalls.path(context)
            return AwardsShape.of(
                try await awards.addCriterion(
                    try fields.text("name") ?? "", to: path, weight: try fields.number("weight") ?? 1,
                    lowest: try fields.whole("min") ?? 0, highest: try fields.whole("max") ?? 10,
                    scale: try fields.text("scale") ?? "", by: context.actor, in: work), in: path.scheme)
        }
    }
}
