#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claims/extract/analysis.h"
#include "claims/extract/finders.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class NamesTest : public ::testing::Test {
 protected:
  // One line a mention: its type, its words, who it is.
  //   "P Dr Ada Okafor" is "P Ada Okafor=ada okafor".
  std::vector<std::string> Find(const std::string& text) {
    text_ = text;
    doc_.Clear();
    Tokenize(text_, &doc_.text);
    EmbeddedLexicon()->Annotate(doc_.text, &doc_.lex);
    FindNames(*EmbeddedLexicon(), &doc_);
    std::vector<std::string> lines;
    for (const NameMention& name : doc_.names) {
      std::string line;
      if (name.form == NameMention::kName) {
        line = std::string(
            1, "?POL"[static_cast<int>(doc_.entities[name.entity].type)]);
      } else {
        line = name.form == NameMention::kPronoun ? "p" : "d";
      }
      const absl::string_view words = doc_.text.Text(name.span);
      absl::StrAppend(&line, " ", words);
      if (name.entity != kNone) {
        absl::StrAppend(&line, "=", doc_.entities[name.entity].key);
      }
      if (name.entity2 != kNone) {
        absl::StrAppend(&line, "+", doc_.entities[name.entity2].key);
      }
      lines.push_back(line);
    }
    return lines;
  }

  const Entity* ByKey(absl::string_view key) const {
    for (const Entity& entity : doc_.entities) {
      if (entity.key == key) return &entity;
    }
    return nullptr;
  }

  std::string text_;
  DocumentAnalysis doc_;
};

TEST_F(NamesTest, OfficeAndNationalityStandOutsideTheName) {
  EXPECT_THAT(Find("Peruvian Foreign Minister Rosa Quispe met the press."),
              ElementsAre("P Rosa Quispe=rosa quispe"));
  EXPECT_EQ(doc_.text.Text(doc_.text.SpanOf(doc_.names[0].phrase)),
            "Peruvian Foreign Minister Rosa Quispe");
  const Entity* rosa = ByKey("rosa quispe");
  ASSERT_NE(rosa, nullptr);
  EXPECT_EQ(rosa->country, "PE");
  EXPECT_EQ(rosa->role, "foreign minister");
  EXPECT_EQ(rosa->gender, Entity::kFemale);
}

TEST_F(NamesTest, OfficesInSmallLettersAndBehindTheName) {
  Find("Finland’s new defense minister, Aino Virtanen, spoke first.");
  ASSERT_NE(ByKey("aino virtanen"), nullptr);
  EXPECT_EQ(ByKey("aino virtanen")->role, "defence minister");
  EXPECT_EQ(ByKey("aino virtanen")->country, "FI");
  Find("Tuulia Halonen, a professor of law at Turku, disagreed.");
  ASSERT_NE(ByKey("tuulia halonen"), nullptr);
  EXPECT_EQ(ByKey("tuulia halonen")->type, NameType::kPerson);
  EXPECT_EQ(ByKey("tuulia halonen")->role, "professor");
  Find("President Ama Mensah of Ghana has left.");
  ASSERT_NE(ByKey("ama mensah"), nullptr);
  EXPECT_EQ(ByKey("ama mensah")->country, "GH");
}

TEST_F(NamesTest, MrAndMrsOfOneSurnameAreTwo) {
  EXPECT_THAT(Find("Anna Brandwick hid. But Mr Brandwick swam, and Mrs Brandwick ran."),
              ElementsAre("P Anna Brandwick=ana brandwick", "P Brandwick=brandwick",
                          "P Brandwick=ana brandwick"));
}

TEST_F(NamesTest, ADatelineBeginsWithAPlace) {
  EXPECT_THAT(Find("KALVIK, 14 May (NW) - Two ships left Kalvik."),
              ElementsAre("L KALVIK=kalvik", "O NW=nw", "L Kalvik=kalvik"));
  EXPECT_EQ(doc_.text.Text(ByKey("kalvik")->name), "Kalvik");
}

TEST_F(NamesTest, OneRunHoldsABodyAnOfficeAndAPerson) {
  EXPECT_THAT(Find("On Monday Nordwind CEO Lars Holm said so."),
              ElementsAre("? Nordwind=nordwind", "P Lars Holm=lars holm"));
  EXPECT_THAT(
      Find("Texas National Guard spokesman Lt. Col. Ruth Ames said so."),
      ElementsAre("O Texas National Guard=texas national guard",
                  "P Ruth Ames=ruth ames"));
}

TEST_F(NamesTest, NamesOfBodiesKeepTheirSmallWords) {
  EXPECT_THAT(
      Find(
          "He joined the Ministry of Health and the Institute for the Study of "
          "Rivers."),
      ElementsAre("p He", "O Ministry of Health=ministry of health",
                  "O Institute for the Study of Rivers=institute for the study "
                  "of rivers"));
  EXPECT_THAT(Find("She left the Workers’ Party and Children’s Hospital."),
              ElementsAre("p She", "O Workers’ Party=workers' party",
                          "L Children’s Hospital=children's hospital"));
}

