import FriseBase
import Glibc

/// A refusal of the operating system, by its number.
struct SystemError: Error, Sendable, Hashable {
  /// A value of `errno`.
  let number: Int32

  /// What the last call that failed left behind.
  static var last: SystemError { SystemError(number: errno) }

  /// What happened, in words, without a full stop; it follows the name of a file and a colon.
  var reason: Localized {
    switch number {
    case ENOENT: Localized(en: "no such file or folder", fr: "fichier ou dossier introuvable")
    case EACCES, EPERM: Localized(en: "permission denied", fr: "accès refusé")
    case EISDIR:
      Localized(en: "this is a folder, not a file", fr: "c’est un dossier, pas un fichier")
    case ENOTDIR:
      Localized(
        en: "a part of the path is not a folder", fr: "une partie du chemin n’est pas un dossier")
    case ENOSPC, EDQUOT:
      Localized(en: "no space left on the device", fr: "plus de place sur le support")
    case EFBIG: Localized(en: "the file is too large", fr: "le fichier est trop gros")
    case EROFS:
      Localized(
        en: "the file system is read-only", fr: "le système de fichiers est en lecture seule")
    case EEXIST: Localized(en: "the file exists already", fr: "le fichier existe déjà")
    case ENAMETOOLONG: Localized(en: "the name is too long", fr: "le nom est trop long")
    case ELOOP:
      Localized(
        en: "the symbolic links go in circles", fr: "les liens symboliques tournent en rond")
    case EMFILE, ENFILE:
      Localized(en: "too many files are open", fr: "trop de fichiers sont ouverts")
    case EBADF: Localized(en: "the stream is closed", fr: "le flux est fermé")
    case EIO: Localized(en: "the device failed", fr: "le support a échoué")
    default: Localized(en: "system error \(number)", fr: "erreur système \(number)")
    }
  }
}
