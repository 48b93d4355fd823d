/// How a console is started.
package struct ConsoleOptions: Sendable {
    /// Who acts: an e-mail address.
    package var email: String?
    /// That person's API token.
    package var token: String?
    package var osUser: String
    /// Commands to run; each is a script of its own lines.
    package var commands: [String]
    package var file: String?
    package var format: ConsoleFormat
    package var dryRun: Bool
    /// Where the history of typed lines is kept; nil keeps none.
    package var stateDirectory: String?
    /// Where WeasyPrint is looked for; nil: where the environment's `PATH` says.
    package var printerPath: String?

    package init(
        as email: String? = nil, token: String? = nil, osUser: String, commands: [String] = [], file: String? = nil,
        format: ConsoleFormat = .table, dryRun: Bool = false, stateDirectory: String? = nil, printerPath: String? = nil
    ) {
        self.email = email
        self.token = token
        self.osUser = osUser
        self.commands = commands
        self.file = file
        self.format = format
        self.dryRun = dryRun
        self.stateDirectory = stateDirectory
        self.printerPath = printerPath
    }
}
