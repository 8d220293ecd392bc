// Every format, on a report that people wrote and on one that an attacker did.

#include "checker/report/formats.h"

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "checker/report/reporter.h"
#include "claims/base/text_proto.h"
#include "gmock/gmock.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

struct Story {
  v1::Report report;
  std::vector<v1::Document> documents;

  std::string Render(absl::string_view format,
                     ReportOptions options = {}) const {
    Sources sources;
    for (const v1::Document& document : documents) sources.Add(&document);
    auto reporter = Reporter::Create(format, std::move(options));
    EXPECT_TRUE(reporter.ok()) << format << ": " << reporter.status();
    return reporter.ok() ? (*reporter)->Render(report, sources) : "";
  }
};

// "Zoë" makes bytes, code points and UTF-16 units differ.
Story Ferry() {
  Story story;
  for (const TextProtoIssue& issue :
       LoadTextProto(R"pb(
                       complete: true
                       tool_version: "1.2"
                       documents { id: "./in/a.txt" }
                       documents { id: "in/b.txt" url: "https://example.org/b" }
                       findings {
                         kind: CONTRADICTION
                         severity: ERROR
                         rule_id: "dates.event_date"
                         title: "The ferry leaves: 3 May or 4 May?"
                         fingerprint: "8c1e01"
                         why: "the days lie apart"
                         evidence {
                           document_id: "./in/a.txt"
                           span { begin: 15 end: 23 }
                           text: "on 3 May"
                           sentence: "Zoë’s ferry on 3 May."
                           value: "3 May"
                           start { line: 1 column: 13 utf16_column: 13 }
                           end { line: 1 column: 21 utf16_column: 21 }
                           status: FACT
                         }
                         evidence {
                           document_id: "in/b.txt"
                           span { begin: 9 end: 17 }
                           text: "on 4 May"
                           sentence: "The boat on 4 May."
                           value: "4 May"
                           start { line: 1 column: 10 utf16_column: 10 }
                           end { line: 1 column: 18 utf16_column: 18 }
                           status: PLAN
                         }
                       }
                       findings {
                         kind: AGREEMENT
                         severity: NOTE
                         rule_id: "support.agreed_figure"
                         title: "lorries"
                         fingerprint: "9d2f01"
                         evidence {
                           document_id: "in/b.txt"
                           span { begin: 0 end: 3 }
                           text: "The"
                           value: "2 lorries"
                           start { line: 1 column: 1 utf16_column: 1 }
                           end { line: 1 column: 4 utf16_column: 4 }
                         }
                       }
                       rules { rule_id: "dates.event_date" title: "Two days" }
                     )pb",
                     &story.report)) {
    ADD_FAILURE() << issue.line << ": " << issue.message;
  }
  story.documents.resize(2);
  story.documents[0].set_id("./in/a.txt");
  story.documents[0].set_text("Zoë’s ferry on 3 May.\n");
  story.documents[1].set_id("in/b.txt");
  story.documents[1].set_text("The boat on 4 May.\n");
  return story;
}

std::shared_ptr<const v1::Sheet> RatedSheet(const std::string& rating) {
  auto sheet = std::make_shared<v1::Sheet>();
  v1::SheetRow* row = sheet->add_rows();
  row->set_fingerprint("8c1e01");
  row->set_rating(rating);
  row->set_date("2024-05-06");
  return sheet;
}

size_t CountOf(absl::string_view text, absl::string_view what) {
  size_t count = 0;
  for (size_t at = text.find(what); at != absl::string_view::npos;
       at = text.find(what, at + what.size())) {
    ++count;
  }
  return count;
}

TEST(AllFormats, AreAllMadeAndDeterministic) {
  ReportOptions options;
  options.sheet = RatedSheet("False");
  options.review_author = "The Desk";
  options.review_url = "https://example.org/check";
  for (const FormatInfo& format : AllFormats()) {
    const std::string once = Ferry().Render(format.name, options);
    EXPECT_FALSE(once.empty()) << format.name;
    EXPECT_EQ(once, Ferry().Render(format.name, options)) << format.name;
  }
  EXPECT_FALSE(Reporter::Create("no such", {}).ok());
}

