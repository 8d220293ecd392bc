#include "rules/link/value_pairs.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "rules/link/corpus.h"
#include "rules/link/generated_corpus.h"
#include "rules/link/story_context.h"
#include "rules/link/story_details.h"
#include "rules/link/story_test_documents.h"

namespace claimcheck {
namespace {

using Lines = std::vector<std::string>;

// Of two texts on one event, of one day unless said.
Lines Told(DetailKind kind, const std::string& a, const std::string& b,
           const std::string& day = "2024-05-15") {
  return Story({{"2024-05-15",
                 "An avalanche buried skiers above Vallen on Tuesday, the "
                 "mountain rescue service of Arlen said. " + a},
                {day,
                 "Skiers were buried above Vallen on Tuesday by an avalanche, "
                 "according to the mountain rescue service of Arlen. " + b}})
      .Details(kind);
}

// The pairs of the second sentences that are weighed, whatever they weigh and whoever else
// tells them.
Lines Asked(const std::string& a, const std::string& b) {
  const Story story({{"2024-05-15",
                      "An avalanche buried skiers above Vallen on Tuesday, the "
                      "mountain rescue service of Arlen said. " + a},
                     {"2024-05-15",
                      "Skiers were buried above Vallen on Tuesday by an avalanche, "
                      "according to the mountain rescue service of Arlen. " + b}});
  const Corpus& corpus = story.corpus();
  StoryContext context(corpus, /*syntax=*/true);
  context.Open({0, 1});
  Lines lines;
  for (const StoryPair& pair : corpus.stories()) {
    context.Begin(pair);
    for (const ValuePair& values : ReadValuePairs(&context, pair, PairsAsked::kAll)) {
      lines.push_back(std::string(corpus.document(0).text.Text(values.left->span)) + " / " +
                      std::string(corpus.document(1).text.Text(values.right->span)));
    }
  }
  return lines;
}

TEST(ValuePairs, TheDeadOfAnEarlierYear) {
  const std::string seven =
      "In February 2009 seven ski tourers were killed when a slope slid off "
      "the Hochfeld ridge.";
  const std::string six =
      "Many recalled the Hochfeld ridge, which took the lives of six ski "
      "tourers in February 2009.";
  EXPECT_EQ(Told(DetailKind::kFigure, seven, six),
            Lines({"seven ski tourers / six ski tourers"}));
  // Whichever text comes first, and whenever it was published.
  EXPECT_EQ(Told(DetailKind::kFigure, six, seven),
            Lines({"six ski tourers / seven ski tourers"}));
  EXPECT_EQ(Told(DetailKind::kFigure, seven, six, "2024-05-16"),
            Lines({"seven ski tourers / six ski tourers"}));
}

TEST(ValuePairs, TheYearOfAnEarlierEvent) {
  EXPECT_EQ(Told(DetailKind::kWhen,
                 "In 1986 more than 4,300 people died when the ferry Dona Lind "
                 "hit an oil tanker.",
                 "The ferry Dona Lind sank in 1987 after it collided with a "
                 "tanker, killing more than 4,300 people."),
            Lines({"1986 / 1987"}));
}

// Of the event of the day a later number may be news.
TEST(ValuePairs, CountsOfTheDayOnTwoDays) {
  EXPECT_EQ(Told(DetailKind::kFigure,
                 "In five valleys below the ridge dogs looked for survivors.",
                 "Survivors were found by dogs; people had to leave six valleys.",
                 "2024-05-16"),
            Lines());
}

TEST(ValuePairs, WhatTheOtherTextKnowsToo) {
  EXPECT_EQ(Told(DetailKind::kFigure,
                 "In February 2009 seven ski tourers were killed when a slope "
                 "slid off the Hochfeld ridge.",
                 "Many recalled the Hochfeld ridge, which took the lives of six "
                 "ski tourers in February 2009. Seven tourers had set out that day."),
            Lines());
}

TEST(ValuePairs, WordsThatExcludeEachOther) {
  EXPECT_EQ(Told(DetailKind::kFigure,
                 "In a poll of 2009 by Lind Research 69 percent opposed the "
                 "closing of the Hochfeld ridge.",
                 "In a poll of 2009 by Lind Research 63 percent supported the "
                 "closing of the Hochfeld ridge."),
            Lines());
}

// Both have both: what is told of each is no contrast.
TEST(ValuePairs, WordsThatExcludeEachOtherInBoth) {
  EXPECT_EQ(Asked("Four people died and 37 guests were injured at the Hochfeld lift.",
                  "Four people died, and 73 guests were injured at the Hochfeld lift."),
            Lines({"37 guests / 73 guests"}));
}

TEST(ValuePairs, AgesBehindWhomTheName) {
  const std::string guard =
      "The guard Josue Matias, 43, was taken to hospital with a broken arm.";
  EXPECT_EQ(Asked(guard, "One of them, a 34-year-old guard called Josue Matias, was taken to "
                         "hospital with a broken arm."),
            Lines({"43 / 34-year-old"}));
  // Of somebody else.
  EXPECT_EQ(Asked(guard, "One of them, the 34-year-old guard Tor Eikeland, was taken to "
                         "hospital with a broken arm."),
            Lines());
}

TEST(ValuePairs, ExchangedDigitsAreOfNoOtherYear) {
  const std::string fined =
      "In 2006 the company of the Hochfeld lift was fined 87,400 euros for a fire.";
  const std::string inspected = "The Hochfeld lift was last inspected in 2012. ";
  EXPECT_EQ(Asked(fined,
                  inspected + "A fire at the lift had led to a fine of 78,400 euros."),
            Lines({"2006 / 2012", "87,400 euros / 78,400 euros"}));
  EXPECT_EQ(Asked(fined,
                  inspected + "A fire at the lift had led to a fine of 92,100 euros."),
            Lines({"2006 / 2012"}));
}

// Where something happens is no owner of its time.
TEST(ValuePairs, HoursBehindAPlace) {
  EXPECT_EQ(Asked("Robbers broke the windows of the Hotel Beaulac at 6:30 p.m. with hammers.",
                  "Robbers broke the windows of the Hotel Lindgard at 7:30 p.m. with hammers."),
            Lines({"6:30 p.m. / 7:30 p.m."}));
}

TEST(ValuePairs, DigitsThatAreStrikinglyAlike) {
  // Whatever stands around them.
  EXPECT_EQ(Told(DetailKind::kFigure, "The cable cars carried 14,700 people on Sunday.",
                 "Fourteen lifts are closed; on Sunday 17,400 guests had used them."),
            Lines({"14,700 people / 17,400 guests"}));
  EXPECT_EQ(Told(DetailKind::kFigure, "The fences above Vallen cost 1.4 million euros.",
                 "For the fences 1.4 billion euros was paid."),
            Lines({"1.4 million euros / 1.4 billion euros"}));
  // Two digits may be alike by chance.
  EXPECT_EQ(Told(DetailKind::kFigure, "The cable cars carried 47 people on Sunday.",
                 "Fourteen lifts are closed; on Sunday 74 guests had used them."),
            Lines());
}

TEST(ValuePairs, OneNumberInTwoUnits) {
  EXPECT_EQ(Told(DetailKind::kFigure, "The fences above Vallen cost 27 million euros.",
                 "The fences above Vallen were built for 27 million lari."),
            Lines({"27 million euros / 27 million lari"}));
  EXPECT_EQ(Told(DetailKind::kFigure, "The slope slid 180 feet above the Hochfeld hut.",
                 "The slope slid 180 metres above the Hochfeld hut."),
            Lines({"180 feet / 180 metres"}));
  EXPECT_EQ(Told(DetailKind::kFigure, "In the Vallen valley 14,000 people are cut off.",
                 "In the Vallen valley 14,000 families are cut off."),
            Lines({"14,000 people / 14,000 families"}));
  // Of another country, maybe; and what one of the texts converts.
  EXPECT_EQ(Told(DetailKind::kFigure, "The fences above Vallen cost C$27 million.",
                 "The fences above Vallen were built for $27 million."),
            Lines());
}

TEST(ValuePairs, TheMonthOfAnEarlierEvent) {
  EXPECT_EQ(Told(DetailKind::kWhen,
                 "The fences above Vallen were last checked in June 2023.",
                 "In August 2023 inspectors checked the fences above the Vallen huts."),
            Lines({"June 2023 / August 2023"}));
}

// What cannot weigh enough is left out before anything is looked for around it.
TEST(ValuePairs, TheWeightyAreThoseOfAllThatWeighEnough) {
  CorpusOptions options;
  options.changed_percent = 30;
  const GeneratedCorpus generated(100, options);
  const Corpus& corpus = generated.corpus();
  StoryContext story(corpus, /*syntax=*/false);
  std::vector<uint32_t> all;
  for (uint32_t d = 0; d < corpus.size(); ++d) all.push_back(d);
  story.Open(all);
  size_t light = 0, heavy = 0;
  for (const StoryPair& pair : corpus.stories()) {
    story.Begin(pair);
    const auto weighty = ReadValuePairs(&story, pair, PairsAsked::kWeighty);
    size_t next = 0;
    for (const ValuePair& values : ReadValuePairs(&story, pair, PairsAsked::kAll)) {
      if (Weigh(values) < LeastWeight(values.left->kind)) {
        ++light;
        continue;
      }
      ++heavy;
      ASSERT_LT(next, weighty.size());
      EXPECT_EQ(weighty[next].left, values.left);
      EXPECT_EQ(weighty[next].right, values.right);
      EXPECT_EQ(weighty[next].features, values.features);
      ++next;
    }
    EXPECT_EQ(next, weighty.size());
  }
  EXPECT_GT(light, 300u);
  EXPECT_GT(heavy, 100u);
}

TEST(ValuePairs, WeightsAddUp) {
  ValuePair none;
  EXPECT_EQ(Weigh(none), 0);
  ValuePair pair;
  pair[PairFeature::k_bias] = 100;
  const int64_t bias = Weigh(pair);
  EXPECT_LT(bias, 0);
  pair[PairFeature::k_slip] = 100;
  const int64_t slip = Weigh(pair);
  EXPECT_GT(slip, bias);
  pair[PairFeature::k_apart] = 300;
  EXPECT_LT(Weigh(pair), slip);
}

TEST(ValuePairs, EachFeatureHasItsName) {
  EXPECT_EQ(NameOf(PairFeature::k_bias), "bias");
  EXPECT_EQ(NameOf(PairFeature::k_slip), "slip");
}

}  // namespace
}  // namespace claimcheck
