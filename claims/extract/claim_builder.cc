// BuildClaims: from what was found to what can be compared.

#include <algorithm>
#include <optional>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/extract/finders.h"
#include "claims/value/calendar.h"

namespace claimcheck {
namespace {

// A finding points at the decisive words; a trigger further from its value than
// this is not shown with it.
constexpr uint32_t kMaxHull = 120;

// The value with its trigger, when they stand close together in one sentence.
Span Decisive(const DocumentAnalysis& doc, const Event& event, Span value) {
  const Span hull = event.trigger.Hull(value);
  const Span sentence = doc.text.sentences[event.sentence].span;
  return hull.size() <= kMaxHull && sentence.Contains(hull) ? hull : value;
}

bool SkipsZone(const DocumentAnalysis& doc, uint32_t sentence) {
  return doc.text.sentences[sentence].zone == Sentence::kFurniture;
}

// Events further from a value, counted in events, are not looked at.
constexpr int kEventReach = 64;
// Attributions that lie round a claim, one in another; only text made to be
// hostile has more.
constexpr size_t kMostNested = 64;
// Tokens of the longest hedge before its last: "at the very least".
constexpr uint32_t kHedgeReach = 4;

// A piece of what somebody said.
struct Said {
  Span span;
  uint32_t attribution = 0;
};

class Builder {
 public:
  explicit Builder(DocumentAnalysis* doc) : doc_(*doc) {}

  void Build() {
    for (uint32_t e = 0; e < doc_.events.size(); ++e) EventClaims(e);
    for (uint32_t q = 0; q < doc_.quantities.size(); ++q) QuantityClaim(q);
    for (uint32_t t = 0; t < doc_.times.size(); ++t) DurationClaim(t);
    DateClaims();
    for (uint32_t q = 0; q < doc_.quotes.size(); ++q) QuotationClaim(q);
    for (uint32_t a = 0; a < doc_.attributions.size(); ++a) StatementClaim(a);
    SuperlativeClaims();
    NameClaims();
    std::sort(doc_.claims.begin(), doc_.claims.end(),
              [](const ClaimRecord& a, const ClaimRecord& b) {
                if (a.span != b.span) return a.span < b.span;
                if (a.kind != b.kind) return a.kind < b.kind;
                return a.event < b.event;
              });
    Attribute();
  }

 private:
  void Add(ClaimRecord claim) {
    if (claim.span.empty() || SkipsZone(doc_, claim.sentence)) return;
    doc_.claims.push_back(claim);
  }

  // What persons are called in full: each way of writing it once, and again with
  // its first title.
  void NameClaims() {
    constexpr uint32_t kMostTokens = 5;
    constexpr size_t kMostForms = 8;  // of one person
    struct Form {
      uint32_t entity;
      absl::string_view text;
      bool titled;
    };
    std::vector<Form> seen;
    std::vector<uint8_t> forms(doc_.entities.size(), 0);
    for (uint32_t n = 0; n < doc_.names.size(); ++n) {
      const NameMention& name = doc_.names[n];
      if (name.form != NameMention::kName || name.entity == kNone ||
          doc_.entities[name.entity].type != NameType::kPerson ||
          name.tokens.size() < 2 || name.tokens.size() > kMostTokens ||
          forms[name.entity] >= kMostForms) {
        continue;
      }
      const Form form = {name.entity, doc_.text.Text(name.span),
                         name.phrase.begin < name.tokens.begin};
      const auto known = [&](const Form& other) {
        return other.entity == form.entity && other.text == form.text &&
               (other.titled || !form.titled);
      };
      // The forms of one person are few; those of all are not walked through.
      if (forms[name.entity] > 0 &&
          std::any_of(seen.begin(), seen.end(), known)) {
        continue;
      }
      seen.push_back(form);
      ++forms[name.entity];
      ClaimRecord claim;
      claim.kind = ClaimKind::kName;
      claim.span = name.span;
      claim.sentence = name.sentence;
      claim.name = n;
      Add(claim);
    }
  }

