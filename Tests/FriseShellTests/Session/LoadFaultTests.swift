import FriseTestSupport
import Glibc
import Testing

/// Files that are not as they should be, and loads that are stopped: the built program says what is
/// wrong, keeps nothing, and goes on.
struct LoadFaultTests {
  private let folder = TemporaryFolder()

  /// Runs a query in the folder, under limits of the shell.
  private func frise(_ query: String, limits: String = "true") -> ChildResult {
    var environment = ChildProcess.plainEnvironment
    environment["HOME"] = folder.path
    environment["FRISE_QUERY"] = query
    return ChildProcess.run(
      "/bin/sh",
      ["-c", "\(limits) && exec \(ChildProcess.built("frise")) -o csv -c \"$FRISE_QUERY\""],
      environment: environment, folder: folder.path)
  }

  @Test func aMillionColumnsAreTooMany() {
    folder.write("wide.csv", String(repeating: "a,", count: 999_999) + "a\n")
    let result = frise("load \"wide.csv\"")
    #expect(result.status == 3)
    #expect(result.errors.contains("error[E413]"))
    #expect(result.errors.contains("1000000 columns"), "\(result.errors)")
  }

  @Test(.disabled(if: AddressSanitizer.isOn, "it needs more addresses than the limit"))
  func memoryThatIsShortIsAnErrorBeforeReading() {
    folder.write("long.csv", "a,b\n")
    _ = ChildProcess.run("/usr/bin/truncate", ["-s", "900M", folder.path + "/long.csv"])
    let result = frise("load \"long.csv\"", limits: "ulimit -v 1000000")
    #expect(result.status == 3)
    #expect(result.errors.contains("error[E413]"), "\(result.errors)")
  }

  @Test(.disabled(if: AddressSanitizer.isOn, "it needs more addresses than the limit"))
  func cellsThatMemoryCannotHoldAreAnErrorBeforeTheyAreRead() {
    // Two bytes a cell: the table is many times as large as its text.
    let text = String(repeating: "1,1,1,1,1,1,1,1,1,1\n", count: 400_000)
    folder.write("cells.csv", "a,b,c,d,e,f,g,h,i,j\n" + text)
    let result = frise("load \"cells.csv\"", limits: "ulimit -v 60000")
    #expect(result.status == 3)
    #expect(result.errors.contains("error[E413]"), "\(result.errors)")
  }

  @Test func aFileThatMayNotGrowIsNotHalfSaved() {
    let result = frise("history | save \"x.csv\"", limits: "ulimit -f 8")
    #expect(result.status == 1)
    #expect(result.errors.contains("error[E373]"), "\(result.errors)")
    #expect(folder.names.isEmpty)
  }

  @Test func aFileWithoutPermissionIsToldSo() {
    // Whoever runs the tests may read everything; a link in a circle may be read by nobody.
    _ = ChildProcess.run("/bin/ln", ["-s", "b.csv", folder.path + "/a.csv"])
    _ = ChildProcess.run("/bin/ln", ["-s", "a.csv", folder.path + "/b.csv"])
    let result = frise("load \"a.csv\"")
    #expect(result.status == 3)
    #expect(result.errors.contains("links lead in a circle"), "\(result.errors)")
  }

