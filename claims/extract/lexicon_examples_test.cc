// Runs the examples that stand in the word lists, and asks each list for some.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "claimcheck/v1/claim.pb.h"
#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/finding.pb.h"
#include "claimcheck/v1/lexicon.pb.h"
#include "claims/base/text_proto.h"
#include "claims/extract/analysis.h"
#include "claims/extract/extractor.h"
#include "claims/extract/mention_line.h"
#include "claims/lexicon/lexicon.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/span.h"
#include "claims/text/stem.h"
#include "claims/text/tokens.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

struct Found {
  Span span;
  std::string line;
};

// `line` begins with the words of `gives`: "MONEY 5" is no "MONEY 50".
bool Gives(absl::string_view line, absl::string_view gives) {
  return absl::ConsumePrefix(&line, gives) &&
         (line.empty() || absl::StartsWith(line, " "));
}

// Text without its [[...]], and the span of what stood inside.
struct Marked {
  std::string text;
  std::vector<Span> spans;
};

Marked ReadMarks(absl::string_view text) {
  Marked out;
  uint32_t open = 0;
  while (!text.empty()) {
    if (absl::ConsumePrefix(&text, "[[")) {
      open = static_cast<uint32_t>(out.text.size());
    } else if (absl::ConsumePrefix(&text, "]]")) {
      out.spans.push_back({open, static_cast<uint32_t>(out.text.size())});
    } else {
      out.text += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

// The word sets that the words of a text are in, and the names that the program
// gives to them: ids of entries, classes of events, singulars of what is counted.
void FindSets(const DocumentAnalysis& analysis, std::vector<Found>* out) {
  const auto find = [&](const Span& span, const auto& contains) {
    for (const words::Named& set : words::All()) {
      if (contains(set)) out->push_back({span, absl::StrCat("set ", set.id)});
    }
  };
  const auto find_name = [&](const Span& span, absl::string_view name) {
    find(span, [&](const words::Named& set) {
      return set.names != nullptr && set.names->Contains(name);
    });
  };
  const std::vector<Token>& tokens = analysis.text.tokens;
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    std::set<uint32_t> stems = {StemHash(analysis.text.Folded(i))};
    for (const LexHit& hit : analysis.lex.At(i)) {
      if (hit.cls == Lex::kLemma) stems.insert(StemHash(hit.entry->id));
      find_name({tokens[i].span.begin, tokens[i + hit.tokens - 1].span.end},
                hit.entry->id);
    }
    find(tokens[i].span, [&](const words::Named& set) {
      return (set.forms != nullptr && set.forms->Contains(tokens[i].word)) ||
             (set.stems != nullptr &&
              std::any_of(stems.begin(), stems.end(), [&](uint32_t stem) {
                return set.stems->ContainsStem(stem);
              }));
    });
  }
  for (const Event& event : analysis.events) {
    find_name(event.trigger, event.cls);
  }
  for (const QuantityMention& q : analysis.quantities) {
    if (q.head != kNone) find_name(tokens[q.head].span, q.value.counted);
  }
}

// Everything of a text that an example can speak of.
std::vector<Found> FindAll(const Extractor& extractor, const std::string& text,
                           const std::string& published) {
  v1::Document document;
  document.set_id("example");
  document.set_text(text);
  document.set_published(published);
  DocumentAnalysis analysis;
  extractor.Analyze(document, Depth::kClaims, &analysis);
  std::vector<Found> out;
  const v1::Extraction extraction = ToProto(analysis, /*with_claims=*/true);
  for (const v1::Mention& m : extraction.mentions()) {
    out.push_back({{m.span().begin(), m.span().end()}, MentionLine(m)});
  }
  for (const v1::Claim& c : extraction.claims()) {
    out.push_back({{c.span().begin(), c.span().end()},
                   absl::StrCat("claim ", v1::Factuality::Status_Name(
                                              c.factuality().status()))});
  }
  const std::vector<Token>& tokens = analysis.text.tokens;
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    for (const LexHit& hit : analysis.lex.At(i)) {
      const std::string cls = v1::LexiconEntry::Class_Name(
          static_cast<v1::LexiconEntry::Class>(hit.cls));
      out.push_back(
          {{tokens[i].span.begin, tokens[i + hit.tokens - 1].span.end},
           absl::StrCat(cls, hit.entry->id.empty() ? "" : " ", hit.entry->id,
                        hit.entry->value_text.empty() ? "" : " ",
                        hit.entry->value_text)});
    }
  }
  FindSets(analysis, &out);
  return out;
}

std::vector<std::string> Mistakes(const Extractor& extractor,
                                  const v1::LexiconExample& example) {
  std::vector<std::string> out;
  const bool claim = absl::StartsWith(example.gives(), "claim ");
  for (const std::string& text : example.text()) {
    const Marked marked = ReadMarks(text);
    if (marked.spans.empty()) {
      out.push_back(absl::StrCat("\"", text, "\" marks nothing with [[...]]"));
    }
    const auto found = FindAll(extractor, marked.text, example.published());
    for (const Span& span : marked.spans) {
      std::vector<std::string> here;
      bool right = false;
      for (const Found& f : found) {
        if (f.span.end <= span.begin || f.span.begin >= span.end) continue;
        here.push_back(
            absl::StrCat(f.line, " \"", f.span.In(marked.text), "\""));
        // A claim has more words than the one that shows how it stands.
        const bool placed = claim ? f.span.Contains(span) : f.span == span;
        right |= placed && Gives(f.line, example.gives());
      }
      if (!right) {
        out.push_back(absl::StrCat("\"", span.In(marked.text), "\" of \"", text,
                                   "\" gives not \"", example.gives(),
                                   "\" but: ", absl::StrJoin(here, "; ")));
      }
    }
  }
  for (const std::string& text : example.none_of()) {
    for (const Found& f : FindAll(extractor, text, example.published())) {
      if (!Gives(f.line, example.gives())) continue;
      out.push_back(absl::StrCat("\"", f.span.In(text), "\" of \"", text,
                                 "\" gives ", f.line));
    }
  }
  return out;
}

std::vector<std::string> Lists() {
  std::vector<std::string> files;
  for (const auto& entry :
       std::filesystem::directory_iterator("claims/lexicon/data")) {
    files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

struct List {
  v1::LexiconFile file;
  std::string text;
  google::protobuf::TextFormat::ParseInfoTree tree;
};

void Load(const std::string& path, List* list) {
  std::ifstream in(path, std::ios::binary);
  list->text.assign(std::istreambuf_iterator<char>(in), {});
  ASSERT_TRUE(LoadTextProto(list->text, &list->file, &list->tree).empty());
}

class LexiconExamplesTest : public testing::TestWithParam<std::string> {};

TEST_P(LexiconExamplesTest, EachExampleHolds) {
  List list;
  Load(GetParam(), &list);
  const Extractor extractor(EmbeddedLexicon());
  const auto* field = v1::LexiconFile::descriptor()->FindFieldByName("example");
  for (int i = 0; i < list.file.example_size(); ++i) {
    for (const std::string& mistake :
         Mistakes(extractor, list.file.example(i))) {
      TextProtoIssue issue;
      issue.line = list.tree.GetLocation(field, i).line + 1;
      issue.message = mistake;
      ADD_FAILURE() << FormatIssue(GetParam(), issue, list.text);
    }
  }
}

TEST_P(LexiconExamplesTest, TheListHasExamplesOfBothKinds) {
  List list;
  Load(GetParam(), &list);
  bool text = false, none_of = false;
  for (const v1::LexiconExample& example : list.file.example()) {
    text |= example.text_size() > 0;
    none_of |= example.none_of_size() > 0;
  }
  EXPECT_TRUE(text) << GetParam() << ": no example with `text`";
  EXPECT_TRUE(none_of) << GetParam() << ": no example with `none_of`";
}

// Each set of a list has examples of both kinds.
TEST_P(LexiconExamplesTest, EachSetHasExamples) {
  List list;
  Load(GetParam(), &list);
  for (const v1::WordSet& set : list.file.set()) {
    bool text = false, none_of = false;
    for (const v1::LexiconExample& example : list.file.example()) {
      if (example.gives() != absl::StrCat("set ", set.id())) continue;
      text |= example.text_size() > 0;
      none_of |= example.none_of_size() > 0;
    }
    EXPECT_TRUE(text && none_of)
        << GetParam() << ": set " << set.id()
        << " lacks an example with `text` or one with `none_of`";
  }
}

// Entries that need more than a number before them: a sign in front, no blank
// between, a word that is mostly another word, or a time.
bool NeedsMoreThanANumber(const v1::LexiconEntry& entry) {
  static const auto* const kTags = new std::set<std::string>(
      {"before", "glued", "word", "weight", "ambiguous", "decimals"});
  if (entry.dimension() == "time") return true;
  for (const std::string& tag : entry.tag()) {
    if (kTags->count(tag) > 0) return true;
  }
  return entry.class_() != v1::LexiconEntry::UNIT &&
         entry.class_() != v1::LexiconEntry::CURRENCY;
}

// Behind a number, each phrase of a unit or a currency means that very one.
TEST_P(LexiconExamplesTest, UnitsAndCurrenciesAreRead) {
  List list;
  Load(GetParam(), &list);
  const Extractor extractor(EmbeddedLexicon());
  for (const v1::LexiconEntry& entry : list.file.entry()) {
    if (NeedsMoreThanANumber(entry)) continue;
    for (const std::string& phrase : entry.phrase()) {
      const std::string text = absl::StrCat("It came to 12 ", phrase, ".");
      bool read = false;
      for (const Found& f : FindAll(extractor, text, "")) {
        // Kind, value, unit; hundredths have another value.
        const std::vector<absl::string_view> words =
            absl::StrSplit(f.line, absl::MaxSplits(' ', 2));
        read |= words.size() == 3 && Gives(words[2], entry.id());
      }
      EXPECT_TRUE(read) << "\"12 " << phrase << "\" is no " << entry.id();
    }
  }
}

std::string TestName(const testing::TestParamInfo<std::string>& info) {
  return std::filesystem::path(info.param).stem().string();
}

INSTANTIATE_TEST_SUITE_P(Lists, LexiconExamplesTest, testing::ValuesIn(Lists()),
                         TestName);

// An example that is wrong is noticed: of its place, its value, its kind.
TEST(MistakesTest, AreFound) {
  const Extractor extractor(EmbeddedLexicon());
  v1::LexiconExample example;
  example.set_gives("MONEY 5000000 EUR");
  example.add_text("It paid [[five million euros]].");
  EXPECT_EQ(absl::StrJoin(Mistakes(extractor, example), "\n"), "");
  example.set_text(0, "It paid five [[million euros]].");
  EXPECT_EQ(Mistakes(extractor, example).size(), 1u);
  example.set_text(0, "It paid [[six million euros]].");
  EXPECT_EQ(Mistakes(extractor, example).size(), 1u);
  example.set_text(0, "It paid five million euros.");
  EXPECT_EQ(Mistakes(extractor, example).size(), 1u);
  example.clear_text();
  example.add_none_of("It paid five million euros.");
  EXPECT_EQ(Mistakes(extractor, example).size(), 1u);

  // Of sets: forms as written, all forms of a stem, the program's names.
  v1::LexiconExample set;
  set.set_gives("set poll-words");
  set.add_text("The [[polls]] are close.");
  EXPECT_EQ(absl::StrJoin(Mistakes(extractor, set), "\n"), "");
  set.set_text(0, "The [[surveys]] are close.");
  EXPECT_EQ(Mistakes(extractor, set).size(), 1u);
  set.set_gives("set denying-words");
  set.set_text(0, "The board is [[refusing]] to pay.");
  EXPECT_EQ(absl::StrJoin(Mistakes(extractor, set), "\n"), "");
  set.set_gives("set happens-once");
  set.set_text(0, "Three men were [[arrested]].");
  EXPECT_EQ(absl::StrJoin(Mistakes(extractor, set), "\n"), "");
  set.set_gives("set no-such-set");
  EXPECT_EQ(Mistakes(extractor, set).size(), 1u);
}

}  // namespace
}  // namespace claimcheck
