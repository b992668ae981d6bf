import FriseTestSupport
import Glibc

// frise-prompt-bench FRISE FOLDER [ROUNDS] measures the prompt of the program FRISE on a
// pseudo-terminal, and sqlite3 beside it where that is installed; FOLDER takes the generated rows.
let words = Array(CommandLine.arguments.dropFirst())
guard words.count >= 2 else {
  _ = unsafe puts("frise-prompt-bench FRISE FOLDER [ROUNDS]")
  exit(2)
}
let bench = PromptBench(
  program: words[0], folder: words[1], rounds: words.count > 2 ? Int(words[2]) ?? 21 : 21)
for measure in [bench.keys, bench.completion, bench.firstPrompt, bench.roundTrip] {
  for line in measure() { _ = unsafe puts(line) }
}
