// Ages of persons, known by their names or as the one driver, pilot or gunman of the
// story.

#include <algorithm>
#include <vector>

#include "rules/link/age_phrase.h"
#include "rules/link/age_reader.h"
#include "rules/link/same_value.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

constexpr int kSure = 90;
constexpr int kSureOfRole = 80;

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
      if (named && (a.years == b.years + 1 || b.years == a.years + 1) &&
          (HadBirthday(*story, a.entity) || HadBirthday(*story, b.entity))) {
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
