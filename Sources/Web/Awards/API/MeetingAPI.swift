import Domain
import Foundation
import Services

/// A panel's meeting over the API: what is on, for everybody on the panel; opened, led and closed by whoever leads the award.
struct MeetingAPI {
    let calls: AwardsCalls

    private var awards: AwardsService { calls.awards }

    var routes: [APIRoute] { [look, open, show, move, vote, count, close, minutes] }

    private var look: APIRoute {
        calls.one(
            .meeting("{scheme}", "{category}"), "getMeeting", "The meeting about an award, as a member may see it",
            .meeting
        ) { context in
            AwardsShape.of(try await awards.meeting(of: try AwardsCalls.path(context), by: context.actor))
        }
    }

    private var open: APIRoute {
        change(.meeting("{scheme}", "{category}"), "openMeeting", "Open the meeting, as whoever leads the award", 201) {
            try await awards.openMeeting(of: $1, by: $2, in: $3)
        }
    }

    private var show: APIRoute {
        change(
            .meetingScreen("{scheme}", "{category}"), "showCandidate",
            "Put a candidate on the screen, or with null nobody",
            members: ["candidate": ["type": ["string", "null"], "description": "The code, such as 7Q4K."]]
        ) { fields, path, actor, work in
            let code = try fields.text("candidate").flatMap { $0.isEmpty ? nil : $0 }
            try await awards.show(code, at: path, by: actor, in: work)
        }
    }

    private var move: APIRoute {
        change(
            .motions("{scheme}", "{category}"), "move",
            "Ask the panel: about one candidate for or against, of several which", 201,
            required: ["text", "candidates"],
            members: [
                "text": ["type": "string", "minLength": 1, "maxLength": 300],
                "candidates": [
                    "type": "array", "items": ["type": "string"], "minItems": 1,
                    "maxItems": .whole(AwardsService.mostOptions), "description": "Their codes.",
                ],
            ]
        ) { fields, path, actor, work in
            try await awards.move(
                try fields.text("text") ?? "", about: try fields.texts("candidates") ?? [], at: path, by: actor,
                in: work)
        }
    }

    private var vote: APIRoute {
        change(
            .votes("{scheme}", "{category}"), "vote", "Cast one's one vote, which stays as it is",
            required: ["motion", "candidate"],
            members: [
                "motion": ["type": "string", "format": "uuid"],
                "candidate": ["type": "string", "description": "A code, or none."],
            ]
        ) { fields, path, actor, work in
            guard let choice = try fields.text("candidate"), !choice.isEmpty else { throw AwardsRefusal.noVoteChosen }
            try await awards.vote(
                for: choice.lowercased() == "none" ? nil : choice, on: try Self.motion(fields), at: path, by: actor,
                in: work)
        }
    }

    private var count: APIRoute {
        change(
            .voteCount("{scheme}", "{category}"), "countVotes", "End a vote and count it", required: ["motion"],
            members: [
                "motion": ["type": "string", "format": "uuid"],
                "with_missing": [
                    "type": ["boolean", "null"], "description": "Count although somebody has not voted.",
                ],
            ]
        ) { fields, path, actor, work in
            try await awards.countVotes(
                on: try Self.motion(fields), withMissing: try fields.boolean("with_missing") ?? false, at: path,
                by: actor, in: work)
        }
    }

    private var close: APIRoute {
        change(.meetingClosing("{scheme}", "{category}"), "closeMeeting", "Close the meeting") {
            try await awards.closeMeeting(of: $1, by: $2, in: $3)
        }
    }

    private var minutes: APIRoute {
        calls.list(
            .minutes("{scheme}", "{category}"), "listMinutes",
            "What was done at the meetings of an award, for whoever leads it or reads its results", .step
        ) { context in
            let path = try AwardsCalls.path(context)
            let minutes = try await awards.minutes(of: path, by: context.actor)
            return minutes.steps.map { AwardsShape.of($0, $0.motion.flatMap { minutes.motions[$0] }, in: path) }
        }
    }

    private static func motion(_ fields: JSONFields) throws -> UUID {
        guard let motion = try fields.text("motion").flatMap(UUID.init(uuidString:)) else {
            throw APIProblem.unprocessable("wrong_type", "“motion” is to be a motion's id.")
        }
        return motion
    }

    /// Something done at a meeting; answered with what is on then.
    private func change(
        _ call: AwardsCall, _ name: String, _ summary: String, _ status: Int = 200, required: [JSONValue] = [],
        members: JSONValue = [:],
        _ body: @escaping @Sendable (JSONFields, AwardPath, Actor, Work) async throws -> Void
    ) -> APIRoute {
        calls.change(call, name, summary, .meeting, makes: status, required: required, members) {
            fields, context, work in
            let path = try AwardsCalls.path(context)
            try await body(fields, path, context.actor, work)
            return AwardsShape.of(try await awards.meeting(of: path, by: context.actor, in: work))
        }
    }
}
