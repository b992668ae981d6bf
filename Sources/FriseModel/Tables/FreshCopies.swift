/// Copies of tables that share the data of the originals but none of the indexes made on demand
/// (folds, collation, ranks of days…), so that the first use of a table can be measured again and
/// again. Links between tables copied by one value stay links.
package struct FreshCopies {
  private var registries: [ObjectIdentifier: Registry] = [:]
  private var pools: [ObjectIdentifier: StringPool] = [:]

  package init() {}

  package mutating func copy(_ table: Table) -> Table {
    var copied = table
    copied.columns = table.columns.map { copy($0) }
    copied.registry = table.registry.map { copy($0) }
    return copied
  }

  private mutating func copy(_ column: Column) -> Column {
    switch column {
    case .number, .figure, .duration, .truth, .none: return column
    case .date(let dates):
      return .date(
        DateColumn(
          earliestStart: dates.earliestStart, latestStart: dates.latestStart,
          earliestEnd: dates.earliestEnd, latestEnd: dates.latestEnd, forms: dates.forms,
          written: dates.written, isSorted: dates.isSorted))
    case .text(let texts): return .text(copy(texts))
    case .bilingual(let english, let french):
      return .bilingual(english: copy(english), french: copy(french))
    case .link(let links):
      return .link(LinkColumn(registry: copy(links.registry), rows: links.rows))
    case .list(let list):
      return .list(ListColumn(offsets: list.offsets, items: copy(list.items)))
    }
  }

  private mutating func copy(_ texts: TextColumn) -> TextColumn {
    let known = pools[ObjectIdentifier(texts.pool)]
    let pool = known ?? StringPool(bytes: texts.pool.bytes, offsets: texts.pool.offsets)
    pools[ObjectIdentifier(texts.pool)] = pool
    return TextColumn(codes: texts.codes, pool: pool)
  }

  private mutating func copy(_ registry: Registry) -> Registry {
    if let known = registries[ObjectIdentifier(registry)] { return known }
    let made = Registry(
      table: registry.table, ids: copy(registry.ids), englishNames: copy(registry.englishNames),
      frenchNames: copy(registry.frenchNames), aliases: registry.aliases, forest: registry.forest)
    registries[ObjectIdentifier(registry)] = made
    return made
  }
}
