import Foundation
import Synchronization

/// A mail server on loopback, on threads of its own, that answers as it is told and writes down what it hears.
final class SMTPTestServer: Sendable {
    /// What it does out of the ordinary.
    enum Mood: Sendable {
        case friendly
        /// Answers this to a command that starts with the verb; `DATA.` means the end of the message.
        case refusing(String, with: String)
        /// Closes the line after so many lines of a message.
        case hangingUp(afterLines: Int)
        case silentGreeting
    }

    struct Record: Sendable {
        var connections = 0
        var commands: [String] = []
        /// What came after AUTH, in base64.
        var secrets: [String] = []
        /// Messages as they came over the line, before dots are unstuffed.
        var raw: [[UInt8]] = []
        var messages: [[UInt8]] = []
    }

    let port: Int
    private let listener: CInt
    private let mood: Mood
    private let extensions: [String]
    private let state = Mutex(Record())

    var record: Record { state.withLock { $0 } }

    init(_ mood: Mood = .friendly, extensions: [String] = ["8BITMIME"]) throws {
        self.mood = mood
        self.extensions = extensions
        listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                bind(listener, generic, length) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, generic, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in accept() }
    }

    /// Ends listening; open conversations end with their clients, or after ten quiet seconds.
    func stop() {
        shutdown(listener, CInt(SHUT_RDWR))
    }

    private func accept() {
        while true {
            let line = Foundation.accept(listener, nil, nil)
            guard line >= 0 else { break }
            state.withLock { $0.connections += 1 }
            Thread.detachNewThread { [self] in
                var wait = timeval(tv_sec: 10, tv_usec: 0)
                setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
                converse(SMTPTestLine(line))
                close(line)
            }
        }
        close(listener)
    }

    private func converse(_ line: SMTPTestLine) {
        if case .silentGreeting = mood {
            _ = line.read()
            return
        }
        line.write(answer("GREETING") ?? "220 test.example.org ready")
        while let bytes = line.read() {
            let command = String(decoding: bytes, as: UTF8.self)
            state.withLock { $0.commands.append(command) }
            let verb = String(command.prefix { $0 != " " }).uppercased()
            if let refusal = answer(verb) {
                line.write(refusal)
                continue
            }
            switch verb {
            case "EHLO":
                let lines = ["test.example.org"] + extensions
                for (index, text) in lines.enumerated() {
                    line.write("250\(index == lines.count - 1 ? " " : "-")\(text)")
                }
            case "AUTH":
                line.write("334 ")
                let secret = line.read().map { String(decoding: $0, as: UTF8.self) } ?? ""
                state.withLock { $0.secrets.append(secret) }
                line.write(answer("SECRET") ?? "235 2.7.0 welcome")
            case "DATA":
                line.write("354 go on")
                guard readMessage(line) else { return }
                line.write(answer("DATA.") ?? "250 2.0.0 taken")
            case "QUIT":
                line.write("221 bye")
                return
            default: line.write("250 2.0.0 ok")
            }
        }
    }

    private func answer(_ verb: String) -> String? {
        guard case .refusing(verb, let reply) = mood else { return nil }
        return reply
    }

    private func readMessage(_ line: SMTPTestLine) -> Bool {
        var raw: [UInt8] = []
        var message: [UInt8] = []
        var count = 0
        while let bytes = line.read() {
            if bytes == [0x2E] {
                let (raw, message) = (raw, message)
                state.withLock { record in
                    record.raw.append(raw)
                    record.messages.append(message)
                }
                return true
            }
            raw += bytes + [0x0D, 0x0A]
            message += bytes.dropFirst(bytes.first == 0x2E ? 1 : 0) + [0x0D, 0x0A]
            count += 1
            if case .hangingUp(let limit) = mood, count >= limit { return false }
        }
        return false
    }
}
