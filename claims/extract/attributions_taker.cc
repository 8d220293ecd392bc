#include "claims/extract/attributions_taker.h"

#include <algorithm>

namespace claimcheck {
namespace {

TokenRange Hull(const Candidate& candidate) {
  const TokenRange a = candidate.fixed, b = candidate.open;
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}
// More than half of all their words are common to both.
bool Alike(TokenRange a, TokenRange b) {
  const uint32_t begin = std::max(a.begin, b.begin);
  const uint32_t end = std::min(a.end, b.end);
  if (begin >= end) return false;
  const uint32_t all = std::max(a.end, b.end) - std::min(a.begin, b.begin);
  return 10 * (end - begin) > 6 * all;
}

}  // namespace

void CandidateTaker::BeginSentence(TokenRange sentence) {
  sentence_ = sentence;
  first_ = static_cast<uint32_t>(w_.doc.attributions.size());
  found_.clear();
}

bool CandidateTaker::HasVerb(uint32_t begin, uint32_t end) const {
  end = std::min(end, begin + 60);
  for (uint32_t t = begin; t < end; ++t) {
    if (c_.Tag(t) == RoleTag::kVerb || c_.Tag(t) == RoleTag::kAuxiliary) {
      return true;
    }
  }
  return false;
}

bool CandidateTaker::Try(Candidate* candidate) {
  if (!Decide(w_, candidate)) return false;
  const VerbCue& cue = candidate->cue;
  const TokenRange content = Hull(*candidate);
  uint32_t same = kNone;
  for (uint32_t n = 0; n < found_.size(); ++n) {
    // What is said inside what is said is no second reading of it.
    if (Alike(found_[n].content, content) &&
        !found_[n].content.Contains(cue.begin)) {
      same = n;
    }
  }
  // "expressed support for": one content, one attribution.
  if (same != kNone && found_[same].score >= candidate->score) return true;
  Attribution& a =
      w_.Add(cue.begin, cue.end, candidate->speaker, candidate->rule);
  if (same == kNone) {
    found_.push_back({content, candidate->score});
  } else {
    found_[same] = {content, candidate->score};
  }
  if (cue.entry != nullptr) a.stance = w_.StanceOf(cue);
  if (cue.entry != nullptr && cue.entry->cls == Lex::kSayPreposition &&
      cue.entry->HasTag("document")) {
    a.kind = AttributionKind::kDocument;
  }
  if (candidate->speaker.empty()) a.kind = AttributionKind::kAnonymous;
  const bool fixed_first = candidate->fixed.begin <= candidate->open.begin;
  for (const bool fixed : {fixed_first, !fixed_first}) {
    const TokenRange piece = fixed ? candidate->fixed : candidate->open;
    w_.AddContent(&a, piece.begin, piece.end);
  }
  if (same != kNone) w_.TakeBack(first_ + same);
  return true;
}

}  // namespace claimcheck
