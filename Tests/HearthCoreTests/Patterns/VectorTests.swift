import Foundation
import Testing

@testable import HearthCore

/// Numbers computed elsewhere (numpy, scipy) for one diary of 48 days with gaps.
struct VectorTests {
  private struct Vectors: Decodable {
    struct Shift: Decodable {
      let shifts: Int
      let p: Double
    }
    struct Lag: Decodable {
      let pairs: Int
      let rho: Double
      let partial: Double
      enum CodingKeys: String, CodingKey {
        case pairs, rho
        case partial = "partial_given_today"
      }
    }
    struct Chosen: Decodable {
      let p: [Double]
      let q: Double
      let rejected: Int
    }
    let mood: [Double?]
    let quality_minutes: [Double?]
    let n_pairs: Int
    let spearman_rank_once, ac1_minutes, ac1_mood, n_eff, p_ess: Double
    let ci95_bonett_wright: [Double]
    let circular_shift: Shift
    let lag_minutes_to_next_mood, lag_mood_to_next_minutes: Lag
    let centred7_min4: [Double?]
    let ewma_halflife7: [Double?]
    let bh: Chosen
  }

  private let vectors: Vectors
  private let mood, minutes: DaySeries

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "vectors.json")
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacing("partial_given_today_mood", with: "partial_given_today")
      .replacing("partial_given_today_minutes", with: "partial_given_today")
    vectors = try JSONDecoder().decode(Vectors.self, from: Data(text.utf8))
    let start = Day(number: 20_000)
    mood = DaySeries(start: start, values: vectors.mood)
    minutes = DaySeries(start: start, values: vectors.quality_minutes)
  }

  private func near(_ value: Double?, _ expected: Double, _ room: Double = 1e-9) -> Bool {
    value.map { abs($0 - expected) <= room * max(1, abs(expected)) } ?? false
  }

  @Test func `the same day`() throws {
    let found = Association(minutes, mood, plain: true)
    #expect(found.pairs == vectors.n_pairs)
    #expect(near(found.rho, vectors.spearman_rank_once))
    #expect(near(minutes.ranked.autocorrelation, vectors.ac1_minutes))
    #expect(near(mood.ranked.autocorrelation, vectors.ac1_mood))
    #expect(near(found.effectivePairs, vectors.n_eff))
    #expect(try #require(found.p) / vectors.p_ess > 0.999 && found.p ?? 1 / vectors.p_ess < 1.001)
    #expect(near(found.interval?.lowerBound, vectors.ci95_bonett_wright[0]))
    #expect(near(found.interval?.upperBound, vectors.ci95_bonett_wright[1]))
    #expect(found.shifts == vectors.circular_shift.shifts)
    #expect(near(found.shiftP, vectors.circular_shift.p))
  }

  @Test func `the next day, given today`() {
    let there = Association(minutes, toNext: mood, plain: true)
    let back = Association(mood, toNext: minutes, plain: true)
    #expect(there.pairs == vectors.lag_minutes_to_next_mood.pairs)
    #expect(near(there.rho, vectors.lag_minutes_to_next_mood.partial))
    #expect(back.pairs == vectors.lag_mood_to_next_minutes.pairs)
    #expect(near(back.rho, vectors.lag_mood_to_next_minutes.partial))
  }

  @Test func `smooth lines`() {
    for (mean, expected) in zip(mood.centredMean.values, vectors.centred7_min4) {
      #expect(expected.map { near(mean, $0, 1e-6) } ?? (mean == nil))
    }
    for (average, expected) in zip(mood.movingAverage().values, vectors.ewma_halflife7) {
      #expect(expected.map { near(average, $0, 1e-6) } ?? (average == nil))
    }
  }

  @Test func `several looked at together`() {
    let found = PatternLevel.discoveries(vectors.bh.p.map(Optional.some), q: vectors.bh.q)
    #expect(found.count { $0 } == vectors.bh.rejected)
  }
}
