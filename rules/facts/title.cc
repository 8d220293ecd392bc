#include "rules/facts/title.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "rules/facts/claim_text.h"
#include "rules/facts/question.h"
#include "rules/link/quote_alignment.h"

namespace claimcheck {
namespace {

bool IsBefore(const Corpus& corpus, ClaimRef a, ClaimRef b) {
  const auto start = [&corpus](ClaimRef ref) -> std::optional<int64_t> {
    if (corpus.claim(ref).time == kNone) return std::nullopt;
    return corpus.time(ref)->value.range.first;
  };
  return start(a) < start(b);
}

std::string Subject(const Corpus& corpus, ClaimRef quotation, Span words) {
  constexpr size_t kMostWords = 40;
  return Shorten(corpus.document(quotation.document).text.Text(words),
                 kMostWords);
}

// "Hollis: “We will develop ...”: 3 wordings", of which one that differs in its
// marks alone is none of its own; "“ready to ...”: said of “the two” or
// “Oslo”?"
std::string QuotationQuestion(const Corpus& corpus, const RuleHit& main,
                              absl::Span<const ClaimRef> places) {
  if (main.link != nullptr && main.link->quotes != nullptr) {
    const QuoteComparison& quotes = *main.link->quotes;
    if (std::find(quotes.differences.begin(), quotes.differences.end(),
                  QuoteDifference::kSubjectGrafted) !=
        quotes.differences.end()) {
      // The longer wording begins with its own subject.
      const ClaimRef shorter = corpus.Text(main.link->left).size() <
                                       corpus.Text(main.link->right).size()
                                   ? main.link->left
                                   : main.link->right;
      const std::string left =
          Subject(corpus, main.link->left, quotes.left_subject);
      const std::string right =
          Subject(corpus, main.link->right, quotes.right_subject);
      return absl::StrCat(
          ClaimSubject(corpus, shorter), ": said of ",
          left.empty() || right.empty()
              ? "whom"
              : absl::StrCat("“", left, "” or “", right, "”"),
          "?");
    }
  }
  std::vector<std::string> wordings;
  for (const ClaimRef ref : places) {
    wordings.push_back(Letters(corpus.Text(ref)));
  }
  std::sort(wordings.begin(), wordings.end());
  const size_t count =
      std::unique(wordings.begin(), wordings.end()) - wordings.begin();
  return absl::StrCat(ClaimSubject(corpus, main.claims[0]), ": ",
                      count < 2 ? absl::StrCat("in ", places.size(), " places")
                                : absl::StrCat(count, " wordings"));
}

}  // namespace

bool SidesDisagree(v1::Finding::Kind kind) {
  return kind == v1::Finding::CONTRADICTION ||
         kind == v1::Finding::SELF_INCONSISTENT ||
         kind == v1::Finding::QUOTE_VARIATION ||
         kind == v1::Finding::OVERTAKEN || kind == v1::Finding::DISPUTE;
}

std::string FindingTitle(const Corpus& corpus, const RuleHit& main,
                         absl::Span<const ClaimRef> places) {
  const std::string subject = ClaimSubject(corpus, main.claims[0]);
  const ClaimKind kind = corpus.claim(main.claims[0]).kind;
  if (!SidesDisagree(main.kind) || main.claims.size() < 2) return subject;
  if (kind == ClaimKind::kQuotation) {
    return QuotationQuestion(corpus, main, places);
  }
  if (kind == ClaimKind::kStatement) {
    return absl::StrCat("Who says ", subject, "?");
  }
  std::vector<ClaimRef> claims(main.claims.begin(), main.claims.end());
  Alternatives alternatives = Alternatives::kOther;
  if (kind == ClaimKind::kEventTime) {
    // As a calendar has them.
    alternatives = Alternatives::kTimes;
    std::stable_sort(claims.begin(), claims.end(),
                     [&](ClaimRef a, ClaimRef b) {
                       return IsBefore(corpus, a, b);
                     });
  } else if (kind == ClaimKind::kQuantity || kind == ClaimKind::kDuration) {
    alternatives = Alternatives::kAmounts;
  }
  std::vector<std::string> values;
  for (const ClaimRef ref : claims) {
    values.push_back(ClaimValue(corpus, ref));
  }
  if (std::count(values.begin(), values.end(), values[0]) ==
      static_cast<std::ptrdiff_t>(values.size())) {
    return subject;
  }
  return absl::StrCat(subject, ": ",
                      JoinAlternatives(std::move(values), alternatives), "?");
}

}  // namespace claimcheck
