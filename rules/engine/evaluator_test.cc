#include "rules/engine/evaluator.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/substitute.h"
#include "gtest/gtest.h"
#include "rules/engine/fake_document.h"
#include "rules/engine/hit_writer.h"
#include "rules/engine/rule_steps.h"

namespace claimcheck {
namespace {

using v1::Finding;

// Rules with this body and message; the id is test.N.
std::shared_ptr<const RuleSet> Rules(
    const std::vector<std::string>& bodies,
    absl::string_view message = "{left.value}") {
  RuleSources sources;
  for (size_t i = 0; i < bodies.size(); ++i) {
    sources.AddText(
        "test.textproto",
        absl::Substitute(
            R"(id: "test.$0" title: "A test" rationale: "r" severity: ERROR
               stage: STABLE message: "$1" $2
               examples { name: "a" expect: FIRES texts { text: "[[x]]" } }
               examples { name: "b" expect: SILENT texts { text: "y" } })",
            i, message, bodies[i]),
        "");
  }
  LoadResult loaded = std::move(sources).Finish();
  EXPECT_TRUE(loaded.ok()) << loaded.Describe();
  return loaded.rules;
}

constexpr char kDisjointTimes[] =
    "pair { link: EVENT when { times { relation: DISJOINT } } }";

// Documents "d0", "d1" ..., each with one arrival on a day of June 2024.
class Arrivals {
 public:
  void Add(int day, const std::string& derived_from = "") {
    const std::string id = absl::StrCat("d", documents_.size());
    const std::string date = absl::StrCat(day, " June 2024");
    documents_.push_back(std::make_unique<FakeDocument>(
        id, absl::StrCat("Mara Lindt arrived in Nairobi on ", date, ".")));
    FakeDocument& d = *documents_.back();
    d.doc().derived_from = derived_from;
    const uint32_t who =
        d.AddName("Mara Lindt", NameType::kPerson, "mara lindt");
    const uint32_t where = d.AddName("Nairobi", NameType::kPlace, "nairobi");
    const uint32_t when = d.AddDay(date, 2024, 6, day);
    Event& event = d.AddEvent("arrived", "arrive");
    event.agents = {who};
    event.places = {where};
    event.times = {when};
    ClaimRecord& claim = d.AddClaim("arrival", ClaimKind::kEventTime, date);
    claim.event = 0;
    claim.time = when;
    claim.place = where;
  }
  FakeDocument& at(size_t i) { return *documents_[i]; }

  Corpus Make() {
    std::vector<const DocumentAnalysis*> analyses;
    for (const auto& d : documents_) analyses.push_back(&d->doc());
    return Corpus(analyses);
  }

  // Every pair, linked as one event.
  std::vector<ClaimLink> Links(int score = 80) const {
    std::vector<ClaimLink> links;
    for (uint32_t a = 0; a < documents_.size(); ++a) {
      for (uint32_t b = a + 1; b < documents_.size(); ++b) {
        ClaimLink link;
        link.left = {a, 0};
        link.right = {b, 0};
        link.kind = LinkKind::kEvent;
        link.score = score;
        LinkPart part;
        part.name = LinkPart::kPredicate;
        part.value = static_cast<int16_t>(score);
        part.weight = 100;
        link.parts.push_back(part);
        links.push_back(link);
      }
    }
    return links;
  }

