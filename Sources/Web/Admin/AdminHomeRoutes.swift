import Domain
import HTML
import Hummingbird
import Services

/// What those who run the house see first: what failed.
struct AdminHomeRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.admin.route) { _, context in
            let services = site.services
            let page = AdminHomePage(
                mail: try await services.mail.standing(by: context.actor),
                failed: try await services.mail.messages(.failed, by: context.actor).messages,
                withoutLead: try await services.programme.sessionsLedByLeavers(by: context.actor),
                people: try await services.people.directory(by: context.actor).total,
                secrets: try await services.access.secretsInUse(by: context.actor).count)
            return Response.page(PageLayout(site.adminFrame("What needs you", context)) { page })
        }
    }
}

struct AdminHomePage: Component {
    static let mostShown = 10

    var mail: MailStanding
    var failed: [QueuedMessage]
    var withoutLead: [SessionWithoutLead]
    var people: Int
    var secrets: Int

    var body: Markup {
        H1("What needs you")
        if mail.failed + mail.late + withoutLead.count == 0 {
            P("Nothing has failed.", .class("lead"))
        }
        if mail.failed > 0 {
            H2("\(AdminWords.counted(mail.failed, "message", "messages")) could not be sent")
            Ul {
                for message in failed.prefix(Self.mostShown) {
                    Li {
                        A(
                            "\(MailPage.title(message)) to \(message.name ?? "nobody")",
                            href: SiteURL.adminMessage(String(message.id)).address)
                        message.lastError.map { ": \($0.prefix(160))" } ?? ""
                    }
                }
            }
            if mail.failed > Self.mostShown {
                P { A("See all of them", href: SiteURL.adminMail.address.adding("state", "failed")) }
            }
        }
        if mail.late > 0 {
            H2("\(AdminWords.counted(mail.late, "message is", "messages are")) late")
            P {
                "They were due more than ten minutes ago. Check that the worker runs and the mail server answers. "
                A("Look at what is owed", href: SiteURL.adminMail.address.adding("state", "owed"))
            }
        }
        if !withoutLead.isEmpty {
            H2("Sessions led by somebody who has left or leaves before them")
            Ul {
                for session in withoutLead {
                    Li {
                        A(session.title, href: SiteURL.planSession(session.reference).address)
                        ": \(session.name), \(session.why)"
                    }
                }
            }
        }
        H2("Look after")
        Ul {
            Li { A(AdminWords.counted(people, "person", "people"), href: SiteURL.adminPeople.address) }
            Li {
                A(
                    AdminWords.counted(
                        secrets, "token or calendar address", "tokens and calendar addresses",
                        none: "No token or calendar address"),
                    href: SiteURL.adminAccess.address)
                " in use"
            }
            Li { A("Check that everything in the database holds together", href: SiteURL.adminChecks.address) }
            Li { A("Look up who changed what", href: SiteURL.adminAudit.address) }
        }
    }
}
