// What two texts of a story say that one person is: "the deputy head of the coast
// guard", "the head of the coast guard"; "a Swedish referee", "a Norwegian one".

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/text/stem.h"
#include "rules/link/sorted_ids.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// Tokens of an apposition that are read.
constexpr uint32_t kReach = 10;

// A description of a person: the words before the name, or behind its comma.
struct Described {
  SentenceRef at;
  uint32_t entity = kNone;        // corpus-wide
  uint32_t role = kNone;          // token of the noun: "head", "minister"
  absl::string_view role_id;      // of the lexicon
  bool single = false;            // an office of which nobody holds two
  bool apart = false;             // the same, of the state: "judge", "mayor"
  bool below = false;             // "deputy"
  absl::string_view country;      // "Swedish"
  std::vector<uint32_t> fields;   // stems: "health" of "health minister"; sorted
  std::vector<uint32_t> of;       // stems behind "of": "coast", "guard"; sorted
  Span span;
};

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : story_(story),
        d_(d),
        doc_(story.document(d)),
        words_(story.words(d)) {}

  std::vector<Described> Read() const {
    std::vector<Described> found;
    for (const NameMention& name : doc_.names) {
      if (name.form != NameMention::kName || name.entity == kNone ||
          name.possessive || !UsableSentence(doc_, name.sentence) ||
          doc_.entities[name.entity].type != NameType::kPerson) {
        continue;
      }
      const TokenRange sentence = doc_.text.sentences[name.sentence].tokens;
      Described before;
      if (ReadPhrase({Before(name, sentence.begin), name.tokens.begin}, name,
                     &before)) {
        found.push_back(std::move(before));
      }
      // "Its director of operations, Ada Lind, said".
      Described beside;
      const TokenRange apposed = BeforeComma(name, sentence);
      if (!apposed.empty() && !NamesAnother(apposed) &&
          ReadPhrase(apposed, name, &beside)) {
        found.push_back(std::move(beside));
      }
      // "Ada Lind, the head of the coast guard, said".
      uint32_t end = name.tokens.end;
      if (end >= sentence.end || !doc_.text.IsChar(end, ',')) continue;
      const uint32_t begin = ++end;
      const uint32_t limit = std::min(sentence.end, begin + kReach);
      while (end < limit && !Ends(end)) ++end;
      Described behind;
      if (end > begin && end < sentence.end && Begins(begin) &&
          !NamesAnother({begin, end}) &&
          ReadPhrase({begin, end}, name, &behind)) {
        found.push_back(std::move(behind));
      }
    }
    return found;
  }

 private:
  // The title, with a "former" or a nationality in front of it.
  uint32_t Before(const NameMention& name, uint32_t first) const {
    uint32_t begin = name.phrase.begin;
    for (int steps = 0; steps < 3 && begin > first; ++steps) {
      const uint32_t t = begin - 1;
      if (!doc_.lex.Has(t, Lex::kTitle) && !doc_.lex.Has(t, Lex::kDemonym) &&
          !doc_.lex.Has(t, Lex::kRoleNoun)) {
        break;
      }
      begin = t;
    }
    return begin;
  }

  // What stands before a comma and the name, which ends at one too.
  TokenRange BeforeComma(const NameMention& name, TokenRange sentence) const {
    const uint32_t comma = name.phrase.begin;
    if (comma <= sentence.begin || !doc_.text.IsChar(comma - 1, ',') ||
        name.tokens.end >= sentence.end ||
        !doc_.text.IsChar(name.tokens.end, ',')) {
      return {};
    }
    uint32_t begin = comma - 1;
    while (begin > sentence.begin && comma - begin <= kReach &&
           !Ends(begin - 1)) {
      --begin;
      // "The head of the coast guard": not the second "the".
      if (begin > sentence.begin &&
          IsOneOf(doc_.text.Folded(begin - 1), {"of", "at", "for", "in"})) {
        continue;
      }
      if (Begins(begin) && !doc_.lex.Has(begin, Lex::kRoleNoun)) {
        return {begin, comma - 1};
      }
    }
    return {};
  }

  bool Ends(uint32_t t) const {
    return doc_.text.tokens[t].kind != TokenKind::kWord &&
           !doc_.text.IsChar(t, '-');
  }

  // "The head", "head", "a doctor": not "of Arlen", "who", "said".
  bool Begins(uint32_t t) const {
    return doc_.lex.Has(t, Lex::kDeterminer) || doc_.lex.Has(t, Lex::kTitle) ||
           doc_.lex.Has(t, Lex::kRoleNoun) || doc_.lex.Has(t, Lex::kDemonym) ||
           // "Norland's vice-president"
           (doc_.text.tokens[t].Is(Token::kCapital) &&
            doc_.lex.Has(t, Lex::kCountry));
  }

  // "Ada Lind, Foreign Minister Tor Eikeland and others": a list.
  bool NamesAnother(TokenRange phrase) const {
    return std::any_of(doc_.names.begin(), doc_.names.end(),
                       [&](const NameMention& name) {
                         return name.form == NameMention::kName &&
                                name.entity != kNone &&
                                phrase.Contains(name.tokens.begin) &&
                                doc_.entities[name.entity].type ==
                                    NameType::kPerson;
                       });
  }

  static uint32_t MinisterStem() { return StemHash("minister"); }

  bool HasTag(uint32_t t, absl::string_view tag) const {
    for (const LexHit& hit : doc_.lex.At(t)) {
      if (hit.cls == Lex::kTitle && hit.entry->HasTag(tag)) return true;
    }
    return false;
  }

  // What a ministry or a desk is of: "interior" and "home" are one.
  void ReadField(uint32_t t, std::vector<uint32_t>* fields) const {
    for (const LexHit& hit : doc_.lex.At(t)) {
      if (hit.cls != Lex::kTitle || !hit.entry->HasTag("field")) continue;
      fields->push_back(hit.entry->value_text.empty()
                            ? words_.words[t].stem
                            : WordHash(hit.entry->value_text));
      return;
    }
  }

  bool ReadPhrase(TokenRange phrase, const NameMention& name,
                  Described* out) const {
    bool behind_of = false;
    std::vector<uint32_t> fields_behind;
    for (uint32_t t = phrase.begin; t < phrase.end; ++t) {
      if (HasTag(t, "past")) return false;
      const absl::string_view word = doc_.text.Folded(t);
      // "The Dutchman who coaches Arlen".
      if (word == "who" && !out->country.empty() && out->role != kNone) break;
      // "A friend and colleague of the deputy mayor".
      if (word == "and" || word == "who" || word == "to") return false;
      if (word == "of" || word == "at" || word == "for") {
        if (out->role == kNone) return false;
        behind_of = true;
        continue;
      }
      if (behind_of) {
        if (words_.words[t].Is(DraftWord::kContent)) {
          out->of.push_back(words_.words[t].stem);
          ReadField(t, &fields_behind);
        }
        continue;
      }
      out->below |= HasTag(t, "below");
      if (const LexHit* place = doc_.lex.Find(t, Lex::kDemonym)) {
        out->country = place->entry->id;
        // "Dutchman" says what somebody is without another noun.
        if (place->entry->HasTag("person")) out->role = t;
      }
      ReadField(t, &out->fields);
      const LexHit* role = doc_.lex.Find(t, Lex::kRoleNoun);
      if (role == nullptr || t + role->tokens > phrase.end) continue;
      // The entry of "deputy mayor" is that of "mayor".
      for (uint32_t k = t; k + 1 < t + role->tokens; ++k) {
        out->below |= HasTag(k, "below");
        ReadField(k, &out->fields);
      }
      out->role = t + role->tokens - 1;
      out->role_id = role->entry->id;
      out->single = role->entry->HasTag("single");
      out->apart = role->entry->HasTag("apart");
      t += role->tokens - 1;
    }
    if (out->role == kNone) return false;
    // "The minister of health" has the field of the health minister.
    if (out->fields.empty() && words_.words[out->role].stem == MinisterStem()) {
      out->fields = fields_behind.empty() ? out->of : fields_behind;
    }
    std::sort(out->fields.begin(), out->fields.end());
    std::sort(out->of.begin(), out->of.end());
    out->at = {d_, name.sentence};
    out->entity = story_.corpus().GlobalEntity(d_, name.entity);
    out->span = doc_.text.SpanOf(phrase).Hull(name.span);
    return out->entity != kNone;
  }

  const StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
  const DraftWords& words_;
};

