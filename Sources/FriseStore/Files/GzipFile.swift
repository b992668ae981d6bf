import CZlib
import FriseBase
import FriseModel

/// Unpacks gzip files (RFC 1952), of one member or several.
@safe struct GzipFile {
  /// Whether some bytes begin as a gzip file does.
  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The name of a file without the ending `.gz`: what is inside is known by the rest of it.
  static func innerName(_ file: String) -> String {
    file.hasSuffix(".gz") ? String(file.dropLast(3)) : file
  }

  private let packed: [UInt8]
  private let file: String
  /// The most bytes that may come out.
  private let bytesMax: Int
  /// The library's state, which knows its own address and may not move.
  private let stream: UnsafeMutablePointer<z_stream>
  /// Where the unread part of `packed` begins.
  private var position = 0
  private var unpacked: [UInt8] = []

  /// How many bytes are asked of the library at a time.
  private static let stepBytes = 1 << 22

  private init(_ packed: [UInt8], file: String, bytesMax: Int) {
    self.packed = packed
    self.file = file
    self.bytesMax = bytesMax
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
  }

  /// The bytes that a gzip file holds, `bytesMax` at most: a small file may swell to fill memory.
  ///
  /// Throws `DataFailure`: E410 when the file ends too early, E413 when more than `bytesMax` come
  /// out, E417 when `isStopped`, E420 when it is damaged.
  static func unpack(
    _ packed: [UInt8], file: String, bytesMax: Int, isStopped: () -> Bool
  ) throws(DataFailure) -> [UInt8] {
    var reader = GzipFile(packed, file: file, bytesMax: bytesMax)
    // 15 bits of window, and 16 for the header of gzip in place of that of zlib.
    defer { unsafe reader.stream.deallocate() }
    guard
      unsafe inflateInit2_(
        reader.stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .tooLarge(file, bytes: packed.count, free: FileOpening.freeMemory() ?? 0) }
    defer { _ = unsafe inflateEnd(reader.stream) }
    try reader.unpackAll(isStopped)
    return reader.unpacked
  }

  private mutating func unpackAll(_ isStopped: () -> Bool) throws(DataFailure) {
    unpacked.reserveCapacity(min(bytesMax, packed.count &* 4))
    while true {
      if isStopped() { throw .stopped(file) }
      switch try step() {
      case Z_STREAM_END:
        // Zeros pad the last block of a tape; another member may follow.
        guard let next = packed[position...].firstIndex(where: { $0 != 0 }) else { return }
        position = next
        guard packed[next...].starts(with: [0x1F, 0x8B]) else {
          throw .damagedGzip(file, byteOffset: next)
        }
        guard unsafe inflateReset(stream) == Z_OK else {
          throw .damagedGzip(file, byteOffset: next)
        }
      case Z_OK: break
      case Z_BUF_ERROR where position >= packed.count:
        throw .truncatedGzip(file, unpackedBytes: unpacked.count)
      default: throw .damagedGzip(file, byteOffset: position)
      }
    }
  }

  /// Unpacks the next part.
  /// - Returns: What the library says of it.
  private mutating func step() throws(DataFailure) -> Int32 {
    let room = min(GzipFile.stepBytes, bytesMax - unpacked.count)
    guard room > 0 else { throw .gzipTooLarge(file, bytesMax: bytesMax) }
    var status = Z_OK
    let given = min(packed.count - position, 1 << 30)
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
      unsafe packed.withUnsafeBufferPointer { input in
        // The library does not write to its input.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress.map { unsafe $0 + position })
        unsafe stream.pointee.avail_in = UInt32(given)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(room)
        status = unsafe inflate(stream, Z_NO_FLUSH)
      }
      count = unsafe room - Int(stream.pointee.avail_out)
    }
    position += unsafe given - Int(stream.pointee.avail_in)
    unpacked += piece
    return status
  }
}

extension DataFailure {
  fileprivate static func truncatedGzip(_ file: String, unpackedBytes: Int) -> DataFailure {
    DataFailure(
      code: "E410", file: file,
      message: Localized(
        en: "the gzip file ends too early, after \(unpackedBytes) unpacked bytes. Nothing was "
          + "loaded: fetch the file again",
        fr: "le fichier gzip s’arrête trop tôt, après \(unpackedBytes) octets décompressés. "
          + "Rien n’a été chargé : récupérer le fichier à nouveau"))
  }

  fileprivate static func damagedGzip(_ file: String, byteOffset: Int) -> DataFailure {
    DataFailure(
      code: "E420", file: file,
      message: Localized(
        en: "the gzip file is damaged near its byte \(byteOffset). Nothing was loaded: fetch the "
          + "file again",
        fr: "le fichier gzip est abîmé vers son octet \(byteOffset). Rien n’a été chargé : "
          + "récupérer le fichier à nouveau"))
  }

  fileprivate static func gzipTooLarge(_ file: String, bytesMax: Int) -> DataFailure {
    let size = bytesMax / 1_000_000
    return DataFailure(
      code: "E413", file: file,
      message: Localized(
        en: "more than \(size) MB come out of this gzip file, which is more than memory can hold: "
          + "keep the columns and rows that are needed",
        fr: "il sort plus de \(size) Mo de ce fichier gzip, plus que la mémoire n’en peut tenir : "
          + "ne garder que les colonnes et lignes utiles"))
  }
}
