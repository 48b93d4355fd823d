import Foundation
import Testing

@testable import Web

@Suite("JSON, as it is read and written")
struct JSONTests {
    @Test(
        "What is written is read back by Foundation as it was",
        arguments: [
            "plain", "", "quote \" and \\ slash /", "line\nend\r\ttab", "\u{0}\u{1}\u{1F}\u{7F}", "e\u{301}\"\u{301}",
            "\u{2028}\u{2029}",
            "👩‍👩‍👧", "\u{202E}abc", "</script>",
        ])
    func writes(text: String) throws {
        var json = JSONWriter()
        json.object { json in
            json.member("text", text)
            json.member("none", String?.none)
            json.member("number", -7)
            json.member("flag", true)
            json.member("texts", [text, "b"])
        }
        let read = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any]
        #expect((read?["text"] as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
        #expect(read?["none"] is NSNull)
        #expect(read?["number"] as? Int == -7)
        #expect(read?["flag"] as? Bool == true)
        #expect((read?["texts"] as? [String])?.count == 2)
    }

    @Test("A combining mark behind a quotation mark does not carry it through")
    func escapesByBytes() {
        var json = JSONWriter()
        json.value("\"\u{301}")
        #expect(json.bytes == Array("\"\\\"\u{301}\"".utf8))
    }

    @Test(
        "What is JSON is read",
        arguments: [
            (
                " {\"a\" : [1, -2.5e1, true, false, null] } ",
                JSONValue.object([.init(name: "a", value: [1, .number(-25), true, false, .null])])
            ),
            ("\"\\u0041\\n\\/\\ud83d\\ude00é\"", "A\n/😀é"), ("9223372036854775807", .whole(.max)),
            ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("0", 0), ("-0", 0), ("[]", .array([])),
            ("{}", .object([])),
            ("\u{FEFF}1", 1),
        ])
    func reads(text: String, value: JSONValue) throws {
        #expect(try JSONReader.read(Array(text.utf8)) == value)
    }

    @Test(
        "What is not JSON is refused, wherever it breaks",
        arguments: [
            "", " ", "{", "}", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "'a'", "01", "1.", ".5", "1e",
            "+1", "-", "tru", "nulll",
            "\"a", "\"\\x\"", "\"\\u12\"", "\"a\nb\"", "1 2", "NaN", "Infinity", "// 1", "[1 2]", "\"\\",
        ])
    func refuses(text: String) {
        #expect { try JSONReader.read(Array(text.utf8)) } throws: { error in
            if case JSONReader.Failure.malformed = error { true } else { false }
        }
    }

    @Test(
        "Bytes that are not UTF-8 are refused",
        arguments: [[0x22, 0xFF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0xC0]] as [[UInt8]])
    func refusesBytes(bytes: [UInt8]) {
        #expect(throws: JSONReader.Failure.malformed(at: 0)) { try JSONReader.read(bytes) }
    }

    @Test("Thirty-two levels are read, and not one more")
    func depth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        _ = try JSONReader.read(nested(32))
        #expect(throws: JSONReader.Failure.tooDeep) { try JSONReader.read(nested(33)) }
        #expect(throws: JSONReader.Failure.tooDeep) { try JSONReader.read(nested(1_000_000)) }
        let objects = String(repeating: "{\"a\":", count: 1000) + "1" + String(repeating: "}", count: 1000)
        #expect(throws: JSONReader.Failure.tooDeep) { try JSONReader.read(Array(objects.utf8)) }
    }

    @Test(
        "Text that could not be kept is told apart",
        arguments: [
            ("\"a\\u0000\"", JSONReader.Failure.nul), ("\"a\u{0}\"", .nul), ("\"\\ud800\"", .loneSurrogate),
            ("\"\\udc00\"", .loneSurrogate),
            ("\"\\ud800\\u0041\"", .loneSurrogate), ("\"\\ud800x\"", .loneSurrogate),
        ])
    func unkept(text: String, failure: JSONReader.Failure) {
        #expect(throws: failure) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test("Of a name that comes twice the last one counts")
    func twice() throws {
        #expect(try JSONReader.read(Array("{\"a\":1,\"a\":2}".utf8))["a"] == 2)
    }

    @Test("A document of values is written as it stands")
    func document() {
        let value: JSONValue = ["a": [1, .number(0.5), .null], "b": ["c": true]]
        #expect(String(decoding: value.bytes, as: UTF8.self) == "{\"a\":[1,0.5,null],\"b\":{\"c\":true}}")
    }
}
