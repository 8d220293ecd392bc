// Ages of persons, known by their names or as the one driver, pilot or gunman of the
// story.

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// Younger ones are told in months, and "one" and "two" are other numbers.
constexpr int64_t kLeastAge = 3;

constexpr int kSure = 90;
constexpr int kSureOfRole = 80;
// Tokens between "34-year-old" and whom it describes: "34-year-old local bus driver".
constexpr uint32_t kRoleReach = 5;
// Tokens between a role and a name: "the driver, named locally as Josip Maric".
constexpr uint32_t kNamingReach = 8;

struct Age {
  uint32_t entity = kNone;  // corpus-wide
  uint32_t surname = 0;     // hash of the last word of the name
  bool only_surname = false;  // "Mrs Lind", of whom the text has no more
  Entity::Gender gender = Entity::kNoGender;
  uint32_t role = kNone;    // token: "driver"; kNone: none, or not the only one
  uint32_t kind = 0;        // "bus" of "bus driver"; 0: none
  uint32_t sentence = 0;
  int years = 0;
  bool guessed = false;  // "the 38-year-old", behind a sentence on one person
  bool last = false;     // at which somebody died
  Span span;
  Span number;  // in it: "34", "34-year-old"
};

// A number of two digits, 10 to 99, else 0: younger persons are told of in
// months as well, older ones are rare.
int AgeAt(const DocumentAnalysis& doc, uint32_t t, uint32_t end) {
  if (t >= end || doc.text.tokens[t].kind != TokenKind::kNumber) return 0;
  const absl::string_view digits = doc.text.Folded(t);
  if (digits.size() != 2 || digits[0] == '0') return 0;
  // "18.5", "18-19", "18:00", "18 %".
  if (t + 1 < end && doc.text.Adjacent(t + 1) &&
      !doc.text.IsChar(t + 1, ',') && !doc.text.IsChar(t + 1, ')') &&
      !doc.text.IsChar(t + 1, '.') && !doc.text.IsChar(t + 1, ';')) {
    return 0;
  }
  if (t + 2 < end && doc.text.IsChar(t + 1, '.') && doc.text.Adjacent(t + 2)) {
    return 0;
  }
  return (digits[0] - '0') * 10 + (digits[1] - '0');
}

// "Mrs", "Ms": of a woman.
bool OfWoman(const DocumentAnalysis& doc, const NameMention& name) {
  if (name.tokens.begin == 0) return false;
  const LexHit* title = doc.lex.Find(name.tokens.begin - 1, Lex::kTitle);
  return title != nullptr && title->entry->HasTag("female");
}

// A name of one word that stands for one full name of the text and for no other:
// "Holm" behind "Lars Holm", when there is no second Holm and no Mrs Holm.
bool StandsForFullName(const DocumentAnalysis& doc, const NameMention& name) {
  const uint32_t word = doc.text.tokens[name.tokens.begin].word;
  if (OfWoman(doc, name) &&
      doc.entities[name.entity].gender != Entity::kFemale) {
    return false;
  }
  bool full = false;
  for (const NameMention& other : doc.names) {
    if (other.form != NameMention::kName || other.tokens.size() < 2 ||
        doc.text.tokens[other.tokens.end - 1].word != word) {
      continue;
    }
    if (other.entity != name.entity) return false;
    full = true;
  }
  return full;
}

// "The driver, named locally as Josip Maric": the role; kNone: there is none.
uint32_t RoleNaming(const DocumentAnalysis& doc, const NameMention& name,
                    uint32_t sentence_begin) {
  const uint32_t from = name.tokens.begin > sentence_begin + kNamingReach
                            ? name.tokens.begin - kNamingReach
                            : sentence_begin;
  bool named = false;
  for (uint32_t t = name.tokens.begin; t > from; --t) {
    const absl::string_view word = doc.text.Folded(t - 1);
    named |= word == "named" || word == "identified";
    if (named && words::kOneOfAStory.Contains(doc.text.tokens[t - 1].word)) {
      return t - 1;
    }
  }
  return kNone;
}

// "Mrs Lind", "Lind, 21": the text gives nobody of that surname a full name.
bool IsOnlySurname(const DocumentAnalysis& doc, const NameMention& name) {
  if (name.tokens.size() != 1) return false;
  const uint32_t word = doc.text.tokens[name.tokens.begin].word;
  return std::none_of(
      doc.names.begin(), doc.names.end(), [&](const NameMention& other) {
        return other.form == NameMention::kName && other.tokens.size() > 1 &&
               doc.text.tokens[other.tokens.end - 1].word == word;
      });
}

