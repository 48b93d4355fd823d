import TestSupport
import Testing

@testable import Pictures

@Suite("What a picture says of itself")
struct PictureHeaderTests {
    @Test("Its format and its size are read from its bytes")
    func sizes() throws {
        let jpeg = TestPicture.jpeg()
        for (bytes, format) in [
            (jpeg, PictureHeader.Format.jpeg), (TestPicture.png(), .png), (TestPicture.webp, .webp),
            (TestPicture.heic, .heic),
        ] {
            let header = try #require(PictureHeader(bytes), "\(format)")
            #expect(header.format == format)
            #expect(header.width == 64)
            #expect((48...64).contains(header.height))
        }
    }

    @Test(
        "What is no picture is none, however it begins",
        arguments: [
            "", "\u{89}PNG", "%PDF-1.4", "<svg xmlns='http://www.w3.org/2000/svg'/>", "MZ\u{90}\0", "PK\u{3}\u{4}",
            "GIF89a",
            "RIFF\0\0\0\0WEBP", "\0\0\0\u{18}ftypavif",
        ])
    func others(_ text: String) {
        #expect(PictureHeader(Array(text.utf8)) == nil)
        #expect(PictureHeader(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }) == nil)
    }

    @Test(
        "How it is to be turned is read, and nonsense is as it lies",
        arguments: [(6, 6), (1, 1), (8, 8), (0, 1), (9, 1)])
    func orientation(_ written: Int, _ read: Int) throws {
        let jpeg = TestPicture.jpeg()
        #expect(PictureHeader(TestPicture.photograph(jpeg, orientation: written))?.orientation == read)
    }

    @Test("Every beginning of every format, and every byte of it spoilt, is read or refused without a fault")
    func spoilt() async throws {
        let jpeg = TestPicture.photograph(TestPicture.jpeg(), orientation: 3)
        var read = 0
        for picture in [jpeg, TestPicture.png(4, 4), TestPicture.webp, TestPicture.heic] {
            for length in 0..<min(picture.count, 1200) {
                // Others' tests wait for the same few threads, and for their databases no longer than a moment.
                await Task.yield()
                if PictureHeader(Array(picture.prefix(length))) != nil { read += 1 }
                var other = picture
                for byte: UInt8 in [0, 0x7F, 0xFF] {
                    other[length] = byte
                    if PictureHeader(other) != nil { read += 1 }
                }
            }
        }
        #expect(read > 1000)
    }
}
