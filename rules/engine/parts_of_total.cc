#include "rules/engine/parts_of_total.h"

#include <algorithm>

#include "rules/engine/fates_of_all.h"
#include "rules/engine/passage_words.h"
#include "rules/link/people_outcome.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

// How far behind the total a colon may stand, and a word such as "comprising".
constexpr uint32_t kColonReach = 28;
constexpr uint32_t kWordReach = 12;
// How far behind a part the word may stand that says which part it is.
constexpr uint32_t kPartReach = 4;

bool IsPlainNumber(const QuantityMention& mention) {
  const QuantityValue& value = mention.value;
  return !value.written_high && !value.ordinal &&
         (value.hedge == HedgeKind::kNone || value.hedge == HedgeKind::kExactly);
}

bool IsCount(const QuantityMention& mention) {
  return mention.kind == QuantityKind::kNumber && IsPlainNumber(mention) &&
         mention.value.written.exponent >= 0 &&
         (mention.value.dimension.empty() || mention.value.dimension == "count");
}

PartsOfTotal::Part PartOf(const QuantityMention& mention) {
  return {mention.value.written, mention.value.last_digit};
}

class Reader {
 public:
  Reader(const DocumentAnalysis& doc, const QuantityMention& total)
      : doc_(doc), total_(total), sentence_(doc.text.sentences[total.sentence].tokens) {}

  PartsOfTotal Read() {
    const uint32_t list = FindList();
    if (list != kNone) {
      const PartsOfTotal parts = ReadItems(list);
      return parts.parts.empty() ? ReadBracketed(list) : parts;
    }
    if (!IsCount(total_)) return {};
    PartsOfTotal parts = ReadOfTheTotal();
    if (parts.parts.empty()) parts = ReadOfThem();
    if (parts.parts.empty()) parts = ReadNextSentence();
    if (parts.parts.empty()) parts = ReadOutcomeLater();
    return parts;
  }

 private:
  bool Is(uint32_t t, std::initializer_list<absl::string_view> words) const {
    return IsWord(doc_, t, words);
  }

  // The first token of the list of parts in the sentence of the total, or kNone.
  uint32_t FindList() const {
    const uint32_t begin = AfterColon();
    if (begin != kNone) return begin;
    const uint32_t limit = std::min(sentence_.end, total_.tokens.end + kWordReach);
    for (uint32_t t = total_.tokens.end; t + 1 < limit; ++t) {
      if (Is(t, {"comprising", "comprised"})) return t + 1 + Is(t + 1, {"of"});
      if (Is(t, {"consisting", "composed"}) && Is(t + 1, {"of"})) return t + 2;
      if (Is(t, {"made"}) && Is(t + 1, {"up"}) && Is(t + 2, {"of"})) return t + 3;
    }
    return kNone;
  }

  // Behind a colon, a bracket or a free dash; no other number stands between.
  uint32_t AfterColon() const {
    const uint32_t limit = std::min(sentence_.end, total_.tokens.end + kColonReach);
    for (uint32_t t = total_.tokens.end; t < limit; ++t) {
      const uint32_t behind = BehindGloss(t);
      if (behind != kNone) {
        t = behind - 1;
        continue;
      }
      if (doc_.text.IsChar(t, ':') || doc_.text.IsChar(t, '(')) return t + 1;
      const Token& token = doc_.text.tokens[t];
      const bool dash = doc_.text.IsChar(t, '-');
      if (dash && token.Is(Token::kSpaceBefore)) return t + 1;
      if (token.kind != TokenKind::kWord && !dash && !doc_.text.IsChar(t, ',') &&
          !doc_.text.IsChar(t, '\'')) {
        return kNone;
      }
      if (Is(t, {"including", "such", "like", "among"})) return kNone;
      // "£96m on four players: ...": how many parts there are.
      if (IsNumber(t) && (IsCount(total_) || !IsCount(*QuantityAt(t)))) return kNone;
      // "Seven of nine".
      if (Is(t, {"of"}) && t + 1 < limit && IsNumber(t + 1)) return kNone;
    }
    return kNone;
  }

