// What must hold of any set of documents, without knowing what is right: tried
// on the story of testdata.

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "checker/checker.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

std::vector<v1::Document> Story() {
  std::vector<v1::Document> documents;
  for (const char* name :
       {"a_preview", "b_rewrite", "c_arrival", "d_short", "e_background"}) {
    std::ifstream in(absl::StrCat("testdata/stories/summit/", name, ".txt"),
                     std::ios::binary);
    v1::Document document;
    document.set_id(name);
    document.set_text(std::string((std::istreambuf_iterator<char>(in)), {}));
    EXPECT_FALSE(document.text().empty()) << name;
    documents.push_back(document);
  }
  return documents;
}

v1::Report Report(const std::vector<v1::Document>& documents,
                  const CheckerOptions& options = {}) {
  const auto checker = Checker::Create(options);
  EXPECT_TRUE(checker.ok());
  auto report = checker->Compare(documents);
  EXPECT_TRUE(report.ok());
  return *std::move(report);
}

std::vector<v1::Finding> Compare(const std::vector<v1::Document>& documents) {
  const v1::Report report = Report(documents);
  return {report.findings().begin(), report.findings().end()};
}

bool Shown(const v1::Finding& f) { return f.severity() >= v1::Severity::WARNING; }

// A finding without what depends on the order of the documents.
std::string Signature(const v1::Finding& f) {
  std::vector<std::string> places;
  for (const v1::Evidence& e : f.evidence()) {
    places.push_back(absl::StrCat(e.document_id(), "@", e.span().begin(), " ",
                                  e.text()));
  }
  std::sort(places.begin(), places.end());
  std::string out = absl::StrCat(f.kind(), " ", f.rule_id());
  for (const std::string& p : places) absl::StrAppend(&out, "\n  ", p);
  return out;
}

std::multiset<std::string> Signatures(const std::vector<v1::Finding>& findings,
                                      bool shown_only) {
  std::multiset<std::string> out;
  for (const v1::Finding& f : findings) {
    if (!shown_only || Shown(f)) out.insert(Signature(f));
  }
  return out;
}

std::multiset<std::string> RuleIds(const std::vector<v1::Finding>& findings) {
  std::multiset<std::string> out;
  for (const v1::Finding& f : findings) {
    if (Shown(f)) out.insert(f.rule_id());
  }
  return out;
}

TEST(MetamorphicTest, TheStoryHasFindings) {
  // Else every relation below would hold of nothing.
  EXPECT_THAT(Signatures(Compare(Story()), true), Not(IsEmpty()));
}

TEST(MetamorphicTest, OrderOfDocumentsDoesNotMatter) {
  std::vector<v1::Document> documents = Story();
  const auto expected = Signatures(Compare(documents), false);
  for (int i = 0; i < 4; ++i) {
    std::rotate(documents.begin(), documents.begin() + 1, documents.end());
    if (i % 2 == 1) std::swap(documents[0], documents[3]);
    EXPECT_EQ(Signatures(Compare(documents), false), expected) << i;
  }
}

TEST(MetamorphicTest, AnUnrelatedDocumentChangesNothingForTheOthers) {
  std::vector<v1::Document> documents = Story();
  const auto expected = Signatures(Compare(documents), true);
  v1::Document other;
  other.set_id("bakery");
  other.set_published("2019-02-04");
  other.set_text(
      "Bread in Lima costs more\n\nThe bakers’ union of Lima raised the price "
      "of a loaf by 12 percent on Monday. Flour had risen to 4.20 soles a kilo "
      "in January, the union’s treasurer, Rosa Huaman, said. “Nobody bakes for "
      "the fun of it before dawn,” she said.\n");
  documents.push_back(other);
  EXPECT_EQ(Signatures(Compare(documents), true), expected);
  std::rotate(documents.begin(), documents.end() - 1, documents.end());
  EXPECT_EQ(Signatures(Compare(documents), true), expected);
}

