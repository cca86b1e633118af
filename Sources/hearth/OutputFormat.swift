import ArgumentParser

/// How a verb shows what it lists: for reading, or for other programs.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument { case text, json }
