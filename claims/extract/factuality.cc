#include "claims/extract/factuality.h"

namespace claimcheck {
namespace {

constexpr uint32_t kWould = WordHash("would", 5), kUpon = WordHash("upon", 4),
                   kBy = WordHash("by", 2), kIn = WordHash("in", 2),
                   kOn = WordHash("on", 2), kWithout = WordHash("without", 7),
                   kNo = WordHash("no", 2), kTo = WordHash("to", 2);

// How far before a verb a cue may stand.
constexpr uint32_t kCueReach = 8;

constexpr Lex kCues[] = {Lex::kPlanCue, Lex::kPossibilityCue, Lex::kNegationCue,
                         Lex::kConditionCue};

class StatusReader {
 public:
  StatusReader(const DocumentAnalysis& doc, const SentenceSyntax& syntax)
      : doc_(doc), text_(doc.text), syntax_(syntax) {}

  StatusReading Verb(uint32_t g, int depth = 0) const {
    const VerbGroup& group = syntax_.groups[g];
    StatusReading reading;
    if (group.shares != kNone && depth < 3)
      return Verb(group.shares, depth + 1);
    if (const StatusReading cue = CueBefore(group); !cue.cue.empty()) {
      reading = cue;
    } else {
      switch (group.kind) {
        case VerbGroup::kFinite:
          reading = Modal(group);
          break;
        case VerbGroup::kInfinitive:
          reading = Infinitive(g, depth);
          break;
        case VerbGroup::kGerund:
        case VerbGroup::kParticiple:
          reading = Adjunct(g, depth);
          break;
      }
    }
    if (reading.status == Status::kFact) {
      if (group.negated || NegativeSubject(group)) {
        return {Status::kNegation, text_.SpanOf(group.tokens)};
      }
      if (const StatusReading adverb = AdverbCue(group); !adverb.cue.empty()) {
        return adverb;
      }
    } else if (group.negated && reading.status == Status::kPlan) {
      reading.status = Status::kNegation;  // "will not go"
    }
    const Clause& clause = syntax_.clauses[group.clause];
    if (clause.opener == Clause::kCondition) {
      return {Status::kHypothetical, text_.tokens[clause.opener_end - 1].span};
    }
    return reading;
  }

 private:
  // Of the cue that begins at `token`.
  StatusReading Of(uint32_t token, const LexHit& hit) const {
    const Span span = text_.SpanOf({token, token + hit.tokens});
    switch (hit.cls) {
      case Lex::kPlanCue:
        return {Status::kPlan, span};
      case Lex::kPossibilityCue:
        return {Status::kPossibility, span};
      case Lex::kConditionCue:
        return {Status::kHypothetical, span};
      default:
        return {
            hit.entry->HasTag("denial") ? Status::kDenial : Status::kNegation,
            span};
    }
  }

  // A cue of the lists that ends where the verb begins: "expected to | land",
  // "failed to | land".
  StatusReading CueBefore(const VerbGroup& group) const {
    uint32_t verb = group.verb != kNone ? group.verb : group.tokens.begin;
    while (verb > syntax_.begin && syntax_.tag(verb - 1) == WordTag::kAdverb) {
      --verb;
    }
    for (uint32_t length = 2; length <= 4 && verb >= syntax_.begin + length;
         ++length) {
      const uint32_t at = verb - length;
      if (text_.tokens[verb - 1].word != kTo) break;
      for (const LexHit& hit : doc_.lex.At(at)) {
        if (hit.tokens != length) continue;
        for (Lex cls : kCues) {
          if (hit.cls == cls) return Of(at, hit);
        }
      }
    }
    return {};
  }

  StatusReading Modal(const VerbGroup& group) const {
    if (group.modal == kNone) return {};
    const uint32_t modal = group.modal;
    const Span span = text_.tokens[modal].span;
    if (text_.tokens[modal].word == kWould) {
      // "said he would come" tells of a plan; "that would be" of nothing yet.
      const Clause& clause = syntax_.clauses[group.clause];
      const uint32_t outer = clause.outer;
      const bool reported = (clause.opener == Clause::kBare ||
                             clause.opener == Clause::kSubordinate ||
                             clause.opener == Clause::kShared) &&
                            outer != kNone &&
                            syntax_.clauses[outer].group != kNone &&
                            Reports(syntax_.clauses[outer], group.clause);
      return {reported ? Status::kPlan : Status::kPossibility, span};
    }
    for (const LexHit& hit : doc_.lex.At(modal)) {
      if (hit.cls == Lex::kPlanCue && hit.tokens == 1) {
        return {Status::kPlan, span};
      }
    }
    return {Status::kPossibility, span};
  }

