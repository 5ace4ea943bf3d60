/// The jobs that keys do, by the person: an administrator of MDT who knows no vi, one of Configuration
/// Manager at night, over SSH, and an engineer to whom a sequence is source text.
extension Job {
  static let all = administrators + operators + engineers

  private static let administrators = [
    Job(
      "A1", "three applications after a step", .share,
      keys: "/install app<Enter>aapps<Enter><Space><Down><Space><Down><Space><Enter>", before: 34,
      lines: Lines(gone: 0, new: 21), gained: ["AD Subnets\" disable", "Enterprise CA\" disable"]),
    Job(
      "A2", "a condition on a group: one of two models, and no virtual machine", .share,
      keys: "C(Model = \"Book 1\" or Model = \"Book 2\") and IsVM = False<Enter>", before: 77,
      lines: Lines(gone: 0, new: 21), gained: [">Book 1<", ">Book 2<", ">IsVM<"]),
    Job(
      "A3", "a group into another one", .share,
      keys: "/refresh only<Enter>m/state restore<Enter>i", before: 4 + 2 * 14,
      lines: Lines(gone: 28, new: 28)),
    Job(
      "A4", "disable every restart", .share, keys: "/restart<Enter>*d", before: 11,
      lines: Lines(gone: 3, new: 3), shows: ["4 marked"]),
    Job(
      "A5", "a standard client sequence, into the share, and what the Workbench needs", .share,
      keys: "<C-t>standard client<Enter>Windows<Enter><Enter><C-s><Enter>m", before: 45,
      shows: ["Saved “TS001/ts.xml”", "TaskSequences.xml", "Copy entry"]),
    Job(
      "A6", "the system to 80 %, and one volume more", .share,
      keys: "18<Enter><Enter>" + String(repeating: "<Down>", count: 10)
        + "<Enter><Down><Down><Down><Down><Down>80<C-s><Down><Down><Enter><C-s>", before: 24,
      lines: Lines(gone: 2, new: 10), gained: ["\"Partitions1Size\">80<"],
      lacks: .shortness),
    Job(
      "A7", "join a domain, where the rules do it", .share, keys: "/apply net<Enter><Enter>",
      before: 14, shows: ["JoinDomain"]),
    Job(
      "A9", "half of it back, what is left, save", .share, given: "<Down>d<Down>d",
      keys: "<C-z>W<Enter>", before: 6, lines: Lines(gone: 1, new: 1), shows: ["Saved “ts.xml”"]),
    Job(
      "A10", "the wrong keys", .share, keys: "<C-d><C-b><C-k>Q<F5><A-f>",
      shows: ["Alt+f means nothing here. ? lists all keys."]),
  ]

  private static let operators = [
    Job(
      "B1", "another package in its seven places", .client,
      keys: "O1E<Enter><End><Enter>09<Enter><Enter>", before: 18, lines: Lines(gone: 15, new: 15),
      gained: ["/run:CAS00009 cscript.exe Scripts\\ZTISCCM.wsf"]),
    Job(
      "B4", "why would this step not run", .client, given: "<Down>d12<Enter>",
      keys: "<Enter><PgDn>", before: 2, lines: Lines(gone: 1, new: 1),
      shows: ["Runs never: the group “Initialization” is disabled."]),
    Job(
      "B6", "all secrets", .client, keys: ":secrets<Enter>", before: 9,
      shows: ["Apply Windows Settings", "Capture the Reference Machine"]),
    Job(
      "B7", "an account that joins the domain", .capture,
      keys: "/apply net<Enter><Enter><Down><Down><Down><Down>a d<Enter><Down>corp.test"
        + "<Enter><Down><Down>corp\\join<Enter><Down>geheim<Enter>", before: 60,
      lines: Lines(gone: 2, new: 4), gained: [">corp.test<", ">corp\\join<"]),
    Job(
      "B8", "how long every restart is announced", .client,
      keys: "/restart<Enter>*<Enter><Down><Down><Down><Down><Down><Down><Down>90<Enter>",
      before: 22, lines: Lines(gone: 3, new: 3), gained: ["MessageTimeout\">90<"]),
  ]

  private static let engineers = [
    Job(
      "C1", "another name for a variable, everywhere", .share,
      keys: "$depl<Enter><Up><Enter>Mode<Enter><Enter>", before: 14,
      lines: Lines(gone: 4, new: 4), gained: [">Mode<"]),
    Job(
      "C2", "a group from another file", .share, .neighbour,
      given: "]", keys: "/refresh<Enter><C-c>[/state r<Enter><C-v>", before: 22,
      lines: Lines(gone: 0, new: 28)),
    Job(
      "C6", "find, filter, mark what is shown, disable", .share,
      keys: "frestart<Enter>*d", lines: Lines(gone: 3, new: 3)),
    Job(
      "C10", "what the hands of vim do", .share, given: "d",
      keys: "uGd:w<Enter>", lines: Lines(gone: 1, new: 1), shows: ["Saved “ts.xml”"]),
  ]
}
