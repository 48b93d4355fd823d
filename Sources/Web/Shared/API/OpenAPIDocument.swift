import HTTPTypes

/// The API's description (OpenAPI 3.1), made from the same values that answer the calls.
struct OpenAPIDocument {
    let routes: [APIRoute]
    let version: String

    static func reference(_ schema: String) -> JSONValue { ["$ref": .text("#/components/schemas/\(schema)")] }

    static let schemas: [(String, JSONValue)] =
        [
            ("Event", EventJSON.schema), ("Session", SessionJSON.schema),
            ("SessionWithBooking", SessionJSON.schemaWithBooking),
            ("Booking", BookingJSON.schema), ("OwnBooking", BookingJSON.schemaWithLink),
            ("NamedBooking", BookingJSON.schemaWithPerson), ("Release", ReleaseJSON.schema),
            ("Role", RoleJSON.schema), ("Leaving", LeavingJSON.schema), ("Problem", problem),
        ] + AwardsShape.allCases.map { ($0.rawValue, $0.schema) }
        + CeremonyShape.allCases.map { ($0.rawValue, $0.schema) }

    private static let problem: JSONValue = [
        "type": "object", "required": ["type", "title", "status", "detail", "code"],
        "properties": [
            "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
            "detail": ["type": "string", "description": "A sentence for people."],
            "code": ["type": "string", "description": "Stable, for programs."],
            "error_id": ["type": "string", "description": "What the server's log has an unforeseen error under."],
            "changed": [
                "type": "array", "items": ["type": "string"],
                "description": "With the code stale: the fields that somebody else has changed since.",
            ],
        ],
    ]

    var value: JSONValue {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Practice Week", "version": .text(version),
                "description": """
                Times are RFC 3339 with London's offset. Lists are {"items":[…],"next":null|"cursor"}. Errors are RFC 9457 \
                problem details with a stable code.
                """,
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "servers": [["url": .text(APIURL.root)]], "paths": paths,
            "components": [
                "schemas": .object(Self.schemas.map { .init(name: $0.0, value: $0.1) }),
                "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
            ],
        ]
    }

    private var paths: JSONValue {
        let document = APIRoute(
            method: .get, url: .document, name: "getDescription", summary: "This description", caller: .anyone,
            answers: [APIRoute.Answer(status: 200, description: "OpenAPI 3.1", schema: ["type": "object"])]
        ) { _, _ in throw APIProblem.unknownPath() }
        var paths: [JSONValue.Member] = []
        for route in [document] + routes {
            let operation = JSONValue.Member(name: route.method.rawValue.lowercased(), value: operation(route))
            let path = route.url.template
            if let index = paths.firstIndex(where: { $0.name == path }), let others = paths[index].value.members {
                paths[index].value = .object(others + [operation])
            } else {
                paths.append(JSONValue.Member(name: path, value: .object([operation])))
            }
        }
        return .object(paths)
    }

    private func operation(_ route: APIRoute) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init(name: "operationId", value: .text(route.name)), .init(name: "summary", value: .text(route.summary)),
        ]
        if !route.parameters.isEmpty {
            members.append(.init(name: "parameters", value: .array(route.parameters.map(parameter))))
        }
        if let body = route.body {
            let isRequired = body["required"].map { $0 != .array([]) } ?? false
            members.append(
                .init(
                    name: "requestBody",
                    value: ["required": .bool(isRequired), "content": ["application/json": ["schema": body]]]))
        }
        let answers = route.answers + common(route)
        members.append(
            .init(
                name: "responses",
                value: .object(answers.map { .init(name: String($0.status), value: answer($0)) })))
        let token: JSONValue = ["token": []]
        switch route.caller {
        case .anyone: members.append(.init(name: "security", value: []))
        case .reader: members.append(.init(name: "security", value: [[:], token]))
        case .person: members.append(.init(name: "security", value: [token]))
        }
        return .object(members)
    }

    /// The problems that any such call can meet, besides those that it names.
    private func common(_ route: APIRoute) -> [APIRoute.Answer] {
        var answers: [APIRoute.Answer] = []
        if route.caller != .anyone { answers.append(.problem(401)) }
        if route.body != nil || !route.parameters.isEmpty { answers.append(.problem(400, "unreadable")) }
        if route.body != nil { answers += [.problem(413), .problem(415)] }
        if !route.answers.contains(where: { $0.status == 422 }),
            route.body != nil || route.parameters.contains(where: { $0.place == "query" })
        {
            answers.append(.problem(422))
        }
        return answers
    }

    private func parameter(_ parameter: APIRoute.Parameter) -> JSONValue {
        [
            "name": .text(parameter.name), "in": .text(parameter.place), "required": .bool(parameter.isRequired),
            "description": .text(parameter.description), "schema": parameter.schema,
        ]
    }

    private func answer(_ answer: APIRoute.Answer) -> JSONValue {
        var members: [JSONValue.Member] = [.init(name: "description", value: .text(answer.description))]
        if let schema = answer.schema {
            let type = answer.status < 400 ? "application/json" : "application/problem+json"
            members.append(
                .init(name: "content", value: .object([.init(name: type, value: ["schema": schema])])))
        }
        return .object(members)
    }
}

extension APIRoute.Answer {
    static func found(_ schema: String) -> Self {
        Self(status: 200, description: schema, schema: OpenAPIDocument.reference(schema))
    }

    static func done(_ schema: String) -> Self {
        Self(status: 200, description: "What it has become", schema: OpenAPIDocument.reference(schema))
    }

    static func made(_ schema: String) -> Self {
        Self(status: 201, description: "What was made", schema: OpenAPIDocument.reference(schema))
    }

    static func list(of schema: String) -> Self {
        Self(
            status: 200, description: "A page of the list",
            schema: [
                "type": "object", "required": ["items", "next"],
                "properties": [
                    "items": ["type": "array", "items": OpenAPIDocument.reference(schema)],
                    "next": ["type": ["string", "null"]],
                ],
            ])
    }

    static func problem(_ status: Int, _ codes: String = "") -> Self {
        let phrase = HTTPResponse.Status(code: status).reasonPhrase
        return Self(
            status: status, description: codes.isEmpty ? phrase : "\(phrase): \(codes)",
            schema: OpenAPIDocument.reference("Problem"))
    }
}
