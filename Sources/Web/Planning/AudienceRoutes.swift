import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Who may book a session.
struct AudienceRoutes {
    let desk: PlanDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.planAudience("{reference}").route) { _, context in
            try desk.requireSchedules(context)
            let reference = try desk.reference(context)
            return Response.page(try await layout(reference, nil, [], context))
        }
        signedIn.post(SiteURL.planAudience("{reference}").route) { request, context in
            try await set(request, context)
        }
    }

    private func set(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reference = try desk.reference(context)
        try desk.requireSchedules(context, to: "set audiences")
        let sent = try await desk.site.form(request, context.web)
        let form = AudienceForm(sent)
        do {
            _ = try await desk.once(sent, request: "audience \(reference) \(form)", context) { work in
                try await desk.programme.setAudience(reference, form.rules, by: context.actor, in: work).reference
            }
            return Response.seeOther(
                SiteURL.planSession(reference).address.adding("done", PlanNotice.audience.rawValue)
                    .adding("about", reference))
        } catch let refusal as any Refusal where refusal.kind == .unprocessable || refusal.kind == .notFound {
            // The session itself may be what does not exist; reading it again tells.
            let error = FieldError(field: "after", message: refusal.message)
            return Response.page(
                try await layout(reference, form, [error], context), status: PlanDesk.status(refusal))
        }
    }

    private func layout(
        _ reference: String, _ typed: AudienceForm?, _ errors: [FieldError], _ context: SignedInContext
    ) async throws -> PageLayout {
        _ = try await desk.site.isDemo()
        let session = try await desk.programme.draft(reference, by: context.actor)
        let teams = try await desk.site.services.people.teams()
        let employers = try await desk.site.services.people.employers()
        let page = AudiencePage(
            session: session, form: typed ?? AudienceForm(notation: session.draft?.audience ?? ""),
            services: Set(teams.map(\.service)).filter { !$0.isEmpty }.sorted(), teams: teams.map(\.name).sorted(),
            employers: employers.sorted(), formGuard: desk.site.formGuard(context.web, keyed: true), errors: errors)
        var frame = desk.frame(
            "Who may book \(session.title)", context,
            back: BackLink(address: SiteURL.planSession(reference).address), errors: errors)
        frame.width = .reading
        return PageLayout(frame) { page }
    }
}

/// The answers of the page: what is ticked, and what has to come first.
struct AudienceForm: Equatable {
    var ticked: Set<String>
    /// References, as typed.
    var after: String

    init(_ form: FormFields) {
        ticked = Set(
            ["role", "service", "team", "employer"].flatMap { kind in form.all(kind).map { "\(kind):\($0)" } })
        after = String((form["after"] ?? "").prefix(500))
    }

    init(notation: String) {
        let rules = (try? Audience.parse(notation)) ?? []
        ticked = []
        var first: [String] = []
        for rule in rules {
            if case .after(let reference) = rule {
                first.append(reference)
            } else {
                ticked.insert(Audience.print([rule]))
            }
        }
        after = first.joined(separator: ", ")
    }

    var rules: [Audience.Rule] {
        var rules: [Audience.Rule] = []
        for entry in ticked.sorted() {
            let halves = entry.split(separator: ":", maxSplits: 1).map(String.init)
            guard halves.count == 2 else { continue }
            switch halves[0] {
            case "role": if let role = Domain.Role(rawValue: halves[1]) { rules.append(.role(role)) }
            case "service": rules.append(.service(halves[1]))
            case "team": rules.append(.team(halves[1]))
            default: rules.append(.employer(halves[1]))
            }
        }
        let references = after.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace })
        return rules + references.prefix(20).map { .after($0.uppercased()) }
    }
}

/// Boxes to tick: any of them is enough; nothing ticked is everyone.
struct AudiencePage: Component {
    var session: Session
    var form: AudienceForm
    var services: [String]
    var teams: [String]
    var employers: [String]
    var formGuard: FormGuard
    var errors: [FieldError]

    var body: Markup {
        ErrorSummary(errors)
        H1("Who may book \(session.title)")
        P(
            "Tick whom it is for. Somebody who fits any one of them may book; if nothing is ticked, everyone may. It counts at once, and nobody who is booked loses a place."
        )
        PostForm(to: SiteURL.planAudience(session.reference).address, guard: formGuard) {
            group("role", "Roles", Domain.Role.allCases.map { ($0.rawValue, SessionWords.plural($0)) })
            if !services.isEmpty { group("service", "Services", services.map { ($0, $0) }) }
            if !teams.isEmpty { group("team", "Teams", teams.map { ($0, $0) }) }
            if !employers.isEmpty { group("employer", "Employers", employers.map { ($0, $0) }) }
            TextField(
                name: "after", label: "Only after",
                hint: "References of sessions to have been to first, like PW18-004. Empty: none.",
                value: form.after, error: errors.message(for: "after"), isProse: false)
            ActionRow {
                ActionButton("Save")
                A("Leave it as it is", href: SiteURL.planSession(session.reference).address)
            }
        }
    }

    private func group(_ kind: String, _ legend: String, _ values: [(String, String)]) -> ChoiceGroup {
        ChoiceGroup(
            kind: .checkboxes, name: kind, legend: legend,
            choices: values.map { value, label in
                Choice(
                    value: value, label: label.prefix(1).uppercased() + label.dropFirst(),
                    isChosen: form.ticked.contains("\(kind):\(value)"))
            })
    }
}