  bool Reports(const Clause& outer, uint32_t) const {
    const VerbGroup& group = syntax_.groups[outer.group];
    if (group.say) return true;
    return group.entry != nullptr && group.entry->id == "announce";
  }

  // "to land": a plan or a purpose, unless what it hangs on is weaker.
  StatusReading Infinitive(uint32_t g, int depth) const {
    const VerbGroup& group = syntax_.groups[g];
    StatusReading reading{Status::kPlan, text_.SpanOf(group.tokens)};
    if (depth < 3 && g > 0) {
      const StatusReading host = Verb(g - 1, depth + 1);
      if (host.status == Status::kNegation || host.status == Status::kDenial ||
          host.status == Status::kHypothetical ||
          host.status == Status::kPossibility) {
        reading.status = host.status;
        reading.cue = host.cue;
      }
    }
    return reading;
  }

  // "arriving in", "by signing": as sure as the verb it hangs on.
  StatusReading Adjunct(uint32_t g, int depth) const {
    const VerbGroup& group = syntax_.groups[g];
    uint32_t before = group.tokens.begin;
    while (before > syntax_.begin &&
           syntax_.tag(before - 1) == WordTag::kAdverb) {
      --before;
    }
    if (group.kind == VerbGroup::kGerund && before > syntax_.begin) {
      const uint32_t t = before - 1;
      const uint32_t word = text_.tokens[t].word;
      if (word == kWithout) {
        return {Status::kNegation, text_.tokens[t].span};
      }
      if (syntax_.tag(t) == WordTag::kPreposition && word != kUpon &&
          word != kBy && word != kIn && word != kOn &&
          !doc_.lex.Find(t, Lex::kPreposition)->entry->HasTag("time") &&
          doc_.lex.Find(t, Lex::kPreposition)->entry->id != "during") {
        // "accused of killing", "thanked for supporting": open.
        return {Status::kPossibility, text_.tokens[t].span};
      }
    }
    if (depth >= 3) return {};
    const uint32_t host = Host(g);
    return host == kNone ? StatusReading() : Verb(host, depth + 1);
  }

  // The group that a verb without a subject hangs on: the one before it in its
  // clause, else the finite one.
  uint32_t Host(uint32_t g) const {
    const uint32_t clause = syntax_.groups[g].clause;
    const uint32_t finite = syntax_.clauses[clause].group;
    const uint32_t begin = syntax_.groups[g].tokens.begin;
    // ", killing", "and injuring" hang on the clause, not on the last word.
    if (finite != kNone && finite < g && begin > syntax_.begin &&
        (syntax_.tag(begin - 1) == WordTag::kComma ||
         syntax_.tag(begin - 1) == WordTag::kCoordinator)) {
      return finite;
    }
    if (g > 0 && syntax_.groups[g - 1].clause == clause) return g - 1;
    if (finite != kNone && finite != g) return finite;
    // A phrase before its clause: "Before flying out, she ..."
    if (g + 1 < syntax_.groups.size()) {
      const VerbGroup& next = syntax_.groups[g + 1];
      if (next.kind == VerbGroup::kFinite) return g + 1;
    }
    return kNone;
  }

  // "likely", "possibly" close before the verb.
  StatusReading AdverbCue(const VerbGroup& group) const {
    const uint32_t verb = group.verb != kNone ? group.verb : group.tokens.begin;
    uint32_t from = group.tokens.begin;
    if (from > syntax_.begin && syntax_.tag(from - 1) == WordTag::kAdverb) {
      --from;
    }
    for (uint32_t t = from; t < verb && t < from + kCueReach; ++t) {
      const LexHit* hit = doc_.lex.Find(t, Lex::kPossibilityCue);
      if (hit != nullptr && !hit->entry->HasTag("modal")) return Of(t, *hit);
    }
    // "feared dead", "presumed killed".
    if (from > syntax_.begin) {
      const LexHit* hit = doc_.lex.Find(from - 1, Lex::kPossibilityCue);
      if (hit != nullptr && hit->tokens == 1 && !hit->entry->HasTag("modal") &&
          !hit->entry->HasTag("adjective")) {
        return Of(from - 1, *hit);
      }
    }
    return {};
  }

