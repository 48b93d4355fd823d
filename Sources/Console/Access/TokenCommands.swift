import ArgumentParser
import Domain
import Services

struct TokenCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "token", "Tokens for programs and the console.", [Create.self, Revoke.self])

    struct Create: ChangingCommand {
        static let example = "token create ida.bright@example.org"
        static let configuration = CommandConfiguration.verb(
            "create", "Make an API token for a person.", "It is shown this once and kept only as a hash.",
            example: example)
        @Argument(help: .of(.email, "Who it stands for."))
        var email: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let email = try await console.email(email)
            let (id, token) = try await console.services.access.createToken(
                for: email, by: console.actor, in: console.work)
            return ConsoleOutput(
                ["id": .int(id), "token": .text(token), "email": .text(email)],
                "Keep the token now: it is not shown again.")
        }
    }

    struct Revoke: ChangingCommand {
        static let example = "token revoke 7"
        static let configuration = CommandConfiguration.verb("revoke", "End a token at once.", example: example)
        @Argument(help: .of("id", "The id that token create printed."))
        var id: Int
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            try await console.services.access.revokeToken(id, by: console.actor, in: console.work)
            return ConsoleOutput(["id": .int(id)], "Revoked.")
        }
    }
}
