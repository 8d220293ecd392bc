// The passage conditions over texts, through the whole extractor: when they say
// yes, when no, and when they cannot tell.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/rule.pb.h"
#include "claims/base/text_proto.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"
#include "rules/engine/conditions.h"
#include "rules/link/corpus.h"

namespace claimcheck {
namespace {

struct Case {
  const char* condition;
  const char* text;  // published on 18 June 2024
  // What the claim that the condition can tell of says of it; UNKNOWN: no claim
  // of the text lets it tell.
  Truth expected;
};

constexpr Truth kYes = Truth::kYes;
constexpr Truth kNo = Truth::kNo;
constexpr Truth kUnknown = Truth::kUnknown;

constexpr char kPercentOf[] =
    "percent_of { tolerance { absolute { significand: 1 } } }";
constexpr char kMultiple[] =
    "multiple { tolerance { relative { significand: 15 exponent: -2 } } }";
constexpr char kConversion[] =
    "conversion { tolerance { rounding: true relative { significand: 3 "
    "exponent: -2 } } }";
constexpr char kSpeed[] =
    "average_speed { tolerance { relative { significand: 10 exponent: -2 } } }";

const Case kCases[] = {
    {"elapsed { tolerance: 1 }",
     "She left in 2003 and came back in 2015, eight years later.", kNo},
    {"elapsed { tolerance: 1 }",
     "She left in 2003 and came back in 2015, twelve years later.", kYes},
    {"count_of_list {}", "He named three towns: Arlen, Bergby and Corvo.",
     kYes},
    {"count_of_list {}", "He named four towns: Arlen, Bergby and Corvo.", kNo},
    {"count_of_list {}",
     "He named three guests: Ada Lind, Gov. Tor Moe and Kari Moe.", kYes},
    {"sum {}", "It killed 12 people: seven men and five women.", kYes},
    {"sum {}", "It killed 12 people: seven men and four women.", kNo},
    {"sum {}", "It killed 12 people (seven men and four women).", kNo},
    {"sum {}", "It killed 12 people - seven men and four women.", kNo},
    {"sum {}", "It killed 12 people, including seven men and four women.",
     kUnknown},
    {"sum {}", "It had 9,000 soldiers (six divisions and three brigades).",
     kUnknown},
    {"percent_change {}", "Sales rose 40 percent from 100 to 140 tonnes.",
     kYes},
    {"percent_change {}", "Sales rose 40 percent from 100 to 150 tonnes.", kNo},
    {"percent_change {}",
     "Profit went to 55 million euros from 40 million euros on a 63 percent "
     "rise in sales.",
     kUnknown},
    {"order_of_events {}",
     "Mara Lindt arrived in Nairobi on 18 June 2024. Lindt and Joseph Otieno "
     "met in Nairobi on 17 June 2024.",
     kNo},
    {"order_of_events {}",
     "Mara Lindt arrived in Nairobi on 18 June 2024. Lindt and Joseph Otieno "
     "met in Nairobi on 19 June 2024.",
     kYes},

    {kPercentOf, "The council cut 250 of its 500 posts, or 50 percent.", kYes},
    {kPercentOf, "The council cut 250 of its 500 posts, or 40 percent.", kNo},
    {kPercentOf, "Some 250 of the 500 ferries (40%) were late.", kNo},
    {kPercentOf, "About 40 percent of its 500 workers, or 250 people, left.",
     kNo},
    {kPercentOf, "About 40 percent of its 500 workers, or 200 people, left.",
     kYes},
    {kPercentOf, "Of the 500 workers, 40 percent, or 250 people, left.", kNo},
    {kPercentOf, "The council cut 250 of its 500 posts. Rents rose 40 percent.",
     kUnknown},
    {kPercentOf,
     "The council cut 250 posts, 40 percent of them in 500 schools.", kUnknown},

    {kMultiple, "Profit doubled to $60 million from $30 million.", kYes},
    {kMultiple, "Profit doubled to $45 million from $30 million.", kNo},
    {kMultiple, "Profit doubled to $58.7 million from $30 million.", kYes},
    {kMultiple, "Profit more than doubled to $90 million from $30 million.",
     kYes},
    {kMultiple, "Profit more than doubled to $50 million from $30 million.",
     kNo},
    {kMultiple, "Profit nearly doubled to $52 million from $30 million.", kYes},
    {kMultiple, "The price halved from 80 to 40 euros.", kYes},
    {kMultiple, "The price halved from 80 to 60 euros.", kNo},
    {kMultiple, "Profit rose to $50 million from $30 million.", kUnknown},

    {kConversion, "The road is 10 km (6 miles) long.", kYes},
    {kConversion, "The road is 10 km (16 miles) long.", kNo},
    {kConversion, "It weighs 20 tonnes (44,000 pounds).", kYes},
    {kConversion, "It weighs 20 tonnes (24,000 pounds).", kNo},
    {kConversion, "The flat has 100 square metres (1,080 square feet).", kYes},
    {kConversion, "It was 30 degrees Celsius (86 degrees Fahrenheit).", kYes},
    {kConversion, "It was 30 degrees Celsius (96 degrees Fahrenheit).", kNo},
    {kConversion, "It warmed by 2 degrees Celsius (3.6 degrees Fahrenheit).",
     kYes},
    {kConversion, "It cost 10 euros (12 dollars).", kUnknown},
    {kConversion, "He ran 10 km (16 times).", kUnknown},

    {"range_order {}", "Between 30 and 50 people were hurt.", kYes},
    {"range_order {}", "Between 50 and 30 people were hurt.", kNo},
    {"range_order {}", "The show ran from 2016 to 2019.", kYes},
    {"range_order {}", "The show ran from 2019 to 2016.", kNo},
    {"range_order {}", "She served from 2029 until earlier this year.",
     kUnknown},
    {"range_order {}", "The number fell from 50 to 30 people.", kUnknown},

    {"age {}", "He was born in 1950 and died in 2010 aged 60.", kYes},
    {"age {}", "He was born in 1950 and died in 2010 aged 59.", kYes},
    {"age {}", "He was born in 1950 and died in 2010 aged 70.", kNo},
    {"age { tolerance: 12 }", "He was born in 1950 and died in 2010 aged 70.",
     kYes},
    {"age {}", "Ana Torres (1920-1999) died aged 85.", kNo},
    {"age {}", "She was born in 1980 and is 50 years old.", kNo},
    {"age {}", "She was born in 1980 and is 44 years old.", kYes},
    {"age {}", "The 50-year-old, born in 1980, won.", kNo},
    {"age {}", "She was born in 1980 and was 20 when she moved.", kUnknown},
    {"age {}", "She was born in 1980 and moved in 2000 at the age of 50.",
     kUnknown},

    {"anniversary { tolerance: 1 }",
     "The club, founded in 1950, celebrated its 60th anniversary in 2010.",
     kYes},
    {"anniversary { tolerance: 1 }",
     "The club, founded in 1950, celebrated its 70th anniversary in 2010.",
     kNo},
    {"anniversary { tolerance: 1 }",
     "The club, founded in 1950, marked its 70th anniversary.", kNo},
    {"anniversary { tolerance: 1 }",
     "The club marked its 70th anniversary in 2010.", kUnknown},

    {kSpeed,
     "They covered 300 km in three hours at an average speed of 100 km/h.",
     kYes},
    {kSpeed,
     "They covered 300 km in three hours at an average speed of 80 km/h.", kNo},
    {"anniversary { tolerance: 1 }",
     "This year the town marks the 25th anniversary of its 1999 fire.", kYes},
    {"anniversary { tolerance: 1 }",
     "This year the town marks the 25th anniversary of its 1989 fire.", kNo},

    {kSpeed, "They covered 300 km in three hours at speeds of 180 km/h.",
     kUnknown},
};

// Truth of the condition of each claim of the text that lets it tell.
std::set<Truth> Outcomes(const Case& c, v1::Condition::KindCase* kind) {
  v1::Rule rule;
  EXPECT_TRUE(LoadTextProto(c.condition, rule.mutable_passage()->mutable_when())
                  .empty())
      << c.condition;
  *kind = rule.passage().when().kind_case();
  PatternSet patterns;
  const CompiledRule compiled = CompileRule(rule, &patterns);
  patterns.Compile();
  v1::Document document;
  document.set_id("a");
  document.set_text(c.text);
  document.set_published("2024-06-18");
  DocumentAnalysis analysis;
  Extractor(EmbeddedLexicon()).Analyze(document, Depth::kClaims, &analysis);
  const Corpus corpus(std::vector<const DocumentAnalysis*>{&analysis});
  EvaluationScratch scratch(patterns);
  std::set<Truth> outcomes;
  for (uint32_t i = 0; i < analysis.claims.size(); ++i) {
    const ClaimRecord& claim = analysis.claims[i];
    const uint32_t bit = uint32_t{1} << static_cast<int>(claim.kind);
    if ((compiled.when.traits->claim_kinds & bit) == 0) continue;
    RuleSides sides;
    sides.corpus = &corpus;
    sides.left = sides.right = {0, i};
    const Truth truth = EvaluateCondition(compiled.when, sides, &scratch);
    v1::Step step;
    EXPECT_EQ(ProveCondition(compiled.when, sides, &scratch, &step), truth);
    EXPECT_FALSE(step.text().empty());
    if (truth != Truth::kUnknown) outcomes.insert(truth);
  }
  return outcomes;
}

TEST(PassageConditions, TellTrueFromFalseSums) {
  std::map<v1::Condition::KindCase, std::set<Truth>> tested;
  for (const Case& c : kCases) {
    SCOPED_TRACE(absl::StrCat(c.condition, ": ", c.text));
    v1::Condition::KindCase kind;
    const std::set<Truth> outcomes = Outcomes(c, &kind);
    if (c.expected == Truth::kUnknown) {
      EXPECT_TRUE(outcomes.empty());
    } else {
      EXPECT_EQ(outcomes, std::set<Truth>({c.expected}));
    }
    tested[kind].insert(c.expected);
  }
  for (const ConditionTraits& traits : AllConditionTraits()) {
    if (traits.scope != ConditionScope::kPassage) continue;
    EXPECT_EQ(tested[traits.kind].count(kYes), 1) << traits.name;
    EXPECT_EQ(tested[traits.kind].count(kNo), 1) << traits.name;
  }
}

}  // namespace
}  // namespace claimcheck
