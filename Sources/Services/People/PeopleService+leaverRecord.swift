package import Domain
package import Foundation
import Postgres
import Store

/// What leavers keep: their own record, by a secret address in a mail, for thirty days after they have left.
extension PeopleService {
    /// Somebody's own record, opened without an account.
    package struct LeaverRecord: Sendable {
        package let record: PersonalRecord
        /// The first moment at which it opens no longer.
        package let until: Date
    }

    /// What a secret address opens. A wrong one, and one whose time is over, are told alike.
    package func leaverRecord(_ secret: String, in work: Work? = nil) async throws -> LeaverRecord {
        guard let found = try await house.read(Leaver(tokenHash: Secrets.hash(secret)), in: work).first else {
            throw AccessRefusal.notFound("record")
        }
        let record = try await record(by: Actor(.person(found.person), channel: .web), in: work)
        return LeaverRecord(record: record, until: found.until)
    }

    /// Owes a leaver the mail with the address: when the day is set, as their mailbox may be closed on it.
    func oweRecord(_ person: Person, leaving day: Day, _ work: Work) async throws {
        try await work.transaction.run(
            InsertMessages([
                .init(
                    person: person.id, template: .leaverRecord,
                    payload: #"{"person":"\#(person.publicID.uuidString.lowercased())"}"#,
                    dedupeKey: "leaver_record:\(person.id):\(day.iso)",
                    messageID: "leaver_record.\(house.outside.uuid())@\(house.settings.uidDomain)")
            ]))
    }

    /// What that mail says, with an address of its own that is kept as a hash before it goes out. Nil: they stay.
    func leaverLetter(about id: UUID) async throws -> Letter? {
        guard let found = try await house.read(Leaver(id: id)).first else { return nil }
        let secret = house.outside.secret()
        try await house.transaction(dryRun: false) { work in
            _ = try await work.transaction.run(
                InsertRecordAddress(tokenHash: Secrets.hash(secret), person: found.person))
        }
        return .leaverRecord(address: "\(house.settings.baseURL)/record/\(secret)", until: found.until)
    }
}
