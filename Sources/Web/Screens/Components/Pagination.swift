import HTML

/// The pages of a long list. One page needs none of this, and nothing is shown.
struct Pagination: Component {
    var page: Int
    var pages: Int
    /// The list's address, to which the number of the page is added.
    var address: WebAddress
    var parameter = "page"

    var body: Markup {
        if pages > 1 {
            Nav(.class("pagination"), .aria(.label, "Pages")) {
                Ul {
                    if page > 1 { Li { link("Previous", to: page - 1, .prev) } }
                    Li { Span("Page \(page) of \(pages)", .aria(.current, "page")) }
                    if page < pages { Li { link("Next", to: page + 1, .next) } }
                }
            }
        }
    }

    private func link(_ title: String, to number: Int, _ relation: Relation) -> Markup {
        A(href: address.adding(parameter, String(number)), .rel(relation)) {
            title
            Span(" page", .class("visually-hidden"))
        }.markup
    }
}
