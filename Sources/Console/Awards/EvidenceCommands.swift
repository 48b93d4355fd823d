import ArgumentParser
import Domain
import Foundation
import Services

struct EvidenceCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "evidence", "Pictures and documents that come with a nomination.",
        [List.self, Add.self, Remove.self, Read.self, Pass.self, Hold.self])

    struct List: ConsoleCommand {
        static let example = "evidence list 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f"
        static let configuration = CommandConfiguration.verb(
            "list", "List the files of a nomination that you may see.", example: example)
        @Argument(help: .of("nomination", "The nomination."))
        var nomination: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            ConsoleOutput(try await EvidenceCommands.table(try NominationCommands.id(nomination), console))
        }
    }

    struct Add: ChangingCommand {
        static let example =
            #"evidence add 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f garden.jpg --caption "The garden that they planted""#
        static let configuration = CommandConfiguration.verb(
            "add", "Add a picture or a PDF to your own nomination, while that can be changed.",
            "A picture is drawn anew, without the place, the time and the name that its file tells.",
            example: example)
        @Argument(help: .of("nomination", "The nomination."))
        var nomination: String
        @Argument(help: .of(.file, "The file: JPEG, PNG, WebP, HEIC or PDF, 5 MB at most."))
        var file: String
        @Option(parsing: .unconditional, help: .of("text", "What it shows."))
        var caption: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let id = try NominationCommands.id(nomination)
            let awards = console.services.awards
            let bytes = try EvidenceCommands.bytes(of: file)
            let prepared = try await awards.prepare(bytes)
            let made = try await awards.addEvidence(
                prepared, caption: caption, to: id, by: console.actor, in: console.work)
            return ConsoleOutput(try await EvidenceCommands.table(id, console, only: made))
        }
    }

    struct Remove: ChangingCommand {
        static let example = "evidence remove 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f 1"
        static let configuration = CommandConfiguration.verb(
            "remove", "Delete a file of your own nomination, while that can be changed.", example: example)
        @OptionGroup var named: NamedFile
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await named.found(console)
            try await console.services.awards.removeEvidence(
                found.file.id, of: try named.id, by: console.actor, in: console.work)
            return ConsoleOutput([
                "id": .text(found.file.id.uuidString.lowercased()), "name": .text(found.file.name),
                "state": .text("removed"),
            ])
        }
    }

    struct Read: ConsoleCommand {
        static let example = "evidence read 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f 1 --out garden.jpg"
        static let configuration = CommandConfiguration.verb(
            "read", "Write a file as it is kept to one of your own.",
            "Of a young person's nomination it is recorded that you opened it, also in a dry run.", example: example)
        @OptionGroup var named: NamedFile
        @Option(help: .of(.file, "Where to write it; a file that is there already is not written over."))
        var out: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let found = try await named.found(console)
            let read = try await console.services.awards.file(
                found.file.id, isSmall: false, by: console.actor)
            do {
                try Data(read.bytes).write(to: URL(filePath: out), options: .withoutOverwriting)
            } catch {
                throw ConsoleProblem("\(out) is there already, or cannot be written.")
            }
            return ConsoleOutput([
                "id": .text(found.file.id.uuidString.lowercased()), "name": .text(found.file.name),
                "bytes": .int(read.bytes.count), "out": .text(out),
            ])
        }
    }

    struct Pass: ChangingCommand {
        static let example = "evidence pass 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f 1"
        static let configuration = CommandConfiguration.verb(
            "pass", "Let the panel see a file; of a young person two people do so, each as themselves.",
            example: example)
        @OptionGroup var named: NamedFile
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let (id, found) = (try named.id, try await named.found(console).file.id)
            try await console.services.awards.passEvidence(found, of: id, by: console.actor, in: console.work)
            return ConsoleOutput(try await EvidenceCommands.table(id, console, only: found))
        }
    }

    struct Hold: ChangingCommand {
        static let example = "evidence hold 0d9e7f8a-5a0e-4f0e-9d0e-7b1a2c3d4e5f 1"
        static let configuration = CommandConfiguration.verb(
            "hold", "Keep a file from the panel, whoever has passed it.", example: example)
        @OptionGroup var named: NamedFile
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let (id, found) = (try named.id, try await named.found(console).file.id)
            try await console.services.awards.holdEvidence(found, of: id, by: console.actor, in: console.work)
            return ConsoleOutput(try await EvidenceCommands.table(id, console, only: found))
        }
    }

    /// A file of a nomination, by its number within it or by its id.
    struct NamedFile: ParsableArguments {
        @Argument(help: .of("nomination", "The nomination."))
        var nomination: String
        @Argument(help: .of("number", "The file's number, or its id."))
        var file: String

        var id: UUID {
            get throws { try NominationCommands.id(nomination) }
        }

        func found(_ console: ConsoleSession) async throws -> ScreenedEvidence {
            let typed = file.trimmed
            let known = UUID(uuidString: typed)
            let all = try await console.services.awards.evidence(of: try id, by: console.actor, in: console.work)
            guard let found = all.first(where: { known == nil ? String($0.file.place) == typed : $0.file.id == known })
            else { throw AccessRefusal.notFound("file") }
            return found
        }
    }

    /// No more than may be kept is read, and a byte, so that a larger one is known for what it is.
    private static func bytes(of path: String) throws -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path),
            let data = try? handle.read(upToCount: EvidenceFile.mostBytes + 1)
        else {
            guard FileManager.default.isReadableFile(atPath: path) else {
                throw ConsoleProblem("\(path) cannot be read.")
            }
            throw EvidenceRefusal.empty
        }
        try? handle.close()
        return Array(data)
    }

    private static func table(
        _ nomination: UUID, _ console: ConsoleSession, only id: UUID? = nil
    ) async throws -> ConsoleTable {
        let all = try await console.services.awards.evidence(of: nomination, by: console.actor, in: console.work)
        return ConsoleTable(
            ["number", "id", "name", "caption", "state", "passed_by", "checked_by", "agreed"],
            all.filter { id == nil || $0.file.id == id }.map {
                [
                    .int($0.file.place), .text($0.file.id.uuidString.lowercased()), .text($0.file.name),
                    .text($0.file.caption), .text($0.standing.rawValue), Cell($0.passedBy), Cell($0.checkedBy),
                    .bool($0.isAgreed),
                ]
            }, spare: ["id", "agreed", "checked_by"])
    }
}
