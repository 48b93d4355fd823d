/// Anything that may stand in a block of markup.
package protocol Renderable {
    var markup: Markup { get }
}

/// A piece of a page: a plain model value and a pure function of it, `body`.
package protocol Component: Renderable {
    @MarkupBuilder var body: Markup { get }
}

extension Component {
    package var markup: Markup { body }
}

extension Markup: Renderable {
    package var markup: Markup { self }
}

extension String: Renderable {
    package var markup: Markup { Markup(text: self) }
}

extension Int: Renderable {
    package var markup: Markup { Markup(text: String(self)) }
}

extension Optional: Renderable where Wrapped: Renderable {
    package var markup: Markup { self?.markup ?? .empty }
}

extension Array: Renderable where Element: Renderable {
    package var markup: Markup { MarkupBuilder.buildArray(map(\.markup)) }
}
