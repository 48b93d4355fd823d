import Domain
import HTML
import Services

/// A part of the site that only some roles have, with its own pages. Which roles a person has is what the database said
/// when this request came in; each page asks again for itself.
enum SitePart {
    case staff, admin

    /// The part that a route belongs to, if this person has it.
    static func of(route: String, for person: SignedIn?) -> SitePart? {
        guard let person else { return nil }
        if route.hasPrefix(SiteURL.staff.address.text) { return person.schedules ? .staff : nil }
        if route.hasPrefix(SiteURL.admin.address.text) { return person.roles.contains(.admin) ? .admin : nil }
        return nil
    }

    var home: WebAddress { self == .staff ? SiteURL.staff.address : SiteURL.admin.address }

    /// Each with the beginnings of other routes that belong to it.
    private var pages: [(title: String, address: SiteURL, beneath: [String])] {
        switch self {
        case .staff:
            [
                ("Today", .staff, []),
                ("Sessions and releases", .planEvents, ["/staff/sessions/", "/staff/bookings/"]),
                ("Rooms", .planRooms, []),
                ("Ceremonies", .ceremonies(.home), ["/staff/new-ceremony"]),
                ("Young people", .protection, []),
                ("Thank you", .staffThankYou, []),
                ("Imports", .staffImports, []),
                ("Exports", .staffExports, []),
            ]
        case .admin:
            [
                ("What needs you", .admin, []), ("People", .adminPeople, []), ("Teams", .adminTeams, []),
                ("Organisation", .adminOrganisation, ["/admin/moves"]),
                ("Posts", .adminPosts, []),
                ("Tokens and calendars", .adminAccess, []), ("Mail", .adminMail, []), ("Jobs", .adminJobs, []),
                ("Checks", .adminChecks, []),
                ("Audit", .adminAudit, []),
            ]
        }
    }

    /// The links of the part, the one that the route belongs to marked.
    func section(at route: String) -> NavigationSection {
        let here = pages.last { page in
            let address = page.address.address.text
            return route == address || route.hasPrefix(address + "/") && page.address.address != home
                || page.beneath.contains { route.hasPrefix($0) }
        }
        return NavigationSection(
            title: self == .staff ? "Staff pages" : "Administration pages",
            links: pages.map { page in
                NavigationLink(
                    title: page.title, address: page.address.address,
                    isCurrent: page.address.address == here?.address.address)
            })
    }
}

extension WebSite {
    /// Where somebody may go besides what everyone may.
    static func roleLinks(_ person: SignedIn) -> [NavigationLink] {
        var links: [NavigationLink] = []
        if person.worries > 0 {
            links.append(NavigationLink(title: "Worries (\(person.worries))", address: SiteURL.protection.address))
        }
        if person.judges { links.append(NavigationLink(title: "Judging", address: SiteURL.judging.address)) }
        if person.hasAwards {
            links.append(NavigationLink(title: "Awards", address: SiteURL.awards(.home).address))
        }
        if person.schedules { links.append(NavigationLink(title: "Staff", address: SiteURL.staff.address)) }
        if person.roles.contains(.admin) {
            links.append(NavigationLink(title: "Admin", address: SiteURL.admin.address))
        }
        return links
    }
}