 private:
  std::vector<std::unique_ptr<FakeDocument>> documents_;
};

// "test.0 d0+d1" for each hit.
std::string Summary(const Corpus& corpus, const std::vector<RuleHit>& hits) {
  return absl::StrJoin(hits, ", ", [&](std::string* out, const RuleHit& hit) {
    absl::StrAppend(
        out, hit.rule->id(), " ",
        absl::StrJoin(hit.claims, "+", [&](std::string* o, ClaimRef ref) {
          absl::StrAppend(o, corpus.document(ref.document).id);
        }));
  });
}

std::string Fires(Arrivals& arrivals, const std::vector<std::string>& bodies,
                  const EvaluateOptions& options = {}, int score = 80) {
  const Corpus corpus = arrivals.Make();
  const std::vector<ClaimLink> links = arrivals.Links(score);
  const auto rules = Rules(bodies);
  return Summary(corpus, Evaluate(*rules, corpus, links, options));
}

EvaluateOptions CheckMode() {
  EvaluateOptions options;
  options.choice.mode = RuleChoice::Mode::kCheck;
  return options;
}

TEST(Pair, FiresOnceForTwoClaimsThatDiffer) {
  Arrivals a;
  for (int day : {18, 19, 18}) a.Add(day);
  const Corpus corpus = a.Make();
  const std::vector<ClaimLink> links = a.Links();
  const auto rules = Rules({kDisjointTimes},
                           "{left.value}/{right.value} in "
                           "{right.document}");
  RuleCounts counts;
  const std::vector<RuleHit> hits =
      Evaluate(*rules, corpus, links, {}, &counts);
  EXPECT_EQ(Summary(corpus, hits), "test.0 d0+d1, test.0 d1+d2");
  EXPECT_EQ(hits[0].kind, Finding::CONTRADICTION);
  EXPECT_EQ(hits[0].link, &links[0]);
  const HitText text = HitWriter(*rules, corpus).Write(hits[0]);
  EXPECT_EQ(text.message, "18 June 2024/19 June 2024 in d1");
  EXPECT_EQ(text.why, "18 June 2024 and 19 June 2024 lie apart");
  EXPECT_EQ(text.proof.ByteSizeLong(), 0) << "not asked for";
  ASSERT_EQ(counts.rules.size(), 1);
  EXPECT_EQ(counts.rules[0].rule_id(), "test.0");
  EXPECT_EQ(counts.rules[0].yes(), 2);
  EXPECT_EQ(counts.rules[0].no(), 1);
  EXPECT_EQ(counts.rules[0].unknown(), 0);
  EXPECT_EQ(counts.undecided, 0);
}

TEST(Pair, NeedsALinkOfItsKindThatIsStrongEnough) {
  Arrivals a;
  a.Add(18);
  a.Add(19);
  const std::string least =
      "pair { link: EVENT least_score: 90 when { times { relation: DISJOINT } "
      "} }";
  EXPECT_EQ(Fires(a, {kDisjointTimes}, {}, kLinkThreshold), "test.0 d0+d1");
  EXPECT_EQ(Fires(a, {kDisjointTimes}, {}, kLinkThreshold - 1), "");
  EXPECT_EQ(Fires(a, {least}, {}, 89), "");
  EXPECT_EQ(Fires(a, {least}, {}, 90), "test.0 d0+d1");
  EXPECT_EQ(
      Fires(a, {"pair { link: MEASURE when { times { relation: DISJOINT } "
                "} }"}),
      "");
  const Corpus corpus = a.Make();
  std::vector<ClaimLink> links = a.Links();
  links[0].veto = "another event";
  EXPECT_TRUE(Evaluate(*Rules({kDisjointTimes}), corpus, links).empty());
}

TEST(Pair, SeesBothWaysRoundUnlessOrdered) {
  Arrivals a;
  a.Add(18);
  a.Add(19);
  a.at(1).doc().claims[0].status = Status::kPlan;
  const std::string left_is_a_plan =
      "pair { link: EVENT $0 when { all { of { factuality { side: LEFT status: "
      "PLAN } } of { times { relation: DISJOINT } } } } }";
  EXPECT_EQ(Fires(a, {absl::Substitute(left_is_a_plan, "")}), "test.0 d1+d0");
  EXPECT_EQ(Fires(a, {absl::Substitute(left_is_a_plan, "ordered: true")}), "");
}

TEST(Pair, SelectorsTakeKindsRolesZonesAndSources) {
  Arrivals a;
  a.Add(18);
  a.Add(19);
  const auto with_left = [&](const std::string& selector) {
    return Fires(a,
                 {absl::Substitute("pair { left { $0 } link: EVENT when { "
                                   "times { relation: DISJOINT } } }",
                                   selector)},
                 CheckMode());
  };
  EXPECT_EQ(with_left("kind: [EVENT_TIME, QUANTITY]"), "test.0 d0+d1");
  EXPECT_EQ(with_left("kind: EVENT_PLACE"), "");
  EXPECT_EQ(with_left("attributed_only: true"), "");
  EXPECT_EQ(with_left("dimension: \"count\""), "");
  EXPECT_EQ(with_left("not_in: CAPTION"), "test.0 d0+d1");
  a.at(0).doc().reference = false;  // the draft
  a.at(1).doc().checked = false;
  EXPECT_EQ(with_left("role: REFERENCE"), "test.0 d1+d0");
  EXPECT_EQ(with_left("role: CHECKED"), "test.0 d0+d1");
}

TEST(Pair, CheckModeLooksAtTheDraftOnly) {
  Arrivals a;
  for (int day : {18, 18, 19}) a.Add(day);
  a.at(1).doc().checked = false;
  a.at(2).doc().checked = false;
  EXPECT_EQ(Fires(a, {kDisjointTimes}, CheckMode()), "test.0 d0+d2");
}

TEST(Pair, InOneDocumentIsSelfInconsistent) {
  Arrivals a;
  a.Add(18);
  FakeDocument& d = a.at(0);
  ClaimRecord& again = d.AddClaim("again", ClaimKind::kEventTime, "18 June");
  again.event = 0;
  again.time = 0;
  const Corpus corpus = a.Make();
  ClaimLink link;
  link.left = {0, 0};
  link.right = {0, 1};
  link.kind = LinkKind::kEvent;
  link.score = 80;
  const auto rules =
      Rules({"pair { link: EVENT when { times { relation: EQUAL } } }"});
  const std::vector<RuleHit> hits = Evaluate(*rules, corpus, {link});
  ASSERT_EQ(hits.size(), 1);
  EXPECT_EQ(hits[0].kind, Finding::SELF_INCONSISTENT);
}

TEST(Pair, WhatNobodyCanTellIsCounted) {
  Arrivals a;
  a.Add(18);
  a.Add(19);
  const Corpus corpus = a.Make();
  const std::vector<ClaimLink> links = a.Links();
  const std::string unknown =
      "pair { link: EVENT when { values { relation: DISJOINT } } }";
  RuleCounts counts;
  EXPECT_TRUE(Evaluate(*Rules({unknown}), corpus, links, {}, &counts).empty());
  EXPECT_EQ(counts.rules[0].unknown(), 1);
  EXPECT_EQ(counts.undecided, 1);
  Evaluate(*Rules({unknown, kDisjointTimes}), corpus, links, {}, &counts);
  EXPECT_EQ(counts.undecided, 0) << "another rule could tell";
}

TEST(Proof, HoldsLinkAndConditions) {
  Arrivals a;
  a.Add(18);
  a.Add(19);
  const Corpus corpus = a.Make();
  const std::vector<ClaimLink> links = a.Links();
  const auto rules = Rules(
      {"pair { link: EVENT when { all { of { factuality { side: BOTH status: "
       "FACT } } of { any { of { times { relation: DISJOINT } } of { values { "
       "relation: DISJOINT } } } } } } }"});
  const std::vector<RuleHit> hits = Evaluate(*rules, corpus, links);
  ASSERT_EQ(hits.size(), 1);
  const HitText text = HitWriter(*rules, corpus, /*trace=*/true).Write(hits[0]);
  const v1::Step& proof = text.proof;
  EXPECT_EQ(proof.path(), "test.0");
  EXPECT_EQ(proof.truth(), v1::Step::YES);
  ASSERT_EQ(proof.parts_size(), 2);
  EXPECT_EQ(proof.parts(0).text(), "one event with 80 of 100; 60 are needed");
  EXPECT_EQ(proof.parts(0).parts(0).path(), "link.predicate");
  const v1::Step& any = proof.parts(1).parts(1);
  EXPECT_EQ(any.path(), "pair.when.all.of[1].any");
  EXPECT_EQ(any.parts(0).path(), "pair.when.all.of[1].any.of[0].times");
  EXPECT_EQ(any.parts(0).truth(), v1::Step::YES);
  EXPECT_EQ(any.parts(1).truth(), v1::Step::UNKNOWN);
  // The reason is what decided, not all that was looked at.
  EXPECT_EQ(text.why, "18 June 2024 and 19 June 2024 lie apart");
}

TEST(Proof, ExplainsWhyAPairDidNotFire) {
  Arrivals a;
  a.Add(18);
  a.Add(18);
  const Corpus corpus = a.Make();
  std::vector<ClaimLink> links = a.Links(40);
  const auto rules = Rules({kDisjointTimes});
  v1::Step step = ExplainPair(*rules, rules->rules()[0], corpus, links[0]);
  EXPECT_EQ(step.truth(), v1::Step::NO);
  EXPECT_EQ(step.parts(1).truth(), v1::Step::NO);
  EXPECT_EQ(step.parts(1).text(), "one event with 40 of 100; 60 are needed");
  EXPECT_EQ(step.parts(2).text(), "both are 18 June 2024");
  links[0].veto = "other places";
  step = ExplainPair(*rules, rules->rules()[0], corpus, links[0]);
  EXPECT_EQ(step.parts(1).text(), "not one thing: other places");
}

TEST(ClaimRule, LooksAtEachClaimByItself) {
  Arrivals a;
  a.Add(18);
  a.Add(31);  // impossible
  EXPECT_EQ(Fires(a, {"claim { when { not { date_exists {} } } }"}),
            "test.0 d1");
  const Corpus corpus = a.Make();
  const auto rules = Rules({"claim { when { not { date_exists {} } } }"});
  const std::vector<RuleHit> hits = Evaluate(*rules, corpus, {});
  EXPECT_EQ(hits[0].kind, Finding::SELF_INCONSISTENT);
  EXPECT_EQ(HitWriter(*rules, corpus).Write(hits[0]).why,
            "“31 June 2024” is not in the calendar");
  EXPECT_EQ(hits[0].link, nullptr);
  a.at(1).doc().checked = false;
  EXPECT_EQ(
      Fires(a, {"claim { when { not { date_exists {} } } }"}, CheckMode()), "");
}

TEST(PassageRule, SaysWhatElseItLookedAt) {
  FakeDocument d("d", "The flood reached four towns: Arlen, Belmar and Corva.");
  d.AddClaim("towns", ClaimKind::kQuantity, "four towns").quantity =
      d.AddCount("four towns", 4, "town");
  const Corpus corpus({&d.doc()});
  const auto rules = Rules({"passage { when { not { count_of_list {} } } }"});
  const std::vector<RuleHit> hits = Evaluate(*rules, corpus, {});
  ASSERT_EQ(hits.size(), 1);
  const HitText text = HitWriter(*rules, corpus).Write(hits[0]);
  EXPECT_EQ(text.why, "“four towns” is written, the list has 3");
  ASSERT_EQ(text.context.size(), 1);
  EXPECT_EQ(d.doc().text.Text(text.context[0]), "Arlen, Belmar and Corva");
}

constexpr char kUnsupported[] =
    "support { link: EVENT supports { times { relation: EQUAL } } at_least: $0 "
    "}";
constexpr char kAgreed[] =
    "support { link: EVENT supports { times { relation: EQUAL } } "
    "corroborated_by: $0 }";

std::string FiresSupport(Arrivals& a, const char* body, int number,
                         const EvaluateOptions& options = {}) {
  return Fires(a, {absl::Substitute(body, number)}, options);
}

TEST(Support, CountsIndependentDocuments) {
  Arrivals a;
  for (int day : {18, 18, 19}) a.Add(day);
  EXPECT_EQ(FiresSupport(a, kUnsupported, 1), "test.0 d2");
  EXPECT_EQ(FiresSupport(a, kUnsupported, 2),
            "test.0 d0+d1, test.0 d1+d0, test.0 d2")
      << "with what supports it, too little as it is";
  EXPECT_EQ(FiresSupport(a, kAgreed, 1), "test.0 d0+d1, test.0 d1+d0");
  EXPECT_EQ(FiresSupport(a, kAgreed, 2), "");
}

TEST(Support, CopiesAreOneVoice) {
  Arrivals a;
  a.Add(18);
  a.Add(18);
  a.Add(18, "d1");
  EXPECT_EQ(FiresSupport(a, kAgreed, 2), "") << "d1 and d2 are one voice";
  EXPECT_EQ(FiresSupport(a, kAgreed, 1),
            "test.0 d0+d1+d2, test.0 d1+d0, test.0 d2+d0");
}

TEST(Support, ACopyOfTheDraftProvesNothingButTheSourceOfTheDraftDoes) {
  Arrivals a;
  a.Add(18, "d1");
  a.Add(18);
  a.at(0).doc().reference = false;
  a.at(1).doc().checked = false;
  EXPECT_EQ(FiresSupport(a, kUnsupported, 1, CheckMode()), "")
      << "the draft was written from d1";
  Arrivals b;
  b.Add(18);
  b.Add(18, "d0");
  b.at(0).doc().reference = false;
  b.at(1).doc().checked = false;
  EXPECT_EQ(FiresSupport(b, kUnsupported, 1, CheckMode()), "test.0 d0")
      << "d1 is a copy of the draft";
}

TEST(Support, IsSilentWhereEvidenceCannotBeDecided) {
  Arrivals a;
  a.Add(18);
  a.Add(19);
  a.at(1).doc().times[0].value.ambiguous = true;
  a.at(1).doc().times[0].value.other = a.at(0).doc().times[0].value.range;
  EXPECT_EQ(FiresSupport(a, kUnsupported, 1), "");
  EXPECT_EQ(FiresSupport(a, kAgreed, 1), "");
}

TEST(Support, KindsFollowModeAndBody) {
  Arrivals a;
  a.Add(18);
  a.Add(19);
  const Corpus corpus = a.Make();
  const std::vector<ClaimLink> links = a.Links();
  const auto unsupported = Rules({absl::Substitute(kUnsupported, 1)});
  EXPECT_EQ(Evaluate(*unsupported, corpus, links)[0].kind,
            Finding::SINGLE_SOURCE);
  const RuleHit hit = Evaluate(*unsupported, corpus, links, CheckMode())[0];
  EXPECT_EQ(hit.kind, Finding::UNSUPPORTED);
  EXPECT_EQ(HitWriter(*unsupported, corpus).Write(hit).why,
            "no independent document supports it");
  a.Add(18);
  const Corpus three = a.Make();
  const std::vector<ClaimLink> all = a.Links();
  const auto agreed = Rules({absl::Substitute(kAgreed, 1)},
                            "{left.document} and {right.document}");
  const RuleHit agreement = Evaluate(*agreed, three, all)[0];
  EXPECT_EQ(agreement.kind, Finding::AGREEMENT);
  const HitText text =
      HitWriter(*agreed, three, /*trace=*/true).Write(agreement);
  EXPECT_EQ(text.message, "d0 and d2");
  EXPECT_EQ(text.why, "1 independent document supports it");
  ASSERT_EQ(text.proof.parts_size(), 2) << "what supports and what does not";
  EXPECT_EQ(text.proof.parts(0).truth(), v1::Step::NO);
  EXPECT_EQ(text.proof.parts(1).truth(), v1::Step::YES);
}

TEST(Evaluate, RunsTheChosenRulesInTheOrderOfTheirIds) {
  Arrivals a;
  a.Add(31);
  a.Add(19);
  const std::vector<std::string> bodies = {
      "claim { when { date_exists {} } }",
      "claim { when { not { date_exists {} } } }"};
  EXPECT_EQ(Fires(a, bodies), "test.0 d1, test.1 d0");
  EvaluateOptions options;
  options.choice.skip = {"*.0"};
  EXPECT_EQ(Fires(a, bodies, options), "test.1 d0");
}

// One more document that has nothing to do with the others changes nothing for
// a pair, and another order of the links nothing at all.
TEST(Evaluate, DependsOnNothingElse) {
  Arrivals a;
  for (int day : {18, 19, 20, 18}) a.Add(day);
  const Corpus corpus = a.Make();
  std::vector<ClaimLink> links = a.Links();
  const auto rules = Rules({kDisjointTimes, absl::Substitute(kAgreed, 1)});
  const std::string before = Summary(corpus, Evaluate(*rules, corpus, links));
  std::reverse(links.begin(), links.end());
  EXPECT_EQ(Summary(corpus, Evaluate(*rules, corpus, links)), before);
  a.Add(25);
  const Corpus larger = a.Make();
  std::reverse(links.begin(), links.end());
  EXPECT_EQ(Summary(larger, Evaluate(*rules, larger, links)), before);
}

}  // namespace
}  // namespace claimcheck