TEST(AllFormats, ShowNotesWhereTheyAreWanted) {
  for (const FormatInfo& format : AllFormats()) {
    if (absl::string_view(format.name) == "claimreview") continue;
    const std::string out = Ferry().Render(format.name);
    EXPECT_THAT(out, HasSubstr("dates.event_date")) << format.name;
    EXPECT_EQ(absl::StrContains(out, "support.agreed_figure"),
              absl::string_view(format.severity) == "note")
        << format.name;
    ReportOptions all;
    all.severity = v1::Severity::NOTE;
    EXPECT_THAT(Ferry().Render(format.name, all),
                HasSubstr("support.agreed_figure"))
        << format.name;
  }
}

TEST(AllFormats, AreDocumented) {
  std::ifstream file("docs/formats.md");
  const std::string manual{std::istreambuf_iterator<char>(file), {}};
  for (const FormatInfo& format : AllFormats()) {
    EXPECT_THAT(manual, HasSubstr(absl::StrCat("\n| `", format.name, "` | ")));
  }
}

TEST(AllFormats, EmptyReportsAreFine) {
  for (const FormatInfo& format : AllFormats()) {
    if (absl::string_view(format.name) == "claimreview") continue;
    Story story;
    story.report.set_complete(true);
    story.Render(format.name);
    story.report.add_findings();  // nothing but its default values
    story.report.add_findings()->add_evidence();
    ReportOptions options;
    options.severity = v1::Severity::LEVEL_UNSPECIFIED;
    story.Render(format.name, options);
  }
}

TEST(Sarif, HoldsWhatTheStandardRequires) {
  const std::string sarif = Ferry().Render("sarif");
  for (const char* piece :
       {R"("version":"2.1.0")", R"("driver":{"name":"claimcheck")",
        R"("columnKind":"utf16CodeUnits")", R"("ruleId":"dates.event_date")",
        R"("ruleIndex":0)", R"("kind":"fail","level":"error")",
        R"("artifactLocation":{"uri":"in/a.txt","index":0})",
        R"("startLine":1,"startColumn":13,"endLine":1,"endColumn":21)",
        R"("relatedLocations":[{"id":1)",
        R"("partialFingerprints":{"fact/v1":"8c1e01"})",
        R"("executionSuccessful":true)", R"([in/b.txt:1](1): 4 May, plan)"}) {
    EXPECT_THAT(sarif, HasSubstr(piece));
  }
  EXPECT_THAT(sarif, Not(HasSubstr("lorries"))) << "notes only when asked for";
  ReportOptions notes;
  notes.severity = v1::Severity::NOTE;
  EXPECT_THAT(Ferry().Render("sarif", notes),
              HasSubstr(R"("kind":"informational","level":"none")"));
}

TEST(Sarif, SaysWhatItCut) {
  Story story = Ferry();
  for (int i = 0; i < 5100; ++i) {
    *story.report.add_findings() = story.report.findings(0);
  }
  for (int i = 0; i < 200; ++i) {
    v1::Finding* first = story.report.mutable_findings(0);
    *first->add_evidence() = first->evidence(1);
  }
  const std::string sarif = story.Render("sarif");
  EXPECT_EQ(CountOf(sarif, "\"ruleId\""), 5000u);
  EXPECT_THAT(sarif, HasSubstr("101 results are left out"));
  EXPECT_THAT(sarif, HasSubstr("102 places are left out"));
}

TEST(Rdjsonl, CountsColumnsInBytes) {
  const std::string line = Ferry().Render("rdjsonl");
  EXPECT_THAT(line, HasSubstr(R"("path":"in/a.txt")"));
  EXPECT_THAT(
      line,
      HasSubstr(
          R"("start":{"line":1,"column":16},"end":{"line":1,"column":24})"));
  EXPECT_THAT(line, HasSubstr(R"("severity":"ERROR")"));
  EXPECT_EQ(CountOf(line, "\n"), 1u);
}

TEST(Github, IsOneCommandALine) {
  EXPECT_EQ(Ferry().Render("github"),
            "::error file=in/a.txt,line=1,col=13,endColumn=21,"
            "title=dates.event_date::The ferry leaves: 3 May or 4 May? (the "
            "days lie apart)%0Ain/b.txt:1:10: 4 May, plan\n");
}

TEST(Github, SaysWhenThereIsMoreThanItShows) {
  Story story = Ferry();
  for (int i = 0; i < 11; ++i) {
    *story.report.add_findings() = story.report.findings(0);
  }
  EXPECT_THAT(story.Render("github"), HasSubstr("this step has 12 errors"));
}

