import Domain
import Foundation
import Services

/// Panels, conflicts, sharing out, rounds and ballots over the API.
struct JudgingAPI {
    let calls: AwardsCalls

    private var awards: AwardsService { calls.awards }
    private static let reason: JSONValue = ["type": "string", "minLength": 1, "maxLength": 500]
    private static let email: JSONValue = ["type": "string", "format": "email"]

    var routes: [APIRoute] {
        [panels, addPanel, addMember, conflicts, declare, dismiss, assign, check, open, close, ballot]
    }

    private var panels: APIRoute {
        calls.list(
            .panels("{scheme}"), "listPanels", "Who sits on a scheme's panels: all, or the caller's own", .seat
        ) { context in
            try await awards.panels(of: try AwardsCalls.scheme(context), by: context.actor).map(AwardsShape.of)
        }
    }

    private var addPanel: APIRoute {
        calls.change(
            .panels("{scheme}"), "addPanel", "Add a panel with its chair", .seat, makes: 201, listing: true,
            roles: [.staff, .admin], required: ["name", "chair"],
            [
                "name": ["type": "string"], "chair": Self.email,
                "categories": [
                    "type": "array", "items": ["type": "string"],
                    "description": "Those that it judges; none are all that no panel judges yet.",
                ],
            ]
        ) { fields, context, work in
            let path = AwardPath(scheme: try AwardsCalls.scheme(context), part: try fields.text("name") ?? "")
            let seats = try await awards.addPanel(
                path, chair: try fields.text("chair") ?? "", categories: try fields.texts("categories") ?? [],
                by: context.actor, in: work)
            return AwardsCalls.all(seats.map(AwardsShape.of))
        }
    }

    private var addMember: APIRoute {
        calls.change(
            .panelMembers("{scheme}", "{panel}"), "addPanelMember", "Add a judge or a deputy to a panel", .seat,
            makes: 201, listing: true, roles: [.staff, .admin], required: ["judge"],
            ["judge": Self.email, "part": ["type": "string", "enum": ["judge", "deputy", "chair"]]]
        ) { fields, context, work in
            let path = AwardPath(
                scheme: try AwardsCalls.scheme(context), part: try context.part("panel").lowercased())
            let seats = try await awards.addJudge(
                try fields.text("judge") ?? "", to: path,
                part: try AwardsCalls.choice(fields, "part", PanelSeat.Part.init(rawValue:)) ?? .judge,
                by: context.actor, in: work)
            return AwardsCalls.all(seats.map(AwardsShape.of))
        }
    }

    private var conflicts: APIRoute {
        calls.list(
            .conflicts("{scheme}"), "listConflicts", "Conflicts of judges, those to decide on first", .conflict
        ) { context in
            try await awards.conflicts(of: try AwardsCalls.scheme(context), by: context.actor).map(AwardsShape.of)
        }
    }

    private var declare: APIRoute {
        calls.change(
            .candidateConflicts("{scheme}", "{category}", "{code}"), "declareConflict",
            "Step back from a candidate, as a judge, or say that another judge has to", .conflictState,
            required: ["reason"],
            ["reason": Self.reason, "judge": ["type": ["string", "null"], "format": "email"]]
        ) { fields, context, work in
            let path = try AwardsCalls.path(context)
            let reason = try fields.text("reason") ?? ""
            let own = context.person?.email ?? ""
            let judge = try fields.text("judge") ?? own
            if judge != own {
                try await awards.imposeConflict(path, judge: judge, reason: reason, by: context.actor, in: work)
            } else {
                try await awards.declareConflict(path, reason: reason, by: context.actor, in: work)
            }
            return AwardsShape.conflict(path.text, judge, .declared)
        }
    }

    private var dismiss: APIRoute {
        calls.change(
            .conflictDismissals("{scheme}", "{category}", "{code}"), "dismissConflict",
            "Say that what stands between a judge and a candidate is no conflict", .conflictState,
            required: ["judge", "reason"], ["judge": Self.email, "reason": Self.reason]
        ) { fields, context, work in
            let path = try AwardsCalls.path(context)
            let judge = try fields.text("judge") ?? ""
            try await awards.dismissConflict(
                path, judge: judge, reason: try fields.text("reason") ?? "", by: context.actor, in: work)
            return AwardsShape.conflict(path.text, judge, .dismissed)
        }
    }

    private var assign: APIRoute {
        calls.change(
            .assignments("{scheme}"), "shareOut", "Share the candidates out among the judges", .assignment,
            listing: true, roles: [.staff], required: [],
            [
                "judges": ["type": ["integer", "null"], "minimum": 1, "maximum": 1000],
                "seed": ["type": ["integer", "null"]],
            ]
        ) { fields, context, work in
            let shared = try await awards.assign(
                try AwardsCalls.scheme(context), judges: try fields.whole("judges"),
                seed: try fields.whole("seed") ?? 1, by: context.actor, in: work)
            return AwardsCalls.all(shared.map(AwardsShape.of))
        }
    }

    private var check: APIRoute {
        calls.list(
            .assignmentCheck("{scheme}"), "checkSharingOut", "How the candidates are shared out", .check
        ) { context in
            try await awards.checkAssignment(try AwardsCalls.scheme(context), by: context.actor).map(AwardsShape.of)
        }
    }

    private var open: APIRoute {
        calls.change(
            .rounds("{scheme}"), "openRound", "Open the round on every panel; this closes nominations", .round,
            makes: 201, listing: true, roles: [.staff]
        ) { _, context, work in
            let scheme = try AwardsCalls.scheme(context)
            let opened = try await awards.openRound(scheme, by: context.actor, in: work).panels
            return AwardsCalls.all(
                opened.map { AwardsShape.round("\(scheme)/\($0.panel)", "open", missing: 0) })
        }
    }

    private var close: APIRoute {
        calls.change(
            .roundClosing("{scheme}"), "closeRound", "Close the open rounds; without the missing ballots for a reason",
            .round, listing: true, roles: [.staff], required: [],
            [
                "reason": [
                    "type": ["string", "null"], "maxLength": 500,
                    "description": "Why it is closed although ballots are missing.",
                ]
            ]
        ) { fields, context, work in
            let scheme = try AwardsCalls.scheme(context)
            let closed = try await awards.closeRound(
                scheme, withMissing: try fields.text("reason"), by: context.actor, in: work)
            return AwardsCalls.all(
                closed.panels.map {
                    AwardsShape.round("\(scheme)/\($0)", "closed", missing: closed.missing.count)
                })
        }
    }

    private var ballot: APIRoute {
        calls.change(
            .ballots("{scheme}", "{category}", "{code}"), "submitBallot",
            "Hand one's marks in as a judge, or type a judge's paper ballot in as staff", .ballot,
            required: ["marks"],
            [
                "marks": [
                    "type": "object", "additionalProperties": ["type": "integer"],
                    "description": "By the name of the criterion.",
                ],
                "comment": ["type": ["string", "null"], "maxLength": 2000],
                "judge": ["type": ["string", "null"], "format": "email"],
            ]
        ) { fields, context, work in
            let path = try AwardsCalls.path(context)
            let marks = try fields.wholes("marks").map {
                AwardsService.NamedMark(criterion: $0.name, mark: $0.value)
            }
            if let judge = try fields.text("judge") {
                return AwardsShape.of(
                    try await awards.typeBallot(path, judge: judge, marks: marks, by: context.actor, in: work))
            }
            return AwardsShape.of(
                try await awards.submitBallot(
                    path, marks: marks, comment: try fields.text("comment") ?? "", by: context.actor, in: work))
        }
    }
}
