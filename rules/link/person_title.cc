#include "rules/link/person_title.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "claims/lexicon/lexicon.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"

namespace claimcheck {
namespace {

// The title that some words give, up to the first that is part of none when
// `stop`.
PersonTitle ReadTitle(const DocumentAnalysis& doc, TokenRange words, bool stop) {
  PersonTitle title;
  for (uint32_t t = words.begin; t < words.end; ++t) {
    if (words::kNotInOffice.Contains(doc.text.tokens[t].word)) return {};
    const LexHit* hit = doc.lex.Find(t, Lex::kRoleNoun);
    if (hit == nullptr) hit = doc.lex.Find(t, Lex::kTitle);
    if (hit != nullptr && !hit->entry->id.empty() &&
        t + hit->tokens <= words.end) {
      title.role = hit->entry->id;
      title.office = (hit->cls == Lex::kRoleNoun && !hit->entry->HasTag("many")) ||
                     hit->entry->HasTag("rank");
      title.rank = hit->entry->HasTag("rank");
      title.leader = hit->entry->HasTag("leader");
      t += hit->tokens - 1;
      continue;
    }
    const LexHit* place = doc.lex.Find(t, Lex::kDemonym);
    if (place == nullptr) place = doc.lex.Find(t, Lex::kCountry);
    if (place != nullptr) {
      title.country = place->entry->id;
    } else if (stop && hit == nullptr && !doc.lex.Has(t, Lex::kDeterminer) &&
               !doc.lex.Has(t, Lex::kPronoun) &&
               // "The mine's director"
               doc.text.Folded(t) != "'s" &&
               !(t + 1 < words.end && doc.text.Folded(t + 1) == "'s") &&
               // "The Texan senator"
               !(doc.text.tokens[t].Is(Token::kCapital) && t > words.begin &&
                 doc.lex.Has(t - 1, Lex::kDeterminer))) {
      break;
    }
  }
  return title;
}

// "The mine's director, Ada Lind", "the president of the board, Ada Lind", "the
// captain, identified as Ada Lind".
PersonTitle TitleBefore(const DocumentAnalysis& doc, const NameMention& name,
                  TokenRange sentence) {
  constexpr uint32_t kReach = 9;
  constexpr uint32_t kMostOfTitle = 4;
  uint32_t comma = name.tokens.begin;
  if (comma >= sentence.begin + 3 && doc.text.Folded(comma - 1) == "as" &&
      (doc.text.Folded(comma - 2) == "identified" ||
       doc.text.Folded(comma - 2) == "named")) {
    comma -= 2;
  }
  if (comma < sentence.begin + 2 || !doc.text.IsChar(--comma, ',')) return {};
  for (uint32_t t = comma; t > sentence.begin && comma - t < kReach; --t) {
    if (doc.text.tokens[t - 1].kind != TokenKind::kWord) break;
    if (!doc.lex.Has(t - 1, Lex::kRoleNoun)) continue;
    // "The owner of the factory, Ada Lind": of it, or nothing behind the role.
    if (t != comma && doc.text.Folded(t) != "of") break;
    for (uint32_t first = t - 1;
         first > sentence.begin && t - first < kMostOfTitle; --first) {
      if (doc.lex.Has(first - 1, Lex::kDeterminer) ||
          doc.lex.Has(first - 1, Lex::kPronoun) ||
          doc.text.Folded(first - 1) == "'s") {
        return ReadTitle(doc, {first, t}, /*stop=*/false);
      }
    }
    break;
  }
  return {};
}

// "Attendant Ada Lind", "the attendant, Ada Lind".
uint32_t NounBefore(const DocumentAnalysis& doc, const NameMention& name,
                    TokenRange sentence) {
  constexpr size_t kLeastNoun = 4;  // letters
  uint32_t t = name.tokens.begin;
  if (t > sentence.begin && doc.text.IsChar(t - 1, ',')) --t;
  if (t == sentence.begin) return 0;
  const Token& token = doc.text.tokens[--t];
  constexpr uint64_t kNoNoun =
      Bit(Lex::kPreposition) | Bit(Lex::kConjunction) | Bit(Lex::kAuxiliary) |
      Bit(Lex::kDeterminer) | Bit(Lex::kPronoun) | Bit(Lex::kSayVerb) |
      Bit(Lex::kEventVerb) | Bit(Lex::kDemonym) | Bit(Lex::kGivenName);
  return token.kind == TokenKind::kWord && !token.Is(Token::kCapital) &&
                 token.span.size() >= kLeastNoun &&
                 (doc.lex.Mask(t) & kNoNoun) == 0
             ? StemHash(doc.text.Folded(t))
             : 0;
}

}  // namespace

PersonTitle TitleOf(const DocumentAnalysis& doc, const NameMention& name) {
  constexpr uint32_t kReach = 5;
  // "Former" may stand before the phrase.
  const TokenRange sentence = doc.text.sentences[name.sentence].tokens;
  const uint32_t begin = name.phrase.begin - (name.phrase.begin > sentence.begin);
  const PersonTitle before =
      ReadTitle(doc, {begin, name.tokens.begin}, /*stop=*/false);
  if (!before.role.empty()) return before;
  if (name.tokens.end < sentence.end &&
      doc.text.IsChar(name.tokens.end, ',')) {
    const uint32_t first = name.tokens.end + 1;
    const PersonTitle behind =
        ReadTitle(doc, {first, std::min(sentence.end, first + kReach)},
                  /*stop=*/true);
    if (!behind.role.empty()) return behind;
  }
  PersonTitle title = TitleBefore(doc, name, sentence);
  if (title.role.empty()) title.noun = NounBefore(doc, name, sentence);
  return title;
}

bool IsShortForm(const DocumentAnalysis& a, uint32_t a_token,
                 const DocumentAnalysis& b, uint32_t b_token) {
  const LexHit* left = a.lex.Find(a_token, Lex::kGivenName);
  const LexHit* right = b.lex.Find(b_token, Lex::kGivenName);
  return left != nullptr && right != nullptr &&
         (left->entry->HasTag(absl::StrCat("of-", right->entry->id)) ||
          right->entry->HasTag(absl::StrCat("of-", left->entry->id)));
}

bool OneGivenName(const DocumentAnalysis& a, uint32_t a_token,
                  const DocumentAnalysis& b, uint32_t b_token) {
  constexpr size_t kLeastShort = 3;
  const absl::string_view x = a.text.Folded(a_token);
  const absl::string_view y = b.text.Folded(b_token);
  const size_t shorter = std::min(x.size(), y.size());
  if (shorter < kLeastShort) return true;
  const LexHit* left = a.lex.Find(a_token, Lex::kGivenName);
  const LexHit* right = b.lex.Find(b_token, Lex::kGivenName);
  if (left != nullptr && right != nullptr) {
    // "Mark" and "Marcus" are two names that both exist, neither short for the other.
    return left->entry->id == right->entry->id ||
           x.substr(0, shorter) == y.substr(0, shorter) ||
           IsShortForm(a, a_token, b, b_token);
  }
  // "Kon" for "Konstantin"; "Josue" is no short "Joseph".
  constexpr size_t kMostShort = 4;
  return shorter <= kMostShort ? x.substr(0, kLeastShort) == y.substr(0, kLeastShort)
                               : x.substr(0, shorter) == y.substr(0, shorter);
}

}  // namespace claimcheck
