import FriseBase
import Testing

@Suite struct SuggestionsTests {
  static let columns = ["date", "title", "place", "people", "origin", "role", "note", "année"]

  @Test(arguments: [
    ("peple", ["people"]),
    ("poeple", ["people"]),
    ("PEOPEL", ["people"]),
    ("palce", ["place"]),
    ("anee", ["année"]),
    ("titel", ["title"]),
    ("rote", ["role", "note"]),
    ("people", []),
    ("Année", []),
    ("annee", []),
    ("wholly other", []),
    ("", []),
  ])
  func finds(typed: String, expected: [String]) {
    #expect(Suggestions.nearest(to: typed, among: Self.columns) == expected)
  }

  @Test func nearestFirstThenInOrderAndAtMostThree() {
    let names = ["abcdxx", "abcdef", "abcdeg", "abcdeh", "abcdei", "abcdef"]
    #expect(
      Suggestions.nearest(to: "abcdez", among: names) == ["abcdef", "abcdeg", "abcdeh"])
    #expect(Suggestions.nearest(to: "abcdey", among: names, limit: 1) == ["abcdef"])
    #expect(Suggestions.nearest(to: "abcdyx", among: ["abcdef", "abcdxx"]).first == "abcdxx")
  }

  @Test func namesThatGoOnBehindTheWordAreMeantToo() {
    let names = ["Populations", "population_1990", "Population (hab.)", "Poplation"]
    #expect(
      Suggestions.nearest(to: "population", among: names)
        == ["Populations", "Poplation", "Population (hab.)"])
    #expect(Suggestions.nearest(to: "20", among: ["2010", "20 %"]) == ["20 %"])
  }

  @Test(arguments: [
    ("people", "people"), ("année_1", "année_1"), ("Population (hab.)", "`Population (hab.)`"),
    ("2020-data", "`2020-data`"), ("", "``"),
  ])
  func writesNames(name: String, written: String) {
    #expect(NameWriting.written(name) == written)
  }

  @Test func reachGrowsWithTheLength() {
    #expect(Suggestions.nearest(to: "Hongire", among: ["Hungary", "Hongrie"]) == ["Hongrie"])
    #expect(Suggestions.nearest(to: "descendnats", among: ["descendants"]) == ["descendants"])
    #expect(Suggestions.nearest(to: "abcde", among: ["abxxe"]) == [])
    #expect(Suggestions.nearest(to: "abcdef", among: ["abxxef"]) == ["abxxef"])
    #expect(Suggestions.nearest(to: "x", among: ["à", "n", "xy"]) == ["xy"])
  }
}
