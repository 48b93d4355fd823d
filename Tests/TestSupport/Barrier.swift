/// Holds everyone who arrives until so many have: a pause that is as long as it has to be, whatever the machine's speed.
package actor Barrier {
    private let parties: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var arrived = 0

    package init(parties: Int) {
        self.parties = parties
    }

    package func arrive() async {
        arrived += 1
        guard arrived < parties else {
            for continuation in waiting { continuation.resume() }
            waiting = []
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }
}
