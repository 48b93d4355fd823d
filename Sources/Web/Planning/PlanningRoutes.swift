import Domain
import HTML
import Hummingbird
import Services

/// The pages on which staff lay out a programme: the same use cases as the console's.
struct PlanningRoutes {
    let site: WebSite

    func add(to signedIn: RouterGroup<SignedInContext>) {
        PlanListRoutes(desk: desk).add(to: signedIn)
        PlanWeekRoutes(desk: desk).add(to: signedIn)
        SessionAddRoutes(desk: desk).add(to: signedIn)
        SessionEditRoutes(desk: desk).add(to: signedIn)
        SessionMoveRoutes(desk: desk).add(to: signedIn)
        SessionCancelRoutes(desk: desk).add(to: signedIn)
        AudienceRoutes(desk: desk).add(to: signedIn)
        TogetherRoutes(desk: desk).add(to: signedIn)
        ReleaseRoutes(desk: desk).add(to: signedIn)
        RoomRoutes(desk: desk).add(to: signedIn)
        RepeatRoutes(desk: desk).add(to: signedIn)
        UndoRoutes(desk: desk).add(to: signedIn)
    }

    private var desk: PlanDesk { PlanDesk(site: site) }
}
