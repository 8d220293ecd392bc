#include "checker/report/reporter.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "checker/input/json_reader.h"
#include "checker/report/text_reporter.h"
#include "claims/base/text_proto.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

v1::Report Report(const std::string& text) {
  v1::Report report;
  for (const TextProtoIssue& issue : LoadTextProto(text, &report)) {
    ADD_FAILURE() << issue.line << ": " << issue.message;
  }
  return report;
}

std::string Render(const v1::Report& report, absl::string_view format,
                   ReportOptions options = {}) {
  auto reporter = Reporter::Create(format, std::move(options));
  EXPECT_TRUE(reporter.ok());
  return (*reporter)->Render(report, Sources());
}

constexpr char kThree[] = R"pb(
  documents { id: "in/a.txt" published: "2024-05-15" published_source: GIVEN }
  documents {
    id: "in/b.txt"
    published: "2024-05-14"
    published_source: TEXT_TODAY
    published_evidence: "today (May 14)"
  }
  documents { id: "in/c.txt" published_source: NOT_KNOWN }
  complete: true
  findings {
    kind: CONTRADICTION
    severity: ERROR
    rule_id: "dates.event_date"
    title: "The ferry leaves Arlen: 3 May or 4 May 2024?"
    message: "3 May 2024 against 4 May 2024"
    fingerprint: "8c1e5a90b7f20e3b"
    evidence {
      document_id: "in/a.txt"
      span { begin: 23 end: 33 }
      text: "3 May 2024"
      sentence: "The ferry left Arlen on 3 May 2024 with 212 passengers aboard, "
                "two lorries, a horse and the mayor of the island."
      start { line: 3 column: 24 }
      value: "3 May 2024"
      status: FACT
    }
    evidence {
      document_id: "in/b.txt"
      span { begin: 3 end: 8 }
      text: "4 May"
      sentence: "On 4 May the ferry left."
      start { line: 1 column: 4 }
      value: "4 May 2024"
      status: PLAN
    }
    why: "one event (ferry, leave, Arlen); the two days lie apart"
    notes: "b.txt is the older report"
    also_rule_ids: "dates.order"
    explanation {
      truth: YES
      text: "the pair rule holds"
      parts { path: "pair.when.times" truth: YES text: "3 May and 4 May lie apart" }
      parts { path: "pair.when.same" truth: UNKNOWN text: "no place is known" }
    }
  }
  findings {
    kind: QUOTE_VARIATION
    severity: WARNING
    rule_id: "quotes.wording"
    title: "Ada Pike, \"It was late\": 2 wordings"
    message: "two wordings"
    fingerprint: "8c1f000000000000"
    evidence {
      document_id: "in/a.txt"
      text: "It was late"
      sentence: "\"It was late,\" she said."
      start { line: 4 column: 2 }
    }
    evidence {
      document_id: "in/c.txt"
      text: "It was too late"
      sentence: "\"It was too late,\" she said."
      start { line: 9 column: 2 }
      diff { op: SAME text: "It was" }
      diff { op: ADDED text: "too" }
      diff { op: CHANGED text: "late" other: "dark" }
      diff { op: REMOVED other: "indeed" }
    }
  }
  findings {
    kind: AGREEMENT
    severity: NOTE
    rule_id: "support.agreed"
    message: "212 passengers"
    fingerprint: "aaaa"
  }
  findings {
    kind: SINGLE_SOURCE
    severity: NOTE
    rule_id: "support.single"
    message: "a horse"
    fingerprint: "bbbb"
  }
  findings {
    kind: OVERTAKEN
    severity: NOTE
    rule_id: "dates.overtaken"
    message: "a plan"
    fingerprint: "cccc"
  }
)pb";

