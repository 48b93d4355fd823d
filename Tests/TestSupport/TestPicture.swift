import Foundation
import Pictures

/// Pictures to upload: a left half of red and a right half of blue, in the formats that are taken.
package enum TestPicture {
    /// What is planted in the camera's own words, to be found nowhere.
    package static let place = "SECRETPLACE 52.5086 N 2.0847 W"

    /// 64 by 48 points.
    package static let webp =
        Data(
            base64Encoded:
                "UklGRmgAAABXRUJQVlA4IFwAAABQBQCdASpAADAAPm0ylUckIyIhKqgAgA2JYwDUEY3+AfiBpgPxJ/WbcQADLy7rGtHni2AA/vCbJem+c6MBjvXwv4Ybt4Pj8eboHF8rYp9tOPo8z1Jf8ubAAAAAAA=="
        ).map(Array.init) ?? []

    package static let heic = Data(base64Encoded: heicText).map(Array.init) ?? []

    private static let heicText = """
        AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAvxtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA\
        AA5waXRtAAAAAAACAAAAGGlkYXQAAAAAAEAAMAAAAAAAQAAwAAAAYGlsb2MBAAAAREAABAABAAAAAAAAAyAAAQAAAAAAAACHAAIA\
        AQAAAAAAAAABAAAAAAAAAAgAAwAAAAAAAAOnAAEAAAAAAAAAFAAEAAEAAAAAAAAAAQAAAAgAAAAIAAAAYmlpbmYAAAAAAAQAAAAV\
        aW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAAAVaW5mZQIAAAEAAwAAaHZjMQAAAAAVaW5mZQIAAAAABAAA\
        Z3JpZAAAAAGxaXBycAAAAYRpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAA\
        AwAeugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprm4EBAwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAA\
        AAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAQAAAADAAAAAQcGl4aQAAAAADCAgIAAAAcWh2Y0MBBAgAAAAAAAAAAAAe8AD8/Pj4AAAP\
        AyAAAQAXQAEMAf//BAgAAAMAn/gAAAMAAB66AkAhAAEAJkIBAQQIAAADAJ/4AAADAAAewIIEFlurkprmwIAAAAMAgAAAAwCEIgAB\
        AAZEAcFzwIkAAAAUaXNwZQAAAAAAAABAAAAAQAAAABRpc3BlAAAAAAAAAEAAAAAwAAAADnBpeGkAAAAAAQgAAAAnYXV4QwAAAAB1\
        cm46bXBlZzpoZXZjOjIwMTU6YXV4aWQ6MQAAAAAlaXBtYQAAAAAAAAAEAAECgQIAAgIDhAADAoUGAAQDB4iJAAAANmlyZWYAAAAA\
        AAAADmRpbWcAAgABAAEAAAAOZGltZwAEAAEAAwAAAA5hdXhsAAQAAQACAAAAo21kYXQAAACDKAGvCeA98yL///I/N//8sM7L+8XE\
        V7//x1vDv9SWD//kFXphKDArh8lk5X86O69N7SfNFIsXpVdE5Sx/JXlgTR3PlJw8q7STuatHlmbTes7yVvKkVOrE7Dl629jWHJUn\
        ZhbEUzFaSIQIdToTy3v9pesLqD+nDf35qor5QXPYyPuGh44AAAAQKAGuE8BrfEPeP8S709ORXA==\

        """

    /// - Parameter declared: what it says that its size is, where that is a lie.
    package static func png(_ width: Int = 64, _ height: Int = 48, declaring declared: (Int, Int)? = nil) -> [UInt8] {
        let red: [UInt8] = [255, 0, 0]
        let blue: [UInt8] = [0, 0, 255]
        var points: [UInt8] = []
        for _ in 0..<height {
            points.append(0)
            for column in 0..<width { points += column * 2 < width ? red : blue }
        }
        let size = declared ?? (width, height)
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", big(size.0, 4) + big(size.1, 4) + [8, 2, 0, 0, 0]) + chunk("IDAT", stored(points))
            + chunk("IEND", [])
    }

    package static func jpeg() -> [UInt8] { (try? Darkroom.draw(png()).content) ?? [] }

    /// A JPEG file with the camera's words about where it was taken, and how it is to be turned.
    package static func photograph(_ jpeg: [UInt8], orientation: Int = 1) -> [UInt8] {
        // Two entries: the orientation, and a description that lies behind them.
        let words = Array(place.utf8) + [0]
        let directory: [UInt8] =
            big(2, 2) + big(0x010E, 2) + big(2, 2) + big(words.count, 4) + big(38, 4)
            + big(0x0112, 2) + big(3, 2) + big(1, 4) + big(orientation, 2) + [0, 0] + big(0, 4)
        let exif = Array("Exif\0\0".utf8) + Array("MM\0*".utf8) + big(8, 4) + directory + words
        let comment = Array(place.utf8)
        return jpeg.prefix(2) + [0xFF, 0xE1] + big(exif.count + 2, 2) + exif + [0xFF, 0xFE] + big(comment.count + 2, 2)
            + comment + jpeg.dropFirst(2)
    }

    package static let pdf = Array("%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n".utf8)

    private static func big(_ number: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        var sum: UInt32 = .max
        for byte in named {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return big(content.count, 4) + named + big(Int(~sum), 4)
    }

    /// In blocks that are not compressed (RFC 1950 and 1951).
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var made: [UInt8] = [0x78, 0x01]
        var (low, high) = (1, 0)
        for byte in bytes {
            low = (low + Int(byte)) % 65_521
            high = (high + low) % 65_521
        }
        for start in stride(from: 0, to: bytes.count, by: 65_535) {
            let part = bytes[start..<min(start + 65_535, bytes.count)]
            made += [start + 65_535 >= bytes.count ? 1 : 0] + big(part.count, 2).reversed()
            made += big(part.count ^ 0xFFFF, 2).reversed() + part
        }
        return made + big(high, 2) + big(low, 2)
    }
}
