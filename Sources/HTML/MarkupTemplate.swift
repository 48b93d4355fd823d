extension Markup {
    /// A place left open, to be filled in a `MarkupTemplate`. Its byte is never part of UTF-8, so no text brings one in.
    package static let slot = Markup(finished: [MarkupTemplate.slotByte])
}

/// Markup with places left open: what many readers share, made once and filled for each.
package struct MarkupTemplate: Sendable {
    static let slotByte: UInt8 = 0xFF

    private let pieces: [[UInt8]]

    package init(@MarkupBuilder _ content: () -> Markup) {
        pieces = content().bytes.split(separator: Self.slotByte, omittingEmptySubsequences: false).map(Array.init)
    }

    package var slots: Int { pieces.count - 1 }

    /// The whole, with the contents in the order of the slots; what has none stays empty.
    package func filled(with contents: [Markup]) -> Markup {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(
            pieces.reduce(0) { $0 + $1.count } + contents.reduce(0) { $0 + $1.bytes.count })
        for (index, piece) in pieces.enumerated() {
            bytes += piece
            if index < slots, index < contents.count { bytes += contents[index].bytes }
        }
        return Markup(finished: bytes)
    }
}
