import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// Files of nominations: added and removed by whoever nominated, and opened by whoever may see them.
struct EvidenceRoutes {
    /// A picture is drawn anew in seconds, and may have to wait for others.
    private static let longest = Duration.seconds(90)
    private static let busy = "Other pictures are being looked at. Wait a moment, then choose your file again."

    let site: WebSite
    private let drawing = Turns(atOnce: 2, mostWaiting: 16, longestWait: .seconds(30))

    init(site: WebSite) { self.site = site }

    private var awards: AwardsService { site.services.awards }

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.post(SiteURL.nominationFiles("{nomination}").route) { request, context in
            try await take(request, context)
        }
        signedIn.post(SiteURL.nominationFileRemoval("{nomination}", "{file}").route) { request, context in
            let form = try await site.form(request, context.web)
            let (id, file) = (try NominationRoutes.id(context), try Self.file(context))
            let page = SiteURL.nomination(id.uuidString.lowercased()).address
            return try await site.take(
                form, "remove \(file)", context, to: { page.adding("done", $0) }, field: { _ in "files" },
                again: { try await NominationRoutes(site: site).page(context, errors: $0) },
                { work in
                    try await awards.removeEvidence(file, of: id, by: context.actor, in: work)
                    return "file-removed"
                })
        }
        signedIn.get(SiteURL.evidence("{file}").route) { request, context in
            let isSmall = try request.query()["size"] == "small"
            let file = try await awards.file(try Self.file(context), isSmall: isSmall, by: context.actor)
            return Self.response(file.kind, file.place, file.bytes)
        }
    }

    private static func file(_ context: SignedInContext) throws -> UUID {
        guard let id = UUID(uuidString: try context.part("file")) else { throw AccessRefusal.notFound("file") }
        return id
    }

    /// A picture is shown, a document saved; neither may do anything in our name, and no cache keeps it.
    private static func response(_ kind: EvidenceFile.Kind, _ place: Int, _ bytes: [UInt8]) -> Response {
        let name = EvidenceFile.fileName(kind, place)
        var headers: HTTPFields = [
            .contentType: kind == .picture ? "image/jpeg" : "application/pdf", .cacheControl: "private, no-store",
            .contentDisposition: "\(kind == .picture ? "inline" : "attachment"); filename=\"\(name)\"",
        ]
        SecurityHeaders.add(to: &headers)
        headers[.contentSecurityPolicy] = "sandbox; default-src 'none'"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try NominationRoutes.id(context)
        let form = try await site.upload(request, context.web)
        let caption = form.fields["caption"] ?? ""
        func again(_ field: String, _ message: String, _ status: HTTPResponse.Status) async throws -> Response {
            let errors = [FieldError(field: field, message: message)]
            let page = try await NominationRoutes(site: site).page(
                context, caption: String(caption.prefix(1000)), errors: errors)
            return Response.page(page, status: status)
        }
        do {
            try await awards.requireOpen(id, by: context.actor)
            if form.isCut { throw EvidenceRefusal.tooLarge }
            _ = try FreeText.line(caption, "what it shows")
            context.web.carryOn(site.deadlines, for: Self.longest)
            let bytes = form.files["file"]?.bytes ?? []
            let file = try await drawing.take { try await awards.prepare(bytes) }
            _ = try await site.once(
                form.fields, request: "evidence \(id) \(caption) \(file.fingerprint)", by: context.actor
            ) { work in
                try await awards.addEvidence(file, caption: caption, to: id, by: context.actor, in: work).uuidString
            }
            return .seeOther(SiteURL.nomination(id.uuidString.lowercased()).address.adding("done", "file"))
        } catch is Turns.Busy {
            return try await again("file", Self.busy, .serviceUnavailable)
        } catch let problem as TextProblem {
            return try await again("caption", problem.message, .unprocessableContent)
        } catch EvidenceRefusal.tooLarge {
            return try await again("file", EvidenceRefusal.tooLarge.message, .contentTooLarge)
        } catch let refusal as any Refusal where refusal is EvidenceRefusal || refusal is AwardsRefusal {
            // Where nothing can be added there is no box to choose a file in.
            return try await again(
                refusal.kind == .conflict ? "files" : "file", refusal.message, ErrorAnswer(refusal).status)
        }
    }
}
