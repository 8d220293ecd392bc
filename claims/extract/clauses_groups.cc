// Groups of verbs: "has not been seen", "is expected | to arrive".

#include "claims/extract/clauses.h"

namespace claimcheck {
namespace {

constexpr uint32_t kBy = WordHash("by", 2);

// Auxiliaries and adverbs before one verb; longer chains are cut.
constexpr uint32_t kMaxAuxiliaries = 8;

class GroupReader {
 public:
  GroupReader(const DocumentAnalysis& doc, SentenceSyntax* out)
      : doc_(doc), out_(*out) {}

  void Read() {
    out_.groups.clear();
    uint32_t behind = out_.begin;  // the group before
    for (uint32_t t : out_.verbal) {
      if (t < behind) continue;
      switch (out_.tag(t)) {
        case WordTag::kAuxiliary:
          behind = ReadAuxiliaries(t);
          break;
        case WordTag::kTo:
          behind = ReadInfinitive(t);
          break;
        case WordTag::kVerb:
          behind = ReadVerb(t);
          break;
        default:
          break;
      }
    }
    DecideParticiples();
  }

 private:
  struct Aux {
    bool be = false, have = false, modal = false, finite = false;
    bool gerund = false, base = false, participle = false;
  };
  Aux AuxAt(uint32_t t) const {
    Aux aux;
    for (const LexHit& hit : doc_.lex.At(t)) {
      if (hit.cls != Lex::kAuxiliary || hit.tokens != 1) continue;
      aux.be |= hit.entry->id == "be";
      aux.have |= hit.entry->id == "have";
      aux.modal |= hit.entry->HasTag("modal");
      aux.finite |= hit.entry->HasTag("finite");
      aux.gerund |= hit.entry->HasTag("gerund");
      aux.base |= hit.entry->HasTag("base");
      aux.participle |= hit.entry->HasTag("participle");
    }
    if (doc_.text.Folded(t) == "'s") aux.be = aux.finite = true;
    return aux;
  }

  VerbForm Form(uint32_t t) const { return out_.forms[t]; }

  void SetVerb(uint32_t t, VerbGroup* group) const {
    group->verb = t;
    group->form = Form(t);
    group->verb_end = t + 1;
    while (group->verb_end < out_.end() &&
           out_.tag(group->verb_end) == WordTag::kParticle) {
      ++group->verb_end;
    }
    group->tokens.end = group->verb_end;
    const LexHit* hit = out_.verbs[t];
    if (hit != nullptr && hit->cls == Lex::kEventVerb)
      group->entry = hit->entry;
    group->say = doc_.lex.Has(t, Lex::kSayVerb);
  }

  uint32_t Push(VerbGroup group) {
    const uint32_t end = group.tokens.end;
    out_.groups.push_back(group);
    return end;
  }

  // From an auxiliary to its verb, if one follows.
  uint32_t ReadAuxiliaries(uint32_t t) {
    VerbGroup group;
    group.tokens = {t, t + 1};
    bool finite = false, be = false, gerund = false, base = false;
    uint32_t at = t;
    for (uint32_t n = 0; n < kMaxAuxiliaries && at < out_.end(); ++n) {
      const WordTag tag = out_.tag(at);
      if (tag == WordTag::kAuxiliary) {
        const Aux aux = AuxAt(at);
        if (at == t) {
          finite = aux.finite;
          gerund = aux.gerund;
          base = aux.base;
        }
        if (aux.modal && group.modal == kNone) group.modal = at;
        be = aux.be;
        group.tokens.end = at + 1;
      } else if (tag == WordTag::kNegation) {
        group.negated = true;
        group.tokens.end = at + 1;
      } else if (tag != WordTag::kAdverb) {
        break;
      }
      ++at;
    }
    group.kind = finite   ? VerbGroup::kFinite
                 : gerund ? VerbGroup::kGerund
                 : base   ? VerbGroup::kFinite
                          : VerbGroup::kParticiple;
    if (at < out_.end() && out_.tag(at) == WordTag::kVerb) {
      const VerbForm form = Form(at);
      const bool fits = be ? form == VerbForm::kGerund ||
                                 form == VerbForm::kEd ||
                                 form == VerbForm::kParticiple
                           : true;
      if (fits) {
        SetVerb(at, &group);
        group.passive = be && form != VerbForm::kGerund;
      }
    }
    if (group.verb == kNone) group.verb_end = group.tokens.end;
    return Push(group);
  }

  uint32_t ReadInfinitive(uint32_t t) {
    VerbGroup group;
    group.kind = VerbGroup::kInfinitive;
    group.tokens = {t, t + 1};
    if (t > out_.begin && out_.tag(t - 1) == WordTag::kNegation) {
      group.negated = true;
    }
    uint32_t at = t + 1;
    while (at < out_.end() && out_.tag(at) == WordTag::kAdverb) ++at;
    if (at < out_.end() && out_.tag(at) == WordTag::kVerb) SetVerb(at, &group);
    return Push(group);
  }

