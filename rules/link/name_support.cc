#include "rules/link/name_support.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "claims/text/stem.h"
#include "rules/link/background_idf.h"

namespace claimcheck {
namespace {

constexpr size_t kLeastSpelling = 6;
constexpr size_t kLeastPrefix = 3;
// Words that running text has as seldom as this tell names apart, in tenths.
constexpr uint32_t kSeldomIdf = 80;

constexpr uint64_t kNoName = Bit(Lex::kMonth) | Bit(Lex::kWeekday) |
                             Bit(Lex::kTitle) | Bit(Lex::kNonName) |
                             Bit(Lex::kPronoun) | Bit(Lex::kHoliday) |
                             Bit(Lex::kTimeZone);
constexpr uint64_t kSmall = Bit(Lex::kStopWord) | Bit(Lex::kDeterminer) |
                            Bit(Lex::kPreposition) | Bit(Lex::kConjunction);
constexpr uint64_t kKindOfThing =
    Bit(Lex::kOrgNoun) | Bit(Lex::kPlaceNoun) | Bit(Lex::kRoleNoun);
constexpr uint64_t kPlaces = Bit(Lex::kCountry) | Bit(Lex::kCapital) |
                             Bit(Lex::kCity) | Bit(Lex::kRegion);
constexpr uint64_t kGeographic = Bit(Lex::kCountry) | Bit(Lex::kDemonym);

// One edit (a letter changed, added, dropped or two swapped) apart, or two for
// long words.
bool NearSpelling(absl::string_view a, absl::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kLeastSpelling || b.size() - a.size() > 2) return false;
  size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  size_t x = a.size(), y = b.size();
  while (x > i && y > i && a[x - 1] == b[y - 1]) --x, --y;
  const size_t left_a = x - i, left_b = y - i;
  if (left_a <= 1 && left_b <= 1) return true;
  if (left_a == 2 && left_b == 2 && a[i] == b[i + 1] && a[i + 1] == b[i]) {
    return true;
  }
  return a.size() >= 8 && left_a <= 2 && left_b <= 2;
}

// "German" of "two German climbers" and "Corvo" of "40 Corvo vans" are no part
// of a unit, as in "German marks".
bool IsNameCounted(const DocumentAnalysis& doc, const DraftWord& word,
                   uint32_t t) {
  const QuantityMention& amount = doc.quantities[word.mention];
  if (amount.value.dimension == "count" && amount.counted.Contains(t)) {
    return true;
  }
  return (doc.lex.Mask(t) & kGeographic) != 0 &&
         amount.value.dimension != "money";
}

// "Gunn" and "Webb" are no running words, whatever their stems are.
bool IsSpelledAsSurname(absl::string_view folded) {
  const size_t size = folded.size();
  return size >= 4 && folded[size - 1] == folded[size - 2] &&
         absl::StrContains("bdgkmnprtv", folded.back());
}

// "Bank of" of "Bank of China".
bool NamesKindOfThing(const DocumentAnalysis& doc, TokenRange tokens) {
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if ((doc.lex.Mask(t) & kKindOfThing) != 0) return true;
  }
  return false;
}

// "German" is a language too, but names a country all the same.
uint64_t NoNameMask(const DocumentAnalysis& doc, uint32_t t) {
  const uint64_t mask = doc.lex.Mask(t);
  return (mask & kGeographic) != 0 ? mask & ~Bit(Lex::kNonName) : mask;
}

bool IsNameWord(const DocumentAnalysis& doc, uint32_t t) {
  const Token& token = doc.text.tokens[t];
  return token.kind == TokenKind::kWord && token.Is(Token::kCapital) &&
         token.folded_size >= 2 && doc.text.Folded(t)[0] != '\'' &&
         (NoNameMask(doc, t) & (kNoName | kSmall)) == 0;
}

