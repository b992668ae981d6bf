import FriseModel
import Testing

@Test(arguments: ColumnGenerator.counts)
func arithmeticEqualsRowByRow(_ count: Int) {
  var generator = ColumnGenerator(seed: 9)
  for range in ColumnGenerator.Range.allCases {
    for otherRange in ColumnGenerator.Range.allCases {
      let column = generator.numbers(range, count: count)
      let other = generator.numbers(otherRange, count: count)
      let constant = generator.exactNumber(otherRange) ?? .zero
      for operation in Arithmetic.allCases {
        expectArithmetic(operation, .column(column), .column(other), count)
        expectArithmetic(operation, .column(column), .constant(constant), count)
        expectArithmetic(operation, .constant(constant), .column(column), count)
      }
    }
  }
}

/// Compares one operation with the same made number by number.
private func expectArithmetic(
  _ operation: Arithmetic, _ left: NumberOperand, _ right: NumberOperand, _ count: Int
) {
  let result = NumberColumn.computed(operation, left, right, count: count)
  var divisionsByZero = 0
  var overflowRow: Int?
  var expected: [ExactNumber?] = []
  for row in 0..<count {
    guard let first = number(left, row), let second = number(right, row) else {
      expected.append(nil)
      continue
    }
    let isDivision = operation == .divide || operation == .modulo
    expected.append(first.computed(operation, second))
    if isDivision, second.isZero {
      divisionsByZero += 1
    } else if expected[row] == nil {
      overflowRow = overflowRow ?? row
    }
  }
  #expect((0..<result.column.count).map { result.column.number(at: $0) } == expected)
  #expect(result.divisionsByZero == divisionsByZero)
  #expect(result.overflowRow == overflowRow)
}

private func number(_ operand: NumberOperand, _ row: Int) -> ExactNumber? {
  switch operand {
  case .column(let column): column.number(at: row)
  case .constant(let number): number
  }
}

@Test(arguments: ColumnGenerator.counts)
func roundingEqualsRowByRow(_ count: Int) {
  var generator = ColumnGenerator(seed: 10)
  for range in ColumnGenerator.Range.allCases {
    let column = generator.numbers(range, count: count)
    let numbers = (0..<count).map { column.number(at: $0) }
    func cells(_ column: NumberColumn) -> [ExactNumber?] {
      (0..<count).map { column.number(at: $0) }
    }
    #expect(cells(column.negated()) == numbers.map { $0?.negated })
    #expect(cells(column.magnitudes()) == numbers.map { $0?.magnitude })
    #expect(cells(column.floored()) == numbers.map { $0?.floored })
    for places in [-30, -2, -1, 0, 1, 2, 3, 50] {
      #expect(
        cells(column.rounded(places: places)) == numbers.map { $0?.rounded(places: places) })
    }
    #expect(cells(column.atScale(6)) == numbers)
    #expect(cells(column.atScale(30)) == numbers)
  }
}

@Test(arguments: ColumnGenerator.counts)
func choosingAndAppendingEqualPickingCells(_ count: Int) {
  var generator = ColumnGenerator(seed: 12)
  let first = generator.everyKind(count: count)
  let second = generator.everyKind(count: count)
  for (then, other) in zip(first, second) {
    guard let joined = then.appending(other) else {
      Issue.record("\(then.type) has no type in common with itself")
      continue
    }
    #expect(joined.cells == then.cells + other.cells)
    for _ in 0..<4 {
      let answers = generator.answers(count: count)
      let chosen = Column.choose(answers, then: then, else: other)
      let missing = then.type == .truth ? "truth undecided" : "—"
      #expect(
        chosen?.cells
          == (0..<count).map {
            answers[$0] == .yes
              ? then.cells[$0] : answers[$0] == .no ? other.cells[$0] : missing
          })
    }
    #expect(
      Column.coalesce(then, other)?.cells
        == zip(then.cells, other.cells).map { $0 == "—" ? $1 : $0 })
    #expect(then.appending(.none(count: 1))?.count == count + 1)
  }
}

@Test func typesMeet() {
  let number = Column.number(NumberColumn(values: [1]))
  let text = Column.text(TextColumn(["a"]))
  let names = Column.bilingual(english: TextColumn(["b"]), french: TextColumn(["c"]))
  let figure = Column.figure(FigureColumn([Figure(exactly: ExactNumber(2))]))
  let link = Column.link(LinkColumn(registry: ColumnGenerator.registry, rows: [1]))
  #expect(number.appending(text).map(\.count) == nil)
  #expect(number.appending(figure)?.cells == ["figure exact 1 1 1", "figure exact 2 2 2"])
  #expect(text.appending(names)?.cells == ["text a|text a", "text b|text c"])
  #expect(link.appending(text)?.cells == ["text Africa|text Afrique", "text a|text a"])
  #expect(Column.repeating(.number(ExactNumber(5)), type: .number, count: 2).cells.count == 2)
}
