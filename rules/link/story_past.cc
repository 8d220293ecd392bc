// An earlier disaster that two texts recall with two dates: by a name that stands
// nowhere else in either text, or by what it took.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/calendar.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_context.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

// Tokens between a date and the name or the figure, and from those to the word that says
// what happened.
constexpr uint32_t kReach = 10;
constexpr uint32_t kMostMentions = 2;
constexpr Decimal kTelling = {100, 0};  // fewer may have died twice

struct Recalled {
  SentenceRef at;
  uint32_t time = 0;
  uint32_t name = kNone;      // corpus-wide
  uint32_t quantity = kNone;  // index
  Span span;
};
struct PastEvents {
  std::vector<Recalled> all;
};

uint32_t Gap(TokenRange a, TokenRange b) {
  return a.end <= b.begin ? b.begin - a.end : b.end <= a.begin ? a.begin - b.end : 0;
}

int32_t YearOf(const TimeValue& time) {
  return DateOfDay(DayOfSecond(*time.range.first)).year;
}

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)) {}

  std::vector<Recalled> Read() const {
    std::vector<Recalled> found;
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      const uint32_t t = OnlyPastTime(s);
      if (t == kNone || !UsableSentence(doc_, s)) continue;
      ReadNames(s, t, &found);
      ReadFigures(s, t, &found);
    }
    return found;
  }

 private:
  // The one date of another year that a sentence has.
  uint32_t OnlyPastTime(uint32_t s) const {
    uint32_t only = kNone;
    for (const TimeMention& time : MentionsIn(doc_.times, s)) {
      if (!time.value.range.first || !time.value.year_written ||
          time.value.kind == TimeKind::kDuration) {
        continue;
      }
      if (only != kNone || (doc_.date.known && YearOf(time.value) >= doc_.date.year) ||
          time.value.grain > Grain::kYear) {
        return kNone;
      }
      only = static_cast<uint32_t>(&time - doc_.times.data());
    }
    return only;
  }

  bool Near(const WordSet& words, TokenRange sentence, TokenRange of) const {
    const uint32_t begin = of.begin > sentence.begin + kReach ? of.begin - kReach
                                                              : sentence.begin;
    const uint32_t end = std::min(sentence.end, of.end + kReach);
    for (uint32_t t = begin; t < end; ++t) {
      if (words.Contains(doc_.text.tokens[t].word)) return true;
    }
    return false;
  }

  void ReadNames(uint32_t s, uint32_t t, std::vector<Recalled>* found) const {
    const TimeMention& time = doc_.times[t];
    const TokenRange sentence = doc_.text.sentences[s].tokens;
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (name.form != NameMention::kName || name.entity == kNone ||
          doc_.entities[name.entity].mentions > kMostMentions ||
          // There is more than one flood in a country.
          !doc_.entities[name.entity].country.empty() ||
          story_.InLead({d_, s}) || Gap(name.tokens, time.tokens) > kReach ||
          !Near(words::kCalamityWords, sentence, name.tokens)) {
        continue;
      }
      found->push_back({{d_, s}, t, story_.corpus().GlobalEntity(d_, name.entity), kNone,
                        name.span.Hull(time.span)});
    }
  }

  void ReadFigures(uint32_t s, uint32_t t, std::vector<Recalled>* found) const {
    const TimeMention& time = doc_.times[t];
    const TokenRange sentence = doc_.text.sentences[s].tokens;
    for (const QuantityMention& q : MentionsIn(doc_.quantities, s)) {
      if (q.value.written < kTelling || q.value.ordinal ||
          (q.value.unit.empty() && q.value.counted.empty()) ||
          Gap(q.tokens, time.tokens) > kReach ||
          !Near(words::kLossWords, sentence, q.tokens)) {
        continue;
      }
      found->push_back({{d_, s}, t, kNone,
                        static_cast<uint32_t>(&q - doc_.quantities.data()),
                        q.span.Hull(time.span)});
    }
  }

  const StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
};

// The text names the year, whatever happened then.
bool HasYear(const DocumentAnalysis& doc, int32_t year) {
  return std::any_of(doc.times.begin(), doc.times.end(), [&](const TimeMention& time) {
    return time.value.range.first && time.value.year_written &&
           YearOf(time.value) == year;
  });
}

}  // namespace

void ComparePast(StoryContext* story, const StoryPair& pair, std::vector<Detail>* out) {
  if (pair.left == pair.right) return;
  const auto read = [&](uint32_t d) -> const std::vector<Recalled>& {
    return story->Once<PastEvents>(d, [&] { return PastEvents{Reader(*story, d).Read()}; })
        .all;
  };
  const std::vector<Recalled>& left = read(pair.left);
  if (left.empty()) return;
  ToldPlaces told(*out);  // by this finder or another
  const DocumentAnalysis& doc_left = story->document(pair.left);
  const DocumentAnalysis& doc_right = story->document(pair.right);
  for (const Recalled& a : left) {
    for (const Recalled& b : read(pair.right)) {
      if (a.name != b.name || (a.name == kNone) != (b.name == kNone)) continue;
      const int32_t mine = YearOf(doc_left.times[a.time].value);
      const int32_t theirs = YearOf(doc_right.times[b.time].value);
      if (mine == theirs || HasYear(doc_left, theirs) || HasYear(doc_right, mine)) continue;
      if (a.name == kNone) {
        const QuantityValue& x = doc_left.quantities[a.quantity].value;
        const QuantityValue& y = doc_right.quantities[b.quantity].value;
        if (story->NamesDiffer(story->NamesAround(a.at, doc_left.times[a.time].tokens),
                               story->NamesAround(b.at, doc_right.times[b.time].tokens))) {
          continue;
        }
        if (x.written != y.written || x.unit != y.unit || x.counted != y.counted) continue;
      }
      if (told.Tells(pair.left, a.span, pair.right, b.span)) continue;
      out->push_back(StoryDetail(DetailKind::kWhen, Departure::kValue, a.at, a.span, b.at,
                                 b.span, 100));
    }
  }
}

}  // namespace claimcheck