TEST(MetamorphicTest, AnUnrelatedParagraphChangesNothing) {
  std::vector<v1::Document> documents = Story();
  const auto expected = Signatures(Compare(documents), true);
  for (v1::Document& document : documents) {
    absl::StrAppend(document.mutable_text(),
                    "\n\nThe baker of the quarter had sold out of rye bread.\n");
  }
  EXPECT_EQ(Signatures(Compare(documents), true), expected);
}

TEST(MetamorphicTest, NumbersMayBeWrittenOtherwise) {
  std::vector<v1::Document> documents = Story();
  const auto expected = RuleIds(Compare(documents));
  for (v1::Document& document : documents) {
    *document.mutable_text() = absl::StrReplaceAll(
        document.text(), {{"17 years", "seventeen years"},
                          {"more than two dozen", "more than 24"},
                          {"four ministers", "4 ministers"},
                          {"24 years later", "twenty-four years later"},
                          {"16 this year", "sixteen this year"}});
  }
  EXPECT_EQ(RuleIds(Compare(documents)), expected);
}

TEST(MetamorphicTest, DatesMayBeWrittenOtherwise) {
  std::vector<v1::Document> documents = Story();
  const auto expected = RuleIds(Compare(documents));
  for (v1::Document& document : documents) {
    *document.mutable_text() =
        absl::StrReplaceAll(document.text(), {{"September 12", "12 September"},
                                              {"September 13", "13 September"}});
  }
  // "September 12-13" became a day and a stray number; that one is put back.
  for (v1::Document& document : documents) {
    *document.mutable_text() = absl::StrReplaceAll(
        document.text(), {{"12 September-13", "12-13 September"},
                          {"13 September-14", "13-14 September"}});
  }
  EXPECT_EQ(RuleIds(Compare(documents)), expected);
}

TEST(MetamorphicTest, LineEndsAndMarksDoNotMatter) {
  std::vector<v1::Document> documents = Story();
  const auto expected = RuleIds(Compare(documents));
  for (v1::Document& document : documents) {
    *document.mutable_text() =
        absl::StrCat("\xEF\xBB\xBF",
                     absl::StrReplaceAll(document.text(), {{"\n", "\r\n"}}));
  }
  EXPECT_EQ(RuleIds(Compare(documents)), expected);
  documents = Story();
  for (v1::Document& document : documents) {
    *document.mutable_text() = absl::StrReplaceAll(
        document.text(), {{"“", "\""}, {"”", "\""}, {"’", "'"}});
  }
  EXPECT_EQ(RuleIds(Compare(documents)), expected);
}

TEST(MetamorphicTest, ADocumentDoesNotContradictItsCopy) {
  for (const v1::Document& document : Story()) {
    // What is wrong inside it stays so; nothing new appears across the copies.
    const auto alone = RuleIds(Compare({document}));
    v1::Document copy = document;
    copy.set_id("copy");
    EXPECT_EQ(std::set<std::string>(alone.begin(), alone.end()),
              [&] {
                const auto both = RuleIds(Compare({document, copy}));
                return std::set<std::string>(both.begin(), both.end());
              }())
        << document.id();
  }
}

TEST(MetamorphicTest, FindingsThatDoNotCiteADocumentOutliveIt) {
  const std::vector<v1::Document> documents = Story();
  const std::vector<v1::Finding> all = Compare(documents);
  for (size_t removed = 0; removed < documents.size(); ++removed) {
    std::vector<v1::Document> fewer = documents;
    fewer.erase(fewer.begin() + removed);
    // Undated documents borrow their date: keep what the whole set gave them.
    const auto left = Signatures(Compare(fewer), true);
    for (const v1::Finding& f : all) {
      if (!Shown(f)) continue;
      const bool cites = std::any_of(
          f.evidence().begin(), f.evidence().end(), [&](const auto& e) {
            return e.document_id() == documents[removed].id();
          });
      if (!cites) {
        EXPECT_EQ(left.count(Signature(f)), 1u) << Signature(f);
      }
    }
  }
}

