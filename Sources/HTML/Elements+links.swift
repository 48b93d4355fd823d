package enum AName: PlainElementName { package static var tags: Tags { Tags("<a", "</a>") } }
/// A link; without `href`, the place where one would be.
package typealias A = Element<AName>

extension Element where Name == AName {
    package init(href: WebAddress, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup) {
        self.init(made: [.href(href)] + attributes, content: content())
    }

    package init(_ text: String, href: WebAddress, _ attributes: Attribute...) {
        self.init(made: [.href(href)] + attributes, text: text)
    }
}

package enum ImgName: ElementName { package static var tags: Tags { Tags("<img", "") } }
/// A picture, with the words that stand for it (empty for one that is decoration).
package typealias Img = VoidElement<ImgName>

extension VoidElement where Name == ImgName {
    package init(src: WebAddress, alt: String, _ attributes: Attribute...) {
        self.init(made: [.src(src), Attribute(" alt=\"", alt)] + attributes)
    }
}

package enum TimeName: ElementName { package static var tags: Tags { Tags("<time", "</time>") } }
/// A time in words with its machine-readable form (ISO 8601).
package typealias Time = Element<TimeName>

extension Element where Name == TimeName {
    package init(datetime: String, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup) {
        self.init(made: [Attribute(" datetime=\"", datetime)] + attributes, content: content())
    }

    package init(_ text: String, datetime: String, _ attributes: Attribute...) {
        self.init(made: [Attribute(" datetime=\"", datetime)] + attributes, text: text)
    }
}

package enum AbbrName: ElementName { package static var tags: Tags { Tags("<abbr", "</abbr>") } }
/// A short form with what it means.
package typealias Abbr = Element<AbbrName>

extension Element where Name == AbbrName {
    package init(_ text: String, meaning: String) {
        self.init(made: [.title(meaning)], text: text)
    }
}