// May be somebody's name, and says of whom it is.
bool NamesSomebody(const DocumentAnalysis& doc, const NameMention& name) {
  return name.form == NameMention::kName && name.entity != kNone &&
         !name.possessive &&
         (name.tokens.size() >= 2 || StandsForFullName(doc, name) ||
          IsOnlySurname(doc, name)) &&
         doc.entities[name.entity].type != NameType::kPlace &&
         doc.entities[name.entity].type != NameType::kOrganisation;
}

// "Anna Lind, 34, said", "Anna Lind (34)": of the name in front; 0: it is none.
int AgeBehind(const DocumentAnalysis& doc, const NameMention& name,
              TokenRange sentence) {
  const uint32_t t = name.tokens.end;
  if (t + 1 >= sentence.end ||
      (!doc.text.IsChar(t, ',') && !doc.text.IsChar(t, '('))) {
    return 0;
  }
  const bool ends =
      t + 2 >= sentence.end || doc.text.IsChar(t + 2, ',') ||
      doc.text.IsChar(t + 2, ')') || doc.text.IsChar(t + 2, '.') ||
      doc.text.IsChar(t + 2, ';') ||
      (doc.text.IsChar(t, ',') && t + 3 < sentence.end &&
       doc.text.Folded(t + 2) == "and");
  return ends ? AgeAt(doc, t + 1, sentence.end) : 0;
}

bool IsAge(const QuantityMention& q) {
  return q.value.dimension == "age" && !q.value.written_high &&
         q.value.hedge == HedgeKind::kNone && q.value.written.exponent == 0 &&
         q.value.written.significand >= kLeastAge && q.value.written.significand < 100;
}

// Words alone between two tokens: "34-year-old local baker Anna Lind".
bool OnlyWords(const DocumentAnalysis& doc, uint32_t begin, uint32_t end) {
  for (uint32_t t = begin; t < end; ++t) {
    if (doc.text.tokens[t].kind == TokenKind::kPunctuation &&
        !doc.text.IsChar(t, '-')) {
      return false;
    }
  }
  return true;
}

// The one person whom the sentence before names; kNone: nobody or several.
uint32_t PersonBefore(const DocumentAnalysis& doc, uint32_t sentence) {
  uint32_t person = kNone;
  for (const NameMention& name : doc.names) {
    if (name.form != NameMention::kName || name.entity == kNone ||
        name.sentence + 1 != sentence ||
        doc.entities[name.entity].type != NameType::kPerson) {
      continue;
    }
    if (person != kNone && person != name.entity) return kNone;
    person = name.entity;
  }
  return person;
}

// "Four-year-old girl, Nayeli Ruiz": a noun for somebody and a comma before the name.
bool IsNamedBehind(const DocumentAnalysis& doc, uint32_t begin, uint32_t name) {
  return name >= begin + 2 && doc.text.IsChar(name - 1, ',') &&
         doc.lex.Has(name - 2, Lex::kRoleNoun) && OnlyWords(doc, begin, name - 1);
}

// Whose age a quantity is: "34-year-old baker Anna Lind", "The 34-year-old" behind a
// sentence about her.
uint32_t PersonOfAge(const DocumentAnalysis& doc, const QuantityMention& q,
                     Span* span) {
  const TokenRange sentence = doc.text.sentences[q.sentence].tokens;
  const uint32_t begin = q.tokens.begin, end = q.tokens.end;
  for (const NameMention& name : MentionsIn(doc.names, q.sentence)) {
    if (!NamesSomebody(doc, name)) continue;
    *span = q.span.Hull(name.span);
    if (q.tokens.size() > 1 && name.tokens.begin >= end &&
        name.tokens.begin < end + kRoleReach &&
        (OnlyWords(doc, end, name.tokens.begin) ||
         IsNamedBehind(doc, end, name.tokens.begin))) {
      return name.entity;
    }
    // "Anna Lind, the 34-year-old who"; AgeTold reads "a 34-year-old baker".
    if (q.tokens.size() > 1 && name.tokens.end + 2 == begin &&
        doc.text.IsChar(name.tokens.end, ',') &&
        doc.text.Folded(begin - 1) == "the") {
      return name.entity;
    }
  }
  *span = q.span;
  const bool opens = begin == sentence.begin + 1 && q.tokens.size() > 1 &&
                     doc.text.Folded(sentence.begin) == "the";
  return opens ? PersonBefore(doc, q.sentence) : kNone;
}