  // Behind "($168 million)", which says the total once more in another unit; kNone: no
  // such bracket begins at `t`.
  uint32_t BehindGloss(uint32_t t) const {
    constexpr uint32_t kReach = 8;
    if (!doc_.text.IsChar(t, '(')) return kNone;
    const QuantityMention* inside = QuantityAt(t + 1);
    if (IsCount(total_) || inside == nullptr ||
        inside->value.dimension != total_.value.dimension ||
        inside->value.unit == total_.value.unit) {
      return kNone;
    }
    const uint32_t limit = std::min(sentence_.end, t + kReach);
    for (uint32_t end = inside->tokens.end; end < limit; ++end) {
      if (doc_.text.IsChar(end, ')')) return end + 1;
    }
    return kNone;
  }

  bool IsNumber(uint32_t t) const {
    const auto mentions = MentionsIn(doc_.quantities, doc_.text.sentence_of[t]);
    return std::any_of(mentions.begin(), mentions.end(), [&](const QuantityMention& m) {
      return m.tokens.begin == t && !m.value.ordinal;
    });
  }

  // The quantity that begins with a token, or null.
  const QuantityMention* QuantityAt(uint32_t t) const {
    const auto it = std::lower_bound(
        doc_.quantities.begin(), doc_.quantities.end(), t,
        [](const QuantityMention& q, uint32_t at) { return q.tokens.begin < at; });
    return it == doc_.quantities.end() || it->tokens.begin != t ? nullptr : &*it;
  }

  // Of an item of a list, "450 million lei of bonds", "the keeper Tomas Hruby (£14m)";
  // null where a second number might be the part.
  const QuantityMention* QuantityOf(TokenRange item) const {
    const QuantityMention* found = QuantityAt(item.begin);
    for (uint32_t t = item.begin + 1;
         found == nullptr && !IsCount(total_) && t < item.end; ++t) {
      found = QuantityAt(t);
    }
    if (found == nullptr) return nullptr;
    const QuantityMention* end = doc_.quantities.data() + doc_.quantities.size();
    return found + 1 != end && found[1].tokens.begin < item.end ? nullptr : found;
  }

  // "The pilot", "a nurse": one, beside items with numbers.
  bool IsOneOf(TokenRange item) const {
    if (item.size() < 2 || item.size() > 4 || !IsCount(total_)) return false;
    const absl::string_view noun = doc_.text.Folded(item.end - 1);
    const bool plural =
        noun.size() > 2 && noun.back() == 's' && noun[noun.size() - 2] != 's';
    return !plural &&
           !Is(item.end - 1, {"men", "women", "people", "children", "police", "rest"}) &&
           Is(item.begin, {"a", "an", "one", "the", "his", "her", "their"});
  }

  bool IsPartOfOneKind(const QuantityMention& part) const {
    const QuantityValue& value = part.value;
    // "31 votes (19 from the left and 12 from the right)": what is counted need not
    // be said again.
    // "450 million lei and 250 million": nor what it is paid in.
    constexpr Decimal kThousand{1, 3};
    const bool bare = part.kind == QuantityKind::kNumber && value.dimension.empty() &&
                      (total_.value.dimension == "count" ||
                       (total_.value.dimension == "money" && kThousand < value.written));
    return (value.dimension == total_.value.dimension || bare) && IsPlainNumber(part) &&
           (value.unit == total_.value.unit || bare || !total_.value.counted.empty() ||
            !value.counted.empty());
  }

  PartsOfTotal ReadItems(uint32_t begin) const {
    PartsOfTotal out;
    const WordList list = ReadList(doc_, begin);
    size_t numbers = 0;
    for (const TokenRange& item : list.items) {
      const QuantityMention* part = QuantityOf(item);
      if (part == nullptr && IsOneOf(item)) {
        out.parts.push_back({Decimal{1, 0}, 0});
        continue;
      }
      if (part == nullptr || !IsPartOfOneKind(*part)) return {};
      ++numbers;
      out.parts.push_back(PartOf(*part));
    }
    if (numbers < std::min<size_t>(out.parts.size(), 2)) return {};
    if (!list.items.empty()) out.place = doc_.text.SpanOf({begin, list.end});
    return out;
  }

  // "On three players: the keeper Tomas Roe (£14m), ...": as many as it says.
  PartsOfTotal ReadBracketed(uint32_t begin) const {
    PartsOfTotal out;
    int64_t told = 0;  // how many there are
    for (const QuantityMention& m : MentionsIn(doc_.quantities, total_.sentence)) {
      if (m.tokens.begin <= total_.tokens.begin) continue;
      if (m.tokens.begin < begin) {
        if (!IsCount(m) || told != 0) return {};
        told = m.value.written.significand;
        continue;
      }
      if (m.value.unit != total_.value.unit || !IsPlainNumber(m) ||
          !doc_.text.IsChar(m.tokens.begin - 1, '(')) {
        return {};
      }
      out.parts.push_back(PartOf(m));
      out.place = out.parts.size() == 1 ? m.span : out.place.Hull(m.span);
    }
    if (IsCount(total_) || told < 2 || out.parts.size() != static_cast<size_t>(told)) {
      return {};
    }
    return out;
  }

