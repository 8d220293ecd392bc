#include "rules/engine/example_runner.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "claims/text/span.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/hit_writer.h"
#include "rules/engine/example_marks.h"
#include "rules/engine/pipeline.h"
#include "rules/engine/rule_issue.h"
#include "rules/engine/rule_steps.h"
#include "rules/link/details.h"

namespace claimcheck {
namespace {

using v1::Example;
using v1::Rule;

std::string TextId(absl::string_view number) {
  return absl::StrCat("text", number);
}

// The texts of an example, ready to be compared.
struct Case {
  std::vector<v1::Document> documents;
  std::vector<std::vector<Span>> marks;  // of each document
  RuleChoice choice;
};

Case MakeCase(const Rule& rule, const Example& example) {
  Case c;
  bool roles = false;
  for (const Example::Text& text : example.texts()) {
    UnmarkedText unmarked = StripMarks(text.text());
    v1::Document document;
    document.set_id(TextId(absl::StrCat(c.documents.size() + 1)));
    document.set_text(std::move(unmarked.text));
    document.set_role(text.role());
    document.set_published(text.published());
    document.set_publisher(text.publisher());
    if (!text.derived_from().empty()) {
      document.set_derived_from(TextId(text.derived_from()));
    }
    for (const Example::Part& part : text.parts()) {
      const size_t begin = document.text().find(part.text());
      if (begin == std::string::npos) continue;  // lint has refused it
      v1::Zone* zone = document.add_zones();
      zone->set_kind(part.kind());
      zone->mutable_span()->set_begin(static_cast<uint32_t>(begin));
      zone->mutable_span()->set_end(
          static_cast<uint32_t>(begin + part.text().size()));
    }
    roles = roles || text.role() != v1::Document::ROLE_UNSPECIFIED;
    c.documents.push_back(std::move(document));
    c.marks.push_back(std::move(unmarked.marks));
  }
  const bool check =
      rule.mode() == Rule::CHECK || (rule.mode() != Rule::COMPARE && roles);
  c.choice.mode = check ? RuleChoice::Mode::kCheck : RuleChoice::Mode::kCompare;
  if (check && !roles) {
    // Of texts without roles the first is the draft.
    for (size_t i = 0; i < c.documents.size(); ++i) {
      c.documents[i].set_role(i == 0 ? v1::Document::CHECKED
                                     : v1::Document::REFERENCE);
    }
  }
  c.choice.experimental = true;
  c.choice.only = {rule.id()};
  return c;
}

class ExampleRun {
 public:
  ExampleRun(const RuleSet& rules, const CompiledRule& rule,
             const Example& example, const Extractor& extractor)
      : rules_(rules),
        rule_(rule),
        case_(MakeCase(*rule.rule, example)) {
    std::vector<const v1::Document*> documents;
    for (const v1::Document& document : case_.documents) {
      documents.push_back(&document);
    }
    linked_ = LinkDocuments(extractor, documents);
    EvaluateOptions options;
    options.choice = case_.choice;
    hits_ = Evaluate(rules_, *linked_.corpus, linked_.links, options);
  }

  // What keeps the example from coming out as FIRES or SILENT, and what to
  // write if it is the example that is wrong; "": nothing.
  std::string Failure(bool fires) const {
    if (!fires) {
      return hits_.empty()
                 ? ""
                 : absl::StrCat("expected silence, found\n", DescribeHits(),
                                "  if it should be found, paste\n"
                                "    expect: FIRES\n",
                                TextsToPaste(),
                                "  if it is a false alarm known of, paste\n"
                                "    expect: SILENT_SOMEDAY\n");
    }
    if (hits_.empty()) {
      return absl::StrCat("expected a finding, found none\n", Diagnose(),
                          "  if it is a miss known of, paste\n"
                          "    expect: FIRES_SOMEDAY\n");
    }
    std::string failure;
    for (uint32_t d = 0; d < case_.marks.size(); ++d) {
      for (const Span mark : case_.marks[d]) {
        if (!PointedAt(d, mark)) {
          absl::StrAppend(&failure, "no finding points at ",
                          Quoted(d, mark), "\n");
        }
      }
    }
    for (const RuleHit& hit : hits_) {
      for (const auto& [document, span] : PlacesOf(hit)) {
        if (!Marked(document, span)) {
          absl::StrAppend(&failure, "a finding points at ",
                          Quoted(document, span),
                          ", which bears no [[mark]]\n");
        }
      }
    }
    if (failure.empty()) return "";
    return absl::StrCat(failure, "found\n", DescribeHits(),
                        "  if that is right, paste\n", TextsToPaste());
  }

