import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Writing: saving a draft, handing a ballot in, abstaining, and stepping back. What was typed is never lost with a refusal.
struct BallotRoutes {
    let site: WebSite

    private var desk: DeskRoutes { DeskRoutes(site: site) }
    private var awards: AwardsService { site.services.awards }

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.post(SiteURL.judge("{scheme}", "{category}", "{code}").route) { request, context in
            try await ballot(request, context)
        }
        signedIn.post(SiteURL.judgeAbstention("{scheme}", "{category}", "{code}").route) { request, context in
            try await abstain(request, context)
        }
        signedIn.post(SiteURL.judgeWorry("{scheme}", "{category}", "{code}").route) { request, context in
            try await worry(request, context)
        }
        signedIn.post(SiteURL.judgeConflict("{scheme}", "{category}", "{code}").route) { request, context in
            let form = try await site.form(request, context.web)
            let path = try DeskRoutes.path(context)
            let isUndone = form["do"] == "undo"
            let left = try await site.once(
                form, request: "\(isUndone ? "undo " : "")conflict \(path.text)", by: context.actor
            ) { work in
                if isUndone {
                    try await awards.takeBackConflict(path, by: context.actor, in: work)
                    return ""
                }
                let isOpen = try await awards.declareConflict(
                    path, reason: "I know this person", by: context.actor, in: work)
                return isOpen ? path.text : ""
            }
            return Response.seeOther(
                isUndone
                    ? SiteURL.judging.address.adding("done", "undone")
                    : SiteURL.judging.address.adding("done", "conflict").adding("left", left.isEmpty ? nil : left))
        }
    }

    private func worry(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let path = try DeskRoutes.path(context)
        let words = form["words"] ?? ""
        _ = try await site.once(form, request: "worry \(path.text) \(words)", by: context.actor) { work in
            try await site.services.protection.worry(about: path, words, by: context.actor, in: work).uuidString
        }
        return Response.seeOther(WorryPart.next(form, else: path.judgeAddress))
    }

    private func ballot(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let path = try DeskRoutes.path(context)
        let keeps = form["do"] == "keep"
        do {
            let read = try await awards.deskCandidate(path, by: context.actor)
            guard !read.candidate.texts.isEmpty else { throw AwardsRefusal.nothingToRead }
            let fields = BallotFields(form, read.marks)
            let criteria = read.marks.map(\.criterion)
            let (marks, errors) = fields.read(criteria)
            func again(_ errors: [FieldError], _ status: HTTPResponse.Status = .unprocessableContent) -> Response {
                if keeps { return .plain(errors.map(\.message).joined(separator: " "), status: status) }
                return Response.page(desk.page(read, fields, errors, context), status: status)
            }
            guard errors.isEmpty else { return again(errors) }
            do {
                guard form["do"] == "submit" else {
                    try await awards.saveBallot(
                        path, marks: marks, comment: fields.comment, note: fields.note, by: context.actor)
                    return keeps ? .plain("") : .seeOther(path.judgeAddress.adding("done", "saved"))
                }
                let blanks = fields.blanks(criteria)
                guard blanks.isEmpty else {
                    // Blank marks keep it a draft; a ballot that is in stays as it was handed in.
                    if read.candidate.entry.standing != .submitted {
                        try await awards.saveBallot(
                            path, marks: marks, comment: fields.comment, note: fields.note, by: context.actor)
                    }
                    return again(blanks)
                }
                _ = try await awards.submitBallot(
                    path, marks: marks, comment: fields.comment, note: fields.note, by: context.actor)
                return try await next(context, after: path, done: "submitted")
            } catch let problem as TextProblem {
                return again([FieldError(field: BallotFields.field(of: problem), message: problem.message)])
            } catch AwardsRefusal.ballotIsIn {
                return again(
                    [FieldError(field: "ballot", message: AwardsRefusal.ballotIsIn.message)],
                    ErrorAnswer(AwardsRefusal.ballotIsIn).status)
            }
        } catch let refusal as AwardsRefusal {
            return lost(refusal, form, keeps, context)
        }
    }

    /// On to the next of the scheme that is not done, of the same award first; to the desk when all are.
    private func next(_ context: SignedInContext, after path: AwardPath, done: String) async throws -> Response {
        let entries = try await awards.desk(by: context.actor)
        let next = DeskEntry.next(of: entries, after: path)?.path.judgeAddress ?? SiteURL.judging.address
        return Response.seeOther(next.adding("done", done))
    }

    private func lost(
        _ refusal: AwardsRefusal, _ form: FormFields, _ keeps: Bool, _ context: SignedInContext
    ) -> Response {
        let status = ErrorAnswer(refusal).status
        if keeps { return .plain(refusal.message, status: status) }
        var frame = site.frame("Your ballot was not saved", context.web, at: .judging)
        frame.hasErrors = true
        frame.back = BackLink(text: "Judging", address: SiteURL.judging.address)
        let page = LostBallotPage(
            message: refusal.message, comment: form["comment"] ?? "", note: form["note"] ?? "",
            marks: form.filled("mark-"))
        return Response.page(PageLayout(frame) { page }, status: status)
    }

    private func abstain(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let path = try DeskRoutes.path(context)
        let reason = form["reason"] ?? ""
        do {
            _ = try await site.once(form, request: "abstain \(path.text) \(reason)", by: context.actor) { work in
                try await awards.abstain(path, reason: reason, by: context.actor, in: work)
                return path.text
            }
            return try await next(context, after: path, done: "abstained")
        } catch let refusal as any Refusal where refusal.kind == .unprocessable {
            let read = try await awards.deskCandidate(path, by: context.actor)
            let page = desk.page(
                read, BallotFields(read.candidate, read.marks),
                [FieldError(field: "reason", message: refusal.message)], context, abstainReason: reason)
            return Response.page(page, status: .unprocessableContent)
        }
    }
}

extension FormFields {
    /// The values of the fields whose names begin so, in the order of their names.
    func filled(_ start: String) -> [String] {
        names.filter { $0.hasPrefix(start) }.sorted().compactMap { self[$0] }
    }
}
