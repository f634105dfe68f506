extension BaselineFile {
  static func explain(_ failure: FileReader.Failure) -> String {
    switch failure {
    case .system(let error):
      "it can't be read (\(error)); mend that, or the rights of the file and its folders."
    case .danglingLink(let link):
      "it can't be read, as the symbolic link \(link) leads nowhere; mend the link or remove it."
    case .notAFile(let kind):
      explain(kind)
    }
  }

  static func explain(writing error: any Error) -> String {
    let system: SystemError
    switch error {
    case WriteFailure.writeProtected:
      return "it can't be written, as it is write-protected; mend its rights."
    case WriteFailure.notAFile(let kind):
      return explain(kind)
    case WriteFailure.system(let error):
      system = error
    case let error as SystemError:
      system = error
    default:
      return "it can't be written (\(error))."
    }
    return "it can't be written (\(system)); nothing was changed: mend that and record it again."
  }

  private static func explain(_ kind: FileKind) -> String {
    let found =
      switch kind {
      case .folder: "a folder"
      case .link: "a symbolic link"
      case .file, .special: "something that is no file"
      }
    return "\(found) stands where the baseline should be; move it away."
  }
}
