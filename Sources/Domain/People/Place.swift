/// Corbyn Road, Mary Stevens Park: where sessions happen.
package struct Site: Sendable, Equatable {
    package let id: ID<Site>
    package let name: String
    package let slug: String
    package let address: String

    package init(id: ID<Site>, name: String, slug: String, address: String) {
        self.id = id
        self.name = name
        self.slug = slug
        self.address = address
    }
}

/// A room of a site. Its printed name is `site/room`.
package struct Room: Sendable, Equatable {
    package let id: ID<Room>
    package let site: String
    package let name: String
    package let capacity: Int
    package let access: String

    package init(id: ID<Room>, site: String, name: String, capacity: Int, access: String) {
        self.id = id
        self.site = site
        self.name = name
        self.capacity = capacity
        self.access = access
    }

    package var printed: String { "\(site)/\(name)" }
}

/// A team of a council service, with its home site and the dates between which it exists.
package struct Team: Sendable, Equatable {
    package let id: ID<Team>
    package let name: String
    package let service: String
    package let site: String?
    package let from: Day?
    package let to: Day?

    package init(id: ID<Team>, name: String, service: String, site: String?, from: Day?, to: Day?) {
        self.id = id
        self.name = name
        self.service = service
        self.site = site
        self.from = from
        self.to = to
    }
}

/// A team as somebody enters one.
package struct TeamDetails: Sendable, Equatable {
    package var name: String
    package var service: String
    package var site: String?
    package var from: Day?
    package var to: Day?

    package init(name: String, service: String = "", site: String? = nil, from: Day? = nil, to: Day? = nil) {
        self.name = name
        self.service = service
        self.site = site
        self.from = from
        self.to = to
    }
}
