#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "claims/extract/analysis.h"
#include "claims/extract/finders.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

absl::string_view StatusName(Status status) {
  switch (status) {
    case Status::kNone:
      return "none";
    case Status::kFact:
      return "fact";
    case Status::kPlan:
      return "plan";
    case Status::kPossibility:
      return "possible";
    case Status::kDenial:
      return "denial";
    case Status::kNegation:
      return "negated";
    case Status::kHypothetical:
      return "if";
  }
  return "";
}

class EventsTest : public ::testing::Test {
 protected:
  // One line a typed event: "arrive fact who=... whom=... where=... when=...",
  // what is empty left out; names by the key of their entity.
  std::vector<std::string> Find(const std::string& text) {
    text_ = text;
    doc_.Clear();
    Tokenize(text_, &doc_.text);
    const Lexicon& lexicon = *EmbeddedLexicon();
    lexicon.Annotate(doc_.text, &doc_.lex);
    FindDocumentDate("2021-05-12", &doc_);  // a Wednesday
    FindTimes(lexicon, &doc_);
    FindNames(lexicon, &doc_);
    FindEvents(lexicon, &doc_);
    std::vector<std::string> lines;
    for (const Event& event : doc_.events) {
      if (!event.typed) continue;
      std::string line = absl::StrCat(event.cls, " ", StatusName(event.status));
      const absl::string_view instances[] = {"", " first", " last", " next",
                                             " other"};
      absl::StrAppend(&line, instances[static_cast<int>(event.instance)]);
      Append(" who=", event.agents, &line);
      Append(" whom=", event.patients, &line);
      Append(" where=", event.places, &line);
      std::vector<std::string> times;
      for (uint32_t t : event.times) {
        times.emplace_back(doc_.times[t].value.timex.view());
      }
      if (!times.empty()) {
        absl::StrAppend(&line, " when=", absl::StrJoin(times, "+"));
      }
      if (event.implicit_agents) absl::StrAppend(&line, " implicit");
      lines.push_back(line);
    }
    return lines;
  }

  void Append(absl::string_view label,
              const absl::InlinedVector<uint32_t, 2>& mentions,
              std::string* line) const {
    std::vector<std::string> keys;
    for (uint32_t m : mentions) {
      const NameMention& name = doc_.names[m];
      std::string key = name.entity == kNone
                            ? absl::StrCat("~", doc_.text.Text(name.span))
                            : doc_.entities[name.entity].key;
      if (name.entity2 != kNone) {
        absl::StrAppend(&key, "+", doc_.entities[name.entity2].key);
      }
      keys.push_back(key);
    }
    if (!keys.empty()) {
      absl::StrAppend(line, label, absl::StrJoin(keys, "+"));
    }
  }

  std::string text_;
  DocumentAnalysis doc_;
};

TEST_F(EventsTest, WhoWhereWhen) {
  EXPECT_THAT(Find("Chilean President Ana Rojas landed in Lima on Monday."),
              ElementsAre("arrive fact who=ana rojas where=lima "
                          "when=2021-05-10"));
  EXPECT_THAT(Find("In March 2019, Ana Rojas visited Bolivia."),
              ElementsAre("visit fact who=ana rojas where=bolivia "
                          "when=2019-03"));
  EXPECT_THAT(Find("Ana Rojas, Chile's president, arrived in Lima."),
              ElementsAre("arrive fact who=ana rojas where=lima"));
}

TEST_F(EventsTest, AVehicleGoesWhereItsOwnerGoes) {
  EXPECT_THAT(
      Find("Rojas’s plane touched down at Tolo airport on Monday."),
      ElementsAre("arrive fact who=rojas where=tolo airport when=2021-05-10"));
}

TEST_F(EventsTest, NamesInsideOtherPhrasesAreNoSubjects) {
  EXPECT_THAT(Find("A team from the Kazan zoo visited Lima."),
              ElementsAre("visit fact where=lima"));
  EXPECT_THAT(Find("Officials of the Rojas Foundation arrived in Lima."),
              ElementsAre("arrive fact where=lima"));
}

TEST_F(EventsTest, MutualEventsHaveAllAsAgents) {
  EXPECT_THAT(Find("Ana Rojas and Luis Vega met in Quito."),
              ElementsAre("meet fact who=ana rojas+luis vega where=quito"));
  EXPECT_THAT(Find("Ana Rojas will meet with Bolivian leader Luis Vega."),
              ElementsAre("meet plan who=ana rojas+luis vega"));
  EXPECT_THAT(Find("Ana Rojas held talks in Quito with Luis Vega."),
              ElementsAre("meet fact who=ana rojas+luis vega where=quito"));
  EXPECT_THAT(
      Find("The June 3 meeting in Quito between Ana Rojas and Luis Vega "
           "was short."),
      ElementsAre("meet fact who=ana rojas+luis vega where=quito "
                  "when=2021-06-03"));
  EXPECT_THAT(Find("The Chad-Libya summit ended."),
              Contains("meet fact who=chad+libya"));
}

