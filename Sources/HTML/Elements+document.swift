/// Elements of a document's frame.
package enum DocumentNames {
    package enum Head: PlainElementName { package static var tags: Tags { Tags("<head", "</head>") } }
    package enum Title: PlainElementName { package static var tags: Tags { Tags("<title", "</title>") } }
    package enum Body: PlainElementName { package static var tags: Tags { Tags("<body", "</body>") } }
}

package typealias Head = Element<DocumentNames.Head>
package typealias Title = Element<DocumentNames.Title>
package typealias Body = Element<DocumentNames.Body>

/// A whole page: the doctype and the `html` element, in British English.
package struct Document: Renderable {
    package let markup: Markup

    package init(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) {
        let content = content()
        var buffer = HTMLBuffer(capacity: content.bytes.count + 128)
        buffer.append(fixed: "<!DOCTYPE html>\n")
        buffer.open(Tags("<html", "</html>"), [.lang("en-GB")] + attributes)
        buffer.append(content)
        buffer.append(fixed: "</html>\n")
        markup = Markup(finished: buffer.bytes)
    }
}

package enum MetaName: ElementName { package static var tags: Tags { Tags("<meta", "") } }
package typealias Meta = VoidElement<MetaName>

extension VoidElement where Name == MetaName {
    /// Says that the page is UTF-8, which it always is.
    package static var utf8: Meta { Meta(made: [Attribute(" charset=\"", fixed: "utf-8")]) }

    package init(name: String, content: String) {
        self.init(made: [.name(name), Attribute(" content=\"", content)])
    }

    /// Has the browser read the page again and again.
    package static func refresh(seconds: Int) -> Meta {
        Meta(made: [Attribute(" http-equiv=\"", fixed: "refresh"), Attribute(" content=\"", String(seconds))])
    }
}

package enum NoscriptName: PlainElementName { package static var tags: Tags { Tags("<noscript", "</noscript>") } }
/// What is there only where no script runs.
package typealias Noscript = Element<NoscriptName>

package enum LinkName: ElementName { package static var tags: Tags { Tags("<link", "") } }
package typealias Link = VoidElement<LinkName>

extension VoidElement where Name == LinkName {
    package init(_ relation: Relation, href: WebAddress, _ attributes: Attribute...) {
        self.init(made: [.rel(relation), .href(href)] + attributes)
    }
}

package enum ScriptName: ElementName { package static var tags: Tags { Tags("<script", "</script>") } }
/// A script from an address: none can be written into the page.
package typealias Script = Element<ScriptName>

extension Element where Name == ScriptName {
    package init(module address: WebAddress) {
        self.init(made: [Attribute(" type=\"", fixed: "module"), .src(address)], text: "")
    }
}
