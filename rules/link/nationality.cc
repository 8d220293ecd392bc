#include "rules/link/nationality.h"

#include <utility>

#include "absl/types/span.h"
#include "claims/lexicon/lexicon.h"
#include "rules/link/countries.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

using syntax::Upos;

// Words between "Dutch" and the name, or between "a" and "Dutch".
constexpr uint32_t kMostBetween = 3;
constexpr uint32_t kMostBefore = 2;

class Reader {
 public:
  Reader(const DocumentAnalysis& doc, uint32_t sentence,
         const syntax::ParsedSentence& tree)
      : doc_(doc),
        tree_(tree),
        tokens_(doc.text.sentences[sentence].tokens),
        names_(MentionsIn(doc.names, sentence)) {}

  std::vector<Nationality> Read() {
    for (uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
      if (doc_.lex.Has(t, Lex::kDemonym)) {
        ReadDemonym(t);
      } else if (Is(t, "based") || Is(t, "headquartered")) {
        ReadBased(t);
      } else if (Is(t, "headquarters") || Is(t, "seat")) {
        ReadSeat(t);
      } else if (Is(t, "from")) {
        ReadFrom(t);
      }
    }
    return std::move(found_);
  }

 private:
  bool Is(uint32_t t, absl::string_view word) const {
    return t >= tokens_.begin && t < tokens_.end && doc_.text.Folded(t) == word;
  }
  bool IsArticle(uint32_t t) const {
    return Is(t, "a") || Is(t, "an") || Is(t, "the");
  }
  bool IsBe(uint32_t t) const { return Is(t, "is") || Is(t, "was"); }
  Upos UposOf(uint32_t t) const {
    const int w = tree_.WordOf(t);
    return w == syntax::kNoWord ? Upos::kX : tree_.words[w].upos;
  }
  bool IsDescribing(uint32_t t) const {
    return t >= tokens_.begin && t < tokens_.end &&
           doc_.text.tokens[t].kind == TokenKind::kWord &&
           !doc_.text.tokens[t].Is(Token::kCapital) &&
           (UposOf(t) == Upos::kNoun || UposOf(t) == Upos::kAdj);
  }
  // Where the words end that begin there: "mail-order firm".
  uint32_t DescriptionFrom(uint32_t begin) const {
    uint32_t end = begin;
    for (uint32_t words = 0; words < kMostBetween && IsDescribing(end); ++words) {
      ++end;
      if (end < tokens_.end && doc_.text.IsChar(end, '-') && IsDescribing(end + 1)) {
        end += 2;
      }
    }
    return end;
  }
  // Somebody or a firm, not a place.
  const NameMention* NameAt(uint32_t begin) const {
    for (const NameMention& name : names_) {
      if (IsSubject(name) && name.tokens.begin == begin) return &name;
    }
    return nullptr;
  }
  const NameMention* NameUpTo(uint32_t end) const {
    for (const NameMention& name : names_) {
      if (IsSubject(name) && name.tokens.end == end) return &name;
    }
    return nullptr;
  }
  // The same, be it between commas: "the judge, Ada Lind, is".
  const NameMention* NameBefore(uint32_t end) const {
    const bool comma = end > tokens_.begin && IsBe(end) && doc_.text.IsChar(end - 1, ',');
    return NameUpTo(end - comma);
  }
  bool IsSubject(const NameMention& name) const {
    return name.form == NameMention::kName && name.entity != kNone &&
           doc_.entities[name.entity].type != NameType::kPlace;
  }
  // The place that begins there.
  TokenRange PlaceAt(uint32_t t) const {
    if (Is(t, "the")) ++t;
    for (const NameMention& name : names_) {
      if (name.tokens.begin == t) return name.tokens;
    }
    return {t, t + 1};
  }

  void Add(const NameMention* name, absl::string_view country, TokenRange tokens) {
    if (name == nullptr || country.empty()) return;
    found_.push_back({name->entity, country, tokens});
  }

