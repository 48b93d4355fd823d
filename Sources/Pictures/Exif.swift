/// The one thing of Exif that is heeded before all of it is left behind.
enum Exif {
    private static let orientationTag = 0x0112
    private static let mostEntries = 500

    /// - Parameter start: where its TIFF header lies.
    static func orientation(_ reader: ByteReader, from start: Int) -> Int? {
        let isLittle = reader.holds("II*\0", at: start)
        guard isLittle || reader.holds("MM\0*", at: start) else { return nil }
        func number(_ size: Int, at: Int) -> Int? {
            isLittle ? reader.little(size, at: at) : reader.big(size, at: at)
        }
        guard let directory = number(4, at: start + 4), let entries = number(2, at: start + directory) else {
            return nil
        }
        for entry in 0..<min(entries, mostEntries) {
            let at = start + directory + 2 + entry * 12
            if number(2, at: at) == orientationTag { return number(2, at: at + 8) }
        }
        return nil
    }
}
