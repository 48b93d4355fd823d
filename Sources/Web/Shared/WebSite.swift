import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Services
import Synchronization

/// What every route shares: the use cases, the settings, the cache of public pages, the limits, and how a page is framed.
final class WebSite: Sendable {
    let services: Services
    let settings: WebSettings
    let hosts: AcceptedHosts
    let pages = PageCache()
    /// Drafts of events, for pages of those who schedule.
    let plans = KeptUntilChange<Plan>(most: 20)
    /// What readers who are signed in share of pages with something of their own.
    let programmes = KeptUntilChange<ProgrammeRoutes.Shared>(most: 200)
    let sessions = KeptUntilChange<SessionPages.Shared>(most: 500)
    let places = LivePlaces()
    /// Streams to people who are signed in: screens, meetings, work under way.
    let screens = StreamSeats(most: 1000)
    /// What the room sees of a ceremony, with its sequence, as it is sent to each of its screens.
    let stages = MadeOnce<(sequence: Int, message: ByteBuffer)>(most: 20, longest: .seconds(5))
    let printShop: PrintShop
    let deadlines: Deadlines
    let metrics = Metrics()
    let routes = RouteTable()
    let anonymousTries: RateLimit
    let recentSignIns = RecentSignIns()
    /// Whether this is a demonstration, once known; a database never changes its mind.
    private let demo = Mutex<Bool?>(nil)

    init(services: Services, settings: WebSettings) {
        self.services = services
        self.settings = settings
        printShop = PrintShop(path: settings.printerPath)
        deadlines = Deadlines(longest: .seconds(settings.requestSeconds))
        hosts = AcceptedHosts(baseURL: settings.baseURL ?? services.settings.baseURL, isLoopback: settings.isLoopback)
        anonymousTries = RateLimit(settings.mostAnonymousTries, per: .seconds(900))
    }

    /// What whole addresses begin with.
    var baseURL: String { settings.baseURL ?? services.settings.baseURL }

    /// Learns the port; without a base address of its own the site is where it listens.
    func listens(on port: Int) {
        guard settings.baseURL == nil else { return }
        services.settings.listens(
            at: "http://\(settings.host.contains(":") ? "[\(settings.host)]" : settings.host):\(port)")
    }

    func isDemo() async throws -> Bool {
        if let known = demo.withLock({ $0 }) { return known }
        let read = try await services.access.installation().isDemo
        demo.withLock { $0 = read }
        return read
    }

    /// What is known without asking the database.
    var isKnownDemo: Bool { demo.withLock { $0 } ?? false }

    func errorID() -> String {
        services.outside.randomBytes(5).map { padded16($0) }.joined()
    }

    private func padded16(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }

    /// Whether a visitor may read the programme.
    func requireMayRead(_ context: WebContext) throws {
        guard services.settings.isPublic || context.person != nil else { throw AccessRefusal.signInFirst }
    }

    /// Today on London's walls.
    var today: Day { London.local(services.outside.now()).day }

    // MARK: Forms

    /// The token for forms on a page for this browser. Without any secret there is none, and no form will be taken.
    func formGuard(_ context: WebContext, keyed: Bool = false) -> FormGuard {
        let secret = context.person == nil ? context.browser : context.session
        return FormGuard(
            token: secret.map(services.access.formToken(of:)) ?? "", key: keyed ? services.access.freshSecret() : nil)
    }

    /// As `formGuard` with a key, for the many forms of one page: each has a key of its own, all share the token.
    func formGuards(_ context: WebContext) -> () -> FormGuard {
        let token = formGuard(context).token
        return { FormGuard(token: token, key: self.services.access.freshSecret()) }
    }

    /// Reads a form that was sent by a page of ours in this browser; anything else is refused.
    ///
    /// - Parameter signingIn: whether its page may have been opened before somebody signed in in this browser.
    func form(_ request: Request, _ context: WebContext, signingIn: Bool = false) async throws -> FormFields {
        try requireOwnOrigin(request)
        let body = try await request.wholeBody(upTo: settings.mostBodyBytes, context)
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased() ?? ""
        guard type.isEmpty || type == "application/x-www-form-urlencoded",
            let text = String(validating: body.readableBytesView, as: UTF8.self), let fields = FormFields(text)
        else { throw RequestProblem.unreadable }
        try requireOwnToken(fields, context, signingIn: signingIn)
        return fields
    }

    /// Whoever is signed in proves it by their session: the browser's own secret is older, and may have been planted.
    func requireOwnToken(_ fields: FormFields, _ context: WebContext, signingIn: Bool = false) throws {
        let token = fields[FormGuard.tokenName] ?? ""
        let browser = context.person == nil || signingIn ? context.browser : nil
        let secrets = [context.session, browser].compactMap(\.self)
        guard secrets.contains(where: { services.access.isFormToken(token, of: $0) }) else {
            throw RequestProblem.foreignForm
        }
    }

    func requireOwnOrigin(_ request: Request) throws {
        if let site = request.headers[Self.fetchSite], site != "same-origin", site != "none" {
            throw RequestProblem.foreignForm
        }
        if let origin = request.headers[.origin] {
            guard let start = origin.firstRange(of: "://"), let own = request.head.authority,
                origin[start.upperBound...].lowercased() == own.lowercased()
            else { throw RequestProblem.foreignForm }
        }
    }

    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin

    // MARK: Frames

    /// The frame of a page for whoever asks.
    func frame(_ title: String, _ context: WebContext, at here: SiteURL? = nil, signInTo: WebAddress? = nil)
        -> PageFrame
    {
        let here = here?.address
        var links = [NavigationLink(title: "Programme", address: SiteURL.home.address)]
        var visitor = PageFrame.Visitor.signedOut(
            signIn: SiteURL.signIn.address.adding("to", signInTo?.text))
        if let person = context.person, person.judgesByCard {
            links = [NavigationLink(title: "Judging", address: SiteURL.judging.address)]
            visitor = .signedIn(name: person.name, signOut: SiteURL.signOut.address, guard: formGuard(context))
        } else if let person = context.person {
            links.append(
                person.onlyNominates
                    ? NavigationLink(title: "My nominations", address: SiteURL.nominations.address)
                    : NavigationLink(title: "My week", address: SiteURL.me.address))
            links += Self.roleLinks(person)
            visitor = .signedIn(name: person.name, signOut: SiteURL.signOut.address, guard: formGuard(context))
        }
        let route = context.endpointPath ?? ""
        let part = SitePart.of(route: route, for: context.person)
        links = links.map {
            NavigationLink(
                title: $0.title, address: $0.address, isCurrent: $0.address == here || $0.address == part?.home)
        }
        return PageFrame(
            centre: services.settings.centre, title: title, navigation: links, section: part?.section(at: route),
            visitor: visitor, isDemonstration: isKnownDemo)
    }
}
