import Domain
import Foundation
import HTML

/// What the centre keeps about its reader. Nobody else is named in it.
struct MyDataPage: Component {
    var record: PersonalRecord
    var centre: String

    var body: Markup {
        H1("What the centre knows about you")
        P(
            "This is all that this service keeps about you. Print the page or save it to have a copy.", .class("lead"))
        P(.class("on-screen")) {
            A("Take the record of your sessions with you", href: SiteURL.mySessionsFile.address)
            ", the booked and the led, as a file for a spreadsheet."
        }
        particulars
        roles
        offices
        needs
        leads
        places
        nominations
        waysIn
        letters
        exports
        deeds
        H2("If something is wrong")
        P("Tell \(centre): its staff can change what is above, and explain why it is kept.")
        P { A("How we look after what we keep", href: SiteURL.privacy.address) }
    }

    private var particulars: Markup {
        let own = record.particulars
        var rows: [SummaryList.Row] = [
            .init("Name", own.name), .init("Email address", own.email), .init("Job title", Self.given(own.jobTitle)),
            .init("Team", Self.given(own.team)), .init("Service", Self.given(own.service)),
            .init("Employer", Self.given(own.employer)),
            .init("Roles", Self.given(own.roles.map(AdminWords.role).joined(separator: ", "))),
            .init("Known since", London.local(own.since).day.long),
        ]
        if let leavesAt = own.leavesAt { rows.append(.init("Leaves on", London.local(leavesAt).day.long)) }
        for move in record.moves { rows.append(.init("Moves to", "\(move.team), on \(move.day.long)")) }
        return Markup {
            H2("Who you are")
            SummaryList(rows: rows)
        }
    }

    private static func given(_ text: String?) -> String { text.flatMap { $0.isEmpty ? nil : $0 } ?? "Not given" }

    /// Rows of one kind under a heading, the newest first, or that there are none.
    @MarkupBuilder private func part<Row>(
        _ heading: String, id: String, note: String? = nil, empty: String, rows: [Row], columns: [TableColumn<Row>]
    ) -> Markup {
        H2(heading)
        if let note { P(note) }
        if rows.isEmpty {
            P(empty)
        } else {
            DataTable(
                id: id, caption: "\(heading), the newest first", isCaptionHidden: true, rows: rows, columns: columns)
        }
    }

    private var roles: Markup {
        part(
            "Your roles", id: "roles", note: "What you may do here, from when to when.",
            empty: "You have never held one.", rows: record.roles,
            columns: [
                TableColumn("Role", .rowHeader) { grant in AdminWords.role(grant.role) },
                TableColumn("From") { grant in grant.firstDay.long },
                TableColumn("Last day") { grant in grant.lastDay?.long ?? "None" },
            ])
    }

    private var offices: Markup {
        part(
            "Your posts", id: "offices", empty: "You have never held one.", rows: record.offices,
            columns: [
                TableColumn("Post", .rowHeader) { office in office.post },
                TableColumn("From") { office in office.from.long },
                TableColumn("Last day") { office in office.to?.long ?? "Until it is handed on" },
            ])
    }

    @MarkupBuilder private var needs: Markup {
        H2("What you need to take part")
        if let needs = record.needs {
            P { Bdi(needs.words) }
            P(
                needs.isShared
                    ? "The centre’s staff may read it with your name, and so may those who lead your sessions."
                    : "The centre’s staff may read it with your name. Those who lead your sessions learn only how many need what."
            )
        } else {
            P("You have not told us of anything.")
        }
        P(.class("on-screen")) { A("Change it", href: SiteURL.myNeeds.address) }
    }

    private var leads: Markup {
        part(
            "Sessions that you lead", id: "leads", empty: "None, and none before.", rows: record.leads,
            columns: [
                TableColumn("Session", .rowHeader) { lead in
                    A(lead.title, href: SiteURL.session(lead.session).address)
                },
                TableColumn("When") { lead in lead.startsAt.map(Self.moment) ?? "Not yet decided" },
                TableColumn("State") { lead in lead.state.rawValue.capitalized },
            ])
    }

    private var exports: Markup {
        part(
            "Files that went out with you in them", id: "exports",
            note:
                "Each file that leaves the service is recorded, with who took it and what for. Ask the centre for that.",
            empty: "None.", rows: record.exports,
            columns: [
                TableColumn("When", .rowHeader) { export in Self.moment(export.at) },
                TableColumn("What") { export in
                    export.kind == "calendar" ? "Your own places, as a calendar" : "A list of \(export.kind)"
                },
                TableColumn("Of which event") { export in export.event ?? "All events" },
            ])
    }

