import FriseBase
import Testing

/// Structures, their units and links (section 7).
@Suite("Trees")
struct TreeQueryTests {
  private static let cases: [QueryCase] = [
    QueryCase("regions | where depth = 0 | select name", "name\nWorld"),
    QueryCase("regions | under \"Southern Asia\" | count", "n\n9"),
    QueryCase(
      "regions | where parent.name = \"Southern Asia\" | count",
      "n\n9",
      "1 undecided: parent.name not stated"),
    QueryCase(
      "regions | above \"Kenya\" | select name",
      "name\nWorld\nAfrica\nSub-Saharan Africa\nEastern Africa"),
    QueryCase(
      "regions | where children.name = \"Kenya\" | select name",
      "name\nEastern Africa",
      "253 undecided: children.name not stated"),
    QueryCase(
      "regions | where name = \"Kenya\" | ancestors | select name",
      "name\nWorld\nAfrica\nSub-Saharan Africa\nEastern Africa"),
    QueryCase("regions | where name = \"Southern Asia\" | children | count", "n\n9"),
    QueryCase("regions | where name = \"Southern Asia\" | descendants | count", "n\n9"),
    QueryCase("regions | where name = \"Kenya\" | siblings | count", "n\n21"),
    QueryCase(
      "regions | where id in [\"AFG\", \"PAK\"] | parent | select name",
      "name\nSouthern Asia"),
    QueryCase(
      "regions | where name in [\"Asia\", \"Kenya\"] | leaves | select name",
      "name\nKenya\nAsia"),
    QueryCase(
      "regions | where name in [\"Africa\", \"Northern Africa\"] | roots | select name",
      "name\nAfrica"),
    QueryCase(
      "regions | where name in [\"Africa\", \"Kenya\"] | roots | select name",
      "name\nAfrica\nKenya"),
    QueryCase("regions | leaves | count", "n\n253"),
    QueryCase("units | roots | select id", "id\noim"),
    QueryCase(
      "regions | where id = \"AFG\" | select depth, path, parent, root, events",
      "depth,path,parent,root,events\n"
        + "3,World > Asia > Southern Asia > Afghanistan,034,001,s04;s10"),
    QueryCase(
      "regions | where id = \"AFG\" | select name, events.id",
      "name,events.id\nAfghanistan,s04;s10"),
    QueryCase("regions | where count(events) > 1 | select name", "name\nWorld\nAfghanistan\nSyria"),
    QueryCase("regions | where events is not none | count", "n\n24"),
    QueryCase("regions | where not (events is none) | count", "n\n24"),
    QueryCase(
      "regions | rollup n = count(events) | where n.total >= 3 | select name, n, n.total",
      "name,n,n.total\nWorld,6,17\nAfrica,1,3\nAmericas,0,3\nAsia,1,7\nSouth-eastern Asia,"
        + "0,3\nSouthern Asia,0,4\nWestern Asia,1,3"),
    QueryCase(
      "regions | rollup p = sum(events.people) | take 1 | select p, p.total",
      "p,p_low,p_high,p_word,p.total,p.total_low,p.total_high,p.total_word\n,,,,6440000,"
        + "6430000,6590000,about",
      "events.people: 10 of 17 not stated",
      "the sum mixes roles: people assisted 5, context 2"),
    QueryCase(
      "regions | derive x = 1 | rollup s = sum(x) | take 2 | select name, s, s.total",
      "name,s,s.total\nWorld,1,283\nAfrica,1,67"),
    QueryCase(
      "regions | where depth = 1 | rollup n = count(events) | select name, n, n.total",
      "name,n,n.total\nAfrica,1,3\nAmericas,0,3\n"
        + "Asia,1,7\nEurope,0,1\nOceania,0,0\nAntarctica,0,0"),
    QueryCase("regions.events | count", "n\n17"),
    QueryCase("acts.event | select id", "id\ns05\ns06\ns13\ns15"),
    QueryCase("acts.event.title | count", "n\n4"),
    QueryCase("events | follow place | count", "n\n24"),
    QueryCase("events | where place under \"Africa\" | select id", "id\ns02\ns07\ns10"),
    QueryCase("events | under \"Africa\" | count", "n\n3"),
    QueryCase("events | not under \"Africa\" | count", "n\n14"),
    QueryCase("events | where place under \"Afrique\" | count", "n\n3"),
    QueryCase("events | where place = \"AFG\" | select id", "id\ns04\ns10"),
    QueryCase(
      "events | where place above \"Kenya\" | select id",
      "id\ns07\ns08\ns09\ns12\ns13\ns15\ns17"),
    QueryCase(
      "events | take 3 | select id, lca(place)",
      "id,lca(place)\ns01,TLS\ns02,011\ns03,XKX"),
    QueryCase(
      "events | take 2 | select id, place.parent, place.depth",
      "id,place.parent,place.depth\ns01,035,3\ns02,011,4;4;4"),
    QueryCase(
      "events | where id in [\"s02\", \"s04\"] | count by place.parent",
      "place.parent,n\n011,1\n034,1"),
    QueryCase("events | count by place.root", "place.root,n\n001,17"),
    QueryCase(
      "events | take 1 | select lca(\"Haiti\", \"Chile\")",
      "\"lca(\"\"Haiti\"\", \"\"Chile\"\")\"\n419"),
    QueryCase("regions | take 1 | select x = lca(\"HTI\", \"KEN\")", "x\n001"),
    QueryCase("organisation | at 1998 | count", "n\n48"),
    QueryCase("organisation | at 2020 | where kind = \"regional-office\" | count", "n\n9"),
    QueryCase(
      "organisation | where name = \"Data, Insight and Policy Coordination\" | select path",
      "path\n\"International Organization for Migration > Director General > "
        + "Deputy Director General for Operations > Data, Insight and Policy Coordination\""),
    QueryCase(
      "organisation | where name = \"Director General\" | children | select id",
      "id\nleg\nomb\nois\neth\nddgmr\nddgops\ncos\nopac\nosp"),
    QueryCase(
      "units | under \"Structure\" | select name",
      "name\nOrganizational structure\nDirector General\n"
        + "Deputy Director General for Management and Reform\n"
        + "Deputy Director General for Operations\nOffice of the Chief of Staff\n"
        + "\"Office of Partnerships, Advocacy and Communications\"\n"
        + "Office of Strategy and Organizational Performance"),
    QueryCase(
      "organisation | at 1960 | where id = \"dg\" | children | select id, parent",
      "id,parent\nleg,dg\nomb,dg\nois,dg\neth,dg\nddgmr,dg\nddgops,dg\ncos,dg\nopac,dg\nosp,dg"),
    QueryCase("organisation | at 1960 | under \"dg\" | count", "n\n41"),
    QueryCase(
      "organisation | at 1998 | rollup n = count() | take 3 | select id, n, n.total",
      "id,n,n.total\niom,1,48\ncouncil,1,3\nscpf,1,1"),
    QueryCase(
      "organisation | at 1960 | where id = \"leg\" | select parent.name, path",
      "parent.name,path\nDirector General,International Organization for Migration > "
        + "Director General > Office of Legal Affairs"),
    QueryCase(
      "events | where place = \"Hongire\" | count",
      "n\n0",
      "place = \"Hongire\": 0 of 17; nearest: Hungary"),
  ]