  // Gives each claim the outermost attribution whose content holds it, and what
  // follows from that.  One sweep over claims and contents, both by their place.
  void Attribute() {
    absl::InlinedVector<Said, 64> said;
    for (uint32_t a = 0; a < doc_.attributions.size(); ++a) {
      if (!States(doc_.attributions[a])) continue;
      for (const Span& piece : doc_.attributions[a].content) {
        said.push_back({piece, a});
      }
    }
    std::sort(said.begin(), said.end(), [](const Said& a, const Said& b) {
      if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
      if (a.span.end != b.span.end) return a.span.end > b.span.end;
      return a.attribution < b.attribution;
    });
    absl::InlinedVector<Said, 16> open;
    size_t next = 0;
    for (ClaimRecord& claim : doc_.claims) {
      for (; next < said.size() && said[next].span.begin <= claim.span.begin;
           ++next) {
        while (!open.empty() &&
               open.back().span.end <= said[next].span.begin) {
          open.pop_back();
        }
        open.push_back(said[next]);
      }
      if (claim.attribution == kNone) {
        claim.attribution = Outermost(open, claim.span);
      }
      if (claim.attribution == kNone) continue;
      claim.stance = doc_.attributions[claim.attribution].stance;
      if (claim.stance == Stance::kDenies && claim.status == Status::kFact) {
        claim.status = Status::kDenial;
      }
    }
  }

  uint32_t Outermost(absl::Span<const Said> open, Span span) const {
    uint32_t at = kNone;
    for (size_t n = 0; n < open.size() && n < kMostNested; ++n) {
      const Said& said = open[open.size() - 1 - n];
      if (said.span.Contains(span)) at = std::min(at, said.attribution);
    }
    // Chains are short; the bound guards against a loop in the links.
    for (int i = 0;
         at != kNone && i < 8 && doc_.attributions[at].outer != kNone; ++i) {
      at = doc_.attributions[at].outer;
    }
    return at;
  }

  // Somebody says that something is so.  What he wants, likes or blames is his
  // too, but no statement that another could contradict.
  static bool States(const Attribution& a) {
    const absl::string_view rule = a.rule;
    return rule != "attribution.attitude" &&
           rule != "attribution.attitude_noun" &&
           rule != "attribution.judgement" && rule != "attribution.stand";
  }

  void EventClaims(uint32_t e) {
    const Event& event = doc_.events[e];
    ClaimRecord base;
    base.status = event.status;
    base.sentence = event.sentence;
    base.event = e;
    const size_t first_claim = doc_.claims.size();
    for (uint32_t t : event.times) {
      const TimeValue& value = doc_.times[t].value;
      if (value.kind != TimeKind::kDate && value.kind != TimeKind::kTime) {
        continue;
      }
      if (!value.resolved() && !value.impossible) continue;
      if (LongPast(event.status, value)) continue;
      if (SaidAgain(first_claim, t)) continue;
      ClaimRecord claim = base;
      claim.kind = ClaimKind::kEventTime;
      claim.time = t;
      if (!event.places.empty()) claim.place = event.places[0];
      // A day that is in no calendar is wrong whatever happened on it.
      claim.span = value.impossible
                       ? doc_.times[t].span
                       : Decisive(doc_, event, doc_.times[t].span);
      Add(claim);
    }
    for (uint32_t p : event.places) {
      ClaimRecord claim = base;
      claim.kind = ClaimKind::kEventPlace;
      claim.place = p;
      claim.time = FirstDate(event);
      claim.span = Decisive(doc_, event, doc_.names[p].span);
      Add(claim);
    }
  }

  // A plan for a day well before the publication is no plan of this text: the
  // date belongs to something else in the sentence.  A day is left for "were
  // planning to meet on Tuesday".
  bool LongPast(Status status, const TimeValue& value) const {
    if (status != Status::kPlan || !doc_.date.known || !value.range.last) {
      return false;
    }
    const std::optional<int64_t> published = PublishedDay();
    return published && *published - DayOfSecond(*value.range.last) > 1;
  }