// "Nayeli Ruiz, a girl of six": the number; 0: there is none.
int AgeOfNoun(const DocumentAnalysis& doc, uint32_t last, uint32_t sentence,
              Span* span) {
  constexpr uint32_t kReach = 5;
  const uint32_t end = doc.text.sentences[sentence].tokens.end;
  if (last + 4 >= end || !doc.text.IsChar(last + 1, ',')) return 0;
  for (const QuantityMention& q : MentionsIn(doc.quantities, sentence)) {
    const uint32_t t = q.tokens.begin;
    if (t < last + 4 || t > last + 1 + kReach ||
        q.value.hedge != HedgeKind::kNone || q.value.written.exponent != 0 ||
        doc.text.Folded(t - 1) != "of" ||
        !IsOneOf(doc.text.Folded(t - 2), {"girl", "boy", "man", "woman", "child"}) ||
        !OnlyWords(doc, last + 2, t)) {
      continue;
    }
    *span = doc.text.SpanOf({last, t + 1});
    return static_cast<int>(q.value.written.significand);
  }
  return 0;
}

// "Petrie, who is 62, has said": the bare number; 0: there is none.
int AgeInClause(const DocumentAnalysis& doc, uint32_t last, uint32_t end,
                Span* span) {
  const uint32_t t = last + 4;
  if (t + 1 >= end || !doc.text.IsChar(last + 1, ',') ||
      doc.text.Folded(last + 2) != "who" ||
      !IsOneOf(doc.text.Folded(last + 3), {"is", "was", "turned"}) ||
      (!doc.text.IsChar(t + 1, ',') && !doc.text.IsChar(t + 1, '.') &&
       doc.text.Folded(t + 1) != "and")) {
    return 0;
  }
  *span = doc.text.SpanOf({last, t + 1});
  return AgeAt(doc, t, end);
}

// "The captain was a 47-year-old father of three", "the captain, aged 43,", "Claire
// Daumas, who is 36 years old": the age told right behind token `last`; 0: none.
int AgeTold(const DocumentAnalysis& doc, uint32_t last, uint32_t sentence,
            Span* span) {
  constexpr uint32_t kMostBetween = 4;
  for (const QuantityMention& q : MentionsIn(doc.quantities, sentence)) {
    const uint32_t begin = q.tokens.begin;
    const bool age = IsAge(q) || (q.value.unit == "year" &&
                                  q.tokens.end < doc.text.tokens.size() &&
                                  doc.text.Folded(q.tokens.end - 1) == "old");
    if (!age || begin <= last ||
        begin > last + kMostBetween || q.value.written.exponent != 0) {
      continue;
    }
    bool told = begin > last + 1;
    for (uint32_t t = last + 1; t < begin; ++t) {
      told &= doc.text.IsChar(t, ',') ||
              IsOneOf(doc.text.Folded(t), {"was", "is", "aged", "who", "a", "an"});
    }
    if (!told) continue;
    *span = doc.text.SpanOf({last, q.tokens.end});
    return static_cast<int>(q.value.written.significand);
  }
  const int of_noun = AgeOfNoun(doc, last, sentence, span);
  return of_noun != 0 ? of_noun
                      : AgeInClause(doc, last,
                                    doc.text.sentences[sentence].tokens.end, span);
}

// The one person whom a sentence names before a token; kNone: nobody or several.
uint32_t PersonIn(const DocumentAnalysis& doc, uint32_t sentence, uint32_t before) {
  uint32_t person = kNone;
  for (const NameMention& name : MentionsIn(doc.names, sentence)) {
    if (name.form != NameMention::kName || name.entity == kNone ||
        doc.entities[name.entity].type != NameType::kPerson) {
      continue;
    }
    if (name.tokens.begin > before || (person != kNone && person != name.entity)) {
      return kNone;
    }
    person = name.entity;
  }
  return person;
}

