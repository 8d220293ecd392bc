#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "checker/report/page/page_reporter.h"
#include "claims/base/text_proto.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// What stands where an attacker may write.
constexpr char kHostile[] =
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>'\"&";

struct Story {
  v1::Report report;
  std::vector<v1::Document> documents;

  std::string Render(ReportOptions options = {}) const {
    Sources sources;
    for (const v1::Document& document : documents) sources.Add(&document);
    return MakePageReporter(std::move(options))->Render(report, sources);
  }
};

Story Ferry() {
  Story story;
  for (const TextProtoIssue& issue :
       LoadTextProto(R"pb(
                       complete: true
                       documents {
                         id: "a.txt"
                         published: "2024-05-04"
                         published_source: GIVEN
                       }
                       documents {
                         id: "b.txt"
                         published_source: NOT_KNOWN
                         origin: "a.txt"
                       }
                       findings {
                         kind: CONTRADICTION
                         severity: ERROR
                         rule_id: "dates.event_date"
                         title: "The ferry leaves: 3 May or 4 May?"
                         fingerprint: "8c1e01"
                         why: "the days lie apart"
                         evidence {
                           document_id: "a.txt"
                           span { begin: 15 end: 23 }
                           text: "on 3 May"
                           sentence: "The ferry left on 3 May."
                           start { line: 1 column: 16 }
                           value: "3 May 2024"
                           status: FACT
                           claim {
                             id: "c1"
                             kind: EVENT_TIME
                             statement: "The ferry leaves"
                           }
                         }
                         evidence {
                           document_id: "b.txt"
                           span { begin: 20 end: 28 }
                           text: "on 4 May"
                           sentence: "The ferry will leave on 4 May."
                           start { line: 1 column: 21 }
                           value: "4 May 2024"
                           status: PLAN
                           claim {
                             id: "c2"
                             kind: EVENT_TIME
                             statement: "The ferry leaves"
                           }
                         }
                       }
                       findings {
                         kind: QUOTE_VARIATION
                         severity: WARNING
                         rule_id: "quotes.wording"
                         title: "Ada Pike: 2 wordings"
                         fingerprint: "9d2f01"
                         evidence {
                           document_id: "a.txt"
                           span { begin: 30 end: 41 }
                           text: "It was late"
                           start { line: 2 column: 2 }
                         }
                         evidence {
                           document_id: "b.txt"
                           span { begin: 35 end: 50 }
                           text: "It was too late"
                           start { line: 2 column: 2 }
                           diff { op: SAME text: "It was" other: "It was" }
                           diff { op: ADDED text: "too" }
                           diff { op: CHANGED text: "late" other: "dark" }
                           diff { op: REMOVED other: "indeed" }
                         }
                       }
                       events {
                         title: "The ferry leaves"
                         tellings {
                           document_id: "a.txt"
                           span { begin: 15 end: 23 }
                           value: "3 May 2024"
                           status: FACT
                           start { line: 1 column: 16 }
                           claim {
                             id: "c1"
                             time {
                               range {
                                 first: "2024-05-03T00:00:00"
                                 last: "2024-05-03T23:59:59"
                                 grain: DAY
                               }
                             }
                           }
                         }
                         tellings {
                           document_id: "b.txt"
                           span { begin: 20 end: 28 }
                           value: "4 May 2024"
                           status: PLAN
                           start { line: 1 column: 21 }
                           claim {
                             id: "c2"
                             time {
                               range {
                                 first: "2024-05-04T00:00:00"
                                 last: "2024-05-04T23:59:59"
                                 grain: DAY
                               }
                             }
                           }
                         }
                       }
                       unchecked {
                         fingerprint: "77"
                         title: "the mayor"
                         reason: "no other passage"
                         statement {
                           document_id: "a.txt"
                           span { begin: 44 end: 53 }
                           text: "the mayor"
                           start { line: 2 column: 16 }
                         }
                       }
                     )pb",
                     &story.report)) {
    ADD_FAILURE() << issue.line << ": " << issue.message;
  }
  story.documents.resize(2);
  story.documents[0].set_id("a.txt");
  story.documents[0].set_text(
      "The ferry left on 3 May.\n\"It was late,\" said the mayor.\n");
  story.documents[1].set_id("b.txt");
  story.documents[1].set_text(
      "The ferry will leave on 4 May.\n\"It was too late,\" said the mayor.\n");
  return story;
}

