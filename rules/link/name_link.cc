#include "rules/link/name_link.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "claims/lexicon/lexicon.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "claims/value/calendar.h"
#include "rules/link/name_spelling.h"
#include "rules/link/person_title.h"

namespace claimcheck {
namespace {

// Shares of the score, in hundredths.
constexpr uint8_t kNameWeight = 70;
constexpr uint8_t kTitleWeight = 30;
// Letters of two words of a name together that may be off in one story.
constexpr size_t kLettersOfTwo = 2;
constexpr size_t kLettersOfOffice = 3;
// Letters of a given name of which two may be off.
constexpr size_t kLettersOfGiven = 6;
// Letters that two surnames of one person begin with, of one office and of one age.
constexpr size_t kBegin = 2;
constexpr size_t kBeginOfAge = 3;

bool IsKin(uint32_t stem) {
  return words::kSiblingNouns.ContainsStem(stem) || words::kSpouseNouns.ContainsStem(stem) ||
         words::kChildNouns.ContainsStem(stem) || words::kParentNouns.ContainsStem(stem);
}

// "He and his sister Sigrid": of two who have one surname, the document of one tells that
// the other is kin.
bool NamesGiven(const Corpus& corpus, ClaimRef of, uint32_t document) {
  const NameMention& name = NameOfClaim(corpus, of);
  const uint32_t given =
      corpus.document(of.document).text.tokens[name.tokens.begin].word;
  const DocumentAnalysis& doc = corpus.document(document);
  return std::any_of(doc.names.begin(), doc.names.end(), [&](const NameMention& other) {
    return other.form == NameMention::kName && other.tokens.size() == 1 &&
           other.tokens.begin > 0 &&
           doc.text.tokens[other.tokens.begin].word == given &&
           IsKin(StemHash(doc.text.Folded(other.tokens.begin - 1)));
  });
}

// A document of either name has the other one as well.
bool NamesBoth(const Corpus& corpus, ClaimRef a, ClaimRef b) {
  const auto has = [&](uint32_t document, ClaimRef other) {
    const DocumentAnalysis& doc = corpus.document(document);
    const DocumentAnalysis& its = corpus.document(other.document);
    const absl::string_view name = its.text.Text(NameOfClaim(corpus, other).span);
    return std::any_of(doc.names.begin(), doc.names.end(),
                       [&](const NameMention& mention) {
                         return mention.form == NameMention::kName &&
                                doc.text.Text(mention.span) == name;
                       });
  };
  return has(a.document, b) || has(b.document, a);
}

// Two texts of one story, neither of which has both names.
bool OneStoryName(const Corpus& corpus, ClaimRef a, ClaimRef b) {
  return a.document != b.document &&
         corpus.OneStory(a.document, b.document) && !NamesBoth(corpus, a, b) &&
         !NamesGiven(corpus, a, b.document) && !NamesGiven(corpus, b, a.document);
}

// "Stavros Kouris, 57, said", "Spyros Kouris, 57, told the owner".
bool OneAge(const Corpus& corpus, ClaimRef a, ClaimRef b) {
  const auto age = [&](ClaimRef ref) -> absl::string_view {
    const DocumentAnalysis& doc = corpus.document(ref.document);
    const NameMention& name = NameOfClaim(corpus, ref);
    const uint32_t t = name.tokens.end;
    const uint32_t end = doc.text.sentences[name.sentence].tokens.end;
    return t + 1 < end && doc.text.IsChar(t, ',') &&
                   doc.text.tokens[t + 1].kind == TokenKind::kNumber
               ? doc.text.Folded(t + 1)
               : absl::string_view();
  };
  return age(a).size() == 2 && age(a) == age(b);
}

bool Exclude(const PersonTitle& a, const PersonTitle& b) {
  if (a.role.empty() || b.role.empty() || a.role == b.role) return false;
  if (a.rank && b.rank) return a.role != "officer" && b.role != "officer";
  // Kings are heads of state beside any head of government.
  const auto head = [](const PersonTitle& t) {
    return t.role == "president" || t.role == "prime minister" ||
           t.role == "chancellor";
  };
  return head(a) && head(b) && !a.country.empty() && a.country == b.country;
}

// People are promoted: titles are compared within two months only.
bool OfOneTime(const DocumentAnalysis& a, const DocumentAnalysis& b) {
  constexpr int64_t kDays = 60;
  if (&a == &b) return true;
  if (!a.date.known || !b.date.known) return false;
  const auto day = [](const DocumentDate& date) {
    return DayNumber(date.year, date.month, date.day).value_or(0);
  };
  return std::abs(day(a.date) - day(b.date)) <= kDays;
}

// Of a woman and of a man, by their given names.
bool OfTwoSexes(const Corpus& corpus, ClaimRef a, ClaimRef b) {
  const auto sex = [&](ClaimRef ref) -> absl::string_view {
    const LexHit* given = corpus.document(ref.document)
                              .lex.Find(NameOfClaim(corpus, ref).tokens.begin, Lex::kGivenName);
    return given == nullptr               ? absl::string_view()
           : given->entry->HasTag("male") ? "male"
           : given->entry->HasTag("female") ? "female"
                                            : absl::string_view();
  };
  const absl::string_view x = sex(a), y = sex(b);
  return !x.empty() && !y.empty() && x != y;
}

// How two names of as many words differ.
struct NameDifference {
  size_t words = 0;    // that differ
  size_t at = 0;       // the last of them
  size_t length = 0;   // words of each name
  size_t slips = 0;    // of the words, those that may be slips of the pen
  size_t letters = 0;  // by which all of them differ
  bool surname = false;     // the last word is one of those that differ
  bool one_given = false;   // "Liz", "Elizabeth"
  bool one_office = false;
  bool one_age = false;
};

// Whether two names of one story that differ are one person's.
bool OnePersonOfStory(const NameDifference& d,
                      const std::vector<std::string>& left,
                      const std::vector<std::string>& right) {
  const auto begin_alike = [](const std::string& a, const std::string& b,
                              size_t letters) {
    return absl::StartsWith(a, absl::string_view(b).substr(0, letters));
  };
  const bool one_word = d.words == 1;
  if (!d.surname && !d.one_given) {
    // Of an office in one story there is one holder.
    if (d.one_office || d.one_age) return true;
    // "Liv Signe Brattland", "Liv Sigrid Brattland".
    if (one_word && d.at > 0 &&
        std::min(left[d.at].size(), right[d.at].size()) > 2) {
      return true;
    }
    // "Ron Teller", "Rob Teller"; "Kaarel Oja", "Karl Oja".
    const size_t edits = EditsBetween(left[0], right[0], 2);
    if (one_word && d.at == 0 &&
        (edits <= 1 || (edits == 2 && begin_alike(left[0], right[0], 2)))) {
      return true;
    }
    // "Kirsten", "Kerstin".
    if (one_word && d.at == 0 && edits == 2 &&
        begin_alike(left[0], right[0], 1) &&
        std::min(left[0].size(), right[0].size()) >= kLettersOfGiven) {
      return true;
    }
  }
  if (d.surname && one_word) {
    if (d.one_office && (d.length > 2 ||
                         begin_alike(left.back(), right.back(), kBegin))) {
      return true;
    }
    // "Alan Whitworth, 52", "Alan Whitmore, 52".
    if (d.one_age && begin_alike(left.back(), right.back(), kBeginOfAge)) {
      return true;
    }
  }
  return d.slips == d.words &&
         (d.words == 2 || (one_word && d.one_office)) &&
         d.letters <= (d.one_office ? kLettersOfOffice : kLettersOfTwo);
}

}  // namespace

NameComparison CompareNames(const Corpus& corpus, ClaimRef a, ClaimRef b) {
  NameComparison comparison;
  const std::vector<std::string> left_words = WrittenWords(corpus, a);
  const std::vector<std::string> right_words = WrittenWords(corpus, b);
  const std::vector<std::string> left = NormalizedWords(left_words);
  const std::vector<std::string> right = NormalizedWords(right_words);
  const PersonTitle left_title =
      TitleOf(corpus.document(a.document), NameOfClaim(corpus, a));
  const PersonTitle right_title =
      TitleOf(corpus.document(b.document), NameOfClaim(corpus, b));
  comparison.left_title = left_title.role;
  comparison.right_title = right_title.role;
  comparison.titles_exclude =
      Exclude(left_title, right_title) &&
      OfOneTime(corpus.document(a.document), corpus.document(b.document));
  if (left.size() != right.size() || left.size() < 2) return comparison;
  // "Nicholas II", "Leopold II".
  if (IsRegnalNumber(left.back()) && left != right) return comparison;
  const bool one_story = a.document != b.document &&
                         corpus.OneStory(a.document, b.document);
  NameDifference difference;
  for (size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    if (IsInitial(left_words[i]) || IsInitial(right_words[i])) return comparison;
    // In one story a doubled letter is a slip, an umlaut written out is none.
    if (WithoutUmlauts(left[i], !one_story) ==
        WithoutUmlauts(right[i], !one_story)) {
      continue;
    }
    ++difference.words;
    difference.at = i;
    if (one_story) {
      difference.letters += EditsBetween(left_words[i], right_words[i], 2);
      difference.slips += MayBeNameSlip(left_words[i], right_words[i]);
    } else if (difference.words > 1) {
      return comparison;  // in two stories one word may be a slip
    }
  }
  const size_t at = difference.at;
  difference.length = left.size();
  difference.surname = left.back() != right.back();
  difference.one_given = at == 0
                             ? OneGivenName(corpus.document(a.document),
                                            NameOfClaim(corpus, a).tokens.begin,
                                            corpus.document(b.document),
                                            NameOfClaim(corpus, b).tokens.begin)
                             : left[at] == right[at];
  difference.one_office =
      (left_title.office && left_title.role == right_title.role) ||
      (one_story && left_title.noun != 0 && left_title.noun == right_title.noun);
  difference.one_age = difference.words > 0 && OneAge(corpus, a, b);
  if (difference.words > 0 && OfTwoSexes(corpus, a, b)) return comparison;
  if (difference.words == 0 ||
      (difference.words == 1 && at == 0 &&
       IsShortForm(corpus.document(a.document), NameOfClaim(corpus, a).tokens.begin,
                   corpus.document(b.document),
                   NameOfClaim(corpus, b).tokens.begin))) {
    comparison.spelling = NameComparison::kSame;
  } else if (OneStoryName(corpus, a, b) &&
             OnePersonOfStory(difference, left_words, right_words)) {
    comparison.spelling = NameComparison::kVariant;
  } else if (difference.words == 1 && IsNameSlip(left_words[at], right_words[at])) {
    comparison.spelling = NameComparison::kVariant;
    // Two given names that both exist are two persons, unless they hold one
    // office; so are two surnames behind one usual given name.
    const bool given = at == 0;
    const auto exists = [&](ClaimRef ref) {
      return corpus.document(ref.document)
          .lex.Has(NameOfClaim(corpus, ref).tokens.begin, Lex::kGivenName);
    };
    const bool one_leader = !left_title.role.empty() &&
                            left_title.role == right_title.role &&
                            left_title.leader;
    const bool one_title =
        !left_title.role.empty() && left_title.role == right_title.role;
    // "Abu Musab" and "Abu Musa" are beginnings of longer names.
    const bool particle = left[0] == "abu" || left[0] == "bin" ||
                          left[0] == "ibn" || left[0] == "al";
    // In one story one title is one person's, and names a letter apart are
    // unless one text has both.
    const bool near =
        one_story && EditsBetween(left_words[at], right_words[at], 1) <= 1;
    const bool alone = near && !NamesBoth(corpus, a, b);
    if ((given ? exists(a) && exists(b) && !one_leader &&
                     !(near && one_title) && !alone
               : exists(a) && !one_title && !alone) ||
        particle) {
      comparison.spelling = NameComparison::kOther;
    }
  }
  return comparison;
}

void ScoreNameLink(const Corpus& corpus, ClaimLink* link) {
  const auto veto = [&](const char* why) {
    link->veto = why;
    link->score = 0;
  };
  link->kind = LinkKind::kEntity;
  const NameComparison c = CompareNames(corpus, link->left, link->right);
  if (c.spelling == NameComparison::kOther) return veto("other names");
  const NameMention& left = NameOfClaim(corpus, link->left);
  const NameMention& right = NameOfClaim(corpus, link->right);
  // Two names that one text uses again and again are two persons.
  if (link->left.document == link->right.document &&
      left.entity != right.entity) {
    const DocumentAnalysis& doc = corpus.document(link->left.document);
    if (doc.entities[left.entity].mentions > 1 &&
        doc.entities[right.entity].mentions > 1) {
      return veto("two persons of one text");
    }
  }
  const bool titles = !c.left_title.empty() && !c.right_title.empty();
  link->parts.push_back(
      {LinkPart::kName, kNameWeight,
       static_cast<int16_t>(c.spelling == NameComparison::kSame ? 100 : 90)});
  link->parts.push_back(
      {LinkPart::kTitle, kTitleWeight,
       static_cast<int16_t>(!titles                         ? 50
                            : c.left_title == c.right_title ? 100
                                                            : 25)});
  int score = 0;
  for (const LinkPart& part : link->parts) score += part.value * part.weight;
  link->score = score / 100;
}

}  // namespace claimcheck
