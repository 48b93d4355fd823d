import Domain
import HTML
import HTTPTypes
import Hummingbird
import Services

/// A scheme's published rules, for whoever may read the programme.
struct SchemeRoutes {
    let site: WebSite

    func add(to pages: RouterGroup<WebContext>) {
        pages.get(SiteURL.schemes.route) { _, context in
            try site.requireMayRead(context)
            let schemes = try await site.services.awards.schemes(by: Actor(.visitor, channel: .web))
            var frame = site.frame("Awards", context)
            frame.width = .reading
            let rolls = try await site.services.awards.rolls()
            return Response.page(PageLayout(frame) { SchemesPage(schemes: schemes, rolls: rolls) })
        }
        pages.get(SiteURL.scheme("{scheme}").route) { _, context in
            try site.requireMayRead(context)
            let slug = try context.part("scheme")
            let awards = site.services.awards
            let scheme = try await awards.scheme(slug, by: context.actor)
            let page = SchemePage(
                scheme: scheme, categories: try await awards.categories(of: slug, by: context.actor),
                criteria: try await awards.allCriteria(of: slug, by: context.actor), isVisitor: context.person == nil,
                hasRoll: try await awards.rolls().contains(scheme.slug))
            var frame = site.frame(scheme.title, context, signInTo: SiteURL.nominate(slug).address)
            frame.width = .reading
            return Response.page(PageLayout(frame) { page })
        }
    }
}
