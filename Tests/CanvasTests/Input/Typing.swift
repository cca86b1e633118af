@testable import Canvas

/// Everything that comes of these bytes, and of the silence after them.
func inputs(_ bytes: [UInt8]) -> [Input] {
  var decoder = InputDecoder()
  return decoder.feed(bytes) + decoder.flush()
}

func inputs(_ text: String) -> [Input] { inputs(bytes(text)) }

/// What a terminal sends. Esc is written `␛`, as it is drawn.
func bytes(_ text: String) -> [UInt8] { Array(text.replacing("␛", with: "\u{1B}").utf8) }

/// The same where only keys come, as bindings write them: `C-s Esc x`. Anything else shows as itself.
func keys(_ text: String) -> String { notation(inputs(text)) }

func notation(_ inputs: [Input]) -> String {
  inputs.map { if case .key(let press) = $0 { press.notation } else { "\($0)" } }.joined(separator: " ")
}