TEST_F(NamesTest, HyphensJoinNamesAndPartPlaces) {
  EXPECT_THAT(
      Find("The Chad-Libya talks were led by Moon Sang-ho and "
           "Ana de la Cruz for the U.S.-led group."),
      ElementsAre("L Chad=chad", "L Libya=libya", "? Moon Sang-ho=moon sang ho",
                  "P Ana de la Cruz=ana de la cruz", "L U.S.=united states"));
}

TEST_F(NamesTest, ParticlesAreJoinedToTheNameBehind) {
  EXPECT_THAT(Find("Prime Minister Hassan al-Badri spoke. Badri left."),
              ElementsAre("P Hassan al-Badri=hasan al badri",
                          "P Badri=hasan al badri"));
  // The text is cut off there.
  EXPECT_THAT(Find("Prime Minister Hassan al-"), ElementsAre("P Hassan=hasan"));
}

TEST_F(NamesTest, SentenceHeadsProveNothing) {
  EXPECT_THAT(Find("Villagers fled. Rescue teams came. Smoke rose. Many died."),
              IsEmpty());
  EXPECT_THAT(Find("Safety experts met the Rail Safety Board."),
              ElementsAre("O Rail Safety Board=rail safety board"));
  // Seen within a sentence elsewhere, or in the lists, or owning something.
  EXPECT_THAT(Find("Orlova left. We saw Orlova."),
              ElementsAre("? Orlova=orlova", "? Orlova=orlova"));
  EXPECT_THAT(Find("Norway agreed."), ElementsAre("L Norway=norway"));
}

TEST_F(NamesTest, HeadlinesInTitleCaseAreTrustedOnlyForKnownNames) {
  EXPECT_THAT(Find("Growing Anger Over Bridge Works In Lagos\n\nPeople met."),
              ElementsAre("L Lagos=lagos"));
}

TEST_F(NamesTest, ShortFormsSpellingsAndAcronymsAreOneEntity) {
  EXPECT_THAT(
      Find("Sergey Antonov met Moon Sang-Ho. Antonov left. Sergei Antonov "
           "and Moon Sang Ho agreed. Moon stayed."),
      ElementsAre("P Sergey Antonov=sergei antonov",
                  "? Moon Sang-Ho=moon sang ho", "P Antonov=sergei antonov",
                  "P Sergei Antonov=sergei antonov",
                  "? Moon Sang Ho=moon sang ho", "? Moon=moon"));
  EXPECT_THAT(Find("The Coastal Rescue Agency (CRA) came. The CRA left."),
              ElementsAre("O Coastal Rescue Agency=coastal rescue agency",
                          "O CRA=coastal rescue agency",
                          "O CRA=coastal rescue agency"));
}

TEST_F(NamesTest, NamesakesStayApart) {
  Find(
      "Leader Moon Sang Ho met Moon Il Gu. President Moon Sang Ho left.\n\n"
      "Later Moon spoke.");
  ASSERT_NE(ByKey("moon sang ho"), nullptr);
  ASSERT_NE(ByKey("moon il gu"), nullptr);
  // A bare "Moon" in a new paragraph is who is named so most.
  EXPECT_EQ(doc_.names.back().entity, doc_.names[0].entity);
}

TEST_F(NamesTest, PlacesWithTheirKind) {
  EXPECT_THAT(
      Find("He left Kirana airport in Tolo province for the village of Pemba."),
      ElementsAre("p He", "L Kirana airport=kirana airport", "L Tolo=tolo",
                  "L Pemba=pemba"));
  EXPECT_TRUE(ByKey("kirana airport")->facility);
  EXPECT_TRUE(ByKey("pemba")->city);
  Find("It fell eight kilometres from Velgarno, the local newspaper said.");
  ASSERT_NE(ByKey("velgarno"), nullptr);
  EXPECT_EQ(ByKey("velgarno")->type, NameType::kPlace);
  Find("They met at Omar Said square in Oran, Algeria.");
  ASSERT_NE(ByKey("omar said square"), nullptr);
  EXPECT_EQ(ByKey("omar said square")->type, NameType::kPlace);
  const Entity* square = ByKey("omar said square");
  ASSERT_NE(square->within, kNone);
  EXPECT_EQ(doc_.entities[square->within].key, "oran");
  EXPECT_EQ(doc_.entities[ByKey("oran")->within].key, "algeria");
}

TEST_F(NamesTest, ListsOfPlacesAreNoNests) {
  Find("Experts from Chile, Peru and Bolivia came.");
  for (const Entity& entity : doc_.entities) EXPECT_EQ(entity.within, kNone);
}

TEST_F(NamesTest, LookAlikeLettersFold) {
  // The second word begins with U+0421.
  Find("The Vesta \xD0\xA1osmodrome is near the Vesta cosmodrome.");
  ASSERT_EQ(doc_.names.size(), 2u);
  EXPECT_EQ(doc_.names[0].entity, doc_.names[1].entity);
}

