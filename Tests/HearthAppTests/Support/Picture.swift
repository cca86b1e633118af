import Canvas
import Foundation
import Pictures
import Testing

/// Compares what a person sees with the picture kept in `Golden/NAME.txt`; `make golden` renews the pictures.
func expectPicture(_ name: String, _ frame: Frame, sourceLocation: SourceLocation = #_sourceLocation) {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
    path: "Golden")
  let file = folder.appending(path: "\(name).txt")
  let seen = frame.styled() + "\n"
  if ProcessInfo.processInfo.environment["HEARTH_GOLDEN"] == "update" {
    do { try Data(seen.utf8).write(to: file) } catch { Issue.record(error, sourceLocation: sourceLocation) }
    return
  }
  let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  guard kept != seen else { return }
  Issue.record("\(name) looks different now:\n\(seen)\nkept:\n\(kept)", sourceLocation: sourceLocation)
}
