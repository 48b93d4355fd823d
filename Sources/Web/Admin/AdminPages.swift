import Domain
import Hummingbird

/// The pages of those who run the house.
struct AdminPages {
    let site: WebSite

    func add(to signedIn: RouterGroup<SignedInContext>) {
        let admin = signedIn.group().add(
            middleware: RoleDoor(site: site, roles: [.admin], what: "see the administration pages"))
        AdminHomeRoutes(site: site).add(to: admin)
        PeopleRoutes(site: site).add(to: admin)
        RoleRoutes(site: site).add(to: admin)
        LeavingRoutes(site: site).add(to: admin)
        SecretRoutes(site: site).add(to: admin)
        TeamRoutes(site: site).add(to: admin)
        OrganisationRoutes(site: site).add(to: admin)
        TeamMoveRoutes(site: site).add(to: admin)
        PostRoutes(site: site).add(to: admin)
        MailRoutes(site: site).add(to: admin)
        JobRoutes(site: site).add(to: admin)
        CheckRoutes(site: site).add(to: admin)
        AuditRoutes(site: site).add(to: admin)
    }
}
