/// Every word of the language, by concept: one case has one English and one French form. How it is
/// spelt, where it may stand, what it does and an example are in `Catalogue.entries`, nowhere else.
package enum Word: UInt8, Sendable, Hashable, CaseIterable {
  // Statements
  case letStatement, paramStatement, includeStatement, loadStatement, printStatement
  case assertStatement, explainStatement, with
  // Verbs
  case whereVerb, select, drop, rename, derive, sort, take, skip, summarise, distinct, join, union
  case except, intersect, nearest, gaps, concurrent, spread, at, rollup, follow, roots, leaves
  case children, parent, siblings, ancestors, descendants
  // Views
  case table, record, tree, timeline, bars, describe, save
  // Aggregates: stages, and functions over a group or a list
  case count, sum, average, median, min, max, first, last
  // Infix and structural words
  case and, or, not, `in`, `is`, none, `if`, then, `else`, by, each, of, to, `as`, on, all, asc,
    desc
  case it, `true`, `false`, certainly, possibly, during, overlaps, before, after, meets, within
  case under, above, contains, about, matches, mod
  // Time units; `decadeYears` is the `années` of «années 1990»
  case yearUnit, monthUnit, weekUnit, dayUnit, decadeUnit, centuryUnit, decadeYears
  // Functions
  case exact, running, previous, next, share, round, floor, abs, lower, upper, words, length, start
  case end, year, month, day, decade, century, years, path, depth, lca, list, now, date, edtf,
    figure
  case word, low, high, earliest, latest, text, number
  // Values of a row that is a unit, beside the verbs of the same names
  case root, events, size
}
