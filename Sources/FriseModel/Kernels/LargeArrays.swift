import CSystemShim
import Glibc

extension Array {
  /// Makes room for so many elements, in large pages where the system has them: pages of two
  /// megabytes are had 512 times less often. What is not used is never touched.
  package mutating func reserveLarge(_ count: Int) {
    reserveCapacity(count)
    let size = count * MemoryLayout<Element>.stride
    guard size >= 1 << 18 else { return }
    unsafe withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      LargePages.advise(Int(bitPattern: base), size)
    }
  }
}

/// Pages of two megabytes.
package enum LargePages {
  private static let smallPage = 1 << 12

  /// Asks for large pages for some addresses, and the pages at their ends: what is allocated one
  /// after the other lies side by side, and shares large pages where all ask for them.
  package static func advise(_ start: Int, _ count: Int) {
    let first = start / smallPage * smallPage
    let last = (start + count + smallPage - 1) / smallPage * smallPage
    guard last > first, let address = unsafe UnsafeMutableRawPointer(bitPattern: first) else {
      return
    }
    _ = unsafe madvise(address, last - first, MADV_HUGEPAGE)
  }

  /// Settles at the start of a program that arrays come from one heap.
  package static func settleHeap() { frise_heap_settle() }

  /// Calls `body` with a heap that holds so many bytes more in large pages: what a file becomes is
  /// had from it without a call of the system for each page.
  package static func withHeap<Answer, Failure: Error>(
    ofBytes count: Int, _ body: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    frise_heap_extend(max(0, count))
    defer { frise_heap_settle() }
    return try body()
  }
}