  // "today (June 18)": the same day twice; the claim before gets both.
  bool SaidAgain(size_t first_claim, uint32_t t) {
    for (size_t c = first_claim; c < doc_.claims.size(); ++c) {
      ClaimRecord& before = doc_.claims[c];
      if (before.kind != ClaimKind::kEventTime ||
          RelateTimes(doc_.times[before.time].value, doc_.times[t].value) !=
              RangeRelation::kEqual) {
        continue;
      }
      const Span both = before.span.Hull(doc_.times[t].span);
      if (both.size() <= kMaxHull) before.span = both;
      return true;
    }
    return false;
  }

  std::optional<int64_t> PublishedDay() const {
    return DayNumber(doc_.date.year, doc_.date.month, doc_.date.day);
  }

  uint32_t FirstDate(const Event& event) const {
    for (uint32_t t : event.times) {
      const TimeKind kind = doc_.times[t].value.kind;
      if (kind == TimeKind::kDate || kind == TimeKind::kTime) return t;
    }
    return kNone;
  }

  // The event nearest to `tokens` among those of its clause; of two equally
  // near the first.  Events stand in the order of the text, and no clause is
  // longer than its sentence.
  uint32_t EventAround(TokenRange tokens) const {
    const std::vector<Event>& events = doc_.events;
    const auto behind = std::partition_point(
        events.begin(), events.end(), [tokens](const Event& event) {
          return event.tokens.begin < tokens.begin;
        });
    const auto holds = [tokens](const Event& event) {
      return event.clause.Contains(tokens.begin);
    };
    const uint32_t sentence = doc_.text.sentence_of[tokens.begin];
    auto before = behind;
    for (int n = 0; before != events.begin() && n < kEventReach; ++n) {
      if ((--before)->sentence != sentence || holds(*before)) break;
    }
    auto after = behind;
    for (int n = 0; after != events.end() && n < kEventReach; ++n, ++after) {
      if (after->sentence != sentence || holds(*after)) break;
    }
    const bool is_before = before != behind && holds(*before);
    const bool is_after = after != events.end() && holds(*after);
    if (!is_before && !is_after) return kNone;
    const auto best =
        !is_after || (is_before && tokens.begin - before->tokens.begin <=
                                       after->tokens.begin - tokens.begin)
            ? before
            : after;
    return static_cast<uint32_t>(best - events.begin());
  }

  // "The two leaders" refers to known ones; it does not count them.
  bool IsReference(const QuantityMention& mention) const {
    const uint32_t t = mention.tokens.begin;
    if (t == 0 || mention.value.dimension != "count" ||
        doc_.text.sentence_of[t - 1] != mention.sentence ||
        doc_.text.tokens[t].kind != TokenKind::kWord) {
      return false;
    }
    const absl::string_view before = doc_.text.Folded(t - 1);
    return before == "the" || before == "these" || before == "those" ||
           before == "both" || before == "his" || before == "their" ||
           before == "its" || before == "'s";
  }

  void QuantityClaim(uint32_t q) {
    const QuantityMention& mention = doc_.quantities[q];
    if (mention.value.ordinal) return;
    if (mention.kind == QuantityKind::kNumber &&
        mention.value.counted.empty() && mention.value.unit.empty()) {
      return;  // a bare number: nothing says what it is the value of
    }
    if (IsReference(mention)) return;
    ClaimRecord claim;
    claim.kind = ClaimKind::kQuantity;
    claim.quantity = q;
    claim.sentence = mention.sentence;
    claim.span =
        mention.hedge.empty() ? mention.span : mention.hedge.Hull(mention.span);
    claim.event = EventAround(mention.tokens);
    if (claim.event != kNone) {
      // How old somebody is does not hang on what happens: "Hale, 52, will go".
      if (mention.value.dimension != "age") {
        claim.status = doc_.events[claim.event].status;
      }
      claim.time = FirstDate(doc_.events[claim.event]);
    }
    Add(claim);
  }

  // "24 years later" and "24 years ago" name a point in time, and also say how
  // long it is.
  static bool SaysHowLong(const TimeMention& mention) {
    if (mention.value.kind == TimeKind::kDuration) {
      return mention.value.amount.has_value();
    }
    const absl::string_view rule = mention.rule;
    return rule == "time.later" || rule == "time.ago";
  }

