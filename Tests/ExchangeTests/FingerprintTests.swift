import Testing

@testable import Exchange

@Suite("The hash behind an ETag")
struct FingerprintTests {
    @Test(
        "is FNV-1a with 128 bits",
        arguments: [
            ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
            ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
        ])
    func vectors(text: String, hex: String) {
        #expect(Fingerprint.hex(of: Array(text.utf8)) == hex)
    }

    @Test("always has 32 digits, and stands in quotation marks in an ETag")
    func shape() {
        let file = CalendarFile(bytes: [1, 2, 3], lastModified: nil, filename: "x.ics")
        #expect(file.etag.count == 34)
        #expect(file.etag.hasPrefix("\""))
        #expect(!file.etag.hasPrefix("W/"))
    }
}
