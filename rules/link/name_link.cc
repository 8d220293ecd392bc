#include "rules/link/name_link.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "claims/lexicon/lexicon.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/fold.h"
#include "claims/value/calendar.h"
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

const NameMention& NameOf(const Corpus& corpus, ClaimRef ref) {
  return corpus.document(ref.document).names[corpus.claim(ref).name];
}

// The words of a name as written, folded, without hyphens and full stops.
std::vector<std::string> WrittenWords(const Corpus& corpus, ClaimRef ref) {
  const DocumentAnalysis& doc = corpus.document(ref.document);
  const NameMention& name = NameOf(corpus, ref);
  std::vector<std::string> words;
  for (uint32_t t = name.tokens.begin; t < name.tokens.end; ++t) {
    if (doc.text.tokens[t].kind != TokenKind::kWord) continue;
    words.push_back(std::string(doc.text.Folded(t)));
  }
  return words;
}

std::vector<std::string> Normalized(std::vector<std::string> words) {
  for (std::string& word : words) word = NormalizeName(word);
  return words;
}

// Letters to be changed, added, dropped or swapped, up to `limit` + 1.
size_t Edits(absl::string_view a, absl::string_view b, size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit || b.size() > 40) return limit + 1;
  std::vector<size_t> before(b.size() + 1), row(b.size() + 1);
  std::vector<size_t> two(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    two.swap(before);
    before.swap(row);
    row.assign(b.size() + 1, i);
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({before[j] + 1, row[j - 1] + 1,
                         before[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

// "mueller" and "muller" are one way to write it.
std::string WithoutUmlauts(const std::string& word, bool undouble) {
  std::string out;
  for (size_t i = 0; i < word.size(); ++i) {
    if (word[i] == 'e' && i > 0 && absl::StrContains("aou", word[i - 1])) {
      continue;
    }
    if (undouble && i > 0 && word[i] == word[i - 1]) continue;
    out += word[i];
  }
  return out;
}

// A slip of the pen, not another word: the same first letter, and one letter
// off, or two in a long word.
bool IsSlip(const std::string& a, const std::string& b) {
  const size_t shorter = std::min(a.size(), b.size());
  if (shorter < 4 || a[0] != b[0]) return false;
  // "Merkel" and "Merkels": a genitive without its apostrophe.
  if (a + "s" == b || b + "s" == a) return false;
  return Edits(a, b, 2) <=
         (shorter >= 5 && std::max(a.size(), b.size()) >= 7 ? 2 : 1);
}

// As IsSlip, of one word of two that are off, or of one whose first letter is.
bool MayBeSlip(const std::string& a, const std::string& b) {
  return std::min(a.size(), b.size()) >= 4 && a + "s" != b && b + "s" != a &&
         Edits(a, b, 2) <= 2;
}

// A document of either name has the other one's first name or surname, whichever
// they differ in, as well.
bool NamesBoth(const Corpus& corpus, ClaimRef a, ClaimRef b) {
  const auto has = [&](uint32_t document, ClaimRef other) {
    const DocumentAnalysis& doc = corpus.document(document);
    const DocumentAnalysis& its = corpus.document(other.document);
    const absl::string_view name = its.text.Text(NameOf(corpus, other).span);
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
         corpus.OneStory(a.document, b.document) && !NamesBoth(corpus, a, b);
}

// "Stavros Kouris, 57, said", "Spyros Kouris, 57, told the owner".
bool OneAge(const Corpus& corpus, ClaimRef a, ClaimRef b) {
  const auto age = [&](ClaimRef ref) -> absl::string_view {
    const DocumentAnalysis& doc = corpus.document(ref.document);
    const NameMention& name = NameOf(corpus, ref);
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

// "Nicholas II".
bool IsRegnalNumber(absl::string_view word) {
  return !word.empty() && word.size() <= 5 &&
         word.find_first_not_of("ivx") == absl::string_view::npos;
}

// Of a woman and of a man, by their given names.
bool OfTwoSexes(const Corpus& corpus, ClaimRef a, ClaimRef b) {
  const auto sex = [&](ClaimRef ref) -> absl::string_view {
    const LexHit* given = corpus.document(ref.document)
                              .lex.Find(NameOf(corpus, ref).tokens.begin, Lex::kGivenName);
    return given == nullptr               ? absl::string_view()
           : given->entry->HasTag("male") ? "male"
           : given->entry->HasTag("female") ? "female"
                                            : absl::string_view();
  };
  const absl::string_view x = sex(a), y = sex(b);
  return !x.empty() && !y.empty() && x != y;
}

// "Karim L.": the rest is left out on purpose.
bool IsInitial(const std::string& word) { return word.size() <= 1; }

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
    const size_t edits = Edits(left[0], right[0], 2);
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

bool SlippedName(const Corpus& corpus, uint32_t a, uint32_t b) {
  if (a == kNone || b == kNone || corpus.EntityType(a) != NameType::kPerson ||
      corpus.EntityType(b) != NameType::kPerson) {
    return false;
  }
  // Most are told apart by a look: a slip keeps the first letter and, but for two
  // letters, the length.
  const absl::string_view name = corpus.EntityName(a);
  const absl::string_view other = corpus.EntityName(b);
  if (name.empty() || other.empty() ||
      absl::ascii_tolower(static_cast<unsigned char>(name[0])) !=
          absl::ascii_tolower(static_cast<unsigned char>(other[0])) ||
      std::max(name.size(), other.size()) -
              std::min(name.size(), other.size()) > 2) {
    return false;
  }
  // Letters, not bytes: an accent is no slip.
  const std::vector<std::string> left = Normalized(absl::StrSplit(Folded(name), ' '));
  const std::vector<std::string> right = Normalized(absl::StrSplit(Folded(other), ' '));
  if (left.size() != right.size() || left.size() < 2) return false;
  size_t different = 0, at = 0;
  for (size_t i = 0; i < left.size(); ++i) {
    if (left[i] == right[i]) continue;
    ++different;
    at = i;
  }
  return different == 1 && IsSlip(left[at], right[at]);
}

bool FullerName(const Corpus& corpus, uint32_t a, uint32_t b) {
  if (a == kNone || b == kNone || corpus.EntityType(a) != NameType::kPerson ||
      corpus.EntityType(b) != NameType::kPerson) {
    return false;
  }
  absl::string_view shorter = corpus.EntityName(a);
  absl::string_view longer = corpus.EntityName(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  return shorter.size() < longer.size() && longer[shorter.size()] == ' ' &&
         absl::StrContains(shorter, ' ') &&
         absl::StartsWithIgnoreCase(longer, shorter);
}

NameComparison CompareNames(const Corpus& corpus, ClaimRef a, ClaimRef b) {
  NameComparison comparison;
  const std::vector<std::string> left_words = WrittenWords(corpus, a);
  const std::vector<std::string> right_words = WrittenWords(corpus, b);
  const std::vector<std::string> left = Normalized(left_words);
  const std::vector<std::string> right = Normalized(right_words);
  const PersonTitle left_title =
      TitleOf(corpus.document(a.document), NameOf(corpus, a));
  const PersonTitle right_title =
      TitleOf(corpus.document(b.document), NameOf(corpus, b));
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
      difference.letters += Edits(left_words[i], right_words[i], 2);
      difference.slips += MayBeSlip(left_words[i], right_words[i]);
    } else if (difference.words > 1) {
      return comparison;  // in two stories one word may be a slip
    }
  }
  const size_t at = difference.at;
  difference.length = left.size();
  difference.surname = left.back() != right.back();
  difference.one_given = at == 0
                             ? OneGivenName(corpus.document(a.document),
                                            NameOf(corpus, a).tokens.begin,
                                            corpus.document(b.document),
                                            NameOf(corpus, b).tokens.begin)
                             : left[at] == right[at];
  difference.one_office =
      (left_title.office && left_title.role == right_title.role) ||
      (one_story && left_title.noun != 0 && left_title.noun == right_title.noun);
  difference.one_age = difference.words > 0 && OneAge(corpus, a, b);
  if (difference.words > 0 && OfTwoSexes(corpus, a, b)) return comparison;
  if (difference.words == 0 ||
      (difference.words == 1 && at == 0 &&
       IsShortForm(corpus.document(a.document), NameOf(corpus, a).tokens.begin,
                   corpus.document(b.document),
                   NameOf(corpus, b).tokens.begin))) {
    comparison.spelling = NameComparison::kSame;
  } else if (OneStoryName(corpus, a, b) &&
             OnePersonOfStory(difference, left_words, right_words)) {
    comparison.spelling = NameComparison::kVariant;
  } else if (difference.words == 1 && IsSlip(left_words[at], right_words[at])) {
    comparison.spelling = NameComparison::kVariant;
    // Two given names that both exist are two persons, unless they hold one
    // office; so are two surnames behind one usual given name.
    const bool given = at == 0;
    const auto exists = [&](ClaimRef ref) {
      return corpus.document(ref.document)
          .lex.Has(NameOf(corpus, ref).tokens.begin, Lex::kGivenName);
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
        one_story && Edits(left_words[at], right_words[at], 1) <= 1;
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
  const NameMention& left = NameOf(corpus, link->left);
  const NameMention& right = NameOf(corpus, link->right);
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

std::vector<std::pair<ClaimRef, ClaimRef>> FindNamePairs(const Corpus& corpus) {
  // More ways to write names that share a word are not paired in full.
  constexpr size_t kMostOfAKey = 48;
  // More documents that write one name alike say nothing new.
  constexpr size_t kMostAlike = 4;
  struct Entry {
    std::string key;
    std::string form;
    ClaimRef ref;
  };
  std::vector<Entry> entries;
  for (uint32_t d = 0; d < corpus.size(); ++d) {
    const DocumentAnalysis& doc = corpus.document(d);
    for (uint32_t c = 0; c < doc.claims.size(); ++c) {
      if (doc.claims[c].kind != ClaimKind::kName) continue;
      const std::vector<std::string> words =
          Normalized(WrittenWords(corpus, {d, c}));
      if (words.size() < 2) continue;
      std::string form = std::string(TitleOf(doc, NameOf(corpus, {d, c})).role);
      for (const std::string& word : words) form += " " + word;
      entries.push_back({"0" + words.front(), form, {d, c}});
      entries.push_back({"1" + words.back(), form, {d, c}});
      // Where both are off, what they begin with.
      entries.push_back({absl::StrCat("2", words.front().substr(0, 2), " ",
                                      words.back().substr(0, 2)),
                         form,
                         {d, c}});
    }
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    if (a.key != b.key) return a.key < b.key;
    if (a.form != b.form) return a.form < b.form;
    return a.ref < b.ref;
  });
  std::vector<std::pair<ClaimRef, ClaimRef>> pairs;
  std::vector<size_t> kept;
  for (size_t i = 0; i < entries.size();) {
    kept.clear();
    size_t end = i, alike = 0;
    for (; end < entries.size() && entries[end].key == entries[i].key; ++end) {
      alike =
          end > i && entries[end].form == entries[end - 1].form ? alike + 1 : 0;
      if (alike < kMostAlike && kept.size() < kMostOfAKey) kept.push_back(end);
    }
    for (size_t a = 0; a < kept.size(); ++a) {
      for (size_t b = a + 1; b < kept.size(); ++b) {
        // What is written alike cannot disagree.
        if (entries[kept[a]].form == entries[kept[b]].form) continue;
        pairs.push_back(
            std::minmax(entries[kept[a]].ref, entries[kept[b]].ref));
      }
    }
    i = end;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace claimcheck
