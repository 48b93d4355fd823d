import HTML

/// A feed to subscribe to: the address, the ways in, and how fresh each calendar program keeps it.
struct CalendarBlock: Component {
    /// The whole https address.
    var address: String
    var name: String
    var heading = "Add to your calendar"
    var hint: String?
    var isDownloadable = true

    var body: Markup {
        let webcal = Self.webcal(address)
        CalendarAddresses(
            heading: heading, subscription: address, webcal: WebAddress(webcal),
            download: isDownloadable ? WebAddress(address) : nil,
            hint: hint ?? "Subscribe, and changes come to you by themselves.",
            extra: Markup {
                P { A("Add to Google Calendar", href: Self.google(webcal)) }
                Disclosure("How soon changes show") {
                    P(
                        """
                        We ask calendar programs to look every hour. Apple's do. Outlook on the web usually looks every three hours or \
                        more, and Google Calendar only every 8 to 24 hours, whatever we ask: on the day itself, look here.
                        """)
                }
            })
    }

    static func webcal(_ address: String) -> String {
        guard let start = address.firstRange(of: "://") else { return address }
        return "webcal://" + address[start.upperBound...]
    }

    static func google(_ webcal: String) -> WebAddress {
        let base: WebAddress = "https://calendar.google.com/calendar/r"
        return base.adding("cid", webcal)
    }
}