size_t CountOf(absl::string_view text, absl::string_view what) {
  size_t count = 0;
  for (size_t at = text.find(what); at != absl::string_view::npos;
       at = text.find(what, at + what.size())) {
    ++count;
  }
  return count;
}

TEST(Page, ShowsEveryVersionAndLinksItsPlace) {
  const std::string page = Ferry().Render();
  EXPECT_THAT(page, HasSubstr("href=\"#p0-15-23\">3 May 2024</a>"));
  EXPECT_THAT(page, HasSubstr("href=\"#p1-20-28\">4 May 2024</a>"));
  // And the places lead back.
  EXPECT_THAT(page, HasSubstr("href=\"#f-8c1e01\" id=\"p0-15-23\">"));
  EXPECT_THAT(page, HasSubstr("class=\"m error\" href=\"#f-8c1e01\" "
                              "id=\"p1-20-28\">"));
  EXPECT_THAT(page, HasSubstr("id=\"f-8c1e01\""));
  EXPECT_THAT(page, HasSubstr("shares text with A"));
}

TEST(Page, AValueGivenTwiceStandsOnceWithBothPlaces) {
  Story story = Ferry();
  v1::Finding* finding = story.report.mutable_findings(0);
  v1::Evidence again = finding->evidence(0);
  again.mutable_span()->set_begin(4);
  again.mutable_span()->set_end(9);
  again.mutable_start()->set_column(5);
  v1::Evidence other = finding->evidence(1);
  *finding->mutable_evidence(1) = again;
  *finding->add_evidence() = other;
  const std::string page = story.Render();
  const size_t facts = page.find("class=\"facts\"");
  const std::string table =
      page.substr(facts, page.find("</table>", facts) - facts);
  EXPECT_EQ(CountOf(table, "3 May 2024"), 1u);
  EXPECT_THAT(table, HasSubstr("href=\"#p0-4-9\">1:5</a>"));
}

TEST(Page, EachIdStandsOnceAndEachLinkHasItsTarget) {
  const std::string page = Ferry().Render();
  for (size_t at = page.find(" id=\""); at != std::string::npos;
       at = page.find(" id=\"", at + 1)) {
    const size_t begin = at + 5;
    const std::string id = page.substr(at, page.find('"', begin) + 1 - at);
    EXPECT_EQ(CountOf(page, id), 1u) << id;
  }
  for (size_t at = page.find("href=\"#"); at != std::string::npos;
       at = page.find("href=\"#", at + 1)) {
    const size_t begin = at + 7;
    const std::string id = page.substr(begin, page.find('"', begin) - begin);
    EXPECT_THAT(page, HasSubstr(" id=\"" + id + "\"")) << id;
  }
}

TEST(Page, PlansAreHollowAndFactsFilled) {
  const std::string page = Ferry().Render();
  EXPECT_THAT(page,
              HasSubstr("class=\"fact\" aria-label=\"a.txt:1: 3 May 2024, "
                        "fact\""));
  EXPECT_THAT(page,
              HasSubstr("class=\"plan\" aria-label=\"b.txt:1: 4 May 2024, "
                        "plan\""));
}

TEST(Page, DifferencesOfWordsAreElementsNotColours) {
  EXPECT_THAT(Ferry().Render(),
              HasSubstr("It was <ins>too</ins> <del><span>dark</span></del> "
                        "<ins>late</ins> <del><span>indeed</span></del>"));
}

TEST(Page, ShowsTheProofWhenItIsAskedFor) {
  Story story = Ferry();
  v1::Step* step = story.report.mutable_findings(0)->mutable_explanation();
  step->set_truth(v1::Step::YES);
  step->set_text("the pair rule holds");
  step->add_parts()->set_text("3 May & 4 May lie apart");
  EXPECT_THAT(story.Render(), Not(HasSubstr("the pair rule holds")));
  ReportOptions options;
  options.explain = true;
  EXPECT_THAT(
      story.Render(options),
      HasSubstr("<b>yes</b> the pair rule holds<ul><li>3 May &amp; 4 May "
                "lie apart</li></ul>"));
}

