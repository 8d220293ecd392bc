#include "bench/corpus_generator.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "rules/match/synthetic_claims.h"

namespace claimcheck {

extern const char kStoriesFile[];  // data/stories.txt
extern const char kFillerFile[];   // data/filler.txt
extern const char kWordsFile[];    // data/words.txt

namespace {

using Strings = std::vector<std::string>;

constexpr int kYear = 2024;

constexpr const char* kMonths[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr const char* kWeekdays[] = {"Monday", "Tuesday",  "Wednesday",
                                     "Thursday", "Friday", "Saturday",
                                     "Sunday"};
constexpr const char* kSmallNumbers[] = {"two",   "three", "four", "five",
                                         "six",   "seven", "eight", "nine"};

// The templates of a kind of story: facts, each with several wordings.
using StoryKind = std::vector<Strings>;

struct Language {
  std::vector<StoryKind> kinds;
  StoryKind loose;  // facts that any story may tell
  Strings filler;
  std::map<std::string, Strings> words;

  Language() {
    StoryKind* kind = nullptr;
    for (absl::string_view line :
         absl::StrSplit(absl::string_view(kStoriesFile), '\n')) {
      if (line.empty() || line.front() == '#') continue;
      if (line == "kind *") {
        kind = &loose;
      } else if (absl::string_view(line).substr(0, 5) == "kind ") {
        kinds.emplace_back();
        kind = &kinds.back();
      } else if (line == "fact") {
        kind->emplace_back();
      } else {
        kind->back().emplace_back(line);
      }
    }
    for (absl::string_view line :
         absl::StrSplit(absl::string_view(kFillerFile), '\n')) {
      if (!line.empty() && line.front() != '#') filler.emplace_back(line);
    }
    for (absl::string_view line :
         absl::StrSplit(absl::string_view(kWordsFile), '\n')) {
      if (line.empty() || line.front() == '#') continue;
      const Strings parts = absl::StrSplit(line, ' ');
      Strings& list = words[parts[0]];
      for (size_t i = 1; i < parts.size(); ++i) {
        list.push_back(absl::StrReplaceAll(parts[i], {{"_", " "}}));
      }
    }
  }
};

const Language& TheLanguage() {
  static const Language* const language = new Language;
  return *language;
}

const std::string& Pick(const char* list, SplitMix* random) {
  const Strings& words = TheLanguage().words.at(list);
  return words[random->Below(static_cast<uint32_t>(words.size()))];
}

// The made-up name number `index`: pronounceable, and another for each index.
std::string MadeUpName(const char* ending, uint64_t index) {
  SplitMix random(index * 2 + 1);
  std::string name = Pick("start", &random);
  for (int n = 1 + static_cast<int>(random.Below(2)); n > 0; --n) {
    absl::StrAppend(&name, Pick("middle", &random));
  }
  absl::StrAppend(&name, Pick(ending, &random));
  return name;
}

std::string WithCommas(uint32_t n) {
  std::string digits = absl::StrCat(n);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<size_t>(at), ",");
  }
  return digits;
}

// What a "$x" of a template stands for, by the character after the dollar.
using Slots = std::map<char, std::string>;

class Generator {
 public:
  explicit Generator(const CorpusOptions& options)
      : options_(options), random_(options.seed) {}

  std::vector<GeneratedArticle> Make(size_t count) {
    std::vector<GeneratedArticle> articles;
    while (articles.size() < count) {
      Story story = MakeStory();
      const double mentions = std::pow(1 - random_.Unit(), -0.6);
      for (uint32_t n = static_cast<uint32_t>(std::min(mentions, 60.0));
           n > 0 && articles.size() < count; --n) {
        articles.push_back(MakeArticle(story));
      }
    }
    for (size_t i = articles.size(); i > 1; --i) {
      std::swap(articles[i - 1],
                articles[random_.Below(static_cast<uint32_t>(i))]);
    }
    for (size_t i = 0; i < articles.size(); ++i) {
      articles[i].id = absl::StrFormat("a%06d", i);
    }
    return articles;
  }

 private:
  // What a fact is told with: its wordings, and what fills them.
  struct Fact {
    const Strings* wordings = nullptr;
    Slots slots;
  };
  struct Story {
    uint32_t number = 0;
    std::vector<Fact> facts;
    Slots slots;
    int month = 0;  // from 0
    int day = 0;    // 3 to 26
  };

  // Names come back: a new one is made up ever more rarely.
  std::string Name(const char* ending) {
    ++names_wanted_;
    const double known = 4 * std::pow(static_cast<double>(names_wanted_), 0.7);
    return MadeUpName(ending, random_.Below(static_cast<uint32_t>(known) + 1));
  }

