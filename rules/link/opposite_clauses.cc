#include "rules/link/opposite_clauses.h"

#include <algorithm>

#include "absl/strings/string_view.h"

namespace claimcheck {
namespace {

// The same amount in both: "fell 3.1 percent", "rose 3.1 percent".
bool SameAmount(const DocumentAnalysis& a, Span in_a, const DocumentAnalysis& b,
                Span in_b) {
  for (const QuantityMention& x : a.quantities) {
    if (!in_a.Contains(x.span) || x.value.unit.empty()) continue;
    for (const QuantityMention& y : b.quantities) {
      if (in_b.Contains(y.span) && x.value.unit == y.value.unit &&
          x.value.written == y.value.written) {
        return true;
      }
    }
  }
  return false;
}

// "Will stay on until May".
bool IsForATime(const StoryContext& story, SentenceRef at) {
  const TokenRange tokens = story.sources().Tokens(at);
  const TokenizedText& text = story.document(at.document).text;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (IsOneOf(text.Folded(t), {"until", "till"})) return true;
  }
  return false;
}

}  // namespace

const WordClass* FindOpposite(const DraftWords& words_a, const DraftWord& a,
                              const DraftWords& words_b, const DraftWord& b) {
  if (FindContrast(words_a, a, words_b, b) == nullptr) return nullptr;
  for (const WordClass& x : words_a.Classes(a)) {
    if (!x.either) continue;
    for (const WordClass& y : words_b.Classes(b)) {
      if (x.set == y.set) return &x;
    }
  }
  return nullptr;
}

bool MayExclude(const StoryContext& story, const WordClass& contrast,
                SentenceRef a, Span in_a, SentenceRef b, Span in_b) {
  const absl::string_view set = contrast.entry->id;
  // Prices rise and fall all day.
  if (set == "direction") {
    return SameAmount(story.document(a.document), in_a,
                      story.document(b.document), in_b);
  }
  if (set == "staying" && (IsForATime(story, a) || IsForATime(story, b))) {
    return false;
  }
  // What was closed at one hour may be open at another.
  if (set == "open-close" || set == "outcome" || set == "staying") {
    return story.Day(a.document) == story.Day(b.document);
  }
  return true;
}

bool Excludes(const StoryContext& story, const WordClass& contrast,
              const Clause& left, const Clause& right, int agent, int patient,
              int rest) {
  if (!MayExclude(story, contrast, left.at, left.span, right.at, right.span)) {
    return false;
  }
  const absl::string_view set = contrast.entry->id;
  if (set == "direction") return true;
  // Some are killed and others hurt.
  if (set == "outcome" &&
      (left.patient.count || right.patient.count ||
       left.patient.entity == kNone || right.patient.entity == kNone)) {
    return false;
  }
  // One wins and the other loses.
  if (contrast.entry->HasTag("converse") && agent < 100) return false;
  const bool bare = left.rest.empty() && right.rest.empty();
  return (agent >= 60 && patient >= 60) || rest >= 50 ||
         (bare && std::max(agent, patient) == 100);
}

}  // namespace claimcheck
