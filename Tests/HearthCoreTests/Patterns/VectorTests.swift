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
      let partialGivenToday: Double
    }
    struct Chosen: Decodable {
      let p: [Double]
      let q: Double
      let rejected: Int
    }
    let mood: [Double?]
    let qualityMinutes: [Double?]
    let nPairs: Int
    let spearmanRankOnce, ac1Minutes, ac1Mood, nEff, pEss: Double
    let ci95BonettWright: [Double]
    let circularShift: Shift
    let lagMinutesToNextMood, lagMoodToNextMinutes: Lag
    let centred7Min4: [Double?]
    let bh: Chosen
  }

  private let vectors: Vectors
  private let mood, minutes: DaySeries

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "vectors.json")
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacing("partial_given_today_mood", with: "partial_given_today")
      .replacing("partial_given_today_minutes", with: "partial_given_today")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    vectors = try decoder.decode(Vectors.self, from: Data(text.utf8))
    let start = Day(number: 20_000)
    mood = DaySeries(start: start, values: vectors.mood)
    minutes = DaySeries(start: start, values: vectors.qualityMinutes)
  }

  private func near(_ value: Double?, _ expected: Double, _ room: Double = 1e-9) -> Bool {
    value.map { abs($0 - expected) <= room * max(1, abs(expected)) } ?? false
  }

  @Test func `the same day`() throws {
    let found = Association(minutes, mood, plain: true)
    #expect(found.pairs == vectors.nPairs)
    #expect(near(found.rho, vectors.spearmanRankOnce))
    #expect(near(minutes.ranked.autocorrelation, vectors.ac1Minutes))
    #expect(near(mood.ranked.autocorrelation, vectors.ac1Mood))
    #expect(near(found.effectivePairs, vectors.nEff))
    #expect(try #require(found.p) / vectors.pEss > 0.999 && found.p ?? 1 / vectors.pEss < 1.001)
    #expect(near(found.interval?.lowerBound, vectors.ci95BonettWright[0]))
    #expect(near(found.interval?.upperBound, vectors.ci95BonettWright[1]))
    #expect(found.shifts == vectors.circularShift.shifts)
    #expect(near(found.shiftP, vectors.circularShift.p))
  }

  @Test func `the next day, given today`() {
    let there = Association(minutes, toNext: mood, plain: true)
    let back = Association(mood, toNext: minutes, plain: true)
    #expect(there.pairs == vectors.lagMinutesToNextMood.pairs)
    #expect(near(there.rho, vectors.lagMinutesToNextMood.partialGivenToday))
    #expect(back.pairs == vectors.lagMoodToNextMinutes.pairs)
    #expect(near(back.rho, vectors.lagMoodToNextMinutes.partialGivenToday))
  }

  @Test func `smooth lines`() {
    for (mean, expected) in zip(mood.centredMean.values, vectors.centred7Min4) {
      #expect(expected.map { near(mean, $0, 1e-6) } ?? (mean == nil))
    }
  }

  @Test func `several looked at together`() {
    let found = PatternLevel.discoveries(vectors.bh.p.map(Optional.some), q: vectors.bh.q)
    #expect(found.count { $0 } == vectors.bh.rejected)
  }
}
