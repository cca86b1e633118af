import Foundation

extension Environment {
  static var home: String { value("HOME").flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory() }

  /// A path as a person types it in a field, a file or a variable, where no shell opens up `~/`.
  static func opened(_ path: String) -> String { opened(path, home: home) }

  static func opened(_ path: String, home: String) -> String {
    path.hasPrefix("~/") ? home + path.dropFirst() : path
  }
}
