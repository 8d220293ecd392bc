// Why an example of a rule has no finding.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claimcheck/v1/claim.pb.h"
#include "claimcheck/v1/finding.pb.h"
#include "rules/engine/example_run.h"
#include "rules/engine/rule_issue.h"
#include "rules/engine/rule_steps.h"
#include "rules/link/link.h"

namespace claimcheck {
namespace {

// The number of parts that hold, from the first on.
int Progress(const v1::Step& step) {
  int count = 0;
  for (const v1::Step& part : step.parts()) {
    if (part.truth() != v1::Step::YES) break;
    ++count;
  }
  return count;
}

const v1::Step* FirstMissing(const v1::Step& step) {
  for (const v1::Step& part : step.parts()) {
    if (part.truth() != v1::Step::YES) return &part;
  }
  return nullptr;
}

void AppendStep(const v1::Step& step, int depth, std::string* out) {
  absl::StrAppend(out, std::string(2 * depth, ' '),
                  v1::Step::Truth_Name(step.truth()), " ", step.path(), ": ",
                  EscapeControls(step.text()), "\n");
  for (const v1::Step& part : step.parts()) AppendStep(part, depth + 1, out);
}

}  // namespace

std::string ExampleRun::Diagnose() const {
  if (rule_.rule->has_detail()) return DiagnoseDetails();
  if (rule_.rule->has_sentence()) return DiagnoseSentences();
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

std::string ExampleRun::DiagnoseDetails() const {
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

std::string ExampleRun::DiagnoseSentences() const {
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

std::string ExampleRun::AllClaims() const {
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

}  // namespace claimcheck
