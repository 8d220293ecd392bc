// What two texts of a story say that somebody is to somebody else, or does for a living,
// by the words beside the name: "her mother Ada Lind", "her mother-in-law Ada Lind"; "the
// baker Tor Eikeland", "Tor Eikeland, a plumber".

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// Tokens between the word and the name: "her father, retired welder Tor Eikeland".
constexpr uint32_t kReach = 4;

struct Tie {
  SentenceRef at;
  uint32_t entity = kNone;  // corpus-wide, of whom it is said
  const LexEntry* entry = nullptr;
  bool kin = false;           // else a calling
  uint32_t whose = kNone;     // corpus-wide: of kin, whose
  absl::string_view whose_word;  // "her"
  Span span;
};

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)) {}

  std::vector<Tie> Read() const {
    std::vector<Tie> ties;
    for (const NameMention& name : doc_.names) {
      if (name.form != NameMention::kName || name.entity == kNone ||
          name.possessive || !UsableSentence(doc_, name.sentence) ||
          doc_.entities[name.entity].type != NameType::kPerson) {
        continue;
      }
      ReadBefore(name, &ties);
      ReadBehind(name, &ties);
    }
    return ties;
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }

  // The longest listed phrase that begins here.
  const LexHit* HitAt(uint32_t t) const {
    if (!doc_.lex.Has(t, Lex::kContrast)) return nullptr;
    for (const LexHit& hit : doc_.lex.At(t)) {
      if (hit.cls == Lex::kContrast && hit.entry->HasTag("act") &&
          (hit.entry->HasTag("kin") || hit.entry->HasTag("calling"))) {
        return &hit;
      }
    }
    return nullptr;
  }

  // "Her father", "Falk's father": the token of whose it is.
  bool IsWhose(uint32_t t) const {
    return IsOneOf(Word(t), {"his", "her", "their", "'s"});
  }

  void ReadBefore(const NameMention& name, std::vector<Tie>* ties) const {
    const uint32_t first = doc_.text.sentences[name.sentence].tokens.begin;
    const uint32_t name_begin = name.tokens.begin;
    const uint32_t from =
        name_begin > first + kReach + 3 ? name_begin - kReach - 3 : first;
    for (uint32_t t = name_begin; t-- > from;) {
      const LexHit* const hit = HitAt(t);
      if (hit == nullptr || t + hit->tokens > name_begin ||
          // "Half-brother" has "brother" in it.
          (t > from && doc_.text.IsChar(t - 1, '-'))) {
        continue;
      }
      const uint32_t end = t + hit->tokens;
      const bool kin = hit->entry->HasTag("kin");
      if (IsPast(t) || (kin ? t == first || !IsWhose(t - 1) : end != name_begin) ||
          !IsLead({end, name_begin})) {
        return;
      }
      Add(name, *hit, t, {t, name.tokens.end}, ties);
      return;
    }
  }

  // "Ada Lind, 70, her mother,".
  void ReadBehind(const NameMention& name, std::vector<Tie>* ties) const {
    const TokenRange sentence = doc_.text.sentences[name.sentence].tokens;
    uint32_t t = name.tokens.end;
    if (t >= sentence.end || !doc_.text.IsChar(t, ',')) return;
    ++t;
    if (t + 1 < sentence.end && doc_.text.IsChar(t + 1, ',') &&
        doc_.text.tokens[t].kind == TokenKind::kNumber) {
      t += 2;
    }
    if (t + 1 >= sentence.end) return;
    const bool article = IsOneOf(Word(t), {"a", "an", "the"});
    if (!article && !IsWhose(t)) return;
    const LexHit* const hit = HitAt(++t);
    if (hit == nullptr || hit->entry->HasTag("kin") == article) return;
    const uint32_t end = t + hit->tokens;
    // Not "a nurse and mother", "a doctor's son", "her father's friend".
    if (end < sentence.end && !doc_.text.IsChar(end, ',') &&
        !doc_.text.IsChar(end, '.') &&
        !IsOneOf(Word(end), {"who", "from", "in", "at"})) {
      return;
    }
    Add(name, *hit, t, {name.tokens.begin, end}, ties);
  }

  bool IsPast(uint32_t t) const {
    return t > 0 && IsOneOf(Word(t - 1), {"former", "ex", "retired", "trained",
                                          "trainee", "late", "and"});
  }

  // What may stand between "father" and the name.
  bool IsLead(TokenRange words) const {
    if (words.size() > kReach) return false;
    for (uint32_t t = words.begin; t < words.end; ++t) {
      if (doc_.lex.Has(t, Lex::kAuxiliary) || doc_.lex.Has(t, Lex::kPreposition) ||
          doc_.lex.Has(t, Lex::kConjunction) || doc_.lex.Has(t, Lex::kSayVerb) ||
          doc_.lex.Has(t, Lex::kDeterminer) || doc_.lex.Has(t, Lex::kPronoun) ||
          IsOneOf(Word(t), {"and", "'s", "of", "with"})) {
        return false;
      }
      if (doc_.text.tokens[t].kind != TokenKind::kWord &&
          !doc_.text.IsChar(t, ',') && !doc_.text.IsChar(t, '-')) {
        return false;
      }
    }
    return true;
  }

  void Add(const NameMention& name, const LexHit& hit, uint32_t at,
           TokenRange words, std::vector<Tie>* ties) const {
    Tie tie;
    tie.at = {d_, name.sentence};
    tie.entity = story_.corpus().GlobalEntity(d_, name.entity);
    tie.entry = hit.entry;
    tie.kin = hit.entry->HasTag("kin");
    if (tie.kin) {
      tie.whose_word = Word(at - 1);
      for (const NameMention& other : MentionsIn(doc_.names, name.sentence)) {
        const bool here = other.tokens.Contains(at - 1) ||
                          (tie.whose_word == "'s" && other.tokens.end == at - 1);
        if (here && other.entity != kNone) {
          tie.whose = story_.corpus().GlobalEntity(d_, other.entity);
        }
      }
      words.begin = std::min(words.begin, at - 1);
    }
    tie.span = doc_.text.SpanOf(words);
    ties->push_back(tie);
  }

  const StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
};

