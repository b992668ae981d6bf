import FriseModel
import Glibc

// frise-bench [ROWS [NAME…]] prints the medians of the workloads, asked for the first time and
// again. frise-bench --serve FOLDER ROWS UNITS writes the rows to FOLDER as CSV, prints «ready»,
// and runs a workload for each line it reads: `first NAME` or `again NAME`. It answers with a line:
// milliseconds, a tab, the rows.
LargePages.settleHeap()
let words = Array(CommandLine.arguments.dropFirst())
var size = BenchSize()

if words.first == "--serve", words.count == 4 {
  size.events = Int(words[2]) ?? size.events
  size.units = Int(words[3]) ?? size.units
  let tables = try BenchTables(size)
  let kept = tables.dataSet(isFresh: false)
  Report.write(BenchFiles.write(size, into: words[1]) ? "ready" : "the files cannot be written")
  while let line = readLine() {
    let asked = line.split(separator: " ")
    guard asked.count == 2, let workload = Workload.all.first(where: { $0.name == asked[1] }) else {
      Report.write("0\tno such workload")
      continue
    }
    let (milliseconds, answer) = workload.run(
      asked[0] == "first" ? tables.dataSet(isFresh: true) : kept)
    Report.write("\(milliseconds)\t\(answer)")
  }
} else {
  size.events = words.first.flatMap { Int($0) } ?? size.events
  let tables = try BenchTables(size)
  let kept = tables.dataSet(isFresh: false)
  for workload in Workload.all where words.count < 2 || words.contains(workload.name) {
    let first = (0..<5).map { _ in workload.run(tables.dataSet(isFresh: true)).milliseconds }
    let again = (0..<15).map { _ in workload.run(kept).milliseconds }
    let median = { (times: [Double]) in Report.rounded(times.sorted()[times.count / 2]) }
    Report.write("\(workload.name)  first \(median(first)) ms  again \(median(again)) ms")
  }
}
