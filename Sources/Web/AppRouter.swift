import Hummingbird
import Services

/// The whole site as one table of routes. Doors: `pages` for people in a browser, whose errors are pages; `feeds` for
/// calendar programs, which get text and never a cookie or a redirect; the API for programs with a token.
enum AppRouter {
    static func build(_ site: WebSite) -> Router<WebContext> {
        let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: FrontDoor(site: site))
        HealthRoutes(site: site).add(to: router)
        if site.settings.metricsPort == nil { MetricsRoutes(site: site).add(to: router) }
        AssetRoutes().add(to: router)
        CalendarRoutes(site: site).add(to: router)
        API.add(to: router, site)

        let pages = router.group().add(middleware: Visiting(site: site)).add(middleware: PageErrors(site: site))
        ProgrammeRoutes(site: site).add(to: pages)
        SessionRoutes(site: site).add(to: pages)
        LivePlacesRoutes(site: site).add(to: pages)
        SignInRoutes(site: site).add(to: pages)
        OfferRoutes(site: site).add(to: pages)
        LeaverRecordRoutes(site: site).add(to: pages)
        InvitationRoutes(site: site).add(to: pages)
        SchemeRoutes(site: site).add(to: pages)
        RollRoutes(site: site).add(to: pages)
        CardRoutes(site: site).add(to: pages)
        GuestNominatorRoutes(site: site).add(to: pages)
        TextRoutes(site: site).add(to: pages)

        let signedIn = pages.group(context: SignedInContext.self)
        BookingRoutes(site: site).add(to: signedIn)
        MyWeekRoutes(site: site).add(to: signedIn)
        NeedsRoutes(site: site).add(to: signedIn)
        ThankYouRoutes(site: site).add(to: signedIn)
        StaffPages(site: site).add(to: signedIn)
        AdminPages(site: site).add(to: signedIn)
        PlanningRoutes(site: site).add(to: signedIn)
        ProposalRoutes(site: site).add(to: signedIn)
        NominateRoutes(site: site).add(to: signedIn)
        EvidenceRoutes(site: site).add(to: signedIn)
        DeskRoutes(site: site).add(to: signedIn)
        TermsRoutes(site: site).add(to: signedIn)
        CardRoutes(site: site).addSignedIn(to: signedIn)
        BallotRoutes(site: site).add(to: signedIn)
        AwardsRoutes(site: site).add(to: signedIn)
        CeremonyRoutes(site: site).add(to: signedIn)
        StageRoutes(site: site).add(to: signedIn)
        site.routes.learn(router.routes.map { ($0.method, $0.path.description) })
        return router
    }
}
