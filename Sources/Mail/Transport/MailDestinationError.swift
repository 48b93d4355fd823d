/// What is wrong with the setting that says where mail goes. Never repeats it, as it may hold a password.
package enum MailDestinationError: Error, Sendable, Equatable, CustomStringConvertible {
    case unknownScheme
    case noHost
    case badHost
    case badPort
    case badCredentials
    case passwordWithoutUser
    case badClientName
    case unknownOption(String)
    case noDirectory
    case directoryOnHost

    package var description: String {
        switch self {
        case .unknownScheme: "Write where mail goes as smtp://HOST, smtps://HOST or file:DIRECTORY."
        case .noHost: "The mail address names no host. Write smtp://HOST:PORT."
        case .badHost: "The mail address holds something that is no host name."
        case .badPort: "The port of the mail server must be a number from 1 to 65535."
        case .badCredentials:
            "User and password in the mail address must be percent-encoded: @ as %40, : as %3A, / as %2F, % as %25."
        case .passwordWithoutUser: "The mail address has a password but no user."
        case .badClientName: "What follows the slash in the mail address must be this machine's host name."
        case .unknownOption(let name):
            "The mail address has the unknown option “\(name)”. There is tls=required, tls=offered and tls=off."
        case .noDirectory: "The mail address names no directory. Write file:DIRECTORY."
        case .directoryOnHost: "Mail can only be written to this machine. Write file:/DIRECTORY or file:DIRECTORY."
        }
    }
}