// "Singer Ada Lind dies at 46", "was found dead at the age of 46", "she was 46": of
// whom the sentence or the one before speaks.
uint32_t PersonOfLastAge(const DocumentAnalysis& doc, uint32_t s, Age* age) {
  const TokenRange sentence = doc.text.sentences[s].tokens;
  for (uint32_t t = sentence.begin + 2; t < sentence.end; ++t) {
    const int years = AgeAt(doc, t, sentence.end);
    if (years == 0) continue;
    const bool ends = t + 1 >= sentence.end || doc.text.IsChar(t + 1, '.') ||
                      doc.text.IsChar(t + 1, ',') || doc.text.Folded(t + 1) == "and";
    if (!ends) continue;
    age->years = years;
    age->last = true;
    age->sentence = s;
    age->span = doc.text.SpanOf({t - 1, t + 1});
    if (t == sentence.begin + 2 && t + 2 >= sentence.end &&
        IsOneOf(doc.text.Folded(t - 1), {"was", "is"}) &&
        IsOneOf(doc.text.Folded(t - 2), {"he", "she"})) {
      age->guessed = true;
      return PersonBefore(doc, s);
    }
    // "Harold was 83 and Ilene 79."
    if (IsOneOf(doc.text.Folded(t - 1), {"was", "is"})) {
      for (const NameMention& name : MentionsIn(doc.names, s)) {
        if (name.tokens.end + 1 == t && name.form == NameMention::kName &&
            name.entity != kNone && !name.possessive &&
            doc.entities[name.entity].type == NameType::kPerson) {
          age->span = age->span.Hull(name.span);
          return name.entity;
        }
      }
    }
    const bool at = doc.text.Folded(t - 1) == "at" || doc.text.Folded(t - 1) == "aged" ||
                    (doc.text.Folded(t - 1) == "of" && doc.text.Folded(t - 2) == "age");
    if (!at) continue;
    for (uint32_t k = sentence.begin; k < t; ++k) {
      if (IsOneOf(doc.text.Folded(k), {"dies", "died", "dead", "death"})) {
        return PersonIn(doc, s, t);
      }
    }
  }
  return kNone;
}

// Of the name as entities are known by, without marks: "yildiz".
uint32_t SurnameOf(const StoryContext& story, uint32_t d, const NameMention& name) {
  const uint32_t entity = story.corpus().GlobalEntity(d, name.entity);
  if (entity == kNone) return 0;
  const absl::string_view key = story.document(d).entities[name.entity].key;
  const size_t blank = key.rfind(' ');
  return WordHash(blank == absl::string_view::npos ? key : key.substr(blank + 1));
}

std::vector<Age> ReadNamedAges(const StoryContext& story, uint32_t d) {
  const DocumentAnalysis& doc = story.document(d);
  std::vector<Age> ages;
  const auto add = [&](Age age, uint32_t entity) {
    if (entity == kNone) return;
    age.entity = story.corpus().GlobalEntity(d, entity);
    if (age.entity != kNone) ages.push_back(age);
  };
  for (const NameMention& name : doc.names) {
    if (!NamesSomebody(doc, name)) continue;
    const TokenRange sentence = doc.text.sentences[name.sentence].tokens;
    Age age;
    age.sentence = name.sentence;
    age.years = AgeBehind(doc, name, sentence);
    age.span = doc.text.SpanOf(
        {name.tokens.begin, std::min(name.tokens.end + 2, sentence.end)});
    if (age.years == 0) {
      age.years = AgeTold(doc, name.tokens.end - 1, name.sentence, &age.span);
      age.span = age.span.Hull(name.span);
    }
    if (age.years < kLeastAge || age.years > 99) continue;
    age.role = RoleNaming(doc, name, sentence.begin);
    age.surname = SurnameOf(story, d, name);
    age.only_surname = IsOnlySurname(doc, name);
    age.gender = doc.entities[name.entity].gender;
    add(age, name.entity);
  }
  for (uint32_t s = 0; s < doc.text.sentences.size(); ++s) {
    Age age;
    const uint32_t person = PersonOfLastAge(doc, s, &age);
    add(age, person);
  }
  for (const QuantityMention& q : doc.quantities) {
    if (!IsAge(q) || !UsableSentence(doc, q.sentence)) continue;
    Age age;
    age.sentence = q.sentence;
    age.years = static_cast<int>(q.value.written.significand);
    const uint32_t person = PersonOfAge(doc, q, &age.span);
    age.guessed = age.span == q.span;
    add(age, person);
  }
  return ages;
}

