import Domain
import Foundation
import Hummingbird

/// Which part of a list a call wants. The cursor names the last item seen and how many there were up to it, so that a page
/// goes on behind that item wherever it is now, and near it when it has gone.
struct APIPage: Sendable, Equatable {
    static let usual = 100
    static let most = 500

    struct Cursor: Sendable, Equatable {
        var seen: Int
        var last: String
    }

    var limit = Self.usual
    var after: Cursor?

    init() {}

    init(_ query: FormFields) throws {
        if let text = query.all("limit").last {
            guard let number = wholeNumber(text), (1...Self.most).contains(number) else {
                throw APIProblem.unprocessable(
                    "limit_out_of_range", "“limit” is a whole number from 1 to \(Self.most).")
            }
            limit = number
        }
        if let text = query.all("cursor").last {
            guard let cursor = Cursor(text) else {
                throw APIProblem.unprocessable(
                    "cursor_unreadable", "“cursor” is the “next” of the page before, as it was.")
            }
            after = cursor
        }
    }

    /// The page of the items, and the cursor of the one after it.
    func part<Item>(of items: [Item], id: (Item) -> String) -> (items: ArraySlice<Item>, next: String?) {
        var start = 0
        if let after {
            let found = items.firstIndex { id($0) == after.last }
            start = min(found.map { $0 + 1 } ?? max(0, after.seen - 1), items.count)
        }
        let end = min(items.count, start + limit)
        let part = items[start..<end]
        guard end < items.count, let last = part.last else { return (part, nil) }
        return (part, Cursor(seen: end, last: id(last)).text)
    }

    /// `{"items":[…],"next":…}`
    func bytes<Item>(
        of items: [Item], id: (Item) -> String, _ write: (inout JSONWriter, Item) -> Void
    ) -> [UInt8] {
        let (part, next) = part(of: items, id: id)
        var json = JSONWriter(capacity: 512 * (part.count + 1))
        json.object { json in
            json.name("items")
            json.array(of: part) { write(&$0, $1) }
            json.member("next", next)
        }
        return json.bytes
    }
}

extension APIPage.Cursor {
    init?(_ text: String) {
        guard text.utf8.count <= 200 else { return nil }
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: standard + padding), let plain = String(validating: data, as: UTF8.self)
        else {
            return nil
        }
        let parts = plain.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let seen = wholeNumber(parts[0]) else { return nil }
        self.init(seen: seen, last: String(parts[1]))
    }

    var text: String {
        Data("\(seen).\(last)".utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}
