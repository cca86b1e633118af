import Testing

@testable import Canvas

struct MouseTests {
  @Test(arguments: [
    ("␛[<0;5;3M", MouseEvent(.press, button: 1, at: Point(column: 4, row: 2))),
    ("␛[<0;5;3m", MouseEvent(.release, button: 1, at: Point(column: 4, row: 2))),
    ("␛[<2;1;1M", MouseEvent(.press, button: 3, at: Point(column: 0, row: 0))),
    ("␛[<32;500;300M", MouseEvent(.drag, button: 1, at: Point(column: 499, row: 299))),
    ("␛[<35;1;1M", MouseEvent(.move, button: 0, at: Point(column: 0, row: 0))),
    ("␛[<64;2;2M", MouseEvent(.wheelUp, button: 0, at: Point(column: 1, row: 1))),
    ("␛[<65;2;2M", MouseEvent(.wheelDown, button: 0, at: Point(column: 1, row: 1))),
    (
      "␛[<28;2;2M",
      MouseEvent(.press, button: 1, at: Point(column: 1, row: 1), modifiers: [.shift, .alt, .control])
    ),
    ("␛[<128;2;2M", MouseEvent(.press, button: 8, at: Point(column: 1, row: 1))),
    ("␛[M !!", MouseEvent(.press, button: 1, at: Point(column: 0, row: 0))),
    ("␛[M#\"#", MouseEvent(.release, button: 0, at: Point(column: 1, row: 2))),
    ("␛[32;7;8M", MouseEvent(.press, button: 1, at: Point(column: 6, row: 7))),
  ])
  func `every kind of report tells what the mouse did`(_ bytes: String, expected: MouseEvent) {
    #expect(inputs(bytes) == [.mouse(expected)])
  }
}
