import Crypto
package import Domain
package import Foundation
import Logging
import Pictures
import Postgres
import Store

/// Files that come with a nomination: taken in, shown, and passed for the panel.
extension AwardsService {
    /// A file as it is kept: read by its bytes, and a picture drawn anew.
    package struct PreparedEvidence: Sendable {
        package let kind: EvidenceFile.Kind
        let content: [UInt8]
        let picture: DrawnPicture?
        /// Tells one file that was sent from another.
        package let fingerprint: String
    }

    /// Looks at a file and draws a picture anew, before any transaction: that takes its time. Its name is not asked for.
    package func prepare(_ bytes: [UInt8]) async throws -> PreparedEvidence {
        guard !bytes.isEmpty else { throw EvidenceRefusal.empty }
        guard bytes.count <= EvidenceFile.mostBytes else { throw EvidenceRefusal.tooLarge }
        let fingerprint = Secrets.urlSafe(SHA256.hash(data: Data(bytes)))
        if DocumentFile.isPDF(bytes) {
            return PreparedEvidence(kind: .document, content: bytes, picture: nil, fingerprint: fingerprint)
        }
        guard let header = PictureHeader(bytes) else { throw EvidenceRefusal.unknownKind }
        guard header.isDrawable else { throw EvidenceRefusal.tooManyPoints }
        do {
            let drawn = try await house.outside.draw(bytes)
            return PreparedEvidence(kind: .picture, content: drawn.content, picture: drawn, fingerprint: fingerprint)
        } catch let problem as PictureProblem {
            throw problem == .tooManyPoints ? EvidenceRefusal.tooManyPoints : .unreadable
        } catch {
            house.logger.error("a picture could not be drawn", metadata: ["error": "\(error)"])
            throw ServiceFailure(.unavailable)
        }
    }

    /// Refuses whoever may not add a file to the nomination now, before one is looked at.
    package func requireOpen(_ nomination: UUID, by actor: Actor) async throws {
        try await house.within(nil) { work in _ = try await open(nomination, actor, work) }
    }

    /// Adds a file to one's own nomination, while that can be changed.
    ///
    /// - Parameter caption: what it shows, for whoever reads it, or has it read to them.
    package func addEvidence(
        _ file: PreparedEvidence, caption raw: String, to nomination: UUID, by actor: Actor, in work: Work? = nil
    ) async throws -> UUID {
        try await house.within(work) { work in
            let caption = try FreeText.line(raw, "what it shows")
            let found = try await open(nomination, actor, work)
            guard let person = actor.person else { throw AccessRefusal.signInFirst }
            guard
                let made = try await work.transaction.first(
                    InsertEvidence(
                        found.key, file.kind, caption: caption,
                        small: file.picture.map { ($0.smallWidth, $0.smallHeight) }, by: person))
            else { throw EvidenceRefusal.tooMany }
            guard
                try await work.transaction.first(KeepEvidence(made.key, file.content, small: file.picture?.small))
                    == true
            else { throw ServiceFailure(.internalError) }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "evidence.add", "nomination:\(nomination)",
                        after: .object(["evidence": made.id.uuidString.lowercased(), "kind": file.kind.rawValue]))
                ])
            return made.id
        }
    }

    /// Deletes a file of one's own nomination, while that can be changed.
    package func removeEvidence(
        _ id: UUID, of nomination: UUID, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let found = try await open(nomination, actor, work)
            guard try await work.transaction.first(DeleteEvidence(id, of: found.key)) != nil else {
                throw AccessRefusal.notFound("file")
            }
            try await work.audit(actor, [removed(id, of: nomination)])
        }
    }

    /// Deletes every file of a nomination that was taken back.
    func removeAllEvidence(of key: Int, _ nomination: UUID, _ actor: Actor, _ work: Work) async throws {
        let gone = try await work.transaction.run(DeleteEvidence(of: key))
        try await work.audit(actor, gone.map { removed($0, of: nomination) })
    }

    private func removed(_ id: UUID, of nomination: UUID) -> AuditLine {
        AuditLine(
            "evidence.remove", "nomination:\(nomination)", before: .object(["evidence": id.uuidString.lowercased()]))
    }

    /// The files of a nomination that the actor sees, in their order.
    package func evidence(
        of nomination: UUID, by actor: Actor, in work: Work? = nil
    ) async throws -> [ScreenedEvidence] {
        try await house.read(Evidence(actor, nomination: nomination), in: work)
    }

    /// The files of every nomination of a candidate, for those who read these.
    package func evidence(
        of candidate: ProtectedCandidate, by actor: Actor, in work: Work? = nil
    ) async throws -> [ScreenedEvidence] {
        try await house.read(Evidence(actor, candidate: candidate.candidate), in: work)
    }

    /// A file for whoever may see it. To anybody else there is none.
    package func file(_ id: UUID, isSmall: Bool, by actor: Actor) async throws -> (
        kind: EvidenceFile.Kind, place: Int, bytes: [UInt8]
    ) {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        return try await house.within(nil) { work in
            guard let found = try await work.transaction.first(ReadEvidence(actor, id, isSmall: isSmall)) else {
                throw AccessRefusal.notFound("file")
            }
            return (found.kind, found.place, found.bytes)
        }
    }

    /// Lets the panel see a file, as the first who looked at it or, of a young person, as the second.
    package func passEvidence(
        _ id: UUID, of nomination: UUID, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await screen(id, of: nomination, "evidence.pass", actor, work) { found, person, work in
            guard found.addedBy != person else { throw EvidenceRefusal.ownFile }
            guard let first = found.passedBy else {
                try await work.transaction.run(PassEvidence(found.key, by: person))
                return
            }
            guard found.isYoung, found.checkedBy == nil, first != person else { throw EvidenceRefusal.passedAlready }
            try await work.transaction.run(PassEvidence(found.key, by: first, and: person))
        }
    }

    /// Keeps a file from the panel, whoever has passed it.
    package func holdEvidence(
        _ id: UUID, of nomination: UUID, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await screen(id, of: nomination, "evidence.hold", actor, work) { found, _, work in
            try await work.transaction.run(PassEvidence(found.key))
        }
    }

    private func screen(
        _ id: UUID, of nomination: UUID, _ action: String, _ actor: Actor, _ work: Work?,
        _ body: (EvidenceToPass.Found, ID<Person>, Work) async throws -> Void
    ) async throws {
        try await house.within(work) { work in
            guard let person = actor.person else { throw AccessRefusal.signInFirst }
            _ = try await screened(nomination, actor, work)
            guard let found = try await work.transaction.first(EvidenceToPass(actor, id, of: nomination)) else {
                throw AccessRefusal.notFound("file")
            }
            if action == "evidence.pass", found.isYoung,
                try await work.transaction.first(TextNamesThem(found.nominee, found.caption)) == true
            {
                throw EvidenceRefusal.namesThem
            }
            try await body(found, person, work)
            try await work.audit(
                actor,
                [
                    AuditLine(
                        action, "nomination:\(nomination)", after: .object(["evidence": id.uuidString.lowercased()]))
                ])
        }
    }

    /// One's own nomination, locked, while it can be changed.
    private func open(_ id: UUID, _ actor: Actor, _ work: Work) async throws -> NominationToChange.Found {
        let (found, scheme) = try await own(id, actor, work)
        guard found.state == .draft || found.state == .submitted else { throw AwardsRefusal.decidedAlready }
        guard found.state == .draft || scheme.isOpen else { throw AwardsRefusal.nominationsClosed }
        return found
    }
}
