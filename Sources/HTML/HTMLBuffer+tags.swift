extension HTMLBuffer {
    /// Adds a start tag.
    mutating func open(_ tags: Tags, _ attributes: [Attribute]) {
        append(fixed: tags.start)
        for attribute in attributes { append(attribute) }
        append(byte: 0x3E)
    }

    private mutating func append(_ attribute: Attribute) {
        switch attribute.value {
        case .omitted:
            return
        case .flag:
            append(fixed: attribute.opening)
            return
        case .fixed(let value):
            append(fixed: attribute.opening)
            append(fixed: value)
        case .text(let value):
            append(fixed: attribute.opening)
            append(escaping: value)
        case .data(let name, let value):
            append(fixed: attribute.opening)
            append(dataName: name)
            append(fixed: "=\"")
            append(escaping: value)
        }
        append(byte: 0x22)
    }

    /// Whatever the programmer wrote, a name stays one name: small letters, digits and hyphens.
    private mutating func append(dataName: StaticString) {
        dataName.withUTF8Buffer { name in
            for byte in name {
                switch byte {
                case 0x61...0x7A, 0x30...0x39, 0x2D: append(byte: byte)
                default: append(byte: 0x2D)
                }
            }
        }
    }
}
