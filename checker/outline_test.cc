// The outline of a report, as the checker writes it.

#include <string>
#include <vector>

#include "checker/checker.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

v1::Document Article(const std::string& id, const std::string& text,
                     const std::string& published = "2023-09-14") {
  v1::Document document;
  document.set_id(id);
  document.set_text(text);
  document.set_published(published);
  return document;
}

std::vector<v1::Document> Visit() {
  return {
      Article("preview.txt",
              "Prime Minister Ingrid Solvang will arrive in Iceland on "
              "September 12, 2023.\n",
              "2023-09-11"),
      Article("report.txt",
              "Prime Minister Ingrid Solvang arrived in Iceland on September "
              "13, 2023. The harbour cost 40 million euros.\n"),
  };
}

v1::Report Compare(const std::vector<v1::Document>& documents,
                   bool outline = true) {
  CheckerOptions options;
  options.outline = outline;
  return *Checker::Create(options)->Compare(documents);
}

TEST(Outline, IsWrittenOnRequestOnly) {
  const v1::Report report = Compare(Visit(), /*outline=*/false);
  EXPECT_TRUE(report.events().empty());
  EXPECT_TRUE(report.unchecked().empty());
  for (const v1::RuleCount& rule : report.rules()) {
    EXPECT_EQ(rule.title(), "");
  }
}

TEST(Outline, TellingsOfOneEventAreOneRow) {
  const v1::Report report = Compare(Visit());
  ASSERT_FALSE(report.findings().empty());
  ASSERT_FALSE(report.events().empty());
  const v1::DatedEvent& arrival = report.events(0);
  EXPECT_EQ(arrival.title(), "Ingrid Solvang arrives in Iceland");
  ASSERT_EQ(arrival.tellings_size(), 2);
  EXPECT_EQ(arrival.tellings(0).status(), v1::Factuality::PLAN);
  EXPECT_EQ(arrival.tellings(0).value(), "12 September 2023");
  EXPECT_EQ(arrival.tellings(1).status(), v1::Factuality::FACT);
  EXPECT_EQ(arrival.tellings(1).value(), "13 September 2023");
}

TEST(Outline, DifferentEventsAreDifferentRows) {
  const v1::Report report = Compare({Article(
      "a.txt",
      "Ingrid Solvang arrived in Iceland on September 13, 2023. The harbour "
      "opened on 3 May 2019.\n")});
  ASSERT_EQ(report.events_size(), 2);
  EXPECT_EQ(report.events(0).tellings(0).value(), "3 May 2019")
      << "in the order of time";
  EXPECT_EQ(report.events(1).tellings(0).value(), "13 September 2023");
}

TEST(Outline, WhatIsFoundIsNotAlsoUnchecked) {
  const v1::Report report = Compare(Visit());
  for (const v1::Unchecked& unchecked : report.unchecked()) {
    EXPECT_NE(unchecked.reason(), "");
    EXPECT_NE(unchecked.fingerprint(), "");
    for (const v1::Finding& finding : report.findings()) {
      for (const v1::Evidence& evidence : finding.evidence()) {
        EXPECT_FALSE(
            evidence.document_id() == unchecked.statement().document_id() &&
            evidence.span().begin() == unchecked.statement().span().begin() &&
            evidence.span().end() == unchecked.statement().span().end())
            << unchecked.title();
      }
    }
  }
}

TEST(Outline, UncheckedStatementsKeepTheirFingerprints) {
  std::vector<v1::Document> documents = {
      Article("a.txt", "The museum opened on 3 May 2019.\n")};
  const v1::Report before = Compare(documents);
  ASSERT_EQ(before.unchecked_size(), 1);
  documents[0].set_text("A new first line.\n\n" + documents[0].text());
  const v1::Report after = Compare(documents);
  ASSERT_EQ(after.unchecked_size(), 1);
  EXPECT_EQ(after.unchecked(0).fingerprint(),
            before.unchecked(0).fingerprint());
  EXPECT_NE(after.unchecked(0).statement().span().begin(),
            before.unchecked(0).statement().span().begin());
}

TEST(Outline, InACheckOnlyTheDraftCanBeUnchecked) {
  CheckerOptions options;
  options.outline = true;
  const std::vector<v1::Document> documents = Visit();
  const v1::Report report =
      *Checker::Create(options)->Check(documents[0], {documents[1]});
  for (const v1::Unchecked& unchecked : report.unchecked()) {
    EXPECT_EQ(unchecked.statement().document_id(), "preview.txt");
  }
}

TEST(Outline, CopiesNameTheirOrigin) {
  std::vector<v1::Document> documents = Visit();
  documents.push_back(Article("copy.txt", documents[1].text()));
  documents[2].set_derived_from("report.txt");
  const v1::Report report = Compare(documents);
  EXPECT_EQ(report.documents(0).origin(), "");
  EXPECT_EQ(report.documents(1).origin(), "report.txt");
  EXPECT_EQ(report.documents(2).origin(), "report.txt");
}

TEST(Outline, RulesHaveTheirNames) {
  const v1::Report report = Compare(Visit());
  EXPECT_FALSE(report.rules().empty());
  for (const v1::RuleCount& rule : report.rules()) {
    EXPECT_NE(rule.title(), "") << rule.rule_id();
  }
}

}  // namespace
}  // namespace claimcheck
