#include "claims/extract/relative_ordinals.h"

#include <cstdint>

#include "absl/strings/str_cat.h"
#include "claims/extract/finders.h"
#include "claims/extract/passage.h"
#include "claims/value/decimal.h"

namespace claimcheck {
namespace {

constexpr uint32_t kOne = W("one"), kCurrent = W("current"), kLast = W("last");

// A longer text tells of things that have their order in time.
constexpr size_t kMaxTokens = 13;
// "Penultimate" and the like need nothing behind them.
constexpr uint32_t kLongWord = 9;

constexpr uint64_t kNoThing =
    Bit(Lex::kPreposition) | Bit(Lex::kConjunction) | Bit(Lex::kPronoun) |
    Bit(Lex::kAuxiliary) | Bit(Lex::kDeterminer) | Bit(Lex::kTimeUnit);

class Finder {
 public:
  Finder(const DocumentAnalysis& doc, std::vector<RelativeOrdinal>* out)
      : doc_(doc), out_(*out) {}

  void Run(const Passage& p) {
    for (uint32_t t = p.tokens.begin; t < p.tokens.end;) {
      t = Read(p, t);
    }
  }

 private:
  // True for a token that a time or an amount has taken.
  bool Taken(uint32_t t) const {
    for (const TimeMention& m : doc_.times) {
      if (m.tokens.Contains(t) && !m.tokens.empty() && m.tokens.size() > 1) {
        return true;
      }
    }
    for (const QuantityMention& m : doc_.quantities) {
      if (m.tokens.Contains(t)) return true;
    }
    return false;
  }

  // Something that can be one of a row stands at `t`.
  bool IsThing(const Passage& p, uint32_t t) const {
    return p.IsDigits(t) || (p.IsPlainWord(t) && !p.Has(t, kNoThing));
  }

  // Reads from `t`; returns where to go on.
  uint32_t Read(const Passage& p, uint32_t t) {
    const LexHit* hit = p.Find(t, Lex::kIdentityCue);
    std::string place;
    uint32_t end = t + 1;
    if (hit != nullptr && hit->entry->value && !hit->entry->tags.empty()) {
      const std::string offset = ToString(*hit->entry->value);
      place = absl::StrCat(hit->entry->tags[0],
                           hit->entry->value->significand < 0 ? "" : "+",
                           offset);
      end = t + hit->tokens;
    } else if (p.IsWord(t, kCurrent) && p.Has(t - 1, Bit(Lex::kDeterminer))) {
      place = "current+0";
      if (p.IsWord(end, kOne)) ++end;
    } else if (const LexHit* ordinal = p.Find(t, Lex::kOrdinal)) {
      // "The first one": others than these are amounts already.
      if (!ordinal->entry->value || !p.Has(t - 1, Bit(Lex::kDeterminer)) ||
          !IsThing(p, end)) {
        return end;
      }
      place = ToString(*ordinal->entry->value);
    } else {
      return end;
    }
    if (Taken(t)) return end;
    const bool alone = end == t + 1;
    const bool one = p.IsWord(end - 1, kOne);
    if (one && !alone && IsThing(p, end)) --end;  // "the last one book"
    // "A last resort", "one last time" are words, and so is "next of kin".
    if (alone && p.IsWord(t, kLast) &&
        (p.IsArticle(t - 1) || p.IsWord(t - 1, kOne))) {
      return end;
    }
    // "The last" may end a phrase, "at last" and "the last of it" are no place.
    const bool bare = end == t + 1 && !one;
    const bool ends = p.Has(t - 1, Bit(Lex::kDeterminer)) &&
                      !p.IsPlainWord(end) && !p.IsChar(end, '-');
    if (bare && p.Size(t) < kLongWord && !ends && !IsThing(p, end)) return end;
    out_.push_back({p.text.SpanOf({t, end}), place});
    return end;
  }

  const DocumentAnalysis& doc_;
  std::vector<RelativeOrdinal>& out_;
};

}  // namespace

std::vector<RelativeOrdinal> FindRelativeOrdinals(const DocumentAnalysis& doc) {
  std::vector<RelativeOrdinal> found;
  if (doc.text.tokens.size() > kMaxTokens || !IsMessage(doc)) return found;
  for (const Sentence& sentence : doc.text.sentences) {
    Finder(doc, &found).Run(Passage{doc.text, doc.lex, sentence.tokens});
  }
  return found;
}

}  // namespace claimcheck
