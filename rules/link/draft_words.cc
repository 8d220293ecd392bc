#include "rules/link/draft_words.h"

#include <algorithm>
#include <cstring>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "claims/text/stem.h"
#include "rules/link/background_idf.h"

namespace claimcheck {
namespace {

// Of what else begins at a word nothing is read here.
constexpr uint64_t kRead = Bit(Lex::kLemma) | Bit(Lex::kNegationCue) |
                           Bit(Lex::kCountry) | Bit(Lex::kDemonym) |
                           Bit(Lex::kSynonym) | Bit(Lex::kParaphrase) |
                           Bit(Lex::kContrast);
constexpr uint64_t kNoContent = Bit(Lex::kStopWord) | Bit(Lex::kPreposition) |
                                Bit(Lex::kDeterminer) | Bit(Lex::kConjunction) |
                                Bit(Lex::kAuxiliary) | Bit(Lex::kPronoun);

// Words of one root share this many letters; shorter ones prove nothing.
constexpr size_t kFamilyLetters = 6;
constexpr size_t kLeastFamilyStem = 7;

constexpr uint32_t Hash(absl::string_view word) {
  return WordHash(word.data(), word.size());
}

// "Not only" and "no. 4" deny nothing.
bool DeniesNothing(const TokenizedText& text, uint32_t t) {
  const uint32_t next = t + 1;
  if (next >= text.tokens.size()) return false;
  const uint32_t word = text.tokens[next].word;
  if (text.tokens[t].word == Hash("not")) {
    return word == Hash("only") || word == Hash("just") ||
           word == Hash("merely") || word == Hash("simply") ||
           word == Hash("least") || word == Hash("counting") ||
           word == Hash("including");
  }
  // "Without the dam, the town would drown": so there is one.
  if (text.tokens[t].word == Hash("without")) {
    constexpr uint32_t kReach = 16;
    for (uint32_t i = next; i < text.tokens.size() && i < t + kReach; ++i) {
      if (text.tokens[i].Is(Token::kSentenceStart)) break;
      if (text.tokens[i].word == Hash("would")) {
        return text.tokens[t].Is(Token::kSentenceStart);
      }
    }
    return false;
  }
  return text.tokens[t].word == Hash("no") &&
         (text.tokens[next].kind == TokenKind::kNumber ||
          (text.IsChar(next, '.') && next + 1 < text.tokens.size() &&
           text.tokens[next + 1].kind == TokenKind::kNumber));
}

// "Kept the helicopter from landing": it did not land.
bool KeepsFrom(const DocumentAnalysis& doc, uint32_t from) {
  if (from + 1 >= doc.text.tokens.size() ||
      !absl::EndsWith(doc.text.Folded(from + 1), "ing")) {
    return false;
  }
  constexpr uint32_t kReach = 6;
  for (uint32_t t = from; t-- > 0 && from - t <= kReach;) {
    const uint32_t word = doc.text.tokens[t].word;
    if (word == Hash("kept") || word == Hash("keep") || word == Hash("keeps") ||
        word == Hash("keeping")) {
      return true;
    }
    if (doc.text.tokens[t].Is(Token::kSentenceStart)) break;
  }
  return false;
}

bool IsNegation(uint32_t word) {
  static constexpr uint32_t kWords[] = {
      Hash("not"),    Hash("n't"),     Hash("never"),   Hash("no"),
      Hash("none"),   Hash("nor"),     Hash("neither"), Hash("nobody"),
      Hash("cannot"), Hash("without"), Hash("hardly")};
  // Nearly all words are none, which one bit tells.
  static constexpr auto kBits = [] {
    uint64_t bits = 0;
    for (uint32_t negation : kWords) bits |= uint64_t{1} << (negation % 64);
    return bits;
  }();
  if ((kBits >> (word % 64) & 1) == 0) return false;
  for (uint32_t negation : kWords) {
    if (negation == word) return true;
  }
  return false;
}

const WordClass& ClassOf(const LexHit& hit, KnownWords* known) {
  const int cls = static_cast<int>(hit.cls);
  const auto [it, added] = known->classes.try_emplace({hit.entry, cls});
  WordClass& of = it->second;
  if (added) {
    of.member =
        hit.cls == Lex::kCountry || hit.cls == Lex::kDemonym
            ? WordHash(absl::StrCat("nation/", hit.entry->id))
            : WordHash(absl::StrCat(cls, "/", hit.entry->id, "/",
                                    hit.entry->value_text));
    of.entry = hit.entry;
    if (hit.cls == Lex::kContrast) {
      of.set = WordHash(hit.entry->id);
      of.either = hit.entry->HasTag("either");
    }
  }
  return of;
}

// The longest phrase at a token that others exclude; null: none.
const LexHit* LongestContrast(const DocumentAnalysis& doc, uint32_t t) {
  const LexHit* longest = nullptr;
  if (!doc.lex.Has(t, Lex::kContrast)) return longest;
  for (const LexHit& hit : doc.lex.At(t)) {
    if (hit.cls == Lex::kContrast && !hit.entry->HasTag("act") &&
        (longest == nullptr || hit.tokens > longest->tokens)) {
      longest = &hit;
    }
  }
  return longest;
}

void ReadClasses(const DocumentAnalysis& doc, uint32_t t, KnownWords* known,
                 DraftWords* out) {
  DraftWord& word = out->words[t];
  word.classes = static_cast<uint32_t>(out->classes.size());
  if ((doc.lex.Mask(t) & kRead) == 0) return;
  const LexHit* const phrase = LongestContrast(doc, t);
  for (const LexHit& hit : doc.lex.At(t)) {
    // "Far-left" is nothing that is far, though what is in the north-east is in
    // the north.
    if (hit.cls == Lex::kContrast && phrase != nullptr &&
        hit.tokens < phrase->tokens &&
        hit.entry->id != phrase->entry->id) {
      continue;
    }
    if (hit.cls == Lex::kLemma) {
      if (hit.tokens == 1) {
        const auto [it, added] = known->lemmas.try_emplace(hit.entry);
        if (added) it->second = StemHash(hit.entry->id);
        word.stem = it->second;
      }
      continue;
    }
    if (hit.cls == Lex::kNegationCue && !hit.entry->HasTag("denial")) {
      if (DeniesNothing(doc.text, t)) continue;
      word.flags |= DraftWord::kNegation;
      for (uint32_t rest = t + 1; rest < t + hit.tokens; ++rest) {
        out->words[rest].flags |= DraftWord::kPhraseRest;
      }
      continue;
    }
    // "The Chinese market" is that of China.
    if (hit.cls == Lex::kCountry || hit.cls == Lex::kDemonym) {
      out->classes.push_back(ClassOf(hit, known));
      ++word.class_count;
      word.flags |= DraftWord::kNation;
      continue;
    }
    if (hit.cls != Lex::kSynonym && hit.cls != Lex::kParaphrase &&
        hit.cls != Lex::kContrast) {
      continue;
    }
    if (hit.cls == Lex::kContrast && hit.entry->HasTag("act")) continue;
    out->classes.push_back(ClassOf(hit, known));
    ++word.class_count;
    const bool hyphened = doc.text.IsChar(t + 1, '-');
    for (uint32_t rest = t + 1; rest < t + hit.tokens; ++rest) {
      DraftWord& later = out->words[rest];
      later.flags |= DraftWord::kPhraseRest;
      // What is behind a hyphen is not the word that it is by itself.
      if (hyphened && hit.cls == Lex::kContrast) {
        later.word = ~(out->words[t].word ^ doc.text.tokens[rest].word);
      }
    }
  }
}

template <typename Mentions>
void MarkMentions(const Mentions& mentions, DraftWord::Flag flag,
                  DraftWords* out) {
  for (uint32_t m = 0; m < mentions.size(); ++m) {
    const TokenRange tokens = mentions[m].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      out->words[t].flags |= flag;
      out->words[t].mention = m;
    }
  }
}

const KnownWords::Stem& StemOf(uint32_t stem, KnownWords* known) {
  const auto [it, added] = known->stems.try_emplace(stem);
  if (added) {
    it->second.idf = static_cast<uint16_t>(BackgroundIdf(stem));
    it->second.net = WordNet::Embedded().Find(stem);
  }
  return it->second;
}

// All letters of a short word, mixed; the first and the last of a long one.
uint64_t LettersOf(absl::string_view folded) {
  uint64_t first = 0, last = 0;
  if (folded.size() >= sizeof(first)) {
    std::memcpy(&first, folded.data(), sizeof(first));
    std::memcpy(&last, folded.data() + folded.size() - sizeof(last),
                sizeof(last));
  } else {
    for (size_t i = folded.size(); i-- > 0;) {
      first = first << 8 | static_cast<unsigned char>(folded[i]);
    }
    last = first;
  }
  return first ^ (last * 0x9E3779B97F4A7C15u) ^ folded.size();
}

KnownWords::Form ReadForm(absl::string_view folded, KnownWords* known) {
  KnownWords::Form form;
  form.letters = LettersOf(folded);
  StemBuffer buffer;
  const absl::string_view stem = Stem(folded, &buffer);
  form.stem = WordHash(stem);
  if (stem.size() >= kLeastFamilyStem) {
    form.family = WordHash(stem.substr(0, kFamilyLetters));
  }
  form.of_stem = StemOf(form.stem, known);
  return form;
}

// What is known of a word must not depend on which of two with one hash was read
// first: texts are read in no order on several threads.
KnownWords::Form& FormOf(uint32_t word, absl::string_view folded, KnownWords* known) {
  const auto [it, added] = known->forms.try_emplace(word);
  if (added || it->second.letters != LettersOf(folded)) {
    it->second = ReadForm(folded, known);
  }
  return it->second;
}

// Hits of one word each that deny nothing: what is read of them is the same everywhere.
bool SpeakForThemselves(absl::Span<const LexHit> hits) {
  return std::all_of(hits.begin(), hits.end(), [](const LexHit& hit) {
    return hit.tokens == 1 && hit.cls != Lex::kNegationCue;
  });
}

// ReadClasses, kept with the form of the word where it is the same in every text.
void ReadKnownClasses(const DocumentAnalysis& doc, uint32_t t, KnownWords::Form* form,
                      KnownWords* known, DraftWords* out) {
  DraftWord& word = out->words[t];
  const bool asked = (doc.lex.Mask(t) & kRead) != 0;
  const LexHit* const listed = asked ? doc.lex.Listed(t) : nullptr;
  if (listed != nullptr && listed == form->listed) {
    word.stem = form->listed_stem;
    word.flags |= form->listed_flags;
    word.classes = static_cast<uint32_t>(out->classes.size());
    word.class_count = form->listed_class_count;
    const auto first = known->listed_classes.begin() + form->listed_classes;
    out->classes.insert(out->classes.end(), first, first + form->listed_class_count);
    return;
  }
  const uint8_t flags = word.flags;
  ReadClasses(doc, t, known, out);
  if (listed == nullptr || !SpeakForThemselves(doc.lex.At(t))) return;
  form->listed = listed;
  form->listed_stem = word.stem;
  form->listed_flags = word.flags & ~flags;
  form->listed_classes = static_cast<uint32_t>(known->listed_classes.size());
  form->listed_class_count = word.class_count;
  const absl::Span<const WordClass> classes = out->Classes(word);
  known->listed_classes.insert(known->listed_classes.end(), classes.begin(), classes.end());
}

}  // namespace