TEST(Annotations, CountCodePointsAndQuoteTheWords) {
  const std::string page = Ferry().Render("annotations");
  EXPECT_THAT(
      page, HasSubstr(R"("type":"TextPositionSelector","start":12,"end":20)"));
  EXPECT_THAT(
      page,
      HasSubstr(
          R"("exact":"on 3 May","prefix":"Zoë’s ferry ","suffix":".\n")"));
  EXPECT_THAT(page, HasSubstr(R"("source":"https://example.org/b")"));
}

TEST(Binary, ReportsFollowOneAnother) {
  Story story = Ferry();
  story.report.mutable_findings(0)->set_title("bad \xff byte");
  const std::string bytes = story.Render("pb") + story.Render("pb");
  google::protobuf::io::CodedInputStream stream(
      reinterpret_cast<const uint8_t*>(bytes.data()),
      static_cast<int>(bytes.size()));
  for (int i = 0; i < 2; ++i) {
    uint32_t size = 0;
    ASSERT_TRUE(stream.ReadVarint32(&size));
    const auto limit = stream.PushLimit(static_cast<int>(size));
    v1::Report report;
    ASSERT_TRUE(report.ParseFromCodedStream(&stream));
    stream.PopLimit(limit);
    EXPECT_EQ(report.findings_size(), 2);
    EXPECT_EQ(report.findings(0).title(), "bad \xEF\xBF\xBD byte");
  }
  EXPECT_EQ(stream.CurrentPosition(), static_cast<int>(bytes.size()));
}

TEST(Junit, HasASuiteADocument) {
  Story story = Ferry();
  const std::string xml = story.Render("junit");
  EXPECT_THAT(xml, HasSubstr("<testsuites name=\"claimcheck\" tests=\"2\" "
                             "failures=\"1\" errors=\"0\">"));
  EXPECT_THAT(xml, HasSubstr("<testcase classname=\"in/b.txt\" name=\"nothing "
                             "found\"/>"));
  story.report.set_complete(false);
  story.report.add_skipped()->set_reason("no such file");
  EXPECT_THAT(story.Render("junit"),
              HasSubstr("<error message=\"no such file\"/>"));
}

TEST(Sheet, GivesBackWhatWasNoted) {
  ReportOptions options;
  auto sheet = std::make_shared<v1::Sheet>();
  v1::SheetRow* row = sheet->add_rows();
  row->set_fingerprint("8c1e01");
  row->set_tick(true);
  row->set_note("asked");
  row = sheet->add_rows();
  row->set_fingerprint("gone");
  row->set_by("Kim");
  options.sheet = sheet;
  const std::string csv = Ferry().Render("sheet", options);
  EXPECT_THAT(csv, HasSubstr("dates.event_date,,,x,asked,\r\n"));
  EXPECT_THAT(csv, HasSubstr("gone,,,no longer found,,,Kim,,,,\r\n"));
}

TEST(ClaimReview, IsForWhatPeopleRated) {
  ReportOptions options;
  EXPECT_FALSE(Reporter::Create("claimreview", options).ok());
  options.review_author = "The Desk";
  options.review_url = "https://example.org/check";
  options.sheet = RatedSheet("");
  EXPECT_FALSE(Reporter::Create("claimreview", options).ok())
      << "no rating, no review";
  options.sheet = RatedSheet("2/5 Mostly false");
  const std::string review = Ferry().Render("claimreview", options);
  EXPECT_EQ(CountOf(review, "\"ClaimReview\""), 1u)
      << "what nobody rated is not";
  EXPECT_THAT(review,
              HasSubstr(R"("url":"https://example.org/check#f-8c1e01")"));
  EXPECT_THAT(review, HasSubstr(R"("claimReviewed":"Zoë’s ferry on 3 May.")"));
  EXPECT_THAT(
      review,
      HasSubstr(
          R"("ratingValue":2,"worstRating":1,"bestRating":5,"alternateName":"Mostly false")"));
  EXPECT_THAT(review, HasSubstr(R"("datePublished":"2024-05-06")"));
  options.review_url.clear();
  EXPECT_FALSE(Reporter::Create("claimreview", options).ok());
}

TEST(Markdown, TextIsText) {
  Story story = Ferry();
  story.report.mutable_findings(0)->set_title(
      "| *a* <b> [x](http://y) @desk #12 www.z.org `c`\n# head");
  const std::string markdown = story.Render("markdown");
  EXPECT_THAT(markdown,
              HasSubstr("### error: \\| \\*a\\* &lt;b\\> \\[x\\]\\(http:<!-- "
                        "-->//y\\) \\@<!-- -->desk \\#<!-- -->12 "
                        "www<!-- -->.z.org \\`c\\` \\# head\n"));
}

// What an attacker may write into a document, its name or a sheet.
constexpr absl::string_view kHostile =
    "=cmd|' /C calc'!A0\n::error::x\r\n##[error]y\n]]><x/>\"'&|@all`*_"
    "<script>alert(1)</script>\u202E\x01\x1b[31m\xff\xfe\\u0000[a](http://b)";

void MakeHostile(google::protobuf::Message* message) {
  const auto& reflection = *message->GetReflection();
  const auto& descriptor = *message->GetDescriptor();
  for (int i = 0; i < descriptor.field_count(); ++i) {
    const auto* field = descriptor.field(i);
    if (field->cpp_type() ==
        google::protobuf::FieldDescriptor::CPPTYPE_STRING) {
      if (field->is_repeated()) {
        reflection.AddString(message, field, std::string(kHostile));
      } else {
        reflection.SetString(message, field, std::string(kHostile));
      }
    } else if (field->cpp_type() ==
               google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE) {
      if (!field->is_repeated()) {
        if (reflection.HasField(*message, field)) {
          MakeHostile(reflection.MutableMessage(message, field));
        }
        continue;
      }
      for (int k = 0; k < reflection.FieldSize(*message, field); ++k) {
        MakeHostile(reflection.MutableRepeatedMessage(message, field, k));
      }
    }
  }
}

TEST(AllFormats, HostileTextIsInert) {
  Story story = Ferry();
  MakeHostile(&story.report);
  for (v1::Finding& finding : *story.report.mutable_findings()) {
    finding.clear_suppressed_by();
  }
  for (v1::Document& document : story.documents) {
    document.set_id(std::string(kHostile));
    document.set_text(std::string(kHostile) + document.text());
  }
  ReportOptions options;
  options.severity = v1::Severity::NOTE;
  auto sheet = std::make_shared<v1::Sheet>();
  MakeHostile(sheet->add_rows());
  options.sheet = sheet;
  options.review_author = std::string(kHostile);
  options.review_url = std::string(kHostile);
  for (const FormatInfo& format : AllFormats()) {
    const absl::string_view name = format.name;
    const std::string out = story.Render(name, options);
    EXPECT_FALSE(out.empty()) << name;
    if (name == "pb") continue;  // bytes, not text
    EXPECT_EQ(CountOf(out, "\x1b"), 0u) << name;
    EXPECT_EQ(CountOf(out, "\xff"), 0u) << name;
    EXPECT_EQ(CountOf(out, "\u202E"), 0u) << name;
    if (name == "html" || name == "junit" || name == "markdown") {
      EXPECT_EQ(CountOf(out, "<script>alert"), 0u) << name;
    }
    // No line is an order to a CI system but those of the format for one.
    for (absl::string_view line : absl::StrSplit(out, '\n')) {
      if (name == "github") {
        EXPECT_TRUE(line.empty() || absl::StartsWith(line, "::error file=") ||
                    absl::StartsWith(line, "::notice ") ||
                    absl::StartsWith(line, "::warning "))
            << line;
        EXPECT_EQ(CountOf(line.substr(0, 8), "::"), line.empty() ? 0u : 1u);
      } else if (name != "csv" && name != "sheet" && name != "html") {
        EXPECT_THAT(std::string(line), Not(StartsWith("::"))) << name;
        EXPECT_THAT(std::string(line), Not(StartsWith("##["))) << name;
      }
    }
    if (name == "csv" || name == "sheet") {
      EXPECT_EQ(CountOf(out, ",=cmd"), 0u) << name;
      EXPECT_EQ(CountOf(out, ",\"=cmd"), 0u) << name;
      EXPECT_EQ(CountOf(out, "\n=cmd"), 0u) << name;
    }
  }
}

}  // namespace
}  // namespace claimcheck
