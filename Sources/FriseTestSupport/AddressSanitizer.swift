import Glibc

/// The address sanitizer, under which the tests may have been built.
package enum AddressSanitizer {
  /// True when it is there. It reserves terabytes of addresses, which no limit of a test leaves it.
  package static let isOn = unsafe dlsym(nil, "__asan_init") != nil
}
