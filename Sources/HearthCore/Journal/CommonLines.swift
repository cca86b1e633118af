/// Lines that occur exactly once in each of two texts, the longest sequence of them that is in the same order in both.
/// They anchor a comparison of texts that differ a lot. (The idea is Bram Cohen's "patience diff".)
struct CommonLines {
  struct Pair: Equatable {
    let old: Int
    let new: Int
  }

  /// Ascending in both texts.
  let pairs: [Pair]

  init(_ old: [Substring], _ new: [Substring]) {
    let (places, others) = (CommonLines.unique(old), CommonLines.unique(new))
    let all = places.compactMap { line, place in others[line].map { Pair(old: place, new: $0) } }
    pairs = CommonLines.longestAscending(all.sorted { $0.old < $1.old })
  }

  /// The line numbers of lines that occur once.
  private static func unique(_ lines: [Substring]) -> [Substring: Int] {
    let places = Dictionary(lines.enumerated().map { ($1, $0) }) { _, _ in -1 }
    return places.filter { $0.value >= 0 }
  }

  /// A longest ascending subsequence, by patience sorting: each pair goes on the first pile whose top is higher, and
  /// remembers the top of the pile before it.
  private static func longestAscending(_ pairs: [Pair]) -> [Pair] {
    var tops: [Int] = []
    var before: [Int?] = []
    for (index, pair) in pairs.enumerated() {
      let pile = tops.indices.partitioningIndex { pairs[tops[$0]].new >= pair.new }
      before.append(pile > 0 ? tops[pile - 1] : nil)
      if pile < tops.count { tops[pile] = index } else { tops.append(index) }
    }
    let row = sequence(first: tops.last) { $0.flatMap { before[$0] } }.prefix { $0 != nil }
    return row.compactMap { $0.map { pairs[$0] } }.reversed()
  }
}
