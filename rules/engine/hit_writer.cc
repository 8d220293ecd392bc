#include "rules/engine/hit_writer.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"
#include "rules/engine/link_step.h"
#include "rules/engine/message_fill.h"

namespace claimcheck {
namespace {

// Which conditions may be a reason.
enum class Reasons {
  kDeciding,   // those that compare values
  kComparing,  // those that hold one side against the other
  kAll,
};

bool MayBeReason(const ConditionTraits& traits, Reasons wanted) {
  switch (wanted) {
    case Reasons::kDeciding: return traits.decides;
    case Reasons::kComparing:
      return traits.scope == ConditionScope::kBothSides &&
             traits.kind != v1::Condition::kDocuments;
    case Reasons::kAll: return true;
  }
  return true;
}

// Of the outcomes of a condition, the texts of those that may be a reason and
// carried the verdict.
void CollectReasons(const ConditionNode& node, const v1::Step& step,
                    Reasons wanted, std::vector<std::string>* reasons) {
  if (node.children.empty()) {
    if (MayBeReason(*node.traits, wanted) &&
        step.truth() != v1::Step::UNKNOWN && !step.text().empty() &&
        std::find(reasons->begin(), reasons->end(), step.text()) ==
            reasons->end()) {
      reasons->push_back(step.text());
    }
    return;
  }
  const bool any = node.traits->kind == v1::Condition::kAny;
  for (size_t i = 0; i < node.children.size(); ++i) {
    const v1::Step& part = step.parts(static_cast<int>(i));
    if (any && part.truth() != step.truth()) continue;
    CollectReasons(node.children[i], part, wanted, reasons);
  }
}

std::string Reason(const ConditionNode& node, const v1::Step& step) {
  std::vector<std::string> reasons;
  for (Reasons wanted :
       {Reasons::kDeciding, Reasons::kComparing, Reasons::kAll}) {
    if (reasons.empty()) CollectReasons(node, step, wanted, &reasons);
  }
  std::string why;
  for (const std::string& reason : reasons) {
    absl::StrAppend(&why, why.empty() ? "" : "; ", reason);
  }
  return why;
}

void StartProof(const CompiledRule& rule, v1::Step* proof) {
  proof->set_path(rule.id());
  proof->set_truth(v1::Step::YES);
  proof->set_text(rule.rule->title());
}

}  // namespace

uint32_t LeastScore(const CompiledRule& rule) {
  return rule.least_score == 0 ? static_cast<uint32_t>(kLinkThreshold)
                               : rule.least_score;
}

void DescribeLink(const ClaimLink& link, uint32_t least_score, v1::Step* step) {
  step->set_path("link");
  if (link.veto != nullptr) {
    step->set_truth(v1::Step::NO);
    step->set_text(absl::StrCat("not one thing: ", link.veto));
    return;
  }
  step->set_truth(link.score >= static_cast<int>(least_score) ? v1::Step::YES
                                                              : v1::Step::NO);
  const char* kind = link.kind == LinkKind::kEvent       ? "event"
                     : link.kind == LinkKind::kMeasure   ? "measure"
                     : link.kind == LinkKind::kEntity    ? "person or thing"
                     : link.kind == LinkKind::kQuotation ? "quotation"
                                                         : "statement";
  step->set_text(absl::StrCat("one ", kind, " with ", link.score, " of 100; ",
                              least_score, " are needed"));
  for (const LinkPart& part : link.parts) {
    v1::Step* out = step->add_parts();
    out->set_path(absl::StrCat("link.", part.NameText()));
    out->set_truth(part.value > 0 ? v1::Step::YES : v1::Step::NO);
    out->set_text(absl::StrCat(part.NameText(), ": ", part.value, " of 100, weighs ",
                               part.weight));
  }
}

HitText HitWriter::Write(const RuleHit& hit) {
  const CompiledRule& rule = *rules_.Find(hit.rule->id());
  if (hit.rule->has_support()) return WriteSupport(rule, hit);
  RuleSides sides;
  sides.corpus = &corpus_;
  sides.detail = hit.detail.get();
  sides.link = hit.link;
  if (!hit.claims.empty()) {
    sides.left = hit.claims.front();
    sides.right = hit.claims.back();
  }
  SentencePlace place;
  if (hit.sentence != nullptr) {
    place.document = hit.sentence->document;
    place.sentence = hit.sentence->sentence;
    place.flaws = hit.sentence->flaws;
    sides.place = &place;
  }
  HitText out;
  v1::Step condition;
  scratch_.context.clear();
  scratch_.flaws.clear();
  ProveCondition(rule.when, sides, &scratch_, &condition);
  out.why = Reason(rule.when, condition);
  out.context = scratch_.context;
  if (hit.sentence != nullptr) {
    place.decisive = hit.sentence->span;
    place.other = hit.sentence->other;
  }
  out.message = FillMessage(rule.message, sides);
  if (trace_) {
    StartProof(rule, &out.proof);
    if (hit.link != nullptr) {
      DescribeLink(*hit.link, LeastScore(rule), out.proof.add_parts());
    }
    *out.proof.add_parts() = std::move(condition);
  }
  return out;
}

ShownSpans HitWriter::Shown(const RuleHit& hit) const {
  const ParsedMessage& message = rules_.Find(hit.rule->id())->message;
  return {ShownSpan(message, *hit.detail, /*right=*/false),
          ShownSpan(message, *hit.detail, /*right=*/true)};
}

HitText HitWriter::WriteSupport(const CompiledRule& rule, const RuleHit& hit) {
  const ClaimRef claim = hit.claims[0];
  RuleSides sides;
  sides.corpus = &corpus_;
  sides.left = sides.right = claim;
  std::vector<uint32_t> voices;  // the origins of what supports it
  for (size_t i = 1; i < hit.claims.size(); ++i) {
    voices.push_back(corpus_.Origin(hit.claims[i].document));
  }
  std::sort(voices.begin(), voices.end());
  const size_t sure =
      std::unique(voices.begin(), voices.end()) - voices.begin();
  const v1::SupportRule& support = rule.rule->support();
  HitText out;
  out.why = absl::StrCat(
      sure == 0 ? "no" : absl::StrCat(sure), " independent ",
      sure <= 1 ? "document supports it" : "documents support it");
  if (support.corroborated_by() == 0 && support.at_least() > 1) {
    absl::StrAppend(&out.why, "; ", support.at_least(), " are needed");
  }
  if (trace_) {
    StartProof(rule, &out.proof);
    out.proof.set_text(out.why);
  }
  // The message speaks of the first claim that supports it.
  RuleSides first = sides;
  for (const ClaimLink* link : hit.evidence) {
    sides.right = link->left == claim ? link->right : link->left;
    sides.link = link;
    if (first.link == nullptr && hit.claims.size() > 1 &&
        sides.right == hit.claims[1]) {
      first = sides;
    }
    if (!trace_) continue;
    v1::Step* step = out.proof.add_parts();
    step->set_path("support.evidence");
    step->set_text(absl::StrCat("“", corpus_.Text(sides.right), "” in ",
                                corpus_.document(sides.right.document).id));
    DescribeLink(*link, LeastScore(rule), step->add_parts());
    step->set_truth(ToStep(
        ProveCondition(rule.when, sides, &scratch_, step->add_parts())));
  }
  out.message = FillMessage(rule.message, first);
  return out;
}

}  // namespace claimcheck
