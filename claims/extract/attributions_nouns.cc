// Cues that are no verbs: "according to", "reportedly", "the claim that", and
// sentences whose form says who speaks.

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/extract/attributions_candidate.h"
#include "claims/extract/attributions_content.h"
#include "claims/extract/attributions_taker.h"
#include "claims/extract/attributions_work.h"

namespace claimcheck {
namespace {

constexpr uint32_t kIn = WordHash("in", 2);

class Nouns {
 public:
  Nouns(AttributionWork* work, CandidateTaker* taker)
      : c_(work->c), taker_(*taker), bounds_(taker->sentence()) {}

  // "The dam reportedly holds."
  void Adverb(uint32_t t, const LexHit& hit) {
    Candidate candidate;
    candidate.frame = Frame::kAdverb;
    candidate.rule = "attribution.hearsay";
    candidate.cue.begin = candidate.cue.group = t;
    candidate.cue.end = t + hit.tokens;
    candidate.cue.entry = hit.entry;
    uint32_t begin = t;
    while (begin > bounds_.begin && !IsPunctuation(c_.Tag(begin - 1)) &&
           c_.Tag(begin - 1) != RoleTag::kThat &&
           c_.Tag(begin - 1) != RoleTag::kCoordinator &&
           c_.Tag(begin - 1) != RoleTag::kSubordinator) {
      --begin;
    }
    candidate.fixed = {begin, t};
    candidate.open = {candidate.cue.end, bounds_.end};
    if (candidate.open.empty()) return;
    candidate.usual_end =
        ClauseEnd(c_, candidate.open.begin, bounds_.end, ContentForm::kClause);
    Try(&candidate);
  }

  // "In a letter to the mayor, the ministry ...": what stands in a document.
  void InDocument() {
    const TokenRange sentence = bounds_;
    if (sentence.size() < 4 ||
        c_.text().tokens[sentence.begin].word != kIn) {
      return;
    }
    const uint32_t stop = std::min(sentence.end, sentence.begin + 20);
    uint32_t comma = sentence.begin + 1;
    bool document = false;
    for (; comma < stop && c_.Tag(comma) != RoleTag::kComma; ++comma) {
      if (c_.Tag(comma) == RoleTag::kVerb) return;
      document |=
          c_.Has(comma, Lex::kDocumentNoun) || c_.FindNoun(comma) != nullptr;
    }
    if (!document || comma >= stop) return;
    Candidate candidate;
    candidate.frame = Frame::kSource;
    candidate.rule = "attribution.in_document";
    candidate.cue.begin = candidate.cue.group = sentence.begin;
    candidate.cue.end = sentence.begin + 1;
    candidate.speaker = PhraseFrom(c_, sentence.begin + 1, comma);
    if (candidate.speaker.empty()) return;
    candidate.open = {comma + 1, sentence.end};
    candidate.usual_end =
        ClauseEnd(c_, comma + 1, sentence.end, ContentForm::kClause);
    if (!candidate.open.empty()) Try(&candidate);
  }

  // "Roe: The dam is safe."
  void Colon() {
    const uint32_t stop = std::min(bounds_.end, bounds_.begin + 8);
    if (!MayHaveColon(bounds_.begin, stop)) return;
    uint32_t colon = bounds_.begin;
    while (colon < stop && c_.Tag(colon) != RoleTag::kColon) {
      if (HasVerb(colon, colon + 1) || IsPunctuation(c_.Tag(colon))) return;
      ++colon;
    }
    if (colon >= stop || colon == bounds_.begin || colon + 2 >= bounds_.end ||
        c_.Tag(colon + 1) == RoleTag::kOpenQuote) {
      return;
    }
    Candidate candidate;
    candidate.frame = Frame::kColon;
    candidate.rule = "attribution.colon";
    candidate.cue.begin = candidate.cue.group = colon;
    candidate.cue.end = colon + 1;
    candidate.speaker = PhraseFrom(c_, bounds_.begin, colon);
    if (candidate.speaker.tokens.end != colon) return;
    candidate.open = {colon + 1, bounds_.end};
    candidate.usual_end = bounds_.end;
    Try(&candidate);
  }

  // "According to Roe, ...", "..., according to the ministry".
  void Preposition(uint32_t t, uint32_t end, const LexEntry* entry) {
    Candidate candidate;
    candidate.frame = Frame::kSource;
    candidate.rule = "attribution.according_to";
    candidate.cue.begin = candidate.cue.group = t;
    candidate.cue.end = end;
    candidate.cue.entry = entry;
    candidate.speaker = PhraseFrom(c_, end, bounds_.end);
    const Speaker& speaker = candidate.speaker;
    if (speaker.empty()) return;
    const bool comma = t > bounds_.begin && c_.Tag(t - 1) == RoleTag::kComma;
    const uint32_t first = StatementBegin(c_, bounds_.begin, t);
    candidate.fixed = {first, comma ? t - 1 : t};
    const TokenRange left = candidate.fixed;
    candidate.may_be_empty = !left.empty();
    // What goes on behind the speaker and his office.
    uint32_t over = speaker.tokens.end;
    while (over < bounds_.end && !Over(over)) ++over;
    candidate.open = {over, over};
    candidate.usual_end = over;
    if (c_.Tag(over) == RoleTag::kComma && (left.empty() || comma)) {
      uint32_t begin = over + 1;
      for (int n = 0; n < 2; ++n) {
        uint32_t next = begin;
        while (next < bounds_.end && next < begin + 20 &&
               c_.Tag(next) != RoleTag::kComma && !HasVerb(next, next + 1)) {
          ++next;
        }
        if (next >= bounds_.end || c_.Tag(next) != RoleTag::kComma) break;
        begin = next + 1;  // ", a teacher in Rome,"
      }
      candidate.open = {begin, bounds_.end};
      candidate.usual_end =
          ClauseEnd(c_, begin, bounds_.end, ContentForm::kClause);
      if (!left.empty() && !HasVerb(begin, candidate.usual_end)) {
        candidate.usual_end = begin;
      }
    }
    if (left.empty() && candidate.open.empty()) return;
    Try(&candidate);
  }

