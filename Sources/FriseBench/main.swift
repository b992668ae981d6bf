import FriseModel
import Glibc

// frise-bench [ROWS] prints the median of each workload. frise-bench --serve FILE [ROWS] writes the
// rows to FILE as CSV, then runs the workloads whose names it reads, one a line, and prints the
// milliseconds, a tab and the answer.
let words = CommandLine.arguments.dropFirst()
let isServing = words.first == "--serve"
let count = words.dropFirst(isServing ? 2 : 0).first.flatMap { Int($0) } ?? 1_000_000
let data = EventTable.dataSet(count: count)
_ = try data.table(EventTable.schema.id)

if isServing {
  let isWritten = EventFile.write(count: count, to: words.dropFirst().first ?? "events.csv")
  Report.write(isWritten ? "ready" : "the file cannot be written")
  while let name = readLine() {
    guard let workload = Workload.all.first(where: { $0.name == name }) else { continue }
    let (milliseconds, answer) = workload.run(data)
    Report.write("\(milliseconds)\t\(answer)")
  }
} else {
  for workload in Workload.all {
    let runs = (0..<21).map { _ in workload.run(data).milliseconds }.sorted()
    Report.write("\(workload.name)  \(Report.rounded(runs[10])) ms")
  }
}