  // How the rule's conditions come out for all that it could look at.
  void Cover(Coverage* coverage) const {
    if (rule_.rule->has_detail()) {
      for (const Detail& detail : Details()) {
        coverage->AddProof(
            rule_, ExplainDetail(rules_, rule_, *linked_.corpus, detail));
      }
      return;
    }
    if (rule_.rule->has_sentence()) {
      for (uint32_t d = 0; d < linked_.corpus->size(); ++d) {
        for (const v1::Step& step :
             ExplainSentences(rules_, rule_, *linked_.corpus, d)) {
          coverage->AddProof(rule_, step);
        }
      }
      return;
    }
    if (rule_.rule->has_pair() || rule_.rule->has_support()) {
      for (const ClaimLink& link : linked_.links) {
        coverage->AddProof(
            rule_, ExplainPair(rules_, rule_, *linked_.corpus, link));
      }
      return;
    }
    for (uint32_t d = 0; d < linked_.corpus->size(); ++d) {
      const size_t claims = linked_.corpus->document(d).claims.size();
      for (uint32_t c = 0; c < claims; ++c) {
        coverage->AddProof(
            rule_, ExplainClaim(rules_, rule_, *linked_.corpus, {d, c}));
      }
    }
  }

 private:
  const ClaimRecord& Claim(ClaimRef ref) const {
    return linked_.corpus->claim(ref);
  }
  std::string Quoted(uint32_t document, Span span) const {
    return absl::StrCat(
        "“", EscapeControls(span.In(case_.documents[document].text())),
        "” of text ", document + 1);
  }
  bool PointedAt(uint32_t document, Span mark) const {
    for (const RuleHit& hit : hits_) {
      for (const auto& [where, span] : PlacesOf(hit)) {
        if (where == document && span.Overlaps(mark)) return true;
      }
    }
    return false;
  }
  bool Marked(uint32_t document, Span span) const {
    for (const Span mark : case_.marks[document]) {
      if (span.Overlaps(mark)) return true;
    }
    return false;
  }
  bool Marked(ClaimRef ref) const {
    return Marked(ref.document, Claim(ref).span);
  }

  // What the finding of a hit points at.  Of a source, the words that stand
  // in the place of the draft's; not the passage shown for reading.
  std::vector<std::pair<uint32_t, Span>> PlacesOf(const RuleHit& hit) const {
    std::vector<std::pair<uint32_t, Span>> places;
    for (const ClaimRef ref : hit.claims) {
      places.emplace_back(ref.document, Claim(ref).span);
    }
    if (hit.detail != nullptr) {
      places.emplace_back(hit.detail->document, hit.detail->span);
      if ((hit.detail->story || hit.kind == v1::Finding::CONTRADICTION) &&
          !hit.detail->counterpart.empty()) {
        places.emplace_back(hit.detail->source, hit.detail->counterpart);
      }
    }
    if (hit.sentence != nullptr) {
      places.emplace_back(hit.sentence->document, hit.sentence->span);
    }
    return places;
  }

  std::string DescribeHits() const {
    std::string out;
    HitWriter writer(rules_, *linked_.corpus);
    for (const RuleHit& hit : hits_) {
      const HitText text = writer.Write(hit);
      absl::StrAppend(&out, "  ", EscapeControls(text.message), " (",
                      EscapeControls(text.why), ")\n");
      for (const auto& [document, span] : PlacesOf(hit)) {
        absl::StrAppend(&out, "    ", Quoted(document, span), "\n");
      }
    }
    return out;
  }

  // The texts of the example with marks where the findings point.
  std::string TextsToPaste() const {
    std::string out;
    for (uint32_t d = 0; d < case_.documents.size(); ++d) {
      std::vector<Span> spans;
      for (const RuleHit& hit : hits_) {
        for (const auto& [document, span] : PlacesOf(hit)) {
          if (document == d) spans.push_back(span);
        }
      }
      std::sort(spans.begin(), spans.end());
      std::string text;
      uint32_t at = 0;
      for (const Span span : spans) {
        if (span.begin < at) continue;  // marks may not nest
        const absl::string_view whole = case_.documents[d].text();
        absl::StrAppend(&text, whole.substr(at, span.begin - at), "[[",
                        span.In(whole), "]]");
        at = span.end;
      }
      absl::StrAppend(&text, case_.documents[d].text().substr(at));
      absl::StrAppend(&out, "    text: \"", absl::Utf8SafeCEscape(text),
                      "\"\n");
    }
    return out;
  }

