internal import CLibGD
import Glibc

/// The process that draws one picture: it reads the picture from standard input, writes what came of it to standard output, and ends.
package enum PictureChild {
    /// The hidden subcommand that runs it.
    package static let verb = "draw-picture"

    static let unreadable: Int32 = 3
    static let tooManyPoints: Int32 = 4
    static let mostAnswerBytes = 12 * 1024 * 1024
    private static let mostPictureBytes = 16 * 1024 * 1024
    /// A picture of the most points takes 200 MB, and its WebP or HEIC decoder as much again.
    private static let memory: UInt = 1_600 * 1024 * 1024
    private static let seconds: UInt = 15

    /// Gives up what could do harm before the first byte is read. Its answer is one byte, 0 or why not, and then the two files.
    package static func run() {
        guard gd_shim_confine(memory, seconds) == 0 else { return write([UInt8(unreadable)]) }
        do {
            write(try [0] + frame(Darkroom.draw(input())))
        } catch {
            write([UInt8(error == .tooManyPoints ? tooManyPoints : unreadable)])
        }
    }

    private static func input() -> [UInt8] {
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 64 * 1024)
        while bytes.count < mostPictureBytes {
            let count = Glibc.read(STDIN_FILENO, &room, room.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += room.prefix(count)
        }
        return bytes
    }

    private static func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// The small one's width, height and length in four bytes each, the small one, and the large one.
    static func frame(_ drawn: DrawnPicture) -> [UInt8] {
        [drawn.smallWidth, drawn.smallHeight, drawn.small.count].flatMap { number in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
        } + drawn.small + drawn.content
    }

    static func read(_ answer: [UInt8]) -> DrawnPicture? {
        let reader = ByteReader(answer)
        guard let width = reader.big(4, at: 0), let height = reader.big(4, at: 4), let length = reader.big(4, at: 8),
            length > 0, answer.count > 12 + length
        else { return nil }
        return DrawnPicture(
            content: Array(answer[(12 + length)...]), small: Array(answer[12..<(12 + length)]), smallWidth: width,
            smallHeight: height)
    }
}
