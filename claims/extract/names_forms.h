#ifndef CLAIMCHECK_CLAIMS_EXTRACT_NAMES_FORMS_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_NAMES_FORMS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/extract/analysis.h"
#include "claims/extract/names_runs.h"

namespace claimcheck {

// A word of a name as it is compared: the one spelling of a given name.
struct NameWord {
  uint32_t word = 0;
  absl::string_view text;
  uint32_t token = 0;
};
using NameWords = absl::InlinedVector<NameWord, 8>;

// The words of a name, apart from the small ones.
void ReadNameWords(const DocumentAnalysis& doc, const NameDraft& draft,
                   NameWords* words);

// What two mentions of one name have in common: its words with blanks between.
std::string KeyOf(const NameWords& words);

// The entities of a document by the words of their longer names, for the other
// forms that these names take.
class NameForms {
 public:
  // Namesakes beyond this many are not told apart: the short form then stays
  // with the first ones.
  static constexpr size_t kMaxNamesakes = 4;
  using Bucket = absl::InlinedVector<uint32_t, kMaxNamesakes>;

  explicit NameForms(const DocumentAnalysis& doc) : doc_(doc) {}

  // The entities so far by their last and first words.
  void Index(const std::vector<NameDraft>& drafts);
  // "DEA" for "Drug Enforcement Administration".
  void AddInitials(const NameWords& words, uint32_t entity);

  // Each of these gives kNone where nobody is called so or two may be meant.

  // A person known already under a longer or shorter form: same first and last
  // word, or the words are the end of a known name.
  uint32_t PersonOf(const NameWords& words) const;
  // "Civil Aviation Authority" for "French Civil Aviation Authority".
  uint32_t BodyOf(const NameWords& words, NameType type) const;
  // The bearer of the initials `word`.
  uint32_t OfInitials(uint32_t word) const;
  // "Arlen" for "Arlen Cosmodrome".
  uint32_t PlaceCalled(uint32_t word) const;

  // The persons that a single word may name, by last name before first name.
  Bucket PersonsCalled(uint32_t word) const;

 private:
  static void Put(absl::flat_hash_map<uint32_t, Bucket>* index, uint32_t word,
                  uint32_t entity);

  absl::Span<const NameWord> LongForm(uint32_t entity) const {
    const LongWords form = long_forms_[entity];
    return absl::MakeConstSpan(long_words_).subspan(form.begin, form.size);
  }

  // Where the words of a long form are in `long_words_`.
  struct LongWords {
    uint32_t begin = 0, size = 0;
  };

  const DocumentAnalysis& doc_;
  std::vector<LongWords> long_forms_;  // of entities
  std::vector<NameWord> long_words_;
  absl::flat_hash_map<uint32_t, Bucket> by_last_, by_first_;
  absl::flat_hash_map<uint32_t, uint32_t> initials_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_NAMES_FORMS_H_