TEST(MetamorphicTest, AnAttributionAddedToBothSidesKeepsTheContradiction) {
  auto day = [](const char* id, const char* text) {
    v1::Document d;
    d.set_id(id);
    d.set_published("2024-05-16");
    d.set_text(text);
    return d;
  };
  const auto plain =
      RuleIds(Compare({day("a", "Mara Lindt arrived in Kenya on Tuesday."),
                       day("b", "Mara Lindt arrived in Kenya on Wednesday.")}));
  const auto said = RuleIds(Compare(
      {day("a", "Mara Lindt arrived in Kenya on Tuesday, her office said."),
       day("b", "Mara Lindt arrived in Kenya on Wednesday, her office said.")}));
  EXPECT_THAT(plain, Not(IsEmpty()));
  EXPECT_EQ(plain, said);
}

TEST(MetamorphicTest, AWiderNumberNeverContradicts) {
  auto doc = [](const char* id, const std::string& text) {
    v1::Document d;
    d.set_id(id);
    d.set_text(text);
    return d;
  };
  const v1::Document exact =
      doc("a", "Orla Shipping bought the ferry Aurora for $40 million.");
  const auto apart = RuleIds(Compare(
      {exact, doc("b", "Orla Shipping bought the ferry Aurora for $70 million.")}));
  EXPECT_THAT(apart, Not(IsEmpty()));
  for (const char* wide : {"more than $30 million", "at least $40 million",
                           "up to $50 million", "about $41 million",
                           "between $30 million and $50 million"}) {
    EXPECT_THAT(RuleIds(Compare({exact, doc("b", absl::StrCat(
                            "Orla Shipping bought the ferry Aurora for ", wide,
                            "."))})),
                IsEmpty())
        << wide;
  }
}

TEST(WhatIsWrittenTest, FewerFindingsAreTheFirstOfAll) {
  const v1::Report whole = Report(Story());
  EXPECT_FALSE(whole.truncated());
  CheckerOptions options;
  for (int most = 0; most <= whole.findings_size(); ++most) {
    options.limits.max_findings = static_cast<uint32_t>(most);
    const v1::Report report = Report(Story(), options);
    ASSERT_EQ(report.findings_size(), most);
    EXPECT_EQ(report.truncated(), most < whole.findings_size());
    for (int i = 0; i < most; ++i) {
      EXPECT_EQ(report.findings(i).SerializeAsString(),
                whole.findings(i).SerializeAsString());
    }
  }
}

TEST(WhatIsWrittenTest, BelowTheSeverityAskedForOnlyPlacesAre) {
  v1::Report whole = Report(Story());
  CheckerOptions options;
  options.in_full = v1::Severity::WARNING;
  v1::Report report = Report(Story(), options);
  ASSERT_EQ(report.findings_size(), whole.findings_size());
  int brief = 0;
  for (int i = 0; i < whole.findings_size(); ++i) {
    v1::Finding expected = whole.findings(i);
    if (!Shown(expected)) {
      ++brief;
      expected.Clear();
      expected.set_kind(whole.findings(i).kind());
      expected.set_severity(whole.findings(i).severity());
      expected.set_rule_id(whole.findings(i).rule_id());
      expected.set_fingerprint(whole.findings(i).fingerprint());
      for (const v1::Evidence& evidence : whole.findings(i).evidence()) {
        v1::Evidence* place = expected.add_evidence();
        place->set_document_id(evidence.document_id());
        *place->mutable_span() = evidence.span();
      }
    }
    EXPECT_EQ(report.findings(i).SerializeAsString(),
              expected.SerializeAsString());
  }
  EXPECT_GT(brief, 0);
  EXPECT_LT(brief, whole.findings_size());
  // Nothing else of the report depends on it.
  report.clear_findings();
  whole.clear_findings();
  EXPECT_EQ(report.SerializeAsString(), whole.SerializeAsString());
}

}  // namespace
}  // namespace claimcheck
