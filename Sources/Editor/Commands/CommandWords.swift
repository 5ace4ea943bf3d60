/// What else people call the commands of the list of all, Microsoft's words first: those of its task
/// sequence editor and its articles, of MDT's reference, of the cmdlets; then those of other programs.
///
/// A phrase that is typed whole leads to its command, so none may stand twice; tests hold that, and
/// that every command of the list is here.
enum CommandWords {
  /// The phrases of a command.
  static func phrases(for id: String) -> [String] {
    all[id]?.split(separator: ",").map { String($0.drop { $0 == " " }) } ?? []
  }

  /// The phrases by the names of commands, with commas between them.
  static let all: [String: String] = [
    // Looking around.
    "go.down": "next row, arrow down, line down",
    "go.up": "previous row, arrow up, line up",
    "go.pageDown": "next page, scroll down",
    "go.pageUp": "previous page, scroll up",
    "go.first": "top, beginning, start of sequence",
    "go.last": "bottom, end of sequence",
    "go.back": "jump back, go back, where i was, last place, back",
    "go.forward": "jump forward, go forward, forward",
    "fold.open": "expand group, unfold",
    "fold.close": "collapse group, fold, parent group",
    "fold.openAll": "expand all groups, expand all, expand, unfold all",
    "fold.closeAll": "collapse all groups, collapse all, collapse, fold all",
    "view.numbers": "instruction number, line numbers, step numbers, smsts.log, status message",
    "pane.next": "switch pane, next pane, focus, tab",
    "pane.edit":
      "properties tab, options tab, properties, options, step options, details, settings",
    "pane.editField": "change value, edit value, properties, options, set value",
    "pane.toggleField": "check box, tick, toggle",
    "pane.tree": "back to tree, task sequence tree, leave details",
    "pane.removeField": "remove variable, clear field, empty, delete, delete variable",
    "pane.aboutField": "what is this, field help, explain, tooltip, meaning",
    "pane.reveal": "show password, show secret, show value, unmask",
    // Steps and groups.
    "step.add": """
    add step, new step, insert, insert step, add task, install application, install \
    applications, install package, install software, install software updates, install single \
    application, install update offline, apply operating system, apply operating system image, \
    apply data image, apply driver package, apply windows settings, apply network settings, \
    auto apply drivers, capture operating system image, capture user state, restore user \
    state, request state store, release state store, restart computer, reboot, run command \
    line, run powershell script, run task sequence, child task sequence, set task sequence \
    variable, set dynamic variables, join domain, join domain or workgroup, format and \
    partition disk, partition disk, enable bitlocker, disable bitlocker, pre-provision \
    bitlocker, setup windows and configmgr, upgrade operating system, check readiness, connect \
    to network folder, download package content, prepare configmgr client for capture, prepare \
    windows for capture, gather, inject drivers, install roles and features, use toolkit \
    package, validate, sysprep and capture, step types
    """,
    "step.addGroup":
      "add a group, new group, add group, insert group, new folder, folder, subgroup",
    "step.group": "group selected steps, put into group, wrap in group, surround, group marked",
    "step.ungroup": "dissolve group, remove group only, unwrap group",
    "step.rename": "step name, name, change name, group name, task sequence name, sequence name",
    "step.remove":
      "remove a step, remove step, remove group, delete, delete step, delete group, erase",
    "step.duplicate": "clone, copy and paste, second copy, repeat step",
    // Options of a step.
    "option.disable": """
    disable this step, disable step, enable, enable step, enable this step, disable group, \
    disable this group, turn off, turn on, comment out, skip step, activate, deactivate
    """,
    "option.continue": """
    continue on error, error handling, ignore errors, ignore error, ignore failure, on error, \
    fail, stop on error
    """,
    "option.runIn": """
    full operating system, full os, winpe, windows pe, preinstallation environment, where it \
    runs, run only in
    """,
    "option.description": "comment, comments, note, annotate, remark",
    "option.successCodes":
      "success code, exit codes, return codes, error codes, 3010, exit code, return code",
    "option.timeout": "time out, timeout, maximum run time, maximum execution time, minutes",
    "option.retry":
      "retry count, retry, retry step, repeat on failure, try again, number of retries",
    "option.startIn": "working directory, working folder, start folder, current directory",
    "option.command":
      "command line, cmd, script, edit script, powershell, batch, arguments, parameters, action",
    "option.setVariable": "add variable, set a variable, new variable, tsenv",
    // Conditions.
    "condition.type": """
    add condition, edit condition, if statement, if, add if, query wmi, wmi query, wmi, wql, \
    registry setting, operating system version, installed software, file properties, folder \
    properties, task sequence variable condition, all conditions, any condition, run only if, \
    when
    """,
    "condition.open": """
    test condition, evaluate condition, nested conditions, condition builder, why, simulate, \
    dry run, debug, debugger, try condition, any all none
    """,
    "condition.copy": "copy conditions, copy if statement",
    "condition.replace": "paste conditions, overwrite condition",
    "condition.and": "append condition, paste and add condition, combine conditions",
    "condition.clear":
      "remove condition, delete condition, remove all conditions, no condition, always run",
    "condition.same": "find condition, same if, steps with this condition",
    // Moving.
    "move.up": "up in order, earlier, run earlier",
    "move.down": "down in order, later, run later",
    "move.out": "out of group, outdent, unindent, promote",
    "move.in": "into group, indent, demote, move into group",
    "move.to": """
    move, change the order, reorder, order, move to group, drag, drag and drop, move position, \
    rearrange
    """,
    // Copy and paste.
    "clip.cut": "cut step, cut and paste",
    "clip.copy": "copy steps, copy nodes, copy between task sequences",
    "clip.paste": "paste steps, paste after, insert copied",
    "clip.pasteBefore": "paste above",
    "clip.pasteInto": "paste into group, paste inside",
    "clip.fromFile": """
    insert from another task sequence, import steps, import group, insert file, merge file, \
    snippet
    """,
    "clip.text":
      "clipboard, copy name, copy path, copy command line, copy xml, yank, powershell cmdlet",
    // Marks.
    "mark.toggle": "select, select step, multi select, multiple select, multi-edit, tag",
    "mark.range": "select range, shift click, extend selection, block",
    "mark.down": "select down, extend down, select next",
    "mark.up": "select up, extend up, select previous",
    "mark.last": "last marks, remembered marks, restore marks, old selection",
    "mark.hits": "select hits, mark found, select found",
    "mark.siblings": "select all, mark all, select group, select siblings",
    "mark.none": "unselect, deselect, select none, clear selection, clear marks",
    // Search and filter.
    "find.start": "search, search task sequence, go to, goto, locate, jump to, look for, find step",
    "find.next": "next, find next, search next, next result",
    "find.previous": "previous, find previous, search previous, previous result",
    "find.filter": "show only, hide steps, filter steps, by type, disabled steps, show disabled",
    "find.clear": "show all, reset filter, clear search, clear filter, escape",
    "find.replace":
      "find and replace, substitute, search and replace, replace text, change everywhere",
    // Variables.
    "variable.list": """
    task sequence variables, task sequence variable, variable, list variables, environment, \
    collection variables, unused variables, unset
    """,
    "variable.rename": "rename variables, change variable name",
    "variable.secrets": """
    product key, do not display this value, secret, secrets, password, credentials, accounts, \
    account, keys and passwords, hidden values, network access account, logins
    """,
    // References and problems.
    "reference.list": """
    referenced content, references tab, reference, content, package, packages, application, \
    applications, boot image, boot images, operating system images, drivers, driver packages, \
    dependencies, missing, broken, missing packages, distribution points, objects, unverified, \
    not checked
    """,
    "reference.swap": """
    replace package, replace application, change package, update package, use another object, \
    swap
    """,
    "reference.remap":
      "import to another site, migrate, remap, other site, another hierarchy, match names",
    "problem.list": "warnings, lint, check, error list, findings, validate task sequence, issues",
    "reference.next": "next error, errors, error, problem, next warning, go to problem",
    "reference.previous": "previous error, last error, previous warning",
    // Undo and history.
    "history.undo": "take back, undo edit, step back",
    "history.redo": "do again, undo undo, repeat",
    "history.list": "revert, versions, edits, undo list, change log, audit, all changes",
    "history.discard": "discard, cancel changes, revert all, throw away, back to saved, reset file",
    // Files.
    "file.new": """
    create task sequence, create task sequence wizard, new task sequence, template, templates, \
    wizard, client task sequence, server task sequence, custom task sequence, mdt template
    """,
    "file.save": "save all, save and close, apply changes, apply, ok, write, save changes",
    "file.saveAndQuit": "save and exit, save and quit, write and quit, finish",
    "file.saveAs":
      "copy task sequence, save copy, duplicate task sequence, save under another name, other name",
    "file.preview": """
    compare, diff, changes, preview, difference, review changes, unsaved changes, what will be \
    saved
    """,
    "file.open": "import task sequence, import, load, open file, open task sequence, browse",
    "file.around": """
    recent, recent files, last opened, reopen, open by name, other task sequences, \
    task sequences of the share, open from deployment share, workbench list
    """,
    "child.open": "open child task sequence, go to child, follow child, enter child",
    "child.parents": "parent task sequence, who runs this, used by, where used",
    "file.next": "other file, switch file, next tab",
    "file.previous": "previous tab",
    "file.list": "opened files, buffers, list files, other open files",
    "file.recipe": """
    how to import, way back, put back, recipe, import-cmtasksequence, import script, deploy to site, what must exist
    """,
    "file.size": "size, too large, 2 mb, policy size, large, limit, biggest, what makes it large",
    "file.close": "close without saving, close, close task sequence, close tab",
    "file.reload": "reload, refresh, read again, update from disk, reread",
    // The program.
    "help": """
    keyboard shortcuts, shortcuts, keys, key bindings, hotkeys, manual, how, documentation, \
    about, usage
    """,
    "palette": "command palette, run command, all commands, menu, search commands",
    "pane.xml": "xml, source, view xml, raw, view source, markup",
    "theme": """
    colors, colours, color, dark mode, light mode, appearance, color scheme, high contrast, \
    look
    """,
    "redraw": "redraw screen, repaint, garbled screen, clean screen",
    "settings.reread": """
    reload settings, reload configuration, reload config, settings file, config.toml, keys.toml, \
    preferences, configure
    """,
    "suspend": "shell, background, command prompt, stop, terminal",
    "quit": "exit, leave, close program, end, bye",
  ]
}
