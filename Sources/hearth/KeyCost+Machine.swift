import Foundation
import Seal

extension KeyCost {
  /// As dear as this machine can bear, tried out here and now: takes up to a second.
  static var ofThisMachine: KeyCost {
    calibrated(freeKibibytes: freeKibibytes) { work in
      let start = DispatchTime.now().uptimeNanoseconds
      work()
      return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    }
  }

  /// What the system could lend without taking it from other programs; nothing where it does not say.
  private static var freeKibibytes: Int {
    let lines = (try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8))?.split(separator: "\n") ?? []
    let free = lines.first { $0.hasPrefix("MemAvailable:") }
    return free?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
