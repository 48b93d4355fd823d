import Domain
import Hummingbird

/// The pages of those who schedule, besides planning itself.
struct StaffPages {
    let site: WebSite

    func add(to signedIn: RouterGroup<SignedInContext>) {
        let staff = signedIn.group().add(
            middleware: RoleDoor(site: site, roles: [.staff, .admin], what: "see the staff pages"))
        StaffTodayRoutes(site: site).add(to: staff)
        StaffBookingRoutes(site: site).add(to: staff)
        ImportRoutes(site: site).add(to: staff)
        ExportRoutes(site: site).add(to: staff)
        GuestRoutes(site: site).add(to: staff)
        CheckInRoutes(site: site).add(to: staff)
        TableRoutes(site: site).add(to: staff)
        StaffThankYouRoutes(site: site).add(to: staff)
        CalendarExportRoutes(site: site).add(to: staff)
        ProtectionRoutes(site: site).add(to: staff)
        ProtectedCandidateRoutes(site: site).add(to: staff)
        // A session's facilitators have its register too.
        RegisterRoutes(site: site).add(to: signedIn)
    }
}
