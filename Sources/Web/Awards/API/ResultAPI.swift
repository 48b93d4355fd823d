import Domain
import Foundation
import Services

/// Results, decisions, freezing and embargoes over the API.
struct ResultAPI {
    let calls: AwardsCalls

    private var awards: AwardsService { calls.awards }

    var routes: [APIRoute] { [results, severity, agreement, decide, verify, freeze, embargo] }

    private var results: APIRoute {
        calls.list(
            .results("{scheme}", "{category}"), "listResults", "An award's ranking, from 0 to 100, after its round",
            .result
        ) { context in
            try await awards.results(of: try AwardsCalls.path(context), by: context.actor).map(AwardsShape.of)
        }
    }

    private var severity: APIRoute {
        calls.list(
            .severity("{scheme}"), "listSeverity", "How much each judge gives above or below the others", .severity
        ) { context in
            try await awards.severity(of: try AwardsCalls.scheme(context), by: context.actor).map(AwardsShape.of)
        }
    }

    private var agreement: APIRoute {
        calls.list(
            .agreement("{scheme}", "{category}"), "listAgreement", "How far an award's judges agree", .agreement
        ) { context in
            try await awards.agreement(of: try AwardsCalls.path(context), by: context.actor).map {
                AwardsShape.agreement($0.measure, $0.value)
            }
        }
    }

    private var decide: APIRoute {
        calls.change(
            .decision("{scheme}", "{category}", "{code}"), "decide",
            "Record what the panel decided about a candidate, as whoever leads it", .decision,
            required: ["outcome", "reason"],
            [
                "outcome": ["type": "string", "enum": .array(DecisionOutcome.allCases.map { .text($0.rawValue) })],
                "reason": ["type": "string", "minLength": 1, "maxLength": 500],
                "waive_quorum": ["type": ["boolean", "null"]],
            ]
        ) { fields, context, work in
            guard let outcome = try AwardsCalls.choice(fields, "outcome", DecisionOutcome.init(rawValue:)) else {
                throw APIProblem.unprocessable("missing", "A decision needs an outcome.")
            }
            return AwardsShape.of(
                try await awards.decide(
                    try AwardsCalls.path(context), outcome, reason: try fields.text("reason") ?? "",
                    waivesQuorum: try fields.boolean("waive_quorum") ?? false, by: context.actor, in: work))
        }
    }

    private var verify: APIRoute {
        calls.one(
            .result("{scheme}"), "verifyResult", "The frozen result's SHA-256, computed again from what it was made of",
            .frozen
        ) { context in
            let scheme = try AwardsCalls.scheme(context)
            return AwardsShape.of(try await awards.verifyFreeze(scheme, by: context.actor), of: scheme)
        }
    }

    private var freeze: APIRoute {
        calls.change(
            .result("{scheme}"), "freezeResult", "Freeze a scheme's result", .frozen, makes: 201,
            roles: [.staff, .admin],
            [
                "place_nobody_else": [
                    "type": ["boolean", "null"], "description": "Candidates without a decision count as not placed.",
                ]
            ]
        ) { fields, context, work in
            let scheme = try AwardsCalls.scheme(context)
            _ = try await awards.freeze(
                scheme, placesNobodyElse: try fields.boolean("place_nobody_else") ?? false, by: context.actor, in: work
            )
            return AwardsShape.of(try await awards.verifyFreeze(scheme, by: context.actor, in: work), of: scheme)
        }
    }

    private var embargo: APIRoute {
        calls.change(
            .embargo("{scheme}"), "setEmbargo", "Set or lengthen an embargo; to shorten one, two people set the same",
            .embargo, roles: [.staff, .admin], required: ["until"],
            ["until": ["type": "string", "format": "date-time"]]
        ) { fields, context, work in
            guard let until = try fields.moment("until") else {
                throw APIProblem.unprocessable("missing", "Say “until” when.")
            }
            let scheme = try AwardsCalls.scheme(context)
            return AwardsShape.of(
                try await awards.setEmbargo(scheme, until: until, by: context.actor, in: work), of: scheme)
        }
    }
}
