import Domain
import Foundation
import HTML
import Services

extension SessionForm {
    /// The session to add, if everything typed can be read; every problem is named at once.
    func new(in plan: Plan, people: [Person], errors: inout [FieldError]) -> NewSession? {
        if title.allSatisfy(\.isWhitespace) { errors.append(FieldError(field: "title", message: "Enter a title.")) }
        let reading = time.read(countingFrom: plan.countingFrom, errors: &errors)
        let places = capacity.isEmpty ? nil : Self.capacity(capacity, &errors)
        let emails = Self.emails(leads, people, &errors)
        guard errors.isEmpty else { return nil }
        return NewSession(
            event: plan.event.slug, title: title, kind: kind.isEmpty ? nil : kind,
            strand: strand.isEmpty ? nil : strand, description: description, startsAt: reading.starts,
            endsAt: reading.ends, minutes: reading.ends == nil ? reading.minutes : nil, room: room.isEmpty ? nil : room,
            onlineURL: online.isEmpty ? nil : online, capacity: places, facilitators: emails)
    }

    /// What differs from what the page showed.
    func change(from base: SessionForm, in plan: Plan, people: [Person], errors: inout [FieldError]) -> SessionChange {
        var change = SessionChange()
        if title != base.title {
            if title.allSatisfy(\.isWhitespace) {
                errors.append(FieldError(field: "title", message: "Enter a title."))
            }
            change.title = .set(title)
        }
        if kind != base.kind { change.kind = .set(kind) }
        if strand != base.strand { change.strand = .set(strand.isEmpty ? nil : strand) }
        if description != base.description { change.description = .set(description) }
        if time != base.time {
            var typed = time
            // A length typed beside an end that nobody touched is what is meant.
            if time.ends == base.time.ends, !time.minutes.isEmpty, time.minutes != base.time.minutes {
                typed.ends = ""
            }
            let reading = typed.read(countingFrom: plan.countingFrom, errors: &errors)
            if let starts = reading.starts {
                change.startsAt = .set(starts)
                change.endsAt = .set(
                    reading.ends ?? reading.minutes.map { starts.addingTimeInterval(Double($0) * 60) } ?? starts)
            } else {
                change.startsAt = .set(nil)
                change.endsAt = .set(nil)
                if let minutes = reading.minutes { change.minutes = .set(minutes) }
            }
        }
        if room != base.room { change.room = .set(room.isEmpty ? nil : room) }
        if online != base.online { change.onlineURL = .set(online.isEmpty ? nil : online) }
        if capacity != base.capacity, let places = Self.capacity(capacity, &errors) { change.capacity = .set(places) }
        if leads != base.leads { change.facilitators = .set(Self.emails(leads, people, &errors)) }
        return change
    }

    private static func capacity(_ text: String, _ errors: inout [FieldError]) -> Int? {
        guard let number = wholeNumber(text.replacing(",", with: "")), (1...10_000).contains(number) else {
            errors.append(
                FieldError(field: "capacity", message: "Enter the places as a whole number from 1 to 10,000."))
            return nil
        }
        return number
    }

    /// The addresses of the people named, one a line, by address or by their whole name.
    private static func emails(_ text: String, _ people: [Person], _ errors: inout [FieldError]) -> [String] {
        var emails: [String] = []
        for line in text.split(whereSeparator: { $0 == "\n" || $0 == ";" || $0 == "," }).prefix(50) {
            let typed = line.trimmingCharacters(in: .whitespaces)
            if typed.isEmpty { continue }
            if typed.contains("@") {
                let known = people.first { $0.email == typed.lowercased() }
                if known == nil {
                    errors.append(
                        FieldError(field: "leads", message: unknown(typed, people.map(\.email), kind: "address")))
                }
                emails.append(typed.lowercased())
                continue
            }
            let named = people.filter { $0.name.lowercased() == typed.lowercased() && !$0.hasLeft }
            switch named.count {
            case 1: emails.append(named[0].email)
            case 0:
                errors.append(FieldError(field: "leads", message: unknown(typed, people.map(\.name), kind: "name")))
            default:
                let addresses = named.map(\.email).sorted().joined(separator: " or ")
                errors.append(
                    FieldError(
                        field: "leads", message: "There are several people called “\(typed)”. Write \(addresses)."))
            }
        }
        return emails
    }

    private static func unknown(_ typed: String, _ known: [String], kind: String) -> String {
        let near = NameMatch.near(typed, known).joined(separator: "” or “")
        return "Nobody here has the \(kind) “\(typed.prefix(60))”."
            + (near.isEmpty ? " Check the spelling." : " Did you mean “\(near)”?")
    }

    /// The field that a refusal of the services is about.
    static func field(of refusal: any Refusal) -> String {
        switch refusal {
        case let text as TextProblem:
            switch text {
            case .missing(let what), .tooLong(let what, _), .controlCharacter(let what), .hiddenDirection(let what),
                .caseData(let what):
                what == "the description" ? "description" : what == "a reason" ? "reason" : "title"
            }
        case let people as PeopleRefusal:
            switch people {
            case .nothingNamed(let kind, _, _), .severalNamed(let kind, _, _):
                kind == "room" ? "room" : kind == "strand" ? "strand" : "leads"
            default: "leads"
            }
        case let programme as ProgrammeRefusal: field(of: programme)
        default: "title"
        }
    }

    private static func field(of refusal: ProgrammeRefusal) -> String {
        switch refusal {
        case .kindMalformed: "kind"
        case .urlMalformed: "online"
        case .capacityOutOfRange, .capacityBelowTaken: "capacity"
        case .outsideEvent, .dateAmbiguous, .dateUnreadable: "date"
        case .endNotAfterStart, .tooLong: "ends"
        case .minutesOutOfRange: "minutes"
        case .halfATime, .timeNever, .timeTwice, .timeUnreadable, .releasedCannotBeUnplaced: "starts"
        case .reasonMissing: "reason"
        default: "title"
        }
    }
}
