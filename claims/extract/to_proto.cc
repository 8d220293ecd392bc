// The flat records of an analysis as messages.

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "claims/base/stable_hash.h"
#include "claims/extract/extractor.h"
#include "claims/extract/relative_ordinals.h"

namespace claimcheck {
namespace {

v1::Span ToProto(Span span) {
  v1::Span out;
  out.set_begin(span.begin);
  out.set_end(span.end);
  return out;
}

std::string Str(absl::string_view s) { return std::string(s); }

v1::Phrase PhraseOf(const DocumentAnalysis& doc, Span span) {
  v1::Phrase out;
  *out.mutable_span() = ToProto(span);
  out.set_text(Str(doc.text.Text(span)));
  return out;
}

v1::Phrase PhraseOfName(const DocumentAnalysis& doc, uint32_t name) {
  const NameMention& mention = doc.names[name];
  v1::Phrase out = PhraseOf(doc, mention.span);
  if (mention.entity != kNone) out.set_key(doc.entities[mention.entity].key);
  return out;
}

v1::Decimal ToProto(Decimal d) {
  v1::Decimal out;
  out.set_significand(d.significand);
  out.set_exponent(d.exponent);
  return out;
}

std::string IsoSecond(int64_t second) {
  const absl::CivilSecond t = absl::CivilSecond(1970, 1, 1) + second;
  return absl::FormatCivilTime(t);
}

v1::TimeRange ToProto(const CivilRange& range, const TimeValue& value) {
  v1::TimeRange out;
  if (range.first) out.set_first(IsoSecond(*range.first));
  if (range.last) out.set_last(IsoSecond(*range.last));
  out.set_grain(static_cast<v1::TimeRange::Grain>(value.grain));
  out.set_anchor(static_cast<v1::TimeRange::Anchor>(value.anchor));
  return out;
}

v1::TimeValue ToProto(const TimeValue& value) {
  v1::TimeValue out;
  out.set_timex(Str(value.timex.view()));
  out.set_mod(Str(value.mod));
  if (value.resolved()) *out.mutable_range() = ToProto(value.range, value);
  out.set_weekday(value.weekday);
  out.set_impossible(value.impossible);
  if (value.ambiguous) {
    *out.add_readings() = ToProto(value.range, value);
    *out.add_readings() = ToProto(value.other, value);
  }
  return out;
}

void SetBound(const std::optional<Decimal>& value, bool open, v1::Bound* out) {
  *out->mutable_value() = ToProto(*value);
  out->set_open(open);
}

v1::Quantity ToProto(const QuantityValue& q) {
  v1::Quantity out;
  *out.mutable_written() = ToProto(q.written);
  out.set_last_digit(q.last_digit);
  out.set_rounding_digit(q.rounding_digit);
  if (q.literal.low) SetBound(q.literal.low, q.literal.low_open, out.mutable_low());
  if (q.literal.high) {
    SetBound(q.literal.high, q.literal.high_open, out.mutable_high());
  }
  if (q.usual.low) {
    SetBound(q.usual.low, q.usual.low_open, out.mutable_usual_low());
  }
  if (q.usual.high) {
    SetBound(q.usual.high, q.usual.high_open, out.mutable_usual_high());
  }
  out.set_hedge(static_cast<v1::Hedge::Kind>(q.hedge));
  out.mutable_unit()->set_id(Str(q.unit));
  out.mutable_unit()->set_dimension(Str(q.dimension));
  if (q.factor) *out.mutable_unit()->mutable_factor() = ToProto(*q.factor);
  out.set_counted(Str(q.counted));
  out.set_ordinal(q.ordinal);
  out.set_change(static_cast<v1::Quantity::Change>(q.change));
  return out;
}

const char* ChangeSign(const QuantityValue& q) {
  switch (q.change) {
    case ChangeKind::kByUp: return "up";
    case ChangeKind::kByDown: return "down";
    default: break;
  }
  switch (q.hedge) {
    case HedgeKind::kAbout:
    case HedgeKind::kNearly:
    case HedgeKind::kVague: return "~";
    case HedgeKind::kMoreThan:
    case HedgeKind::kAtLeast: return ">";
    case HedgeKind::kLessThan:
    case HedgeKind::kAtMost: return "<";
    default: return "=";
  }
}

v1::Mention Start(const DocumentAnalysis& doc, v1::Mention::Kind kind,
                  Span span, const char* rule) {
  v1::Mention out;
  out.set_kind(kind);
  *out.mutable_span() = ToProto(span);
  out.set_text(Str(doc.text.Text(span)));
  if (*rule != '\0') {
    out.mutable_derivation()->set_rule(rule);
    *out.mutable_derivation()->mutable_span() = ToProto(span);
  }
  return out;
}

v1::Mention ToProto(const DocumentAnalysis& doc, const TimeMention& time) {
  static constexpr v1::Mention::Kind kKinds[] = {
      v1::Mention::DATE, v1::Mention::TIME, v1::Mention::DURATION,
      v1::Mention::SET};
  v1::Mention out = Start(doc, kKinds[static_cast<int>(time.value.kind)],
                          time.span, time.rule);
  out.set_timex(Str(time.value.timex.view()));
  out.set_mod(Str(time.value.mod));
  return out;
}

// What is counted, with the words that describe it and its noun in the
// singular: "shipping container"; a unit of time that tells how old something
// is: "year of age"; else the unit and its rate.
std::string UnitOf(const DocumentAnalysis& doc, const QuantityMention& q) {
  const QuantityValue& v = q.value;
  std::string out;
  if (v.dimension == "count" && q.head != kNone) {
    for (uint32_t t = q.counted.begin; t < q.head; ++t) {
      if (t > q.counted.begin && !doc.text.Adjacent(t)) out += ' ';
      absl::StrAppend(&out, doc.text.Folded(t));
    }
    if (!out.empty() && !doc.text.Adjacent(q.head)) out += ' ';
  }
  absl::StrAppend(&out, v.unit);
  if (v.dimension == "age") absl::StrAppend(&out, " of age");
  if (!v.per.empty()) absl::StrAppend(&out, " per ", v.per);
  return out;
}

v1::Mention ToProto(const DocumentAnalysis& doc, const QuantityMention& q) {
  static constexpr v1::Mention::Kind kKinds[] = {
      v1::Mention::NUMBER, v1::Mention::PERCENT, v1::Mention::MONEY,
      v1::Mention::QUANTITY};
  // What is counted is the unit of the number, no part of it.
  const bool count = q.value.dimension == "count";
  v1::Mention out = Start(doc, kKinds[static_cast<int>(q.kind)],
                          count ? q.number : q.span, q.rule);
  const QuantityValue& v = q.value;
  out.set_value(v.written_high
                    ? absl::StrCat("[", ToString(v.written), ", ",
                                   ToString(*v.written_high), "]")
                    : ToString(v.written));
  out.set_unit(UnitOf(doc, q));
  out.set_change(ChangeSign(v));
  return out;
}

// "rose from 5 to 8 %": two amounts to a claim, one change to a reader.  True
// when `b` is where the change that begins at `a` ends.
bool IsOneChange(const DocumentAnalysis& doc, const QuantityMention& a,
                 const QuantityMention& b) {
  constexpr uint32_t kWindow = 10;
  constexpr uint32_t kTo = WordHash("to", 2), kFrom = WordHash("from", 4);
  if (a.sentence != b.sentence || b.tokens.begin < a.tokens.end ||
      b.tokens.begin - a.tokens.end > kWindow || a.tokens.begin == 0) {
    return false;
  }
  const QuantityValue& from = a.value;
  const QuantityValue& to = b.value;
  if (from.written_high || to.written_high || from.ordinal || to.ordinal) {
    return false;
  }
  if (from.unit != to.unit && !from.unit.empty() && !to.unit.empty()) {
    return false;
  }
  if (from.per != to.per && !from.per.empty() && !to.per.empty()) return false;
  const auto word_before = [&doc](const QuantityMention& m) {
    uint32_t t = m.tokens.begin;
    if (m.hedge.begin < m.span.begin && !m.hedge.empty()) {
      while (t > 0 && doc.text.tokens[t - 1].span.begin >= m.hedge.begin) --t;
    }
    return t == 0 ? 0u : doc.text.tokens[t - 1].word;
  };
  return (from.change == ChangeKind::kFrom || word_before(a) == kFrom) &&
         word_before(b) == kTo;
}

v1::Mention ChangeToProto(const DocumentAnalysis& doc,
                          const QuantityMention& a, const QuantityMention& b) {
  const bool first = (!a.value.unit.empty() && b.value.unit.empty()) ||
                     (!a.value.per.empty() && b.value.per.empty());
  v1::Mention out = ToProto(doc, first ? a : b);
  out.mutable_span()->set_begin(a.span.begin);
  out.mutable_span()->set_end(b.span.end);
  out.set_text(Str(doc.text.Text(Span{a.span.begin, b.span.end})));
  out.mutable_derivation()->set_rule("quantity.change");
  *out.mutable_derivation()->mutable_span() = out.span();
  out.set_value(absl::StrCat("[", ToString(a.value.written), ", ",
                             ToString(b.value.written), "]"));
  return out;
}

// Who speaks, as the text has it; a pronoun says little to a reader, so the
// name it stands for comes with it.
v1::Phrase SpeakerOf(const DocumentAnalysis& doc, const Attribution& a) {
  v1::Phrase out = PhraseOf(doc, a.speaker);
  if (a.speaker_entity == kNone) return out;
  const Entity& entity = doc.entities[a.speaker_entity];
  out.set_key(entity.key);
  if (a.speaker_name != kNone &&
      doc.names[a.speaker_name].form == NameMention::kPronoun) {
    out.set_resolved(Str(doc.text.Text(entity.name)));
  }
  return out;
}

v1::Mention ToProto(const DocumentAnalysis& doc, const Attribution& a) {
  Span hull = a.content.front();
  for (const Span& piece : a.content) hull = hull.Hull(piece);
  v1::Mention out = Start(doc, v1::Mention::ATTRIBUTION, hull, a.rule);
  for (const Span& piece : a.content) *out.add_content() = ToProto(piece);
  if (a.speaker_name != kNone || !a.speaker.empty()) {
    *out.mutable_speaker() = SpeakerOf(doc, a);
  }
  if (!a.cue.empty()) *out.mutable_cue() = PhraseOf(doc, a.cue);
  out.set_direct(a.direct);
  return out;
}

v1::Mention ToProto(const DocumentAnalysis& doc, const NameMention& name) {
  static constexpr v1::Mention::Kind kKinds[] = {
      v1::Mention::NAME, v1::Mention::PERSON, v1::Mention::ORGANISATION,
      v1::Mention::PLACE};
  const NameType type = name.entity == kNone
                            ? NameType::kUnknown
                            : doc.entities[name.entity].type;
  v1::Mention out =
      Start(doc, kKinds[static_cast<int>(type)], name.span, "");
  if (name.entity != kNone) out.set_name(doc.entities[name.entity].key);
  return out;
}

v1::Mention EventMention(const DocumentAnalysis& doc, const Event& event) {
  v1::Mention out = Start(doc, v1::Mention::EVENT, event.trigger, "");
  out.set_name(Str(event.cls));
  return out;
}

v1::Attribution ToProtoAttribution(const DocumentAnalysis& doc,
                                   const Attribution& a) {
  v1::Attribution out;
  if (!a.speaker.empty()) *out.mutable_speaker() = SpeakerOf(doc, a);
  out.set_kind(static_cast<v1::Attribution::Kind>(a.kind));
  out.set_stance(static_cast<v1::Attribution::Stance>(a.stance));
  if (!a.cue.empty()) *out.mutable_cue() = PhraseOf(doc, a.cue);
  return out;
}

}  // namespace

v1::Claim ToProto(const DocumentAnalysis& doc, const ClaimRecord& claim) {
  v1::Claim out;
  StableHash id;
  id.Add(doc.id).Add(claim.span.begin).Add(claim.span.end);
  id.Add(static_cast<uint64_t>(claim.kind)).Add(claim.event);
  out.set_id(id.Hex());
  out.set_document_id(doc.id);
  out.set_kind(static_cast<v1::Claim::Kind>(claim.kind));
  *out.mutable_span() = ToProto(claim.span);
  *out.mutable_sentence() = ToProto(doc.text.sentences[claim.sentence].span);
  if (claim.event != kNone) {
    const Event& event = doc.events[claim.event];
    *out.mutable_event() = PhraseOf(doc, event.trigger);
    out.mutable_event()->set_key(Str(event.cls));
    for (const auto* list : {&event.agents, &event.patients}) {
      for (uint32_t name : *list) {
        *out.add_participants() = PhraseOfName(doc, name);
      }
    }
    if (!event.status_cue.empty()) {
      *out.mutable_factuality()->add_cues() = ToProto(event.status_cue);
    }
  }
  if (claim.name != kNone) {
    *out.add_participants() = PhraseOfName(doc, claim.name);
  }
  if (claim.place != kNone) {
    *out.mutable_place() = PhraseOfName(doc, claim.place);
  }
  if (claim.time != kNone) {
    *out.mutable_time() = ToProto(doc.times[claim.time].value);
  }
  if (claim.quantity != kNone) {
    *out.mutable_quantity() = ToProto(doc.quantities[claim.quantity].value);
  }
  if (claim.quote != kNone) {
    *out.mutable_quotation()->add_content() =
        ToProto(doc.quotes[claim.quote].content);
    out.mutable_quotation()->set_fragment(doc.quotes[claim.quote].fragment);
  }
  if (claim.attribution != kNone) {
    *out.add_attributions() =
        ToProtoAttribution(doc, doc.attributions[claim.attribution]);
  }
  out.mutable_factuality()->set_status(
      static_cast<v1::Factuality::Status>(claim.status));
  return out;
}

v1::Extraction ToProto(const DocumentAnalysis& doc, bool with_claims) {
  std::vector<v1::Mention> mentions;
  for (const auto& m : doc.times) mentions.push_back(ToProto(doc, m));
  for (size_t i = 0; i < doc.quantities.size(); ++i) {
    const QuantityMention& m = doc.quantities[i];
    if (i + 1 < doc.quantities.size() &&
        IsOneChange(doc, m, doc.quantities[i + 1])) {
      mentions.push_back(ChangeToProto(doc, m, doc.quantities[++i]));
    } else {
      mentions.push_back(ToProto(doc, m));
    }
  }
  for (const RelativeOrdinal& m : FindRelativeOrdinals(doc)) {
    mentions.push_back(Start(doc, v1::Mention::NUMBER, m.span,
                             "quantity.relative_ordinal"));
    mentions.back().set_value(m.place);
  }
  for (const auto& m : doc.attributions) {
    if (!m.content.empty()) mentions.push_back(ToProto(doc, m));
  }
  for (const auto& m : doc.names) mentions.push_back(ToProto(doc, m));
  for (const auto& m : doc.events) mentions.push_back(EventMention(doc, m));
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const v1::Mention& a, const v1::Mention& b) {
                     if (a.span().begin() != b.span().begin()) {
                       return a.span().begin() < b.span().begin();
                     }
                     if (a.span().end() != b.span().end()) {
                       return a.span().end() < b.span().end();
                     }
                     return a.kind() < b.kind();
                   });
  v1::Extraction out;
  out.set_id(doc.id);
  for (v1::Mention& m : mentions) *out.add_mentions() = std::move(m);
  if (with_claims) {
    for (const ClaimRecord& c : doc.claims) *out.add_claims() = ToProto(doc, c);
  }
  if (doc.date.known) {
    out.set_published(absl::FormatCivilTime(
        absl::CivilDay(doc.date.year, doc.date.month, doc.date.day)));
  }
  out.set_published_source(static_cast<v1::DateSource>(doc.date.source));
  return out;
}

}  // namespace claimcheck
