import Conditions

/// What a run makes of a condition.
struct Judgement {
  var truth: Truth
  /// What decides, where that is not known.
  var needs = Needs()
  /// Whether a part of it cannot be evaluated, and that leaves it open.
  var isFaulty = false
  /// Whether its node may fail by it.
  var mayFail = false

  static let yes = Judgement(truth: .yes)
  static let no = Judgement(truth: .no)

  /// Something nobody has stated.
  static func open(_ needs: Needs) -> Judgement { Judgement(truth: .unknown, needs: needs) }

  /// Something that cannot be evaluated.
  static func faulty(_ needs: Needs) -> Judgement {
    Judgement(truth: .unknown, needs: needs, isFaulty: true)
  }

  static prefix func ! (judgement: Judgement) -> Judgement {
    var opposite = judgement
    opposite.truth = !judgement.truth
    return opposite
  }

  /// Takes another part in, of which all must hold.
  mutating func meet(_ other: Judgement) {
    if truth == .no { return }
    if other.truth == .no {
      self = .no
    } else if other.truth == .unknown {
      truth = .unknown
      needs.formUnion(other.needs)
      isFaulty = isFaulty || other.isFaulty
    }
  }
}
