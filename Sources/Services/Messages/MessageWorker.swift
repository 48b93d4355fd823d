package import Domain
import Foundation
import Logging
import Mail
import Postgres
import ServiceLifecycle
import Store

/// Sends what the outbox owes and keeps house: waiting lists swept, old answers forgotten, the audit sealed.
///
/// A message is claimed for two minutes in a short transaction; nothing is locked while it is sent. A crash between sending and
/// marking sends it once more, with the same Message-ID.
package struct MessageWorker: Service {
    static let mostTries = 8

    let house: House
    let renderer: any MessageRenderer
    let name: String

    package init(house: House, renderer: any MessageRenderer) {
        self.house = house
        self.renderer = renderer
        name = "worker-\(house.outside.secret().prefix(8))"
    }

    package func run() async throws {
        var turn = 0
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                var due = try await jobs.asked()
                if turn % 60 == 0 { due = HouseJob.allCases }
                try await work(on: due)
            } catch is CancellationError {
                return
            } catch {
                house.logger.warning("the worker will try again", metadata: ["error": "\(error)"])
            }
            turn += 1
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .milliseconds(500)) }
        }
    }

    private var jobs: JobService { JobService(house: house) }

    /// Sends the mail, which is asked for at every turn, and does the other jobs that are due. One that fails keeps none of the
    /// others from running.
    package func work(on due: [HouseJob]) async throws {
        var first: (any Error)?
        for job in [.mail] + HouseJob.allCases.filter({ $0 != .mail && due.contains($0) }) {
            do {
                try await perform(job, isDue: due.contains(job))
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                first = first ?? error
            }
        }
        if let first { throw first }
    }

    /// - Parameter isDue: whether it is noted even if there was nothing to do.
    private func perform(_ job: HouseJob, isDue: Bool) async throws {
        guard job != .mail || isDue else {
            // Most turns find nothing owed, which is not worth a note.
            do {
                let sent = try await sendAllDue()
                if sent == 0 { return }
                try await jobs.run(.mail) { Self.counted(sent, "message taken up", "messages taken up") }
            } catch {
                try await jobs.run(.mail) { throw error }
            }
            return
        }
        try await jobs.run(job) { try await outcome(of: job) }
    }

    private func outcome(of job: HouseJob) async throws -> String? {
        let system = Actor(.system, channel: .worker)
        switch job {
        case .mail: return Self.counted(try await sendAllDue(), "message taken up", "messages taken up")
        case .departures:
            return Self.counted(try await PeopleService(house: house).leaveDue(), "person has left", "people have left")
        case .moves:
            return Self.counted(
                try await PeopleService(house: house).moveDue(), "person is in another team",
                "people are in another team")
        case .waitingLists:
            try await BookingService(house: house).sweepWaitingLists(by: system)
            return nil
        case .outcomes:
            return Self.counted(
                try await AwardsService(house: house).tellOutcomes(), "message owed", "messages owed")
        case .guests: return try await GuestService(house: house).keepHouse()
        case .retention: return try await RetentionService(house: house).purgeDue()
        case .answers: return try await forget(ForgetAnswers())
        case .files: return try await forget(ForgetFiles())
        case .audit: return try await forget(SealAudit())
        }
    }

    private func forget(_ statement: some Statement) async throws -> String? {
        try await house.transaction(dryRun: false) { work in _ = try await work.transaction.run(statement) }
        return nil
    }

    private static func counted(_ count: Int, _ one: String, _ many: String) -> String? {
        count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
    }

    private func sendAllDue() async throws -> Int {
        var count = 0
        while count < 100_000 {
            let sent = try await sendDue()
            count += sent
            if sent < 20 { break }
        }
        return count
    }

    /// Sends up to twenty due messages; answers how many were claimed.
    @discardableResult
    package func sendDue() async throws -> Int {
        let claimed = try await house.transaction(dryRun: false) { work in
            try await work.transaction.run(LeaseMessages(worker: name, limit: 20))
        }
        for message in claimed { try await send(message) }
        return claimed.count
    }

    private func send(_ message: LeasedMessage) async throws {
        let outcome: Outcome
        do {
            outcome = try await deliver(message)
        } catch let error as MailError {
            outcome = .notSent(error.description, giveUp: error.isPermanent || message.attempts >= Self.mostTries)
        }
        try await house.transaction(dryRun: false) { work in
            switch outcome {
            case .sent(let words):
                try await work.transaction.run(
                    MarkSent(id: message.id, worker: name, subject: words?.subject, text: words?.kept))
            case .dropped(let why): try await work.transaction.run(MarkDropped(id: message.id, worker: name, why: why))
            case .notSent(let why, let giveUp):
                try await work.transaction.run(
                    MarkNotSent(id: message.id, worker: name, why: String(why.prefix(900)), giveUp: giveUp))
            }
        }
    }

    private enum Outcome {
        /// With what the reader got, unless it was a code.
        case sent(RenderedLetter?)
        case dropped(String)
        case notSent(String, giveUp: Bool)
    }

    /// Asks again whether the message is still right, then sends it.
    private func deliver(_ message: LeasedMessage) async throws -> Outcome {
        guard let email = message.email else { return .dropped("nobody to send it to") }
        guard !message.hasExpired else { return .dropped("too late") }
        guard let letter = try await letter(message) else { return .dropped("no longer so") }
        let words = renderer.render(letter, to: message.name ?? email, settings: house.settings)
        do {
            let mail = MailMessage(
                id: try MailMessageID(message.messageID), date: house.outside.now(),
                from: try MailAddress(house.settings.mailFrom, name: house.settings.centre),
                to: try MailAddress(email, name: message.name), subject: words.subject, text: words.text)
            try await house.outside.mail.send(mail)
            if case .signInCode = letter { return .sent(nil) }
            return .sent(words)
        } catch let error as MailFormatError {
            return .notSent("\(error)", giveUp: true)
        }
    }

    private func letter(_ message: LeasedMessage) async throws -> Letter? {
        let fields = (try? JSONDecoder().decode([String: String].self, from: Data(message.payload.utf8))) ?? [:]
        switch message.template {
        case .signInUnknown: return nil
        case .worryRaised, .breakGlassAsked, .breakGlassGranted, .nominationThanks, .nominationOutcome, .honoured,
            .papersChanged, .ballotTyped, .nominationsWait:
            return .notice(message.template)
        case .judgingReminder, .roundOpened:
            guard let judge = fields["judge"].flatMap(Int.init),
                try await house.read(LeftToJudge(ID(rawValue: judge))).first ?? 0 > 0
            else { return nil }
            return .notice(message.template)
        case .judgeInvited:
            guard let judge = fields["judge"].flatMap(Int.init),
                try await house.read(PanelInvitations(of: ID(rawValue: judge))).contains(where: { $0.answer == .asked })
            else { return nil }
            return .notice(message.template)
        case .guestInvited, .guestReminded:
            guard let id = fields["invited"].flatMap({ UUID(uuidString: $0) }) else { return nil }
            return try await GuestService(house: house).letter(message.template, about: id)
        case .leaverRecord:
            guard let id = fields["person"].flatMap({ UUID(uuidString: $0) }) else { return nil }
            return try await PeopleService(house: house).leaverLetter(about: id)
        case .signInCode, .signInGuest: return fields["code"].map { .signInCode(code: $0) }
        case .bookingConfirmed, .bookingWaiting, .bookingPromoted, .bookingCancelled, .sessionCancelled:
            guard let id = fields["booking"].flatMap({ UUID(uuidString: $0) }),
                let found = try await house.read(BookingForMessage(id: id)).first, stillSo(message.template, found)
            else { return nil }
            return .booking(
                message.template, found.booking, endsAt: found.endsAt, place: found.place,
                joiningLink: found.joiningLink,
                cancelReason: found.cancelReason)
        }
    }

    private func stillSo(_ template: MessageTemplate, _ found: BookingForMessage.Found) -> Bool {
        switch template {
        case .bookingConfirmed, .bookingPromoted: found.booking.state == .confirmed && !found.isCancelled
        case .bookingWaiting: found.booking.state == .waiting && !found.isCancelled
        case .bookingCancelled: found.booking.state == .cancelled
        case .sessionCancelled: found.isCancelled
        default: true
        }
    }
}
