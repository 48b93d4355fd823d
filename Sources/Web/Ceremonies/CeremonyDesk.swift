import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// What every page on which ceremonies are run begins with.
struct CeremonyDesk: Sendable {
    let site: WebSite

    var ceremonies: CeremonyService { site.services.ceremonies }

    func ceremony(_ context: SignedInContext) async throws -> Ceremony {
        try await ceremonies.ceremony(try context.part("slug"), by: context.actor)
    }

    func frame(
        _ title: String, _ context: SignedInContext, back: BackLink? = nil, errors: [FieldError] = [],
        done: FormFields? = nil, isWide: Bool = false
    ) -> PageFrame {
        var frame = site.frame(title, context.web, at: .ceremonies(.home))
        frame.back = back
        frame.hasErrors = !errors.isEmpty
        frame.width = isWide ? .wide : .reading
        if errors.isEmpty, let word = done?["done"], let notice = Notice(rawValue: word) {
            frame.banner = Banner(.success, notice.heading)
        }
        return frame
    }

    /// What was done just before a page.
    enum Notice: String {
        case added, saved, compiled, rehearsing, ended, appointed, dismissed, moved, interlude, removed, destroyed

        var heading: String {
            switch self {
            case .added: "The ceremony is planned"
            case .saved: "Saved"
            case .compiled: "Compiled from the frozen results"
            case .rehearsing: "A rehearsal is on, with invented winners"
            case .ended: "The rehearsal is over"
            case .appointed: "The crew is changed"
            case .dismissed: "They are off the crew"
            case .moved: "Moved"
            case .interlude: "Added"
            case .removed: "Removed"
            case .destroyed: "It is written down that the paper is destroyed"
            }
        }
    }

    /// The ceremony that a form describes, with what is wrong with it.
    func read(_ fields: FormFields, slug: String, schemes: [String]) -> (NewCeremony?, [FieldError]) {
        var errors: [FieldError] = []
        func moment(_ name: String, _ missing: String?) -> Date? {
            guard let typed = fields[name]?.trimmingCharacters(in: .whitespaces), !typed.isEmpty else {
                if let missing { errors.append(FieldError(field: name, message: missing)) }
                return nil
            }
            do {
                return try DateEntry.moment(typed, today: site.today)
            } catch {
                errors.append(FieldError(field: name, message: error.message))
                return nil
            }
        }
        let title = fields["title"] ?? ""
        if title.allSatisfy(\.isWhitespace) { errors.append(FieldError(field: "title", message: "Enter a title.")) }
        let starts = moment("starts", "Enter when it begins, such as 2 February 2018 19:00.")
        let doors = moment("doors", nil)
        let finish = moment("finish", nil)
        let room = fields["room"] ?? ""
        if room.isEmpty { errors.append(FieldError(field: "room", message: "Choose a room.")) }
        if schemes.isEmpty { errors.append(FieldError(field: "scheme", message: CeremonyRefusal.noSchemes.message)) }
        guard errors.isEmpty, let starts else { return (nil, errors) }
        return (
            NewCeremony(
                slug: slug, title: title, room: room, doorsAt: doors, startsAt: starts, finishAt: finish,
                schemes: schemes), []
        )
    }

    /// The box that a refusal is about.
    static func field(_ refusal: any Refusal) -> String {
        switch refusal {
        case CeremonyRefusal.slugTaken, AwardsRefusal.slugMalformed: "slug"
        case CeremonyRefusal.endsBeforeStart: "finish"
        case CeremonyRefusal.doorsAfterStart: "doors"
        case CeremonyRefusal.noSchemes: "scheme"
        case CeremonyRefusal.minutesOutOfRange: "minutes"
        case CeremonyRefusal.namesYoungPerson: "script"
        case CeremonyRefusal.onePersonTwice: "person"
        default: "title"
        }
    }
}

/// Title, room and times of a ceremony, as a form.
struct CeremonyFields: Component {
    var typed: FormFields
    var errors: [FieldError]
    var rooms: [Room]

    var body: Markup {
        TextField(
            name: "title", label: "Title", value: typed["title"] ?? "", error: errors.message(for: "title"))
        SelectField(
            name: "room", label: "Room", error: errors.message(for: "room"),
            choices: [Choice(value: "", label: "Choose a room")]
                + rooms.map {
                    Choice(
                        value: $0.printed, label: "\($0.printed), up to \($0.capacity)",
                        isChosen: typed["room"] == $0.printed)
                })
        TextField(
            name: "starts", label: "When it begins", hint: "For example, 2 February 2018 19:00",
            value: typed["starts"] ?? "", error: errors.message(for: "starts"), width: .half, isProse: false)
        TextField(
            name: "doors", label: "When the doors open (optional)", value: typed["doors"] ?? "",
            error: errors.message(for: "doors"), width: .half, isProse: false)
        TextField(
            name: "finish", label: "When it should be over (optional)",
            hint: "If the running order takes longer, it says what could be cut",
            value: typed["finish"] ?? "", error: errors.message(for: "finish"), width: .half, isProse: false)
    }
}
