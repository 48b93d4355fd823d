import Domain
import Foundation
import Services

/// Nominations and candidates over the API.
struct NominationAPI {
    let calls: AwardsCalls

    private var awards: AwardsService { calls.awards }

    var routes: [APIRoute] { [list, nominate, accept, ineligible, withdraw, merge, apart, candidates] }

    private var list: APIRoute {
        calls.list(
            .nominations("{scheme}"), "listNominations", "A scheme's nominations, for staff who screen them",
            .nomination
        ) { context in
            try await awards.nominations(of: try AwardsCalls.scheme(context), by: context.actor).map(AwardsShape.of)
        }
    }

    private var nominate: APIRoute {
        calls.change(
            .categoryNominations("{scheme}", "{category}"), "nominate",
            "Hand a nomination in, for oneself or, for staff, for somebody else", .nomination, makes: 201,
            required: ["statement"],
            [
                "nominator": ["type": ["string", "null"], "format": "email"],
                "nominee": ["type": ["string", "null"], "format": "email"], "team": ["type": ["string", "null"]],
                "young_person": [
                    "type": ["boolean", "null"], "description": "A young person is nominated, under a pseudonym.",
                ],
                "legal_name": [
                    "type": ["string", "null"],
                    "description": "The young person's; kept apart, and never answered.",
                ],
                "band": ["type": ["string", "null"]],
                "statement": ["type": "string", "minLength": 1, "maxLength": 12000],
            ]
        ) { fields, context, work in
            let entry: NomineeEntry
            switch (try fields.text("nominee"), try fields.text("team"), try fields.boolean("young_person") ?? false) {
            case (let email?, nil, false): entry = .person(email)
            case (nil, let team?, false): entry = .team(team)
            case (nil, nil, true): entry = .youngPerson(legalName: try fields.text("legal_name"))
            default:
                throw APIProblem.unprocessable("missing", "Name one of “nominee”, “team” and “young_person”.")
            }
            return AwardsShape.of(
                try await awards.nominate(
                    NewNomination(
                        category: try AwardsCalls.path(context), nominator: try fields.text("nominator"),
                        nominee: entry, band: try fields.text("band"), statement: try fields.text("statement") ?? ""),
                    by: context.actor, in: work))
        }
    }

    private var accept: APIRoute {
        calls.change(
            .acceptance("{nomination}"), "acceptNomination", "Take a nomination to the panel", .nomination,
            roles: [.staff]
        ) { _, context, work in
            AwardsShape.of(try await awards.accept(try AwardsCalls.id(context), by: context.actor, in: work))
        }
    }

    private var ineligible: APIRoute {
        calls.change(
            .ineligibility("{nomination}"), "turnNominationAway", "Turn a nomination away with a reason", .nomination,
            roles: [.staff], required: ["reason"],
            ["reason": ["type": "string", "minLength": 1, "maxLength": 500]]
        ) { fields, context, work in
            AwardsShape.of(
                try await awards.ineligible(
                    try AwardsCalls.id(context), reason: try fields.text("reason") ?? "", by: context.actor, in: work))
        }
    }

    private var withdraw: APIRoute {
        calls.change(
            .withdrawal("{nomination}"), "withdrawNomination", "Take a nomination out, as its nominator wishes",
            .nomination, roles: [.staff]
        ) { _, context, work in
            AwardsShape.of(try await awards.withdraw(try AwardsCalls.id(context), by: context.actor, in: work))
        }
    }

    private var merge: APIRoute {
        calls.change(
            .merger("{nomination}"), "mergeNominations",
            "Say that other nominations are for this one's nominee", .nomination, listing: true, roles: [.staff],
            required: ["nominations"],
            [
                "nominations": ["type": "array", "items": ["type": "string", "format": "uuid"], "minItems": 1],
                "sure": [
                    "type": ["boolean", "null"],
                    "description": "Although they are known as two people or two teams.",
                ],
            ]
        ) { fields, context, work in
            let others = try (fields.texts("nominations") ?? []).map { text in
                guard let id = UUID(uuidString: text) else {
                    throw APIProblem.unprocessable("wrong_type", "“nominations” is to be a list of ids.")
                }
                return id
            }
            let merged = try await awards.merge(
                [try AwardsCalls.id(context)] + others, isSure: try fields.boolean("sure") ?? false,
                by: context.actor, in: work)
            return AwardsCalls.all(merged.map(AwardsShape.of))
        }
    }

    private var apart: APIRoute {
        calls.change(
            .difference("{nomination}"), "sayTwo",
            "Keep that another nomination's nominee, who looks alike, is somebody else", .nomination,
            roles: [.staff], required: ["nomination"], ["nomination": ["type": "string", "format": "uuid"]]
        ) { fields, context, work in
            guard let other = try fields.text("nomination").flatMap(UUID.init(uuidString:)) else {
                throw APIProblem.unprocessable("wrong_type", "“nomination” is to be a nomination's id.")
            }
            let id = try AwardsCalls.id(context)
            try await awards.sayTwo(id, other, by: context.actor, in: work)
            return AwardsShape.of(try await awards.nomination(id, by: context.actor, in: work))
        }
    }

    private var candidates: APIRoute {
        calls.list(
            .candidates("{scheme}", "{category}"), "listCandidates", "The candidates that the caller may see",
            .candidate
        ) { context in
            try await awards.candidates(of: try AwardsCalls.path(context), by: context.actor).map(AwardsShape.of)
        }
    }
}