  // Common nouns come back as names do: the listed ones, which are frequent, and
  // then ever rarer ones made of two.
  std::string Noun() {
    const Strings& nouns = TheLanguage().words.at("noun");
    ++nouns_wanted_;
    const double known = 20 * std::pow(static_cast<double>(nouns_wanted_), 0.6);
    const uint32_t index = random_.Below(static_cast<uint32_t>(known) + 1);
    if (random_.Chance(50) || index < nouns.size()) {
      return nouns[random_.Below(static_cast<uint32_t>(nouns.size()))];
    }
    SplitMix random(index * 2 + 1);
    const std::string& first =
        nouns[random.Below(static_cast<uint32_t>(nouns.size()))];
    return absl::StrCat(
        first, nouns[random.Below(static_cast<uint32_t>(nouns.size()))]);
  }

  Story MakeStory() {
    constexpr size_t kOwnFacts = 4;
    constexpr size_t kLooseFacts = 4;
    Story story;
    story.number = stories_++;
    story.month = static_cast<int>(random_.Below(12));
    story.day = 3 + static_cast<int>(random_.Below(24));
    Slots& s = story.slots;
    s['p'] = Name("person_end");
    s['P'] = absl::StrCat(Pick("given", &random_), " ", s['p']);
    s['q'] = Name("person_end");
    s['Q'] = absl::StrCat(Pick("given", &random_), " ", s['q']);
    s['R'] = Pick("role", &random_);
    s['T'] = Name("end");
    s['C'] = Pick("country", &random_);
    s['O'] = absl::StrCat(Name("end"), " ", Pick("organisation", &random_));
    const absl::CivilDay day(kYear, story.month + 1, story.day);
    s['D'] = absl::StrCat(kMonths[story.month], " ", story.day);
    s['W'] = kWeekdays[static_cast<int>(absl::GetWeekday(day))];
    s['H'] = absl::StrFormat("%d:%02d %s", 1 + random_.Below(12),
                             5 * random_.Below(12),
                             random_.Chance(50) ? "a.m." : "p.m.");
    FillFresh(&s);
    // Of what is told of a quake or a trial each story has a part.
    const std::vector<StoryKind>& kinds = TheLanguage().kinds;
    const StoryKind& kind =
        kinds[random_.Below(static_cast<uint32_t>(kinds.size()))];
    size_t wanted = std::min(kOwnFacts, kind.size());
    for (size_t f = 0; f < kind.size() && wanted > 0; ++f) {
      const size_t left = kind.size() - f;
      if (random_.Below(static_cast<uint32_t>(left)) >= wanted) continue;
      --wanted;
      story.facts.push_back({&kind[f], s});
    }
    for (size_t n = 0; n < kLooseFacts; ++n) {
      story.facts.push_back(LooseFact(s));
    }
    return story;
  }

  Fact LooseFact(const Slots& of_story) {
    const StoryKind& loose = TheLanguage().loose;
    Fact fact;
    fact.wordings = &loose[random_.Below(static_cast<uint32_t>(loose.size()))];
    fact.slots = of_story;
    FillFresh(&fact.slots);
    return fact;
  }

  // What each fact may have of its own.
  void FillFresh(Slots* slots) {
    Slots& s = *slots;
    s['T'] = s['T'].empty() || random_.Chance(50) ? Name("end") : s['T'];
    s['U'] = Name("end");
    s['K'] = Name("end");
    s['n'] = Noun();
    s['m'] = Noun();
    s['a'] = Pick("adjective", &random_);
    s['v'] = Pick("verb", &random_);
    for (char slot : {'1', '2', '3', '4', '5', '%', '$', '#'}) {
      s[slot] = Number(slot);
    }
    s['Y'] = absl::StrCat(1950 + random_.Below(70));
    s['X'] = Saying();
    s['Z'] = Saying();
  }

  std::string Number(char slot) {
    switch (slot) {
      case '1':
        return random_.Chance(30) ? kSmallNumbers[random_.Below(8)]
                                  : absl::StrCat(10 + random_.Below(40));
      case '2':
        return absl::StrCat(10 + random_.Below(30));
      case '3':
        return absl::StrCat(30 + random_.Below(170));
      case '4':
        return WithCommas(200 + random_.Below(1800));
      case '5':
        return WithCommas(2000 + random_.Below(90000));
      case '%':
        return random_.Chance(50)
                   ? absl::StrCat(1 + random_.Below(60))
                   : absl::StrFormat("%d.%d", 1 + random_.Below(60),
                                     1 + random_.Below(9));
      case '$':
        return absl::StrFormat("$%d.%d %s", 1 + random_.Below(90),
                               1 + random_.Below(9),
                               random_.Chance(70) ? "million" : "billion");
      default:
        return absl::StrCat(3 + random_.Below(60));
    }
  }

