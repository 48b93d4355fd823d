import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Services

/// Files of nominations over the API: added and removed by whoever nominated, passed by screeners.
struct EvidenceAPI {
    let calls: AwardsCalls
    private let drawing = Turns(atOnce: 1, mostWaiting: 8, longestWait: .seconds(20))

    init(calls: AwardsCalls) { self.calls = calls }

    /// Base64 takes a third more, and something stands around it.
    private static let mostBytes = EvidenceFile.mostBytes / 3 * 4 + 64 * 1024
    private static let longest = Duration.seconds(90)

    private var awards: AwardsService { calls.awards }

    var routes: [APIRoute] {
        [
            list, add, read,
            screen(
                .filePassing("{nomination}", "{file}"), "passFile",
                "Let the panel see a file; of a young person two do so",
                { try await $0.passEvidence($1, of: $2, by: $3, in: $4) }),
            screen(
                .fileHolding("{nomination}", "{file}"), "holdFile", "Keep a file from the panel",
                { try await $0.holdEvidence($1, of: $2, by: $3, in: $4) }),
            screen(
                .fileRemoval("{nomination}", "{file}"), "removeFile",
                "Delete a file of one's own nomination, while that can be changed",
                { try await $0.removeEvidence($1, of: $2, by: $3, in: $4) }),
        ]
    }

    private static func file(_ context: WebContext) throws -> UUID {
        guard let id = UUID(uuidString: try context.part("file")) else { throw AccessRefusal.notFound("file") }
        return id
    }

    private var list: APIRoute {
        calls.list(
            .files("{nomination}"), "listFiles", "The files of a nomination that the caller may see", .file
        ) { context in
            try await awards.evidence(of: try AwardsCalls.id(context), by: context.actor).map(AwardsShape.of)
        }
    }

    private var read: APIRoute {
        calls.one(
            .file("{nomination}", "{file}"), "getFile",
            "A file as it is kept: a picture drawn anew as a JPEG, or a PDF", .fileContent
        ) { context in
            let (nomination, id) = (try AwardsCalls.id(context), try Self.file(context))
            guard try await awards.evidence(of: nomination, by: context.actor).contains(where: { $0.file.id == id })
            else { throw AccessRefusal.notFound("file") }
            let found = try await awards.file(id, isSmall: false, by: context.actor)
            return AwardsShape.content(id, found.kind, found.place, found.bytes)
        }
    }

    /// The file is looked at before the transaction, as drawing it anew takes its time; so this is no ordinary change.
    private var add: APIRoute {
        let url = APIURL.awards(.files("{nomination}"))
        return APIRoute(
            method: .post, url: url, name: "addFile",
            summary: "Add a picture or a PDF to one's own nomination, while that can be changed", caller: .person,
            parameters: AwardsCalls.parameters(of: url) + [.idempotencyKey],
            body: [
                "type": "object", "required": ["caption", "content"],
                "properties": [
                    "caption": ["type": "string", "minLength": 1, "maxLength": 200, "description": "What it shows."],
                    "content": [
                        "type": "string", "contentEncoding": "base64",
                        "description": "The file in base64: JPEG, PNG, WebP, HEIC or PDF, 5 MB at most.",
                    ],
                ],
            ],
            answers: [
                .made(AwardsShape.file.rawValue), .problem(403), .problem(404), .problem(409), .problem(422),
                .problem(503),
            ], handle: take)
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let nomination = try AwardsCalls.id(context)
        try await awards.requireOpen(nomination, by: context.actor)
        let fields = try await calls.site.fields(request, context, upTo: Self.mostBytes)
        let caption = try FreeText.line(try fields.text("caption") ?? "", "what it shows")
        guard let content = Data(base64Encoded: try fields.text("content") ?? "") else {
            throw APIProblem.unprocessable("wrong_type", "“content” is to be the file in base64.")
        }
        guard content.count <= EvidenceFile.mostBytes else { throw EvidenceRefusal.tooLarge }
        context.carryOn(calls.site.deadlines, for: Self.longest)
        let file: AwardsService.PreparedEvidence
        do {
            file = try await drawing.take { try await awards.prepare(Array(content)) }
        } catch is Turns.Busy {
            throw ServiceFailure(.unavailable)
        }
        let kept = try await calls.site.services.once(
            try calls.site.idempotencyKey(request), request: "addFile \(nomination) \(caption) \(file.fingerprint)",
            by: context.actor
        ) { work in
            let id = try await awards.addEvidence(file, caption: caption, to: nomination, by: context.actor, in: work)
            let all = try await awards.evidence(of: nomination, by: context.actor, in: work)
            guard let made = all.first(where: { $0.file.id == id }) else { throw ServiceFailure(.internalError) }
            return KeptAnswer("addFile", JSONAnswer(AwardsShape.of(made).bytes)).text
        }
        return try KeptAnswer(kept).answer.response(.created)
    }

    /// What is done with one file; answered with all of them.
    private func screen(
        _ call: AwardsCall, _ name: String, _ summary: String,
        _ body: @escaping @Sendable (AwardsService, UUID, UUID, Actor, Work) async throws -> Void
    ) -> APIRoute {
        calls.change(call, name, summary, .file, listing: true) { _, context, work in
            let nomination = try AwardsCalls.id(context)
            try await body(awards, try Self.file(context), nomination, context.actor, work)
            return AwardsCalls.all(
                try await awards.evidence(of: nomination, by: context.actor, in: work).map(AwardsShape.of))
        }
    }
}
