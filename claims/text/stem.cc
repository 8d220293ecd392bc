#include "claims/text/stem.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "absl/strings/match.h"
#include "claims/text/tokens.h"

namespace claimcheck {
namespace {

// Words that look like a plural, a past tense or a participle and are none, or
// whose stem would be another common word.  Sorted.
constexpr absl::string_view kAsTheyAre[] = {
    "always", "anything", "beijing", "bleed", "breed", "corps", "creed",
    "during", "evening", "everything", "exceed", "feed", "greed",
    "headquarters", "hundred", "indeed", "morning", "need", "news", "nothing",
    "perhaps", "physics", "politics", "proceed", "sacred", "seed", "series",
    "something", "sometimes", "species", "speed", "succeed", "towards",
    "united", "weed",
};

// British spellings that no rule below takes to the American one.  Of stems.
// Sorted.
struct Spelling {
  absl::string_view from;
  absl::string_view to;
};
constexpr Spelling kSpellings[] = {
    {"acknowledgement", "acknowledgment"},
    {"aeroplan", "airplan"},
    {"ageing", "ag"},
    {"aluminium", "aluminum"},
    {"artefact", "artifact"},
    {"chequ", "check"},
    {"draught", "draft"},
    {"encyclopaedia", "encyclopedia"},
    {"fulfill", "fulfil"},
    {"gaol", "jail"},
    {"gray", "grey"},
    {"jewellery", "jewelry"},
    {"judgement", "judgment"},
    {"kerb", "curb"},
    {"manoeuver", "maneuver"},
    {"manoeuvr", "maneuver"},
    {"mould", "mold"},
    {"moustach", "mustach"},
    {"paediatric", "pediatric"},
    {"plough", "plow"},
    {"practis", "practic"},
    {"sceptic", "skeptic"},
    {"sceptical", "skeptical"},
    {"skilful", "skillful"},
    {"storey", "story"},
    {"tyr", "tir"},
};

constexpr bool IsSorted() {
  for (size_t i = 1; i < std::size(kAsTheyAre); ++i) {
    if (!(kAsTheyAre[i - 1] < kAsTheyAre[i])) return false;
  }
  for (size_t i = 1; i < std::size(kSpellings); ++i) {
    if (!(kSpellings[i - 1].from < kSpellings[i].from)) return false;
  }
  return true;
}
static_assert(IsSorted(), "looked up by bisection");

bool IsVowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// A word being shortened in place.
class Word {
 public:
  Word(absl::string_view word, char* data) : data_(data), size_(word.size()) {
    std::memcpy(data, word.data(), word.size());
  }

  absl::string_view view() const { return {data_, size_}; }
  size_t size() const { return size_; }
  bool Ends(absl::string_view suffix) const {
    return absl::EndsWith(view(), suffix);
  }
  char Last(size_t back = 0) const { return data_[size_ - 1 - back]; }
  void Drop(size_t bytes) { size_ -= bytes; }
  // Puts `tail`, at most two bytes longer, in place of the last `bytes`.
  void Replace(size_t bytes, absl::string_view tail) {
    size_ -= bytes;
    std::memcpy(data_ + size_, tail.data(), tail.size());
    size_ += tail.size();
  }
  bool VowelBefore(size_t end) const {
    for (size_t i = 0; i < end; ++i) {
      if (IsVowel(data_[i]) || (data_[i] == 'y' && i > 0)) return true;
    }
    return false;
  }

 private:
  char* data_;
  size_t size_;
};

void DropPlural(Word* word) {
  if (word->Last() != 's' || word->size() < 4) return;
  if (word->Ends("ss") || word->Ends("us") || word->Ends("is")) return;
  if (word->Ends("ies")) {
    word->Replace(3, word->size() == 4 ? "ie" : "y");  // "dies"
  } else {
    word->Drop(1);
  }
}

void DropPastOrParticiple(Word* word) {
  size_t suffix = 0;
  if (word->Ends("ied") && word->size() >= 4) {
    word->Replace(3, word->size() == 4 ? "ie" : "y");  // "died"
    return;
  }
  if (word->Ends("reed") || word->Ends("teed")) {  // "agreed", "guaranteed"
    word->Drop(1);
    return;
  }
  if (word->Ends("ying") && word->size() == 5) {  // "dying", "lying"
    word->Replace(4, "ie");
    return;
  }
  if (word->Ends("ed")) suffix = 2;
  if (word->Ends("ing")) suffix = 3;
  if (suffix == 0 || word->size() < suffix + 2) return;
  const size_t rest = word->size() - suffix;
  if (!word->VowelBefore(rest)) return;
  word->Drop(suffix);
  if (rest == 2 && !IsVowel(word->Last())) word->Replace(0, "e");  // "used"
}

// One spelling for what British and American writers spell in two ways.
void Respell(Word* word) {
  for (absl::string_view after : {"", "er", "abl", "it", "hood", "less"}) {
    const size_t tail = after.size() + 3;
    if (word->size() < tail + 2 || !word->Ends(after)) continue;
    absl::string_view stem = word->view();
    stem.remove_suffix(after.size());
    if (!absl::EndsWith(stem, "our")) continue;
    char rest[8];
    std::memcpy(rest, "or", 2);
    std::memcpy(rest + 2, after.data(), after.size());
    word->Replace(tail, absl::string_view(rest, after.size() + 2));
    break;
  }
  if (word->Ends("ization")) word->Replace(7, "isation");
  if (word->Ends("izer")) word->Replace(4, "iser");
  if (word->Ends("iz") || word->Ends("yz")) word->Replace(1, "s");
  if (word->Ends("enc")) word->Replace(1, "s");
  if (word->Ends("ogu")) word->Drop(1);
  if (word->size() >= 4 && (word->Ends("tr") || word->Ends("br"))) {
    word->Replace(1, "er");
  }
}

}  // namespace

absl::string_view Stem(absl::string_view folded, StemBuffer* buffer) {
  if (folded.size() <= 3 || folded.size() > kMaxStemBytes) return folded;
  for (char c : folded) {
    if (c < 'a' || c > 'z') return folded;
  }
  const auto as_it_is = [](absl::string_view word) {
    return std::binary_search(std::begin(kAsTheyAre), std::end(kAsTheyAre),
                              word);
  };
  if (as_it_is(folded)) return folded;
  Word word(folded, buffer->data);
  DropPlural(&word);
  if (as_it_is(word.view())) return word.view();
  DropPastOrParticiple(&word);
  if (word.size() >= 4 && word.Last() == 'e') {
    if (word.Ends("ie")) {
      word.Replace(2, "y");  // "movie", as "movies" gave "movy"
    } else {
      word.Drop(1);
    }
  }
  Respell(&word);
  // "programme" and "program", "travelled" and "traveled".
  if (word.size() >= 4 && word.Last() == word.Last(1) &&
      !IsVowel(word.Last())) {
    word.Drop(1);
  }
  const Spelling* spelling = std::lower_bound(
      std::begin(kSpellings), std::end(kSpellings), word.view(),
      [](const Spelling& s, absl::string_view w) { return s.from < w; });
  if (spelling != std::end(kSpellings) && spelling->from == word.view()) {
    return spelling->to;
  }
  return word.view();
}

uint32_t StemHash(absl::string_view folded) {
  StemBuffer buffer;
  return WordHash(Stem(folded, &buffer));
}

}  // namespace claimcheck