  // What a detail rule looks at: a draft's details, or those of a story's texts.
  std::vector<Detail> Details() const {
    return ReadDetails(*linked_.corpus, rule_.rule->mode() == Rule::CHECK);
  }

  // Why there is no finding: the claims at the marks, and how far they came.
  std::string Diagnose() const {
    if (rule_.rule->has_detail()) {
      std::string out;
      const std::vector<Detail> details = Details();
      for (const Detail& detail : details) {
        if (!Marked(detail.document, detail.span)) continue;
        absl::StrAppend(
            &out, "  ",
            v1::Detail::Kind_Name(static_cast<v1::Detail::Kind>(detail.kind)),
            "\n");
        AppendStep(ExplainDetail(rules_, rule_, *linked_.corpus, detail), 1,
                   &out);
      }
      if (!out.empty()) return out;
      for (const Detail& detail : details) {
        absl::StrAppend(
            &out, "  ",
            v1::Detail::Kind_Name(static_cast<v1::Detail::Kind>(detail.kind)),
            " ", Quoted(detail.document, detail.span), "\n");
      }
      return out.empty() ? "  the texts have no such details\n"
                         : absl::StrCat("  no detail is at the marks\n", out);
    }
    if (rule_.rule->has_sentence()) {
      std::string out;
      for (uint32_t d = 0; d < linked_.corpus->size(); ++d) {
        for (const v1::Step& step :
             ExplainSentences(rules_, rule_, *linked_.corpus, d)) {
          AppendStep(step, 1, &out);
        }
      }
      return out.empty() ? "  the rule looks at no sentence of the texts; see "
                           "not_in\n"
                         : out;
    }
    std::vector<ClaimRef> marked;
    for (uint32_t d = 0; d < linked_.corpus->size(); ++d) {
      const DocumentAnalysis& doc = linked_.corpus->document(d);
      for (uint32_t c = 0; c < doc.claims.size(); ++c) {
        if (Marked({d, c})) marked.push_back({d, c});
      }
    }
    if (marked.empty()) {
      return absl::StrCat("  no claim was found at the marks\n", AllClaims());
    }
    std::string out;
    if (rule_.rule->has_pair()) {
      std::optional<v1::Step> best;
      for (const ClaimRef a : marked) {
        for (const ClaimRef b : marked) {
          if (!(a < b)) continue;
          v1::Step step = ExplainPair(rules_, rule_, *linked_.corpus,
                                      ScoreLink(*linked_.corpus, a, b));
          if (!best || Progress(step) > Progress(*best)) {
            best = std::move(step);
          }
        }
      }
      if (best) {
        const v1::Step* missing = FirstMissing(*best);
        if (missing == nullptr) {
          return "  the claims are one thing and the conditions hold, but they "
                 "share too few words to meet\n";
        }
        AppendStep(*missing, 1, &out);
      } else {
        absl::StrAppend(&out, "  only one claim was found at the marks\n",
                        AllClaims());
      }
      return out;
    }
    for (const ClaimRef ref : marked) {
      AppendStep(ExplainClaim(rules_, rule_, *linked_.corpus, ref), 1, &out);
    }
    return out;
  }

  // The number of parts that hold, from the first on.
  static int Progress(const v1::Step& step) {
    int count = 0;
    for (const v1::Step& part : step.parts()) {
      if (part.truth() != v1::Step::YES) break;
      ++count;
    }
    return count;
  }
  static const v1::Step* FirstMissing(const v1::Step& step) {
    for (const v1::Step& part : step.parts()) {
      if (part.truth() != v1::Step::YES) return &part;
    }
    return nullptr;
  }

  static void AppendStep(const v1::Step& step, int depth, std::string* out) {
    absl::StrAppend(out, std::string(2 * depth, ' '),
                    v1::Step::Truth_Name(step.truth()), " ", step.path(), ": ",
                    EscapeControls(step.text()), "\n");
    for (const v1::Step& part : step.parts()) AppendStep(part, depth + 1, out);
  }

  std::string AllClaims() const {
    std::string out;
    for (uint32_t d = 0; d < linked_.corpus->size(); ++d) {
      for (const ClaimRecord& claim : linked_.corpus->document(d).claims) {
        absl::StrAppend(
            &out, "  ",
            v1::Claim::Kind_Name(static_cast<v1::Claim::Kind>(claim.kind)),
            " ", Quoted(d, claim.span), "\n");
      }
    }
    return out.empty() ? "  the texts have no claims\n" : out;
  }

