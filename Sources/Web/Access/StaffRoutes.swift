import Domain
import HTML
import Hummingbird
import Services

/// What staff find after signing in, until their own pages are built.
struct StaffRoutes {
    let site: WebSite

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.staff.route) { _, context in
            guard context.person.schedules else { throw AccessRefusal.notAllowed("see the staff page") }
            return Response.page(
                PageLayout(site.frame("Staff", context.web, at: .staff)) {
                    H1("Staff")
                    P("Planning, releasing and importing are done at the console for now.", .class("lead"))
                    P {
                        "Run "
                        Code("practiceweek console --as \(context.person.email)")
                        " on the server, then "
                        Code("help")
                        ". What you release there shows here at once."
                    }
                    H2("What is here")
                    Ul {
                        Li { A("The programme", href: SiteURL.home.address) }
                        Li { A("My week, with your own places", href: SiteURL.me.address) }
                    }
                })
        }
    }
}
