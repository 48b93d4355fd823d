/// Lets markup be written as a block with `if`, `switch`, `for` and `let`.
@resultBuilder
package enum MarkupBuilder {
    package static func buildExpression(_ content: Markup) -> Markup { content }
    package static func buildExpression<Name>(_ content: Element<Name>) -> Markup { content.markup }
    package static func buildExpression(_ content: some Renderable) -> Markup { content.markup }

    package static func buildBlock() -> Markup { .empty }
    package static func buildBlock(_ content: Markup) -> Markup { content }
    package static func buildBlock(_ contents: Markup...) -> Markup { buildArray(contents) }

    package static func buildOptional(_ content: Markup?) -> Markup { content ?? .empty }
    package static func buildEither(first content: Markup) -> Markup { content }
    package static func buildEither(second content: Markup) -> Markup { content }

    package static func buildArray(_ contents: [Markup]) -> Markup {
        var buffer = HTMLBuffer(capacity: contents.reduce(0) { $0 + $1.bytes.count })
        for content in contents { buffer.append(content) }
        return Markup(finished: buffer.bytes)
    }
}
