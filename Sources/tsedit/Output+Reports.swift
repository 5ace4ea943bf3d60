import Reports
import Workspace

extension Output {
  /// Prints a report in the format that was asked for.
  mutating func print<Content: Report>(
    _ report: Content, as option: FormatOption<Content>
  ) throws {
    self.print(text: try option.chosen.text(of: report))
  }

  /// Prints a report that comes in lines alone.
  mutating func print(_ report: some LineReport) { self.print(text: report.text) }
}