  uint32_t ReadVerb(uint32_t t) {
    VerbGroup group;
    group.tokens = {t, t + 1};
    SetVerb(t, &group);
    switch (group.form) {
      case VerbForm::kGerund:
        group.kind = VerbGroup::kGerund;
        break;
      case VerbForm::kParticiple:
        group.kind = VerbGroup::kParticiple;
        break;
      default:
        group.kind = VerbGroup::kFinite;
    }
    if (group.form == VerbForm::kBase && !out_.groups.empty() &&
        t > out_.begin && Coordinated(t)) {
      // "will sign and expand": the auxiliary counts for both.
      const VerbGroup& host = out_.groups.back();
      group.shares = static_cast<uint32_t>(out_.groups.size()) - 1;
      group.kind = host.kind;
      group.modal = host.modal;
      group.negated = host.negated;
    }
    for (uint32_t b = t; b > out_.begin && t - b < 3;) {
      --b;
      if (out_.tag(b) == WordTag::kNegation) {
        group.negated = true;
      } else if (out_.tag(b) != WordTag::kAdverb) {
        break;
      }
    }
    // "to" of an infinitive is read before; what comes here behind "to" stands
    // after "to be", which the auxiliaries took.
    if (t > out_.begin && out_.tag(t - 1) == WordTag::kTo) {
      group.kind = VerbGroup::kInfinitive;
    }
    return Push(group);
  }

  bool Coordinated(uint32_t t) const {
    while (t > out_.begin && (out_.tag(t - 1) == WordTag::kAdverb)) --t;
    return t > out_.begin && out_.tag(t - 1) == WordTag::kCoordinator;
  }

  static bool Breaks(WordTag tag) {
    return tag == WordTag::kRelative || tag == WordTag::kSubordinator ||
           tag == WordTag::kBreak || tag == WordTag::kQuote ||
           tag == WordTag::kComma || tag == WordTag::kCoordinator;
  }

  // A form that may be past or participle is a participle before "by", or when
  // its clause has a finite verb further on: "a letter written in May said".
  void DecideParticiples() {
    for (size_t g = 0; g < out_.groups.size(); ++g) {
      VerbGroup& group = out_.groups[g];
      if (group.kind != VerbGroup::kFinite || group.form != VerbForm::kEd ||
          group.tokens.begin != group.verb) {
        continue;
      }
      bool participle = group.verb_end < out_.end() &&
                        doc_.text.tokens[group.verb_end].word == kBy;
      // Behind a relative pronoun or a subject pronoun it is finite.
      const uint32_t verb = group.verb;
      uint32_t b = verb;
      while (b > out_.begin && out_.tag(b - 1) == WordTag::kAdverb) --b;
      if (b > out_.begin) {
        const WordTag before = out_.tag(b - 1);
        if (before == WordTag::kRelative || before == WordTag::kPronoun ||
            before == WordTag::kSubordinator) {
          continue;
        }
        if (before == WordTag::kPreposition || before == WordTag::kEither) {
          participle = true;
        }
        // ", titled", "(held": hangs on what is before, unless it shares a
        // subject that is already finite: ", landed in Rome and".
        if (before == WordTag::kBreak) participle = true;
      } else {
        participle = true;  // the head of a sentence
      }
      if (!participle && g + 1 < out_.groups.size()) {
        const VerbGroup& next = out_.groups[g + 1];
        if (next.kind == VerbGroup::kFinite) {
          bool open = false;
          for (uint32_t t = group.verb_end; t < next.tokens.begin; ++t) {
            open |= Breaks(out_.tag(t));
          }
          // A second finite verb and nothing that opens a clause for it: either
          // that one has its subject right before it ("said he came"), or this
          // one is no finite verb.
          if (!open && !SubjectBefore(next, group.verb_end)) participle = true;
        }
      }
      if (participle) {
        group.kind = VerbGroup::kParticiple;
        group.passive = true;
      }
    }
    for (VerbGroup& group : out_.groups) {
      if (group.kind == VerbGroup::kParticiple &&
          group.tokens.begin == group.verb) {
        group.passive = true;
      }
    }
  }

  // A noun phrase that begins right behind the verb ends right before `next`.
  bool SubjectBefore(const VerbGroup& next, uint32_t from) const {
    if (from >= next.tokens.begin) return false;
    for (uint32_t t = from; t < next.tokens.begin; ++t) {
      const WordTag tag = out_.tag(t);
      if (tag == WordTag::kPreposition || tag == WordTag::kEither ||
          tag == WordTag::kTo || tag == WordTag::kTime) {
        return false;
      }
    }
    return true;
  }

  const DocumentAnalysis& doc_;
  SentenceSyntax& out_;
};

}  // namespace

void FindVerbGroups(const DocumentAnalysis& doc, SentenceSyntax* out) {
  GroupReader(doc, out).Read();
}

}  // namespace claimcheck
