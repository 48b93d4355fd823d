import Foundation

/// One connection, line by line.
final class SMTPTestLine {
    private let socket: CInt
    private var buffer: [UInt8] = []

    init(_ socket: CInt) {
        self.socket = socket
    }

    /// The next line without its CRLF; nil when the other side has gone.
    func read() -> [UInt8]? {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                let line = buffer[..<end]
                buffer = Array(buffer[(end + 1)...])
                return Array(line.last == 0x0D ? line.dropLast() : line)
            }
            var piece = [UInt8](repeating: 0, count: 16_384)
            let count = recv(socket, &piece, piece.count, 0)
            guard count > 0 else { return nil }
            buffer += piece[..<count]
        }
    }

    func write(_ text: String) {
        let bytes = Array("\(text)\r\n".utf8)
        _ = send(socket, bytes, bytes.count, CInt(MSG_NOSIGNAL))
    }
}
