#include "rules/link/age_reader.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "claims/text/word_table.h"
#include "rules/link/age_phrase.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// Tokens between "34-year-old" and whom it describes: "34-year-old local bus driver".
constexpr uint32_t kRoleReach = 5;
// Tokens between a role and a name: "the driver, named locally as Josip Maric".
constexpr uint32_t kNamingReach = 8;

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

// May be somebody's name.
bool MayNameSomebody(const DocumentAnalysis& doc, const NameMention& name) {
  return name.form == NameMention::kName && name.entity != kNone &&
         !name.possessive &&
         doc.entities[name.entity].type != NameType::kPlace &&
         doc.entities[name.entity].type != NameType::kOrganisation;
}

// And says of whom it is, for which all names of the text are looked at.
bool NamesSomebody(const DocumentAnalysis& doc, const NameMention& name) {
  return MayNameSomebody(doc, name) &&
         (name.tokens.size() >= 2 || StandsForFullName(doc, name) ||
          IsOnlySurname(doc, name));
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
    if (doc.text.tokens[t].kind != TokenKind::kNumber) continue;
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
    if (!MayNameSomebody(doc, name)) continue;
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
    if (age.years < kLeastAge || age.years > 99 || !NamesSomebody(doc, name)) continue;
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
  constexpr FewWords kSuspects({"man", "woman", "teenager", "youth"});
  if (!kSuspects.Contains(doc.text.tokens[t].word)) return false;
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

}  // namespace

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

}  // namespace claimcheck
