import Appearance
import Screen
import Widgets

/// What a layer does when it is done; it is off the stack by then.
typealias LayerAction = (inout EditorState) -> [Effect]

/// Something that lies over the panes and takes the keys: a list, a question, a line, a window.
///
/// A layer is a file that says this of one; what it leaves out it does not have. Its keys are the
/// commands of its context.
protocol Layer {
  /// Where keys go while it is on top.
  var context: KeyContext { get }
  /// The commands worth a place in the footer, in their order.
  func hints(in state: EditorState) -> [KnownCommand]
  /// Draws it and answers where the cursor stands; nil when it has no window of its own.
  func draw(into buffer: inout Buffer, _ theme: Theme, _ state: EditorState) -> Point?

  // MARK: What it answers

  /// What taking it over does; nil when it cannot be.
  var accepted: LayerAction? { get }
  /// What leaving it does, besides closing it.
  var cancelled: LayerAction? { get }
  /// What a key answers that is not looked up as a command then; the layer is closed.
  func answer(to key: Key) -> LayerAction?
  /// What a text does that the terminal pasted; of no concern to a layer with a text of its own.
  func answer(toPasted text: String) -> LayerAction?

  // MARK: Text

  /// The text being typed into; nil where keys are no letters.
  var typed: TextModel? { get set }
  /// Whether the text is a secret, which is drawn as dots and goes nowhere else.
  var isTypedHidden: Bool { get }
  /// Why its text was refused as it is; of no concern to a layer that the status line leaves room for.
  var refusal: String? { get set }
  /// What its text can be completed with.
  var completes: Completion.Kind { get }
  /// What a change of its text does.
  var changed: LayerAction? { get }
  /// The row over which names are offered; nil where that is beside the cursor.
  func suggestionsEdge(in screen: Size) -> Int?

  // MARK: On the screen

  /// Whether it is a window, and what lies below it rests meanwhile.
  var isWindow: Bool { get }

  /// Brings it in line with what has changed: a cursor that would be outside, how far it is scrolled.
  mutating func settle(in state: EditorState)
  /// Goes up or down, as the wheel is turned.
  mutating func scroll(by count: Int, in state: EditorState)
  /// Puts the cursor where was clicked, and answers what a second click does.
  mutating func click(at point: Point, in screen: Size) -> LayerAction?
  /// What the footer calls a command; nil for its usual title.
  func title(of command: KnownCommand) -> String?
  /// Whether nothing else is said in the status line.
  var hasStatusLine: Bool { get }
  /// Draws what it has in the status line that is its own; answers where the cursor stands in that.
  func drawStatus(into buffer: inout Buffer, _ area: Rect, _ theme: Theme) -> Point?
  /// What the status line says while there is no message.
  func remark(width: Int) -> String
}

extension Layer {
  var accepted: LayerAction? { nil }
  var cancelled: LayerAction? { nil }
  func answer(to key: Key) -> LayerAction? { nil }
  func answer(toPasted text: String) -> LayerAction? { nil }

  var typed: TextModel? {
    get { nil }
    set {}
  }
  var isTypedHidden: Bool { false }
  var refusal: String? {
    get { nil }
    set {}
  }
  var completes: Completion.Kind { .none }
  var changed: LayerAction? { nil }
  func suggestionsEdge(in screen: Size) -> Int? { nil }

  var isWindow: Bool { true }
  mutating func settle(in state: EditorState) {}
  mutating func scroll(by count: Int, in state: EditorState) {}
  mutating func click(at point: Point, in screen: Size) -> LayerAction? { nil }
  func title(of command: KnownCommand) -> String? { nil }
  var hasStatusLine: Bool { false }
  func drawStatus(into buffer: inout Buffer, _ area: Rect, _ theme: Theme) -> Point? { nil }
  func remark(width: Int) -> String { "" }
}
