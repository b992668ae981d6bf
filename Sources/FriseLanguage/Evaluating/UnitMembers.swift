import FriseBase
import FriseModel
import FriseSyntax

/// Rows beside the units they belong to: what a roll-up adds up.
struct UnitMembers {
  /// The unit of each member.
  let units: [Int32]
  /// Equal for members that are one row and count once.
  let identities: [Int32]
  /// What each member brings; nil when members are only counted.
  let values: Column?
  /// The rows of the linked table whose column the values are, where they are one.
  var sources: LinkColumn?

  /// The members at `rows`.
  func gather(_ rows: [Int32]) -> UnitMembers {
    UnitMembers(
      units: units.gather(rows), identities: identities.gather(rows), values: values?.gather(rows),
      sources: sources.map { LinkColumn(registry: $0.registry, rows: $0.rows.gather(rows)) })
  }

  /// Members by identity: identity i has `rows[bounds[i]..<bounds[i + 1]]`.
  private var byIdentity: (bounds: [Int32], rows: [Int32]) {
    let count = Int(identities.max() ?? -1) + 1
    return Grouping(codes: identities, count: count).members
  }

  /// The same without members of units that are not in the tree, and with one member for each unit
  /// and identity. O(members).
  func distinct(_ forest: Forest) -> UnitMembers {
    var last = [Int32](repeating: -1, count: forest.parents.count)
    var kept: [Int32] = []
    kept.reserveCapacity(units.count)
    let (bounds, rows) = byIdentity
    for identity in 0..<max(0, bounds.count - 1) {
      for index in Int(bounds[identity])..<Int(bounds[identity + 1]) {
        let unit = units[Int(rows[index])]
        guard unit >= 0, forest.contains(unit), last[Int(unit)] != Int32(identity) else { continue }
        last[Int(unit)] = Int32(identity)
        kept.append(rows[index])
      }
    }
    return gather(kept)
  }

  /// One member for each identity; of members as `distinct` leaves them.
  var once: UnitMembers {
    var kept: [Int32] = []
    for row in identities.indices where row == 0 || identities[row] != identities[row - 1] {
      kept.append(Int32(clamping: row))
    }
    return gather(kept)
  }

  /// Every member beside all units above its own too, once each; nil when they would be more than
  /// `limit`, or the interrupt is raised. Of members as `distinct` leaves them. O(pairs).
  func spread(_ forest: Forest, limit: Int, _ interrupt: Interrupt) -> UnitMembers? {
    var last = [Int32](repeating: -1, count: forest.parents.count)
    var units: [Int32] = []
    var rows: [Int32] = []
    for row in self.units.indices {
      if row & 0xFFF == 0, interrupt.isRaised { return nil }
      var current = self.units[row]
      // What is known of a unit is known of all above it.
      while current >= 0, last[Int(current)] != identities[row] {
        last[Int(current)] = identities[row]
        units.append(current)
        rows.append(Int32(clamping: row))
        guard rows.count <= limit else { return nil }
        current = forest.parents[Int(current)]
      }
    }
    return UnitMembers(
      units: units, identities: identities.gather(rows), values: values?.gather(rows))
  }

  /// The count or the sum over each unit's subtree without a pair for every unit above: subtotals
  /// pass from children to parents, and what one identity brings by two branches is taken off where
  /// they meet. Nil where this cannot be done: another aggregate, figures, a sum that does not fit.
  /// Of members as `distinct` leaves them. O(units + members × log depth).
  func accumulated(_ word: Word, _ forest: Forest) -> Column? {
    var numbers: NumberColumn?
    if case .number(let column)? = values { numbers = column }
    guard word == .count || (word == .sum && numbers?.wide.isEmpty == true) else { return nil }
    var totals = Subtotals(unitCount: forest.parents.count)
    let missing = values?.isNone.bytes
    var jumps: AncestorJumps?
    var row = 0
    while row < units.count {
      var end = row + 1
      while end < units.count, identities[end] == identities[row] { end += 1 }
      let isStated = missing.map { $0[row] == 0 } ?? true
      let number = word == .sum && isStated ? numbers?.values[row] ?? 0 : 0
      if end - row == 1 {
        totals.add(number, isStated: isStated, sign: 1, to: units[row])
      } else {
        let meeting = jumps ?? AncestorJumps(forest)
        jumps = meeting
        let ordered = units[row..<end].sorted {
          forest.positions[Int($0)] < forest.positions[Int($1)]
        }
        for (index, unit) in ordered.enumerated() {
          totals.add(number, isStated: isStated, sign: 1, to: unit)
          guard index > 0 else { continue }
          let meet = meeting.lowestCommonAncestor(ordered[index - 1], unit)
          if meet >= 0 { totals.add(number, isStated: isStated, sign: -1, to: meet) }
        }
      }
      row = end
    }
    totals.rollUp(forest)
    guard !totals.overflows else { return nil }
    if word == .count {
      return .number(NumberColumn(values: values == nil ? totals.rows : totals.stated))
    }
    return .number(NumberColumn(values: totals.sums, scale: numbers?.scale ?? 0))
  }
}

/// What units hold: how many rows, how many of them with a value, and the sum of the values.
private struct Subtotals {
  private(set) var rows: [Int64]
  private(set) var stated: [Int64]
  /// After `rollUp`, none where there are rows and nothing is stated.
  private(set) var sums: [Int64]
  /// True once a sum did not fit.
  private(set) var overflows = false

  init(unitCount: Int) {
    rows = [Int64](repeating: 0, count: unitCount)
    stated = rows
    sums = rows
  }

  /// Adds a row, or takes it off.
  mutating func add(_ number: Int64, isStated: Bool, sign: Int64, to unit: Int32) {
    rows[Int(unit)] += sign
    guard isStated else { return }
    stated[Int(unit)] += sign
    let (sum, overflow) = sums[Int(unit)].addingReportingOverflow(sign * number)
    sums[Int(unit)] = sum
    if overflow { overflows = true }
  }

  /// Adds to each unit what its children hold.
  mutating func rollUp(_ forest: Forest) {
    for unit in forest.order.reversed() {
      let parent = Int(forest.parents[Int(unit)])
      if parent >= 0 {
        rows[parent] += rows[Int(unit)]
        stated[parent] += stated[Int(unit)]
        let (sum, overflow) = sums[parent].addingReportingOverflow(sums[Int(unit)])
        sums[parent] = sum
        if overflow { overflows = true }
      }
      if rows[Int(unit)] > 0, stated[Int(unit)] == 0 { sums[Int(unit)] = NumberColumn.none }
    }
  }
}
