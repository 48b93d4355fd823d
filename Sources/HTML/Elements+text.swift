/// Elements of running text and lists.
package enum TextNames {
    package enum P: PlainElementName { package static var tags: Tags { Tags("<p", "</p>") } }
    package enum Ul: PlainElementName { package static var tags: Tags { Tags("<ul", "</ul>") } }
    package enum Ol: PlainElementName { package static var tags: Tags { Tags("<ol", "</ol>") } }
    package enum Li: PlainElementName { package static var tags: Tags { Tags("<li", "</li>") } }
    package enum Dl: PlainElementName { package static var tags: Tags { Tags("<dl", "</dl>") } }
    package enum Dt: PlainElementName { package static var tags: Tags { Tags("<dt", "</dt>") } }
    package enum Dd: PlainElementName { package static var tags: Tags { Tags("<dd", "</dd>") } }
    package enum Strong: PlainElementName { package static var tags: Tags { Tags("<strong", "</strong>") } }
    package enum Em: PlainElementName { package static var tags: Tags { Tags("<em", "</em>") } }
    package enum Small: PlainElementName { package static var tags: Tags { Tags("<small", "</small>") } }
    package enum Code: PlainElementName { package static var tags: Tags { Tags("<code", "</code>") } }
    package enum Kbd: PlainElementName { package static var tags: Tags { Tags("<kbd", "</kbd>") } }
    package enum Pre: PlainElementName { package static var tags: Tags { Tags("<pre", "</pre>") } }
    package enum Blockquote: PlainElementName { package static var tags: Tags { Tags("<blockquote", "</blockquote>") } }
    package enum Mark: PlainElementName { package static var tags: Tags { Tags("<mark", "</mark>") } }
    package enum Del: PlainElementName { package static var tags: Tags { Tags("<del", "</del>") } }
    package enum Ins: PlainElementName { package static var tags: Tags { Tags("<ins", "</ins>") } }
    package enum Bdi: PlainElementName { package static var tags: Tags { Tags("<bdi", "</bdi>") } }
    package enum Span: PlainElementName { package static var tags: Tags { Tags("<span", "</span>") } }
    package enum Figure: PlainElementName { package static var tags: Tags { Tags("<figure", "</figure>") } }
    package enum Figcaption: PlainElementName { package static var tags: Tags { Tags("<figcaption", "</figcaption>") } }
    package enum Details: PlainElementName { package static var tags: Tags { Tags("<details", "</details>") } }
    package enum Summary: PlainElementName { package static var tags: Tags { Tags("<summary", "</summary>") } }
}

package typealias P = Element<TextNames.P>
package typealias Ul = Element<TextNames.Ul>
package typealias Ol = Element<TextNames.Ol>
package typealias Li = Element<TextNames.Li>
package typealias Dl = Element<TextNames.Dl>
package typealias Dt = Element<TextNames.Dt>
package typealias Dd = Element<TextNames.Dd>
package typealias Strong = Element<TextNames.Strong>
package typealias Em = Element<TextNames.Em>
package typealias Small = Element<TextNames.Small>
package typealias Code = Element<TextNames.Code>
package typealias Kbd = Element<TextNames.Kbd>
package typealias Pre = Element<TextNames.Pre>
package typealias Blockquote = Element<TextNames.Blockquote>
package typealias Mark = Element<TextNames.Mark>
package typealias Del = Element<TextNames.Del>
package typealias Ins = Element<TextNames.Ins>
package typealias Bdi = Element<TextNames.Bdi>
package typealias Span = Element<TextNames.Span>
package typealias Figure = Element<TextNames.Figure>
package typealias Figcaption = Element<TextNames.Figcaption>
package typealias Details = Element<TextNames.Details>
package typealias Summary = Element<TextNames.Summary>

/// A line end within an address or a verse.
package typealias Br = VoidElement<VoidNames.Br>
/// A change of subject.
package typealias Hr = VoidElement<VoidNames.Hr>
/// A place where a long word may be broken.
package typealias Wbr = VoidElement<VoidNames.Wbr>

package enum VoidNames {
    package enum Br: PlainElementName { package static var tags: Tags { Tags("<br", "") } }
    package enum Hr: PlainElementName { package static var tags: Tags { Tags("<hr", "") } }
    package enum Wbr: PlainElementName { package static var tags: Tags { Tags("<wbr", "") } }
}