  // "No one was hurt", "None of them came".
  bool NegativeSubject(const VerbGroup& group) const {
    if (group.kind != VerbGroup::kFinite) return false;
    const Clause& clause = syntax_.clauses[group.clause];
    const uint32_t first = clause.opener_end;
    if (first >= group.tokens.begin || first >= syntax_.end()) return false;
    const LexHit* hit = doc_.lex.Find(first, Lex::kNegationCue);
    return hit != nullptr && !hit->entry->HasTag("denial");
  }

  const DocumentAnalysis& doc_;
  const TokenizedText& text_;
  const SentenceSyntax& syntax_;
};

}  // namespace

StatusReading ReadVerbStatus(const DocumentAnalysis& doc,
                             const SentenceSyntax& syntax, uint32_t g) {
  return StatusReader(doc, syntax).Verb(g);
}

StatusReading ReadNounStatus(const DocumentAnalysis& doc,
                             const SentenceSyntax& syntax, TokenRange noun,
                             uint32_t phrase_begin, bool definite,
                             uint32_t host) {
  const TokenizedText& text = doc.text;
  // The noun's own adjectives: "an impending visit", "a possible deal", "no
  // meeting".
  for (uint32_t t = phrase_begin; t < noun.begin; ++t) {
    if (const LexHit* hit = doc.lex.Find(t, Lex::kPlanCue);
        hit != nullptr && hit->entry->HasTag("adjective")) {
      return {Status::kPlan, text.tokens[t].span};
    }
    if (text.tokens[t].word == kNo) {
      return {Status::kNegation, text.tokens[t].span};
    }
    if (const LexHit* hit = doc.lex.Find(t, Lex::kPossibilityCue);
        hit != nullptr && hit->entry->HasTag("adjective")) {
      return {Status::kPossibility, text.tokens[t].span};
    }
  }
  if (phrase_begin > syntax.begin &&
      text.tokens[phrase_begin - 1].word == kWithout) {
    return {Status::kNegation, text.tokens[phrase_begin - 1].span};
  }
  if (host == kNone) return {};
  const VerbGroup& group = syntax.groups[host];
  // "denied the attack".
  if (group.verb != kNone && group.verb < noun.begin) {
    for (const LexHit& hit : doc.lex.At(group.verb)) {
      if (hit.cls == Lex::kNegationCue && hit.entry->HasTag("denial")) {
        return {Status::kDenial, text.tokens[group.verb].span};
      }
    }
  }
  // "is scheduled for", "is expected": the verb is the cue.
  for (uint32_t t = group.tokens.begin; t < group.tokens.end; ++t) {
    for (const LexHit& hit : doc.lex.At(t)) {
      if (hit.cls == Lex::kPlanCue &&
          (hit.entry->HasTag("nominal") || hit.entry->HasTag("after-be"))) {
        return {Status::kPlan,
                text.SpanOf({t, t + hit.tokens})};
      }
    }
  }
  const StatusReading reading = ReadVerbStatus(doc, syntax, host);
  // A definite event does not become untrue with the verb beside it.
  if (definite && reading.status == Status::kNegation &&
      group.verb_end <= noun.begin) {
    return {};
  }
  return reading;
}

Instance ReadInstance(const DocumentAnalysis& doc, TokenRange range) {
  Instance found = Instance::kNone;
  for (uint32_t t = range.begin; t < range.end; ++t) {
    for (const LexHit& hit : doc.lex.At(t)) {
      if (hit.cls != Lex::kIdentityCue || t + hit.tokens > range.end) continue;
      if (hit.entry->id == "first") return Instance::kFirst;
      if (hit.entry->id == "last") return Instance::kLast;
      if (hit.entry->id == "next") return Instance::kNext;
      found = Instance::kOther;
    }
  }
  return found;
}

}  // namespace claimcheck
