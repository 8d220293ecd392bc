// What reports of one event tell or deny in whichever words (acts.textproto): "the
// captain sent a distress call", "no mayday was ever sent"; and of two that exclude
// each other, which: "have dismissed the coach", "the coach had stepped down".

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/value/calendar.h"
#include "rules/link/act_person.h"
#include "rules/link/act_reader.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_context.h"
#include "rules/link/story_values.h"

namespace claimcheck {
namespace {

// Tenths of idf: of a word that two sentences have to share.
constexpr uint32_t kSharedIdf = 40;

class PairReader {
 public:
  PairReader(StoryContext* story, const StoryPair& pair)
      : story_(*story), pair_(pair) {}

  void Compare(std::vector<Detail>* out) {
    const std::vector<Act>& left = ActsOf(&story_, pair_.left);
    const std::vector<Act>& right = ActsOf(&story_, pair_.right);
    for (size_t i = 0, j = 0; i < left.size() && j < right.size();) {
      if (left[i].id != right[j].id) {
        ++(left[i].id < right[j].id ? i : j);
        continue;
      }
      const uint32_t id = left[i].id;
      size_t end_i = i, end_j = j;
      while (end_i < left.size() && left[end_i].id == id) ++end_i;
      while (end_j < right.size() && right[end_j].id == id) ++end_j;
      CompareAct(absl::MakeConstSpan(left).subspan(i, end_i - i),
                 absl::MakeConstSpan(right).subspan(j, end_j - j), out);
      i = end_i;
      j = end_j;
    }
  }

 private:
  // All that two texts tell of one act; one difference is enough.
  void CompareAct(absl::Span<const Act> left, absl::Span<const Act> right,
                  std::vector<Detail>* out) {
    for (const Act& a : left) {
      for (const Act& b : right) {
        const auto known = [&] { return KnowsOf(left, b) || KnowsOf(right, a); };
        const bool each = a.entry->HasTag("each");
        if (!Differ(a, b) || (!each && known()) || !OfOne(a, b) ||
            (each && known())) {
          continue;
        }
        const bool done = a.entry->HasTag("thing") || b.entry->HasTag("thing");
        out->push_back(StoryDetail(
            DetailKind::kWords,
            done ? Departure::kNegation : Departure::kOpposite, a.at, SpanOf(a),
            b.at, SpanOf(b), 75));
        return;
      }
    }
  }

  bool Differ(const Act& a, const Act& b) const {
    const uint32_t mixed = WordHash("mixed");
    if (a.value == b.value || a.value == mixed || b.value == mixed) return false;
    // Plans change, and what is not so yet may be so the day after.
    const bool strong = a.entry->HasTag("strong") && b.entry->HasTag("strong");
    if ((strong || a.early != b.early) && !story_.OfOneState(pair_)) return false;
    const auto day_a = story_.Day(a.at.document), day_b = story_.Day(b.at.document);
    if (a.early != b.early) {
      if (!day_a || !day_b) return false;
      if (a.early ? *day_a <= *day_b : *day_b <= *day_a) return false;
    }
    if (a.entry->HasTag("dated") &&
        (story_.YearHere(a.at) == 0 || story_.YearHere(b.at) == 0)) {
      return false;
    }
    // Nobody leaves an office twice; the sea is calm on one day and rough on another.
    if (!strong && !IsOfSomebody(a) && OnOtherDays(a, b)) return false;
    return strong || PastYear(a) == PastYear(b) || YearOf(a) == YearOf(b);
  }

  // What opens a paragraph behind a longer one tells of no year of that one.
  int32_t PastYear(const Act& act) const {
    constexpr uint32_t kLonger = 2;
    const auto& sentences = Doc(act).text.sentences;
    const uint32_t s = act.at.sentence;
    const auto in_one = [&](uint32_t a, uint32_t b) {
      return sentences[a].paragraph == sentences[b].paragraph;
    };
    if (s >= kLonger && !in_one(s, s - 1) && in_one(s - 1, s - kLonger)) {
      return story_.YearHere(act.at);
    }
    // "It was painted in 1631 and taken on Monday.  The alarm sounded."
    return s > 0 && MentionsIn(Doc(act).times, s).empty() && SpeaksOfToday(act, s - 1)
               ? 0
               : story_.PastYear(act.at);
  }
  bool SpeaksOfToday(const Act& act, uint32_t s) const {
    constexpr int64_t kFewDays = 4;
    const auto day = story_.Day(act.at.document);
    if (!day) return false;
    for (const TimeMention& time : MentionsIn(Doc(act).times, s)) {
      if (ClockMinute(time.value) ||
          (time.value.range.first && time.value.kind != TimeKind::kDuration &&
           DayOfSecond(*time.value.range.first) >= *day - kFewDays)) {
        return true;
      }
    }
    return false;
  }