  @Test func controlCStopsALoadAndKeepsTheSession() throws {
    // A pipe that nobody writes to is a load without end.
    _ = ChildProcess.run("/usr/bin/mkfifo", [folder.path + "/pipe.csv"])
    var environment = ChildProcess.plainEnvironment
    environment["TERM"] = "xterm"
    environment["HOME"] = folder.path
    let session = try #require(
      TerminalSession(
        ChildProcess.built("frise"), ["--lang", "en"], environment: environment,
        folder: folder.path))
    try #require(session.see { $0.text.last == "frise>" }, "\(session.transcript)")
    session.type("load \"pipe.csv\"\r")
    // A pipe opens for writing once somebody reads it: the load has begun.
    var writer: Int32 = -1
    let hasBegun = session.see { _ in
      writer = unsafe open(folder.path + "/pipe.csv", O_WRONLY | O_NONBLOCK | O_CLOEXEC)
      return writer >= 0
    }
    defer { close(writer) }
    try #require(hasBegun)
    session.type("\u{03}")
    #expect(session.see { $0.text.joined().contains("E417") }, "\(session.screen.text)")
    session.type("pipe | count\r")
    #expect(session.see { $0.text.joined().contains("E202") }, "\(session.screen.text)")
    session.type("1 + 6\r")
    #expect(session.see { $0.text.contains("7") }, "\(session.screen.text)")
    session.type("\u{04}")
    #expect(session.end() == 0)
  }

  /// Rows of UNHCR's population statistics as PopulationStatistics/refugees gives them
  /// (CC BY 4.0), with sums reckoned by another program.
  @Test func refugeesByDecade() {
    folder.write("unhcr-population.csv", LoadFaultTests.refugees)
    let result = frise("load \"unhcr-population.csv\" as p; p | sum refugees each decade")
    #expect(result.output == "decade,refugees\n195X,1275786\n196X,425292\n197X,132890\n")
    #expect(result.errors.contains("text: coo_name, coo, coo_iso, coa_name, coa, coa_iso"))
    #expect(result.errors.contains("date of the rows: year"))
  }

  private static let refugees = """
    year,coo_name,coo,coo_iso,coa_name,coa,coa_iso,refugees,asylum_seekers,returned_refugees,\
    idps,returned_idps,stateless,ooc,oip,hst
    1951,Unknown,UKN,UNK,Australia,AUL,AUS,180000,0,0,0,0,0,0,,0
    1951,Unknown,UKN,UNK,Austria,AUS,AUT,282000,0,0,0,0,0,0,,0
    1951,Unknown,UKN,UNK,Belgium,BEL,BEL,55000,0,0,0,0,0,0,,0
    1951,Unknown,UKN,UNK,Canada,CAN,CAN,168511,0,0,0,0,0,0,,0
    1951,Unknown,UKN,UNK,Denmark,DEN,DNK,2000,0,0,0,0,0,0,,0
    1956,Unknown,UKN,UNK,Austria,AUS,AUT,140000,0,0,0,0,0,0,,0
    1956,Unknown,UKN,UNK,Belgium,BEL,BEL,65000,0,0,0,0,0,0,,0
    1956,Unknown,UKN,UNK,Canada,CAN,CAN,17485,0,0,0,0,0,0,,0
    1956,Unknown,UKN,UNK,Denmark,DEN,DNK,2500,0,0,0,0,0,0,,0
    1956,Unknown,UKN,UNK,France,FRA,FRA,363290,0,0,0,0,0,0,,0
    1961,Unknown,UKN,UNK,Austria,AUS,AUT,34000,0,0,0,0,0,0,,0
    1961,Rwanda,RWA,RWA,Burundi,BDI,BDI,30000,0,0,0,0,0,0,,0
    1961,Unknown,UKN,UNK,Belgium,BEL,BEL,53000,0,0,0,0,0,0,,0
    1961,Unknown,UKN,UNK,Canada,CAN,CAN,44492,0,0,0,0,0,0,,0
    1961,Angola,ANG,AGO,Dem. Rep. of the Congo,COD,COD,150000,0,0,0,0,0,0,,0
    1969,Unknown,UKN,UNK,Egypt,ARE,EGY,4800,0,0,0,0,0,0,,0
    1969,Unknown,UKN,UNK,Argentina,ARG,ARG,32000,0,0,0,0,0,0,,0
    1969,Unknown,UKN,UNK,Australia,AUL,AUS,42000,0,0,0,0,0,0,,0
    1969,Unknown,UKN,UNK,Austria,AUS,AUT,25000,0,0,0,0,0,0,,0
    1969,Dem. Rep. of the Congo,COD,COD,Burundi,BDI,BDI,10000,0,0,0,0,0,0,,0
    1970,Unknown,UKN,UNK,Algeria,ALG,DZA,500,0,0,0,0,0,0,,0
    1970,Unknown,UKN,UNK,Egypt,ARE,EGY,5000,0,0,0,0,0,0,,0
    1970,Unknown,UKN,UNK,Argentina,ARG,ARG,35000,0,0,0,0,0,0,,0
    1970,Unknown,UKN,UNK,Australia,AUL,AUS,42000,0,0,0,0,0,0,,0
    1970,Unknown,UKN,UNK,Austria,AUS,AUT,25300,0,0,0,0,0,0,,0
    1975,Chile,CHL,CHL,Algeria,ALG,DZA,350,0,0,0,0,0,0,,0
    1975,Western Sahara,WSH,ESH,Algeria,ALG,DZA,20000,0,0,0,0,0,0,,0
    1975,Unknown,UKN,UNK,Algeria,ALG,DZA,650,0,0,0,0,0,0,,0
    1975,Unknown,UKN,UNK,Egypt,ARE,EGY,4000,0,0,0,0,0,0,,0
    1975,Bolivia (Plurinational State of),BOL,BOL,Argentina,ARG,ARG,90,0,0,0,0,0,0,,0

    """
}
