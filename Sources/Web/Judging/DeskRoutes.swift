import Domain
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Reading: one's own queue, and one candidate of it.
struct DeskRoutes {
    let site: WebSite

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.judging.route) { request, context in
            let (entries, supporter) = try await site.services.awards.queue(by: context.actor)
            let asked = try await site.services.awards.invitations(of: context.actor).contains { $0.answer == .asked }
            if asked, entries.isEmpty { return Response.seeOther(SiteURL.judgingTerms.address) }
            var frame = site.frame("Judging", context.web, at: .judging)
            let query = try request.query()
            frame.banner = banner(query["done"])
            frame.width = .wide
            // Only what they themselves just pressed: whoever has a conflict finds it in no list.
            let left = query["done"] == "conflict" ? query["left"].flatMap { try? AwardPath(candidate: $0) } : nil
            let page = DeskPage(
                entries: entries, supporter: supporter, isAsked: asked, left: left,
                formGuard: site.formGuard(context.web, keyed: true))
            return Response.page(PageLayout(frame) { page })
        }
        signedIn.get(SiteURL.judge("{scheme}", "{category}", "{code}").route) { request, context in
            let path = try Self.path(context)
            let desk: (candidate: DeskCandidate, marks: [DeskMark], supporter: String?)
            do {
                desk = try await site.services.awards.deskCandidate(path, by: context.actor)
            } catch AwardsRefusal.notAssigned {
                // Whoever has not accepted yet reads the terms, whatever of that scheme they ask for.
                guard
                    try await site.services.awards.invitations(of: context.actor).contains(where: {
                        $0.answer == .asked && $0.path.scheme == path.scheme
                    })
                else { throw AwardsRefusal.notAssigned }
                return Response.seeOther(SiteURL.judgingTerms.address)
            }
            let fields = BallotFields(desk.candidate, desk.marks)
            let page = page(desk, fields, [], context, banner: banner(try request.query()["done"]))
            return Response.page(page)
        }
    }

    static func path(_ context: SignedInContext) throws -> AwardPath {
        do {
            return try AwardPath(
                candidate: "\(context.part("scheme"))/\(context.part("category"))/\(context.part("code"))")
        } catch is AwardsRefusal {
            throw AwardsRefusal.notAssigned
        }
    }

    func page(
        _ desk: (candidate: DeskCandidate, marks: [DeskMark], supporter: String?), _ fields: BallotFields,
        _ errors: [FieldError],
        _ context: SignedInContext, abstainReason: String = "", banner: Banner? = nil
    ) -> PageLayout {
        var frame = site.frame(desk.candidate.entry.name, context.web, at: .judging)
        frame.hasErrors = !errors.isEmpty
        frame.width = .wide
        frame.back = BackLink(text: "Judging", address: SiteURL.judging.address)
        frame.banner = banner
        let page = DeskCandidatePage(
            candidate: desk.candidate, marks: desk.marks, supporter: desk.supporter, fields: fields, errors: errors,
            abstainReason: abstainReason,
            formGuard: { site.formGuard(context.web, keyed: true) })
        return PageLayout(frame) { page }
    }

    private func banner(_ done: String?) -> Banner? {
        switch done {
        case "submitted": Banner(.success, "Your ballot is in. You can change it until the round closes.")
        case "saved": Banner(.success, "Saved as a draft. It counts once you hand it in.")
        case "worry": Banner(.success, "Thank you for saying so. The safeguarding lead is told at once.")
        case "abstained": Banner(.success, "You abstained.")
        case "conflict": Banner(.success, "Thank you for saying so. They are no longer among your candidates.")
        case "accepted": Banner(.success, "Thank you for accepting.")
        case "undone": Banner(.success, "They are among your candidates again.")
        default: nil
        }
    }
}