TEST_F(EventsTest, ThePassiveTurnsRolesRound) {
  EXPECT_THAT(Find("Luis Vega was arrested by Interpol in Quito on Monday."),
              ElementsAre("arrest fact who=interpol whom=luis vega "
                          "where=quito when=2021-05-10"));
  EXPECT_THAT(Find("Luis Vega died in Quito."),
              ElementsAre("kill fact whom=luis vega where=quito"));
  EXPECT_THAT(Find("Kano was hit by a storm on Monday."),
              Contains("quake fact where=kano when=2021-05-10"));
}

TEST_F(EventsTest, NounsGetWhatTheirFrameSays) {
  EXPECT_THAT(Find("The last meeting between Ana Rojas and Luis Vega was in "
                   "March at Tolo airport."),
              ElementsAre("meet fact last who=ana rojas+luis vega "
                          "where=tolo airport when=2021-03"));
  EXPECT_THAT(
      Find("The latest meeting between Ana Rojas and Luis Vega took "
           "place in March, taking place in the Peruvian city of Cusco."),
      ElementsAre("meet fact last who=ana rojas+luis vega where=cusco "
                  "when=2021-03"));
  EXPECT_THAT(Find("Ana Rojas and Luis Vega were planning to hold a summit on "
                   "Thursday."),
              ElementsAre("meet plan who=ana rojas+luis vega when=2021-05-13"));
  EXPECT_THAT(
      Find("Ana Rojas will pay a friendly state visit to Peru on May 20."),
      ElementsAre("visit plan who=ana rojas where=peru "
                  "when=2021-05-20"));
}

TEST_F(EventsTest, StatusOfVerbs) {
  struct Row {
    const char* text;
    const char* status;
  };
  const Row rows[] = {
      {"Ana Rojas visited Peru.", "fact"},
      {"Ana Rojas has visited Peru.", "fact"},
      {"Ana Rojas will visit Peru.", "plan"},
      {"Ana Rojas is expected to visit Peru.", "plan"},
      {"Ana Rojas is set to visit Peru.", "plan"},
      {"Ana Rojas plans to visit Peru.", "plan"},
      {"Ana Rojas to visit Peru", "plan"},
      {"The office announced Ana Rojas would visit Peru.", "plan"},
      {"Ana Rojas may visit Peru.", "possible"},
      {"Ana Rojas is likely to visit Peru.", "possible"},
      {"Ana Rojas has apparently visited Peru.", "possible"},
      {"Ana Rojas did not visit Peru.", "negated"},
      {"Ana Rojas never visited Peru.", "negated"},
      {"Ana Rojas refused to visit Peru.", "negated"},
      {"Ana Rojas will not visit Peru.", "negated"},
      {"Nobody visited Peru.", "negated"},
      {"If Ana Rojas visited Peru, nobody saw it.", "if"},
  };
  for (const Row& row : rows) {
    const std::vector<std::string> lines = Find(row.text);
    bool found = false;
    for (const std::string& line : lines) {
      if (line.substr(0, 6) != "visit ") continue;
      found = true;
      EXPECT_EQ(line.substr(6, line.find(' ', 6) - 6), row.status) << row.text;
    }
    EXPECT_TRUE(found) << row.text;
  }
}

TEST_F(EventsTest, StatusOfNouns) {
  EXPECT_THAT(Find("The visit is scheduled for Thursday."),
              ElementsAre("visit plan when=2021-05-13"));
  EXPECT_THAT(Find("The key meetings are due to take place on Thursday."),
              ElementsAre("meet plan when=2021-05-13"));
  EXPECT_THAT(Find("Both countries have denied arms transfers."),
              Contains("deliver denial"));
  EXPECT_THAT(Find("Diplomats spoke of an impending visit."),
              Contains("visit plan next"));
  EXPECT_THAT(Find("Without a vote the bill was lost."),
              Contains("vote negated"));
}

TEST_F(EventsTest, VerbsWithoutSubjectHangOnOthers) {
  EXPECT_THAT(Find("Ana Rojas smiled upon arriving at Tolo airport on May 3, "
                   "2021."),
              Contains("arrive fact who=ana rojas where=tolo airport "
                       "when=2021-05-03"));
  EXPECT_THAT(Find("Before flying to Lima, Ana Rojas thanked Luis Vega."),
              ElementsAre("travel fact who=ana rojas where=lima",
                          "thank fact who=ana rojas whom=luis vega"));
  EXPECT_THAT(Find("The sects were accused of killing Luis Vega."),
              Contains("kill possible whom=luis vega"));
}

