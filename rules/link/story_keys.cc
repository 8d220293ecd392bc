#include "rules/link/story_keys.h"

#include <algorithm>
#include <array>

#include "absl/types/span.h"
#include "rules/link/same_value.h"

namespace claimcheck {
namespace {

// Where both texts give it in their first sentences.
constexpr int kOpening = 45;

bool Opens(const KeyedValue& item) { return item.at.sentence < 2; }

// What the first sentences give as the sum or the number of the story.
bool OpenBoth(const KeyedValue& a, const KeyedValue& b) {
  return a.kind == ValueKind::kFigure && Opens(a) && Opens(b) &&
         a.names.close && b.names.close;
}

// Which values of a text say something else of one kind of thing.  The words around
// two of one sentence are the same: each two are held against each other once.
class Contradictions {
 public:
  Contradictions(const StoryContext& story,
                 const std::vector<KeyedValue>& values)
      : story_(story),
        values_(values),
        known_(values.size() * values.size(), kNotAsked) {}

  bool Hold(uint32_t a, uint32_t b) {
    Answer& answer = known_[a * values_.size() + b];
    if (answer == kNotAsked) {
      answer = OneKind(story_, values_[a], values_[b]) &&
                       !SameValue(story_, values_[a], values_[b])
                   ? kYes
                   : kNo;
    }
    return answer == kYes;
  }

 private:
  enum Answer : uint8_t { kNotAsked, kNo, kYes };
  const StoryContext& story_;
  const std::vector<KeyedValue>& values_;
  std::vector<Answer> known_;
};

// Keeps of the keys of one id, which stand by value, those of values that no other
// value with the key contradicts.
void KeepTelling(absl::Span<const TellingKey> of_id,
                 Contradictions* contradictions, KeyedText* text) {
  const auto tells = [&](uint32_t value) {
    for (size_t k = 0; k < of_id.size(); ++k) {
      const uint32_t other = of_id[k].value;
      if (other == value || (k > 0 && of_id[k - 1].value == other)) continue;
      if (contradictions->Hold(other, value)) return false;
    }
    return true;
  };
  const bool only = of_id.front().value == of_id.back().value;
  bool told = only;
  for (size_t k = 0; k < of_id.size(); ++k) {
    const TellingKey& key = of_id[k];
    if (!only && (k == 0 || of_id[k - 1].value != key.value)) {
      told = tells(key.value);
    }
    if (!told) continue;
    text->telling.push_back(key);
    text->ids.Add(key.key.id);
  }
}

}  // namespace

KeyedText ReadKeyedText(const StoryContext& story, uint32_t d) {
  KeyedText read;
  read.values = ReadKeyedValues(story, d);
  std::vector<TellingKey> all;
  std::vector<uint64_t> order;  // the id, then the place in `all`
  for (uint32_t i = 0; i < read.values.size(); ++i) {
    for (const ValueKey& key : read.values[i].keys) {
      order.push_back(uint64_t{key.id} << 32 | all.size());
      all.push_back({i, key});
    }
  }
  // Of two words that weigh alike the one that the value has first.
  std::sort(order.begin(), order.end());
  Contradictions contradictions(story, read.values);
  std::vector<TellingKey> of_id;
  for (size_t i = 0; i < order.size();) {
    of_id.clear();
    const uint64_t id = order[i] >> 32;
    for (; i < order.size() && order[i] >> 32 == id; ++i) {
      of_id.push_back(all[static_cast<uint32_t>(order[i])]);
    }
    KeepTelling(of_id, &contradictions, &read);
  }
  read.ids.Finish();
  return read;
}

std::vector<KeyMatch> MatchKeys(const StoryContext& story,
                                const KeyedText& left,
                                const KeyedText& right) {
  // What two values share, by the words of the left one.
  struct Meeting {
    KeyMatch match;
    std::array<uint16_t, kMostWords> of_word{};
  };
  constexpr uint32_t kUnlike = kNone - 1;  // not comparable
  std::vector<Meeting> meetings;
  const size_t columns = right.values.size();
  std::vector<uint32_t> meeting_of(left.values.size() * columns, kNone);
  const auto meet = [&](const TellingKey& a, const TellingKey& b) {
    uint32_t& at = meeting_of[a.value * columns + b.value];
    if (at == kNone) {
      at = kUnlike;
      if (Comparable(story, left.values[a.value], right.values[b.value])) {
        at = static_cast<uint32_t>(meetings.size());
        meetings.emplace_back();
        meetings.back().match.left = a.value;
        meetings.back().match.right = b.value;
      }
    }
    if (at == kUnlike) return;
    Meeting& meeting = meetings[at];
    uint16_t& of_word = meeting.of_word[a.key.word];
    if (of_word != 0) return;
    of_word = std::min(a.key.weight, b.key.weight);
    meeting.match.shared += of_word;
    meeting.match.event |= a.key.event && b.key.event;
    meeting.match.framed |= a.key.word == kFrameWord && b.key.word == kFrameWord;
  };
  IdIndex::Join(left.ids, right.ids, [&](IdIndex::Range mine, IdIndex::Range theirs) {
    for (uint32_t i = mine.begin; i < mine.end; ++i) {
      for (uint32_t k = theirs.begin; k < theirs.end; ++k) {
        // Of one value the heaviest.
        if (k > theirs.begin &&
            right.telling[k - 1].value == right.telling[k].value) {
          continue;
        }
        meet(left.telling[i], right.telling[k]);
      }
    }
  });
  std::vector<KeyMatch> matches;
  for (const Meeting& meeting : meetings) {
    if (meeting.match.shared == 0) continue;
    matches.push_back(meeting.match);
    if (OpenBoth(left.values[meeting.match.left],
                 right.values[meeting.match.right])) {
      matches.back().shared += kOpening;
    }
  }
  std::sort(matches.begin(), matches.end(),
            [](const KeyMatch& a, const KeyMatch& b) {
              return a.left != b.left ? a.left < b.left : a.right < b.right;
            });
  return matches;
}

}  // namespace claimcheck