  // "Of the 14 people who were hurt, six went home; nine remain in hospital".
  PartsOfTotal ReadOfTheTotal() const {
    const uint32_t t = sentence_.begin;
    if (!Is(t, {"of"}) || total_.tokens.begin > t + 2) return {};
    return ReadTwo({total_.tokens.end, sentence_.end});
  }

  // "Eleven places, five of them below the village and seven above it": more than all.
  PartsOfTotal ReadOfThem() const {
    const QuantityMention* const end = doc_.quantities.data() + doc_.quantities.size();
    const QuantityMention* const part = &total_ + 1;
    if (part == end || part->sentence != total_.sentence || !IsCount(*part)) return {};
    const uint32_t of = FindOf(*part);
    return of != kNone && Is(of + 1, {"them", "these", "those", "which", "whom"})
               ? ReadTwo({part->tokens.begin, sentence_.end})
               : PartsOfTotal();
  }

  // "Of these 34 were women and 27 were men", "They were ten cooks and a nurse".
  PartsOfTotal ReadNextSentence() const {
    const std::vector<TokenRange> around = SentencesAround(doc_, total_.sentence, 0, 1);
    if (around.size() < 2 || CountsIn(total_.sentence) != 1) return {};
    const TokenRange next = around[1];
    if (next.size() < 5) return {};
    if (Is(next.begin, {"of"}) &&
        Is(next.begin + 1, {"these", "those", "them", "whom"})) {
      return ReadTwo({next.begin + 2, next.end});
    }
    if (Is(next.begin, {"they", "these"}) && Is(next.begin + 1, {"were", "are"}) &&
        QuantityAt(next.begin + 2) != nullptr) {
      return ReadUntilAside(next.begin + 2);
    }
    const QuantityMention* first = QuantityAt(next.begin);
    if (first == nullptr || !IsCount(*first)) return {};
    const uint32_t of = FindOf(*first);
    return of != kNone && Is(of + 1, {"these", "those", "them"}) ? ReadTwo(next)
                                                                 : PartsOfTotal();
  }

  // The "of" of "seven of the wounded", or kNone.
  uint32_t FindOf(const QuantityMention& part) const {
    uint32_t t = part.tokens.begin;
    while (t < doc_.text.tokens.size() &&
           doc_.text.tokens[t].span.end <= part.number.end) {
      ++t;
    }
    return Is(t, {"of"}) ? t : kNone;
  }

  size_t CountsIn(uint32_t s) const {
    const auto mentions = MentionsIn(doc_.quantities, s);
    return static_cast<size_t>(
        std::count_if(mentions.begin(), mentions.end(), [](const QuantityMention& m) {
          return m.kind == QuantityKind::kNumber && !m.value.ordinal;
        }));
  }

  // "Seven warders, three cooks and a nurse, the last of whom ...".
  PartsOfTotal ReadUntilAside(uint32_t begin) const {
    PartsOfTotal out;
    uint32_t t = begin;
    size_t numbers = 0;
    bool last = false;
    for (;;) {
      uint32_t end = t;
      while (end < doc_.text.tokens.size() &&
             doc_.text.tokens[end].kind == TokenKind::kWord && !Is(end, {"and"})) {
        ++end;
      }
      const QuantityMention* part = QuantityOf({t, end});
      if (part != nullptr && IsCount(*part) && end - t <= 4) {
        out.parts.push_back(PartOf(*part));
        ++numbers;
      } else if (IsOneOf({t, end})) {
        out.parts.push_back({Decimal{1, 0}, 0});
      } else {
        return {};
      }
      if (last) {
        if (numbers < 2 || !(doc_.text.IsChar(end, ',') || doc_.text.IsChar(end, '.'))) {
          return {};
        }
        out.place = doc_.text.SpanOf({begin, end});
        return out;
      }
      if (!doc_.text.IsChar(end, ',') && !Is(end, {"and"})) return {};
      last = Is(end, {"and"}) || Is(end + 1, {"and"});
      t = end + 1 + (doc_.text.IsChar(end, ',') && Is(end + 1, {"and"}));
    }
  }

