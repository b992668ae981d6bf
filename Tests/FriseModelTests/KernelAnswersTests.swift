import FriseModel
import Testing

@Test(arguments: ColumnGenerator.counts)
func answersCombineRowByRow(_ count: Int) {
  var generator = ColumnGenerator(seed: 1)
  for _ in 0..<40 {
    let left = generator.answers(count: count)
    let right = generator.answers(count: count)
    let (a, b) = (left.truths, right.truths)
    #expect(left.count == count && left.bytes == a.map(\.rawValue))
    #expect(left.and(right).truths == zip(a, b).map { $0.rawValue < $1.rawValue ? $0 : $1 })
    #expect(left.or(right).truths == zip(a, b).map { $0.rawValue > $1.rawValue ? $0 : $1 })
    #expect(left.negated.truths == a.map(\.negated))
    #expect(left.possible.truths == a.map { Truth($0 != .no) })
    #expect(left.certain.truths == a.map { Truth($0 == .yes) })
    #expect(
      left.either(right).truths
        == zip(a, b).map { $0 == $1 ? $0 : Truth($0 == .yes || $1 == .yes) })
    let tally = left.tally
    #expect(tally.yes == a.count { $0 == .yes } && tally.no == a.count { $0 == .no })
    #expect(tally.undecided == a.count { $0 == .undecided })
    for truth in [Truth.yes, .no, .undecided] {
      #expect(left.rows(truth) == a.indices.filter { a[$0] == truth }.map(Int32.init))
    }
    #expect(left.selected().rows == left.rows(.yes))
    #expect(left.selected().count == tally.yes)
    #expect(Answers(left.column).truths == a)
  }
}

@Test(arguments: ColumnGenerator.counts)
func selectingEqualsPickingCells(_ count: Int) {
  var generator = ColumnGenerator(seed: 2)
  for column in generator.everyKind(count: count) {
    let cells = column.cells
    for _ in 0..<8 {
      let selection = generator.answers(count: count).selected()
      #expect(column.select(selection).cells == selection.rows.map { cells[Int($0)] })
    }
    #expect(column.isNone.truths == cells.map { Truth($0 == "—") })
    let links = (0..<20).map { _ in Int32(generator.number(below: count + 1) - 1) }
    let expected = links.map { $0 < 0 ? Column.none(count: 1).cells[0] : cells[Int($0)] }
    let gathered = column.gather(links: links).cells
    #expect(
      gathered.map { $0 == "truth undecided" ? "" : $0 }
        == expected.map {
          $0 == "truth undecided" || ($0 == "—" && column.type == .truth) ? "" : $0
        })
  }
}
