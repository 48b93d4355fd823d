package import Foundation
package import Mail
package import Pictures

/// The outside world: the clock, chance, the post, and what decodes pictures. Nothing else reads a clock or a random source.
///
/// Deadlines and windows are decided by the database's clock; `now` is for reading "tomorrow" and for logs.
package struct Outside: Sendable {
    package var now: @Sendable () -> Date
    package var randomBytes: @Sendable (_ count: Int) -> [UInt8]
    package var mail: any MailTransport
    /// Draws a picture anew, or throws a `PictureProblem`; a server has a process of its own do it.
    package var draw: @Sendable (_ picture: [UInt8]) async throws -> DrawnPicture

    package init(
        now: @escaping @Sendable () -> Date, randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8],
        mail: any MailTransport, draw: @escaping @Sendable (_ picture: [UInt8]) async throws -> DrawnPicture
    ) {
        self.now = now
        self.randomBytes = randomBytes
        self.mail = mail
        self.draw = draw
    }

    /// The real clock, shifted where a test starts it elsewhere, and the system's random source.
    package static func real(
        mail: any MailTransport, clockOffset: TimeInterval = 0,
        draw: @escaping @Sendable (_ picture: [UInt8]) async throws -> DrawnPicture = PictureProcess.ourselves.draw
    ) -> Outside {
        Outside(
            now: { Date().addingTimeInterval(clockOffset) },
            randomBytes: { count in
                // Eight bytes for each call of the system: a page with twenty forms would make six hundred calls.
                var generator = SystemRandomNumberGenerator()
                var bytes: [UInt8] = []
                bytes.reserveCapacity(max(0, count))
                while bytes.count < count {
                    let eight = generator.next()
                    for shift in stride(from: 0, to: 64, by: 8) where bytes.count < count {
                        bytes.append(UInt8(truncatingIfNeeded: eight >> UInt64(shift)))
                    }
                }
                return bytes
            },
            mail: mail, draw: draw)
    }

    /// A random (version 4) UUID.
    func uuid() -> UUID {
        var bytes = randomBytes(16)
        while bytes.count < 16 { bytes.append(0) }
        bytes[6] = (bytes[6] & 0x0F) | 0x40
        bytes[8] = (bytes[8] & 0x3F) | 0x80
        return UUID(
            uuid: (
                bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8], bytes[9],
                bytes[10],
                bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
            ))
    }

    /// 32 random bytes as 43 URL-safe characters.
    func secret() -> String {
        Secrets.urlSafe(randomBytes(32))
    }

    /// Six random digits.
    func sixDigits() -> String {
        var number = 0
        repeat {
            number = randomBytes(4).reduce(0) { $0 << 8 | Int($1) }
        } while number >= 4_294_000_000
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - text.count) + text
    }
}
