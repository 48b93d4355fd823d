package import Domain
package import Foundation
import Postgres
import Store

/// Young people's own record handed over to them, and what is known of them deleted after that or after a time. For those who protect
/// young people.
package struct RetentionService: Sendable {
    let house: House

    // MARK: Reading

    package func records(of scheme: String? = nil, by actor: Actor, in work: Work? = nil) async throws -> [YoungRecord]
    {
        try await house.within(work) { work in
            try await work.transaction.run(YoungRecords(try await keeper(actor, work), of: scheme?.lowercased()))
        }
    }

    package func record(_ path: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> YoungRecord {
        try await house.within(work) { work in
            let found = try await work.transaction.first(YoungRecords(try await keeper(actor, work), at: path))
            guard let found else { throw AccessRefusal.notFound("candidate") }
            return found
        }
    }

    package func schemes(by actor: Actor, in work: Work? = nil) async throws -> [SchemeRetention] {
        try await house.within(work) { work in
            try await work.transaction.run(SchemeRetentions(try await keeper(actor, work)))
        }
    }

    package func scheme(_ slug: String, by actor: Actor, in work: Work? = nil) async throws -> SchemeRetention {
        try await house.within(work) { work in
            let found = SchemeRetentions(try await keeper(actor, work), of: slug.lowercased())
            guard let scheme = try await work.transaction.first(found) else { throw AccessRefusal.notFound("scheme") }
            return scheme
        }
    }

    /// What a young person takes home; recorded before it is shown.
    package func sheet(_ path: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> YoungRecordSheet {
        try await house.within(work) { work in
            let record = try await record(path, by: actor, in: work)
            guard record.deletedAt == nil else { throw RetentionRefusal.deletedAlready }
            let keeper = try await keeper(actor, work)
            guard let found = try await work.transaction.first(SheetOfYoungRecord(keeper, path)) else {
                throw RetentionRefusal.notToldYet
            }
            try await work.audit(actor, [AuditLine("record.open", "nominee:\(found.nominee)")])
            return found.sheet
        }
    }

    package func certificates(of scheme: String, by actor: Actor) async throws -> [DeletionCertificate] {
        try await house.within(nil) { work in
            try await work.transaction.run(
                DeletionCertificates(try await keeper(actor, work), of: scheme.lowercased()))
        }
    }

    package func certificate(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws -> DeletionCertificate {
        try await house.within(work) { work in
            let found = try await work.transaction.first(DeletionCertificates(try await keeper(actor, work), id: id))
            guard let found else { throw AccessRefusal.notFound("certificate") }
            return found
        }
    }

    // MARK: Changing

    /// Writes that a young person has their record, or did not want it; nil takes back what was written.
    package func handOver(
        _ path: AwardPath, _ handOver: HandOver?, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let record = try await record(path, by: actor, in: work)
            guard record.deletedAt == nil else { throw RetentionRefusal.deletedAlready }
            guard record.isTold else { throw RetentionRefusal.notToldYet }
            let keeper = try await keeper(actor, work)
            guard let nominee = try await work.transaction.first(WriteHandOver(keeper, path, handOver)) else {
                throw AccessRefusal.notFound("candidate")
            }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "record.hand_over", "nominee:\(nominee)",
                        after: .object([
                            "outcome": handOver?.outcome ?? "taken_back", "to": handOver?.receiver?.rawValue,
                        ]))
                ])
        }
    }

    /// Says for how many months after the embargo what is known of a scheme's young people is kept.
    package func keep(
        _ scheme: String, months: Int, by actor: Actor, in work: Work? = nil
    ) async throws -> SchemeRetention {
        try await house.within(work) { work in
            guard (1...120).contains(months) else { throw RetentionRefusal.monthsOutOfRange }
            let before = try await self.scheme(scheme, by: actor, in: work)
            try await work.transaction.run(
                SetRetention(try await keeper(actor, work), scheme: before.scheme, months: months))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "retention.set", "scheme:\(before.scheme)", before: .object(["months": "\(before.months)"]),
                        after: .object(["months": "\(months)"]))
                ])
            return try await self.scheme(before.scheme, by: actor, in: work)
        }
    }

    /// Deletes for good what is due, and gives the certificate. Nothing brings it back.
    ///
    /// - Parameter typed: the scheme's name, which whoever deletes by hand has typed; nil in a dry run and at the console, which has one.
    package func purge(
        _ scheme: String, typed: String? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> DeletionCertificate {
        try await house.within(work) { work in
            let found = try await self.scheme(scheme, by: actor, in: work)
            if let typed, typed.trimmingCharacters(in: .whitespaces).lowercased() != found.scheme {
                throw RetentionRefusal.typedOtherwise(found.scheme)
            }
            let keeper = try await keeper(actor, work)
            let made = try await work.transaction.first(PurgeYoung(scheme: found.scheme, by: keeper, actor.channel))
            guard let id = made ?? nil else { throw RetentionRefusal.nothingDue }
            work.touch()
            return try await certificate(id, by: actor, in: work)
        }
    }

    /// What would be deleted now, of which nothing is; nil where nothing is due.
    package func preview(_ scheme: String, by actor: Actor) async throws -> DeletionCertificate? {
        do {
            return try await house.transaction(dryRun: true) { work in
                try await purge(scheme, by: actor, in: work)
            }
        } catch RetentionRefusal.nothingDue {
            return nil
        }
    }

    /// Deletes what is due everywhere, each scheme in a transaction of its own.
    func purgeDue() async throws -> String? {
        var done = 0
        for scheme in try await house.read(SchemesToPurge()) {
            try await house.transaction(dryRun: false) { work in
                if let made = try await work.transaction.first(PurgeYoung(scheme: scheme, by: nil, .worker)),
                    made != nil
                {
                    done += 1
                    work.touch()
                }
            }
        }
        return done == 0 ? nil : "\(done) \(done == 1 ? "certificate" : "certificates") of deletion made"
    }

    private func keeper(_ actor: Actor, _ work: Work) async throws -> ID<Person> {
        guard let person = actor.person else {
            if actor.kind == .visitor { throw AccessRefusal.signInFirst }
            throw AccessRefusal.notAllowed("keep and delete what is known of young people")
        }
        guard try await work.transaction.first(Protects(person)) == true else {
            throw AccessRefusal.notAllowed("keep and delete what is known of young people")
        }
        return person
    }
}

extension Services {
    package var retention: RetentionService { RetentionService(house: house) }
}
