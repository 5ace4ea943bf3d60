/// Rows of text under a head, as Markdown.
struct Table {
  let head: [String]
  private var rows: [[String]] = []

  init(_ head: [String]) { self.head = head }

  mutating func add(_ row: [String]) { rows.append(row) }

  var markdown: String {
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = head.indices.map { $0 == 0 ? "---" : "--:" }
    return ([line(head), "| " + rule.joined(separator: " | ") + " |"] + rows.map(line))
      .joined(separator: "\n")
  }
}
