#include "rules/match/claim_tokens.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "claims/value/time_value.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rules/match/match_group.h"
#include "rules/match/meeting.h"

namespace claimcheck {
namespace {

using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::SizeIs;

struct Record {
  uint32_t group = 0;
  std::vector<MatchToken> tokens;
};

// A document of one sentence, whose names, event and claim the test sets by
// hand: what the finders make of a text is their own matter.
class Scene {
 public:
  explicit Scene(std::string text) : text_(std::move(text)) {
    Tokenize(text_, &doc_.text);
    EmbeddedLexicon()->Annotate(doc_.text, &doc_.lex);
    claim_.sentence = 0;
  }

  TokenRange Tokens(absl::string_view words) const {
    const auto begin = static_cast<uint32_t>(text_.find(std::string(words)));
    const uint32_t end = begin + static_cast<uint32_t>(words.size());
    TokenRange range;
    for (uint32_t t = 0; t < doc_.text.tokens.size(); ++t) {
      if (doc_.text.tokens[t].span.begin <= begin) range.begin = t;
      if (doc_.text.tokens[t].span.begin < end) range.end = t + 1;
    }
    return range;
  }

  void Time(absl::string_view words) {
    TimeMention time;
    time.tokens = Tokens(words);
    doc_.times.push_back(time);
  }

  uint32_t Name(absl::string_view words, absl::string_view key, NameType type,
                absl::string_view country = "") {
    Entity entity;
    entity.key = std::string(key);
    entity.type = type;
    entity.country = country;
    doc_.entities.push_back(entity);
    NameMention name;
    name.tokens = Tokens(words);
    name.entity = static_cast<uint32_t>(doc_.entities.size() - 1);
    doc_.names.push_back(name);
    return static_cast<uint32_t>(doc_.names.size() - 1);
  }

  Event& AddEvent(absl::string_view trigger, absl::string_view cls) {
    Event event;
    event.tokens = Tokens(trigger);
    event.clause = {0, static_cast<uint32_t>(doc_.text.tokens.size())};
    event.cls = cls;
    doc_.events.push_back(event);
    claim_.event = 0;
    return doc_.events.back();
  }

  std::vector<Record> Records(ClaimKind kind) {
    claim_.kind = kind;
    std::vector<Record> records;
    ClaimTokenizer().Tokenize(
        doc_, claim_,
        [&](uint32_t group, absl::Span<const MatchToken> tokens) {
          records.push_back({group, {tokens.begin(), tokens.end()}});
        });
    return records;
  }

  DocumentAnalysis doc_;
  ClaimRecord claim_;

