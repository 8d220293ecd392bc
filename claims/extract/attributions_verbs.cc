// Verbs: the speaker before or behind, the content behind or before.

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/extract/attributions_candidate.h"
#include "claims/extract/attributions_content.h"
#include "claims/extract/attributions_taker.h"
#include "claims/extract/attributions_work.h"

namespace claimcheck {
namespace {

class Verbs {
 public:
  Verbs(AttributionWork* work, CandidateTaker* taker)
      : w_(*work), c_(work->c), taker_(*taker), bounds_(taker->sentence()) {}

  static const char* RuleOf(const LexEntry& entry) {
    if (entry.HasTag("attitude")) return "attribution.attitude";
    if (entry.HasTag("judgement")) return "attribution.judgement";
    if (entry.cls == Lex::kSayNoun) return "attribution.stand";
    return "attribution.reported";
  }

  bool Verb(const VerbCue& cue) {
    if (cue.passive) return Passive(cue);
    if (cue.finite && Inverted(cue)) return true;
    Candidate candidate;
    candidate.cue = cue;
    candidate.rule = RuleOf(*cue.entry);
    candidate.speaker = w_.SpeakerOf(cue, bounds_.begin);
    if (cue.entry->HasTag("seeming")) return Seeming(&candidate);
    if (candidate.speaker.empty() && cue.group == bounds_.begin) {
      candidate.speaker = LaterSubject(cue.end);
    }
    const Content content = ContentAfter(c_, cue, bounds_.end);
    if (content.form == ContentForm::kNone) {
      return !candidate.speaker.empty() && StatementBefore(&candidate);
    }
    candidate.form = content.form;
    candidate.open = {content.tokens.begin, bounds_.end};
    candidate.usual_end = content.tokens.end;
    if (content.form == ContentForm::kObject) NounWithin(&candidate);
    return Try(&candidate);
  }

  // "Citing a report, Roe said": the subject behind the comma.
  Speaker LaterSubject(uint32_t t) const {
    const uint32_t stop = std::min(bounds_.end, t + 40);
    while (t < stop && c_.Tag(t) != RoleTag::kComma) ++t;
    for (uint32_t v = t + 2; v < stop; ++v) {
      if (HasVerb(v, v + 1)) return SubjectBefore(c_, t + 1, v);
    }
    return Speaker();
  }

  // "voiced fear that ...": what is feared.
  void NounWithin(Candidate* candidate) {
    const uint32_t begin = candidate->open.begin;
    const uint32_t stop = std::min(candidate->usual_end, begin + 4);
    for (uint32_t t = begin; t + 1 < stop; ++t) {
      const LexHit* hit = c_.FindNoun(t);
      if (hit == nullptr || t + hit->tokens >= stop) continue;
      const uint32_t next = t + hit->tokens;
      if (c_.Tag(next) == RoleTag::kThat) {
        candidate->open.begin = next + 1;
        candidate->form = ContentForm::kThat;
      } else if (c_.Tag(next) == RoleTag::kTo) {
        candidate->open.begin = next;
        candidate->form = ContentForm::kInfinitive;
      } else if (c_.Tag(next) == RoleTag::kPreposition) {
        candidate->open.begin = next + 1;
        candidate->form = ContentForm::kPhrase;
      } else {
        continue;
      }
      w_.s.used[t] = 1;
      return;
    }
  }

  // "The dam will hold, said Roe."
  bool Inverted(const VerbCue& cue) {
    if (cue.group != cue.begin || cue.begin <= bounds_.begin + 1) return false;
    const RoleTag before = c_.Tag(cue.begin - 1);
    if (before != RoleTag::kComma && before != RoleTag::kCloseQuote) {
      return false;
    }
    if (!w_.Speaks(*cue.entry) || cue.form == VerbCue::kGerund) return false;
    Candidate candidate;
    candidate.frame = Frame::kInverted;
    candidate.cue = cue;
    candidate.rule = RuleOf(*cue.entry);
    candidate.speaker = PhraseFrom(c_, cue.end, bounds_.end);
    const Speaker& speaker = candidate.speaker;
    if (speaker.empty() || c_.Tag(speaker.tokens.begin) == RoleTag::kNumber) {
      return false;
    }
    uint32_t t = speaker.tokens.end;
    // "..., said Roe, who ...", "said Roe on Monday."
    while (t < bounds_.end && (c_.Tag(t) == RoleTag::kTime ||
                               (c_.Tag(t) == RoleTag::kPreposition &&
                                c_.Tag(t + 1) == RoleTag::kTime))) {
      ++t;
    }
    if (!Over(t)) return false;
    const uint32_t end = before == RoleTag::kComma ? cue.begin - 1 : cue.begin;
    const uint32_t begin = StatementBegin(c_, bounds_.begin, end);
    if (end < begin + 2 || !HasVerb(begin, end)) return false;
    candidate.fixed = {begin, end};
    Behind(&candidate, t);
    return Try(&candidate);
  }

  // What goes on behind ", Roe said," at the comma `over`, if anything does.
  void Behind(Candidate* candidate, uint32_t over) const {
    candidate->may_be_empty = true;
    candidate->open = {over, over};
    candidate->usual_end = over;
    if (c_.Tag(over) != RoleTag::kComma || over + 1 >= bounds_.end) return;
    VerbCue next;
    const bool participle = c_.Has(over + 1, Lex::kSayVerb) &&
                            ReadVerbCue(c_, over + 1, &next) && !next.finite;
    if (participle) return;
    candidate->open = {over + 1, bounds_.end};
    candidate->usual_end =
        candidate->frame == Frame::kInverted
            ? over + 1
            : ClauseEnd(c_, over + 1, bounds_.end, ContentForm::kClause);
  }