bool LeadsAClause(const DocumentAnalysis& doc, uint32_t t) {
  const TokenizedText& text = doc.text;
  const bool begins = text.tokens[t].Is(Token::kSentenceStart) ||
                      (t > 0 && (text.Folded(t - 1) == "that" ||
                                 text.Folded(t - 1) == "but" ||
                                 text.Folded(t - 1) == "while"));
  return begins && t + 1 < text.tokens.size() &&
         text.tokens[t + 1].kind == TokenKind::kWord &&
         !text.tokens[t + 1].Is(Token::kCapital);
}

// Words of one name stand at most this far from each other.
constexpr uint32_t kTogether = 4;

uint64_t Pair(uint32_t first, uint32_t second) {
  return static_cast<uint64_t>(first) << 32 | second;
}

// Initials of words of a run, with and without the small words between.
void AddInitials(const DocumentAnalysis& doc, TokenRange run,
                 absl::flat_hash_set<uint32_t>* out) {
  std::string all, main;
  for (uint32_t t = run.begin; t < run.end; ++t) {
    if (doc.text.tokens[t].kind != TokenKind::kWord) continue;
    const char initial = doc.text.Folded(t)[0];
    if (!absl::ascii_isalpha(static_cast<unsigned char>(initial))) continue;
    all.push_back(initial);
    if (doc.text.tokens[t].Is(Token::kCapital)) main.push_back(initial);
  }
  for (const std::string* initials : {&all, &main}) {
    if (initials->size() >= 2) out->insert(WordHash(*initials));
  }
}

}  // namespace

std::vector<TokenRange> NameRuns(const DocumentAnalysis& doc,
                                 const DraftWords& words, uint32_t sentence) {
  std::vector<TokenRange> runs;
  const TokenRange tokens = doc.text.sentences[sentence].tokens;
  // Tokens that the finder of names took, for capitals at the start.
  auto name = std::lower_bound(
      doc.names.begin(), doc.names.end(), sentence,
      [](const NameMention& n, uint32_t s) { return n.sentence < s; });
  std::vector<TokenRange> found;
  for (; name != doc.names.end() && name->sentence == sentence; ++name) {
    if (name->form == NameMention::kName) found.push_back(name->tokens);
  }
  const auto taken = [&](uint32_t t) {
    return std::any_of(found.begin(), found.end(),
                       [&](TokenRange r) { return r.Contains(t); });
  };
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (!IsNameWord(doc, t) || words.words[t].Is(DraftWord::kTime) ||
        (words.words[t].Is(DraftWord::kAmount) &&
         !IsNameCounted(doc, words.words[t], t))) {
      continue;
    }
    const bool start =
        doc.text.tokens[t].Is(Token::kSentenceStart) || t == tokens.begin;
    if (start && !taken(t) && (doc.lex.Mask(t) & kGeographic) == 0) continue;
    // Headlines capitalise every word.
    uint32_t end = t + 1;
    while (end < tokens.end && !words.words[end].Is(DraftWord::kTime)) {
      // "Isle of Wight".
      if (IsNameWord(doc, end)) {
        ++end;
      } else if (end + 1 < tokens.end && IsNameWord(doc, end + 1) &&
                 doc.text.Folded(end) == "of") {
        end += 2;
      } else {
        break;
      }
    }
    runs.push_back({t, end});
    t = end;
  }
  return runs;
}

NameSupport::NameSupport(const DraftSources& sources) : sources_(sources) {
  for (const uint32_t d : sources.sources()) AddSource(d);
}

