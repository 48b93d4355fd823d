import Domain
import Foundation
import HTML

/// Who has a place in a session, who waits and why they were passed over, booking for somebody, and what happened so far.
struct StaffBookingsPage: Component {
    /// The form as it was sent.
    struct Typed {
        var person = ""
        var reason = ""
        /// Whom the name may mean.
        var choices: [Person] = []
    }

    struct Model {
        /// As staff read it.
        var session: Session
        var bookings: [Booking]
        var history: [BookingStep]
        var now: Date
        var typed: Typed
        var errors: [FieldError]
        var formGuard: FormGuard
        /// What people need to take part, for those who may read it.
        var needs: WebAddress?
    }

    var model: Model

    var body: Markup {
        let words = SessionWords(model.session)
        let placed = model.bookings.filter { $0.state != .waiting }
        let waiting = model.bookings.filter { $0.state == .waiting }
        ErrorSummary(model.errors)
        H1("Bookings of \(model.session.title)")
        P(
            "\(words.when), \(words.place). \(Self.taken(model.session.taken, of: model.session.capacity)).",
            .class("lead"))
        P(.class("on-screen")) {
            A("Register of names to print", href: SiteURL.staffRegister(model.session.reference).address)
        }
        if let needs = model.needs { P(.class("on-screen")) { A("What people need to take part", href: needs) } }
        form
        H2("Booked")
        if placed.isEmpty { P("Nobody yet.") } else { table("booked", "Who has a place", placed, isQueue: false) }
        H2("Waiting")
        if waiting.isEmpty { P("Nobody.") } else { table("waiting", "Who waits, in order", waiting, isQueue: true) }
        history
    }

    /// "3 of 12 places are taken"
    private static func taken(_ taken: Int, of capacity: Int) -> String {
        switch (taken, capacity) {
        case (..<1, 1): "Its one place is free"
        case (..<1, _): "All \(capacity) places are free"
        case (1, 1): "Its one place is taken"
        case (1, _): "1 of \(capacity) places is taken"
        default: "\(taken) of \(capacity) places are taken"
        }
    }

    // MARK: Booking

    private var isOpen: Bool {
        model.session.state == .scheduled && (model.session.startsAt ?? .distantPast) > model.now
    }

    @MarkupBuilder private var form: Markup {
        H2("Book for somebody")
        if isOpen {
            PostForm(to: SiteURL.staffBookings(model.session.reference).address, guard: model.formGuard) {
                TextField(
                    name: "person", label: "Name or email address", value: model.typed.person,
                    error: model.errors.message(for: "person"), width: .half, autocomplete: .off, isProse: false)
                if !model.typed.choices.isEmpty {
                    ChoiceGroup(
                        kind: .radios, name: "chosen", legend: "Whom do you mean?",
                        error: model.errors.message(for: "chosen"),
                        choices: model.typed.choices.map {
                            Choice(
                                value: $0.email, label: $0.name,
                                hint: [$0.team ?? $0.employer, $0.email].compactMap(\.self).joined(separator: ", "))
                        })
                }
                TextField(
                    name: "reason", label: "Reason", hint: "Kept with the booking: “rang up, no computer today”.",
                    value: model.typed.reason, error: model.errors.message(for: "reason"), width: .half)
                ActionButton(model.session.placesLeft > 0 ? "Book a place" : "Add to the waiting list")
            }
        } else {
            P(whyNot)
        }
    }

    private var whyNot: String {
        switch model.session.state {
        case .draft: "It has not been released yet, so nobody can be booked on it."
        case .cancelled: "It has been cancelled, so nobody can be booked on it."
        case .completed: "It is over."
        case .scheduled: "It has begun, so its bookings can no longer change."
        }
    }

    // MARK: Lists

    private func table(_ id: String, _ caption: String, _ rows: [Booking], isQueue: Bool) -> Markup {
        var columns = [
            TableColumn<Booking>("Name", .rowHeader) { booking in
                Bdi(booking.personName)
                if booking.state == .requested { StateTag(.information, "Asked for") }
            },
            TableColumn("Team or employer") { $0.team ?? $0.employer ?? "" },
            TableColumn("Email") { booking in Span(booking.person, .translate(false)) },
            TableColumn("Since") { Self.moment($0.bookedAt) },
        ]
        if isQueue {
            columns.insert(TableColumn("Position", .number) { $0.position.map(String.init) ?? "" }, at: 0)
            columns.append(TableColumn("Passed over because") { $0.passedOver.map { "This \($0)" } ?? "" })
        }
        if isOpen {
            columns.append(
                TableColumn("Change") { booking in
                    A(href: SiteURL.staffBookingCancellation(booking.id.uuidString).address) {
                        isQueue ? "Take off the list" : "Give back"
                        Span(": " + booking.personName, .class("visually-hidden"))
                    }
                })
        }
        return DataTable(id: id, caption: caption, isCaptionHidden: true, rows: rows, columns: columns).markup
    }

    @MarkupBuilder private var history: Markup {
        if !model.history.isEmpty {
            Disclosure("What happened so far") {
                DataTable(
                    id: "history", caption: "History of these bookings, newest first", rows: model.history,
                    columns: [
                        TableColumn("When") { Self.moment($0.at) },
                        TableColumn("Who", .rowHeader) { Bdi($0.person) },
                        TableColumn("What") { Self.step($0) },
                        TableColumn("By") { $0.by ?? "The system" },
                        TableColumn("Reason") { $0.reason ?? "" },
                    ])
            }
        }
    }

    private static func step(_ step: BookingStep) -> String {
        switch (step.from, step.to) {
        case (nil, .confirmed): "Booked"
        case (nil, .waiting): "Joined the waiting list"
        case (nil, .requested): "Asked for a place"
        case (.waiting, .confirmed): "Moved up from the waiting list"
        case (.waiting, .cancelled): "Left the waiting list"
        case (.waiting, .waiting): "Passed over, kept the turn"
        case (_, .cancelled): "Gave the place back"
        case (_, let state): state.rawValue.prefix(1).uppercased() + state.rawValue.dropFirst()
        }
    }

    private static func moment(_ at: Date) -> String {
        let local = London.local(at)
        return "\(local.day.short), \(local.time.spoken)"
    }
}
