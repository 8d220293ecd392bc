// Every kind of condition in a world of two documents: when it says yes, when
// no, and when it cannot tell.
#include "rules/engine/conditions.h"

#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claims/base/text_proto.h"
#include "google/protobuf/descriptor.h"
#include "gtest/gtest.h"
#include "rules/engine/conditions_world.h"

namespace claimcheck {
namespace {

using v1::Condition;

struct Case {
  const char* condition;
  const char* left;
  const char* right;  // null: a rule with one claim
  Truth expected = Truth::kUnknown;
};

constexpr Truth kYes = Truth::kYes;
constexpr Truth kNo = Truth::kNo;
constexpr Truth kUnknown = Truth::kUnknown;

const Case kCases[] = {
    // Three-valued logic over the tree.
    {"all { of { date_exists {} } of { factuality { status: FACT } } }", "a.arrival",
     nullptr, kYes},
    {"all { of { date_exists {} } of { weekday_agrees {} } }", "a.arrival",
     nullptr, kUnknown},
    {"all { of { weekday_agrees {} } of { words { at_least: 99 } } }",
     "a.arrival", nullptr, kNo},
    {"any { of { weekday_agrees {} } of { date_exists {} } }", "a.arrival",
     nullptr, kYes},
    {"any { of { weekday_agrees {} } of { words { at_least: 99 } } }",
     "a.arrival", nullptr, kUnknown},
    {"any { of { words { at_least: 99 } } }", "a.arrival", nullptr, kNo},
    {"not { date_exists {} }", "a.arrival", nullptr, kNo},
    {"not { date_exists {} }", "a.impossible", nullptr, kYes},
    {"not { weekday_agrees {} }", "a.arrival", nullptr, kUnknown},

    {"values { relation: DISJOINT }", "a.people", "b.people", kYes},
    {"values { relation: EQUAL }", "a.people", "b.people", kNo},
    {"values { relation: INSIDE }", "a.people", "b.more", kYes},
    {"values { relation: AROUND }", "b.more", "a.people", kYes},
    {"values { relation: DISJOINT }", "a.people", "b.price", kUnknown},
    {"values { relation: DISJOINT }", "a.people", "b.arrival", kUnknown},
    {"values { relation: DISJOINT or_absent: true }", "a.people", "b.arrival",
     kYes},
    {"values { relation: DISJOINT }", "a.voters", "b.voters", kYes},
    {"values { relation: DISJOINT tolerance { rounding: true } }", "a.voters",
     "b.voters", kNo},
    {"values { relation: DISJOINT tolerance { absolute { significand: 2 } } }",
     "a.people", "b.people", kNo},
    {"values { relation: DISJOINT tolerance { relative { significand: 1 "
     "exponent: -1 } } }",
     "a.people", "b.people", kYes},

    {"times { relation: DISJOINT }", "a.arrival", "b.arrival", kYes},
    {"times { relation: EQUAL }", "a.arrival", "b.arrival", kNo},
    {"times { relation: DISJOINT }", "a.arrival", "b.bare", kUnknown},
    {"times { relation: EQUAL or_absent: true }", "a.arrival", "b.bare", kYes},
    {"times { relation: DISJOINT zone_days: 1 }", "a.arrival", "b.arrival",
     kUnknown},
    {"times { relation: DISJOINT zone_days: 1 }", "a.early_meeting",
     "b.arrival", kYes},
    {"times { within_days: 0 }", "a.arrival", "b.arrival", kYes},
    {"times { within_days: 0 }", "a.early_meeting", "b.arrival", kNo},
    {"times { relation: DISJOINT within_days: 1 }", "a.early_meeting",
     "b.arrival", kYes},
    {"times { relation: DISJOINT }", "a.impossible", "b.arrival", kUnknown},

    {"places { relation: EQUAL }", "a.place", "b.arrival", kYes},
    {"places { relation: DISJOINT }", "a.place", "b.arrival", kNo},
    {"places { relation: DISJOINT }", "a.place", "b.people", kUnknown},
    {"places { relation: EQUAL or_absent: true }", "a.place", "b.people", kYes},

    {"same { aspect: EVENT }", "a.arrival", "b.arrival", kYes},
    {"same { aspect: EVENT }", "a.meeting", "b.arrival", kNo},
    {"same { aspect: EVENT }", "a.people", "b.arrival", kUnknown},
    {"same { aspect: EVENT or_absent: true }", "a.people", "b.arrival", kYes},
    {"same { aspect: PARTICIPANTS }", "a.arrival", "b.arrival", kYes},
    {"same { aspect: PARTICIPANTS }", "a.meeting", "b.arrival", kYes},
    {"same { aspect: PARTICIPANTS }", "a.meeting", "b.next", kUnknown},
    {"same { aspect: PLACE }", "a.arrival", "b.arrival", kYes},
    {"same { aspect: PLACE }", "a.headline", "b.arrival", kUnknown},
    {"same { aspect: SPEAKER }", "a.quote", "b.reworded", kYes},
    {"same { aspect: SPEAKER }", "a.quote", "b.same_words", kNo},
    {"same { aspect: SPEAKER }", "a.people", "b.same_words", kUnknown},
    {"same { aspect: SPEAKER }", "a.arrival", "b.same_words", kUnknown},
    {"same { aspect: COUNTED }", "a.people", "b.people", kYes},
    {"same { aspect: COUNTED }", "a.voters", "b.voters", kNo},
    {"same { aspect: COUNTED }", "a.people", "b.price", kUnknown},
    {"same { aspect: UNIT }", "b.price", "a.bad_rise", kNo},
    {"same { aspect: UNIT }", "a.people", "b.people", kUnknown},
    {"same { aspect: DIMENSION }", "a.people", "b.people", kYes},
    {"same { aspect: DIMENSION }", "a.people", "b.price", kNo},
    {"same { aspect: SUBJECT }", "a.arrival", "b.arrival", kYes},
    {"same { aspect: SUBJECT }", "a.arrival", "b.bare", kUnknown},

    {"factuality { side: LEFT status: FACT }", "a.arrival", "b.next", kYes},
    {"factuality { side: RIGHT status: FACT }", "a.arrival", "b.next", kNo},
    {"factuality { side: BOTH status: FACT }", "a.arrival", "b.next", kNo},
    {"factuality { side: BOTH status: [FACT, PLAN] }", "a.arrival", "b.next",
     kYes},
    {"factuality { side: EITHER status: PLAN }", "a.arrival", "b.next", kYes},
    {"factuality { side: EITHER status: DENIAL }", "a.arrival", "b.next", kNo},
    {"factuality { side: LEFT status: FACT }", "a.untimed", nullptr, kUnknown},

    {"attribution { present: true }", "a.people", nullptr, kYes},
    {"attribution { present: true }", "a.arrival", nullptr, kNo},
    {"attribution { present: false }", "a.arrival", nullptr, kYes},
    {"attribution { kind: REPORTED }", "a.people", nullptr, kYes},
    {"attribution { kind: REPORTED }", "a.quote", nullptr, kNo},
    {"attribution { kind: REPORTED }", "a.arrival", nullptr, kUnknown},
    {"attribution { kind: REPORTED or_absent: true }", "a.arrival", nullptr,
     kYes},
    {"attribution { stance: DENIES }", "a.right_weekday", nullptr, kYes},
    {"attribution { stance: DENIES }", "a.quote", nullptr, kNo},
    {"attribution { named: true }", "a.quote", nullptr, kYes},
    {"attribution { named: true }", "a.right_weekday", nullptr, kNo},
    {"attribution { side: EITHER stance: DENIES }", "a.quote", "b.reworded",
     kNo},

    {"documents { same: false }", "a.arrival", "b.arrival", kYes},
    {"documents { same: true }", "a.arrival", "b.arrival", kNo},
    {"documents { same: true independent: false }", "a.arrival", "a.meeting",
     kYes},
    {"documents { independent: true }", "a.arrival", "b.arrival", kYes},
    {"documents { same_publisher: true }", "a.arrival", "b.arrival", kNo},
    {"documents { left_is_newer: true }", "b.arrival", "a.arrival", kYes},
    {"documents { left_is_newer: true }", "a.arrival", "b.arrival", kNo},
    {"documents { left_is_newer: true }", "a.arrival", "a.meeting", kUnknown},

    {"text { pattern: \"(?i)only \\\\d+ people\" }", "a.people", nullptr, kYes},
    {"text { pattern: \"(?i)only \\\\d+ people\" }", "a.arrival", nullptr, kNo},
    {"text { side: BOTH pattern: \"people\" }", "a.people", "b.people", kYes},
    {"text { side: BOTH pattern: \"people\" }", "a.people", "b.price", kNo},

    {"quotes { difference: SAME_WORDS }", "a.quote", "b.same_words", kYes},
    {"quotes { difference: SAME_WORDS }", "a.quote", "b.reworded", kNo},
    {"quotes { difference: [CUT, REWORDED] }", "a.quote", "b.reworded", kYes},
    {"quotes { difference: SAME_WORDS }", "a.quote", "b.people", kUnknown},
    {"quotes { least_common_words: 3 }", "a.quote", "b.same_words", kYes},
    {"quotes { least_common_words: 30 }", "a.quote", "b.same_words", kNo},

    {"weekday_agrees {}", "a.right_weekday", nullptr, kYes},
    {"weekday_agrees {}", "a.wrong_weekday", nullptr, kNo},
    {"weekday_agrees {}", "a.arrival", nullptr, kUnknown},
    {"weekday_agrees {}", "a.impossible", nullptr, kUnknown},
    {"weekday_agrees { side: BOTH }", "a.right_weekday", "a.wrong_weekday",
     kNo},

    {"date_exists {}", "a.arrival", nullptr, kYes},
    {"date_exists {}", "a.impossible", nullptr, kNo},
    {"date_exists {}", "a.people", nullptr, kUnknown},
    {"date_exists {}", "a.years", nullptr, kUnknown},

    {"in_zone { kind: HEADLINE }", "a.headline", nullptr, kYes},
    {"in_zone { kind: HEADLINE }", "a.arrival", nullptr, kNo},

    {"documents { within_days: 1 }", "a.arrival", "b.arrival", kYes},
    {"documents { within_days: 0 }", "a.arrival", "b.arrival", kNo},

    {"names { difference: NONE }", "a.ada", "b.ada", kYes},
    {"names { difference: SPELLING difference: TITLE }", "a.ada", "b.ada", kNo},
    {"names { difference: SPELLING }", "a.ada", "b.tor", kUnknown},
    {"names { difference: SPELLING }", "a.arrival", "b.arrival", kUnknown},

    {"same_instance {}", "a.arrival", "b.arrival", kYes},
    {"same_instance {}", "a.arrival", "b.next", kNo},
    {"same_instance {}", "a.meeting", "b.next", kUnknown},
    {"same_instance { or_absent: true }", "a.meeting", "b.next", kYes},

    {"words { at_least: 2 }", "a.quote", nullptr, kYes},
    {"words { at_least: 30 }", "a.quote", nullptr, kNo},

    {"elapsed { tolerance: 1 }", "a.years", nullptr, kYes},
    {"elapsed { tolerance: 1 }", "a.treaty", nullptr, kNo},
    {"elapsed { tolerance: 1 }", "a.eight", nullptr, kNo},
    {"elapsed { tolerance: 4 }", "a.eight", nullptr, kYes},
    {"elapsed { tolerance: 1 }", "a.twelve", nullptr, kUnknown},
    {"elapsed { tolerance: 1 }", "a.held", nullptr, kUnknown},
    {"elapsed { tolerance: 1 }", "a.arrival", nullptr, kUnknown},

    {"count_of_list {}", "a.three", nullptr, kYes},
    {"count_of_list {}", "a.four", nullptr, kNo},
    {"count_of_list {}", "a.five", nullptr, kUnknown},

    {"sum {}", "a.sum", nullptr, kYes},
    {"sum {}", "a.bad_sum", nullptr, kNo},
    {"sum { tolerance { absolute { significand: 8 } } }", "a.bad_sum", nullptr,
     kYes},
    {"sum {}", "a.no_sum", nullptr, kUnknown},

    {"percent_change {}", "a.rise", nullptr, kYes},
    {"percent_change {}", "a.bad_rise", nullptr, kNo},
    {"percent_change { tolerance { absolute { significand: 10 } } }",
     "a.bad_rise", nullptr, kYes},
    {"percent_change {}", "a.fall", nullptr, kUnknown},

    {"order_of_events {}", "a.early_meeting", nullptr, kNo},
    {"order_of_events {}", "a.meeting", nullptr, kYes},
    {"order_of_events {}", "a.berlin", nullptr, kUnknown},
    {"order_of_events {}", "a.arrival", nullptr, kUnknown},
};

// Conditions on details of drafts: one detail made by hand, and how each
// condition comes out for it.  "Tarn" stands in document a, and document b has
// "Berlin" in its place.
Detail SomeDetail() {
  Detail detail;
  detail.kind = DetailKind::kName;
  detail.held = DetailHeld::kNowhere;
  detail.departure = Departure::kName;
  detail.document = 0;
  detail.span = {0, 5};
  detail.covered = 40;
  detail.same_context = 10;
  detail.other_context = 60;
  detail.source = 1;
  detail.counterpart = {0, 5};
  return detail;
}

const Case kDetailCases[] = {
    {"held { how: NOWHERE }", "", nullptr, kYes},
    {"held { how: [PART, ELSEWHERE, ADDED] }", "", nullptr, kNo},
    {"covered { below: 41 }", "", nullptr, kYes},
    {"covered { below: 40 }", "", nullptr, kNo},
    {"covered { at_least: 40 }", "", nullptr, kYes},
    {"covered { at_least: 41 }", "", nullptr, kNo},
    {"departs { by: [VALUE, NAME_GIVEN] }", "", nullptr, kYes},
    {"departs { by: NAME_GIVEN clean: true }", "", nullptr, kNo},
    {"departs { by: [VALUE, OPPOSITE, NEGATION, CONTRAST] }", "", nullptr,
     kNo},
    {"surroundings { same_below: 11 }", "", nullptr, kYes},
    {"surroundings { same_below: 10 }", "", nullptr, kNo},
    {"surroundings { other_at_least: 60 }", "", nullptr, kYes},
    {"surroundings { other_at_least: 61 }", "", nullptr, kNo},
    {"surroundings { margin: 50 }", "", nullptr, kYes},
    {"surroundings { margin: 51 }", "", nullptr, kNo},
};

// Conditions on a sentence as such: the one with "Only 12 people", with a flaw
// made by hand.
const Case kSentenceCases[] = {
    {"flaw { kind: LOOK_ALIKE }", "", nullptr, kYes},
    {"flaw { kind: [LONE_QUOTE, REPEATED, NOT_INTRODUCED] }", "", nullptr, kNo},
    {"text { pattern: \"people\" }", "", nullptr, kYes},
    {"text { pattern: \"horses\" }", "", nullptr, kNo},
    {"in_zone { kind: HEADLINE }", "", nullptr, kNo},
    {"all { of { flaw { kind: LOOK_ALIKE } } of { text { pattern: \"people\" } } }",
     "", nullptr, kYes},
};

// A rule around a condition, so that it is compiled as rules are.
class Compiled {
 public:
  enum Body { kPassage, kPair, kDetail, kSentence };
  Compiled(const std::string& condition, bool pair)
      : Compiled(condition, pair ? kPair : kPassage) {}
  Compiled(const std::string& condition, Body body) {
    v1::Condition* when =
        body == kPair      ? rule_.mutable_pair()->mutable_when()
        : body == kDetail ? rule_.mutable_detail()->mutable_when()
        : body == kSentence ? rule_.mutable_sentence()->mutable_when()
                            : rule_.mutable_passage()->mutable_when();
    const std::vector<TextProtoIssue> issues = LoadTextProto(condition, when);
    EXPECT_TRUE(issues.empty()) << condition << ": " << issues[0].message;
    compiled_ = CompileRule(rule_, &patterns_);
    patterns_.Compile();
  }
  const ConditionNode& node() const { return compiled_.when; }
  const PatternSet& patterns() const { return patterns_; }