TEST_F(EventsTest, ClausesKeepTheirTimesAndPlaces) {
  EXPECT_THAT(
      Find("While the office had announced Ana Rojas would arrive in Lima on "
           "the evening of May 18, her flight was delayed, pushing the date of "
           "her arrival back to May 19."),
      ElementsAre("announce fact",
                  "arrive plan who=ana rojas where=lima when=2021-05-18TEV",
                  "travel fact who=ana rojas", "delay fact",
                  "arrive fact who=ana rojas when=2021-05-19"));
  EXPECT_THAT(
      Find("Ana Rojas, who left Lima on Monday, met Luis Vega in Quito "
           "on Tuesday."),
      ElementsAre("depart fact who=ana rojas where=lima when=2021-05-10",
                  "meet fact who=ana rojas+luis vega where=quito "
                  "when=2021-05-11"));
  EXPECT_THAT(Find("The guards who vanished in Kano on Monday were found in "
                   "Lagos on Tuesday."),
              ElementsAre("disappear fact where=kano when=2021-05-10",
                          "find fact where=lagos when=2021-05-11"));
}

TEST_F(EventsTest, CoordinatedVerbsShareSubjectAndAuxiliary) {
  EXPECT_THAT(Find("Ana Rojas visited Peru and met Luis Vega."),
              ElementsAre("visit fact who=ana rojas where=peru",
                          "meet fact who=ana rojas+luis vega"));
  EXPECT_THAT(Find("Ana Rojas will visit Peru and meet Luis Vega."),
              ElementsAre("visit plan who=ana rojas where=peru",
                          "meet plan who=ana rojas+luis vega"));
}

TEST_F(EventsTest, NaturalEventsHaveTimeAndPlace) {
  EXPECT_THAT(Find("A strong earthquake struck Kano on Monday."),
              ElementsAre("quake fact where=kano when=2021-05-10"));
  EXPECT_THAT(
      Find("In 2004, a quake off Padang killed many."),
      ElementsAre("quake fact where=padang when=2004", "kill fact when=2004"));
  // "It" is the event that was spoken of.
  EXPECT_THAT(Find("The quake was shallow. It took place on Monday."),
              Contains("quake fact when=2021-05-10"));
}

TEST_F(EventsTest, DefiniteEventsTakeOverTheirParticipants) {
  EXPECT_THAT(Find("Ana Rojas is set to visit Peru. The visit is scheduled for "
                   "Thursday."),
              ElementsAre("visit plan who=ana rojas where=peru",
                          "visit plan who=ana rojas when=2021-05-13 implicit"));
  // A possessive that is left open is not filled in.
  EXPECT_THAT(Find("Luis Vega met Paul Weber. Aides liked his visit."),
              Contains("visit fact who=~his"));
}

TEST_F(EventsTest, NounsBesideOtherNounsAreNoEvents) {
  EXPECT_THAT(Find("The crash site and the summit venue are closed."),
              Not(Contains(::testing::StartsWith("crash"))));
  EXPECT_THAT(Find("The Safety Board sent talks experts."),
              Not(Contains(::testing::StartsWith("meet"))));
}

TEST_F(EventsTest, SinceTellsNotWhenItWas) {
  EXPECT_THAT(Find("It was the first meeting of the two since 2019."),
              ElementsAre("meet fact first"));
}

TEST_F(EventsTest, AnIntroductionKeepsItsTime) {
  EXPECT_THAT(Find("Built in 1911, the bridge collapsed."),
              ElementsAre("collapse fact"));
  EXPECT_THAT(Find("Arrested in 2019, Ana Rojas was convicted in Lima."),
              ElementsAre("convict fact whom=ana rojas where=lima"));
  EXPECT_THAT(Find("Born in 1950, Ana Rojas died in Lima on Monday."),
              ElementsAre("kill fact whom=ana rojas where=lima when=2021-05-10"));
  EXPECT_THAT(Find("Born in Quito in 1950, Ana Rojas died on Monday."),
              ElementsAre("kill fact whom=ana rojas when=2021-05-10"));
  EXPECT_THAT(Find("In 2019, Ana Rojas was convicted in Lima."),
              ElementsAre("convict fact whom=ana rojas where=lima when=2019"));
}

TEST_F(EventsTest, AStatementKeepsItsTime) {
  EXPECT_THAT(Find("Two were let off on Monday; Ana Rojas died."),
              ElementsAre("kill fact whom=ana rojas"));
  EXPECT_THAT(Find("Ana Rojas was freed in Lima on Monday."),
              ElementsAre("release fact whom=ana rojas where=lima "
                          "when=2021-05-10"));
  EXPECT_THAT(Find("The strike ended after a fire broke out in Lima."),
              ElementsAre("strike fact", "end fact", "burn fact",
                          "begin fact where=lima"));
}

TEST_F(EventsTest, FurnitureHasNoEvents) {
  EXPECT_THAT(Find("Leave a Reply"), IsEmpty());
}

TEST_F(EventsTest, LongInputIsLinear) {
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    text += "Ana Rojas, Luis Vega, who said they met (and the visit, ";
  }
  Find(text);
  EXPECT_GT(doc_.events.size(), 1000u);
}

}  // namespace
}  // namespace claimcheck
