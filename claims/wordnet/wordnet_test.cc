#include "claims/wordnet/wordnet.h"

#include <map>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "claims/text/stem.h"
#include "claims/wordnet/wordnet_compiler.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

WordRelation Relate(absl::string_view a, absl::string_view b) {
  const WordNet& net = WordNet::Embedded();
  return net.Relate(net.Find(StemHash(a)), net.Find(StemHash(b)));
}

TEST(WordNet, HoldsEnglish) { EXPECT_GT(WordNet::Embedded().size(), 50000u); }

TEST(WordNet, KnowsSynonymsOfCommonMeanings) {
  EXPECT_EQ(Relate("purchase", "buy"), WordRelation::kSynonym);
  EXPECT_EQ(Relate("physician", "doctor"), WordRelation::kSynonym);
  EXPECT_EQ(Relate("doctors", "physician"), WordRelation::kSynonym);
  EXPECT_EQ(Relate("car", "car"), WordRelation::kSynonym);
}

TEST(WordNet, KnowsOpposites) {
  EXPECT_EQ(Relate("rise", "fall"), WordRelation::kOpposite);
  EXPECT_EQ(Relate("fall", "rise"), WordRelation::kOpposite);
  EXPECT_EQ(Relate("victory", "defeat"), WordRelation::kOpposite);
  EXPECT_EQ(Relate("legal", "illegal"), WordRelation::kOpposite);
}

TEST(WordNet, KnowsDerivedWords) {
  EXPECT_EQ(Relate("arrive", "arrival"), WordRelation::kDerived);
  EXPECT_EQ(Relate("decision", "decided"), WordRelation::kDerived);
}

TEST(WordNet, KnowsKinds) {
  EXPECT_EQ(Relate("dog", "poodle"), WordRelation::kNarrower);
  EXPECT_EQ(Relate("poodle", "dog"), WordRelation::kBroader);
  EXPECT_EQ(Relate("tennis", "badminton"), WordRelation::kSister);
}

TEST(WordNet, KnowsIrregularForms) {
  EXPECT_EQ(Relate("mice", "mouse"), WordRelation::kSynonym);
  EXPECT_EQ(Relate("bought", "purchase"), WordRelation::kSynonym);
}

TEST(WordNet, HasNoRelationForStrangers) {
  EXPECT_EQ(Relate("harbour", "sonnet"), WordRelation::kNone);
  EXPECT_EQ(Relate("xyzzy", "xyzzy"), WordRelation::kNone);
  EXPECT_EQ(Relate("xyzzy", "dog"), WordRelation::kNone);
}

TEST(WordNet, RefusesWhatIsNoTable) {
  WordNet net;
  EXPECT_FALSE(net.Open({}));
  const uint32_t junk[] = {7, 7, 7};
  EXPECT_FALSE(net.Open(junk));
  EXPECT_EQ(net.Find(StemHash("dog")), WordNet::kUnknown);
}

std::map<std::string, std::string> SmallFiles() {
  std::map<std::string, std::string> files;
  for (const char* part : {"noun", "verb", "adj", "adv"}) {
    files[std::string("data.") + part] = "  licence\n";
    files[std::string("index.") + part] = "  licence\n";
    files[std::string(part) + ".exc"] = "";
  }
  files["data.verb"] +=
      "00000010 30 v 02 soar 0 climb 0 001 ! 00000020 v 0101 00 | gloss\n"
      "00000020 30 v 01 dive 0 001 ! 00000010 v 0101 00 | gloss\n";
  files["index.verb"] +=
      "soar v 1 1 ! 1 0 00000010\n"
      "climb v 1 1 ! 1 0 00000010\n"
      "dive v 1 1 ! 1 0 00000020\n";
  files["verb.exc"] = "dove dive\n";
  return files;
}

TEST(WordNetCompiler, ReadsTheFilesOfWordNet) {
  const auto table = CompileWordNet(SmallFiles());
  ASSERT_TRUE(table.ok()) << table.status();
  WordNet net;
  ASSERT_TRUE(net.Open(*table));
  const auto word = [&](absl::string_view w) { return net.Find(StemHash(w)); };
  EXPECT_EQ(net.Relate(word("soar"), word("climb")), WordRelation::kSynonym);
  EXPECT_EQ(net.Relate(word("soar"), word("dive")), WordRelation::kOpposite);
  EXPECT_EQ(net.Relate(word("soar"), word("dove")), WordRelation::kOpposite);
  // An opposite belongs to one word of a meaning, not to all.
  EXPECT_EQ(net.Relate(word("climb"), word("dive")), WordRelation::kNone);
}

TEST(WordNetCompiler, SaysWhichLineIsWrong) {
  auto files = SmallFiles();
  files["data.verb"] += "00000030 30 v 05 short\n";
  const auto table = CompileWordNet(files);
  ASSERT_FALSE(table.ok());
  EXPECT_NE(std::string(table.status().message()).find("data.verb:4:1: error:"),
            std::string::npos)
      << table.status();
  files = SmallFiles();
  files.erase("index.adj");
  EXPECT_FALSE(CompileWordNet(files).ok());
}

}  // namespace
}  // namespace claimcheck
