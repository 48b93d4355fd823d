import Domain
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// The screens of the night: the room's, the stage manager's and the presenter's. Each is a page that stands by itself, and is told by
/// server-sent events when it has changed.
struct StageRoutes {
    let desk: CeremonyDesk

    init(site: WebSite) { desk = CeremonyDesk(site: site) }

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.ceremonies(.night("{slug}")).route) { _, context in
            let ceremony = try await desk.ceremony(context)
            let plans = context.person.roles.contains { [.staff, .admin].contains($0) }
            return Response.page(
                PageLayout(desk.frame(ceremony.title, context)) { NightPage(ceremony: ceremony, plans: plans) })
        }
        for screen in StageScreen.allCases {
            signedIn.get(screen.place("{slug}").route) { request, context in
                let query = try request.query()
                return Response.page(try await page(screen, context, problem: nil, query))
            }
        }
        signedIn.get(SiteURL.ceremonies(.live("{slug}", "{view}")).route) { _, context in
            guard let screen = StageScreen(rawValue: try context.part("view")) else {
                throw AccessRefusal.notFound("screen")
            }
            let slug = try await desk.ceremony(context).slug
            return live(slug, screen, context)
        }
        signedIn.post(SiteURL.ceremonies(.cues("{slug}")).route) { request, context in
            try await press(request, context)
        }
    }

    // MARK: Pages

    private func page(
        _ screen: StageScreen, _ context: SignedInContext, problem: String?, _ query: FormFields = FormFields()
    ) async throws -> ScreenLayout {
        let part = try await part(screen, try context.part("slug"), context)
        return ScreenLayout(
            title: "\(screen.title), \(part.stage.ceremony.title)", screen: screen.rawValue,
            problem: problem
        ) { part }
    }

    /// The part of a screen that changes.
    private func part(
        _ screen: StageScreen, _ slug: String, _ context: SignedInContext
    ) async throws -> StagePart {
        StagePart(
            screen: screen,
            stage: try await desk.ceremonies.stage(slug, isRoom: screen == .audience, by: context.actor),
            formGuard: desk.site.formGuards(context.web))
    }

    // MARK: Changes

    /// All of it first, then all of it again with every change, and every ten seconds, as consents end by themselves. What the room sees
    /// is made once for all of its screens.
    private func live(_ slug: String, _ screen: StageScreen, _ context: SignedInContext) -> Response {
        desk.site.stream(
            context, pause: .milliseconds(40), told: -1, mayListen: { try await mayListen(slug, context) },
            news: { told, generation, isAnew in
                let (sequence, message) = try await message(slug, screen, context, generation)
                guard isAnew || sequence != told else { return .nothing }
                told = sequence
                return .message(message)
            })
    }

    private func mayListen(_ slug: String, _ context: SignedInContext) async throws -> Bool {
        do {
            _ = try await desk.ceremonies.ceremony(slug, by: context.actor)
            return true
        } catch AccessRefusal.notFound {
            return false
        }
    }

    private func message(
        _ slug: String, _ screen: StageScreen, _ context: SignedInContext, _ generation: Int
    ) async throws -> (sequence: Int, message: ByteBuffer) {
        guard screen == .audience else { return try await message(slug, screen, context) }
        return try await desk.site.stages.value(slug, generation: generation) {
            try await message(slug, screen, context)
        }
    }

    private func message(
        _ slug: String, _ screen: StageScreen, _ context: SignedInContext
    ) async throws -> (sequence: Int, message: ByteBuffer) {
        let part = try await part(screen, slug, context)
        return (part.stage.ceremony.cue.sequence, StreamNews.html(part.markup.bytes))
    }

    // MARK: Pressing

    private func press(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = try await desk.site.form(request, context.web)
        let slug = try await desk.ceremony(context).slug
        let screen = fields["screen"].flatMap(StageScreen.init(rawValue:)) ?? .stage
        let seen = wholeNumber(fields["seen"] ?? "")
        let what = fields["do"] ?? ""
        do {
            _ = try await desk.site.once(
                fields, request: "cue \(slug) \(what) \(seen ?? 0) \(fields["award"] ?? "")", by: context.actor
            ) { work in
                switch what {
                case "next", "begin":
                    _ = try await desk.ceremonies.next(
                        slug, seen: seen, onAnyDay: what == "begin", by: context.actor, in: work)
                case "confirm":
                    _ = try await desk.ceremonies.confirm(
                        slug, item: wholeNumber(fields["award"] ?? "") ?? 0, by: context.actor, in: work)
                case "unlock", "back":
                    _ = try await desk.ceremonies.back(
                        slug, isUnlocked: what == "unlock", seen: seen, by: context.actor, in: work)
                default: throw AccessRefusal.notFound("button")
                }
                return slug
            }
            return Response.seeOther(screen.place(slug).address)
        } catch let refusal as any Refusal where WebSite.isMendable(refusal) {
            return Response.page(
                try await page(screen, context, problem: refusal.message), status: WebSite.status(refusal))
        }
    }
}

/// A screen of the night.
enum StageScreen: String, CaseIterable {
    case audience, stage, presenter

    var title: String {
        switch self {
        case .audience: "The screen in the room"
        case .stage: "Stage manager"
        case .presenter: "Presenter"
        }
    }

    func place(_ slug: String) -> SiteURL {
        switch self {
        case .audience: .ceremonies(.audience(slug))
        case .stage: .ceremonies(.stage(slug))
        case .presenter: .ceremonies(.presenter(slug))
        }
    }
}
