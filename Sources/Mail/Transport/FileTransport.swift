import Foundation

/// Writes each message to a directory as one `.eml` file, whole or not at all; a message sent twice is one file.
package actor FileTransport: MailTransport {
    private let executor = QueueExecutor(label: "mail-files")
    private let directory: String

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter directory: made on first use, for its owner's eyes only.
    package init(directory: String) {
        self.directory = directory
    }

    package func send(_ message: MailMessage) throws(MailError) {
        let name = Self.fileName(message)
        let final = "\(directory)/\(name)"
        let temporary = "\(directory)/.\(name).part"
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw MailError(.temporary, "The mail directory \(directory) could not be made.")
        }
        guard Self.write(message.bytes, to: temporary), rename(temporary, final) == 0 else {
            unlink(temporary)
            throw MailError(.temporary, "Mail could not be written to the directory \(directory).")
        }
    }

    /// The date and the message id, in letters that every file system takes.
    private static func fileName(_ message: MailMessage) -> String {
        let id = message.id.value.utf8.prefix(120).map { byte -> Character in
            MailToken.isAlphanumeric(byte) || "._-@".utf8.contains(byte) ? Character(Unicode.Scalar(byte)) : "_"
        }
        return "\(MailDate.stamp(message.date))-\(String(id)).eml"
    }

    private static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return false }
        var isGood = true
        var offset = 0
        while isGood, offset < bytes.count {
            let written = bytes[offset...].withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if written > 0 {
                offset += written
            } else if written == 0 || errno != EINTR {
                isGood = false
            }
        }
        isGood = isGood && fsync(file) == 0
        return close(file) == 0 && isGood
    }
}
