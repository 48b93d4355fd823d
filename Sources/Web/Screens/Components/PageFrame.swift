import HTML

/// What a page needs to know beside its own content.
struct PageFrame {
    /// The centre's name, shown in the header and in the title of the window.
    var centre: String
    /// What this page is, in a few words.
    var title: String
    var navigation: [NavigationLink] = []
    /// The pages of the part of the site that this one belongs to, such as the staff's.
    var section: NavigationSection?
    var visitor: Visitor = .unknown
    /// What happened just before this page.
    var banner: Banner?
    var back: BackLink?
    /// What the page is opened for, behind filters and tabs: a second link for those who go by the keyboard.
    var skip: SkipLink?
    var width: Width = .reading
    /// Whether a form on this page was refused: the title then begins with "Error: ".
    var hasErrors = false
    /// Whether this is a demonstration with invented people.
    var isDemonstration = false
    /// What is styled beside the site's own stylesheet.
    var stylesheet: Asset?
    /// Without JavaScript the page is read again every two seconds, while something is under way.
    var refreshes = false
    /// A calendar that belongs to this page.
    var calendar: WebAddress?

    enum Width {
        /// One column for reading and for forms.
        case reading
        /// Programmes, grids and tables.
        case wide
    }

    /// Who looks at the page.
    enum Visitor {
        case unknown
        case signedOut(signIn: WebAddress)
        case signedIn(name: String, signOut: WebAddress, guard: FormGuard)
    }

    var windowTitle: String {
        (hasErrors ? "Error: " : "") + title + " – " + centre
    }
}

/// A link past everything before a part of the page, shown when it has the focus.
struct SkipLink {
    var text: String
    /// Such as `#results`.
    var address: WebAddress
}

/// An entry of the main navigation.
struct NavigationLink {
    var title: String
    var address: WebAddress
    var isCurrent = false
}

/// The pages of one part of the site.
struct NavigationSection {
    /// What the part is called: "Staff pages".
    var title: String
    var links: [NavigationLink]
}
