/// What the first bytes of a picture say of it. Nothing is decoded, so that what says too much of itself is not.
package struct PictureHeader: Sendable, Equatable {
    package enum Format: String, Sendable { case jpeg, png, webp, heic }

    package let format: Format
    /// In points, as declared.
    package let width: Int
    package let height: Int
    /// How it is to be turned (Exif 2.3, tag 0x0112), from 1, as it lies, to 8.
    package let orientation: Int

    /// Nil when it is none of the formats, or does not say how large it is.
    package init?(_ bytes: [UInt8]) {
        let reader = ByteReader(bytes)
        let read: (Format, PictureSize)? =
            if reader.starts(with: [0xFF, 0xD8, 0xFF]) {
                Self.jpeg(reader).map { (.jpeg, $0) }
            } else if reader.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
                Self.png(reader).map { (.png, $0) }
            } else if reader.holds("RIFF", at: 0), reader.holds("WEBP", at: 8) {
                Self.webp(reader).map { (.webp, $0) }
            } else if reader.holds("ftyp", at: 4) {
                Self.heic(reader).map { (.heic, $0) }
            } else {
                nil
            }
        guard let (format, size) = read, size.width > 0, size.height > 0 else { return nil }
        self.format = format
        width = size.width
        height = size.height
        orientation = (1...8).contains(size.orientation) ? size.orientation : 1
    }

    /// Whether it is small enough to be decoded: every point takes four bytes of memory.
    package var isDrawable: Bool {
        max(width, height) <= Self.longestSide && width.multipliedReportingOverflow(by: height).overflow == false
            && width * height <= Self.mostPoints
    }

    package static let longestSide = 20_000
    package static let mostPoints = 50_000_000

    private struct PictureSize {
        var width: Int
        var height: Int
        var orientation = 1
    }

    /// The segments before the picture itself (ITU-T T.81, annex B): one gives the size, an Exif one the orientation.
    private static func jpeg(_ reader: ByteReader) -> PictureSize? {
        var size: PictureSize?
        var orientation = 1
        var at = 2
        while let mark = reader.byte(at), mark == 0xFF, let kind = reader.byte(at + 1) {
            if kind == 0xFF {
                at += 1
                continue
            }
            if kind == 0xD9 || kind == 0xDA { break }
            if kind == 0x01 || (0xD0...0xD8).contains(kind) {
                at += 2
                continue
            }
            guard let length = reader.big(2, at: at + 2), length >= 2 else { return nil }
            if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
                guard size == nil, let height = reader.big(2, at: at + 5), let width = reader.big(2, at: at + 7) else {
                    return nil
                }
                size = PictureSize(width: width, height: height)
            }
            if kind == 0xE1, orientation == 1, reader.holds("Exif\0\0", at: at + 4) {
                orientation = Exif.orientation(reader, from: at + 10) ?? 1
            }
            at += 2 + length
        }
        size?.orientation = orientation
        return size
    }

    /// The header chunk, and `eXIf` before the picture (PNG, third edition, 11.2.1 and 11.3.4.5).
    private static func png(_ reader: ByteReader) -> PictureSize? {
        guard reader.holds("IHDR", at: 12), let width = reader.big(4, at: 16), let height = reader.big(4, at: 20) else {
            return nil
        }
        var size = PictureSize(width: width, height: height)
        var at = 8
        while let length = reader.big(4, at: at), !reader.holds("IDAT", at: at + 4), length < reader.count {
            if reader.holds("eXIf", at: at + 4) { size.orientation = Exif.orientation(reader, from: at + 8) ?? 1 }
            at += 12 + length
        }
        return size
    }

    /// The first chunk of the three that there are (RFC 9649, section 2), and `EXIF`.
    private static func webp(_ reader: ByteReader) -> PictureSize? {
        if reader.holds("VP8 ", at: 12) {
            guard let width = reader.little(2, at: 26), let height = reader.little(2, at: 28) else { return nil }
            return PictureSize(width: width & 0x3FFF, height: height & 0x3FFF)
        }
        if reader.holds("VP8L", at: 12) {
            guard let bits = reader.little(4, at: 21) else { return nil }
            return PictureSize(width: (bits & 0x3FFF) + 1, height: (bits >> 14 & 0x3FFF) + 1)
        }
        guard reader.holds("VP8X", at: 12), let width = reader.little(3, at: 24), let height = reader.little(3, at: 27)
        else { return nil }
        var size = PictureSize(width: width + 1, height: height + 1)
        var at = 12
        while let length = reader.little(4, at: at + 4), length < reader.count {
            if reader.holds("EXIF", at: at) {
                let start = reader.holds("Exif\0\0", at: at + 8) ? at + 14 : at + 8
                size.orientation = Exif.orientation(reader, from: start) ?? 1
            }
            at += 8 + length + length & 1
        }
        return size
    }

    /// The largest of the sizes that a still picture of the family declares (ISO/IEC 23008-12, `ispe`). It says itself how it is
    /// turned, and the decoder heeds that.
    private static func heic(_ reader: ByteReader) -> PictureSize? {
        guard let brands = reader.big(4, at: 0), brands <= 256,
            stride(from: 8, to: brands, by: 4).contains(where: { at in
                ["heic", "heix", "heim", "heis", "mif1"].contains { reader.holds($0, at: at) }
            })
        else { return nil }
        var size: PictureSize?
        for at in 0..<min(reader.count, 1 << 20) where reader.holds("ispe", at: at) {
            guard let width = reader.big(4, at: at + 8), let height = reader.big(4, at: at + 12) else { return nil }
            size = PictureSize(width: max(width, size?.width ?? 0), height: max(height, size?.height ?? 0))
        }
        return size
    }
}
