import ArgumentParser
import Domain
import Foundation
import Services

struct BookCommand: ChangingCommand {
    static let example = "book PW18-014 ida.bright@example.org"
    static let configuration = CommandConfiguration.verb(
        "book", "Book a place for a person, or a turn on the waiting list.", example: example)
    @Argument(help: .of(.reference, "The session."))
    var reference: String
    @Argument(help: .of(.email, "Who comes."))
    var email: String
    @Option(parsing: .unconditional, help: .of("reason", "Why, for the record."))
    var reason: String?
    @OptionGroup var trial: Trial

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        let receipt = try await console.services.booking.book(
            console.reference(reference), for: try await console.email(email), reason: reason, by: console.actor,
            in: console.work)
        return ConsoleOutput(
            BookingRows.receipt(
                receipt.id.uuidString.lowercased(), receipt.session, receipt.person, receipt.state, receipt.position))
    }
}

struct BookingCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "booking", "Places that people have.", [List.self, Cancel.self])

    struct List: ConsoleCommand {
        static let example = "booking list PW18-014"
        static let configuration = CommandConfiguration.verb(
            "list", "List who is booked on a session, and who waits.", example: example)
        @Argument(help: .of(.reference, "The session."))
        var reference: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let bookings = try await console.services.booking.bookings(
                of: console.reference(reference), by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["id", "session", "person", "name", "team", "state", "position", "booked_at", "booked_by"],
                    bookings.map {
                        [
                            .text($0.id.uuidString.lowercased()), .text($0.session), .text($0.person),
                            .text($0.personName),
                            Cell($0.team), .text($0.state.rawValue), Cell($0.position), .time($0.bookedAt),
                            Cell($0.bookedBy),
                        ]
                    },
                    spare: ["id", "session", "booked_by"]))
        }
    }

    struct Cancel: ChangingCommand {
        static let example = #"booking cancel PW18-014 ida.bright@example.org --reason "Court hearing""#
        static let configuration = CommandConfiguration.verb(
            "cancel", "Give a place back; it goes to the first who waits.", example: example)
        @Argument(help: .of(.reference, "The session."))
        var reference: String
        @Argument(help: .of(.email, "Whose place."))
        var email: String
        @Option(parsing: .unconditional, help: .of("reason", "Why, for the record."))
        var reason: String?
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let booking = try await console.services.booking.cancel(
                session: console.reference(reference), person: try await console.email(email), reason: reason,
                by: console.actor,
                in: console.work)
            return ConsoleOutput(
                BookingRows.receipt(
                    booking.id.uuidString.lowercased(), booking.session, booking.person, booking.state, booking.position
                ))
        }
    }
}

struct WaitlistCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun("waitlist", "Who waits for a place.", [Show.self])

    struct Show: ConsoleCommand {
        static let example = "waitlist show PW18-014"
        static let configuration = CommandConfiguration.verb(
            "show", "Show a session's waiting list in order, with why a place went past somebody.", example: example)
        @Argument(help: .of(.reference, "The session."))
        var reference: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let waiting = try await console.services.booking.waitingList(
                of: console.reference(reference), by: console.actor, in: console.work)
            return ConsoleOutput(
                ConsoleTable(
                    ["position", "person", "state", "joined_at", "reason"],
                    waiting.map {
                        [
                            Cell($0.position), .text($0.person), .text($0.state.rawValue), .time($0.bookedAt),
                            Cell($0.passedOver),
                        ]
                    }))
        }
    }
}

enum BookingRows {
    static func receipt(
        _ id: String, _ session: String, _ person: String, _ state: BookingState, _ position: Int?
    ) -> KeyValuePairs<String, Cell> {
        [
            "id": .text(id), "session": .text(session), "person": .text(person), "state": .text(state.rawValue),
            "position": Cell(position),
        ]
    }
}
