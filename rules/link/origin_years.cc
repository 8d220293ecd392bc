#include "rules/link/origin_years.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/time_value.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

// Tokens from a verb or a contract to its year, to what is founded and to whom it is of.
constexpr uint32_t kYearReach = 11;
constexpr uint32_t kThingReach = 5;
constexpr uint32_t kOwnerReach = 10;

class YearReader {
 public:
  explicit YearReader(OriginText* text) : text_(*text), doc_(text->doc()) {}

  void Read(uint32_t s) {
    const TokenRange tokens = doc_.text.sentences[s].tokens;
    for (const TimeMention& time : MentionsIn(doc_.times, s)) {
      if (!time.value.year_written || !YearOfOrigin(time) ||
          time.value.kind == TimeKind::kDuration || time.value.grain > Grain::kYear) {
        continue;
      }
      ReadFounded(s, tokens, time);
      ReadContract(s, tokens, time);
    }
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }

  // "Founded in 1947", "started the firm with one oven in 1951".
  void ReadFounded(uint32_t s, TokenRange sentence, const TimeMention& time) {
    if (!time.value.mod.empty()) return;
    const uint32_t begin = time.tokens.begin;
    const uint32_t first = begin > sentence.begin + kYearReach ? begin - kYearReach
                                                               : sentence.begin;
    for (uint32_t t = begin; t-- > first;) {
      // Another time or clause is nearer.
      if (doc_.text.IsChar(t, ';') || doc_.text.IsChar(t, ':')) return;
      const uint32_t word = doc_.text.tokens[t].word;
      const bool founded = words::kFoundingVerbs.Contains(word) ||
                           (Word(t) == "set" && Word(t + 1) == "up");
      const bool opened = OpensThing(sentence, t, begin);
      if (!founded && !opened &&
          !(words::kFoundingStarts.Contains(word) && StartsThing(t, begin))) {
        continue;
      }
      std::vector<uint32_t> of = Owners(s, t, begin);
      if ((founded || opened) && of.empty() && IsOfTheFirm(sentence, t)) of.push_back(kTheFirm);
      if (!founded && !opened) {
        const uint32_t firm = text_.MostNamed(/*persons=*/false);
        if (firm != kNone) of.push_back(text_.Global(firm));
      }
      std::sort(of.begin(), of.end());
      text_.Add(s, OriginKind::kFounded, std::move(of), kNone, *YearOfOrigin(time),
                doc_.text.tokens[t].span.Hull(time.span));
      return;
    }
  }
  bool StartsThing(uint32_t verb, uint32_t end) const {
    for (uint32_t t = verb + 1; t < end && t <= verb + kThingReach; ++t) {
      if (words::kFoundedThings.Contains(doc_.text.tokens[t].word)) return true;
    }
    return false;
  }
  // "The shop, which opened in 1878", "has been in business since 1878".
  bool OpensThing(TokenRange sentence, uint32_t t, uint32_t year) const {
    if (year != t + 2) return false;
    if (Word(t) == "business") return t > sentence.begin && Word(t - 1) == "in" && Word(t + 1) == "since";
    return Word(t) == "opened" && Word(t + 1) == "in" && IsOfTheFirm(sentence, t);
  }
  // "The shop, founded", "the house, which opened".
  bool IsOfTheFirm(TokenRange sentence, uint32_t verb) const {
    uint32_t t = verb;
    while (t > sentence.begin && IsOneOf(Word(t - 1), {",", "which", "was", "that"})) --t;
    return t > sentence.begin + 1 && IsOneOf(Word(t - 2), {"the", "its"}) &&
           (words::kFoundedThings.Contains(doc_.text.tokens[t - 1].word) ||
            IsOneOf(Word(t - 1), {"shop", "store", "house", "hotel", "restaurant", "factory",
                                  "mine", "museum", "theatre", "hospital", "pit"}));
  }

  // Who and what is named close to the verb.
  std::vector<uint32_t> Owners(uint32_t s, uint32_t verb, uint32_t end) const {
    std::vector<uint32_t> of;
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (name.entity == kNone || text_.TypeOf(name) == NameType::kPlace ||
          name.tokens.end + kOwnerReach < verb ||
          name.tokens.begin > end + kOwnerReach) {
        continue;
      }
      of.push_back(text_.Global(name.entity));
    }
    return of;
  }

  // "Under contract until June 2020", "a deal that had until 2021 to run".
  void ReadContract(uint32_t s, TokenRange sentence, const TimeMention& time) {
    if (!RunsUntil(sentence, time)) return;
    uint32_t contract = kNone;
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const uint32_t word = doc_.text.tokens[t].word;
      if (words::kContractNews.Contains(word)) return;
      if (words::kContractWords.Contains(word) && t + kYearReach >= time.tokens.begin &&
          t < time.tokens.begin) {
        contract = t;
      }
    }
    if (contract == kNone) return;
    std::vector<uint32_t> of;
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (name.entity != kNone && MayBePerson(text_.TypeOf(name)) &&
          name.tokens.begin < contract) {
        of = {text_.Global(name.entity)};
      }
    }
    if (of.empty()) {
      const uint32_t most = text_.MostNamed(/*persons=*/true);
      if (most != kNone) of = {text_.Global(most)};
    }
    text_.Add(s, OriginKind::kContract, std::move(of), kNone, *YearOfOrigin(time),
              doc_.text.tokens[contract].span.Hull(time.span));
  }
  bool RunsUntil(TokenRange sentence, const TimeMention& time) const {
    const uint32_t begin = time.tokens.begin;
    const uint32_t first = begin > sentence.begin + 4 ? begin - 4 : sentence.begin;
    for (uint32_t t = first; t <= begin; ++t) {
      if (IsOneOf(Word(t), {"until", "till", "through", "expires", "expire", "expiring",
                            "runs", "ends", "expired"}) ||
          (t + 1 == begin && Word(t) == "to") ||
          (t + 1 < begin && Word(t) == "runs" && Word(t + 1) == "out")) {
        return true;
      }
    }
    return false;
  }

  OriginText& text_;
  const DocumentAnalysis& doc_;
};

}  // namespace

void ReadOriginYears(uint32_t sentence, OriginText* text) {
  YearReader(text).Read(sentence);
}

}  // namespace claimcheck
