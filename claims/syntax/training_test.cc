// Training on a treebank of a few sentences: it learns them, and the same
// sentences give the same bytes.

#include "claims/syntax/training.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claims/base/stable_hash.h"
#include "claims/syntax/dictionary_words.h"
#include "claims/syntax/name_trainer.h"
#include "claims/syntax/parser_trainer.h"
#include "claims/syntax/syntax.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace syntax {
namespace {

// Fields apart by blanks; the other columns of CoNLL-U are made up.
struct Row {
  const char* form;
  const char* upos;
  const char* xpos;
  int head;
  const char* relation;
  const char* entity;
};

std::string Sentence(const std::vector<Row>& rows) {
  std::string out;
  int id = 0;
  for (const Row& row : rows) {
    absl::StrAppend(&out, ++id, "\t", row.form, "\t_\t", row.upos, "\t",
                    row.xpos, "\t_\t", row.head, "\t", row.relation, "\t_\t",
                    row.entity, "\n");
  }
  return out + "\n";
}

std::string SmallTreebank() {
  std::string out = "# newdoc id = one\n";
  for (const char* who : {"Anna", "Peter", "Mary", "Oskar"}) {
    for (const char* verb : {"saw", "built", "left"}) {
      for (const char* what : {"houses", "boats", "bridges"}) {
        out += Sentence(
            {{who, "PROPN", "NNP", 2, "nsubj", "Entity=(1-person-x-y-z-1-sgl)"},
             {verb, "VERB", "VBD", 0, "root", "_"},
             {"two", "NUM", "CD", 4, "nummod", "_"},
             {what, "NOUN", "NNS", 2, "obj", "_"},
             {"in", "ADP", "IN", 6, "case", "_"},
             {"Oslo", "PROPN", "NNP", 2, "obl", "Entity=(2-place-x-y-z-1-sgl)"},
             {".", "PUNCT", ".", 2, "punct", "_"}});
        out += Sentence({{"The", "DET", "DT", 2, "det", "_"},
                         {what, "NOUN", "NNS", 4, "nsubj:pass", "_"},
                         {"were", "AUX", "VBD", 4, "aux:pass", "_"},
                         {verb, "VERB", "VBN", 0, "root", "_"},
                         {"by", "ADP", "IN", 6, "case", "_"},
                         {who, "PROPN", "NNP", 4, "obl:agent",
                          "Entity=(3-person-x-y-z-1-sgl)"},
                         {".", "PUNCT", ".", 4, "punct", "_"}});
      }
    }
  }
  return out;
}

TrainingOptions OneEpoch() {
  TrainingOptions options;
  options.tagger.epochs = options.tagger.fold_epochs = 2;
  options.tagger.runs = options.parser.runs = options.names.runs = 2;
  options.tagger.folds = 3;
  options.parser.epochs = options.names.epochs = 2;
  options.tagger.least_first = options.tagger.least_second = 1;
  options.parser.least_move = 1;
  options.parser.least_relation = options.names.least = 1;
  return options;
}

TEST(TrainingTest, SameSentencesSameBytes) {
  const std::vector<TreebankSentence> treebank = ReadConllu(SmallTreebank());
  ASSERT_EQ(treebank.size(), 72u);
  const std::map<std::string, uint16_t> groups = {{"anna", 1}, {"oslo", 2}};
  const TrainedWeights one = Train(treebank, groups, {}, OneEpoch());
  const TrainedWeights two = Train(treebank, groups, {}, OneEpoch());
  EXPECT_TRUE(one.tagger == two.tagger);
  EXPECT_TRUE(one.parser == two.parser);
  EXPECT_TRUE(one.names == two.names);
  // With any compiler, too.
  StableHash hash;
  hash.Add(one.tagger).Add(one.parser).Add(one.names);
  EXPECT_EQ(hash.Hex(), "853cb5b7b3cad6ed");
  TrainingOptions other = OneEpoch();
  other.parser.epochs = 1;
  EXPECT_FALSE(Train(treebank, groups, {}, other).parser == one.parser);
}

TEST(TrainingTest, LearnsWhatItWasShown) {
  const std::vector<TreebankSentence> treebank = ReadConllu(SmallTreebank());
  const TrainedWeights weights = Train(treebank, {}, {}, OneEpoch());
  Syntax syntax;
  ASSERT_TRUE(syntax.Open(weights.tagger, weights.parser, weights.names));
  SyntaxScratch scratch;
  ParsedSentence parsed;
  int wrong = 0, names = 0;
  for (const TreebankSentence& sentence : treebank) {
    std::vector<absl::string_view> forms;
    for (const TreebankWord& word : sentence.words) forms.push_back(word.form);
    syntax.Parse(forms, &scratch, &parsed);
    for (size_t i = 0; i < forms.size(); ++i) {
      wrong += parsed.words[i].upos != sentence.words[i].upos;
      wrong += parsed.words[i].head != sentence.words[i].head;
      wrong += parsed.words[i].relation != sentence.words[i].relation;
    }
    names += parsed.names == NamesOf(sentence);
  }
  EXPECT_LT(wrong, 20);
  EXPECT_GT(names, 60);
}

TEST(DictionaryWordsTest, ReadsWordsWithTheirForms) {
  std::map<std::string, uint16_t> words;
  AddDictionaryWords("data.noun",
                     "  1 This is the licence\n"
                     "00001740 03 n 03 ferry 0 Oslo 0 ferry_boat 0 001 @ 1 n\n",
                     &words);
  AddDictionaryWords("data.verb", "00002000 30 v 01 ferry 1 000 | to carry\n",
                     &words);
  AddDictionaryWords("verb.exc", "sang sing\n", &words);
  AddDictionaryWords("index.noun", "boat n 1\n", &words);
  const std::map<std::string, uint16_t> expected = {
      {"ferry", kDictNoun | kDictVerb},    {"oslo", kDictName},
      {"ferries", kDictPlural | kDictVerbS}, {"ferried", kDictPast},
      {"ferrying", kDictIng},              {"sang", kDictIrregular}};
  EXPECT_EQ(words, expected);
}

TEST(ConlluTest, ReadsWordsAndEntities) {
  const std::vector<TreebankSentence> read = ReadConllu(
      "# newdoc id = d\n# text = He can't.\n"
      "1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(7-person-a-b-c-1-x(8-"
      "place-a-b-c-1-x)\n"
      "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
      "2\tca\tcan\tAUX\tMD\t_\t0\troot\t_\t_\n"
      "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\tEntity=7)|SpaceAfter=No\n");
  ASSERT_EQ(read.size(), 1u);
  ASSERT_EQ(read[0].words.size(), 3u);
  EXPECT_EQ(read[0].words[0].head, 1);
  EXPECT_EQ(read[0].words[1].head, -1);
  EXPECT_EQ(read[0].words[2].relation, Relation::kAdvmod);
  EXPECT_FALSE(read[0].words[2].space_after);
  ASSERT_EQ(read[0].entities.size(), 2u);
  EXPECT_EQ(read[0].entities[0].type, "place");
  EXPECT_EQ(read[0].entities[1].type, "person");
  EXPECT_EQ(read[0].entities[1].end, 3);
}

TEST(ProjectiveTest, CrossingArcsAreLifted) {
  // 0 <- 2, 1 <- 3 cross.
  std::vector<int> heads = {2, 3, -1, 2};
  MakeProjective(&heads);
  EXPECT_EQ(heads[2], -1);
  for (int d = 0; d < 4; ++d) EXPECT_NE(heads[d], d);
  EXPECT_EQ(heads[1], 2);
}

}  // namespace
}  // namespace syntax
}  // namespace claimcheck