// Words of a set of which a person is one.
bool Exclude(const StoryContext& story, const Described& a, const Described& b) {
  const DraftWords& words_a = story.words(a.at.document);
  const DraftWords& words_b = story.words(b.at.document);
  const DocumentAnalysis& doc_a = story.document(a.at.document);
  const DocumentAnalysis& doc_b = story.document(b.at.document);
  const auto in = [](const DocumentAnalysis& doc, const Described& of,
                     const DraftWords& words, auto use) {
    const TokenRange sentence = doc.text.sentences[of.at.sentence].tokens;
    for (uint32_t t = sentence.begin; t <= of.role; ++t) {
      if (doc.text.tokens[t].span.begin < of.span.begin) continue;
      for (const WordClass& cls : words.Classes(words.words[t])) {
        if (cls.set != 0 && cls.entry->HasTag("either")) use(cls);
      }
    }
  };
  bool apart = false, same = false;
  in(doc_a, a, words_a, [&](const WordClass& x) {
    in(doc_b, b, words_b, [&](const WordClass& y) {
      same |= x.member == y.member;
      apart |= x.set == y.set && x.member != y.member;
    });
  });
  return apart && !same;
}

// What nobody is at once.
bool Differ(const StoryContext& story, const Described& a, const Described& b) {
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) {
    return true;
  }
  const bool one_role =
      story.words(a.at.document).words[a.role].stem ==
      story.words(b.at.document).words[b.role].stem;
  if (one_role && Disjoint(a.of, b.of)) return false;  // two posts
  if (one_role && a.below != b.below) {
    // "Minister" is short for whatever minister.
    return (a.fields.empty() && b.fields.empty() && !a.of.empty() &&
            !b.of.empty()) ||
           Meet(a.fields, b.fields);
  }
  if (one_role && !a.fields.empty() && !b.fields.empty()) {
    return !Meet(a.fields, b.fields);
  }
  return (((a.single && b.single) || (a.apart && b.apart)) &&
          a.role_id != b.role_id) ||
         Exclude(story, a, b);
}

}  // namespace

void ComparePersons(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out) {
  if (pair.left == pair.right || !story->OfOneState(pair)) return;
  const auto read = [story](uint32_t d) -> const std::vector<Described>& {
    return story->Once<std::vector<Described>>(
        d, [&] { return Reader(*story, d).Read(); });
  };
  const std::vector<Described>& left = read(pair.left);
  const std::vector<Described>& right = read(pair.right);
  // A text that gives both knows of both.
  const auto told = [&](const std::vector<Described>& others,
                        const Described& one) {
    return std::any_of(others.begin(), others.end(), [&](const Described& other) {
      return story->OnePerson(other.entity, one.entity) && other.below == one.below &&
             other.country == one.country && other.fields == one.fields &&
             story->words(other.at.document).words[other.role].stem ==
                 story->words(one.at.document).words[one.role].stem;
    });
  };
  for (const Described& a : left) {
    for (const Described& b : right) {
      if (!story->OnePerson(a.entity, b.entity) || !Differ(*story, a, b) || told(right, a) ||
          told(left, b)) {
        continue;
      }
      out->push_back(StoryDetail(DetailKind::kName, Departure::kContrast, a.at,
                                 a.span, b.at, b.span, 80));
    }
  }
}

}  // namespace claimcheck