TEST(Page, NotesOfTheSheetStayAndLostOnesAreListed) {
  auto sheet = std::make_shared<v1::Sheet>();
  v1::SheetRow* row = sheet->add_rows();
  row->set_fingerprint("8c1e01");
  row->set_tick(true);
  row->set_note("asked the \"harbour\"");
  row = sheet->add_rows();
  row->set_fingerprint("gone");
  row->set_statement("an old statement");
  row->set_by("Kim");
  ReportOptions options;
  options.sheet = sheet;
  const std::string page = Ferry().Render(options);
  EXPECT_THAT(page, HasSubstr("data-f=\"tick\" checked>"));
  EXPECT_THAT(page, HasSubstr("value=\"asked the &quot;harbour&quot;\""));
  EXPECT_THAT(page, HasSubstr("No longer found"));
  EXPECT_THAT(page, HasSubstr("an old statement"));
}

TEST(Page, ADraftHasItsEvidenceBesideIt) {
  ReportOptions options;
  options.draft = "b.txt";
  const std::string page = Ferry().Render(options);
  const size_t draft = page.find("id=\"draft\"");
  ASSERT_NE(draft, std::string::npos);
  EXPECT_LT(draft, page.find("id=\"f-8c1e01\""));
  EXPECT_LT(page.find("class=\"beside\""), page.find("id=\"f-8c1e01\""));
  EXPECT_THAT(page, HasSubstr("contradicted"));
  EXPECT_EQ(CountOf(page, "id=\"f-8c1e01\""), 1u);
}

TEST(Page, WhatNoSourceHasTakesALineBesideTheDraft) {
  Story story = Ferry();
  v1::Finding* finding = story.report.mutable_findings(0);
  finding->set_kind(v1::Finding::UNSUPPORTED);
  finding->set_why("the sources have a part of it");
  std::swap(*finding->mutable_evidence(0), *finding->mutable_evidence(1));
  finding->mutable_evidence(0)->clear_value();
  finding->mutable_evidence(1)->set_part(v1::Evidence::CONTEXT);
  ReportOptions options;
  options.draft = "b.txt";
  const std::string page = story.Render(options);
  const size_t card = page.find("id=\"f-8c1e01\"");
  ASSERT_NE(card, std::string::npos);
  const std::string text = page.substr(card, page.find("</article>", card) - card);
  EXPECT_EQ(CountOf(text, "the sources have a part of it"), 1u);
  EXPECT_THAT(text, HasSubstr("<summary>nearest passage</summary>"));
  EXPECT_THAT(text, HasSubstr("href=\"#p0-15-23\""));
}

