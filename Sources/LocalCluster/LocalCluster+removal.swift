import Foundation
import Glibc

extension LocalCluster {
    /// Binds a started throw-away cluster to this program's life: when the program ends, in whatever way, a small shell
    /// that waits on a pipe stops the server and removes the directory; `stop` has it removed, too. Real data are never
    /// bound.
    package func removeWithProgram() async throws {
        guard settings == .throwAway, lifeline == nil, let place = ClusterDirectory(existing: directory),
            let server = place.server()
        else { return }
        let (source, sink) = try Descriptor.pipe()
        let script = """
            read -r _
            { read -r pid < "$2/data/postmaster.pid"; } 2>/dev/null && [ "$pid" = "$1" ] && kill -QUIT "$1" 2>/dev/null
            tries=0
            while kill -0 "$1" 2>/dev/null && [ "$tries" -lt 100 ]; do sleep 0.05; tries=$((tries + 1)); done
            rm -rf -- "$2"
            [ -z "$3" ] || rm -rf -- "$3"
            """
        let elsewhere = place.contents(of: place.elsewhere) ?? ""
        _ = try ChildProcess.start(
            ["/bin/sh", "-c", script, "practiceweek", "\(server.pid)", place.path, elsewhere], input: source,
            output: Descriptor(opening: "/dev/null", flags: O_WRONLY, doing: "open /dev/null"))
        lifeline = sink
    }
}
