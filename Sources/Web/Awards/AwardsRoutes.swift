import Domain
import Hummingbird
import Services

/// The pages on which awards are run: by staff, by administrators without what is in them, and by the chairs of panels.
struct AwardsRoutes {
    let site: WebSite

    func add(to signedIn: RouterGroup<SignedInContext>) {
        let desk = AwardsDesk(site: site)
        AwardsHomeRoutes(desk: desk).add(to: signedIn)
        let running = signedIn.group().add(
            middleware: RoleDoor(site: site, roles: [.staff, .admin], what: "run awards"))
        SchemeDeskRoutes(desk: desk).add(to: running)
        SchemeFormRoutes(desk: desk).add(to: running)
        CategoryRoutes(desk: desk).add(to: running)
        PanelRoutes(desk: desk).add(to: running)
        FreezeRoutes(desk: desk).add(to: running)
        let screening = signedIn.group().add(
            middleware: RoleDoor(site: site, roles: [.staff], what: "see nominations"))
        ScreeningRoutes(desk: desk).add(to: screening)
        RoundRoutes(desk: desk).add(to: screening)
        PaperRoutes(desk: desk).add(to: screening)
        // The chair of a panel has these too; the services decide.
        YoungJudgeRoutes(desk: desk).add(to: signedIn)
        ConflictRoutes(desk: desk).add(to: signedIn)
        BoardRoutes(desk: desk).add(to: signedIn)
        MeetingRoutes(desk: desk).add(to: signedIn)
    }
}
