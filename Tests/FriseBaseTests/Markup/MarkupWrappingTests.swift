import FriseBase
import Testing

/// Lines broken between words.
struct MarkupWrappingTests {
  @Test(
    arguments: [
      ("short\n", "short\n"), ("", ""), ("exactly twenty marks\n", "exactly twenty marks\n"),
      ("this line is too long for it\n", "this line is too\n  long for it\n"),
      ("  = a remark that goes on and on\n", "  = a remark that\n    goes on and on\n"),
      ("averyveryverylongwordthatfitsnowhere x\n", "averyveryverylongwordthatfitsnowhere\n  x\n"),
      ("one\ntwo three four five six seven\n", "one\ntwo three four five\n  six seven\n"),
      ("sans coupure ici\u{202F}: non\n", "sans coupure ici\u{202F}:\n  non\n"),
      ("移民移民移民移民移民 移民\n", "移民移民移民移民移民\n  移民\n"),
    ])
  func lines(text: String, wrapped: String) {
    #expect(Markup(text).wrapped(columns: 20).text == wrapped)
  }

  @Test func rolesStay() {
    var markup = Markup("q:1:1: ", .emphasis)
    markup.append("error[E1]", .error)
    markup.append(": no column here at all\n")
    let wrapped = markup.wrapped(columns: 20)
    #expect(wrapped.text == "q:1:1: error[E1]: no\n  column here at all\n")
    #expect(wrapped.pieces.filter { $0.role == .error }.map(\.text) == ["error[E1]"])
  }
}
