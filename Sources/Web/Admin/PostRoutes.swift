import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// Posts, who holds them when, and handing one on.
struct PostRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.adminPosts.route) { request, context in
            let query = try request.query()
            let passed = query["passed"].flatMap { wholeNumber($0) }
            let frame = site.adminFrame(
                "Posts", context,
                done: passed.map {
                    "The post is handed on, "
                        + AdminWords.counted($0, "session with it", "sessions with it", none: "without any session")
                } ?? (query["done"] == "added" ? "The post is added" : nil))
            let page = PostsPage(posts: try await site.services.posts.posts(by: context.actor), today: site.today)
            return Response.page(PageLayout(frame) { page })
        }
        admin.get(SiteURL.adminNewPost.route) { _, context in Response.page(newPage(context, NewPostForm.Typed())) }
        admin.post(SiteURL.adminPosts.route) { request, context in try await addPost(request, context) }
        admin.get(SiteURL.adminHandover("{id}").route) { _, context in
            Response.page(try await page(try await post(context), context))
        }
        admin.post(SiteURL.adminHandover("{id}").route) { request, context in try await handOver(request, context) }
    }

    private func post(_ context: SignedInContext) async throws -> Post {
        guard let id = UUID(uuidString: try context.part("id")) else { throw AccessRefusal.notFound("post") }
        return try await site.services.posts.post(id, by: context.actor)
    }

    /// The field of these forms that a refusal is about.
    private static func field(of refusal: any Refusal) -> String? {
        switch refusal {
        case PeopleRefusal.nothingNamed, PeopleRefusal.severalNamed, TextProblem.missing("a name or an email address"):
            "person"
        case PeopleRefusal.heldFrom, is ProgrammeRefusal: "from"
        case PeopleRefusal.nameTaken: "name"
        case is TextProblem: "name"
        default: nil
        }
    }

    // MARK: Adding

    private func newPage(_ context: SignedInContext, _ typed: NewPostForm.Typed, errors: [FieldError] = [])
        -> PageLayout
    {
        var frame = site.adminFrame("Add a post", context, errors: errors)
        frame.width = .reading
        frame.back = BackLink(text: "Posts", address: SiteURL.adminPosts.address)
        let form = NewPostForm(typed: typed, errors: errors, formGuard: site.formGuard(context.web, keyed: true))
        return PageLayout(frame) { form }
    }

    private func addPost(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = try await site.form(request, context.web)
        let typed = NewPostForm.Typed(fields)
        do {
            let day = try DateEntry.day(typed.from, today: site.today)
            _ = try await site.once(
                fields, request: "post \(typed)", by: context.actor
            ) { work in
                try await site.services.posts.add(
                    typed.name, holder: typed.person, from: day, by: context.actor, in: work
                ).uuidString
            }
            return Response.seeOther(SiteURL.adminPosts.address.adding("done", "added"))
        } catch let refusal as any Refusal {
            guard let field = Self.field(of: refusal) else { throw refusal }
            let errors = [FieldError(field: field, message: refusal.message)]
            return Response.page(newPage(context, typed, errors: errors), status: ErrorAnswer(refusal).status)
        }
    }

    // MARK: Handing on

    private func page(
        _ post: Post, _ context: SignedInContext, typed: NewPostForm.Typed = .init(), chosen: Set<String>? = nil,
        errors: [FieldError] = []
    ) async throws -> PageLayout {
        var frame = site.adminFrame("Hand on: \(post.name)", context, errors: errors)
        frame.width = .reading
        frame.back = BackLink(text: "Posts", address: SiteURL.adminPosts.address)
        let sessions = try await site.services.posts.sessions(of: post, by: context.actor)
        let page = HandoverPage(
            post: post, sessions: sessions, typed: typed, chosen: chosen ?? Set(sessions.map(\.reference)),
            errors: errors, formGuard: site.formGuard(context.web, keyed: true))
        return PageLayout(frame) { page }
    }

    private func handOver(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let post = try await post(context)
        let fields = try await site.form(request, context.web)
        let typed = NewPostForm.Typed(fields)
        let chosen = fields.all("sessions")
        do {
            let day = try DateEntry.day(typed.from, today: site.today)
            let passed = try await site.once(
                fields, request: "hand over \(post.id) \(typed) \(chosen)", by: context.actor
            ) { work in
                String(
                    try await site.services.posts.handOver(
                        post.id, to: typed.person, on: day, sessions: chosen, by: context.actor, in: work
                    ).count)
            }
            return Response.seeOther(SiteURL.adminPosts.address.adding("passed", passed))
        } catch let refusal as any Refusal {
            guard let field = Self.field(of: refusal) else { throw refusal }
            let errors = [FieldError(field: field, message: refusal.message)]
            return Response.page(
                try await page(post, context, typed: typed, chosen: Set(chosen), errors: errors),
                status: ErrorAnswer(refusal).status)
        }
    }
}