// "He" is the last word of his name, where the text tells who he is.
void ResolvePronouns(const DocumentAnalysis& doc, DraftWords* out) {
  for (const NameMention& name : doc.names) {
    if (name.form != NameMention::kPronoun || name.entity == kNone ||
        name.entity2 != kNone || name.tokens.size() != 1) {
      continue;
    }
    const Entity& entity = doc.entities[name.entity];
    if (entity.type != NameType::kPerson || entity.first_mention == kNone) {
      continue;
    }
    const NameMention& first = doc.names[entity.first_mention];
    if (first.form != NameMention::kName) continue;
    out->words[name.tokens.begin].stem =
        out->words[first.tokens.end - 1].stem;
  }
}

DraftWords ReadDraftWords(const DocumentAnalysis& doc, KnownWords* known) {
  DraftWords out;
  const uint32_t size = static_cast<uint32_t>(doc.text.tokens.size());
  out.words.resize(size);
  MarkMentions(doc.quantities, DraftWord::kAmount, &out);
  MarkMentions(doc.times, DraftWord::kTime, &out);
  constexpr uint32_t kAhead = 8;
  for (uint32_t t = 0; t < size; ++t) {
    // The words of many texts do not fit into the cache.
    if (t + kAhead < size) known->forms.prefetch(doc.text.tokens[t + kAhead].word);
    DraftWord& word = out.words[t];
    const Token& token = doc.text.tokens[t];
    const bool changed = word.word != 0;
    if (!changed) word.word = token.word;
    word.stem = word.word;
    if (token.kind != TokenKind::kWord || changed) continue;
    const absl::string_view folded = doc.text.Folded(t);
    KnownWords::Form& form = FormOf(token.word, folded, known);
    word.stem = form.stem;
    word.family = form.family;
    ReadKnownClasses(doc, t, &form, known, &out);
    if (token.word == Hash("from") && KeepsFrom(doc, t)) {
      word.flags |= DraftWord::kNegation;
    }
    // The "non" of "non-taxable".
    if ((IsNegation(token.word) && !DeniesNothing(doc.text, t)) ||
        (token.word == Hash("non") && doc.text.IsChar(t + 1, '-'))) {
      word.flags |= DraftWord::kNegation;
    }
    if (token.Is(Token::kCapital) && !token.Is(Token::kSentenceStart)) {
      word.flags |= DraftWord::kCapital;
    }
    if (folded.size() < 2 || folded[0] == '\'' ||
        (doc.lex.Mask(t) & kNoContent) != 0 ||
        word.Is(DraftWord::kPhraseRest) || word.Is(DraftWord::kNegation)) {
      continue;
    }
    word.flags |= DraftWord::kContent;
    const KnownWords::Stem stem =
        word.stem == form.stem ? form.of_stem : StemOf(word.stem, known);
    word.idf = stem.idf;
    if (!word.Is(DraftWord::kCapital)) word.net = stem.net;
  }
  ResolvePronouns(doc, &out);
  return out;
}

bool IsDenialCue(const DocumentAnalysis& doc, uint32_t token) {
  if (!doc.lex.Has(token, Lex::kNegationCue)) return false;
  const absl::Span<const LexHit> hits = doc.lex.At(token);
  return std::any_of(hits.begin(), hits.end(), [](const LexHit& hit) {
    return hit.cls == Lex::kNegationCue && hit.entry->HasTag("denial");
  });
}

TokenRange ContrastPhrase(const DocumentAnalysis& doc, TokenRange word) {
  const LexHit* const phrase = LongestContrast(doc, word.begin);
  return {word.begin, std::max(word.end, phrase == nullptr
                                             ? word.end
                                             : word.begin + phrase->tokens)};
}

}  // namespace claimcheck