  const RuleSet& rules_;
  const CompiledRule& rule_;
  const Case case_;
  LinkedDocuments linked_;
  std::vector<RuleHit> hits_;
};

// Characters that XML 1.0 forbids become U+FFFD.
std::string EscapeXml(absl::string_view text) {
  std::string out;
  for (char c : EscapeControls(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out.push_back(c);
    }
  }
  return out;
}

// As EscapeXml, line by line, so that line breaks stay.
std::string EscapeXmlLines(absl::string_view text) {
  std::string out;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    absl::StrAppend(&out, EscapeXml(text.substr(0, end)), "\n");
    if (end == absl::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

bool IsChosen(const ExampleChoice& choice, const std::string& rule_id,
              const std::string& name) {
  if (choice.only.empty()) return true;
  const std::string full = absl::StrCat(rule_id, "/", name);
  for (const std::string& glob : choice.only) {
    if (MatchesGlob(glob, rule_id) || MatchesGlob(glob, full)) return true;
  }
  return false;
}

}  // namespace

ExampleResult RunExample(const RuleSet& rules, const CompiledRule& rule,
                         const v1::Example& example,
                         const Extractor& extractor, Coverage* coverage) {
  ExampleResult result;
  result.rule_id = rule.id();
  result.name = example.name();
  result.file = rule.file;
  const ExampleRun run(rules, rule, example, extractor);
  if (coverage != nullptr) run.Cover(coverage);
  const bool fires = example.expect() == Example::FIRES ||
                     example.expect() == Example::FIRES_SOMEDAY;
  const bool someday = example.expect() == Example::FIRES_SOMEDAY ||
                       example.expect() == Example::SILENT_SOMEDAY;
  const std::string failure = run.Failure(fires);
  if (!someday) {
    result.passed = failure.empty();
    result.detail = failure;
  } else {
    result.passed = !failure.empty();
    if (!result.passed) {
      result.detail =
          absl::StrCat("comes out right now; write expect: ",
                       fires ? "FIRES" : "SILENT", " so that it stays so\n");
    }
  }
  return result;
}

std::vector<ExampleResult> RunExamples(const RuleSet& rules,
                                       const Extractor& extractor,
                                       const ExampleChoice& choice,
                                       Coverage* coverage) {
  std::vector<ExampleResult> results;
  int number = 0;
  for (const CompiledRule& rule : rules.rules()) {
    if (rule.rule->stage() == Rule::RETIRED) continue;
    if (coverage != nullptr) coverage->AddRule(rule);
    for (const Example& example : rule.rule->examples()) {
      if (!IsChosen(choice, rule.id(), example.name())) continue;
      if (number++ % choice.shards != choice.shard) continue;
      results.push_back(RunExample(rules, rule, example, extractor, coverage));
    }
  }
  return results;
}

std::string DescribeResults(const std::vector<ExampleResult>& results) {
  std::string out;
  size_t failed = 0;
  for (const ExampleResult& result : results) {
    if (result.passed) continue;
    ++failed;
    absl::StrAppend(&out, "FAIL ", result.rule_id, "/",
                    EscapeControls(result.name), "\n", result.detail, "\n");
  }
  absl::StrAppend(&out, results.size() - failed, " of ", results.size(),
                  results.size() == 1 ? " example" : " examples",
                  " as expected\n");
  return out;
}

std::string ToJUnitXml(const std::vector<ExampleResult>& results) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
  for (size_t i = 0; i < results.size();) {
    size_t end = i;
    size_t failures = 0;
    while (end < results.size() && results[end].rule_id == results[i].rule_id) {
      failures += !results[end++].passed;
    }
    absl::StrAppend(&out, "  <testsuite name=\"", EscapeXml(results[i].rule_id),
                    "\" tests=\"", end - i, "\" failures=\"", failures,
                    "\" errors=\"0\">\n");
    for (; i < end; ++i) {
      const ExampleResult& result = results[i];
      absl::StrAppend(&out, "    <testcase name=\"", EscapeXml(result.name),
                      "\" classname=\"", EscapeXml(result.rule_id), "\" file=\"",
                      EscapeXml(result.file), "\"");
      if (result.passed) {
        absl::StrAppend(&out, "/>\n");
      } else {
        absl::StrAppend(&out, ">\n      <failure message=\"not as expected\">",
                        EscapeXmlLines(result.detail),
                        "</failure>\n    </testcase>\n");
      }
    }
    absl::StrAppend(&out, "  </testsuite>\n");
  }
  absl::StrAppend(&out, "</testsuites>\n");
  return out;
}

}  // namespace claimcheck