  @Test(arguments: cases)
  private func answers(row: QueryCase) { row.check() }

  private static let frenchCases: [QueryCase] = [
    QueryCase("événements | où lieu sous \"Afrique\" | choisir id", "id\ns02\ns07\ns10"),
    QueryCase("événements | sous \"Africa\" | compter", "n\n3"),
    QueryCase("régions | chapeaute \"Kenya\" | compter", "n\n4"),
    QueryCase(
      "organisation | en 2020 | où nature = \"regional-office\" | compter", "n\n9"),
    QueryCase(
      "organisation | où nom = \"Données, analyses et coordination des politiques\" | ancêtres "
        + "| compter", "n\n3"),
    QueryCase(
      "régions | totaliser n = compter(événements) | trier n.total décroissant | prendre 2 "
        + "| choisir nom, n, n.total", "nom,n,n.total\nMonde,6,17\nAsie,1,7"),
    QueryCase(
      "régions | où id = \"HTI\" | choisir parent.nom, chemin, niveau, racine, événements",
      "parent.nom,chemin,niveau,racine,événements\nCaraïbes,"
        + "Monde > Amériques > Amérique latine et Caraïbes > Caraïbes > Haïti,4,001,s06"),
    QueryCase("régions | où id = \"AFG\" | fratrie | feuilles | compter", "n\n8"),
    QueryCase("événements | suivre lieu | racines | compter", "n\n17"),
  ]

  @Test(arguments: frenchCases)
  private func answersInFrench(row: QueryCase) { row.check(with: QueryRunner(.french)) }

  /// What is wrong is said with what to write.
  @Test(arguments: [
    ("events | where not under \"Africa\"", "E110", "| not under …"),
    ("events | where above \"Africa\"", "E110", "place above …"),
    ("events | where id = \"s01\" and not in [\"x\"]", "E110", "title not in …"),
    ("events | where children = \"Africa\"", "E201", "place.children"),
    ("events | where place under \"Afrca\"", "E207", "\"Africa\""),
    ("events | children", "E210", "follow place"),
    ("events | tree", "E210", "follow place"),
    ("membership | under \"Africa\"", "E210", "membership"),
    ("print lca(\"Haiti\", \"Chile\")", "E204", "unit"),
    ("regions | select ancestors(1)", "E203", "ancestors"),
  ])
  private func faultsTellTheRemedy(query: String, code: String, remedy: String) {
    let answer = QueryRunner().run(query)
    #expect(answer.codes == [code])
    #expect(answer.diagnostics.contains(remedy), "\(answer.diagnostics)")
  }

  /// The laws of section 7, on every pair of regions: `under` is irreflexive, transitive and the
  /// converse of `above`; a roll-up at the roots counts every linked event once.
  @Test func lawsHoldOnTheBuiltInTrees() {
    let runner = QueryRunner()
    for query in [
      "regions | where regions under regions | count",
      "regions | where regions above regions | count",
      "regions | where parent.parent is not none and not (regions under parent.parent) | count",
      "regions | join all regions as r on regions under r.parent and not (r.parent above regions) "
        + "| where r.id is not none | count",
    ] {
      let answer = runner.run(query)
      #expect(answer.output == "n\n0", "\(query): \(answer.output) \(answer.diagnostics)")
    }
    let totals = runner.run("topics | rollup n = count(events) | roots | sum n.total")
    #expect(totals.diagnostics == "")
    #expect(
      runner.run(
        "assert (regions | rollup n = count(events) | roots | sum n.total) "
          + "= (regions.events | count)"
      ).diagnostics == "")
  }
}
