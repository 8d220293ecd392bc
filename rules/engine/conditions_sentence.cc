// The condition on a sentence as such: flaw.

#include <string>

#include "absl/strings/str_cat.h"
#include "rules/engine/conditions.h"

namespace claimcheck {
namespace {

std::string Describe(const TextFlaw& flaw, const TokenizedText& text) {
  const absl::string_view words = text.Text(flaw.span);
  switch (flaw.kind) {
    case FlawKind::kLookAlike:
      return absl::StrCat("“", words, "” mixes two scripts");
    case FlawKind::kLoneQuote:
      return absl::StrCat("the mark ", words, " opens or closes nothing");
    case FlawKind::kRepeated:
      return "the paragraph stands in the text twice";
    case FlawKind::kNotIntroduced:
      return absl::StrCat("“", words, "” stands before “",
                          text.Text(flaw.other), "”");
    case FlawKind::kHeadline:
      return absl::StrCat("“", words, "” in the headline, “", text.Text(flaw.other),
                          "” in the text");
    case FlawKind::kNone: break;
  }
  return "";
}

}  // namespace

Truth EvaluateFlaw(const ConditionNode& node, const RuleSides& sides,
                   EvaluationScratch* scratch, std::string* text) {
  if (sides.place == nullptr) return Truth::kUnknown;
  bool found = false;
  for (const TextFlaw& flaw : sides.place->flaws) {
    if (!Accepts(node, static_cast<int>(flaw.kind))) continue;
    if (text != nullptr) {
      absl::StrAppend(
          text, found ? "; " : "",
          Describe(flaw, sides.corpus->document(sides.place->document).text));
    }
    found = true;
    scratch->flaws.push_back(flaw);
  }
  if (text != nullptr && !found) *text = "the sentence has no such flaw";
  return FromBool(found);
}

}  // namespace claimcheck
