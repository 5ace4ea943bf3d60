import Glibc

/// Hands the law that `TSEDIT_FUZZ_LAW` names to libFuzzer, which tries to break it.
@main
enum Fuzzer {
  static func main() {
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(runDriver(&count, &arguments, hold))
  }
}

private let law: Law = {
  let name = getenv("TSEDIT_FUZZ_LAW").map { String(cString: $0) } ?? ""
  guard let law = Law(rawValue: name) else {
    fatalError("TSEDIT_FUZZ_LAW must be one of \(Law.allCases.map(\.rawValue))")
  }
  return law
}()

/// What libFuzzer calls with everything it makes up.
private func hold(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let complaint = law.complaint(about: bytes) { fatalError("\(law): \(complaint)") }
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ hold: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