  void DurationClaim(uint32_t t) {
    const TimeMention& mention = doc_.times[t];
    if (!SaysHowLong(mention)) return;
    ClaimRecord claim;
    claim.kind = ClaimKind::kDuration;
    claim.time = t;
    claim.sentence = mention.sentence;
    claim.span = mention.span;
    claim.event = EventAround(mention.tokens);
    if (claim.event != kNone) claim.status = doc_.events[claim.event].status;
    Add(claim);
  }

  // Dates that can be wrong by themselves, whatever happened on them: a weekday
  // beside a date, a day that is in no calendar.
  static bool CanBeWrongAlone(const TimeValue& value) {
    return (value.kind == TimeKind::kDate || value.kind == TimeKind::kTime) &&
           (value.impossible || (value.weekday != 0 && !value.weekday_only));
  }

  // Those that no event has.
  void DateClaims() {
    std::vector<bool> taken;
    for (uint32_t t = 0; t < doc_.times.size(); ++t) {
      const TimeMention& mention = doc_.times[t];
      if (!CanBeWrongAlone(mention.value)) continue;
      if (taken.empty()) {
        taken.resize(doc_.times.size());
        for (const Event& event : doc_.events) {
          for (uint32_t used : event.times) taken[used] = true;
        }
      }
      if (taken[t]) continue;
      ClaimRecord claim;
      claim.kind = ClaimKind::kEventTime;
      claim.time = t;
      claim.sentence = mention.sentence;
      claim.span = mention.span;
      Add(claim);
    }
  }

  void QuotationClaim(uint32_t q) {
    const Quote& quote = doc_.quotes[q];
    if (quote.title || quote.nested || quote.tokens.empty()) return;
    ClaimRecord claim;
    claim.kind = ClaimKind::kQuotation;
    claim.quote = q;
    claim.sentence = quote.sentence;
    claim.span = quote.content;
    claim.attribution = quote.attribution;
    Add(claim);
  }

  void StatementClaim(uint32_t a) {
    const Attribution& attribution = doc_.attributions[a];
    if (attribution.direct || attribution.content.empty() ||
        !States(attribution)) {
      return;
    }
    ClaimRecord claim;
    claim.kind = ClaimKind::kStatement;
    claim.attribution = a;
    claim.sentence = attribution.sentence;
    claim.span = attribution.content.front();
    for (const Span& piece : attribution.content) {
      claim.span = claim.span.Hull(piece);
    }
    Add(claim);
  }

  // "at least 12", "at the very least": bounds of an amount, no superlatives.
  bool InsideHedge(uint32_t token, uint32_t begin) const {
    for (uint32_t t = token; t > begin && token - t < kHedgeReach;) {
      const LexHit* hedge = doc_.lex.Find(--t, Lex::kHedge);
      if (hedge != nullptr && t + hedge->tokens > token) return true;
    }
    return false;
  }

  // "the first half": a part of a match, a year or a book.
  bool IsPart(uint32_t token) const {
    return token < doc_.text.tokens.size() &&
           doc_.text.Folded(token) == "half";
  }

  void SuperlativeClaims() {
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      const TokenRange tokens = doc_.text.sentences[s].tokens;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if (!doc_.lex.Has(t, Lex::kSuperlativeCue)) continue;
        const LexHit* hit = doc_.lex.Find(t, Lex::kSuperlativeCue);
        if (InsideHedge(t, tokens.begin) || IsPart(t + hit->tokens)) continue;
        ClaimRecord claim;
        claim.kind = ClaimKind::kSuperlative;
        claim.sentence = s;
        // To the end of the phrase: "the only orthodox church".
        uint32_t end = t + hit->tokens;
        const uint32_t limit = std::min(tokens.end, end + 6);
        while (end < limit &&
               doc_.text.tokens[end].kind != TokenKind::kPunctuation &&
               !doc_.lex.Has(end, Lex::kPreposition) &&
               !doc_.lex.Has(end, Lex::kAuxiliary)) {
          ++end;
        }
        claim.span = doc_.text.SpanOf({t, end});
        claim.event = EventAround({t, end});
        Add(claim);
        t = end - 1;
      }
    }
  }

  DocumentAnalysis& doc_;
};

}  // namespace

void BuildClaims(DocumentAnalysis* doc) {
  Builder(doc).Build();
}

}  // namespace claimcheck
