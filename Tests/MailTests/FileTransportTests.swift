import Foundation
import Mail
import Testing

@Suite("Mail: into a directory")
struct FileTransportTests {
    /// Runs with a directory that does not exist yet and is gone afterwards.
    private func withDirectory(_ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("mail-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body("\(path)/made")
    }

    @Test("a message is one .eml with exactly its bytes, named by time and id, for its owner alone")
    func written() async throws {
        try await withDirectory { path in
            let message = try sample()
            try await MailDestination("file:\(path)").transport().send(message)
            let names = try FileManager.default.contentsOfDirectory(atPath: path)
            #expect(names == ["20180129T093000Z-booking-17@practice.example.org.eml"])
            let file = "\(path)/\(names.first ?? "")"
            #expect(FileManager.default.contents(atPath: file).map { [UInt8]($0) } == message.bytes)
            let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
            #expect(rights?.intValue == 0o600)
        }
    }

    @Test("a message sent twice is one file, the later one, and no temporary file stays")
    func twice() async throws {
        try await withDirectory { path in
            let transport = FileTransport(directory: path)
            try await transport.send(try sample(text: "one"))
            try await transport.send(try sample(text: "two"))
            let names = try FileManager.default.contentsOfDirectory(atPath: path)
            #expect(names.count == 1)
            let content = FileManager.default.contents(atPath: "\(path)/\(names.first ?? "")")
            #expect(content.map { String(decoding: $0, as: UTF8.self) }?.hasSuffix("two\r\n") == true)
        }
    }

    @Test("signs of a message id that could lead elsewhere are replaced")
    func names() async throws {
        try await withDirectory { path in
            var message = try sample()
            message.id = try MailMessageID("/etc/x|y*@example.org")
            try await FileTransport(directory: path).send(message)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: path)
                    == ["20180129T093000Z-_etc_x_y_@example.org.eml"])
        }
    }

    @Test("a directory that cannot be made is a temporary error that names it")
    func noDirectory() async throws {
        let message = try sample()
        let error = await #expect(throws: MailError.self) {
            try await FileTransport(directory: "/dev/null/mail").send(message)
        }
        #expect(error?.isPermanent == false)
        #expect(error?.description.contains("/dev/null/mail") == true)
    }
}
