import Domain
import Foundation
import Mail
import Services

/// What the environment, or the file that PRACTICEWEEK_CONFIG names, says about an installation.
struct Configuration {
    var databaseURL: String?
    var state: String
    var baseURL: String?
    var centre: String
    var uidDomain: String
    var mail: String
    var mailFrom: String
    var isPublic: Bool
    /// Where the figures are given apart from the pages; nil: with them.
    var metricsPort: Int?
    var isTest: Bool
    var now: Date?
    var isDemo: Bool

    /// - Parameter demo: a state directory of its own.
    init(environment: [String: String] = ProcessInfo.processInfo.environment, demo: Bool) throws {
        let settings = try Configuration.withFile(environment)
        func value(_ name: String) -> String? { settings[name].flatMap { $0.isEmpty ? nil : $0 } }
        let home = value("HOME") ?? NSHomeDirectory()
        let standard = value("XDG_STATE_HOME").map { "\($0)/practiceweek" } ?? "\(home)/.local/state/practiceweek"
        let root = value("PRACTICEWEEK_STATE") ?? standard
        state = demo ? "\(root)/demo" : root
        isDemo = demo
        databaseURL = demo ? nil : value("DATABASE_URL")
        baseURL = value("PRACTICEWEEK_BASE_URL").map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        if let baseURL,
            URL(string: baseURL)?.host == nil || !(baseURL.hasPrefix("http://") || baseURL.hasPrefix("https://"))
        {
            throw ProgramFailure.usage("PRACTICEWEEK_BASE_URL must look like https://practiceweek.example.org.")
        }
        centre = value("PRACTICEWEEK_CENTRE") ?? "Centre for Professional Practice"
        uidDomain = value("PRACTICEWEEK_UID_DOMAIN") ?? "practiceweek.example.org"
        mail = value("PRACTICEWEEK_MAIL") ?? "file:\(state)/mail"
        mailFrom = value("PRACTICEWEEK_MAIL_FROM") ?? "practiceweek@\(uidDomain)"
        switch (value("PRACTICEWEEK_PUBLIC") ?? "yes").lowercased() {
        case "yes", "true", "1": isPublic = true
        case "no", "false", "0": isPublic = false
        default: throw ProgramFailure.usage("PRACTICEWEEK_PUBLIC is yes or no.")
        }
        if let text = value("PRACTICEWEEK_METRICS_PORT") {
            guard let port = Int(text), (1...65_535).contains(port) else {
                throw ProgramFailure.usage("PRACTICEWEEK_METRICS_PORT is a port, from 1 to 65535.")
            }
            metricsPort = port
        }
        isTest = value("PRACTICEWEEK_TEST") == "1"
        if let text = value("PRACTICEWEEK_NOW") {
            do {
                now = try DateEntry.moment(text, today: Day(number: 0))
            } catch {
                throw ProgramFailure.usage("PRACTICEWEEK_NOW is not a time: \(error.message)")
            }
        }
    }

    func services(baseURL fallback: String) -> ServiceSettings {
        ServiceSettings(
            centre: centre, baseURL: baseURL ?? fallback, uidDomain: uidDomain, mailFrom: mailFrom, isPublic: isPublic)
    }

    func transport() throws -> any MailTransport {
        do {
            return try MailDestination(mail).transport()
        } catch {
            throw ProgramFailure.usage("PRACTICEWEEK_MAIL: \(error)")
        }
    }

    /// NAME=value lines; what the environment says wins.
    private static func withFile(_ environment: [String: String]) throws -> [String: String] {
        guard let path = environment["PRACTICEWEEK_CONFIG"], !path.isEmpty else { return environment }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ProgramFailure.usage("The file that PRACTICEWEEK_CONFIG names cannot be read: \(path)")
        }
        var settings: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            let entry = line.trimmingCharacters(in: .whitespaces)
            guard !entry.isEmpty, !entry.hasPrefix("#"), let equals = entry.firstIndex(of: "=") else { continue }
            let value = entry[entry.index(after: equals)...].trimmingCharacters(in: .whitespaces)
            settings[entry[..<equals].trimmingCharacters(in: .whitespaces)] =
                value.count > 1 && value.hasPrefix("\"") && value.hasSuffix("\"")
                ? String(value.dropFirst().dropLast()) : value
        }
        return settings.merging(environment) { _, given in given }
    }
}
