#include "rules/engine/rule_steps.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "claims/text/tokens.h"
#include "claims/value/truth.h"
#include "rules/engine/conditions.h"
#include "rules/link/text_flaws.h"
#include "rules/engine/link_step.h"
#include "rules/engine/selection.h"

namespace claimcheck {

v1::Step ExplainClaim(const RuleSet& rules, const CompiledRule& rule,
                      const Corpus& corpus, ClaimRef claim) {
  v1::Step step;
  step.set_path(rule.id());
  step.set_text(absl::StrCat("“", corpus.Text(claim), "”"));
  v1::Step* selection = step.add_parts();
  const bool selected = Selects(rule.left, corpus, claim);
  DescribeSelection(selected, selection);
  Truth truth = Truth::kUnknown;
  if (rule.rule->has_claim() || rule.rule->has_passage()) {
    RuleSides sides;
    sides.corpus = &corpus;
    sides.left = sides.right = claim;
    EvaluationScratch scratch(rules.patterns());
    truth = ProveCondition(rule.when, sides, &scratch, step.add_parts());
  }
  step.set_truth(ToStep(And(FromBool(selected), truth)));
  return step;
}

v1::Step ExplainDetail(const RuleSet& rules, const CompiledRule& rule,
                       const Corpus& corpus, const Detail& detail) {
  v1::Step step;
  step.set_path(rule.id());
  step.set_text(absl::StrCat(
      "“", corpus.document(detail.document).text.Text(detail.span), "”"));
  const bool taken = Takes(rule, corpus, detail);
  DescribeSelection(taken, step.add_parts());
  RuleSides sides;
  sides.corpus = &corpus;
  sides.detail = &detail;
  EvaluationScratch scratch(rules.patterns());
  const Truth truth =
      ProveCondition(rule.when, sides, &scratch, step.add_parts());
  step.set_truth(ToStep(And(FromBool(taken), truth)));
  return step;
}

std::vector<v1::Step> ExplainSentences(const RuleSet& rules,
                                       const CompiledRule& rule,
                                       const Corpus& corpus,
                                       uint32_t document) {
  const std::vector<TextFlaw> flaws = FindTextFlaws(corpus.document(document));
  EvaluationScratch scratch(rules.patterns());
  std::vector<v1::Step> steps;
  ForEachSentence(rule, corpus, flaws, document, [&](SentencePlace place) {
    RuleSides sides;
    sides.corpus = &corpus;
    sides.place = &place;
    const TokenizedText& text = corpus.document(document).text;
    v1::Step step;
    step.set_path(rule.id());
    step.set_text(absl::StrCat(
        "“", text.Text(text.sentences[place.sentence].span), "”"));
    step.set_truth(
        ToStep(ProveCondition(rule.when, sides, &scratch, step.add_parts())));
    steps.push_back(std::move(step));
  });
  return steps;
}

v1::Step ExplainPair(const RuleSet& rules, const CompiledRule& rule,
                     const Corpus& corpus, const ClaimLink& link) {
  v1::Step best;
  for (const bool mirrored : {false, true}) {
    RuleSides sides;
    sides.corpus = &corpus;
    sides.left = mirrored ? link.right : link.left;
    sides.right = mirrored ? link.left : link.right;
    sides.link = &link;
    EvaluationScratch scratch(rules.patterns());
    v1::Step step;
    step.set_path(rule.id());
    step.set_text(rule.rule->title());
    v1::Step* selection = step.add_parts();
    const bool selected = Selects(rule.left, corpus, sides.left) &&
                          Selects(rule.right, corpus, sides.right);
    DescribeSelection(selected, selection);
    v1::Step* linked = step.add_parts();
    DescribeLink(link, LeastScore(rule), linked);
    if (static_cast<int>(link.kind) != static_cast<int>(rule.link) &&
        link.veto == nullptr) {
      linked->set_truth(v1::Step::NO);
      linked->set_text(absl::StrCat("a link of another kind than ",
                                    v1::Link::Kind_Name(rule.link)));
    }
    const Truth truth =
        ProveCondition(rule.when, sides, &scratch, step.add_parts());
    step.set_truth(
        ToStep(And(FromBool(selected && linked->truth() == v1::Step::YES),
                   truth)));
    const auto rank = [](const v1::Step& s) {
      return s.truth() == v1::Step::YES ? 2 : s.truth() == v1::Step::UNKNOWN;
    };
    if (!mirrored || rank(step) > rank(best)) best = std::move(step);
    if (rule.rule->pair().ordered()) break;
  }
  return best;
}

}  // namespace claimcheck
