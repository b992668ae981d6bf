import FriseBase
import FriseModel
import FriseTestSupport
import Testing

@testable import FriseRender

/// SVG and HTML: well-formed, self-contained, safe, without overlaps.
@Suite struct SVGPictureTests {
  /// A result to draw, in one tongue.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let result: ResultTable
    let tongue: Tongue

    var testDescription: String { "\(name)-\(tongue.tag)" }
  }

  static let cases: [Case] = Tongue.allCases.flatMap { tongue in
    (PictureSamples.timelines + PictureSamples.bars + PictureSamples.trees).map {
      Case(name: $0.name, result: $0.result, tongue: tongue)
    }
  }

  private static func svg(_ result: ResultTable, _ tongue: Tongue = .english) -> String {
    Sample.written {
      #expect(PictureRenderer.writeSVG(result, RenderOptions(tongue: tongue), to: &$0))
    }
  }

  private static func page(_ result: ResultTable, _ tongue: Tongue = .english) -> String {
    Sample.written {
      Renderer.write(
        result, as: .html, RenderOptions(tongue: tongue, isDocument: true), to: &$0)
    }
  }

  // MARK: Form

  @Test(arguments: cases) func isWellFormedAndAlone(_ example: Case) {
    for markup in [
      Self.svg(example.result, example.tongue), Self.page(example.result, example.tongue),
    ] {
      let shape = MarkupShape(markup)
      #expect(shape.faults.isEmpty)
      #expect(!shape.elements.contains { ["script", "img", "b", "iframe"].contains($0.name) })
      let outside = markup.split(separator: "http").dropFirst().filter {
        !$0.hasPrefix("://www.w3.org/2000/svg\"")
      }
      #expect(outside.isEmpty)
      #expect(!markup.contains("@import") && !markup.contains("url(//"))
      #expect(!markup.contains("\u{1B}") && !markup.contains("\u{202E}"))
      #expect(!markup.contains("nan") && !markup.contains("inf\""))
    }
  }

  @Test(arguments: cases) func tellsThoseWhoDoNotSee(_ example: Case) {
    let svg = MarkupShape(Self.svg(example.result, example.tongue))
    #expect(svg.elements.first?.attributes["lang"] == example.tongue.tag)
    #expect(svg.elements.contains { $0.name == "title" })
    #expect(svg.elements.contains { $0.name == "desc" })
    let page = MarkupShape(Self.page(example.result, example.tongue))
    #expect(page.elements.first?.attributes["lang"] == example.tongue.tag)
    // Every row stands in the table of the page, whether it is drawn or not.
    let rows = page.elements.count { $0.name == "tr" && $0.attributes["id"] != nil }
    #expect(rows == example.result.table.rowCount)
  }

  @Test func itemsAreReachedByKeyboard() {
    let alone = MarkupShape(Self.svg(PictureSamples.ends)).elements
    #expect(alone.count { $0.attributes["tabindex"] == "0" } == 12)
    let page = MarkupShape(Self.page(PictureSamples.ends)).elements
    let links = page.filter { $0.name == "a" }
    #expect(links.count == 12)
    #expect(Set(links.map { $0.attributes["href"] }).count == 12)
    #expect(Self.page(PictureSamples.ends).contains(".fr-item:focus .fr-halo"))
  }

  @Test func textsOfTheDataStayTexts() {
    let hostile = PictureSamples.timeline([
      ("2001", "\"><img src=x onerror=alert(1)>"), ("2002", "</title><script>alert(2)</script>"),
      ("2003", "]]> <!-- --> &amp; &#60; \u{0} \u{FFFE} \u{1F600}"),
      ("2004", "javascript:alert(3)"),
      ("2005", String(repeating: "W", count: 5000)),
    ])
    for markup in [Self.svg(hostile), Self.page(hostile)] {
      let shape = MarkupShape(markup)
      #expect(shape.faults.isEmpty)
      #expect(!shape.elements.contains { ["script", "img"].contains($0.name) })
      #expect(markup.contains("&lt;script&gt;alert(2)&lt;/script&gt;"))
      #expect(markup.contains("&amp;amp; &amp;#60;"))
    }
  }

  @Test func xmlHoldsNoCharacterItMayNot() {
    let svg = Self.svg(PictureSamples.timeline([("2001", "a\u{0}b\u{FFFE}c\u{FFFF}\u{1B}d")]))
    #expect(!svg.unicodeScalars.contains { $0.value >= 0xFFFE && $0.value <= 0xFFFF })
    #expect(!svg.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  // MARK: Lanes

  /// The boxes of all items: left, top, right, bottom.
  private static func boxes(_ markup: String) -> [[Double]] {
    MarkupShape(markup).elements.filter { $0.attributes["class"] == "fr-halo" }.map { element in
      func value(_ name: String) -> Double { Double(element.attributes[name] ?? "") ?? .nan }
      return [
        value("x"), value("y"), value("x") + value("width"), value("y") + value("height"),
      ]
    }
  }

  @Test(arguments: [1, 2, 17, 200, 1000]) func itemsNeverOverlap(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let rows = (0..<count).map { index in
      let year = 1800 + Int.random(in: 0..<200, using: &random)
      let length = Int.random(in: 0..<30, using: &random)
      let end = ["/\(year + length)", "/..", "/", "~/\(year + length)?", ""][index % 5]
      let title = String(repeating: "word ", count: 1 + index % 9)
      return (date: "\(year)\(end)" as String?, title: "\(title)\(index)")
    }
    let boxes = Self.boxes(Self.svg(PictureSamples.timeline(rows)))
    #expect(boxes.count == count)
    let sorted = boxes.sorted { $0[1] < $1[1] }
    for (index, box) in sorted.enumerated() {
      #expect(box[0] >= 0 && box[2] <= 1200.5)
      for other in sorted[(index + 1)...] {
        if other[1] >= box[3] { break }
        #expect(other[0] >= box[2] || other[2] <= box[0], "\(box) \(other)")
      }
    }
  }

  // MARK: Sheets

  @Test(arguments: ["timeline", "bars", "tree"]) func paperCutsNoItem(view: String) throws {
    let rows = (0..<300).map { index in
      (date: "\(1700 + index)" as String?, title: String(repeating: "word ", count: index % 40))
    }
    let result =
      switch view {
      case "timeline": PictureSamples.timeline(rows)
      case "bars": PictureSamples.timeline(rows, view: .bars(column: 2))
      default: try TreeRendererTests.units(parents: rows.indices.map { Int32($0 / 7) - 1 })
      }
    // Of a page, paper parts the elements, but nothing within one.
    let page = Self.page(result)
    let sheets = MarkupShape(page).elements.filter { $0.name == "svg" }.compactMap { svg in
      svg.attributes["viewBox"]?.split(separator: " ").compactMap { Double($0) }
    }
    #expect(sheets.count > 5)
    var bottom = 0.0
    for sheet in sheets {
      #expect(sheet[1] == bottom && sheet[3] <= 800 && sheet[3] > 300, "\(sheet)")
      bottom = sheet[1] + sheet[3]
    }
    for box in Self.boxes(page) {
      #expect(sheets.contains { $0[1] <= box[1] && box[3] <= $0[1] + $0[3] }, "\(box)")
    }
    #expect(page.contains("figure svg{min-width:0;break-inside:avoid}"))
    // A file is one drawing.
    #expect(MarkupShape(Self.svg(result)).elements.count { $0.name == "svg" } == 1)
  }

  @Test func longWordsBreakInTheTable() {
    // Paper has no bar to move it by.
    #expect(Self.page(PictureSamples.ends).contains("td{max-width:34rem;overflow-wrap:break-word}"))
  }

  @Test func theNameOfTheNumbersStandsUnderThem() throws {
    var result = Sample.result([
      Sample.number(Localized(same: "count"), [-1, -20, -300], .main)
    ])
    result.view = .bars(column: 0)
    let svg = Self.svg(result)
    func baseline(_ text: String) throws -> Double {
      let line = try #require(svg.split(separator: "\n").first { $0.hasSuffix(">\(text)</text>") })
      return try #require(
        MarkupShape(String(line)).elements.first?.attributes["y"].flatMap { Double($0) })
    }
    #expect(try baseline("count") >= baseline("-280") + 14)
  }

  // MARK: Scale

  @Test func theScaleIsTrue() {
    // Three days a hundred days apart: the points stand at equal distances.
    let rows = ["2001-01-01", "2001-04-11", "2001-07-20"].map { (date: $0 as String?, title: "") }
    let shape = MarkupShape(Self.svg(PictureSamples.timeline(rows)))
    let centers = shape.elements.filter { $0.name == "circle" }
      .compactMap { $0.attributes["cx"].flatMap { Double($0) } }.prefix(3).sorted()
    #expect(centers.count == 3)
    #expect(abs((centers[1] - centers[0]) - (centers[2] - centers[1])) < 0.11)
  }

  @Test func countsStandOverTheirTime() {
    let markup = Self.svg(PictureSamples.decades)
    let shape = MarkupShape(markup)
    let columns = shape.elements.filter { element in
      element.name == "rect" && element.attributes["class"] == "fr-fill"
    }
    #expect(columns.count == 5)
    let widths = Set(columns.map { $0.attributes["width"] })
    // Decades differ by a day or two; columns by a tenth of a pixel.
    #expect(widths.count <= 3)
    #expect(shape.text.contains("1950s, n: 0") && shape.text.contains("1980s, n: —"))
  }

  @Test func crowdsAreDrawnAndTold() {
    let rows = (0..<10_000).map { (date: "\(1900 + $0 % 120)" as String?, title: "row \($0)") }
    let svg = Self.svg(PictureSamples.timeline(rows))
    #expect(svg.utf8.count < 20_000)
    #expect(svg.contains("10,000 rows are too many to draw one by one"))
  }

  @Test func moreBarsThanPeopleLookAtAreToldNotDrawn() {
    var result = Sample.result([
      Sample.number(Localized(same: "n"), (0..<1200).map { Int64($0) }, .main)
    ])
    result.view = .bars(column: 0)
    let svg = MarkupShape(Self.svg(result))
    #expect(svg.elements.count { $0.attributes["role"] == "listitem" } == 1000)
    #expect(svg.text.contains("the first 1000 of 1200 rows are drawn"))
    // The table of a page has all rows.
    let page = MarkupShape(Self.page(result))
    #expect(page.elements.count { $0.name == "tr" } == 1201)
  }

  @Test func aNarrowPictureIsNotBlownUp() throws {
    let tree = try #require(PictureSamples.trees.first)
    let svg = MarkupShape(Self.page(tree.result)).elements.first { $0.name == "svg" }
    let width = try #require(svg?.attributes["viewBox"]?.split(separator: " ")[2])
    #expect(svg?.attributes["style"]?.hasSuffix("max-width:\(width)px") == true)
  }

  @Test func picturesOfOnePageShareNoID() throws {
    let example = try #require(PictureSamples.timelines.first)
    let page = (1...2).map { number in
      Sample.written { sink in
        var options = RenderOptions(tongue: .english)
        options.pictureNumber = number
        Renderer.write(example.result, as: .html, options, to: &sink)
      }
    }.joined()
    let ids = MarkupShape("<div>" + page + "</div>").elements.compactMap { $0.attributes["id"] }
    #expect(ids.count > 4)
    #expect(Set(ids).count == ids.count)
  }

  @Test func aBlankTimelineHasAxisAndLanes() {
    var picture = TimelinePicture(
      title: "À compléter", items: [],
      range: CalendarDay.firstDay(ofYear: 1950)...CalendarDay.lastDay(ofYear: 2025),
      blankLaneCount: 6, tongue: .french)
    picture.notes = ["une note"]
    let markup = TimelineSVG.drawn(picture, .file)
    let shape = MarkupShape(markup)
    #expect(shape.faults.isEmpty)
    #expect(shape.text.contains("1950") && shape.text.contains("2025"))
    #expect(shape.text.contains("À compléter") && shape.text.contains("une note"))
    #expect(
      shape.elements.count { $0.name == "path" && $0.attributes["d"]?.contains("h") == true }
        >= 7)
  }

  @Test func whatLiesOutsideTheRangeIsNotDrawn() {
    let items = ["1949", "1950", "1975/1990", "2025", "2026-01-01"].compactMap { text in
      EDTF.parse(text).map { TimelinePicture.Item(label: "in \(text)", date: $0) }
    }
    let picture = TimelinePicture(
      title: "", items: items,
      range: CalendarDay.firstDay(ofYear: 1950)...CalendarDay.lastDay(ofYear: 2025),
      tongue: .english)
    let text = MarkupShape(TimelineSVG.drawn(picture, .file)).text
    #expect(text.contains("in 1950") && text.contains("in 1975/1990") && text.contains("in 2025"))
    #expect(!text.contains("in 1949") && !text.contains("in 2026"))
  }

  @Test func rowsWithoutAViewAreNoPicture() {
    var result = PictureSamples.ends
    for view in [ResultView.automatic, .table, .record] {
      result.view = view
      #expect(!PictureRenderer.draws(result))
      var sink = ByteSink { _ in true }
      #expect(!PictureRenderer.writeSVG(result, RenderOptions(tongue: .english), to: &sink))
    }
  }

  @Test func markdownHoldsTheDrawing() {
    let rows: [(date: String?, title: String)] = [("2001", "a ``` fence")]
    let text = Sample.written {
      Renderer.write(
        PictureSamples.timeline(rows), as: .markdown, RenderOptions(tongue: .english), to: &$0)
    }
    #expect(text.hasPrefix("````text\n"))
    #expect(text.hasSuffix("1 row\n````\n"))
  }

  // MARK: Goldens

  @Test(arguments: ["ends", "figures", "tree"]) func matches(name: String) {
    guard let example = Self.cases.first(where: { $0.name == name }) else { return }
    let svg = Self.svg(example.result, .french)
    #expect(RenderedGolden.matches("picture-\(name).svg", svg), "\(svg)")
  }
}
