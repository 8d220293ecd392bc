#ifndef CLAIMCHECK_CLAIMS_EXTRACT_QUANTITIES_TEST_SUPPORT_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_QUANTITIES_TEST_SUPPORT_H_

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/extract/finders.h"
#include "claims/lexicon/lexicon.h"
#include "claims/text/tokenizer.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "gtest/gtest.h"

// Golden tables of quantities; for tests only.
namespace claimcheck {

struct Found {
  explicit Found(absl::string_view words) : text(words) {
    Tokenize(text, &doc.text);
    EmbeddedLexicon()->Annotate(doc.text, &doc.lex);
    FindQuantities(*EmbeddedLexicon(), &doc);
  }
  std::string text;
  DocumentAnalysis doc;
};

inline std::string Show(const DocumentAnalysis& doc, const QuantityMention& m) {
  const QuantityValue& v = m.value;
  std::string out = absl::StrCat(doc.text.Text(m.span), " = ");
  if (v.written_high) {
    absl::StrAppend(&out, "[", ToString(v.written), ", ",
                    ToString(*v.written_high), "]");
  } else {
    absl::StrAppend(&out, ToString(v.written));
  }
  if (v.ordinal) absl::StrAppend(&out, ".");
  if (!v.unit.empty()) absl::StrAppend(&out, " ", v.unit);
  if (!v.per.empty()) absl::StrAppend(&out, " per ", v.per);
  static constexpr const char* kHedges[] = {
      "", " exactly", " ~", " nearly", " >", " >=", " <", " <=", "", " vague"};
  static constexpr const char* kChanges[] = {"", " up", " down", " to",
                                             " from"};
  absl::StrAppend(&out, kHedges[static_cast<int>(v.hedge)],
                  kChanges[static_cast<int>(v.change)]);
  return out;
}

inline std::string ShowAll(const DocumentAnalysis& doc) {
  std::vector<std::string> all;
  for (const QuantityMention& m : doc.quantities) all.push_back(Show(doc, m));
  return absl::StrJoin(all, "; ");
}

struct Case {
  const char* text;
  const char* want;
};

template <size_t N>
void Check(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    const Found found(c.text);
    EXPECT_EQ(ShowAll(found.doc), c.want) << c.text;
  }
}

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_QUANTITIES_TEST_SUPPORT_H_
