/// Elements that divide a page.
package enum SectionsNames {
    package enum Header: PlainElementName { package static var tags: Tags { Tags("<header", "</header>") } }
    package enum Nav: PlainElementName { package static var tags: Tags { Tags("<nav", "</nav>") } }
    package enum Main: PlainElementName { package static var tags: Tags { Tags("<main", "</main>") } }
    package enum Footer: PlainElementName { package static var tags: Tags { Tags("<footer", "</footer>") } }
    package enum Section: PlainElementName { package static var tags: Tags { Tags("<section", "</section>") } }
    package enum Article: PlainElementName { package static var tags: Tags { Tags("<article", "</article>") } }
    package enum Aside: PlainElementName { package static var tags: Tags { Tags("<aside", "</aside>") } }
    package enum Address: PlainElementName { package static var tags: Tags { Tags("<address", "</address>") } }
    package enum H1: PlainElementName { package static var tags: Tags { Tags("<h1", "</h1>") } }
    package enum H2: PlainElementName { package static var tags: Tags { Tags("<h2", "</h2>") } }
    package enum H3: PlainElementName { package static var tags: Tags { Tags("<h3", "</h3>") } }
    package enum H4: PlainElementName { package static var tags: Tags { Tags("<h4", "</h4>") } }
    package enum H5: PlainElementName { package static var tags: Tags { Tags("<h5", "</h5>") } }
    package enum H6: PlainElementName { package static var tags: Tags { Tags("<h6", "</h6>") } }
    package enum Div: PlainElementName { package static var tags: Tags { Tags("<div", "</div>") } }
    package enum Search: PlainElementName { package static var tags: Tags { Tags("<search", "</search>") } }
}

package typealias Header = Element<SectionsNames.Header>
package typealias Nav = Element<SectionsNames.Nav>
package typealias Main = Element<SectionsNames.Main>
package typealias Footer = Element<SectionsNames.Footer>
package typealias Section = Element<SectionsNames.Section>
package typealias Article = Element<SectionsNames.Article>
package typealias Aside = Element<SectionsNames.Aside>
package typealias Address = Element<SectionsNames.Address>
package typealias H1 = Element<SectionsNames.H1>
package typealias H2 = Element<SectionsNames.H2>
package typealias H3 = Element<SectionsNames.H3>
package typealias H4 = Element<SectionsNames.H4>
package typealias H5 = Element<SectionsNames.H5>
package typealias H6 = Element<SectionsNames.H6>
package typealias Div = Element<SectionsNames.Div>
package typealias Search = Element<SectionsNames.Search>
