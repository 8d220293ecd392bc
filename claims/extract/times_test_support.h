#ifndef CLAIMCHECK_CLAIMS_EXTRACT_TIMES_TEST_SUPPORT_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_TIMES_TEST_SUPPORT_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/extract/finders.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "claims/value/time_value.h"
#include "gtest/gtest.h"

// Golden tables of times; for tests only.
namespace claimcheck {

// Long enough for an article, without a time of its own.
inline constexpr char kArticle[] =
    "\n\nThe council of the harbour town, which has been short of money, "
    "and the owners of the old ferry, who have asked for help before, came "
    "together in the hall to hear what the engineers of the yard made of "
    "the damage that the storm did to the pier and to both of the landings.";

inline std::unique_ptr<DocumentAnalysis> Analyze(const std::string& text,
                                                 absl::string_view published) {
  auto doc = std::make_unique<DocumentAnalysis>();
  Tokenize(text, &doc->text);
  EmbeddedLexicon()->Annotate(doc->text, &doc->lex);
  EXPECT_TRUE(FindDocumentDate(published, doc.get()));
  FindTimes(*EmbeddedLexicon(), doc.get());
  return doc;
}

inline constexpr const char* kKinds[] = {"DATE", "TIME", "DURATION", "SET"};

// "[words] KIND value mod; ..." of all that is found.
inline std::string Found(const std::string& sentence,
                         absl::string_view published = "2024-05-15") {
  const std::string text = absl::StrCat(sentence, kArticle);
  const auto doc = Analyze(text, published);
  std::string out;
  for (const TimeMention& time : doc->times) {
    if (!out.empty()) absl::StrAppend(&out, "; ");
    absl::StrAppend(&out, "[", doc->text.Text(time.span), "] ",
                    kKinds[static_cast<int>(time.value.kind)], " ",
                    time.value.timex.view());
    if (!time.value.mod.empty()) absl::StrAppend(&out, " ", time.value.mod);
    EXPECT_STRNE(time.rule, "");
  }
  return out;
}

inline TimeValue Only(const std::string& sentence,
                      absl::string_view published = "2024-05-15") {
  const std::string text = absl::StrCat(sentence, kArticle);
  const auto doc = Analyze(text, published);
  EXPECT_EQ(doc->times.size(), 1u) << sentence;
  return doc->times.empty() ? TimeValue() : doc->times[0].value;
}

struct Case {
  const char* text;
  const char* found;
};
inline void Check(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(Found(c.text), c.found) << c.text;
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_TIMES_TEST_SUPPORT_H_
