/// What a judge wrote for the panel.
package struct PanelComment: Sendable, Equatable {
    /// Nil where a young judge wrote it.
    package let judge: String?
    package let words: String

    package init(judge: String?, words: String) {
        self.judge = judge
        self.words = words
    }
}