  // Each sentence names a day, and none of one is one of the other's.
  bool OnOtherDays(const Act& a, const Act& b) const {
    bool both = false;
    for (const TimeMention& x : MentionsIn(Doc(a).times, a.at.sentence)) {
      if (!Names(Doc(a), x)) continue;
      for (const TimeMention& y : MentionsIn(Doc(b).times, b.at.sentence)) {
        if (!Names(Doc(b), y)) continue;
        both = true;
        if (*x.value.range.first <= *y.value.range.last &&
            *y.value.range.first <= *x.value.range.last) {
          return false;
        }
      }
    }
    return both;
  }
  static bool Names(const DocumentAnalysis& doc, const TimeMention& time) {
    constexpr int64_t kLongest = 2 * kSecondsPerDay;
    return time.value.range.first && time.value.range.last &&
           *time.value.range.last - *time.value.range.first <= kLongest &&
           time.value.kind != TimeKind::kDuration && !IsReference(doc, time);
  }

  // A text that tells the other value too knows of a dispute, or of two things.
  bool KnowsOf(absl::Span<const Act> told, const Act& other) {
    const uint32_t mixed = WordHash("mixed");
    // Of what is told of one after the other those count that are of the same.
    const bool each = other.entry->HasTag("each");
    return std::any_of(told.begin(), told.end(), [&](const Act& act) {
      return (act.value == other.value || act.value == mixed) &&
             (!each || OfOne(act, other));
    });
  }

  int32_t YearOf(const Act& act) const {
    const int32_t year = PastYear(act);
    const auto day = story_.Day(act.at.document);
    return year == 0 && day ? DateOfDay(*day).year : year;
  }

  bool OfOne(const Act& a, const Act& b) {
    if ((a.entry->HasTag("shared") || b.entry->HasTag("shared")) &&
        !ShareWord(a, b)) {
      return false;
    }
    // What prosecutors will do, the other side need not.
    if (a.entry->HasTag("strong") && OfProsecutors(a) != OfProsecutors(b)) {
      return false;
    }
    const bool of_somebody = IsOfSomebody(a) && IsOfSomebody(b);
    if (of_somebody) {
      return story_.syntax() && (OfOnePerson(&story_, a, b) || OfOneYear(a, b));
    }
    const NamesNear near_a = story_.NamesAround(a.at, a.words);
    const NamesNear near_b = story_.NamesAround(b.at, b.words);
    return !near_a.close || !near_b.close || !story_.NamesDiffer(near_a, near_b);
  }

  // "Was dismissed in 2019", "he gave notice in 2019", of somebody without a name.
  bool OfOneYear(const Act& a, const Act& b) const {
    const int32_t year = story_.YearHere(a.at);
    return year != 0 && year == story_.YearHere(b.at) && OfPronoun(a) && OfPronoun(b);
  }
  bool OfPronoun(const Act& act) const {
    const TokenRange sentence = story_.sources().Tokens(act.at);
    return IsOneOf(Doc(act).text.Folded(sentence.begin), {"he", "she"});
  }

  bool OfProsecutors(const Act& act) const {
    const TokenRange tokens = story_.sources().Tokens(act.at);
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (absl::StartsWith(Doc(act).text.Folded(t), "prosecut")) return true;
    }
    return false;
  }

  static bool IsOfSomebody(const Act& act) {
    return act.entry->HasTag("subject") || act.entry->HasTag("patient");
  }

  bool ShareWord(const Act& a, const Act& b) const {
    const DraftWords& words_a = story_.words(a.at.document);
    const DraftWords& words_b = story_.words(b.at.document);
    const TokenRange in_a = story_.sources().Tokens(a.at);
    const TokenRange in_b = story_.sources().Tokens(b.at);
    for (uint32_t x = in_a.begin; x < in_a.end; ++x) {
      const DraftWord& word = words_a.words[x];
      if (!word.Is(DraftWord::kContent) || word.idf < kSharedIdf ||
          (word.Is(DraftWord::kCapital) && !a.entry->HasTag("named")) ||
          a.words.Contains(x)) {
        continue;
      }
      for (uint32_t y = in_b.begin; y < in_b.end; ++y) {
        if (words_b.words[y].stem == word.stem && !b.words.Contains(y)) return true;
      }
    }
    return false;
  }

  const DocumentAnalysis& Doc(const Act& act) const {
    return story_.document(act.at.document);
  }

  Span SpanOf(const Act& act) const {
    return story_.document(act.at.document).text.SpanOf(act.words);
  }

  StoryContext& story_;
  const StoryPair pair_;
};

}  // namespace

void CompareActs(StoryContext* story, const StoryPair& pair,
                 std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  PairReader(story, pair).Compare(out);
}

}  // namespace claimcheck