  // "The dam will hold, Roe said." and "The dam, Roe said, will hold."
  bool StatementBefore(Candidate* candidate) {
    const VerbCue& cue = candidate->cue;
    if (!cue.finite || !cue.entry->HasTag("clause")) return false;
    if (cue.entry->HasTag("attitude") && !Over(cue.end)) return false;
    uint32_t behind = cue.end;
    while (behind < bounds_.end && (c_.Tag(behind) == RoleTag::kTime ||
                                    c_.Tag(behind) == RoleTag::kAdverb)) {
      ++behind;
    }
    // "..., Roe said in a statement."
    const uint32_t limit = std::min(bounds_.end, behind + 8);
    uint32_t over = behind;
    while (over < limit && !Over(over)) ++over;
    if (!Over(over)) return false;
    uint32_t left = candidate->speaker.left;
    if (left <= bounds_.begin) return false;
    if (c_.Is(left - 1, "as") && left > bounds_.begin + 1) --left;
    const RoleTag before = c_.Tag(left - 1);
    if (before != RoleTag::kComma && before != RoleTag::kCloseQuote &&
        before != RoleTag::kBreak) {
      return false;
    }
    const uint32_t end = left - 1;
    const uint32_t begin = StatementBegin(c_, bounds_.begin, end);
    if (end <= begin) return false;
    candidate->frame = Frame::kBefore;
    candidate->form = ContentForm::kClause;
    candidate->fixed = {begin, end};
    Behind(candidate, over);
    if (before == RoleTag::kCloseQuote) candidate->usual_end = over;
    return Try(candidate);
  }

  // "The dam seems to hold": nobody says so, but somebody must see it.
  bool Seeming(Candidate* candidate) {
    if (candidate->speaker.empty()) return false;
    candidate->frame = Frame::kRaised;
    candidate->fixed = candidate->speaker.tokens;
    candidate->speaker = Speaker();
    return Rest(candidate);
  }
  // The open piece is what follows the cue.
  bool Rest(Candidate* candidate) {
    const uint32_t begin = candidate->cue.end;
    if (Over(begin)) return false;
    candidate->form = c_.Tag(begin) == RoleTag::kTo ? ContentForm::kInfinitive
                                                    : ContentForm::kObject;
    candidate->open = {begin, bounds_.end};
    candidate->usual_end = ClauseEnd(c_, begin, bounds_.end, candidate->form);
    return Try(candidate);
  }

  bool Passive(const VerbCue& cue) {
    Candidate candidate;
    candidate.cue = cue;
    candidate.rule = RuleOf(*cue.entry);
    if (candidate.rule == absl::string_view("attribution.reported")) {
      candidate.rule = "attribution.passive";
    }
    // "by Roe"; "by the ministry on Monday".
    Speaker agent;
    if (c_.Is(cue.end, "by")) agent = PhraseFrom(c_, cue.end + 1, bounds_.end);
    candidate.speaker = agent;
    const bool it = cue.group > bounds_.begin && c_.Is(cue.group - 1, "it");
    const Content content = ContentAfter(c_, cue, bounds_.end);
    if (it && content.form == ContentForm::kThat) {
      candidate.frame = Frame::kItIsSaid;
      candidate.form = content.form;
      candidate.open = {content.tokens.begin, bounds_.end};
      candidate.usual_end = content.tokens.end;
      return Try(&candidate);
    }
    const Speaker subject = SubjectBefore(c_, bounds_.begin, cue.group);
    if (agent.empty() &&
        (content.form == ContentForm::kThat ||
         content.form == ContentForm::kQuestion || AboutAt(cue.end))) {
      // "was told that", "asked about the dam".
      candidate.frame = Frame::kAsked;
      const bool about = AboutAt(cue.end);
      candidate.form = about ? ContentForm::kPhrase : content.form;
      candidate.open = {about ? cue.end + 1 : content.tokens.begin,
                        bounds_.end};
      candidate.usual_end =
          about ? ClauseEnd(c_, cue.end + 1, bounds_.end, ContentForm::kObject)
                : content.tokens.end;
      return candidate.open.begin < bounds_.end && Try(&candidate);
    }
    if (subject.empty()) return false;
    candidate.fixed = subject.tokens;
    if (!agent.empty()) {
      candidate.frame = Frame::kByAgent;
      candidate.form = ContentForm::kNone;
      candidate.may_be_empty = true;
      const uint32_t behind = agent.tokens.end;
      candidate.open = {behind, bounds_.end};
      candidate.usual_end = behind;
      return Try(&candidate);
    }
    candidate.frame = Frame::kRaised;
    return Rest(&candidate);
  }
  bool AboutAt(uint32_t t) const {
    return c_.Is(t, "about") && t + 1 < bounds_.end;
  }

 private:
  bool Try(Candidate* candidate) { return taker_.Try(candidate); }
  bool Over(uint32_t t) const { return taker_.Over(t); }
  bool HasVerb(uint32_t begin, uint32_t end) const {
    return taker_.HasVerb(begin, end);
  }

  AttributionWork& w_;
  const AttributionContext& c_;
  CandidateTaker& taker_;
  const TokenRange& bounds_;
};

}  // namespace

bool TakeVerb(AttributionWork* work, CandidateTaker* taker,
              const VerbCue& cue) {
  return Verbs(work, taker).Verb(cue);
}

}  // namespace claimcheck