 private:
  std::string text_;
};

int CommonWeight(const Record& a, const Record& b) {
  int weight = 0;
  for (MatchToken token : a.tokens) {
    if (std::find(b.tokens.begin(), b.tokens.end(), token) != b.tokens.end()) {
      weight += WeightOf(token);
    }
  }
  return weight;
}

TEST(ClaimTokenizerTest, ClassAndOneParticipantAreEnoughInAnyWords) {
  Scene a("Marta Olsen touched down at the airport of Brenholm.");
  const uint32_t full =
      a.Name("Marta Olsen", "marta olsen", NameType::kPerson);
  a.AddEvent("touched down", "arrive").agents.push_back(full);
  Scene b("The plane that brought Olsen landed north of the old quarry.");
  const uint32_t last = b.Name("Olsen", "olsen", NameType::kPerson);
  b.AddEvent("landed", "arrive").agents.push_back(last);
  const Record x = a.Records(ClaimKind::kEventTime).front();
  const Record y = b.Records(ClaimKind::kEventTime).front();
  EXPECT_EQ(x.group, y.group);
  EXPECT_GE(CommonWeight(x, y), MeetingRule().enough);
}

TEST(ClaimTokenizerTest, VisitMeetsTheArrivalThatItBeginsWith) {
  Scene a("Olsen paid a visit to the harbour.");
  a.AddEvent("paid a visit", "visit").agents.push_back(
      a.Name("Olsen", "olsen", NameType::kPerson));
  Scene b("Olsen landed at noon.");
  b.AddEvent("landed", "arrive").agents.push_back(
      b.Name("Olsen", "olsen", NameType::kPerson));
  EXPECT_GE(CommonWeight(a.Records(ClaimKind::kEventTime).front(),
                         b.Records(ClaimKind::kEventTime).front()),
            MeetingRule().enough);
}

TEST(ClaimTokenizerTest, TimesAndPlacesAreGroupsOfTheirOwn) {
  Scene a("Olsen landed.");
  a.AddEvent("landed", "arrive").agents.push_back(
      a.Name("Olsen", "olsen", NameType::kPerson));
  EXPECT_NE(a.Records(ClaimKind::kEventTime).front().group,
            a.Records(ClaimKind::kEventPlace).front().group);
}

// Claims that differ in the value are what is looked for.
TEST(ClaimTokenizerTest, ValuesTakeNoPart) {
  Scene a("Olsen landed on Tuesday, 4 June, in Brenholm.");
  Scene b("Olsen landed on Friday, 11 May, in Kirvik.");
  std::vector<Record> records[2];
  Scene* scenes[2] = {&a, &b};
  a.Time("Tuesday, 4 June");
  b.Time("Friday, 11 May");
  const char* places[2] = {"Brenholm", "Kirvik"};
  for (int i = 0; i < 2; ++i) {
    Scene& scene = *scenes[i];
    const uint32_t who = scene.Name("Olsen", "olsen", NameType::kPerson);
    const uint32_t where =
        scene.Name(places[i], i == 0 ? "brenholm" : "kirvik", NameType::kPlace);
    Event& event = scene.AddEvent("landed", "arrive");
    event.agents.push_back(who);
    event.places.push_back(where);
    scene.claim_.place = where;
    records[i] = scene.Records(ClaimKind::kEventPlace);
  }
  EXPECT_EQ(records[0].front().tokens, records[1].front().tokens);
}

TEST(ClaimTokenizerTest, WordsMeetByStemAndClassOfEvent) {
  Scene a("The arrival of the containers surprised the harbour.");
  Scene b("A container arrived and the harbor was surprised.");
  std::vector<MatchToken> x = a.Records(ClaimKind::kSuperlative)[0].tokens;
  std::vector<MatchToken> y = b.Records(ClaimKind::kSuperlative)[0].tokens;
  EXPECT_THAT(x, SizeIs(4));
  EXPECT_THAT(x, IsSupersetOf(y));
  EXPECT_THAT(y, IsSupersetOf(x));
}

TEST(ClaimTokenizerTest, QuantitiesAreGroupedByDimension) {
  Scene a("The barge carried 300 tonnes of barley and 40 passengers.");
  QuantityMention mass;
  mass.value.dimension = "mass";
  mass.tokens = a.Tokens("300 tonnes");
  QuantityMention count;
  count.value.counted = "passenger";
  count.tokens = a.Tokens("40 passengers");
  count.counted = a.Tokens("passengers");
  a.doc_.quantities = {mass, count};
  a.claim_.quantity = 0;
  const Record x = a.Records(ClaimKind::kQuantity).front();
  a.claim_.quantity = 1;
  const Record y = a.Records(ClaimKind::kQuantity).front();
  EXPECT_NE(x.group, y.group);
  Scene b("Forty passengers were aboard.");
  count.tokens = b.Tokens("Forty passengers");
  count.counted = b.Tokens("passengers");
  b.doc_.quantities = {count};
  b.claim_.quantity = 0;
  const Record z = b.Records(ClaimKind::kQuantity).front();
  EXPECT_EQ(y.group, z.group);
  EXPECT_GE(CommonWeight(y, z), 10) << "what is counted counts twice";
}

TEST(ClaimTokenizerTest, ShortQuotationLiesWholeInOneWindowOfALongOne) {
  std::string text;
  for (int i = 0; i < 60; ++i) {
    text += "w";
    text += static_cast<char>('a' + i / 10);
    text += static_cast<char>('a' + i % 10);
    text += "x ";
  }
  Scene a(text);
  Quote quote;
  quote.tokens = {0, 60};
  a.doc_.quotes = {quote};
  a.claim_.quote = 0;
  const std::vector<Record> windows = a.Records(ClaimKind::kQuotation);
  EXPECT_GT(windows.size(), 4u);
  for (uint32_t begin = 0; begin + 6 <= 60; ++begin) {
    Scene b(text);
    quote.tokens = {begin, begin + 6};
    b.doc_.quotes = {quote};
    b.claim_.quote = 0;
    const Record part = b.Records(ClaimKind::kQuotation).front();
    ASSERT_THAT(part.tokens, SizeIs(6));
    EXPECT_TRUE(std::any_of(windows.begin(), windows.end(),
                            [&](const Record& window) {
                              return CommonWeight(window, part) == 30;
                            }))
        << begin;
  }
}

// A claim in a long sentence is found by its event and any of the other words.
TEST(ClaimTokenizerTest, WordsOfALongSentenceAreSharedOut) {
  Scene a(
      "Olsen landed with carpets, lanterns, saffron, walnuts, barley, copper, "
      "candles, ribbons, kettles, falcons, mirrors, almonds, cinnamon, hammers "
      "and lentils.");
  a.AddEvent("landed", "arrive").agents.push_back(
      a.Name("Olsen", "olsen", NameType::kPerson));
  const std::vector<Record> records = a.Records(ClaimKind::kEventTime);
  ASSERT_THAT(records, SizeIs(2));
  Scene b("Lentils landed with Berg.");
  b.AddEvent("landed", "arrive").agents.push_back(
      b.Name("Berg", "berg", NameType::kPerson));
  const Record lentils = b.Records(ClaimKind::kEventTime).front();
  int most = 0;
  for (const Record& record : records) {
    EXPECT_LE(record.tokens.size(), 12u);
    EXPECT_GE(record.tokens.size(), 8u);
    EXPECT_GE(CommonWeight(record, lentils), 10) << "the class is in all";
    most = std::max(most, CommonWeight(record, lentils));
  }
  EXPECT_GT(most, 10);
}

// They never link, so they are not to meet.
TEST(ClaimTokenizerTest, QuotationsAndReportsAreGroupsOfTheirOwn) {
  Scene a("“The granary burned to the ground,” she said.");
  Quote quote;
  quote.tokens = a.Tokens("The granary burned to the ground");
  a.doc_.quotes = {quote};
  a.claim_.quote = 0;
  Scene b("She said the granary had burned to the ground.");
  Attribution attribution;
  const TokenRange said = b.Tokens("the granary had burned to the ground");
  attribution.content.push_back(b.doc_.text.SpanOf(said));
  b.doc_.attributions = {attribution};
  b.claim_.attribution = 0;
  const Record x = a.Records(ClaimKind::kQuotation).front();
  const Record y = b.Records(ClaimKind::kStatement).front();
  EXPECT_NE(x.group, y.group);
  EXPECT_EQ(x.tokens, y.tokens);
  EXPECT_THAT(x.tokens, SizeIs(3));
}

TEST(ClaimTokenizerTest, WhatCanNeverBeLinkedIsNotFound) {
  Scene nobody("A fire broke out in Brenholm.");
  const uint32_t where =
      nobody.Name("Brenholm", "brenholm", NameType::kPlace);
  nobody.AddEvent("broke out", "start").places.push_back(where);
  nobody.claim_.place = where;
  EXPECT_THAT(nobody.Records(ClaimKind::kEventPlace), IsEmpty());
  EXPECT_THAT(nobody.Records(ClaimKind::kEventTime), SizeIs(1))
      << "two such fires can be one by their place";
  nobody.doc_.events[0].places.clear();
  EXPECT_THAT(nobody.Records(ClaimKind::kEventTime), IsEmpty());

  Scene saying("Olsen spoke on Tuesday.");
  saying.AddEvent("spoke", "speak").agents.push_back(
      saying.Name("Olsen", "olsen", NameType::kPerson));
  EXPECT_THAT(saying.Records(ClaimKind::kEventTime), IsEmpty());
}

TEST(ClaimTokenizerTest, DurationsOfNobodyAreOfTheirStory) {
  Scene anyones("The trial lasted 28 days.");
  anyones.AddEvent("lasted", "last");
  Scene olsens("Olsen waited 28 days.");
  olsens.AddEvent("waited", "wait").agents.push_back(
      olsens.Name("Olsen", "olsen", NameType::kPerson));
  EXPECT_TRUE(IsOfStory(anyones.Records(ClaimKind::kDuration)[0].group));
  EXPECT_FALSE(IsOfStory(olsens.Records(ClaimKind::kDuration)[0].group));
}

TEST(ClaimTokenizerTest, CityMeetsItsCountryAndItself) {
  Scene a("The convoy entered Lyon.");
  a.AddEvent("entered", "enter").agents.push_back(
      a.Name("Lyon", "lyon", NameType::kPlace, "FR"));
  Scene b("The convoy entered France.");
  const uint32_t france = b.Name("France", "france", NameType::kPlace, "FR");
  b.doc_.entities.back().is_country = true;
  b.AddEvent("entered", "enter").agents.push_back(france);
  const Record lyon = a.Records(ClaimKind::kEventTime).front();
  const Record country = b.Records(ClaimKind::kEventTime).front();
  EXPECT_GE(CommonWeight(lyon, country), MeetingRule().enough);
  EXPECT_GT(CommonWeight(lyon, lyon), CommonWeight(lyon, country));
}

TEST(ClaimTokenizerTest, PlacesMeetByTheDay) {
  const auto landing = [](const std::string& text, const std::string& who,
                          int64_t day) {
    Scene scene(text);
    TimeMention time;
    time.tokens = scene.Tokens("on Tuesday");
    time.value.grain = Grain::kDay;
    time.value.range.first = day * 86400;
    scene.doc_.times.push_back(time);
    scene.claim_.time = 0;
    scene.AddEvent("landed", "arrive")
        .agents.push_back(scene.Name(who, who, NameType::kPerson));
    return scene.Records(ClaimKind::kEventPlace).front();
  };
  const Record a =
      landing("Olsen landed on Tuesday in Brenholm.", "Olsen", 19000);
  const Record b = landing("Berg landed on Tuesday.", "Berg", 19000);
  const Record c = landing("Berg landed on Tuesday.", "Berg", 19007);
  EXPECT_EQ(CommonWeight(a, b), 15);
  EXPECT_EQ(CommonWeight(a, c), 10);
}

TEST(ClaimTokenizerTest, PeopleOfACountryMeetIt) {
  Scene a("Afghan soldiers fled.");
  Scene b("Soldiers from Afghanistan fled.");
  const Record x = a.Records(ClaimKind::kSuperlative).front();
  const Record y = b.Records(ClaimKind::kSuperlative).front();
  EXPECT_THAT(x.tokens, SizeIs(3));
  EXPECT_THAT(x.tokens, IsSupersetOf(y.tokens));
}

TEST(ClaimTokenizerTest, NothingIsFoundByNothing) {
  Scene a("On Tuesday it was.");
  a.Time("Tuesday");
  EXPECT_THAT(a.Records(ClaimKind::kDuration), IsEmpty());
  EXPECT_THAT(a.Records(ClaimKind::kSuperlative).front().tokens, IsEmpty());
  EXPECT_THAT(a.Records(ClaimKind::kNone), IsEmpty());
}

}  // namespace
}  // namespace claimcheck
