import Canvas
import HearthContent

/// What a text does itself with keys of its own: bound so that help and palette show it.
enum EditingKeys {
  static func all<Command>(_ edit: (Editing) -> Command) -> Bindings<Command> {
    [
      Binding("C-z", edit(.undo), .editUndo), Binding("C-y", edit(.redo), .editRedo),
      Binding("C-x", edit(.cut), .editCut), Binding("C-c", edit(.copy), .editCopy),
      Binding("C-v", edit(.paste), .editPaste), Binding("C-a", edit(.selectAll), .editSelectAll),
      Binding("S-Right", edit(.select(.right)), .editSelect),
      Binding("C-Left", edit(.move(.wordLeft)), .editWordBack),
      Binding("C-Right", edit(.move(.wordRight)), .editWordForward),
      Binding("C-w", edit(.erase(.wordLeft)), .editDeleteWord),
      Binding("C-k", edit(.erase(.lineEnd)), .editDeleteToEnd),
      Binding("C-u", edit(.erase(.lineStart)), .editDeleteToStart),
      Binding("C-Home", edit(.move(.textStart)), .editToStart), Binding("C-End", edit(.move(.textEnd)), .editToEnd),
    ]
  }
}
