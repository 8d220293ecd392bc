// Reads where the figures and times of sources stand, and asks for the figures.

#include "rules/link/value_support.h"

#include <algorithm>
#include <optional>

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "claims/text/word_table.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "rules/link/amount_support.h"
#include "rules/link/scores.h"
#include "rules/link/time_lengths.h"

namespace claimcheck {
namespace {

bool IsBefore(absl::string_view word) {
  return word == "last" || word == "previous" || word == "past" ||
         word == "preceding";
}

// What two of a kind are called, of whom a draft has the number.
constexpr FewWords kPairs({"pair", "duo", "couple", "twosome"});

// 1989 of "1988-89", "1988–89", "1988/89".
std::optional<uint32_t> SecondYearAt(const TokenizedText& text, uint32_t t) {
  constexpr uint32_t kCentury = 100;
  if (t + 2 >= text.tokens.size() || text.tokens[t].kind != TokenKind::kNumber ||
      text.tokens[t + 1].kind != TokenKind::kPunctuation ||
      text.tokens[t + 2].kind != TokenKind::kNumber || !text.Adjacent(t + 1) ||
      !text.Adjacent(t + 2)) {
    return std::nullopt;
  }
  uint32_t first = 0, last = 0;
  if (text.Folded(t).size() != 4 || text.Folded(t + 2).size() != 2 ||
      !absl::SimpleAtoi(text.Folded(t), &first) ||
      !absl::SimpleAtoi(text.Folded(t + 2), &last) || (first + 1) % kCentury != last) {
    return std::nullopt;
  }
  return first + 1;
}

}  // namespace

ValueSupport::ValueSupport(const DraftSources& sources) : sources_(sources) {
  for (const uint32_t d : sources.sources()) {
    const DocumentAnalysis& doc = sources.document(d);
    for (uint32_t q = 0; q < doc.quantities.size(); ++q) {
      const QuantityValue& value = doc.quantities[q].value;
      figures_[Magnitude(value.written)].push_back({d, q});
      if (value.written_high &&
          Magnitude(*value.written_high) != Magnitude(value.written)) {
        figures_[Magnitude(*value.written_high)].push_back({d, q});
      }
    }
    for (const TimeMention& time : doc.times) {
      const std::vector<TimeAtom> atoms = ReadTimeAtoms(doc, time);
      const bool year =
          std::any_of(atoms.begin(), atoms.end(), [](const TimeAtom& atom) {
            return atom.kind == TimeAtom::kYear;
          });
      for (const TimeAtom& atom : atoms) {
        atoms_.insert(atom.Key());
        if (!year) without_year_.insert(atom.Key());
        if (year && atom.kind == TimeAtom::kMonthDay) {
          if (const auto day = FullDay(atoms)) days_.push_back(*day);
        }
        std::vector<SentenceRef>& places = time_places_[atom.Key()];
        const SentenceRef here = {d, time.sentence};
        if (places.empty() || !(places.back() == here)) places.push_back(here);
        // A day of a month is that month too.
        if (atom.kind == TimeAtom::kMonthDay) {
          TimeAtom month = atom;
          month.kind = TimeAtom::kMonth;
          month.value /= 100;
          atoms_.insert(month.Key());
        }
      }
      if (!time.value.amount && time.value.kind == TimeKind::kDuration) {
        const auto minutes = MinutesOfTimex(time.value.timex.view());
        if (minutes) durations_.push_back({*minutes, Decimal{}, Grain::kNone});
      }
      if (time.value.amount) {
        Duration duration;
        duration.amount = *time.value.amount;
        duration.unit = time.value.unit;
        const auto minutes = InMinutes(duration.amount, duration.unit);
        duration.minutes = minutes ? *minutes : Decimal{-1, 0};
        durations_.push_back(duration);
      }
      if (time.value.resolved() && time.value.kind != TimeKind::kDuration &&
          time.value.anchor == TimeAnchor::kWritten) {
        resolved_.push_back(&time.value);
      }
    }
    const DraftWords& words = sources.words(d);
    for (uint32_t t = 0; t < words.words.size(); ++t) {
      // "A year ago": within one.
      if (doc.text.Folded(t) == "a" && t + 2 < words.words.size() &&
          (doc.text.Folded(t + 2) == "ago" ||
           doc.text.Folded(t + 2) == "earlier")) {
        since_one_.insert(std::string(doc.text.Folded(t + 1)));
      }
      // "The year before", "last year", beside which a draft has "within a year".
      if (t + 2 < words.words.size() &&
          (IsBefore(doc.text.Folded(t)) ||
           (doc.text.Folded(t) == "the" && doc.text.Folded(t + 2) == "before"))) {
        since_one_.insert(std::string(doc.text.Folded(t + 1)));
      }
      has_pair_ |= kPairs.Contains(doc.text.tokens[t].word);
      // "The season of 1988-89": of 1989 too.
      if (const auto year = SecondYearAt(doc.text, t)) {
        TimeAtom second;
        second.kind = TimeAtom::kYear;
        second.value = *year;
        atoms_.insert(second.Key());
      }
      if (const auto score = ReadScore(doc, words, t)) {
        scores_.insert(score->key);
      }
      if (doc.text.tokens[t].kind == TokenKind::kNumber &&
          !words.words[t].Is(DraftWord::kAmount) &&
          !words.words[t].Is(DraftWord::kTime)) {
        loose_.insert(words.words[t].word);
      }
    }
  }
}

// Calls `visit` with each place that has the amount, until it returns false.
template <typename Visit>
void ValueSupport::ForEqual(const QuantityValue& value, Visit visit) const {
  const int magnitude = Magnitude(value.written);
  // Rounding moves a number by a power of ten, units by any.
  for (const auto& [power, list] : figures_) {
    const bool near = power >= magnitude - 1 && power <= magnitude + 1;
    if (!near && !value.factor) continue;
    for (const Figure& figure : list) {
      const QuantityMention& other =
          sources_.document(figure.document).quantities[figure.quantity];
      if (value.ordinal != other.value.ordinal &&
          value.written != other.value.written) {
        continue;
      }
      if (SupportsAmount(value, other.value) && !visit(figure)) return;
    }
  }
}

std::vector<ValueSupport::Figure> ValueSupport::PlacesOf(
    const DocumentAnalysis& draft, uint32_t quantity, size_t most) const {
  std::vector<Figure> places;
  ForEqual(draft.quantities[quantity].value, [&](const Figure& figure) {
    places.push_back(figure);
    return places.size() < most;
  });
  return places;
}

bool ValueSupport::HoldsFigure(const DocumentAnalysis& draft,
                               uint32_t quantity) const {
  const QuantityMention& mention = draft.quantities[quantity];
  const QuantityValue& value = mention.value;
  if (!PlacesOf(draft, quantity, 1).empty()) return true;
  if (has_pair_ && value.written == Decimal{2, 0} && !value.ordinal &&
      (value.unit.empty() || value.dimension == "count")) {
    return true;
  }
  if (value.written_high) {
    // Both ends, each somewhere: "from 3 to 5" and "3 percent ... 5 percent", but not of
    // two ranges: "3 to 5", "4 to 6" are no 3 to 6.
    QuantityValue low = value, high = value;
    low.written_high.reset();
    high.written_high.reset();
    high.written = *value.written_high;
    bool ends = true;
    for (QuantityValue* end : {&low, &high}) {
      end->hedge = HedgeKind::kNone;
      end->literal = NumberRange{end->written, end->written, false, false};
      end->usual = end->literal;
      bool found = false;
      ForEqual(*end, [&](const Figure& figure) {
        const QuantityValue& other =
            sources_.document(figure.document).quantities[figure.quantity].value;
        found = !other.written_high;
        return !found;
      });
      ends = ends && found;
    }
    if (ends) return true;
  }
  // "A 19-year-old" is "aged 19"; 19 watches are not.  A record that is 14 years
  // old stood for 14 years.
  const bool old = value.dimension == "age" &&
                   !draft.text.IsChar(mention.tokens.begin + 1, '-');
  const bool age =
      value.dimension == "time" || old || (mention.counted.empty() && value.unit.empty());
  for (const Duration& duration : durations_) {
    if (age && duration.unit != Grain::kNone &&
        duration.amount == value.written) {
      return true;
    }
  }
  if (mention.tokens.size() == 1 && value.unit.empty() &&
      mention.counted.empty() &&
      loose_.contains(draft.text.tokens[mention.tokens.begin].word)) {
    return true;
  }
  return false;
}

bool ValueSupport::MayHaveStood(uint32_t key) const {
  if (scores_.size() < 2) return false;
  for (const uint32_t other : scores_) {
    if (MayFollow(key, other)) return true;
  }
  return false;
}

}  // namespace claimcheck
