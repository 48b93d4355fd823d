internal import CLibPQ

/// Keywords and values for libpq, in an order in which later ones win.
struct ConnectionParameters: Sendable {
    private(set) var keywords: [String] = []
    private(set) var values: [String] = []

    init(_ configuration: PostgresConfiguration) throws(PostgresError) {
        let given = try ConnectionParameters.parse(configuration.connection)
        for (keyword, value) in PostgresConfiguration.defaults { add(keyword, value) }
        add("dbname", ConnectionParameters.expandable(configuration.connection))
        // Without these two bytes would not mean what the decoding takes them for.
        add("client_encoding", "UTF8")
        var options = given["options"].map { [$0] } ?? []
        for (name, value) in configuration.sessionSettings.sorted(by: { $0.key < $1.key }) {
            // libpq sends this one by itself, and that would win over `options`.
            if name == "application_name" {
                add(name, value)
                continue
            }
            guard ConnectionParameters.isSettingName(name), !value.contains("\0") else {
                throw PostgresError(.configuration, note: "a session setting has no usable name")
            }
            options.append("-c \(name)=\(ConnectionParameters.escaped(value))")
        }
        if !options.isEmpty { add("options", options.joined(separator: " ")) }
    }

    private mutating func add(_ keyword: String, _ value: String) {
        keywords.append(keyword)
        values.append(value)
    }

    /// libpq expands a dbname only when it looks like a connection string; an empty one is all defaults.
    private static func expandable(_ text: String) -> String { text.isEmpty ? "dbname=''" : text }

    private static func parse(_ text: String) throws(PostgresError) -> [String: String] {
        guard !text.contains("\0") else { throw PostgresError(.configuration, note: "NUL in the connection string") }
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(text, &message) else {
            PQfreemem(message)
            // libpq's message can quote the password, so it is not passed on.
            throw PostgresError(.configuration, note: "the connection string cannot be read")
        }
        defer { PQconninfoFree(options) }
        var found: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { found[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return found
    }

    private static func isSettingName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    /// In `options` a blank ends an argument and a backslash takes the next byte as it is.
    private static func escaped(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars {
            if scalar == "\\" || scalar.properties.isWhitespace { result.unicodeScalars.append("\\") }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
