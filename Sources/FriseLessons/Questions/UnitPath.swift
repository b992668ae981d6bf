import FriseBase
import FriseModel

/// The units of a structure from one to another, both ends included: up to the nearest unit above
/// both, then down.
struct UnitPath {
  let registry: Registry
  let rows: [Int32]

  /// Nil when the table is no structure, or a unit of that name is not in it or not the only one.
  init?(_ data: DataSet, table: String, start: String, end: String) {
    let key = TextFold.fold(table)
    let schema = data.schemas.first {
      TextFold.fold($0.name.english) == key || TextFold.fold($0.name.french) == key
    }
    guard let schema, let read = try? data.table(schema.id), let registry = read.registry,
      let forest = registry.forest
    else { return nil }
    let (first, last) = (registry.rows(named: start), registry.rows(named: end))
    guard first.count == 1, last.count == 1 else { return nil }
    let up = [first[0]] + Self.above(first[0], forest)
    let down = [last[0]] + Self.above(last[0], forest)
    guard let meeting = up.firstIndex(where: { down.contains($0) }),
      let turn = down.firstIndex(of: up[meeting])
    else { return nil }
    self.registry = registry
    self.rows = up[...meeting] + down[..<turn].reversed()
  }

  /// The units above a row, the nearest first.
  private static func above(_ row: Int32, _ forest: Forest) -> [Int32] {
    var chain: [Int32] = []
    var current = forest.parents[Int(row)]
    while current >= 0 {
      chain.append(current)
      current = forest.parents[Int(current)]
    }
    return chain
  }

  func text(_ tongue: Tongue) -> String {
    rows.map { registry.name($0)[tongue] }.joined(separator: Registry.pathSeparator)
  }

  /// Judges units parted by `>`, `;` or arrows: names or ids. The two ends may be left out. Nil
  /// when not one part is a unit.
  func judge(_ text: String) -> Judgement? {
    var parts = units(text.split { $0 == ">" || $0 == ";" || $0 == "→" })
    if parts.count == 1, parts[0].isEmpty {
      // Commas part them too, but may stand in a name.
      let others = units(text.split(separator: ","))
      if others.allSatisfy({ !$0.isEmpty }) { parts = others }
    }
    guard parts.contains(where: { !$0.isEmpty }) else { return nil }
    let wanted = [rows, Array(rows.dropFirst()), Array(rows.dropLast()), inner]
    for path in wanted where path.count == parts.count && !path.isEmpty {
      if zip(parts, path).allSatisfy({ $0.contains($1) }) { return Judgement(.right) }
    }
    let begun =
      [rows, Array(rows.dropFirst())].map { path in
        zip(parts, path).prefix { $0.contains($1) }.count
      }.max() ?? 0
    guard begun > 0 else {
      return Judgement(
        .wrong,
        [Localized(en: "The path does not begin so.", fr: "Le chemin ne commence pas ainsi.")])
    }
    return Judgement(
      .partly,
      [
        begun == 1
          ? Localized(en: "The first unit is right.", fr: "La première unité est juste.")
          : Localized(
            en: "The first \(begun) units are right.",
            fr: "Les \(begun) premières unités sont justes.")
      ])
  }

  /// The rows that each part may mean.
  private func units(_ parts: [Substring]) -> [[Int32]] {
    parts.map { part in
      registry.rows(
        named: String(
          part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()))
    }
  }

  /// Without both ends.
  private var inner: [Int32] { rows.count > 2 ? Array(rows.dropFirst().dropLast()) : [] }
}
