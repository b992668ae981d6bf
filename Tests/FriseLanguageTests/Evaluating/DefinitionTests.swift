import Testing

/// Let, param, results and printing (section 3).
@Suite("Definitions")
struct DefinitionTests {
  private static let cases: [QueryCase] = [
    QueryCase(
      "let big = events | where people > 200k\nbig | count",
      "n\n4",
      "10 undecided: people not stated"),
    QueryCase("let f(rows, n) = rows | take n\nevents | f(2) | select id", "id\ns01\ns02"),
    QueryCase("let a(r) = r | take 1\nlet b(r) = r | a() | a()\nevents | b() | count", "n\n1"),
    QueryCase("param country = \"Chile\"\nregions | where name = country | select id", "id\nCHL"),
    QueryCase("param n = 3\nevents | take n | count", "n\n3"),
    QueryCase("print 1, \"a\", none, @1956", "1 a — 1956"),
    QueryCase("1956-11", "1956-11"),
    QueryCase("1956 - 11", "1945"),
    QueryCase(
      "events | take 1 | select id, place.name, topics",
      "id,place.name,topics\ns01,Timor-Leste,return;transport;post-conflict"),
    QueryCase(
      "events | take 1 | select title.fr",
      "title.fr\n\"Retour au Timor-Leste de réfugiés transportés par l'OIM en bateau, par "
        + "la route et en avion\""),
    QueryCase(
      "events | describe | take 2",
      "column,type,stated,distinct,least,greatest,example\nid,text,17,17,s01,s17,s01\n"
        + "label,text,17,15,1999-2002,2020-2021,2000"),
  ]

  @Test(arguments: cases)
  private func answers(row: QueryCase) { row.check() }
}
