import Glibc
import HearthCore
import Seal

/// Where keys and words of an open journal could come to lie outside it.
extension HealthFinding {
  /// In the order of `Subject`.
  package static func ofThisMachine() -> [HealthFinding] {
    [
      memory(status: text(of: "/proc/self/status")), core,
      swap(devices: text(of: "/proc/swaps")) { text(of: "/sys/block/\($0)/dm/uuid") },
    ]
  }

  /// - Parameter status: of the process, as the kernel tells it.
  static func memory(status: String) -> HealthFinding {
    let locked = status.split(separator: "\n").first { $0.hasPrefix("VmLck:") }
    let kibibytes = locked?.split(separator: " ").dropFirst().first.flatMap { Int($0.trimmed) } ?? 0
    return HealthFinding(.memory, kibibytes > 0 ? .fine : .trouble, count: kibibytes)
  }

  private static var core: HealthFinding {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    return HealthFinding(.core, isFine: limit.rlim_cur == 0)
  }

  /// - Parameters:
  ///   - devices: a heading, then a line each, as the kernel tells them.
  ///   - uuid: of a mapped device by its name, `CRYPT-…` for one that is sealed.
  static func swap(devices: String, uuid: (String) -> String) -> HealthFinding {
    let names = devices.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    let open = names.filter { name in
      let device = name.split(separator: "/").last.map(String.init) ?? name
      // What is in zram is in memory, and gone with it.
      return !device.hasPrefix("zram") && !uuid(device).hasPrefix("CRYPT-")
    }
    return HealthFinding(.swap, open.isEmpty ? .fine : .note, count: names.count, detail: open.joined(separator: " "))
  }

  /// Of a file the kernel makes up as it is read; empty where there is none.
  private static func text(of path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var (text, piece) = ([UInt8](), [UInt8](repeating: 0, count: 4096))
    while true {
      let count = read(file, &piece, piece.count)
      guard count > 0 else { return String(decoding: text, as: UTF8.self) }
      text += piece[..<count]
    }
  }
}
