import func Glibc.atanh
import func Glibc.tanh

/// How two series of days go together, with everything that says how much that is worth.
///
/// Nothing in it is ever NaN: what cannot be said is nil.
package struct Association: Hashable, Sendable {
  /// Days of the span, N.
  package let days: Int
  /// Days on which both were logged, n; for a lag, days with what it compares.
  package let pairs: Int
  /// Spearman's ρ, −1…1, of what is left without weekdays and drift from 42 days on; for a lag the partial one.
  package let rho: Double?
  /// Pairs that are worth as much as these, since one day is like the next (Bartlett 1935).
  package let effectivePairs: Double
  /// How likely so large a ρ is where there is no link.
  package let p: Double?
  /// Where ρ plausibly lies, 95 %.
  package let interval: ClosedRange<Double>?
  /// The same by circular shifts, which keep the rhythm of both series; and how many shifts there were.
  package let shiftP: Double?
  package let shifts: Int
  /// Whether ρ has the same sign in both halves of the span.
  package let isSteady: Bool
  /// Whether each side varies enough to be asked about.
  package let isVaried: Bool

  /// Of days of the span, on how many both were logged.
  package var coverage: Double { days == 0 ? 0 : Double(pairs) / Double(days) }

  /// The first shift; smaller ones leave too much of the same days together.
  static let leastShift = 4

  /// When the many turns of a shift test are worth their time.
  package enum Shifting: Hashable, Sendable {
    case always
    /// Only where nothing else says already that nothing may be said: for whoever looks at thousands of diaries.
    case whereItDecides
  }

  // MARK: Making

  /// On the same day.
  /// - Parameters:
  ///   - isTag: x is yes or no.
  ///   - plain: without taking away weekdays and drift.
  package init(
    _ x: DaySeries, _ y: DaySeries, isTag: Bool = false, plain: Bool = false, shifting: Shifting = .always
  ) {
    let isCleared = !plain && x.count >= DaySeries.daysForResiduals
    let pairs = x.pairs(with: y)
    let varied = isTag ? Self.hasBoth(pairs.map(\.x)) && Self.varies(pairs.map(\.y)) : Self.vary(pairs)
    let prepared = Self.prepare([x, y], isCleared)
    self.init(
      prepared, pairs: pairs.count, lost: isCleared ? DaySeries.lostDegrees : 0, isVaried: varied, shifting
    ) {
      Correlation.of($0[0], $0[1])
    }
  }

  /// x today and y tomorrow, given y today: what of tomorrow today's y does not tell already.
  package init(_ x: DaySeries, toNext y: DaySeries, plain: Bool = false, shifting: Shifting = .always) {
    let tomorrow = DaySeries(start: y.start, values: Array(y.values.dropFirst()) + [nil])
    func isWhole(_ day: Int) -> Bool {
      x.values[day] != nil && y.values[day] != nil && tomorrow.values[day] != nil
    }
    let parts = [x, tomorrow, y].map { $0.keeping(isWhole) }
    let isCleared = !plain && x.count >= DaySeries.daysForResiduals
    let pairs = parts[0].pairs(with: parts[1])
    // While x is turned against them, the two others stay as they are: how they go together is asked for once.
    var still: (tomorrow: DaySeries, today: DaySeries, link: Double?)?
    self.init(
      Self.prepare(parts, isCleared), pairs: pairs.count, lost: (isCleared ? DaySeries.lostDegrees : 0) + 1,
      isVaried: Self.vary(pairs), shifting
    ) { parts in
      if still?.tomorrow != parts[1] || still?.today != parts[2] {
        still = (parts[1], parts[2], Correlation.of(parts[1], parts[2]))
      }
      guard let yz = still?.link, let xy = Correlation.of(parts[0], parts[1]),
        let xz = Correlation.of(parts[0], parts[2])
      else { return nil }
      return Correlation.partial(xy: xy, xz: xz, yz: yz)
    }
  }

  private static func prepare(_ parts: [DaySeries], _ isCleared: Bool) -> [DaySeries]? {
    let ranked = parts.map(\.ranked)
    guard isCleared else { return ranked }
    let residuals = ranked.compactMap(\.residuals)
    return residuals.count == parts.count ? residuals : nil
  }

  /// - Parameters:
  ///   - parts: x and y as they are compared, and what is held still; nil where one has no variation.
  ///   - lost: degrees of freedom beyond two.
  private init(
    _ parts: [DaySeries]?, pairs: Int, lost: Int, isVaried: Bool, _ shifting: Shifting,
    measured by: ([DaySeries]) -> Double?
  ) {
    days = parts?.first?.count ?? 0
    self.pairs = pairs
    self.isVaried = isVaried
    guard let parts, let rho = by(parts) else {
      (rho, effectivePairs, p, interval, shiftP, shifts, isSteady) = (nil, Double(pairs), nil, nil, nil, 0, false)
      return
    }
    self.rho = rho
    let both = parts[0].autocorrelation * parts[1].autocorrelation
    effectivePairs = Double(pairs) * (1 - both) / (1 + both)
    p = Self.p(of: rho, df: effectivePairs - 2 - Double(lost))
    interval = Self.interval(around: rho, effectivePairs - 3 - Double(lost))
    let isOpen = isVaried && abs(rho) >= PatternLevel.leastLink && p.map { $0 < PatternLevel.mostChance } ?? false
    (shiftP, shifts) = shifting == .always || isOpen ? Self.shiftTest(parts, rho, pairs, by) : (nil, 0)
    isSteady = Self.isSteady(parts, rho, by)
  }

  // MARK: What it is worth

  /// t = ρ √(df / (1 − ρ²)), on both sides.
  private static func p(of rho: Double, df: Double) -> Double? {
    guard df > 0 else { return nil }
    if abs(rho) >= 1 { return 0 }
    return StudentT.twoSided(t: rho * (df / (1 - rho * rho)).squareRoot(), df: df)
  }

  /// tanh(atanh ρ ± 1.96 SE), SE = √((1 + ρ²/2) / room) (Bonett & Wright 2000).
  private static func interval(around rho: Double, _ room: Double) -> ClosedRange<Double>? {
    if abs(rho) >= 1 { return rho...rho }
    guard room > 0 else { return nil }
    let error = 1.959963985 * ((1 + rho * rho / 2) / room).squareRoot()
    return tanh(atanh(rho) - error)...tanh(atanh(rho) + error)
  }

  /// One series is turned against the other with its gaps, and what comes out is compared.
  private static func shiftTest(
    _ parts: [DaySeries], _ rho: Double, _ pairs: Int, _ measured: ([DaySeries]) -> Double?
  ) -> (p: Double?, shifts: Int) {
    let count = parts[0].count
    guard count >= 2 * leastShift else { return (nil, 0) }
    let least = max(10, (pairs + 1) / 2)
    var (tested, asLarge) = (0, 0)
    for shift in leastShift...(count - leastShift) {
      var turned = parts
      turned[0] = parts[0].rotated(by: shift)
      guard turned[0].overlap(with: turned[1]) >= least, let found = measured(turned) else { continue }
      tested += 1
      if abs(found) >= abs(rho) - 1e-9 { asLarge += 1 }
    }
    return tested == 0 ? (nil, 0) : (Double(1 + asLarge) / Double(1 + tested), tested)
  }

  private static func isSteady(
    _ parts: [DaySeries], _ rho: Double, _ measured: ([DaySeries]) -> Double?
  ) -> Bool {
    let half = (parts[0].count + 1) / 2
    let halves = [parts.map { $0.keeping { $0 < half } }, parts.map { $0.keeping { $0 >= half } }]
    return halves.allSatisfy { measured($0).map { $0 * rho > 0 } ?? false }
  }

  // MARK: Whether there is something to compare

  private static func vary(_ pairs: [(x: Double, y: Double)]) -> Bool {
    varies(pairs.map(\.x)) && varies(pairs.map(\.y))
  }

  /// Three values or more, and on eight days or more another than the commonest.
  private static func varies(_ values: [Double]) -> Bool {
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.count >= 3 && values.count - (counts.values.max() ?? 0) >= 8
  }

  /// Eight days with it and eight without.
  private static func hasBoth(_ values: [Double]) -> Bool {
    let with = values.count { $0 > 0 }
    return with >= 8 && values.count - with >= 8
  }
}

extension DaySeries {
  /// How much a day is like the one before: the lag-1 autocorrelation over consecutive logged days, floored at 0; 0
  /// where no two days follow each other.
  var autocorrelation: Double {
    let known = self.known
    guard !known.isEmpty else { return 0 }
    let mean = known.reduce(0, +) / Double(known.count)
    let spread = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)
    let following = zip(values, values.dropFirst()).compactMap { a, b in
      a.flatMap { a in b.map { (a - mean) * ($0 - mean) } }
    }
    guard spread > 1e-12, !following.isEmpty else { return 0 }
    return max(0, following.reduce(0, +) / Double(following.count) / spread)
  }
}
