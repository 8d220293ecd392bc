// Conditions that look at words: text, quotes, words.

#include <memory>

#include "absl/strings/str_cat.h"
#include "rules/engine/conditions.h"
#include "rules/link/quote_alignment.h"

namespace claimcheck {
namespace {

const char* InWords(QuoteDifference difference) {
  switch (difference) {
    case QuoteDifference::kNone: break;
    case QuoteDifference::kSameWords: return "the same words";
    case QuoteDifference::kTypographic: return "other marks or spellings";
    case QuoteDifference::kPartial: return "one is a part of the other";
    case QuoteDifference::kCut: return "words are left out without a mark";
    case QuoteDifference::kCutEnd: return "a full stop where the other goes on";
    case QuoteDifference::kReworded: return "words differ";
    case QuoteDifference::kPolarity: return "one says the opposite";
    case QuoteDifference::kSubjectGrafted:
      return "the words are said of another subject";
  }
  return "";
}

}  // namespace

Truth EvaluateText(const ConditionNode& node, const RuleSides& sides,
                   EvaluationScratch* scratch, std::string* text) {
  const v1::Condition::Text& condition = node.condition->text();
  if (sides.place != nullptr) {
    const bool found = scratch->SentenceMatches(
        *sides.corpus, sides.place->document, sides.place->sentence,
        node.pattern);
    if (text != nullptr) {
      *text = absl::StrCat("the sentence ", found ? "holds " : "does not hold ",
                           condition.pattern());
    }
    return FromBool(found);
  }
  return ForSides(
      condition.side(), sides, text, [&](ClaimRef ref, std::string* out) {
        const bool found =
            scratch->SentenceMatches(*sides.corpus, ref, node.pattern);
        if (out != nullptr) {
          *out =
              absl::StrCat("the sentence ", found ? "holds " : "does not hold ",
                           condition.pattern());
        }
        return FromBool(found);
      });
}

Truth EvaluateQuotes(const ConditionNode& node, const RuleSides& sides,
                     EvaluationScratch*, std::string* text) {
  const v1::Condition::Quotes& condition = node.condition->quotes();
  const Corpus& corpus = *sides.corpus;
  std::shared_ptr<const QuoteComparison> comparison =
      sides.link == nullptr ? nullptr : sides.link->quotes;
  if (comparison == nullptr) {
    const Quote* left = corpus.quote(sides.left);
    const Quote* right = corpus.quote(sides.right);
    if (left != nullptr && right != nullptr && !(sides.left == sides.right)) {
      comparison = std::make_shared<const QuoteComparison>(
          CompareQuotes(sides.document(sides.left), *left,
                        sides.document(sides.right), *right));
    }
  }
  if (comparison == nullptr || !comparison->related) {
    if (text != nullptr) *text = "no two wordings of one quotation";
    return Truth::kUnknown;
  }
  bool accepted = node.accepted == 0;
  std::string names;
  for (QuoteDifference difference : comparison->differences) {
    accepted = accepted || Accepts(node, static_cast<int>(difference));
    if (text != nullptr) {
      absl::StrAppend(&names, names.empty() ? "" : "; ", InWords(difference));
    }
  }
  if (text != nullptr) {
    *text = absl::StrCat(names.empty() ? "the wordings are alike" : names, "; ",
                         comparison->common_words, " words in common");
  }
  return FromBool(accepted &&
                  comparison->common_words >= condition.least_common_words());
}

Truth EvaluateWords(const ConditionNode& node, const RuleSides& sides,
                    EvaluationScratch*, std::string* text) {
  const v1::Condition::Words& condition = node.condition->words();
  return ForSides(
      condition.side(), sides, text, [&](ClaimRef ref, std::string* out) {
        const size_t count =
            sides.corpus->WordsIn(ref.document, sides.claim(ref).span).size();
        if (out != nullptr) {
          *out = absl::StrCat("“", sides.corpus->Text(ref), "” has ", count,
                              " content words");
        }
        return FromBool(count >= condition.at_least());
      });
}

}  // namespace claimcheck
