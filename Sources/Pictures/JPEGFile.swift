/// A JPEG file with its picture and nothing besides.
enum JPEGFile {
    /// Without comments and without every application's segment but JFIF's; nil when it cannot be read.
    static func plain(_ bytes: [UInt8]) -> [UInt8]? {
        let reader = ByteReader(bytes)
        guard reader.starts(with: [0xFF, 0xD8]) else { return nil }
        var kept: [UInt8] = [0xFF, 0xD8]
        var at = 2
        while let kind = reader.byte(at + 1), reader.byte(at) == 0xFF, kind != 0xDA {
            guard let length = reader.big(2, at: at + 2), length >= 2, at + 2 + length <= bytes.count else {
                return nil
            }
            if kind != 0xFE, !(0xE1...0xEF).contains(kind) { kept += bytes[at..<(at + 2 + length)] }
            at += 2 + length
        }
        guard at < bytes.count else { return nil }
        return kept + bytes[at...]
    }
}
