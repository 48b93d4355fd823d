package import Domain
package import Foundation
import Postgres
import Store

/// Files on their way in and out: kept until their import is confirmed, choices of export under names, and the record of
/// what went out. For those who schedule.
package struct FileService: Sendable {
    let house: House

    /// Keeps a file until its import is confirmed, for two hours at most. Only who brought it gets it back.
    package func keep(
        kind: String, event: String?, name: String, content: [UInt8], by actor: Actor
    ) async throws -> UUID {
        guard !content.isEmpty else { throw TextProblem.missing("a file or some rows") }
        guard content.count <= KeptFile.mostBytes else {
            throw TextProblem.tooLong("the file", longest: KeptFile.mostBytes)
        }
        let known = (try? FreeText.line(name, "the name of the file", longest: 200)) ?? "file.csv"
        return try await house.within(nil) { work in
            try await work.require([.staff, .admin], actor, to: "import files")
            let file = KeepFile(actor, kind: kind, event: event, name: known, content: content)
            let (_, ids) = try await work.transaction.run(ForgetFiles(), file)
            guard let id = ids.first else { throw AccessRefusal.notAllowed("import files") }
            return id
        }
    }

    package func kept(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws -> KeptFile {
        try await AccessService(house: house).require([.staff, .admin], actor, to: "import files", in: work)
        guard let file = try await house.read(KeptFileByID(actor, id: id), in: work).first else {
            throw AccessRefusal.notFound("file waiting to be imported")
        }
        return file
    }

    /// Notes that a kept file was taken in, and forgets it.
    package func taken(_ file: KeptFile, rows: Int, by actor: Actor, in work: Work) async throws {
        try await work.transaction.run(DropFile(id: file.id))
        try await work.audit(
            actor,
            [
                AuditLine(
                    "import.csv", "import:\(file.kind)", after: .object(["rows": "\(rows)", "event": file.event]))
            ])
    }

    /// Notes that a file went out: who has it, what of, and what for.
    package func sentOut(
        kind: String, event: String?, rows: Int, because reason: String, by actor: Actor, in work: Work
    ) async throws {
        try await work.require([.staff, .admin], actor, to: "export files")
        let reason = try FreeText.line(reason, "a reason", longest: 500)
        try await work.audit(
            actor,
            [
                AuditLine(
                    "export.csv", "export:\(kind)", after: .object(["rows": "\(rows)", "event": event]), reason: reason)
            ])
    }

    /// Notes that a calendar went out: who has it, what of (`event:SLUG`, `person:KEY` …), and what for.
    package func calendarSentOut(
        of key: String, because reason: String, by actor: Actor, in work: Work
    ) async throws {
        try await work.require([.staff, .admin], actor, to: "export files")
        let reason = try FreeText.line(reason, "a reason", longest: 500)
        try await work.audit(
            actor,
            [AuditLine("export.calendar", "export:calendar", after: .object(["of": key]), reason: reason)])
    }

    package func recipes(by actor: Actor) async throws -> [ExportRecipe] {
        try await AccessService(house: house).require([.staff, .admin], actor, to: "see saved exports")
        return try await house.read(ExportRecipes(actor))
    }

    /// Keeps a choice of export under a name of its own.
    package func saveRecipe(
        _ name: String, kind: String, event: String?, by actor: Actor, in work: Work? = nil
    ) async throws -> UUID {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "save exports")
            let name = try FreeText.line(name, "a name for it", longest: 100)
            let recipe = InsertExportRecipe(name: name, kind: kind, event: event, madeBy: actor.person)
            guard let id = try await work.transaction.first(recipe) else {
                throw PeopleRefusal.nameTaken(kind: "saved export", name: name)
            }
            try await work.audit(
                actor, [AuditLine("recipe.add", "recipe:\(name)", after: .object(["kind": kind, "event": event]))])
            return id
        }
    }

    package func removeRecipe(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "remove saved exports")
            guard let name = try await work.transaction.first(DeleteExportRecipe(id: id)) else {
                throw AccessRefusal.notFound("saved export")
            }
            try await work.audit(actor, [AuditLine("recipe.remove", "recipe:\(name)")])
        }
    }
}

extension Services {
    package var files: FileService { FileService(house: house) }
}
