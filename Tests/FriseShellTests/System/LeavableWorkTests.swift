import FriseBase
import Glibc
import Synchronization
import Testing

@testable import FriseShell

/// Work on a thread that can be left. Signals themselves are tried at the prompt, in
/// `PromptSignalTests`.
struct LeavableWorkTests {
  @Test func workIsDoneOneAfterTheOther() {
    for number in 0..<100 {
      #expect(LeavableWork.run(interrupt: Interrupt()) { number * 2 } == number * 2)
    }
  }

  @Test func aThreadIsAskedAndLeft() {
    let (isBegun, mayEnd, isEnded) = (Semaphore(), Semaphore(), Semaphore())
    let thread = WorkThread()
    thread?.begin {
      isBegun.post()
      mayEnd.wait()
      isEnded.post()
    }
    isBegun.wait()
    #expect(thread?.isDone(withinMilliseconds: 1) == false)
    // What a read would return from; a wait for a semaphore goes on.
    thread?.wake()
    #expect(thread?.isDone(withinMilliseconds: 1) == false)
    thread?.leave()
    mayEnd.post()
    isEnded.wait()
  }

  @Test func aReadOfTheThreadComesBack() {
    var ends: [Int32] = [-1, -1]
    #expect(unsafe pipe(&ends) == 0)
    let input = ends[0]
    let failed = Failed()
    let thread = WorkThread()
    thread?.begin {
      var byte: UInt8 = 0
      if unsafe read(input, &byte, 1) < 0 { failed.number.withLock { $0 = errno } }
    }
    // It may be woken before it reads.
    while thread?.isDone(withinMilliseconds: 5) == false { thread?.wake() }
    #expect(failed.number.withLock { $0 } == EINTR)
    thread?.leave()
    for end in ends { close(end) }
  }

  private final class Failed: Sendable {
    let number = Mutex<Int32>(0)
  }
}