TEST(TextReporterTest, OneBlockAFinding) {
  EXPECT_EQ(Render(Report(kThree), "text"), R"out(note: 2 of 3 documents state no date. b.txt: 2024-05-14 (by "today (May 14)");
      c.txt: not known, and its weekdays and "yesterday" are left alone (--date
      FILE=YYYY-MM-DD to set)

error[dates.event_date] 8c1e  The ferry leaves Arlen: 3 May or 4 May 2024?
    3 May 2024  fact  a.txt:3:24  ... Arlen on 3 May 2024 with 212 ...
    4 May 2024  plan  b.txt:1:4   On 4 May the ferry left.
    why   one event (ferry, leave, Arlen); the two days lie apart
    note  b.txt is the older report
    also  dates.order

warning[quotes.wording] 8c1f  Ada Pike, "It was late": 2 wordings
    a.txt:4:2  It was late
    c.txt:9:2  It was {+too+} [dark > late] {-indeed-}

3 documents, 1 error, 1 warning; hidden: 1 note (--severity=note), 1 agreement
(--show-agreements), 1 statement in one document only (--show-unchecked)
)out");
}

TEST(TextReporterTest, SeverityAndFlagsChooseWhatIsShown) {
  const v1::Report report = Report(kThree);
  ReportOptions errors;
  errors.severity = v1::Severity::ERROR;
  EXPECT_THAT(Render(report, "text", errors), Not(HasSubstr("quotes.wording")));
  EXPECT_THAT(Render(report, "text", errors), HasSubstr("hidden: 1 warning"));
  ReportOptions all;
  all.severity = v1::Severity::NOTE;
  EXPECT_THAT(Render(report, "text", all), HasSubstr("note[dates.overtaken]"));
  EXPECT_THAT(Render(report, "text", all), Not(HasSubstr("hidden")));
  ReportOptions agreements;
  agreements.show_agreements = true;
  EXPECT_THAT(Render(report, "text", agreements), HasSubstr("support.agreed"));
  EXPECT_THAT(Render(report, "text", agreements),
              Not(HasSubstr("note[support.single]")));
  ReportOptions single;
  single.show_unchecked = true;
  EXPECT_THAT(Render(report, "text", single),
              HasSubstr("note[support.single]"));
}

TEST(TextReporterTest, NoLineIsWiderThanAskedFor) {
  const v1::Report report = Report(kThree);
  for (int width : {40, 60, 80, 120}) {
    ReportOptions options;
    options.width = width;
    options.severity = v1::Severity::NOTE;
    const std::string text = Render(report, "text", options);
    size_t begin = 0;
    while (begin < text.size()) {
      const size_t end = text.find('\n', begin);
      EXPECT_LE(end - begin, static_cast<size_t>(width))
          << text.substr(begin, end - begin);
      begin = end + 1;
    }
  }
}

TEST(TextReporterTest, ContextIsBounded) {
  ReportOptions options;
  options.context = 0;
  EXPECT_THAT(Render(Report(kThree), "text", options),
              HasSubstr("a.txt:3:24  ... 3 May 2024 ...\n"));
}

