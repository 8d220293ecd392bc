#include "rules/link/stated_values.h"

#include <algorithm>
#include <optional>

#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/figure_kinds.h"
#include "rules/link/same_value.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/stated_wordings.h"

namespace claimcheck {
namespace {

// Of whom somebody is the father or the mother.
constexpr ValueFacet kChildren = {"children", F::kCount, false, kLasting, false,
                                  kFew};
// "Three weeks later the firm won the order worth 63 million euros".
constexpr ValueFacet kElapsed = {"elapsed", F::kSpan, false, kLasting};

std::optional<ValueFacet::Of> DimensionOf(const QuantityValue& value) {
  if (value.dimension == "money") return F::kMoney;
  if (value.dimension == "percent") return F::kPercent;
  if (value.dimension == "mass") return F::kMass;
  if (value.dimension == "length") return F::kLength;
  if (value.dimension == "speed") return F::kSpeed;
  if (value.dimension.empty() || value.dimension == "count") return F::kCount;
  return std::nullopt;
}

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)), words_(story.words(d)) {}

  std::vector<StatedValue> Read() {
    for (uint32_t q = 0; q < doc_.quantities.size(); ++q) {
      const QuantityMention& mention = doc_.quantities[q];
      const QuantityValue& value = mention.value;
      const auto of = DimensionOf(value);
      if (!of || value.ordinal || value.hedge == HedgeKind::kVague ||
          value.change == ChangeKind::kFrom ||
          !UsableSentence(doc_, mention.sentence)) {
        continue;
      }
      value_ = mention.tokens;
      sentence_ = doc_.text.sentences[mention.sentence].tokens;
      if (*of == F::kCount) value_.end = NumberEnd(mention);
      StatedValue stated;
      stated.at = {d_, mention.sentence};
      stated.mention = q;
      stated.number = value.written;
      if (value.factor) {
        const auto base = Multiply(value.written, *value.factor);
        if (base.ok()) stated.number = *base;
      }
      stated.about = value.hedge != HedgeKind::kNone &&
                     value.hedge != HedgeKind::kExactly;
      stated.where = mention.span;
      if (*of == F::kCount && CountsChildren(mention)) {
        Add(kChildren, stated);
        continue;
      }
      head_ = mention.head;
      Find(*of, &stated);
    }
    for (uint32_t t = 0; t < doc_.times.size(); ++t) {
      const TimeMention& mention = doc_.times[t];
      if (!UsableSentence(doc_, mention.sentence)) continue;
      value_ = mention.tokens;
      TimeValue length = mention.value;
      // "Three weeks later" is read as a day.
      const bool later = words::kStatedAfterwards.Contains(
          doc_.text.tokens[value_.end - 1].word);
      if (later) {
        --value_.end;
        if (!length.amount) ReadLength(&length);
      } else if (length.kind != TimeKind::kDuration || length.range.first) {
        continue;
      }
      if (!length.amount) continue;
      sentence_ = doc_.text.sentences[mention.sentence].tokens;
      head_ = kNone;
      StatedValue stated;
      stated.at = {d_, mention.sentence};
      stated.span = true;
      stated.mention = t;
      stated.number = Hours(length);
      if (stated.number.significand == 0) continue;
      stated.about = length.mod == "APPROX";
      stated.where = mention.span;
      if (IsElapsed()) stated.anchor = FigureBeside(mention.sentence);
      if (stated.anchor != 0) {
        Add(kElapsed, stated);
        continue;
      }
      Find(F::kSpan, &stated);
    }
    ReadOnlyChildren();
    return std::move(values_);
  }

 private:
  uint32_t NumberEnd(const QuantityMention& mention) const {
    uint32_t t = mention.tokens.begin;
    while (t < mention.tokens.end &&
           doc_.text.tokens[t].span.end <= mention.number.end) {
      ++t;
    }
    return std::max(t, mention.tokens.begin + 1);
  }

  // Behind these another clause or thing begins.
  bool Ends(uint32_t t) const {
    return doc_.text.IsChar(t, ';') || doc_.text.IsChar(t, ':') ||
           doc_.text.IsChar(t, ',') || doc_.text.IsChar(t, '(') ||
           doc_.text.IsChar(t, ')');
  }
  bool Before(const Cue& cue, bool across) const {
    if (cue.words == nullptr) return false;
    // Of the value itself too: "at least" may be of it.
    for (uint32_t t = value_.begin; t < value_.end; ++t) {
      if (cue.words->Contains(doc_.text.tokens[t].word)) return true;
    }
    for (uint32_t step = 1; step <= cue.reach; ++step) {
      if (value_.begin < sentence_.begin + step) return false;
      const uint32_t t = value_.begin - step;
      if (Ends(t) && !across) return false;
      if (cue.words->Contains(doc_.text.tokens[t].word)) return true;
    }
    return false;
  }
  bool After(const Cue& cue) const {
    if (cue.words == nullptr) return false;
    const uint32_t begin = head_ != kNone && head_ >= value_.end ? head_ + 1
                                                                 : value_.end;
    for (uint32_t t = value_.end; t < begin; ++t) {
      if (cue.words->Contains(doc_.text.tokens[t].word)) return true;
    }
    for (uint32_t t = begin; t < std::min(sentence_.end, begin + cue.reach); ++t) {
      if (Ends(t)) return false;
      if (cue.words->Contains(doc_.text.tokens[t].word)) return true;
    }
    return false;
  }
  bool InSentence(const WordSet& words) const {
    for (uint32_t t = sentence_.begin; t < sentence_.end; ++t) {
      if (words.Contains(doc_.text.tokens[t].word)) return true;
    }
    return false;
  }
  bool Near(const WordSet& words) const {
    constexpr uint32_t kReach = 5;
    const uint32_t from = value_.begin > sentence_.begin + kReach
                              ? value_.begin - kReach
                              : sentence_.begin;
    const uint32_t to = std::min(sentence_.end, value_.end + kReach);
    for (uint32_t t = from; t < to; ++t) {
      if (words.Contains(doc_.text.tokens[t].word)) return true;
    }
    return false;
  }

  void Find(ValueFacet::Of of, StatedValue* stated) {
    // "Two of the robbers": not all.
    if (of == F::kCount && head_ != kNone && PartOf()) return;
    for (const Wording& wording : kWordings) {
      if (wording.facet.of == of && Fits(wording, *stated)) {
        Add(wording.facet, *stated);
        return;
      }
    }
  }

  // "Three weeks" of "three weeks later", by its words.
  void ReadLength(TimeValue* length) const {
    const LexHit* number = doc_.lex.Find(value_.begin, Lex::kCardinal);
    if (number == nullptr || !number->entry->value) return;
    length->amount = *number->entry->value;
    length->unit = length->grain;
  }

  // "Three weeks later", "two days after".
  bool IsElapsed() const {
    return value_.end < sentence_.end &&
           words::kStatedAfterwards.Contains(doc_.text.tokens[value_.end].word);
  }

  // A sum or a number that is no round one and stands in the sentence, as an id.
  uint32_t FigureBeside(uint32_t sentence) const {
    for (const QuantityMention& q : MentionsIn(doc_.quantities, sentence)) {
      if (q.value.ordinal || q.value.written.significand < 11 ||
          (q.value.dimension != "money" && q.value.written < Decimal{100, 0})) {
        continue;
      }
      return static_cast<uint32_t>(q.value.written.significand) * 31 +
             static_cast<uint32_t>(q.value.written.exponent) * 17 +
             WordHash(q.value.unit);
    }
    return 0;
  }

  // "Leaves a wife and a daughter": one child, which is no number.
  void ReadOnlyChildren() {
    for (uint32_t t = 0; t + 2 < doc_.text.tokens.size(); ++t) {
      if (!words::kStatedSurvivedBy.Contains(doc_.text.tokens[t].word)) continue;
      const uint32_t sentence = doc_.text.sentence_of[t];
      sentence_ = doc_.text.sentences[sentence].tokens;
      if (!UsableSentence(doc_, sentence)) continue;
      constexpr uint32_t kReach = 8;
      uint32_t only = kNone;
      bool several = false;
      const uint32_t end = std::min(sentence_.end, t + kReach);
      for (uint32_t k = t + 1; k < end; ++k) {
        if (!words::kStatedOffspring.Contains(doc_.text.tokens[k].word)) continue;
        uint32_t first = k;
        while (first > t + 1 && words::kStatedOfChildren.Contains(
                                    doc_.text.tokens[first - 1].word)) {
          --first;
        }
        several |= only != kNone || !IsOneOf(doc_.text.Folded(first - 1),
                                             {"a", "one", "an", "only"});
        only = k;
      }
      if (only == kNone || several) continue;
      value_ = {only - 1, only + 1};
      StatedValue stated;
      stated.at = {d_, sentence};
      stated.mention = kNone;
      stated.number = Decimal{1, 0};
      stated.where = doc_.text.SpanOf(value_);
      Add(kChildren, stated);
      t = only;
    }
  }

  bool Fits(const Wording& wording, const StatedValue& stated) const {
    if (wording.facet.of == F::kCount) {
      if (head_ == kNone ? !wording.headless
                         : wording.heads != nullptr &&
                               !wording.heads->Contains(
                                   doc_.text.tokens[head_].word)) {
        return false;
      }
    }
    if ((wording.least == 0 ? stated.number.significand < 0
                            : stated.number < Decimal{wording.least, 0}) ||
        (wording.most != 0 && Decimal{wording.most, 0} < stated.number)) {
      return false;
    }
    const bool cued = wording.before.words == nullptr &&
                      wording.after.words == nullptr;
    if (!cued && !Before(wording.before, wording.across) &&
        !After(wording.after)) {
      return false;
    }
    return (wording.also == nullptr || InSentence(*wording.also)) &&
           (wording.next == nullptr ||
            (value_.end < sentence_.end &&
             wording.next->Contains(doc_.text.tokens[value_.end].word))) &&
           (wording.never == nullptr || !Near(*wording.never));
  }

  bool PartOf() const {
    for (uint32_t t = value_.end; t < head_; ++t) {
      if (doc_.text.Folded(t) == "of") return true;
    }
    return false;
  }

  // "A mother of two", "Marlowe's three children", "two sons and a daughter".
  bool CountsChildren(const QuantityMention& mention) const {
    if (GroupOf(doc_, mention) == ChildrenGroup()) return true;
    uint32_t t = value_.end;
    while (t < sentence_.end &&
           words::kStatedOfChildren.Contains(doc_.text.tokens[t].word)) {
      ++t;
    }
    if (t >= sentence_.end ||
        !words::kStatedOffspring.Contains(doc_.text.tokens[t].word)) {
      return false;
    }
    constexpr uint32_t kWhoseReach = 3;
    bool whose = false;
    for (uint32_t step = 1; step <= kWhoseReach; ++step) {
      if (value_.begin < sentence_.begin + step) break;
      const uint32_t k = value_.begin - step;
      if (Ends(k)) break;
      whose |= words::kStatedWhoseChildren.Contains(doc_.text.tokens[k].word);
    }
    if (!whose) return false;
    // Both kinds make the number.
    if (t + 2 < sentence_.end && doc_.text.Folded(t + 1) == "and") {
      for (uint32_t k = t + 2; k < std::min(sentence_.end, t + 5); ++k) {
        if (words::kStatedOffspring.Contains(doc_.text.tokens[k].word)) return false;
      }
    }
    return true;
  }

  // Said of what may be, before the value.
  bool InDoubt() const {
    bool said = false;  // "he said it would pay" is "it will pay"
    for (uint32_t t = sentence_.begin; t < value_.begin; ++t) {
      const absl::string_view word = doc_.text.Folded(t);
      said |= doc_.lex.Has(t, Lex::kSayVerb);
      if (IsOneOf(word, {"could", "might", "if"}) || (word == "would" && !said) ||
          // Not the month.
          (word == "may" && !words_.words[t].Is(DraftWord::kCapital))) {
        return true;
      }
    }
    return false;
  }

  void Add(const ValueFacet& facet, StatedValue stated) {
    stated.facet = &facet;
    stated.in_doubt = InDoubt();
    stated.definite = value_.begin > sentence_.begin &&
                      IsOneOf(doc_.text.Folded(value_.begin - 1),
                              {"the", "this", "that", "their", "his", "her", "its"});
    stated.names = story_.NamesAround(stated.at, value_);
    values_.push_back(std::move(stated));
  }

  const StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
  const DraftWords& words_;
  TokenRange sentence_;
  TokenRange value_;  // of a count the number alone
  uint32_t head_ = kNone;
  std::vector<StatedValue> values_;
};

}  // namespace

std::vector<StatedValue> ReadStatedValues(const StoryContext& story, uint32_t d) {
  return Reader(story, d).Read();
}

}  // namespace claimcheck
