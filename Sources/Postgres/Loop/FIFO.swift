/// A queue whose both ends cost constant time on average.
struct FIFO<Element> {
    private var elements: [Element?] = []
    private var head = 0

    var isEmpty: Bool { head == elements.count }

    var count: Int { elements.count - head }

    var first: Element? { isEmpty ? nil : elements[head] }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func popFirst() -> Element? {
        guard !isEmpty else { return nil }
        defer {
            elements[head] = nil
            head += 1
            if head == elements.count {
                elements.removeAll(keepingCapacity: true)
                head = 0
            } else if head >= 512, head * 2 >= elements.count {
                elements.removeFirst(head)
                head = 0
            }
        }
        return elements[head]
    }

    mutating func removeAll() -> [Element] {
        let rest = elements[head...].compactMap { $0 }
        elements.removeAll()
        head = 0
        return rest
    }
}

extension FIFO {
    /// Lends the head out to be changed; `replaceHead` puts it back.
    mutating func popHead() -> Element? {
        guard !isEmpty else { return nil }
        defer { elements[head] = nil }
        return elements[head]
    }

    mutating func replaceHead(_ element: Element) {
        guard !isEmpty else { return }
        elements[head] = element
    }
}
