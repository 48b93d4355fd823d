import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// One candidate's texts, notes, consents and name.
struct ProtectedCandidateRoutes {
    let site: WebSite

    private var protection: ProtectionService { site.services.protection }

    func add(to staff: RouterGroup<SignedInContext>) {
        staff.get(SiteURL.protectionCandidate("{scheme}", "{category}", "{code}").route) { request, context in
            let path = try DeskRoutes.path(context)
            return Response.page(try await page(path, context, done: try request.query()["done"]))
        }
        for act in SiteURL.ProtectionAct.allCases {
            staff.post(SiteURL.protectionAct("{scheme}", "{category}", "{code}", act).route) { request, context in
                try await self.act(act, request, context)
            }
        }
    }

    private func act(
        _ act: SiteURL.ProtectionAct, _ request: Request, _ context: SignedInContext
    ) async throws -> Response {
        let form = try await site.form(request, context.web)
        let path = try DeskRoutes.path(context)
        do {
            if act == .name {
                let read = try await protection.name(of: path, reason: form["reason"] ?? "", by: context.actor)
                return try await shown(read, path, context)
            }
            let said = form.names.filter { $0 != FormGuard.tokenName && $0 != FormGuard.keyName }.sorted().map {
                "\($0)=\(form[$0] ?? "")"
            }
            // Who may not is told that, whatever the form says.
            _ = try await protection.candidate(path, by: context.actor)
            _ = try await site.once(form, request: "\(act) \(path.text) \(said)", by: context.actor) { work in
                try await perform(act, form, path, context.actor, work)
                return ""
            }
            return Response.seeOther(path.protectionAddress.adding("done", act.rawValue))
        } catch let refusal as any Refusal where refusal.kind == .unprocessable || refusal is ProtectionRefusal {
            let kind = form["kind"] == "approved" ? "approved" : "panel"
            let place = act == .text ? kind : act.rawValue
            let error = FieldError(field: field(of: refusal, act, kind), message: refusal.message)
            return Response.page(
                try await page(path, context, typed: form, refused: place, errors: [error]),
                status: ErrorAnswer(refusal).status)
        }
    }

    private func perform(
        _ act: SiteURL.ProtectionAct, _ form: FormFields, _ path: AwardPath, _ actor: Actor, _ work: Work
    ) async throws {
        switch act {
        case .text:
            let kind = CandidateText.Kind(rawValue: form["kind"] ?? "") ?? .panel
            _ = try await protection.write(
                kind, form[kind.rawValue] ?? "", approval: kind == .approved ? form["approval"] ?? "" : nil, of: path,
                by: actor, in: work)
        case .check:
            let kind = form["kind"].flatMap(CandidateText.Kind.init(rawValue:)) ?? .panel
            try await protection.check(path, kind, read: form["read"] ?? "", by: actor, in: work)
        case .note:
            try await protection.note(
                form["note"] ?? "", isDistressing: form["distressing"] != nil, of: path, by: actor, in: work)
        case .consent: _ = try await protection.record(try consent(form), of: path, by: actor, in: work)
        case .withdrawal:
            guard let id = UUID(uuidString: form["consent"] ?? "") else { throw AccessRefusal.notFound("consent") }
            try await protection.withdraw(id, of: path, by: actor, in: work)
        case .called:
            try await site.services.ceremonies.name(
                path, as: form["called"] ?? "", said: form["said"] ?? "", by: actor, in: work)
        case .worry: _ = try await protection.worry(of: path, form["words"] ?? "", by: actor, in: work)
        case .name: break
        }
    }

    private func consent(_ form: FormFields) throws -> NewConsent {
        guard let use = Consent.Use(rawValue: form["use"] ?? ""),
            let channel = Consent.Channel(rawValue: form["channel"] ?? ""),
            let capacity = Consent.Capacity(rawValue: form["capacity"] ?? "")
        else { throw RequestProblem.unreadable }
        guard let answer = form["agrees"], ["yes", "no"].contains(answer) else {
            throw TextProblem.missing("the answer")
        }
        var until: Date?
        if let typed = form["until"], !typed.allSatisfy(\.isWhitespace) {
            let last = try DateEntry.day(typed, today: site.today)
            until = try DateEntry.moment(LocalTime(last.adding(days: 1), ClockTime(minutes: 0)))
        }
        return NewConsent(
            use: use, channel: channel, agrees: answer == "yes", giver: form["giver"] ?? "", capacity: capacity,
            until: until)
    }

    private func field(of refusal: any Refusal, _ act: SiteURL.ProtectionAct, _ kind: String) -> String {
        switch act {
        case .text:
            refusal as? ProtectionRefusal == .approvalMissing || refusal.message.contains("how they approved")
                ? "approval" : kind
        case .check: kind
        case .worry: "panel"
        case .note: "note"
        case .consent:
            refusal is ProgrammeRefusal ? "until" : refusal.message.contains("the answer.") ? "agrees" : "giver"
        case .withdrawal: "answers"
        case .name: "reason"
        case .called: refusal.message.contains("said") ? "said" : "called"
        }
    }

    private func shown(
        _ read: (name: String, givers: [UUID: String]), _ path: AwardPath, _ context: SignedInContext
    ) async throws -> Response {
        let found = try await protection.candidate(path, by: context.actor)
        var frame = site.frame("Legal name", context.web)
        frame.back = BackLink(text: found.candidate.name, address: path.protectionAddress)
        let lines = found.consents.compactMap { consent in
            read.givers[consent.id].map { "\(ProtectionWords.use(consent.use)): \($0)" }
        }
        let page = ReadOncePage(
            heading: "The legal name of \(found.candidate.name)",
            text: ([read.name] + (lines.isEmpty ? [] : ["Who answered:"] + lines)).joined(separator: "\n"),
            note: "That you read this is in the record. It is not shown again by itself.")
        return Response.page(PageLayout(frame) { page })
    }

    private func page(
        _ path: AwardPath, _ context: SignedInContext, typed: FormFields = FormFields(), refused: String? = nil,
        errors: [FieldError] = [], done: String? = nil
    ) async throws -> PageLayout {
        let found = try await protection.candidate(path, by: context.actor)
        let model = ProtectedCandidatePage.Model(
            candidate: found.candidate, texts: found.texts, consents: found.consents,
            evidence: try await site.services.awards.evidence(of: found.candidate, by: context.actor),
            namingWords: try await protection.namingWords(path, by: context.actor),
            called: try await site.services.ceremonies.called(path, by: context.actor), typed: typed, refused: refused,
            errors: errors, formGuard: site.formGuards(context.web))
        var frame = site.frame(found.candidate.name, context.web)
        frame.width = .wide
        frame.hasErrors = !errors.isEmpty
        frame.back = BackLink(text: "Young people", address: SiteURL.protection.address)
        if let done, let words = Self.banners[done] { frame.banner = Banner(.success, words) }
        return PageLayout(frame) { ProtectedCandidatePage(model: model) }
    }

    private static let banners = [
        "text": "The text is saved.", "check": "Checked.", "note": "Saved.",
        "consent": "The answer is recorded and acts from now on.",
        "withdrawal": "Withdrawn. Nothing rests on it from now on.", "called": "Saved.",
        "worry": "Thank you for saying so. The safeguarding lead is told at once.",
    ]
}
