import Foundation
import HearthCore

extension Zone {
  /// The zone this machine is in, or the one `TZ` names, as the C library reads it.
  static func system(_ environment: (String) -> String?) -> Zone {
    tzset()
    let named = name(environment("TZ"))
    return Zone(name: named ?? Stamp.offsetText(offset(at: Int(time(nil))))) { offset(at: $0.seconds) }
  }

  /// A zone of the system's database; nil where it holds none of that name.
  @Sendable static func named(_ name: String) -> Zone? {
    TimeZone(identifier: name).map { zone in
      Zone(name: name) { zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval($0.seconds))) }
    }
  }

  private static func offset(at seconds: Int) -> Int {
    var moment = time_t(seconds)
    var local = tm()
    return localtime_r(&moment, &local) == nil ? 0 : local.tm_gmtoff
  }

  /// The IANA name: of `TZ`, else of what `/etc/localtime` points at. Nil where there is none, as for `TZ=EST5EDT4`.
  private static func name(_ setting: String?) -> String? {
    guard let setting else {
      return name(ofFile: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime")) ?? "")
    }
    let bare = setting.hasPrefix(":") ? String(setting.dropFirst()) : setting
    if bare.isEmpty { return "UTC" }
    if bare.hasPrefix("/") { return name(ofFile: bare) }
    let isKnown = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/" + bare) && !bare.contains("..")
    return isKnown ? bare : nil
  }

  /// `Europe/Stockholm` of `/usr/share/zoneinfo/Europe/Stockholm`.
  private static func name(ofFile path: String) -> String? {
    guard let base = path.range(of: "zoneinfo/") else { return nil }
    let name = path[base.upperBound...]
    return name == "Etc/UTC" ? "UTC" : String(name)
  }
}