  // What says which of two parts that leave nobody out.
  enum class Half : uint8_t { kNone, kWomen, kMen, kRest, kStayed };

  Half HalfOf(const QuantityMention& part, uint32_t end) const {
    const uint32_t begin = part.tokens.begin;
    if (begin > 1 && Is(begin - 1, {"other", "remaining"}) && Is(begin - 2, {"the"})) {
      return Half::kRest;
    }
    for (uint32_t t = begin; t < end && t < part.tokens.end + kPartReach; ++t) {
      if (Is(t, {"women", "girls", "female", "woman"})) return Half::kWomen;
      if (Is(t, {"men", "boys", "male", "man"})) return Half::kMen;
      if (Is(t, {"remain", "remained", "remains"})) return Half::kStayed;
    }
    return Half::kNone;
  }

  // Two parts, of which the second is all that the first is not.
  PartsOfTotal ReadTwo(TokenRange range) const {
    std::vector<const QuantityMention*> counts;
    const uint32_t sentence = doc_.text.sentence_of[range.begin];
    for (const QuantityMention& m : MentionsIn(doc_.quantities, sentence)) {
      if (m.tokens.begin < range.begin || m.kind != QuantityKind::kNumber ||
          m.value.ordinal) {
        continue;
      }
      // "The youngest a girl of 16", "aged 40".
      if (counts.size() == 2) break;
      if (!IsCount(m)) return {};
      counts.push_back(&m);
    }
    if (counts.size() != 2) return {};
    const Half first = HalfOf(*counts[0], counts[1]->tokens.begin);
    const Half second = HalfOf(*counts[1], range.end);
    const bool sexes = (first == Half::kWomen && second == Half::kMen) ||
                       (first == Half::kMen && second == Half::kWomen);
    const bool stayed = second == Half::kStayed &&
                        total_.value.written < SumOf(*counts[0], *counts[1]);
    // "And seven above it": of the same.
    const bool more = counts[1]->value.counted.empty() &&
                      total_.value.written < SumOf(*counts[0], *counts[1]);
    if (!sexes && second != Half::kRest && !stayed && !more) return {};
    // "Half of them", "the other three of those hurt": no further part may follow.
    for (uint32_t t = counts[0]->tokens.begin; t < range.end; ++t) {
      if (Is(t, {"child", "children", "others", "rest", "another", "unidentified",
                 "including", "baby", "babies", "teenager", "teenagers"})) {
        return {};
      }
    }
    PartsOfTotal out;
    out.parts = {PartOf(*counts[0]), PartOf(*counts[1])};
    out.place = doc_.text.SpanOf({counts[0]->tokens.begin, counts[1]->tokens.end});
    return out;
  }

  static Decimal SumOf(const QuantityMention& a, const QuantityMention& b) {
    const auto sum = Add(a.value.written, b.value.written);
    return sum.ok() ? *sum : Decimal{};
  }

  // "Seven of the wounded ..., and the other four ..." where the total is the last
  // number before of those whom the same befell.
  PartsOfTotal ReadOutcomeLater() const {
    const auto index = static_cast<uint32_t>(&total_ - doc_.quantities.data());
    OutcomeCount total;
    if (!ReadOutcome(doc_, index, &total) || total.rest) return {};
    for (uint32_t q = index + 1; q < doc_.quantities.size(); ++q) {
      const QuantityMention& part = doc_.quantities[q];
      const uint32_t of = FindOf(part);
      if (of != kNone && IsCount(part) && Is(of + 1, {"the"}) &&
          of + 2 < doc_.text.tokens.size() &&
          OutcomeOfNoun(doc_, of + 2) == total.outcome &&
          doc_.text.sentences[part.sentence].tokens.begin == part.tokens.begin) {
        return ReadTwo(doc_.text.sentences[part.sentence].tokens);
      }
      OutcomeCount other;
      if (ReadOutcome(doc_, q, &other) && other.outcome == total.outcome) return {};
    }
    return {};
  }

  const DocumentAnalysis& doc_;
  const QuantityMention& total_;
  const TokenRange sentence_;
};

}  // namespace

PartsOfTotal FindPartsOfTotal(const DocumentAnalysis& doc, const QuantityMention& total) {
  PartsOfTotal parts = Reader(doc, total).Read();
  return parts.parts.empty() ? FindFatesOfAll(doc, total) : parts;
}

}  // namespace claimcheck