 private:
  v1::Rule rule_;
  PatternSet patterns_;
  CompiledRule compiled_;
};

void CollectKinds(const ConditionNode& node,
                  std::set<v1::Condition::KindCase>* kinds) {
  kinds->insert(node.traits->kind);
  for (const ConditionNode& child : node.children) CollectKinds(child, kinds);
}

bool SaysSomethingOfEach(const v1::Step& step) {
  if (step.text().empty() || step.path().empty() ||
      step.truth() == v1::Step::TRUTH_UNSPECIFIED) {
    return false;
  }
  for (const v1::Step& part : step.parts()) {
    if (!SaysSomethingOfEach(part)) return false;
  }
  return true;
}

RuleSides SidesOf(const World& world, const Case& c) {
  RuleSides sides;
  sides.corpus = &world.corpus();
  sides.left = world.Ref(c.left);
  sides.right = c.right == nullptr ? sides.left : world.Ref(c.right);
  return sides;
}

TEST(Conditions, ComeOutAsExpectedWithAndWithoutProof) {
  const World world;
  for (const Case& c : kCases) {
    SCOPED_TRACE(absl::StrCat(c.condition, " ", c.left, " ",
                              c.right == nullptr ? "" : c.right));
    const Compiled compiled(c.condition, c.right != nullptr);
    const RuleSides sides = SidesOf(world, c);
    EvaluationScratch scratch(compiled.patterns());
    EXPECT_EQ(EvaluateCondition(compiled.node(), sides, &scratch), c.expected);
    v1::Step step;
    EXPECT_EQ(ProveCondition(compiled.node(), sides, &scratch, &step),
              c.expected)
        << "the proof follows the evaluation";
    EXPECT_TRUE(SaysSomethingOfEach(step)) << step.DebugString();
  }
}

TEST(Conditions, OnDetailsComeOutAsExpected) {
  const World world;
  const Detail detail = SomeDetail();
  RuleSides sides;
  sides.corpus = &world.corpus();
  sides.detail = &detail;
  for (const Case& c : kDetailCases) {
    SCOPED_TRACE(c.condition);
    const Compiled compiled(c.condition, Compiled::kDetail);
    EvaluationScratch scratch(compiled.patterns());
    EXPECT_EQ(EvaluateCondition(compiled.node(), sides, &scratch), c.expected);
    v1::Step step;
    EXPECT_EQ(ProveCondition(compiled.node(), sides, &scratch, &step),
              c.expected);
    EXPECT_TRUE(SaysSomethingOfEach(step)) << step.DebugString();
    // A claim has no detail.
    sides.detail = nullptr;
    EXPECT_EQ(EvaluateCondition(compiled.node(), sides, &scratch), kUnknown);
    sides.detail = &detail;
  }
}

TEST(Conditions, OnSentencesComeOutAsExpected) {
  const World world;
  const ClaimRef people = world.Ref("a.people");
  TextFlaw flaw;
  flaw.kind = FlawKind::kLookAlike;
  flaw.sentence = world.corpus().claim(people).sentence;
  flaw.span = world.corpus().claim(people).span;
  SentencePlace place;
  place.document = people.document;
  place.sentence = flaw.sentence;
  place.flaws = absl::MakeConstSpan(&flaw, 1);
  RuleSides sides;
  sides.corpus = &world.corpus();
  sides.place = &place;
  for (const Case& c : kSentenceCases) {
    SCOPED_TRACE(c.condition);
    const Compiled compiled(c.condition, Compiled::kSentence);
    EvaluationScratch scratch(compiled.patterns());
    EXPECT_EQ(EvaluateCondition(compiled.node(), sides, &scratch), c.expected);
    v1::Step step;
    EXPECT_EQ(ProveCondition(compiled.node(), sides, &scratch, &step),
              c.expected);
    EXPECT_TRUE(SaysSomethingOfEach(step)) << step.DebugString();
  }
}

// Left and right exchanged, relations mirrored, the outcome is the same.
TEST(Conditions, PairsAreSymmetricWhereTheRelationIs) {
  const World world;
  int seen = 0;
  for (const Case& c : kCases) {
    const std::string condition = c.condition;
    if (c.right == nullptr || condition.find("INSIDE") != std::string::npos ||
        condition.find("AROUND") != std::string::npos ||
        condition.find("left_is") != std::string::npos ||
        condition.find("side: LEFT") != std::string::npos ||
        condition.find("side: RIGHT") != std::string::npos) {
      continue;
    }
    const Compiled compiled(condition, true);
    RuleSides sides = SidesOf(world, c);
    std::swap(sides.left, sides.right);
    EvaluationScratch scratch(compiled.patterns());
    EXPECT_EQ(EvaluateCondition(compiled.node(), sides, &scratch), c.expected)
        << condition << " " << c.left << " " << c.right;
    ++seen;
  }
  EXPECT_GT(seen, 40);
}

TEST(Conditions, TextsNameTheValues) {
  const World world;
  const auto text = [&](const Case& c) {
    const Compiled compiled(c.condition, c.right != nullptr);
    EvaluationScratch scratch(compiled.patterns());
    v1::Step step;
    ProveCondition(compiled.node(), SidesOf(world, c), &scratch, &step);
    return step.text();
  };
  EXPECT_EQ(text({"times { relation: DISJOINT }", "a.arrival", "b.arrival"}),
            "18 June 2024 and 19 June 2024 lie apart");
  EXPECT_EQ(text({"weekday_agrees {}", "a.wrong_weekday", nullptr}),
            "18 June 2024 is a Tuesday, not a Wednesday");
  EXPECT_EQ(text({"date_exists {}", "a.impossible", nullptr}),
            "“31 June 2024” is not in the calendar");
  EXPECT_EQ(text({"count_of_list {}", "a.four", nullptr}),
            "“four ministers” is written, the list has 3");
  EXPECT_EQ(text({"sum {}", "a.bad_sum", nullptr}),
            "7 + 5 = 12; “20 people” is written");
  EXPECT_EQ(text({"percent_change {}", "a.bad_rise", nullptr}),
            "from 100 to 150 is 50 percent; “rose 40 percent from 100 to 150” "
            "is written");
  EXPECT_EQ(text({"elapsed { tolerance: 1 }", "a.treaty", nullptr}),
            "from 1990 to the day of publication it is 33 to 35 years; “24 "
            "years later” is written");
  EXPECT_EQ(text({"order_of_events {}", "a.early_meeting", nullptr}),
            "“18 June 2024” (18 June 2024) comes after 17 June 2024");
}

// Adding a kind of condition means: its traits, its evaluation, cases above
// that come out yes and no, and a section of docs/writing_rules.md.
TEST(Conditions, EveryKindIsComplete) {
  std::ifstream file("docs/writing_rules.md");
  std::stringstream manual;
  manual << file.rdbuf();
  std::map<v1::Condition::KindCase, std::set<Truth>> tested;
  for (const Case& c : kCases) {
    const Compiled compiled(c.condition, c.right != nullptr);
    std::set<v1::Condition::KindCase> kinds;
    CollectKinds(compiled.node(), &kinds);
    // Only the outermost kind is what the outcome is of.
    tested[compiled.node().traits->kind].insert(c.expected);
  }
  for (const Case& c : kDetailCases) {
    const Compiled compiled(c.condition, Compiled::kDetail);
    tested[compiled.node().traits->kind].insert(c.expected);
  }
  for (const Case& c : kSentenceCases) {
    const Compiled compiled(c.condition, Compiled::kSentence);
    tested[compiled.node().traits->kind].insert(c.expected);
  }
  const google::protobuf::OneofDescriptor* kinds =
      Condition::descriptor()->FindOneofByName("kind");
  ASSERT_EQ(kinds->field_count(), AllConditionTraits().size());
  for (int i = 0; i < kinds->field_count(); ++i) {
    const std::string& name = kinds->field(i)->name();
    const auto kind =
        static_cast<v1::Condition::KindCase>(kinds->field(i)->number());
    SCOPED_TRACE(name);
    const ConditionTraits* traits = FindConditionTraits(kind);
    ASSERT_NE(traits, nullptr);
    EXPECT_EQ(traits->name, name);
    EXPECT_EQ(FindConditionFunction(kind) == nullptr,
              traits->scope == ConditionScope::kTree);
    // passages_test.cc asks the same of those, over texts.
    if (traits->scope != ConditionScope::kPassage) {
      EXPECT_EQ(tested[kind].count(kYes), 1) << "no case comes out YES";
      EXPECT_EQ(tested[kind].count(kNo), 1) << "no case comes out NO";
    }
    EXPECT_NE(manual.str().find(absl::StrCat("\n### `", name, "`\n")),
              std::string::npos)
        << "docs/writing_rules.md has no section ### `" << name << "`";
  }
}

}  // namespace
}  // namespace claimcheck