TEST_F(NamesTest, CapitalsAndSeatsMayStandForGovernments) {
  Find("Lima said the White House had asked.");
  ASSERT_EQ(doc_.names.size(), 2u);
  EXPECT_TRUE(doc_.names[0].metonym);
  EXPECT_TRUE(doc_.names[1].metonym);
  EXPECT_EQ(doc_.entities[doc_.names[1].entity].country, "US");
}

TEST_F(NamesTest, PronounsMeanTheOnlyOneWhoFits) {
  EXPECT_THAT(
      Find("Maria Silva met Omar Haddad. She thanked his son."),
      ElementsAre("P Maria Silva=maria silva", "P Omar Haddad=omar haddad",
                  "p She=maria silva", "p his=omar haddad"));
  // Two men: a subject stays the subject, a possessive is left open.
  EXPECT_THAT(Find("Paul Weber met Omar Haddad. He left."),
              ElementsAre("P Paul Weber=paul weber",
                          "P Omar Haddad=omar haddad", "p He=paul weber"));
  EXPECT_THAT(Find("Paul Weber met Omar Haddad. The guests saw his house."),
              ElementsAre("P Paul Weber=paul weber",
                          "P Omar Haddad=omar haddad", "p his"));
}

TEST_F(NamesTest, WhoSpeaksBehindAQuotationIsTheSubjectBeforeIt) {
  EXPECT_THAT(Find("Paul Weber met Omar Haddad. “Nobody gains by this,” he said."),
              ElementsAre("P Paul Weber=paul weber", "P Omar Haddad=omar haddad",
                          "p he=paul weber"));
  // In a paragraph of its own it may be of either.
  EXPECT_THAT(Find("Paul Weber met Omar Haddad.\n\n“Nobody gains by this,” he said."),
              ElementsAre("P Paul Weber=paul weber", "P Omar Haddad=omar haddad", "p he"));
}

TEST_F(NamesTest, APossessiveAtTheHeadMeansTheSubject) {
  EXPECT_THAT(Find("Before his arrival in Quito, Paul Weber wrote a letter."),
              ElementsAre("p his=paul weber", "L Quito=quito",
                          "P Paul Weber=paul weber"));
  // A country as the subject leaves it open.
  EXPECT_THAT(Find("Weeks after his trip, Ecuador said no."),
              ElementsAre("p his", "L Ecuador=ecuador"));
}

TEST_F(NamesTest, SpeechAndTextDoNotReferToEachOther) {
  EXPECT_THAT(
      Find("\"Omar Haddad knows it,\" Maria Silva said. Later he left."),
      ElementsAre("P Omar Haddad=omar haddad", "p it",
                  "P Maria Silva=maria silva", "p he"));
}

TEST_F(NamesTest, DescriptionsByOfficeAndCountry) {
  EXPECT_THAT(
      Find("Chilean President Ana Rojas met Peruvian President Luis Vega. The "
           "Peruvian president smiled. The Bolivian president did not."),
      ElementsAre("P Ana Rojas=ana rojas", "P Luis Vega=luis vega",
                  "d The Peruvian president=luis vega",
                  "d The Bolivian president"));
}

TEST_F(NamesTest, TheTwoLeaders) {
  const std::vector<std::string> lines = Find(
      "The two leaders spoke twice. Chilean President Ana Rojas met Peruvian "
      "leader Luis Vega. Ana Rojas and Luis Vega dined.");
  ASSERT_FALSE(lines.empty());
  EXPECT_EQ(lines[0], "d The two leaders=ana rojas+luis vega");
  // Of three nobody knows which two.
  EXPECT_EQ(Find("President Ana Rojas, President Luis Vega and President Ivo "
                 "Horn met. The two leaders spoke.")
                .back(),
            "d The two leaders");
}

// Nobody has heard of Ruvek: what he is and how old he is say that he is somebody.
TEST_F(NamesTest, PersonsByWhatIsSaidOfThem) {
  for (const char* text :
       {"The driver of the train, Ruvek Szantes, survived.",
        "The head of the safety bureau, Ruvek Szantes, said so.",
        "The driver of the train, identified as Ruvek Szantes, survived.",
        "Ruvek Szantes, aged 43, survived.",
        "Ruvek Szantes, a 34-year-old father of two, survived."}) {
    Find(text);
    ASSERT_NE(ByKey("ruvek szantes"), nullptr) << text;
    EXPECT_EQ(ByKey("ruvek szantes")->type, NameType::kPerson) << text;
  }
  Find("The height of the tower, Ruvek Szantes, is not known.");
  EXPECT_NE(ByKey("ruvek szantes")->type, NameType::kPerson);
}

TEST_F(NamesTest, LongInputIsLinear) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Ab Cd-ef de Gh's (X) of ";
  Find(text);
  EXPECT_GT(doc_.names.size(), 1000u);
}

}  // namespace
}  // namespace claimcheck
