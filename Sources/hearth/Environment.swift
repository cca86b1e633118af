import Foundation

/// The variables this process was started with.
enum Environment {
  /// Looked up one by one: `ProcessInfo` copies all of them, which would take a tenth of the start.
  static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