  std::string Saying() {
    std::string saying = Pick("opinion", &random_);
    absl::StrAppend(&saying, " the ", Pick("adjective", &random_), " ",
                    Noun(), " that ", Pick("verb", &random_),
                    " the ", Noun(), " ",
                    Pick("place_phrase", &random_));
    saying[0] = static_cast<char>(std::toupper(saying[0]));
    return saying;
  }

  // A sentence without a value.
  std::string Filler() {
    const Strings& patterns = TheLanguage().filler;
    const std::string& pattern =
        patterns[random_.Below(static_cast<uint32_t>(patterns.size()))];
    std::string out;
    for (size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != '$') {
        out += pattern[i];
        continue;
      }
      switch (pattern[++i]) {
        case 'n': out += Noun(); break;
        case 'a': out += Pick("adjective", &random_); break;
        case 'v': out += Pick("verb", &random_); break;
        case 'b': out += Pick("adverb", &random_); break;
        case 'l': out += Pick("place_phrase", &random_); break;
        case 't': out += Pick("tail", &random_); break;
        default: out += Name("end");
      }
    }
    return out;
  }

  static std::string Fill(const std::string& wording, const Slots& slots) {
    std::string out;
    for (size_t i = 0; i < wording.size(); ++i) {
      if (wording[i] == '.' && !out.empty() && out.back() == '.') {
        continue;  // "at 5 a.m."
      }
      if (wording[i] != '$') {
        out += wording[i];
      } else {
        absl::StrAppend(&out, slots.at(wording[++i]));
      }
    }
    return out;
  }

  // Some figures of a fact as this article has them.
  void Change(const Story& story, Slots* slots) {
    for (char slot : {'1', '2', '3', '4', '5', '%', '$', '#'}) {
      if (random_.Chance(options_.changed_percent)) {
        (*slots)[slot] = Number(slot);
      }
    }
    if (random_.Chance(options_.changed_percent)) {
      (*slots)['D'] = absl::StrCat(kMonths[story.month], " ", story.day + 1);
    }
  }

  GeneratedArticle MakeArticle(const Story& story) {
    GeneratedArticle article;
    article.story = story.number;
    article.published = absl::StrFormat(
        "%d-%02d-%02d", kYear, story.month + 1,
        story.day + 1 + static_cast<int>(random_.Below(2)));
    article.text = absl::StrCat(Headline(story.slots), "\n\n");
    const double wanted = 3400 + random_.Below(1600);
    size_t in_paragraph = 0;
    // An article tells its story, and then what nobody else does.
    for (size_t f = 0; article.text.size() < wanted; ++f) {
      Fact fact =
          f < story.facts.size() ? story.facts[f] : LooseFact(story.slots);
      Change(story, &fact.slots);
      const Strings& wordings = *fact.wordings;
      AddSentence(Fill(wordings[random_.Below(static_cast<uint32_t>(
                           wordings.size()))],
                       fact.slots),
                  &in_paragraph, &article.text);
      for (int chance = options_.filler_percent; chance > 0; chance -= 100) {
        if (random_.Chance(chance)) {
          AddSentence(Filler(), &in_paragraph, &article.text);
        }
      }
    }
    article.text += '\n';
    return article;
  }

  std::string Headline(const Slots& slots) {
    return absl::StrCat(slots.at('O'), " faces questions over ",
                        slots.at('a'), " ", slots.at('n'), " in ",
                        slots.at('T'));
  }

  void AddSentence(const std::string& sentence, size_t* in_paragraph,
                   std::string* text) {
    if (*in_paragraph == 3 || (*in_paragraph > 0 && random_.Chance(30))) {
      *text += "\n\n";
      *in_paragraph = 0;
    }
    if (*in_paragraph > 0) *text += ' ';
    *text += sentence;
    ++*in_paragraph;
  }

  const CorpusOptions options_;
  SplitMix random_;
  uint32_t stories_ = 0;
  uint64_t names_wanted_ = 0;
  uint64_t nouns_wanted_ = 0;
};

}  // namespace

std::vector<GeneratedArticle> GenerateArticles(size_t articles,
                                               const CorpusOptions& options) {
  return Generator(options).Make(articles);
}

std::string GenerateText(size_t bytes, const CorpusOptions& options) {
  std::string text;
  for (const GeneratedArticle& article :
       GenerateArticles(bytes / 3400 + 1, options)) {
    if (text.size() >= bytes) break;
    absl::StrAppend(&text, article.text, "\n\n");
  }
  return text;
}

}  // namespace claimcheck