// "A 44-year-old man was arrested", "the arrested man, aged 44": a story has one as a
// rule.
bool IsArrested(const DocumentAnalysis& doc, uint32_t t, TokenRange sentence) {
  if (!IsOneOf(doc.text.Folded(t), {"man", "woman", "teenager", "youth"})) {
    return false;
  }
  const auto seized = [&](uint32_t at) {
    return IsOneOf(doc.text.Folded(at),
                   {"arrested", "detained", "seized", "accused", "charged"});
  };
  if (t > sentence.begin && seized(t - 1)) return true;
  constexpr uint32_t kMostAuxiliaries = 3;
  for (uint32_t k = t + 1; k < std::min(sentence.end, t + 2 + kMostAuxiliaries); ++k) {
    if (seized(k)) return k > t + 1;
    if (!doc.lex.Has(k, Lex::kAuxiliary)) return false;
  }
  return false;
}

// "The 34-year-old bus driver", "the driver, 34, said".
std::vector<Age> ReadRoleAges(const DocumentAnalysis& doc) {
  std::vector<Age> ages;
  for (uint32_t s = 0; s < doc.text.sentences.size(); ++s) {
    if (!UsableSentence(doc, s)) continue;
    const TokenRange sentence = doc.text.sentences[s].tokens;
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (!words::kOneOfAStory.Contains(doc.text.tokens[t].word) &&
          !IsArrested(doc, t, sentence)) {
        continue;
      }
      Age age;
      age.role = t;
      age.sentence = s;
      if (t + 3 < sentence.end && doc.text.IsChar(t + 1, ',') &&
          (doc.text.IsChar(t + 3, ',') || doc.text.IsChar(t + 3, '.'))) {
        age.years = AgeAt(doc, t + 2, sentence.end);
        age.span = doc.text.SpanOf({t, t + 3});
      }
      if (age.years == 0) age.years = AgeTold(doc, t, s, &age.span);
      for (const QuantityMention& q : MentionsIn(doc.quantities, s)) {
        if (!IsAge(q) || q.tokens.size() < 2 ||
            q.tokens.end > t || q.tokens.end + kRoleReach <= t) {
          continue;
        }
        bool together = true;
        for (uint32_t k = q.tokens.end; k < t; ++k) {
          together &= doc.text.tokens[k].kind == TokenKind::kWord &&
                      !doc.lex.Has(k, Lex::kPreposition) &&
                      !doc.lex.Has(k, Lex::kConjunction) &&
                      !doc.lex.Has(k, Lex::kAuxiliary) &&
                      !doc.lex.Has(k, Lex::kDeterminer);
        }
        if (!together) continue;
        age.years = static_cast<int>(q.value.written.significand);
        if (t > q.tokens.end) age.kind = doc.text.tokens[t - 1].word;
        age.span = doc.text.SpanOf({q.tokens.begin, t + 1});
      }
      if (age.years >= kLeastAge && age.years < 100) ages.push_back(age);
    }
  }
  return ages;
}

// "Both drivers", "the other driver": there are several.
bool HasSeveral(const DocumentAnalysis& doc, uint32_t role_token) {
  const uint32_t role = doc.text.tokens[role_token].word;
  const uint32_t stem = StemHash(doc.text.Folded(role_token));
  for (uint32_t t = 0; t < doc.text.tokens.size(); ++t) {
    if (doc.text.tokens[t].word != role) {
      if (doc.text.tokens[t].kind == TokenKind::kWord &&
          StemHash(doc.text.Folded(t)) == stem) {
        return true;
      }
    } else if (t > 0 &&
               words::kRestOfACount.Contains(doc.text.tokens[t - 1].word)) {
      return true;
    }
  }
  return false;
}

// The years in the words that tell an age: who is so old is another matter, and may
// differ too.
Span NumberIn(const DocumentAnalysis& doc, const Age& age) {
  for (const QuantityMention& q : MentionsIn(doc.quantities, age.sentence)) {
    if (age.span.Contains(q.span) && q.value.written.exponent == 0 &&
        q.value.written.significand == age.years) {
      return q.span;
    }
  }
  const TokenRange sentence = doc.text.sentences[age.sentence].tokens;
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (age.span.Contains(doc.text.tokens[t].span) &&
        AgeAt(doc, t, sentence.end) == age.years) {
      return doc.text.tokens[t].span;
    }
  }
  return age.span;
}

