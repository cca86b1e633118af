import func Glibc.exp
import func Glibc.lgamma
import func Glibc.log

/// Student's t distribution.
enum StudentT {
  /// How likely a t at least so far from 0 is, on either side: I_x(df/2, 1/2) with x = df/(df + t²).
  /// - Parameter df: degrees of freedom, any positive number.
  static func twoSided(t: Double, df: Double) -> Double {
    guard t.isFinite else { return 0 }
    return incompleteBeta(df / (df + t * t), a: df / 2, b: 0.5)
  }

  /// The regularised incomplete beta function, by its continued fraction (Lentz's method; Abramowitz & Stegun 26.5.8).
  private static func incompleteBeta(_ x: Double, a: Double, b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    // The fraction converges fast on one side of the mean; the other side is its mirror.
    if x < (a + 1) / (a + b + 2) { return front * fraction(x, a, b) / a }
    return 1 - front * fraction(1 - x, b, a) / b
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / safe(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...500 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / safe(1 + even * d)
      c = safe(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / safe(1 + odd * d)
      c = safe(1 + odd / c)
      let change = d * c
      result *= change
      if abs(change - 1) < 1e-15 { break }
    }
    return result
  }
}
