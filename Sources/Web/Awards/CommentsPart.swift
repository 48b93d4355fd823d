import Domain
import HTML

/// What the judges wrote for the panel about one candidate, for whoever leads.
struct CommentsPart: Component {
    var comments: [PanelComment]

    var body: Markup {
        if !comments.isEmpty {
            Disclosure(
                "What the judges wrote for the panel (\(comments.count))", isOpen: comments.count < 4
            ) {
                for comment in comments {
                    P { Strong { Bdi(comment.judge ?? "A judge") } }
                    Div(.class("citation")) { Paragraphs(comment.words) }
                }
            }
        }
    }
}
