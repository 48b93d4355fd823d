import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// What every page about running awards begins with: the scheme, the frame around the page, and how a form is taken.
struct AwardsDesk: Sendable {
    let site: WebSite

    var awards: AwardsService { site.services.awards }

    func scheme(_ context: SignedInContext) async throws -> Scheme {
        try await awards.scheme(try context.part("scheme"), by: context.actor)
    }

    func frame(
        _ title: String, _ context: SignedInContext, back: BackLink? = nil, errors: [FieldError] = [],
        done: FormFields? = nil, wide: Bool = false
    ) -> PageFrame {
        var frame = site.frame(title, context.web, at: .awards(.home))
        frame.back = back
        frame.hasErrors = !errors.isEmpty
        frame.width = wide ? .wide : .reading
        if errors.isEmpty, let word = done?["done"], let notice = AwardsNotice(rawValue: word) {
            frame.banner = Banner(.success, notice.heading)
        }
        return frame
    }

    /// As the site takes every form that can be given back to be mended.
    func take(
        _ form: FormFields, _ request: String, _ context: SignedInContext, to address: (String) -> WebAddress,
        field: (any Refusal) -> String, again: ([FieldError]) async throws -> PageLayout,
        _ body: (Work) async throws -> String
    ) async throws -> Response {
        try await site.take(form, request, context, to: address, field: field, again: again, body)
    }

    /// A day that was typed, or what is wrong with it.
    func day(_ typed: String?, _ field: String, _ missing: String, _ errors: inout [FieldError]) -> Day? {
        guard let typed else {
            errors.append(FieldError(field: field, message: missing))
            return nil
        }
        do {
            return try DateEntry.day(typed, today: site.today)
        } catch {
            errors.append(FieldError(field: field, message: error.message))
            return nil
        }
    }

    /// An error where nothing was typed.
    static func require(_ form: FormFields, _ field: String, _ message: String, _ errors: inout [FieldError]) {
        guard (form[field] ?? "").allSatisfy(\.isWhitespace) else { return }
        errors.append(FieldError(field: field, message: message))
    }

    /// The last part of a new page's address: as typed, or made of the title.
    static func address(_ form: FormFields) -> String {
        let typed = (form["slug"] ?? "").trimmingCharacters(in: .whitespaces)
        return typed.isEmpty ? Slug.from(form["title"] ?? "") : typed
    }

    /// Asks for that part, beneath the title.
    static func addressField(_ form: FormFields, _ errors: [FieldError], example: String) -> TextField {
        TextField(
            name: "slug", label: "Last part of its web address (optional)",
            hint: "Such as \(example). Leave it empty and it is made of the title. It stays for good.",
            value: form["slug"] ?? "", error: errors.message(for: "slug"), width: .half, isProse: false)
    }

    /// A whole number that was typed; nil and no error where nothing was.
    static func number(
        _ form: FormFields, _ field: String, _ what: String, in range: ClosedRange<Int>, _ errors: inout [FieldError]
    ) -> Int? {
        guard let typed = form[field]?.trimmingCharacters(in: .whitespaces), !typed.isEmpty else { return nil }
        let digits = typed.hasPrefix("-") ? String(typed.dropFirst()) : typed
        if let size = wholeNumber(digits) {
            let number = typed.hasPrefix("-") ? -size : size
            if range.contains(number) { return number }
        }
        errors.append(
            FieldError(
                field: field,
                message: "\(what) is a whole number from \(range.lowerBound) to \(range.upperBound)."))
        return nil
    }
}

/// What was just done, as the page after it says.
enum AwardsNotice: String {
    case added, saved, removed, published, copied, accepted, ineligible, withdrawn, merged, seated, unseated, shared,
        opened,
        closed, decided, frozen, dismissed, imposed, asked, moved, voted, counted, reminded,
        apart, screeners
    case meeting, met
    case reconsidered, passed, held, worry, ended, answered
    case typedIn = "typed"
    case embargoed = "embargo"

    var heading: String {
        switch self {
        case .added: "Added"
        case .saved: "Saved"
        case .removed: "Removed"
        case .published: "The rules are published, and stay as they are"
        case .copied: "The new scheme is a draft: look through its dates and rules"
        case .accepted: "Accepted: the nominee stands for this award"
        case .ineligible: "Marked as not eligible, with the reason"
        case .withdrawn: "Withdrawn"
        case .reconsidered: "Back among those to screen"
        case .passed: "You passed it for the panel"
        case .ended: "The card no longer lets anybody in"
        case .worry: "Thank you for saying so. The safeguarding lead is told at once"
        case .held: "Held back: the panel does not see the file"
        case .apart: "Kept: they are two, and are not put side by side again"
        case .screeners: "The other officers are asked by mail, once a day at most"
        case .merged: "Merged: they are one candidate with several voices"
        case .seated: "The panel is changed"
        case .answered: "Kept: they accepted on paper"
        case .typedIn: "The ballot is typed in, and its judge is told"
        case .unseated: "They are off the panel"
        case .shared: "The candidates are shared out"
        case .opened: "The round is open, and nominations are closed"
        case .closed: "The round is closed"
        case .decided: "The decision is recorded"
        case .frozen: "The result is frozen"
        case .meeting: "The meeting is open"
        case .reminded: "Every judge whose ballots are missing is reminded by mail, once a day at most"
        case .moved: "The motion is put to the vote"
        case .voted: "Your vote is cast"
        case .counted: "The votes are counted"
        case .met: "The meeting is closed"
        case .dismissed: "Dismissed: they may judge the candidate"
        case .imposed: "The conflict is recorded: the candidate no longer exists for that judge"
        case .embargoed: "The embargo is set"
        case .asked: "A second person has to set the same time"
        }
    }
}

/// The pages of one scheme, for those who run it.
struct SchemeNavigation: Component {
    enum Place { case overview, rules, nominations, panels, conflicts, round, results }

    var scheme: Scheme
    var here: Place
    /// Whether nominations and scores may be read at all: not by administrators.
    var isStaff: Bool

    var body: Markup {
        ViewSwitch(
            label: "This scheme",
            views: places.map { place, title, address in
                NavigationLink(title: title, address: SiteURL.awards(address).address, isCurrent: place == here)
            })
    }

    private var places: [(Place, String, AwardsPlace)] {
        let slug = scheme.slug
        var places: [(Place, String, AwardsPlace)] = [
            (.overview, "Overview", .scheme(slug)), (.rules, "Rules", .rules(slug)),
        ]
        if isStaff { places.append((.nominations, "Nominations", .nominations(slug))) }
        places.append((.panels, "Panels", .panels(slug)))
        if isStaff {
            places.append((.conflicts, "Conflicts", .conflicts(slug)))
            if scheme.kind != .celebrated { places.append((.round, "Judging", .round(slug))) }
        }
        places.append((.results, "Results", .results(slug)))
        return places
    }
}
