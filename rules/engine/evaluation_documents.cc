// Rules that look at each document alone: on claims, passages or sentences.

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "rules/engine/evaluation.h"
#include "rules/link/text_flaws.h"

namespace claimcheck {
namespace {

using v1::Finding;
using v1::Rule;

bool LooksAtOneDocument(const CompiledRule& rule) {
  const auto body = rule.rule->body_case();
  return body != Rule::kPair && body != Rule::kSupport &&
         body != Rule::kDetail;
}

}  // namespace

std::vector<Evaluation::OneRun> Evaluation::RunOnDocuments(
    absl::Span<const CompiledRule* const> rules) {
  constexpr uint32_t kAtOnce = 16;
  std::vector<OneRun> runs;
  for (const CompiledRule* rule : rules) {
    if (!LooksAtOneDocument(*rule)) continue;
    runs.emplace_back();
    runs.back().rule = rule;
    runs.back().count.set_rule_id(rule->id());
  }
  for (uint32_t begin = 0; begin < corpus_.size(); begin += kAtOnce) {
    const uint32_t end = std::min(begin + kAtOnce, corpus_.size());
    flaws_.clear();
    for (OneRun& run : runs) {
      into_ = &run.hits;
      count_ = &run.count;
      if (run.rule->rule->body_case() == Rule::kSentence) {
        RunSentences(*run.rule, begin, end);
      } else {
        RunOne(*run.rule, end, &run.next);
      }
    }
  }
  return runs;
}

void Evaluation::RunOne(const CompiledRule& rule, uint32_t end, size_t* next) {
  const std::vector<ClaimRef>& claims = ClaimsOfKinds(rule.left);
  for (; *next < claims.size() && claims[*next].document < end; ++*next) {
    const ClaimRef ref = claims[*next];
    if (!Selects(rule.left, corpus_, ref)) continue;
    const RuleSides sides = Sides(ref, ref, nullptr);
    const Truth truth = EvaluateCondition(rule.when, sides, &scratch_);
    Count(truth);
    if (truth == Truth::kYes) {
      AddHit(rule, Finding::SELF_INCONSISTENT).claims.push_back(ref);
    }
  }
}

void Evaluation::RunSentences(const CompiledRule& rule, uint32_t begin,
                              uint32_t end) {
  if (flaws_.empty()) {
    for (uint32_t d = begin; d < end; ++d) {
      flaws_.push_back(FindTextFlaws(corpus_.document(d)));
    }
  }
  for (uint32_t d = begin; d < end; ++d) {
    if (check_ && !corpus_.document(d).checked) continue;
    const std::vector<TextFlaw>& flaws = flaws_[d - begin];
    ForEachSentence(rule, corpus_, flaws, d, [&](SentencePlace place) {
      RuleSides sides;
      sides.corpus = &corpus_;
      sides.place = &place;
      scratch_.flaws.clear();
      const Truth truth = EvaluateCondition(rule.when, sides, &scratch_);
      Count(truth);
      if (truth == Truth::kYes) AddSentenceHits(rule, place);
    });
  }
}

void Evaluation::AddSentenceHits(const CompiledRule& rule,
                                 const SentencePlace& place) {
  RuleSides sides;
  sides.corpus = &corpus_;
  sides.place = &place;
  // Visits all conditions, where an evaluation stops at the first that is
  // enough.
  v1::Step condition;
  scratch_.flaws.clear();
  ProveCondition(rule.when, sides, &scratch_, &condition);
  std::vector<TextFlaw> flaws = scratch_.flaws;
  if (flaws.empty()) flaws.emplace_back();
  for (const TextFlaw& flaw : flaws) {
    SentenceHit words;
    words.document = place.document;
    words.sentence = place.sentence;
    words.span = flaw.kind != FlawKind::kNone
                     ? flaw.span
                     : corpus_.document(place.document)
                           .text.sentences[place.sentence]
                           .span;
    words.other = flaw.other;
    words.flaws.assign(place.flaws.begin(), place.flaws.end());
    AddHit(rule, Finding::HYGIENE).sentence =
        std::make_shared<const SentenceHit>(std::move(words));
  }
}

}  // namespace claimcheck
