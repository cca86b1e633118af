/// Lines that stand once in each of two texts, as many of them as are in the same order in both: they hold together
/// what else changed beyond comparing. (The idea is Bram Cohen's "patience diff".)
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

  /// Where lines stand that stand once.
  private static func unique(_ lines: [Substring]) -> [Substring: Int] {
    let places = Dictionary(lines.enumerated().map { ($1, $0) }) { _, _ in -1 }
    return places.filter { $0.value >= 0 }
  }

  /// As when laying cards on piles: each goes on the first pile whose top is higher, and remembers the top of the pile
  /// before. From the last pile back there is a longest ascending row.
  private static func longestAscending(_ pairs: [Pair]) -> [Pair] {
    var tops: [Int] = []
    var before: [Int?] = []
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      before.append(low > 0 ? tops[low - 1] : nil)
      if low < tops.count { tops[low] = index } else { tops.append(index) }
    }
    let row = sequence(first: tops.last) { $0.flatMap { before[$0] } }.prefix { $0 != nil }
    return row.compactMap { $0.map { pairs[$0] } }.reversed()
  }
}
