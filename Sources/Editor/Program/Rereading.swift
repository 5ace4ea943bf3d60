extension EditorState {
  /// Goes by other settings from now on; what was switched by hand stays unless they say otherwise.
  mutating func take(_ new: Setup) {
    let old = setup
    setup = new
    // Ages are told from the start.
    setup.now = old.now
    if new.numbering != old.numbering { numbering = new.numbering }
    if new.isStrict != old.isStrict {
      for index in files.indices { files[index].judge(strictly: new.isStrict) }
    }
    pendingKeys = []
    shortKeys = nil
    // What was wrong with them is mended.
    if message == settingsFault { message = nil }
    settingsFault = nil
  }

  /// Says what is wrong with settings that were read again.
  mutating func refuse(settings fault: String) {
    say("\(fault) The settings stay as they were.", .warning)
    settingsFault = message
  }
}
