extension String {
  /// A text that was written for the screen, with the verb in place of the key that shows Support there. Other keys are
  /// told of only where it is about the screen itself.
  var inShell: String { replacing("Ctrl-G", with: "`hearth support`") }
}
