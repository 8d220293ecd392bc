#include "rules/link/name_spelling.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "claims/text/fold.h"
#include "rules/link/entity_table.h"

namespace claimcheck {

const NameMention& NameOfClaim(const Corpus& corpus, ClaimRef ref) {
  return corpus.document(ref.document).names[corpus.claim(ref).name];
}

std::vector<std::string> WrittenWords(const Corpus& corpus, ClaimRef ref) {
  const DocumentAnalysis& doc = corpus.document(ref.document);
  const NameMention& name = NameOfClaim(corpus, ref);
  std::vector<std::string> words;
  for (uint32_t t = name.tokens.begin; t < name.tokens.end; ++t) {
    if (doc.text.tokens[t].kind != TokenKind::kWord) continue;
    words.push_back(std::string(doc.text.Folded(t)));
  }
  return words;
}

std::vector<std::string> NormalizedWords(std::vector<std::string> words) {
  for (std::string& word : words) word = NormalizeName(word);
  return words;
}

size_t EditsBetween(absl::string_view a, absl::string_view b, size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit || b.size() > 40) return limit + 1;
  std::vector<size_t> before(b.size() + 1), row(b.size() + 1);
  std::vector<size_t> two(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    two.swap(before);
    before.swap(row);
    row.assign(b.size() + 1, i);
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({before[j] + 1, row[j - 1] + 1,
                         before[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

std::string WithoutUmlauts(const std::string& word, bool undouble) {
  std::string out;
  for (size_t i = 0; i < word.size(); ++i) {
    if (word[i] == 'e' && i > 0 && absl::StrContains("aou", word[i - 1])) {
      continue;
    }
    if (undouble && i > 0 && word[i] == word[i - 1]) continue;
    out += word[i];
  }
  return out;
}

bool IsNameSlip(const std::string& a, const std::string& b) {
  const size_t shorter = std::min(a.size(), b.size());
  if (shorter < 4 || a[0] != b[0]) return false;
  // "Merkel" and "Merkels": a genitive without its apostrophe.
  if (a + "s" == b || b + "s" == a) return false;
  return EditsBetween(a, b, 2) <=
         (shorter >= 5 && std::max(a.size(), b.size()) >= 7 ? 2 : 1);
}

bool MayBeNameSlip(const std::string& a, const std::string& b) {
  return std::min(a.size(), b.size()) >= 4 && a + "s" != b && b + "s" != a &&
         EditsBetween(a, b, 2) <= 2;
}

bool IsRegnalNumber(absl::string_view word) {
  return !word.empty() && word.size() <= 5 &&
         word.find_first_not_of("ivx") == absl::string_view::npos;
}

bool IsInitial(const std::string& word) { return word.size() <= 1; }

bool SlippedName(const Corpus& corpus, uint32_t a, uint32_t b) {
  if (a == kNone || b == kNone || corpus.EntityType(a) != NameType::kPerson ||
      corpus.EntityType(b) != NameType::kPerson) {
    return false;
  }
  // Most are told apart by a look: a slip keeps the first letter and, but for two
  // letters, the length.
  const absl::string_view name = corpus.EntityName(a);
  const absl::string_view other = corpus.EntityName(b);
  if (name.empty() || other.empty() ||
      absl::ascii_tolower(static_cast<unsigned char>(name[0])) !=
          absl::ascii_tolower(static_cast<unsigned char>(other[0])) ||
      std::max(name.size(), other.size()) -
              std::min(name.size(), other.size()) > 2) {
    return false;
  }
  // Letters, not bytes: an accent is no slip.
  const std::vector<std::string> left = NormalizedWords(absl::StrSplit(Folded(name), ' '));
  const std::vector<std::string> right = NormalizedWords(absl::StrSplit(Folded(other), ' '));
  if (left.size() != right.size() || left.size() < 2) return false;
  size_t different = 0, at = 0;
  for (size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    ++different;
    at = i;
  }
  return different == 1 && IsNameSlip(left[at], right[at]);
}

bool FullerName(const Corpus& corpus, uint32_t a, uint32_t b) {
  if (a == kNone || b == kNone || corpus.EntityType(a) != NameType::kPerson ||
      corpus.EntityType(b) != NameType::kPerson) {
    return false;
  }
  absl::string_view shorter = corpus.EntityName(a);
  absl::string_view longer = corpus.EntityName(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  return shorter.size() < longer.size() && longer[shorter.size()] == ' ' &&
         absl::StrContains(shorter, ' ') &&
         absl::StartsWithIgnoreCase(longer, shorter);
}

}  // namespace claimcheck
