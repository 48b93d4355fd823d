import Domain
import HTML
import Hummingbird
import Services

/// The mail: what is owed, what failed and why, what a reader got, and trying again.
struct MailRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.adminMail.route) { request, context in
            let query = try request.query()
            let state = query["state"].flatMap { QueuedMessage.State(rawValue: $0) }
            let before = query["before"].flatMap { wholeNumber($0) }
            let (messages, next) = try await site.services.mail.messages(state, before: before, by: context.actor)
            let page = MailPage(
                state: state, messages: messages, isLater: before != nil, next: next,
                standing: try await site.services.mail.standing(by: context.actor))
            return Response.page(PageLayout(site.adminFrame("Mail", context)) { page })
        }
        admin.get(SiteURL.adminMessage("{id}").route) { request, context in
            let message = try await site.services.mail.message(try number(context), by: context.actor)
            let done = try request.query()["done"] == "again" ? "It is sent again in a moment" : nil
            var frame = site.adminFrame(MailPage.title(message), context, done: done)
            frame.width = .reading
            frame.back = BackLink(text: "Mail", address: SiteURL.adminMail.address)
            let formGuard = site.formGuard(context.web, keyed: true)
            return Response.page(PageLayout(frame) { MessageDetails(message: message, formGuard: formGuard) })
        }
        admin.post(SiteURL.adminMessageRetry("{id}").route) { request, context in
            let form = try await site.form(request, context.web)
            let number = try number(context)
            _ = try await site.once(
                form, request: "mail \(number)", by: context.actor
            ) { work in
                try await site.services.mail.retry(number, by: context.actor, in: work)
                return "owed"
            }
            return Response.seeOther(SiteURL.adminMessage(String(number)).address.adding("done", "again"))
        }
    }

    private func number(_ context: SignedInContext) throws -> Int {
        guard let number = wholeNumber(try context.part("id")) else { throw AccessRefusal.notFound("message") }
        return number
    }
}

/// Messages, newest first.
struct MailPage: Component {
    var state: QueuedMessage.State?
    var messages: [QueuedMessage]
    var isLater: Bool
    var next: Int?
    var standing: MailStanding

    /// "3 messages are to be sent, 1 of them late. Nothing has failed."
    static func words(_ standing: MailStanding) -> String {
        let owed = AdminWords.counted(
            standing.owed, "message is to be sent", "messages are to be sent", none: "Nothing is waiting to be sent")
        let late = standing.late == 0 ? "" : standing.owed == 1 ? ", and is late" : ", \(standing.late) of them late"
        let failed = AdminWords.counted(
            standing.failed, "message could not be sent", "messages could not be sent", none: "Nothing has failed")
        return "\(owed)\(late). \(failed)."
    }

    var body: Markup {
        H1("Mail")
        P(Self.words(standing), .class("lead"))
        DayTabs(
            label: "Which messages",
            tabs: [DayTabs.Tab(title: "All", address: SiteURL.adminMail.address, isCurrent: state == nil)]
                + QueuedMessage.State.allCases.map {
                    DayTabs.Tab(
                        title: Self.word($0), address: SiteURL.adminMail.address.adding("state", $0.rawValue),
                        isCurrent: $0 == state)
                })
        if messages.isEmpty {
            EmptyState("No messages here")
        } else {
            DataTable(
                id: "messages", caption: "Messages, newest first", isCaptionHidden: true, rows: messages,
                columns: [
                    TableColumn("What", .rowHeader) { message in
                        A(href: SiteURL.adminMessage(String(message.id)).address) {
                            Self.title(message)
                            Span(", number \(message.id)", .class("visually-hidden"))
                        }
                    },
                    TableColumn("To") { Bdi($0.name ?? "") },
                    TableColumn("State") { Self.tag($0.state) },
                    TableColumn("When") { AdminWords.moment($0.sentAt ?? $0.createdAt) },
                    TableColumn("Tries", .number) { String($0.attempts) },
                    TableColumn("Why not") { String(($0.lastError ?? "").prefix(120)) },
                ])
            CursorLinks(
                address: SiteURL.adminMail.address.adding("state", state?.rawValue), isLater: isLater, next: next)
        }
    }

    /// What kind of message it is, in words.
    static func title(_ message: QueuedMessage) -> String {
        switch MessageTemplate(rawValue: message.template) {
        case .signInCode: "Sign-in code"
        case .bookingConfirmed: "Place booked"
        case .bookingWaiting: "On the waiting list"
        case .bookingPromoted: "Moved up from the waiting list"
        case .bookingCancelled: "Place given back"
        case .sessionCancelled: "Session cancelled"
        default: spoken(message.template)
        }
    }

    /// "Worry raised"
    static func spoken(_ template: String) -> String {
        let words = template.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    static func word(_ state: QueuedMessage.State) -> String {
        switch state {
        case .owed: "Owed"
        case .sent: "Sent"
        case .failed: "Failed"
        case .dropped: "No longer right"
        }
    }

    static func tag(_ state: QueuedMessage.State) -> StateTag {
        switch state {
        case .owed: StateTag(.waiting, word(state))
        case .sent: StateTag(.good, word(state))
        case .failed: StateTag(.stopped, word(state))
        case .dropped: StateTag(.neutral, word(state))
        }
    }
}

/// One message: how it stands, and what its reader got.
struct MessageDetails: Component {
    var message: QueuedMessage
    var formGuard: FormGuard

    var body: Markup {
        H1(MailPage.title(message))
        SummaryList(rows: [
            .init("To") {
                Bdi(message.name ?? "Nobody")
                if let email = message.email { Span(" \(email)", .translate(false)) }
            },
            .init("State") { MailPage.tag(message.state) },
            .init("Made", AdminWords.moment(message.createdAt)),
            .init(
                message.state == .sent ? "Sent" : "Next try",
                message.state == .sent ? AdminWords.moment(message.sentAt) : nextTry),
            .init("Tries", String(message.attempts)),
            .init("What went wrong", message.lastError ?? "Nothing"),
        ])
        if message.canRetry {
            PostForm(to: SiteURL.adminMessageRetry(String(message.id)).address, guard: formGuard) {
                ActionButton("Send it again")
            }
        }
        H2("What the reader got")
        if let text = message.text {
            P { Strong(message.subject ?? "") }
            Pre(text, .class("letter"), .tabindex(0), .role(.region), .aria(.label, "Text of the message"))
        } else {
            P(
                message.state == .sent
                    ? "The text of this message is not kept: sign-in codes never are, nor is mail sent before texts were."
                    : "It has not been sent. Its words are put together when it is.")
        }
    }

    private var nextTry: String {
        message.state == .owed ? AdminWords.moment(message.notBefore) : "None"
    }
}
