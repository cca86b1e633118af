import CResources

extension Word {
  /// Its place in `words.yaml`, by which a config names what a key does: `journal.star`.
  package var path: String { String(cString: hearth_word_path(rawValue)) }

  /// The sentence at a path; nil where `words.yaml` has none.
  package init?(path: String) { self.init(rawValue: hearth_word_at(path)) }
}
