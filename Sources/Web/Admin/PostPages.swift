import Domain
import Foundation
import HTML

/// Every post with who holds it, who did, and who will.
struct PostsPage: Component {
    var posts: [Post]
    var today: Day

    var body: Markup {
        H1("Posts")
        P("An office that one person holds after another, such as the director’s.", .class("lead"))
        ActionRow { ActionLink("Add a post", to: SiteURL.adminNewPost.address) }
        if posts.isEmpty {
            EmptyState("No posts yet") { P("Add the first one, and say who holds it.") }
        } else {
            DataTable(
                id: "posts", caption: "Posts by name", isCaptionHidden: true, rows: posts,
                columns: [
                    TableColumn("Post", .rowHeader) { $0.name },
                    TableColumn("Holds it today") { Bdi($0.holder(on: today)?.name ?? "Nobody") },
                    TableColumn("From one to the next") { post in
                        Ul(.class("plain")) {
                            for holder in post.holders {
                                Li {
                                    Bdi(holder.name)
                                    ", from \(holder.from.long)\(holder.to.map { " to \($0.long)" } ?? "")"
                                }
                            }
                        }
                    },
                    TableColumn("Change") { post in
                        A(href: SiteURL.adminHandover(post.id.uuidString).address) {
                            "Hand it on"
                            Span(": " + post.name, .class("visually-hidden"))
                        }
                    },
                ])
        }
    }
}

/// A new post with its first holder.
struct NewPostForm: Component {
    /// The form as it was sent, or as it is first shown.
    struct Typed {
        var name = ""
        var person = ""
        var from = ""

        init() {}

        init(_ fields: FormFields) {
            (name, person, from) = (fields["name"] ?? "", fields["person"] ?? "", fields["from"] ?? "")
        }
    }

    var typed: Typed
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Add a post")
        PostForm(to: SiteURL.adminPosts.address, guard: formGuard) {
            TextField(name: "name", label: "Name of the post", value: typed.name, error: errors.message(for: "name"))
            Self.holder("Who holds it", typed, errors)
            TextField.date(name: "from", label: "From", value: typed.from, error: errors.message(for: "from"))
            ActionButton("Add")
        }
    }

    static func holder(_ label: String, _ typed: Typed, _ errors: [FieldError]) -> TextField {
        TextField(
            name: "person", label: label, hint: "Their whole name or email address.", value: typed.person,
            error: errors.message(for: "person"), autocomplete: .off, isProse: false)
    }
}

/// Who has the post next, from when on, and which sessions go with it.
struct HandoverPage: Component {
    var post: Post
    var sessions: [(reference: String, title: String, startsAt: Date?)]
    var typed: NewPostForm.Typed
    var chosen: Set<String>
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Hand on: \(post.name)")
        if let last = post.last { P("\(last.name) has it from \(last.from.long).", .class("lead")) }
        PostForm(to: SiteURL.adminHandover(post.id.uuidString).address, guard: formGuard) {
            NewPostForm.holder("Who has it next", typed, errors)
            TextField.date(
                name: "from", label: "Their first day", value: typed.from, error: errors.message(for: "from"))
            if !sessions.isEmpty {
                ChoiceGroup(
                    kind: .checkboxes, name: "sessions", legend: "Sessions that go with the post",
                    hint: "Only those on that first day or later are passed on. Earlier ones stay as they are.",
                    choices: sessions.map {
                        Choice(
                            value: $0.reference, label: $0.title,
                            hint: $0.startsAt.map(AdminWords.moment) ?? "No time yet",
                            isChosen: chosen.contains($0.reference))
                    })
                P("What is passed on is a draft until the next release tells everyone.", .class("hint"))
            }
            ActionButton("Hand it on")
        }
    }
}
