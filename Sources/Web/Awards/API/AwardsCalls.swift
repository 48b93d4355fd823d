import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Services

/// What the calls about awards and ceremonies have in common: lists that are read, and changes that are made once.
struct AwardsCalls {
    let site: WebSite

    var awards: AwardsService { site.services.awards }

    /// A path of two or three parts, as the address has it.
    static func path(_ context: WebContext) throws -> AwardPath {
        AwardPath(
            scheme: try context.part("scheme").lowercased(), part: try context.part("category").lowercased(),
            code: context.coreContext.parameters.get("code") == nil ? nil : try context.part("code").uppercased())
    }

    static func scheme(_ context: WebContext) throws -> String { try context.part("scheme").lowercased() }

    static func parameters(of url: APIURL) -> [APIRoute.Parameter] {
        let names: [(String, String)] = [
            ("scheme", "The scheme's slug, such as staff-awards-2018."), ("category", "The award's slug."),
            ("panel", "The panel's name."), ("code", "The candidate's code, such as 7Q4K."),
            ("nomination", "The nomination's id."), ("file", "The file's id."),
            ("ceremony", "The ceremony's slug, such as staff-awards-2018-night."),
        ]
        let text = url.template
        return names.filter { text.contains("{\($0.0)}") }.map { name, description in
            APIRoute.Parameter(
                name: name, place: "path", description: description,
                schema: ["nomination", "file"].contains(name)
                    ? ["type": "string", "format": "uuid"] : ["type": "string"],
                isRequired: true)
        }
    }

    func list(
        _ call: AwardsCall, _ name: String, _ summary: String, _ shape: AwardsShape,
        caller: APIRoute.Caller = .person,
        _ read: @escaping @Sendable (WebContext) async throws -> [JSONValue]
    ) -> APIRoute {
        list(at: .awards(call), name, summary, shape.rawValue, caller: caller, read)
    }

    func list(
        at url: APIURL, _ name: String, _ summary: String, _ shape: String, caller: APIRoute.Caller = .person,
        _ read: @escaping @Sendable (WebContext) async throws -> [JSONValue]
    ) -> APIRoute {
        APIRoute(
            method: .get, url: url, name: name, summary: summary, caller: caller,
            parameters: Self.parameters(of: url) + [.limit, .cursor],
            answers: [.list(of: shape)]
                + (caller == .reader && Self.parameters(of: url).isEmpty ? [] : [.problem(403), .problem(404)])
        ) { request, context in
            let page = try APIPage(try request.query())
            let items = try await read(context)
            let bytes = page.bytes(of: Array(items.enumerated()), id: { Self.key($0) }) { $1.element.write(to: &$0) }
            return JSONAnswer(bytes).response(to: request, isPublic: caller == .reader && context.person == nil)
        }
    }

    /// What a cursor remembers of an item: its name where it has one, and its place where several share it.
    private static func key(_ item: (offset: Int, element: JSONValue)) -> String {
        let names = ["id", "candidate", "judge", "scheme", "category", "name", "ceremony", "table", "part", "email"]
            .compactMap { item.element[$0]?.asText }
        return String(names.joined(separator: " ").prefix(120))
    }

    func one(
        _ call: AwardsCall, _ name: String, _ summary: String, _ shape: AwardsShape,
        caller: APIRoute.Caller = .person, _ read: @escaping @Sendable (WebContext) async throws -> JSONValue
    ) -> APIRoute {
        one(at: .awards(call), name, summary, shape.rawValue, caller: caller, read)
    }

    func one(
        at url: APIURL, _ name: String, _ summary: String, _ shape: String, caller: APIRoute.Caller = .person,
        _ read: @escaping @Sendable (WebContext) async throws -> JSONValue
    ) -> APIRoute {
        APIRoute(
            method: .get, url: url, name: name, summary: summary, caller: caller,
            parameters: Self.parameters(of: url),
            answers: [.found(shape), .problem(403), .problem(404), .problem(409)]
        ) { request, context in
            JSONAnswer(try await read(context).bytes).response(
                to: request, isPublic: caller == .reader && context.person == nil)
        }
    }

    /// A change: made once for each key, and answered with what came of it.
    ///
    /// - Parameters:
    ///   - roles: who may at all, told before the body is looked at; none where the services alone decide.
    ///   - makes: the status: 201 where something is new.
    func change(
        _ call: AwardsCall, _ name: String, _ summary: String, _ shape: AwardsShape, makes status: Int = 200,
        listing: Bool = false, roles: [Domain.Role] = [], required: [JSONValue] = [], _ members: JSONValue = [:],
        _ make: @escaping @Sendable (JSONFields, WebContext, Work) async throws -> JSONValue
    ) -> APIRoute {
        change(
            at: .awards(call), name, summary, shape.rawValue, makes: status, listing: listing, roles: roles,
            required: required, members, make)
    }

    func change(
        at url: APIURL, _ name: String, _ summary: String, _ shape: String, makes status: Int = 200,
        listing: Bool = false, roles: [Domain.Role] = [], required: [JSONValue] = [], _ members: JSONValue = [:],
        _ make: @escaping @Sendable (JSONFields, WebContext, Work) async throws -> JSONValue
    ) -> APIRoute {
        var answer: APIRoute.Answer = listing ? .list(of: shape) : status == 201 ? .made(shape) : .done(shape)
        answer.status = status
        return APIRoute(
            method: .post, url: url, name: name, summary: summary, caller: .person,
            parameters: Self.parameters(of: url) + [.idempotencyKey],
            body: ["type": "object", "required": .array(required), "properties": members],
            answers: [answer, .problem(403), .problem(404), .problem(409), .problem(422)]
        ) { request, context in
            if !roles.isEmpty {
                try await site.services.access.require(
                    roles, context.actor, to: summary.prefix(1).lowercased() + summary.dropFirst())
            }
            let fields = try await site.fields(request, context)
            let said = "\(name) \(request.uri.path) \(fields)"
            let kept = try await site.services.once(
                try site.idempotencyKey(request), request: said, by: context.actor
            ) { work in
                do {
                    return KeptAnswer(name, JSONAnswer(try await make(fields, context, work).bytes)).text
                } catch let refusal as PeopleRefusal where refusal.kind == .notFound {
                    // An award is part of the address; whom or what else nobody knows was in the body.
                    if case .nothingNamed("category", _, _) = refusal { throw refusal }
                    throw APIProblem.unprocessable(refusal.code, refusal.message)
                }
            }
            return try KeptAnswer(kept).answer.response(status == 201 ? .created : .ok)
        }
    }

    /// A whole list as the answer to a change.
    static func all(_ items: [JSONValue]) -> JSONValue { ["items": .array(items), "next": .null] }

    static func id(_ context: WebContext) throws -> UUID {
        guard let id = UUID(uuidString: try context.part("nomination")) else {
            throw AccessRefusal.notFound("nomination")
        }
        return id
    }

    static func choice<Value>(_ fields: JSONFields, _ name: String, _ read: (String) -> Value?) throws -> Value? {
        guard let text = try fields.text(name) else { return nil }
        guard let value = read(text) else {
            throw APIProblem.unprocessable("wrong_type", "“\(name)” is none of the values that it may have.")
        }
        return value
    }
}