TEST(Page, HostileTextIsTextEverywhere) {
  Story story = Ferry();
  v1::Report& report = story.report;
  report.set_id(kHostile);
  report.set_complete(false);
  report.set_tool_version(kHostile);
  report.set_rules_fingerprint(kHostile);
  report.add_skipped()->set_reason(kHostile);
  for (v1::Document& document : *report.mutable_documents()) {
    document.set_publisher(kHostile);
    document.set_published_source(v1::TEXT_TODAY);
    document.set_published_evidence(kHostile);
  }
  for (v1::Finding& finding : *report.mutable_findings()) {
    finding.set_title(kHostile);
    finding.set_why(kHostile);
    finding.set_rule_id(kHostile);
    finding.add_notes(kHostile);
    finding.add_also_rule_ids(kHostile);
    finding.set_fingerprint(finding.fingerprint() + kHostile);
    for (v1::Evidence& evidence : *finding.mutable_evidence()) {
      evidence.set_text(kHostile);
      evidence.set_sentence(kHostile);
      evidence.set_value(kHostile);
      evidence.set_speaker(kHostile);
      evidence.mutable_claim()->set_statement(kHostile);
      for (v1::DiffPart& part : *evidence.mutable_diff()) {
        part.set_text(kHostile);
        part.set_other(kHostile);
      }
    }
  }
  for (v1::DatedEvent& event : *report.mutable_events()) {
    event.set_title(kHostile);
    for (v1::Evidence& telling : *event.mutable_tellings()) {
      telling.set_value(kHostile);
    }
  }
  report.mutable_unchecked(0)->set_reason(kHostile);
  report.mutable_unchecked(0)->mutable_statement()->set_text(kHostile);
  v1::RuleCount* rule = report.add_rules();
  rule->set_rule_id(kHostile);
  rule->set_title(kHostile);
  for (v1::Document& document : story.documents) {
    document.set_text(std::string(kHostile) + document.text() + kHostile);
  }
  auto sheet = std::make_shared<v1::Sheet>();
  v1::SheetRow* row = sheet->add_rows();
  row->set_fingerprint(kHostile);
  row->set_statement(kHostile);
  row->set_note(kHostile);
  for (const char* draft : {"", "b.txt"}) {
    ReportOptions options;
    options.draft = draft;
    options.sheet = sheet;
    const std::string page = story.Render(options);
    EXPECT_EQ(CountOf(page, "<script"), 1u);
    EXPECT_EQ(CountOf(page, "</script"), 1u);
    EXPECT_EQ(CountOf(page, "<img"), 0u);
    EXPECT_THAT(page, Not(HasSubstr("onerror=alert(1)>")));
  }
}

TEST(Page, WithManyDocumentsEachVersionStandsOnce) {
  v1::Report report;
  report.set_complete(true);
  v1::Finding* finding = report.add_findings();
  finding->set_kind(v1::Finding::AGREEMENT);
  finding->set_severity(v1::Severity::NOTE);
  finding->set_title("The ferry leaves");
  finding->set_fingerprint("8c1e01");
  for (int i = 0; i < 10; ++i) {
    const std::string id = std::string(1, static_cast<char>('a' + i));
    report.add_documents()->set_id(id);
    v1::Evidence* evidence = finding->add_evidence();
    evidence->set_document_id(id);
    evidence->set_value(i < 5 ? "Arlen Spaceport" : "Arlen spaceport");
    evidence->set_status(i % 2 == 0 ? v1::Factuality::FACT
                                    : v1::Factuality::PLAN);
  }
  const std::string page = MakePageReporter({})->Render(report, Sources());
  const size_t facts = page.find("class=\"facts versions\"");
  ASSERT_NE(facts, std::string::npos);
  const std::string table =
      page.substr(facts, page.find("</table>", facts) - facts);
  EXPECT_EQ(CountOf(table, "Arlen"), 2u) << "one as a fact, one as a plan";
  EXPECT_EQ(CountOf(table, "class=\"place\""), 10u);
}

TEST(Page, WrongSpansAndUnknownDocumentsDoNotStopIt) {
  Story story = Ferry();
  v1::Evidence* evidence =
      story.report.mutable_findings(0)->mutable_evidence(0);
  evidence->mutable_span()->set_begin(4000000000u);
  evidence->mutable_span()->set_end(7);
  story.report.mutable_findings(0)->mutable_evidence(1)->set_document_id("?");
  story.report.mutable_findings(1)->mutable_evidence(1)->set_diff_against(
      4294967295u);
  EXPECT_THAT(story.Render(), HasSubstr("The ferry left"));
}

TEST(Page, AllowsItsOwnStyleAndScriptAndNothingElse) {
  const std::string page = Ferry().Render();
  EXPECT_THAT(page, HasSubstr("default-src 'none'; style-src 'sha256-"));
  EXPECT_THAT(page, HasSubstr("script-src 'sha256-"));
  for (const char* what : {" style=", "http://", "https://", "url(", "@import",
                           " onclick", "javascript:"}) {
    EXPECT_THAT(page, Not(HasSubstr(what)));
  }
}

