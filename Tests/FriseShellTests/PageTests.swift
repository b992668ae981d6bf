import FriseTestSupport
import Glibc
import Testing

/// Saved pages in a browser: nothing is fetched, nothing runs, nothing is wrong.
///
/// They need Chromium, which is a heavy package: without it they are skipped, and say so.
/// `Scripts/check-pages` installs it and runs them.
@Suite(
  .enabled(
    if: Browser.path != nil,
    "no chromium here: pages are not tried in a browser (Scripts/check-pages does)"))
struct PageTests {
  private let folder = TemporaryFolder()

  /// Data that would run, fetch or break out if it could.
  private static let hostile = [
    "when,what,people,id,parent",
    "1951/..,<script>document.title='broken'</script>,~140000,a,",
    "1956?,\"\"\"><img src=http://example.invalid/x.png onerror=console.error(1)>\",>200000,b,a",
    "2001-07-03,</title></svg><iframe src=http://example.invalid/>,<850000,c,a",
    ",javascript:alert(1) & &amp; \u{202E}abc,12,d,c", "",
  ].joined(separator: "\n")

  /// Saves a view of the hostile data as a page.
  private func save(_ view: String, tongue: String = "en") -> ChildResult {
    folder.write("hostile.csv", PageTests.hostile)
    var environment = ChildProcess.plainEnvironment
    environment["HOME"] = folder.path
    let query = "load \"hostile.csv\" as things with date = when, name = what; things | \(view)"
    return ChildProcess.run(
      ChildProcess.built("frise"), ["--lang", tongue, "-c", query], environment: environment,
      folder: folder.path)
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      ("timeline", "p.html"), ("timeline", "p.svg"), ("bars people", "p.html"),
      ("tree", "p.html"), ("take 9", "p.html"),
    ])
  func nothingRunsAndNothingIsFetched(view: String, file: String) {
    let saved = save("\(view) | save \"\(file)\"")
    #expect(saved.status == 0, "\(saved.errors)")
    let visit = Browser.visit(folder.path + "/" + file, scratch: folder.path)
    #expect(visit.status == 0)
    #expect(visit.page.contains("&lt;script&gt;document.title"))
    #expect(!visit.page.contains("<script") && !visit.page.contains("<iframe"))
    #expect(!visit.page.contains("<img"))
    #expect(!visit.page.contains("parsererror"), "\(visit.page)")
    #expect(visit.console.isEmpty, "\(visit.console)")
    #expect(visit.requests.isEmpty, "\(visit.requests)")
  }

  @Test(.timeLimit(.minutes(2))) func theBrowserSeesFaults() {
    folder.write(
      "bad.html",
      "<!DOCTYPE html><title>x</title><script>console.error('seen')</script>"
        + "<img src=\"http://127.0.0.1:9/x.png\">")
    let visit = Browser.visit(folder.path + "/bad.html", scratch: folder.path)
    #expect(visit.console.contains { $0.contains("seen") })
    #expect(visit.requests.contains { $0.contains("127.0.0.1:9") })
  }
}

/// Chromium without a screen.
private enum Browser {
  /// What a visit to a page left behind.
  struct Visit {
    let status: Int32
    /// The page as it stood in the end.
    let page: String
    /// What the page wrote on its console, errors of loading included.
    let console: [Substring]
    /// The addresses that were asked for over the network.
    let requests: [Substring]
  }

  /// The program, or nil.
  static let path: String? = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
    unsafe access($0, X_OK) == 0
  }

  /// Opens a file, waits until it has settled, and looks.
  static func visit(_ file: String, scratch: String) -> Visit {
    let log = scratch + "/net.json"
    let result = ChildProcess.run(
      path ?? "",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-default-apps", "--no-first-run", "--user-data-dir=\(scratch)/profile",
        "--virtual-time-budget=1000", "--enable-logging=stderr", "--log-net-log=\(log)",
        "--dump-dom", "file://\(file)",
      ], environment: ["HOME": scratch, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"],
      timeoutSeconds: 90)
    let network = ChildProcess.run("/bin/cat", [log]).output
    return Visit(
      status: result.status, page: result.output,
      console: result.errors.split(separator: "\n").filter { $0.contains("CONSOLE") },
      requests: network.split(separator: "\n").filter {
        $0.contains("\"url\":\"http") && $0.contains("example.invalid")
          || $0.contains("\"url\":\"http://127.0.0.1:9")
      })
  }
}