TEST(TextReporterTest, ExplanationShowsEveryStep) {
  EXPECT_THAT(ExplanationText(Report(kThree), 0, {}), HasSubstr(R"out(
    yes the pair rule holds
      yes 3 May and 4 May lie apart  [pair.when.times]
      ?   no place is known  [pair.when.same]
)out"));
}

TEST(TextReporterTest, VerdictsOfADraft) {
  ReportOptions options;
  options.draft = "in/a.txt";
  // Verdicts are wanted whole, unless less is asked for.
  EXPECT_THAT(Render(Report(kThree), "text", options),
              HasSubstr("[dates.overtaken"));
  options.severity = v1::Severity::WARNING;
  EXPECT_EQ(Render(Report(kThree), "text", options), R"out(note: 2 of 3 documents state no date. b.txt: 2024-05-14 (by "today (May 14)");
      c.txt: not known, and its weekdays and "yesterday" are left alone (--date
      FILE=YYYY-MM-DD to set)

contradicted   3:24  ... left Arlen on 3 May 2024 with 212 passengers ...
      b.txt:1:4  On 4 May the ferry left.
      [dates.event_date 8c1e]
check wording  4:2   "It was late," she said.
      c.txt:9:2  "It was too late," she said.
      [quotes.wording 8c1f]

3 documents, 1 error, 1 warning; hidden: 1 note (--severity=note), 1 agreement
(--show-agreements), 1 statement in one document only (--show-unchecked)
)out");
}

// A finding with the places of several documents, as "document value" pairs.
v1::Report WithPlaces(const std::vector<std::pair<std::string, std::string>>& places) {
  v1::Report report;
  report.set_complete(true);
  v1::Finding* finding = report.add_findings();
  finding->set_kind(v1::Finding::CONTRADICTION);
  finding->set_severity(v1::Severity::ERROR);
  finding->set_rule_id("dates.event_date");
  finding->set_title("A ferry leaves: when?");
  finding->set_fingerprint("8c1e5a90");
  uint32_t line = 0;
  for (const auto& [document, value] : places) {
    v1::Evidence* evidence = finding->add_evidence();
    evidence->set_document_id(document);
    evidence->set_value(value);
    evidence->set_status(v1::Factuality::FACT);
    evidence->set_text("left");
    evidence->set_sentence("It left.");
    evidence->mutable_start()->set_line(++line);
    evidence->mutable_start()->set_column(4);
  }
  return report;
}

TEST(TextReporterTest, WhatADocumentSaysTwiceStandsOnce) {
  EXPECT_THAT(Render(WithPlaces({{"a.txt", "3 May"},
                                 {"a.txt", "3 May"},
                                 {"a.txt", "3 May"},
                                 {"b.txt", "3 May"},
                                 {"b.txt", "4 May"}}),
                     "text"),
              HasSubstr(R"out(
    3 May  fact  a.txt:1:4  It left.
                            also 2:4, 3:4
    3 May  fact  b.txt:4:4  It left.
    4 May  fact  b.txt:5:4  It left.
)out"));
}

TEST(TextReporterTest, ValuesAreCutOnlyWhereThePlaceNeedsTheRoom) {
  const std::string value = "early morning of 13 September 2023";
  EXPECT_THAT(Render(WithPlaces({{"a.txt", value}, {"b.txt", "4 May"}}), "text"),
              HasSubstr(value + "  fact  a.txt:1:4\n"));
  const std::string name(40, 'n');
  EXPECT_THAT(Render(WithPlaces({{name, value}, {"b.txt", "4 May"}}), "text"),
              HasSubstr("early morning of 13 Septe..."));
}

TEST(TextReporterTest, DecisiveWordsAreBoldAlsoWhereTheyAreWrapped) {
  v1::Report report = WithPlaces({{"a.txt", "3 May"}});
  v1::Evidence* evidence = report.mutable_findings(0)->mutable_evidence(0);
  evidence->set_text("left the harbour of Arlen with all of its passengers on "
                     "the morning of the third of May");
  evidence->set_sentence("It " + evidence->text() + ".");
  ReportOptions options;
  options.color = true;
  const std::string text = Render(report, "text", options);
  EXPECT_THAT(text, HasSubstr("It \x1b[1mleft the harbour"));
  EXPECT_THAT(text, HasSubstr("third of May\x1b[0m.\n"));
  // No line end between the codes: pagers forget them there.
  for (size_t at = text.find("\x1b[1m"); at != std::string::npos;
       at = text.find("\x1b[1m", at + 1)) {
    EXPECT_LT(text.find("\x1b[0m", at), text.find('\n', at));
  }
}

TEST(TextReporterTest, AWordingThatIsThereAlreadyIsNamed) {
  v1::Report report = WithPlaces({{"a.txt", ""}, {"b.txt", ""}, {"c.txt", ""}});
  v1::Finding* finding = report.mutable_findings(0);
  finding->set_kind(v1::Finding::QUOTE_VARIATION);
  finding->mutable_evidence(0)->set_text("It was late");
  finding->mutable_evidence(1)->set_text("It was late,");
  finding->mutable_evidence(2)->set_text("It was too late");
  const std::string text = Render(report, "text");
  EXPECT_THAT(text, HasSubstr("b.txt:2:4  (the words of a.txt:1:4)\n"));
  EXPECT_THAT(text, HasSubstr("c.txt:3:4  It was too late\n"));
}

TEST(TextReporterTest, OtherWordsOfOneDocumentStandForThemselves) {
  v1::Report report = WithPlaces({{"a.txt", ""}, {"a.txt", ""}});
  report.mutable_findings(0)->mutable_evidence(0)->set_text("Roe, 48");
  report.mutable_findings(0)->mutable_evidence(1)->set_text("Roe, 54");
  const std::string text = Render(report, "text");
  EXPECT_THAT(text, HasSubstr("a.txt:1:4"));
  EXPECT_THAT(text, HasSubstr("a.txt:2:4"));
}

TEST(TextReporterTest, ASourceThatSaysItTwiceStandsOnceUnderAVerdict) {
  ReportOptions options;
  options.draft = "draft.txt";
  EXPECT_THAT(Render(WithPlaces({{"draft.txt", "3 May"},
                                 {"a.txt", "4 May"},
                                 {"a.txt", "4 May"},
                                 {"b.txt", "4 May"}}),
                     "text", options),
              HasSubstr(R"out(contradicted   1:4  It left.
      a.txt:2:4  It left.
                 also 3:4
      b.txt:4:4  It left.
)out"));
}

// Nobody is outvoted: a draft that follows one of two sources is not simply wrong.
TEST(TextReporterTest, ADraftThatOneOfTwoSourcesBearsOut) {
  v1::Report report = WithPlaces(
      {{"draft.txt", "3 May"}, {"a.txt", "4 May"}, {"b.txt", "3 May"}});
  report.mutable_findings(0)->mutable_evidence(2)->set_part(
      v1::Evidence::SUPPORTING_CLAIM);
  ReportOptions options;
  options.draft = "draft.txt";
  EXPECT_THAT(Render(report, "text", options),
              HasSubstr(R"out(sources differ 1:4  It left.
      a.txt:2:4  It left.
      b.txt:3:4  It left.
)out"));
}

TEST(TextReporterTest, WhatASentenceLacksStandsTogether) {
  v1::Report report = WithPlaces({});
  *report.add_findings() = report.findings(0);
  const char* words[] = {"Perlan", "Arlen"};
  for (int i = 0; i < 2; ++i) {
    v1::Finding* finding = report.mutable_findings(i);
    finding->set_kind(v1::Finding::UNSUPPORTED);
    finding->set_severity(v1::Severity::WARNING);
    finding->set_rule_id("support.name");
    finding->set_fingerprint(std::string(8, static_cast<char>('a' + i)));
    finding->set_title(std::string("no source names ") + words[i]);
    finding->set_message(finding->title());
    v1::Evidence* evidence = finding->add_evidence();
    evidence->set_document_id("draft.txt");
    evidence->set_text(words[i]);
    evidence->set_sentence("Perlan is in Arlen.");
    evidence->mutable_span()->set_begin(static_cast<uint32_t>(i));
    evidence->mutable_start()->set_line(3);
    evidence->mutable_start()->set_column(static_cast<uint32_t>(1 + i * 13));
    v1::Evidence* nearest = finding->add_evidence();
    nearest->set_part(v1::Evidence::CONTEXT);
    nearest->set_document_id("source.txt");
    nearest->set_text("Something else.");
  }
  ReportOptions options;
  options.draft = "draft.txt";
  const std::string text = Render(report, "text", options);
  EXPECT_THAT(text, HasSubstr(R"out(unsupported    3:1   Perlan is in Arlen.
      3:1  no source names Perlan  [support.name aaaa]
      3:14  no source names Arlen  [support.name bbbb]
)out"));
  EXPECT_THAT(text, Not(HasSubstr("Something else")));
}

TEST(TextReporterTest, TellsHowManyFindingsTouchNoChangedLine) {
  ReportOptions options;
  options.unchanged = 2;
  options.width = 200;
  EXPECT_THAT(Render(Report(kThree), "text", options),
              HasSubstr("2 findings on lines that were"));
}

TEST(ShortReporterTest, OneLineAFinding) {
  EXPECT_EQ(Render(Report(kThree), "short"),
            "in/a.txt:3:24: error dates.event_date: 3 May 2024 against 4 May "
            "2024\n"
            "in/a.txt:4:2: warning quotes.wording: two wordings\n");
  ReportOptions draft;
  draft.draft = "in/c.txt";
  EXPECT_THAT(Render(Report(kThree), "short", draft),
              HasSubstr("in/c.txt:9:2: warning quotes.wording"));
}

TEST(JsonReporterTest, HoldsAllUnlessAskedForLess) {
  const v1::Report report = Report(kThree);
  for (const char* format : {"json", "jsonl"}) {
    v1::Report back;
    ASSERT_TRUE(ReadJson(Render(report, format), 64, &back).ok());
    EXPECT_EQ(back.SerializeAsString(), report.SerializeAsString());
    ReportOptions options;
    options.severity = v1::Severity::WARNING;
    ASSERT_TRUE(ReadJson(Render(report, format, options), 64, &back).ok());
    EXPECT_EQ(back.findings_size(), 2);
  }
  const std::string line = Render(report, "jsonl");
  EXPECT_EQ(line.find('\n'), line.size() - 1);
}

TEST(ReporterTest, NothingRawFromTheInputs) {
  v1::Report report = Report(kThree);
  const std::string evil =
      "\x1b[2J\x07\r\b\x7f \xC2\x9B \xE2\x80\xAE \xFF ::error file=x::y";
  report.mutable_documents(0)->set_id(evil);
  report.mutable_documents(1)->set_published_evidence(evil);
  report.set_id(evil);
  for (v1::Finding& finding : *report.mutable_findings()) {
    finding.set_title(evil);
    finding.set_message(evil);
    finding.set_rule_id(evil);
    finding.set_why(evil);
    finding.set_fingerprint(evil);
    finding.add_notes(evil);
    finding.add_also_rule_ids(evil);
    finding.mutable_explanation()->set_text(evil);
    finding.mutable_explanation()->set_path(evil);
    for (v1::Evidence& evidence : *finding.mutable_evidence()) {
      evidence.set_document_id(evil);
      evidence.set_text(evil);
      evidence.set_sentence("a " + evil + " b");
      evidence.set_value(evil);
      for (v1::DiffPart& part : *evidence.mutable_diff()) {
        part.set_text(evil);
        part.set_other(evil);
      }
    }
  }
  for (const char* format : {"text", "short", "json", "jsonl"}) {
    for (const char* draft : {"", "x"}) {
      for (int width : {40, 80}) {
        ReportOptions options;
        options.severity = v1::Severity::NOTE;
        options.explain = true;
        options.width = width;
        options.draft = draft;
        const std::string out = Render(report, format, options);
        for (char c : out) {
          EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
          EXPECT_NE(c, '\x7f');
        }
        EXPECT_EQ(out.find("\xC2\x9B"), std::string::npos) << format;
        EXPECT_EQ(out.find("\xE2\x80\xAE"), std::string::npos) << format;
        EXPECT_EQ(out.find("\xFF"), std::string::npos) << format;
        // Orders to CI systems begin a line, blanks aside; JSON has none that
        // does.
        if (absl::StartsWith(format, "json")) continue;
        EXPECT_EQ(out.find(" ::error"), std::string::npos) << out;
        EXPECT_EQ(out.find("\n::error"), std::string::npos) << out;
      }
    }
  }
}

TEST(ReporterTest, ManyPlacesAreCounted) {
  v1::Report report = Report(kThree);
  v1::Finding* finding = report.mutable_findings(0);
  const v1::Evidence evidence = finding->evidence(0);
  for (int i = 0; i < 50; ++i) *finding->add_evidence() = evidence;
  EXPECT_THAT(Render(report, "text"), HasSubstr("    and 32 more places\n"));
}

TEST(ReporterTest, EmptyReport) {
  v1::Report report;
  report.set_complete(true);
  EXPECT_EQ(Render(report, "text"), "0 documents, 0 errors, 0 warnings\n");
  EXPECT_EQ(Render(report, "short"), "");
  EXPECT_EQ(Render(report, "jsonl"), "{\"complete\":true}\n");
}

}  // namespace
}  // namespace claimcheck