  // "Roe's claim that ...", "a promise to ...", "criticism of ...".
  void Noun(uint32_t t) {
    const LexHit* hit = c_.FindNoun(t);
    if (hit == nullptr) return;
    const uint32_t next = t + hit->tokens;
    if (next + 1 >= bounds_.end) return;
    Candidate candidate;
    candidate.frame = Frame::kNoun;
    candidate.rule =
        hit->entry->HasTag("attitude") || hit->entry->HasTag("stand")
            ? "attribution.attitude_noun"
            : "attribution.noun";
    candidate.cue.begin = candidate.cue.group = t;
    candidate.cue.end = next;
    candidate.cue.entry = hit->entry;
    uint32_t begin = next;
    switch (c_.Tag(next)) {
      case RoleTag::kThat:
        candidate.form = ContentForm::kThat;
        begin = next + 1;
        break;
      case RoleTag::kTo:
        candidate.form = ContentForm::kInfinitive;
        break;
      case RoleTag::kPreposition:
        candidate.form = ContentForm::kPhrase;
        candidate.rule = "attribution.attitude_noun";
        begin = next + 1;
        break;
      default:
        return;
    }
    candidate.speaker = Possessor(t);
    if (candidate.speaker.empty() &&
        (c_.Is(next, "by") || c_.Is(next, "from"))) {
      // "calls from Roe to close the dam"
      candidate.speaker = PhraseFrom(c_, next + 1, bounds_.end);
      if (candidate.speaker.empty()) return;
      begin = candidate.speaker.tokens.end;
      if (c_.Tag(begin) == RoleTag::kThat) ++begin;
      if (begin >= bounds_.end) return;
    }
    if (candidate.speaker.empty()) candidate.speaker = Subject(t);
    candidate.open = {begin, bounds_.end};
    candidate.usual_end =
        ClauseEnd(c_, begin, bounds_.end,
                  candidate.form == ContentForm::kThat ? ContentForm::kThat
                                                       : ContentForm::kObject);
    Try(&candidate);
  }
  // The subject of the verb that the noun at `t` is the object of.
  Speaker Subject(uint32_t t) const {
    uint32_t v = t;
    for (int n = 0; n < 4 && v > bounds_.begin; ++n) {
      --v;
      if (c_.Tag(v) == RoleTag::kVerb) break;
      if (c_.Tag(v) != RoleTag::kWord && c_.Tag(v) != RoleTag::kDeterminer &&
          c_.Tag(v) != RoleTag::kAdverb) {
        return Speaker();
      }
    }
    if (c_.Tag(v) != RoleTag::kVerb) return Speaker();
    while (v > bounds_.begin && (c_.Tag(v - 1) == RoleTag::kAuxiliary ||
                                 c_.Tag(v - 1) == RoleTag::kAdverb)) {
      --v;
    }
    return SubjectBefore(c_, bounds_.begin, v);
  }
  // "Roe" of "Roe's repeated claim", "his" of "his claim".
  Speaker Possessor(uint32_t noun) const {
    uint32_t t = noun;
    for (int n = 0; n < 4 && t > bounds_.begin; ++n) {
      --t;
      const RoleTag tag = c_.Tag(t);
      if (tag == RoleTag::kPossessive) {
        Speaker speaker;
        speaker.tokens = speaker.head = {t, t + 1};
        speaker.left = t;
        return speaker;
      }
      if (tag == RoleTag::kClitic) return SubjectBefore(c_, bounds_.begin, t);
      if (tag != RoleTag::kWord && tag != RoleTag::kAdverb) break;
    }
    return Speaker();
  }

 private:
  // Most sentences need no tags to tell that they have none.
  bool MayHaveColon(uint32_t begin, uint32_t end) const {
    for (uint32_t t = begin; t < end; ++t) {
      const Token& token = c_.text().tokens[t];
      if (token.mark == ':' ||
          (token.kind == TokenKind::kPunctuation && token.mark == '\0')) {
        return true;
      }
    }
    return false;
  }

  bool Try(Candidate* candidate) { return taker_.Try(candidate); }
  bool Over(uint32_t t) const { return taker_.Over(t); }
  bool HasVerb(uint32_t begin, uint32_t end) const {
    return taker_.HasVerb(begin, end);
  }

  const AttributionContext& c_;
  CandidateTaker& taker_;
  const TokenRange& bounds_;
};

}  // namespace

void TakePreposition(AttributionWork* work, CandidateTaker* taker, uint32_t t) {
  const LexHit* hit = work->c.Find(t, Lex::kSayPreposition);
  if (hit->entry->HasTag("adverb")) {
    Nouns(work, taker).Adverb(t, *hit);
  } else {
    Nouns(work, taker).Preposition(t, t + hit->tokens, hit->entry);
  }
}

void TakeNoun(AttributionWork* work, CandidateTaker* taker, uint32_t t) {
  Nouns(work, taker).Noun(t);
}

void TakeSentence(AttributionWork* work, CandidateTaker* taker) {
  Nouns nouns(work, taker);
  nouns.InDocument();
  nouns.Colon();
}

}  // namespace claimcheck
