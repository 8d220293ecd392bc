#include "rules/engine/example_run.h"

#include <algorithm>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "rules/engine/hit_writer.h"
#include "rules/engine/rule_issue.h"
#include "rules/engine/rule_steps.h"
#include "rules/link/details.h"

namespace claimcheck {

ExampleRun::ExampleRun(const RuleSet& rules, const CompiledRule& rule,
                       const v1::Example& example, const Extractor& extractor)
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

std::string ExampleRun::Failure(bool fires) const {
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

void ExampleRun::Cover(Coverage* coverage) const {
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

std::string ExampleRun::Quoted(uint32_t document, Span span) const {
  return absl::StrCat(
      "“", EscapeControls(span.In(case_.documents[document].text())),
      "” of text ", document + 1);
}

bool ExampleRun::PointedAt(uint32_t document, Span mark) const {
  for (const RuleHit& hit : hits_) {
    for (const auto& [where, span] : PlacesOf(hit)) {
      if (where == document && span.Overlaps(mark)) return true;
    }
  }
  return false;
}

bool ExampleRun::Marked(uint32_t document, Span span) const {
  for (const Span mark : case_.marks[document]) {
    if (span.Overlaps(mark)) return true;
  }
  return false;
}

std::vector<std::pair<uint32_t, Span>> ExampleRun::PlacesOf(
    const RuleHit& hit) const {
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

std::string ExampleRun::DescribeHits() const {
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

std::string ExampleRun::TextsToPaste() const {
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

std::vector<Detail> ExampleRun::Details() const {
  return ReadDetails(*linked_.corpus, rule_.rule->mode() == v1::Rule::CHECK);
}

}  // namespace claimcheck
