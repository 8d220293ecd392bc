// The condition `names`: two full names of what may be one person.

#include "absl/strings/str_cat.h"
#include "rules/engine/conditions.h"
#include "rules/link/name_link.h"

namespace claimcheck {

Truth EvaluateNames(const ConditionNode& node, const RuleSides& sides,
                    EvaluationScratch*, std::string* text) {
  using Names = v1::Condition::Names;
  const Corpus& corpus = *sides.corpus;
  const auto is_name = [&](ClaimRef ref) {
    return corpus.claim(ref).kind == ClaimKind::kName;
  };
  if (!is_name(sides.left) || !is_name(sides.right) ||
      sides.left == sides.right) {
    if (text != nullptr) *text = "no two names";
    return Truth::kUnknown;
  }
  const NameComparison c = CompareNames(corpus, sides.left, sides.right);
  if (c.spelling == NameComparison::kOther) {
    if (text != nullptr) *text = "the names of two persons";
    return Truth::kUnknown;
  }
  Names::Difference difference = Names::NONE;
  if (c.spelling == NameComparison::kVariant) difference = Names::SPELLING;
  const bool title = c.spelling == NameComparison::kSame && c.titles_exclude;
  if (title) difference = Names::TITLE;
  if (text != nullptr) {
    *text = absl::StrCat("“", corpus.Text(sides.left), "” and “",
                         corpus.Text(sides.right), "”");
    if (title) {
      absl::StrAppend(text, ": nobody is ", c.left_title, " and ",
                      c.right_title, " at once");
    }
  }
  return FromBool(Accepts(node, difference));
}

}  // namespace claimcheck