const std::vector<Tie>& TiesOf(StoryContext* story, uint32_t d) {
  struct Ties {
    std::vector<Tie> all;
  };
  return story->Once<Ties>(d, [&] { return Ties{Reader(*story, d).Read()}; }).all;
}

// Both sentences name somebody else too, the same.
bool ShareOther(const StoryContext& story, const Tie& a, const Tie& b) {
  const auto others = [&](const Tie& tie) {
    std::vector<uint32_t> people;
    const uint32_t d = tie.at.document;
    for (const NameMention& name :
         MentionsIn(story.document(d).names, tie.at.sentence)) {
      if (name.entity == kNone || name.form != NameMention::kName) continue;
      const uint32_t entity = story.corpus().GlobalEntity(d, name.entity);
      if (entity != tie.entity &&
          story.corpus().EntityType(entity) == NameType::kPerson) {
        people.push_back(entity);
      }
    }
    return people;
  };
  const std::vector<uint32_t> left = others(a), right = others(b);
  return std::any_of(left.begin(), left.end(), [&](uint32_t x) {
    return std::any_of(right.begin(), right.end(),
                       [&](uint32_t y) { return story.OnePerson(x, y); });
  });
}

// What nobody is at once: to one person two of a generation, or of two callings.
bool Exclude(const StoryContext& story, const Tie& a, const Tie& b) {
  if (a.kin != b.kin || a.entry->value_text == b.entry->value_text) return false;
  if (!a.kin) return true;
  const bool one = a.whose != kNone && b.whose != kNone &&
                   story.OnePerson(a.whose, b.whose);
  if (one) return true;
  if (a.whose != kNone && b.whose != kNone) return false;
  bool generation = false;
  for (const char* tag : {"up", "level", "down", "bound"}) {
    generation |= a.entry->HasTag(tag) && b.entry->HasTag(tag);
  }
  return generation && a.whose_word == b.whose_word && ShareOther(story, a, b);
}

}  // namespace

void CompareTies(StoryContext* story, const StoryPair& pair,
                 std::vector<Detail>* out) {
  if (pair.left == pair.right || !story->OfOneState(pair)) return;
  const std::vector<Tie>& left = TiesOf(story, pair.left);
  const std::vector<Tie>& right = TiesOf(story, pair.right);
  // A text that gives both knows of both.
  const auto told = [&](const std::vector<Tie>& others, const Tie& one) {
    return std::any_of(others.begin(), others.end(), [&](const Tie& other) {
      return story->OnePerson(other.entity, one.entity) &&
             other.entry->value_text == one.entry->value_text;
    });
  };
  for (const Tie& a : left) {
    for (const Tie& b : right) {
      if (!story->OnePerson(a.entity, b.entity) || !Exclude(*story, a, b) ||
          told(right, a) || told(left, b)) {
        continue;
      }
      out->push_back(StoryDetail(DetailKind::kName, Departure::kContrast, a.at,
                                 a.span, b.at, b.span, 80));
    }
  }
}

}  // namespace claimcheck
