extension Words {
  /// How much room a file takes: `1.2 MB`, a MB being 1,024 kB of 1,024 bytes.
  package func size(bytes: Int) -> String {
    if bytes >= 1 << 30 { return self[.sizeGigabytes, ["n": tenths(bytes, of: 1 << 30)]] }
    if bytes >= 1 << 20 { return self[.sizeMegabytes, ["n": tenths(bytes, of: 1 << 20)]] }
    return self[.sizeKilobytes, ["n": number((bytes + 1023) / 1024)]]
  }

  private func tenths(_ bytes: Int, of unit: Int) -> String {
    let tenths = bytes * 10 / unit
    return tenths % 10 == 0 ? number(tenths / 10) : "\(number(tenths / 10)).\(tenths % 10)"
  }
}
