import FriseBase
import FriseModel
import FriseRender
import FriseSyntax

/// The sheet as a page that a browser prints well: one file, no network, no script.
extension LessonSheet {
  /// The page, whole.
  /// - Returns: HTML, with a line end at its end.
  package func html() -> String {
    var body = "<h1>\(escaped(heading))</h1>\n"
    body += "<p class=\"details\">\(escaped(details))</p>\n"
    if !isKey {
      // A code, never a name: the sheet goes through many hands.
      body += "<p class=\"code\">\(say("Code:", "Code\u{A0}:")) <span></span></p>\n"
    }
    body += "<p class=\"central\">\(escaped(lesson.centralQuestion[tongue]))</p>\n"
    var number = 0
    for block in lesson.blocks {
      if isKey, block.type == .text { continue }
      if block.type != .text { number += 1 }
      body += section(block, number)
    }
    if !isKey, let scale { body += blankTimeline(scale) }
    return """
      <!DOCTYPE html>
      <html lang="\(tongue.tag)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(heading))</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <main>
      \(body)</main>
      </body>
      </html>

      """
  }

  private func section(_ block: LessonBlock, _ number: Int) -> String {
    guard block.type != .text else {
      return "<p class=\"reading\">\(escaped(block.text[tongue]))</p>\n"
    }
    var html = "<section>\n<h2>\(number). \(escaped(block.text[tongue]))</h2>\n"
    if let notice = notice(block) { html += "<p class=\"notice\">\(escaped(notice))</p>\n" }
    let form = judge.form(block)
    if !form.items.isEmpty {
      html += "<ol>\n" + form.items.map { "<li>\(escaped($0[tongue]))</li>\n" }.joined() + "</ol>\n"
    }
    if !form.partners.isEmpty {
      html +=
        "<ol type=\"a\">\n" + form.partners.map { "<li>\(escaped($0[tongue]))</li>\n" }.joined()
        + "</ol>\n"
    }
    if isKey {
      html += "<dl>\n"
      for line in keyLines(block) {
        let text = escaped(line.text)
        html += "<dt>\(escaped(line.label))</dt><dd>"
        html += (line.isQuery ? "<code>\(text)</code>" : text) + "</dd>\n"
      }
      html += "</dl>\n"
    } else {
      html += String(
        repeating: "<div class=\"line\"></div>\n", count: blankLineCount(block))
    }
    return html + "</section>\n"
  }

  /// The letters of the sheet, in points: 12, and 20 in large print.
  private var style: String {
    let size = isLarge ? 20 : 12
    return """
      @page { margin: 18mm; }
      body { font: \(size)pt/1.5 "Atkinson Hyperlegible", Verdana, "DejaVu Sans", sans-serif;
        color: #000; background: #fff; margin: 0 auto; max-width: 48em; padding: 1em; }
      h1 { font-size: 1.6em; line-height: 1.2; margin: 0 0 .2em; }
      h2 { font-size: 1em; margin: 0 0 .4em; }
      section { margin: 1.4em 0; break-inside: avoid; }
      ol { margin: .2em 0 .4em; }
      .details { margin: 0; }
      .central { font-style: italic; font-size: 1.15em; border-left: .3em solid #000;
        padding-left: .7em; }
      .code span { display: inline-block; width: 10em; border-bottom: 1px solid #000; }
      .notice { border: 1px solid #000; padding: .3em .6em; }
      .line { border-bottom: 1px solid #555; height: 2.2em; }
      .timeline { break-inside: avoid; margin-top: 2em; }
      .timeline svg { width: 100%; height: auto; display: block; overflow: visible; }
      .timeline text { font-size: \(isLarge ? 26 : 19)px; }
      .timeline text { transform: translateY(\(isLarge ? 10 : 4)px); }
      .timeline .fr-grid { stroke: #999; }
      dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: .2em 1em; }
      dt { font-weight: bold; } dd { margin: 0; }
      code { font-family: "DejaVu Sans Mono", monospace; font-size: .92em; }
      @media print { body { padding: 0; max-width: none; } }
      """
  }

  /// An empty axis to write on, every year as long as any other.
  private func blankTimeline(_ scale: TimeScale) -> String {
    let title = say(
      "Blank timeline: every year is as long as any other",
      "Frise à remplir\u{202F}: chaque année a la même longueur")
    let picture = TimelinePicture(
      title: title, items: [], range: scale.first...scale.last, blankLaneCount: 6, tongue: tongue)
    let svg = TimelineSVG.drawn(picture, .page(prefix: "sheet-"))
    return "<div class=\"timeline\">\n<h2>\(escaped(title))</h2>\n\(svg)</div>\n"
  }

  /// A text in which nothing is markup.
  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