void NameSupport::AddSource(uint32_t document) {
  const DocumentAnalysis& doc = sources_.document(document);
  const DraftWords& words = sources_.words(document);
  // "Wales" of "New South Wales" is no Wales.
  uint32_t place_end = 0;
  for (uint32_t t = 0; t < words.words.size(); ++t) {
    const DraftWord& word = words.words[t];
    if (doc.text.tokens[t].kind != TokenKind::kWord) continue;
    const bool fresh = words_.insert(word.word).second;
    words_.insert(word.stem);
    const absl::string_view folded = doc.text.Folded(t);
    if (fresh && folded.size() >= kLeastPrefix &&
        doc.text.tokens[t].Is(Token::kCapital)) {
      spellings_[folded[0]].push_back(folded);
    }
    if (doc.text.tokens[t].Is(Token::kCapital)) {
      if (t > 0 && IsNameWord(doc, t - 1) && IsNameWord(doc, t)) {
        named_in_full_.insert(word.word);
      }
      for (uint32_t next = t + 1;
           next < words.words.size() && next <= t + kTogether; ++next) {
        together_.insert(Pair(word.word, words.words[next].word));
      }
    }
    if (doc.lex.Mask(t) == 0) continue;
    const bool inside = t < place_end;
    for (const LexHit& hit : doc.lex.At(t)) {
      if ((Bit(hit.cls) & kPlaces) != 0) {
        if (inside && t + hit.tokens <= place_end) continue;
        place_end = std::max(place_end, t + hit.tokens);
      }
      switch (hit.cls) {
        case Lex::kCountry:
        case Lex::kDemonym:
        case Lex::kCapital:
        case Lex::kMetonym:
          countries_.insert(std::string(hit.entry->id));
          break;
        case Lex::kCity:
        case Lex::kRegion:
          countries_.insert(std::string(hit.entry->value_text));
          break;
        case Lex::kOrganisation:
          organisations_.insert(std::string(hit.entry->id));
          break;
        default:
          break;
      }
    }
  }
  AddAcronyms(doc);
}

void NameSupport::AddAcronyms(const DocumentAnalysis& doc) {
  // Runs of capitals, small words inside them allowed.
  const uint32_t size = static_cast<uint32_t>(doc.text.tokens.size());
  for (uint32_t t = 0; t < size; ++t) {
    const auto capital = [&](uint32_t i) {
      return doc.text.tokens[i].kind == TokenKind::kWord &&
             doc.text.tokens[i].Is(Token::kCapital);
    };
    if (!capital(t)) continue;
    uint32_t end = t + 1;
    while (end < size &&
           (capital(end) || (end + 1 < size && capital(end + 1) &&
                             (doc.lex.Mask(end) & kSmall) != 0))) {
      ++end;
    }
    for (uint32_t first = t; first + 1 < end && first < t + 3; ++first) {
      for (uint32_t last = first + 2; last <= end && last <= first + 8;
           ++last) {
        AddInitials(doc, {first, last}, &acronyms_);
      }
    }
    t = end;
  }
}

bool NameSupport::HoldsSpelling(absl::string_view word) const {
  const auto it = spellings_.find(word.empty() ? '\0' : word[0]);
  if (it == spellings_.end()) return false;
  for (const absl::string_view other : it->second) {
    if (NearSpelling(word, other)) return true;
    // "Alex" and "Alexander".
    if (word.size() >= kLeastPrefix && other.size() >= kLeastPrefix &&
        (absl::StartsWith(word, other) || absl::StartsWith(other, word))) {
      return true;
    }
  }
  return false;
}

bool NameSupport::HoldsWord(const DocumentAnalysis& draft,
                            const DraftWord& word, uint32_t token) const {
  if (words_.contains(word.word) || words_.contains(word.stem)) return true;
  const absl::string_view folded = draft.text.Folded(token);
  for (const LexHit& hit : draft.lex.At(token)) {
    if ((hit.cls == Lex::kCountry || hit.cls == Lex::kDemonym ||
         hit.cls == Lex::kMetonym) &&
        countries_.contains(hit.entry->id)) {
      return true;
    }
    // "Moscow called it a provocation", but "in Moscow" is a place.
    if (hit.cls == Lex::kCapital && countries_.contains(hit.entry->id) &&
        LeadsAClause(draft, token)) {
      return true;
    }
  }
  if (draft.text.tokens[token].Is(Token::kAllCaps) && folded.size() <= 6 &&
      acronyms_.contains(word.word)) {
    return true;
  }
  return HoldsSpelling(folded);
}

