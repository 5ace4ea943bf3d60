import Containers
import SequenceSpecimens
@_spi(Edits) import TaskSequence
import Testing
import XMLTree

@Suite("Law 4: undo gives back the same bytes, and what changes nothing is no revision")
struct HistoryTests {
  private func history() throws -> History {
    History(try SequenceDocument(loading: Array(Draft.mdt.utf8)))
  }

  private func rename(_ name: String, _ history: inout History) throws -> Bool {
    let first = history.document.sequence.children[0].id
    let edit = try history.document.setting(.name, to: name, on: [first])
    return history.record(edit, focusBefore: first, focusAfter: nil)
  }

  @Test func undoBackToTheSavedStateIsClean() throws {
    var history = try history()
    #expect(!history.isModified && !history.canUndo && !history.canRedo)
    #expect(history.unsavedCount == 0)
    let isNew = try rename("B", &history)
    #expect(isNew)
    #expect(history.isModified && history.canUndo && history.unsavedCount == 1)
    let undone = history.undo()
    #expect(undone?.label == "Renamed “Start” to “B”")
    #expect(!history.isModified && history.canRedo)
    #expect(history.document.serialized() == Array(Draft.mdt.utf8))
    let redone = history.redo()
    #expect(redone?.label == undone?.label)
    #expect(history.document.sequence.children[0].name == "B")
    history.markSaved()
    #expect(!history.isModified)
    let again = history.undo()
    #expect(again != nil && history.isModified && history.unsavedCount == 1, "one was taken back")
    let isOther = try rename("C", &history)
    #expect(isOther && history.unsavedCount == 2)
    history.markUnsaved()
    #expect(history.isModified && history.unsavedCount == 1)
    _ = history.undo()
    #expect(history.isModified && history.unsavedCount == 0, "it is in no file, without an edit")
  }

  @Test func editWithoutEffectAddsNothing() throws {
    var history = try history()
    let isNew = try rename("Start", &history)
    #expect(!isNew)
    #expect(history.revisions.count == 1)
    let two = try #require(history.document.node(at: NodePath("Start/Two")))
    let same = try history.document.settingVariable(
      "OSGUID", to: "{1}", on: [two.id])
    let isSame = !history.record(same, focusBefore: nil, focusAfter: nil)
    #expect(isSame)
    let place = try history.document.moving(
      [two.id], to: .end(of: history.document.sequence.children[0].id))
    let isInPlace = !history.record(place, focusBefore: nil, focusAfter: nil)
    #expect(isInPlace)
    #expect(history.revisions.count == 1 && !history.canUndo)
  }

  @Test func branchesAreKept() throws {
    var history = try history()
    let isNew = try rename("B", &history)
    #expect(isNew)
    _ = history.undo()
    let isBranch = try rename("C", &history)
    #expect(isBranch)
    #expect(history.revisions.map(\.label).count == 3)
    #expect(history.revisions[2].parent == 0)
    #expect(history.trail(to: 1) == [0, 1])
    history.go(to: 1)
    #expect(history.document.sequence.children[0].name == "B")
    _ = history.undo()
    _ = history.redo()
    #expect(history.current == 1)
    history.go(to: 99)
    #expect(history.current == 1)
    let end = history.redo()
    #expect(end == nil)
  }

  /// Nodes made on one branch and on another must never be taken for each other.
  @Test func idsOfAbandonedBranchesAreNotGivenAgain() throws {
    var history = try history()
    func add() throws -> NodeID? {
      let edit = try history.document.addingGroup(
        named: "N", at: .end(of: history.document.sequenceID))
      history.record(edit, focusBefore: nil, focusAfter: edit.focus)
      return edit.focus
    }
    let first = try add()
    _ = history.undo()
    let second = try add()
    #expect(first != nil && first != second)
  }
}