    private var places: Markup {
        part(
            "Your places", id: "places", empty: "You have never booked a place.", rows: record.places,
            columns: [
                TableColumn("Session", .rowHeader) { place in
                    A(place.title, href: SiteURL.session(place.session).address)
                },
                TableColumn("When") { place in place.startsAt.map(Self.moment) ?? "Not yet decided" },
                TableColumn("State") { place in Self.state(place) },
                TableColumn("Booked") { place in
                    Self.moment(place.bookedAt) + (place.byOneself ? " by you" : " for you by the centre")
                },
                TableColumn("Last changed") { place in Self.moment(place.changedAt) },
            ])
    }

    private var nominations: Markup {
        part(
            "Nominations that you made", id: "nominated",
            note: "Whom you nominated, and what you wrote, is with each of them.",
            empty: "You have not nominated anybody.", rows: record.nominations,
            columns: [
                TableColumn("Award", .rowHeader) { nomination in nomination.award },
                TableColumn("State") { nomination in AwardWords.tag(nomination.state) },
                TableColumn("Begun") { nomination in Self.moment(nomination.madeAt) },
                TableColumn("Files", .number) { nomination in nomination.files },
            ])
    }

    private static func state(_ place: PersonalRecord.Place) -> String {
        let state =
            switch place.state {
            case .confirmed: "Booked"
            case .waiting: "Waiting"
            case .offered: "A place is held"
            case .requested: "Waiting for your manager"
            case .declined: "Declined"
            case .lapsed: "Lapsed"
            case .cancelled: "Given back"
            case .substituted: "Passed on to a colleague"
            }
        return ([state] + place.notes).joined(separator: ": ")
    }

    private var waysIn: Markup {
        part(
            "Your ways in", id: "ways-in",
            note: "Of each we keep when it was made and used. The codes and addresses themselves are not kept.",
            empty: "You have never signed in.", rows: record.waysIn,
            columns: [
                TableColumn("What", .rowHeader) { way in Self.kind(way.kind) },
                TableColumn("Made") { way in Self.moment(way.madeAt) },
                TableColumn("Last used") { way in way.usedAt.map(Self.moment) ?? "Never" },
                TableColumn("Ends or ended") { way in way.endedAt.map(Self.moment) ?? "Does not end" },
            ])
    }

    private static func kind(_ kind: PersonalRecord.WayIn.Kind) -> String {
        switch kind {
        case .browser: "Signed in with a browser"
        case .code: "Code by email"
        case .calendar: "Calendar address"
        case .token: "Token for a program"
        }
    }

    private var letters: Markup {
        part(
            "Emails to you", id: "letters", empty: "We have not sent you any.", rows: record.letters,
            columns: [
                TableColumn("What it was about", .rowHeader) { letter in Self.subject(letter.template) },
                TableColumn("Written") { letter in Self.moment(letter.madeAt) },
                TableColumn("Sent") { letter in letter.sentAt.map(Self.moment) ?? "Not sent" },
            ])
    }

    private static func subject(_ template: MessageTemplate) -> String { MailPage.spoken(template.rawValue) }

    private var deeds: Markup {
        part(
            "What was done", id: "deeds",
            note: "Every change is written down. These are yours, and those that others made for you, the newest 500.",
            empty: "Nothing yet.", rows: record.deeds,
            columns: [
                TableColumn("When", .rowHeader) { deed in Self.moment(deed.at) },
                TableColumn("What") { deed in Self.action(deed.action) },
                TableColumn("About") { deed in Self.object(deed.object) },
                TableColumn("By") { deed in deed.byOneself ? "You" : "The centre" },
                TableColumn("How") { deed in deed.channel },
            ])
    }

    /// "booking.cancel" as "Booking: cancel"
    private static func action(_ name: String) -> String {
        let words = name.replacing(".", with: ": ").replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func object(_ name: String) -> Markup {
        guard name.hasPrefix("session:") else { return Markup(text: name.isEmpty ? "You" : name) }
        let reference = String(name.dropFirst("session:".count))
        return A(reference, href: SiteURL.session(reference).address).markup
    }

    /// "29 January 2018, 9:30am"
    private static func moment(_ date: Date) -> String {
        let local = London.local(date)
        return "\(local.day.long), \(local.time.spoken)"
    }
}