bool NameSupport::HoldsAlias(const DocumentAnalysis& draft,
                             TokenRange run) const {
  for (uint32_t t = run.begin; t < run.end; ++t) {
    for (const LexHit& hit : draft.lex.At(t)) {
      if (t + hit.tokens < run.end && hit.tokens < run.size()) continue;
      // "Europe" of what lies there is too little to object to.
      if (hit.cls == Lex::kRegion && hit.entry->value_text.empty() &&
          run.size() == 1) {
        return true;
      }
      if ((hit.cls == Lex::kCountry || hit.cls == Lex::kDemonym) &&
          countries_.contains(hit.entry->id) &&
          !NamesKindOfThing(draft, {run.begin, t})) {
        return true;
      }
      if (hit.cls == Lex::kOrganisation &&
          organisations_.contains(hit.entry->id)) {
        return true;
      }
    }
  }
  // Written in full here, an acronym there.
  absl::flat_hash_set<uint32_t> initials;
  if (run.size() >= 2) AddInitials(draft, run, &initials);
  for (const uint32_t acronym : initials) {
    if (run.size() >= 3 && words_.contains(acronym)) return true;
  }
  return false;
}

// What is left of the run is a surname of which no source gives a first name.
bool NameSupport::IsAddedGivenName(const DocumentAnalysis& draft,
                                   TokenRange run) const {
  return run.size() == 1 &&
         !named_in_full_.contains(draft.text.tokens[run.begin].word);
}

bool NameSupport::StandsTogether(const DraftWords& words,
                                 TokenRange run) const {
  for (uint32_t t = run.begin; t + 1 < run.end; ++t) {
    // Only words found as they are can be looked for side by side.
    const uint32_t a = words.words[t].word, b = words.words[t + 1].word;
    if (!words_.contains(a) || !words_.contains(b)) continue;
    if (!together_.contains(Pair(a, b))) return false;
  }
  return true;
}

NameVerdict NameSupport::JudgeRun(const DocumentAnalysis& draft,
                                  const DraftWords& words,
                                  TokenRange run) const {
  NameVerdict verdict;
  verdict.name = verdict.decisive = run;
  TokenRange missing = {kNone, 0};
  uint32_t held = 0, absent = 0, absent_proper = 0;
  for (uint32_t t = run.begin; t < run.end; ++t) {
    const DraftWord& word = words.words[t];
    if (!IsNameWord(draft, t)) continue;
    if (HoldsWord(draft, word, t)) {
      ++held;
      continue;
    }
    ++absent;
    // A word that stands in running text too ("City", "Records") is not what
    // tells one name from another; those of countries are, however common.
    const uint64_t mask = draft.lex.Mask(t);
    const bool generic = (mask & kGeographic) == 0 &&
                         !IsSpelledAsSurname(draft.text.Folded(t)) &&
                         (BackgroundIdf(word.stem) < kSeldomIdf ||
                          (mask & kKindOfThing) != 0);
    absent_proper += !generic;
    if (generic && run.size() > 1) continue;
    missing.begin = std::min(missing.begin, t);
    missing.end = t + 1;
  }
  if (absent == 0 && run.size() >= 2 && !HoldsAlias(draft, run) &&
      !StandsTogether(words, run)) {
    verdict.held = NameHeld::kRecombined;
    return verdict;
  }
  if (absent == 0 || absent_proper == 0 || HoldsAlias(draft, run)) {
    return verdict;
  }
  verdict.decisive = missing;
  if (held > 0 && missing.begin == run.begin &&
      IsAddedGivenName(draft, {missing.end, run.end})) {
    verdict.held = NameHeld::kGivenAdded;
    return verdict;
  }
  if (held == 0) {
    verdict.held = NameHeld::kNowhere;
    verdict.decisive = run;
    return verdict;
  }
  verdict.held = NameHeld::kPart;
  return verdict;
}

std::vector<NameVerdict> NameSupport::Judge(SentenceRef draft) const {
  std::vector<NameVerdict> verdicts;
  const DocumentAnalysis& doc = sources_.document(draft.document);
  const DraftWords& words = sources_.words(draft.document);
  for (const TokenRange run : NameRuns(doc, words, draft.sentence)) {
    const NameVerdict verdict = JudgeRun(doc, words, run);
    if (verdict.held != NameHeld::kHeld) verdicts.push_back(verdict);
  }
  return verdicts;
}

}  // namespace claimcheck