std::vector<Age> ReadAges(StoryContext* story, uint32_t d) {
  const DocumentAnalysis& doc = story->document(d);
  std::vector<Age> ages = ReadNamedAges(*story, d);
  const std::vector<Age> of_roles = ReadRoleAges(doc);
  ages.insert(ages.end(), of_roles.begin(), of_roles.end());
  for (Age& age : ages) age.number = NumberIn(doc, age);
  const std::vector<Age> all = ages;
  for (Age& age : ages) {
    if (age.role == kNone) continue;
    const bool other_age =
        std::any_of(all.begin(), all.end(), [&](const Age& other) {
          return other.role != kNone && other.years != age.years &&
                 doc.text.tokens[other.role].word ==
                     doc.text.tokens[age.role].word;
        });
    if (other_age || HasSeveral(doc, age.role)) age.role = kNone;
  }
  return ages;
}

// A text gives an age, of whomever: where nobody is named he may be another.
bool Tells(const DocumentAnalysis& doc, int years) {
  return std::any_of(doc.quantities.begin(), doc.quantities.end(),
                     [&](const QuantityMention& q) {
                       return IsAge(q) && q.value.written.significand == years;
                     });
}

// "Mrs Lind, 61", and "Anna Lind, 67", whom alone the other text gives that surname
// and an age.
bool OneSurname(const std::vector<Age>& left, const Age& a,
                const std::vector<Age>& right, const Age& b) {
  if (a.only_surname == b.only_surname || a.surname != b.surname ||
      a.surname == 0 ||
      (a.gender != Entity::kNoGender && b.gender != Entity::kNoGender &&
       a.gender != b.gender)) {
    return false;
  }
  const Age& full = a.only_surname ? b : a;
  const std::vector<Age>& others = a.only_surname ? right : left;
  return std::all_of(others.begin(), others.end(), [&](const Age& other) {
    return other.surname != full.surname || other.entity == full.entity;
  });
}

// The one driver of the story, in both texts.
bool OneRole(const StoryContext& story, uint32_t a_document, const Age& a,
             uint32_t b_document, const Age& b) {
  return a.role != kNone && b.role != kNone &&
         story.document(a_document).text.tokens[a.role].word ==
             story.document(b_document).text.tokens[b.role].word &&
         (a.kind == 0 || b.kind == 0 || a.kind == b.kind) &&
         (a.entity == kNone || b.entity == kNone) &&
         story.PastYear({a_document, a.sentence}) ==
             story.PastYear({b_document, b.sentence});
}

}  // namespace

void CompareAges(StoryContext* story, const StoryPair& pair,
                 std::vector<Detail>* out) {
  const auto read = [&](uint32_t d) -> const std::vector<Age>& {
    return story->Once<std::vector<Age>>(d, [&] { return ReadAges(story, d); });
  };
  const std::vector<Age>& left = read(pair.left);
  const std::vector<Age>& right = read(pair.right);
  const auto told = [](const std::vector<Age>& ages, const Age& age) {
    return std::any_of(ages.begin(), ages.end(), [&](const Age& other) {
      return other.entity == age.entity && other.years == age.years;
    });
  };
  // "The 38-year-old" is whom the other text gives that age.
  const auto of_another = [&](const std::vector<Age>& ages, const Age& age) {
    return age.guessed &&
           std::any_of(ages.begin(), ages.end(), [&](const Age& other) {
             return other.entity != kNone && other.entity != age.entity &&
                    other.years == age.years;
           });
  };
  for (const Age& a : left) {
    for (const Age& b : right) {
      if (a.years == b.years || of_another(right, a) || of_another(left, b)) {
        continue;
      }
      const bool named = a.entity != kNone && b.entity != kNone &&
                         (story->OnePerson(a.entity, b.entity) ||
                          OneSurname(left, a, right, b));
      if (!named && (pair.left == pair.right || pair.loose ||
                     !story->OfOneState(pair) ||
                     !OneRole(*story, pair.left, a, pair.right, b))) {
        continue;
      }
      // A life has many ages, and one at its end.
      if (pair.left == pair.right && a.last != b.last) continue;
      if (pair.left == pair.right
              ? a.sentence >= b.sentence
              : named ? told(right, a) || told(left, b)
                      : Tells(story->document(pair.right), a.years) ||
                            Tells(story->document(pair.left), b.years)) {
        continue;
      }
      Detail detail = StoryDetail(DetailKind::kAge, Departure::kValue,
                                  {pair.left, a.sentence}, a.number,
                                  {pair.right, b.sentence}, b.number,
                                  named ? kSure : kSureOfRole);
      detail.whole = a.span;
      out->push_back(detail);
    }
  }
}

}  // namespace claimcheck