// The colours of the style sheet, "--ink" to "#1a1a1a", in each of its schemes:
// light, dark, print.
std::vector<std::map<std::string, std::string>> Schemes(
    const std::string& page) {
  std::vector<std::map<std::string, std::string>> schemes;
  for (size_t at = page.find(":root {"); at != std::string::npos;
       at = page.find(":root {", at + 1)) {
    // What a scheme does not say it has from the first.
    std::map<std::string, std::string> colours;
    if (!schemes.empty()) colours = schemes[0];
    const std::string block = page.substr(at, page.find('}', at) - at);
    for (size_t name = block.find("--"); name != std::string::npos;
         name = block.find("--", name + 2)) {
      const size_t colon = block.find(':', name);
      std::string value =
          block.substr(colon + 2, block.find(';', colon) - colon - 2);
      if (value.size() == 4 && value[0] == '#') {
        value = {'#', value[1], value[1], value[2], value[2], value[3], value[3]};
      }
      if (value[0] == '#') colours[block.substr(name, colon - name)] = value;
    }
    schemes.push_back(std::move(colours));
  }
  return schemes;
}

// By the formula of WCAG 2.
double Luminance(const std::string& colour) {
  double sum = 0;
  const double weights[] = {.2126, .7152, .0722};
  for (int i = 0; i < 3; ++i) {
    const double value =
        std::stoi(colour.substr(static_cast<size_t>(1 + 2 * i), 2), nullptr, 16) /
        255.0;
    sum += weights[i] *
           (value <= .04045 ? value / 12.92 : std::pow((value + .055) / 1.055, 2.4));
  }
  return sum;
}

double Contrast(const std::string& a, const std::string& b) {
  const double x = Luminance(a), y = Luminance(b);
  return (std::max(x, y) + .05) / (std::min(x, y) + .05);
}

TEST(Page, ColoursHaveTheContrastOfWcagAa) {
  EXPECT_NEAR(Contrast("#000000", "#ffffff"), 21, .01);
  EXPECT_NEAR(Contrast("#777777", "#ffffff"), 4.48, .01);
  const auto schemes = Schemes(Ferry().Render());
  ASSERT_EQ(schemes.size(), 3u);
  struct Pair {
    const char* text;
    const char* behind;
    double least;  // 4.5 for text, 3 for the ring of the focus
  };
  const Pair pairs[] = {
      {"--ink", "--paper", 4.5},        {"--ink", "--panel", 4.5},
      {"--soft", "--paper", 4.5},       {"--soft", "--panel", 4.5},
      {"--link", "--paper", 4.5},       {"--link", "--panel", 4.5},
      {"--error", "--paper", 4.5},      {"--error", "--panel", 4.5},
      {"--error", "--error-bg", 4.5},   {"--warning", "--paper", 4.5},
      {"--warning", "--panel", 4.5},    {"--note", "--paper", 4.5},
      {"--note", "--panel", 4.5},       {"--note", "--note-bg", 4.5},
      {"--ok", "--paper", 4.5},         {"--ok", "--panel", 4.5},
      {"--ink", "--error-bg", 4.5},     {"--ink", "--warning-bg", 4.5},
      {"--ink", "--note-bg", 4.5},      {"--paper", "--ink", 4.5},
      {"--paper", "--error", 4.5},      {"--focus", "--paper", 3},
      {"--focus", "--panel", 3},
  };
  for (size_t i = 0; i < schemes.size(); ++i) {
    for (const Pair& pair : pairs) {
      ASSERT_EQ(schemes[i].count(pair.text), 1u) << pair.text;
      ASSERT_EQ(schemes[i].count(pair.behind), 1u) << pair.behind;
      EXPECT_GE(Contrast(schemes[i].at(pair.text), schemes[i].at(pair.behind)),
                pair.least)
          << pair.text << " on " << pair.behind << ", scheme " << i;
    }
  }
}

TEST(Page, AnEmptyReportIsAPageToo) {
  v1::Report report;
  report.set_complete(true);
  const std::string page = MakePageReporter({})->Render(report, Sources());
  EXPECT_THAT(page, HasSubstr("No disagreement found in 0 documents"));
  EXPECT_THAT(page, HasSubstr("</html>\n"));
}

}  // namespace
}  // namespace claimcheck