  void ReadDemonym(uint32_t t) {
    // "Anglo-Dutch", "Dutch-born"; "the Dutch Open".
    if ((t > tokens_.begin && doc_.text.IsChar(t - 1, '-')) ||
        (t + 1 < tokens_.end && doc_.text.IsChar(t + 1, '-'))) {
      return;
    }
    for (const NameMention& name : names_) {
      if (name.tokens.Contains(t)) return;
    }
    const absl::string_view country = CountryOf(doc_, t);
    const uint32_t end = DescriptionFrom(t + 1);
    const bool described = end > t + 1;
    // "The Dutch skater Ada Lind"; "the Danish bank, Orla,".
    const bool the = Is(t - 1, "the");
    const uint32_t next = the && end < tokens_.end && doc_.text.IsChar(end, ',')
                              ? end + 1
                              : end;
    if (described) {
      const NameMention* name = NameAt(next);
      // "A Danish newspaper editor" may come from elsewhere.
      if (name != nullptr && !IsOfBody(t + 1, end)) {
        Add(name, country, {t, t + 1});
        return;
      }
    }
    // "Lind, a Dutch skater", "Lind is a young Dutch skater".
    if (!described && !doc_.lex.Find(t, Lex::kDemonym)->entry->HasTag("person")) return;
    if (Is(end, "'s") || (described && IsOfBody(t + 1, end))) return;
    uint32_t begin = t;
    while (begin > tokens_.begin && begin + kMostBefore > t &&
           UposOf(begin - 1) == Upos::kAdj) {
      --begin;
    }
    if (begin < tokens_.begin + 2 || !IsArticle(begin - 1)) return;
    const uint32_t link = begin - 2;
    if (!doc_.text.IsChar(link, ',') && !IsBe(link)) return;
    Add(NameBefore(link), country, {t, t + 1});
  }

  // A noun of a firm or another body before the last noun.
  bool IsOfBody(uint32_t begin, uint32_t end) const {
    for (uint32_t t = begin; t + 1 < end; ++t) {
      if (doc_.lex.Has(t, Lex::kOrgNoun)) return true;
    }
    return false;
  }

  // "Arlen-based Orla", "Orla, based in Arlen", "Orla is headquartered in Arlen".
  void ReadBased(uint32_t t) {
    if (t > tokens_.begin + 1 && doc_.text.IsChar(t - 1, '-')) {
      Add(NameAt(DescriptionFrom(t + 1)), CountryOf(doc_, t - 2), {t - 2, t - 1});
      return;
    }
    if (!Is(t + 1, "in")) return;
    uint32_t link = t;
    while (link > tokens_.begin &&
           (doc_.text.IsChar(link - 1, ',') || IsBe(link - 1) ||
            Is(link - 1, "which"))) {
      --link;
    }
    AddPlace(NameUpTo(link), t + 2);
  }

  // "Orla's headquarters are in Arlen".
  void ReadSeat(uint32_t t) {
    if ((IsBe(t + 1) || Is(t + 1, "are") || Is(t + 1, "were")) && Is(t + 2, "in") &&
        Is(t - 1, "'s")) {
      AddPlace(NameUpTo(t - 1), t + 3);
    }
  }

  // "Lind comes from Norway".
  void ReadFrom(uint32_t t) {
    if (!IsBe(t - 1) && !Is(t - 1, "comes") && !Is(t - 1, "hails")) return;
    const NameMention* name = NameUpTo(t - 1);
    if (name != nullptr && doc_.entities[name->entity].type == NameType::kPerson) {
      AddPlace(name, t + 1);
    }
  }

  void AddPlace(const NameMention* name, uint32_t t) {
    if (t >= tokens_.end) return;
    const TokenRange place = PlaceAt(t);
    Add(name, CountryOf(doc_, place.begin), place);
  }

  const DocumentAnalysis& doc_;
  const syntax::ParsedSentence& tree_;
  const TokenRange tokens_;
  const absl::Span<const NameMention> names_;
  std::vector<Nationality> found_;
};

}  // namespace

std::vector<Nationality> ReadNationalities(const DocumentAnalysis& doc,
                                           uint32_t sentence,
                                           const syntax::ParsedSentence& tree) {
  return Reader(doc, sentence, tree).Read();
}

}  // namespace claimcheck
