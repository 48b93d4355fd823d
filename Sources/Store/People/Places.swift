package import Domain
package import Postgres

package struct Sites: Statement {
    package static let sql = "select id, name, slug, address from site order by name"

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> Site {
        try Site(id: row.next(), name: row.next(), slug: row.next(), address: row.next())
    }
}

package struct InsertSite: Statement {
    package static let sql = "insert into site (name, slug, address) values ($1, $2, $3) returning id"
    package let name: String
    package let slug: String
    package let address: String

    package init(name: String, slug: String, address: String) {
        self.name = name
        self.slug = slug
        self.address = address
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(name, slug, address) }

    package static func decode(_ row: inout RowReader) throws -> ID<Site> { try row.next() }
}

package struct UpdateSite: Statement {
    package static let sql = "update site set name = $2, address = $3 where id = $1"
    package let id: ID<Site>
    package let name: String
    package let address: String

    package init(id: ID<Site>, name: String, address: String) {
        self.id = id
        self.name = name
        self.address = address
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, name, address) }
}

package struct DeleteSite: Statement {
    package static let sql = "delete from site where id = $1"
    package let id: ID<Site>

    package init(id: ID<Site>) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }
}

package struct Rooms: Statement {
    package static let sql = """
        select r.id, s.name, r.name, r.capacity, r.access from room r join site s on s.id = r.site_id order by s.name, r.name
        """

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> Room {
        try Room(id: row.next(), site: row.next(), name: row.next(), capacity: row.next(), access: row.next())
    }
}

package struct InsertRoom: Statement {
    package static let sql = "insert into room (site_id, name, capacity, access) values ($1, $2, $3, $4) returning id"
    package let site: ID<Site>
    package let name: String
    package let capacity: Int
    package let access: String

    package init(site: ID<Site>, name: String, capacity: Int, access: String) {
        self.site = site
        self.name = name
        self.capacity = capacity
        self.access = access
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(site, name, capacity, access) }

    package static func decode(_ row: inout RowReader) throws -> ID<Room> { try row.next() }
}

package struct UpdateRoom: Statement {
    package static let sql = "update room set name = $2, capacity = $3, access = $4 where id = $1"
    package let id: ID<Room>
    package let name: String
    package let capacity: Int
    package let access: String

    package init(id: ID<Room>, name: String, capacity: Int, access: String) {
        self.id = id
        self.name = name
        self.capacity = capacity
        self.access = access
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, name, capacity, access) }
}

package struct DeleteRoom: Statement {
    package static let sql = "delete from room where id = $1"
    package let id: ID<Room>

    package init(id: ID<Room>) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }
}
