// The condition `elapsed`: "24 years later" (written_span.h) against the two dates
// beside it (span_ends.h).

#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "claims/value/calendar.h"
#include "rules/engine/conditions.h"
#include "rules/engine/span_ends.h"
#include "rules/engine/written_span.h"

namespace claimcheck {
namespace {

int64_t MonthsAt(int64_t day) {
  const CivilDate date = DateOfDay(day);
  return int64_t{date.year} * 12 + date.month - 1;
}

// The amount in months or days, and the least and most that lie between.
struct Measured {
  int64_t written = 0;
  int64_t unit = 1;  // months or days of one unit
  int64_t least = 0;
  int64_t most = 0;
  const char* name = "";
};

Measured Measure(const WrittenSpan& span, const SpanEnds& ends) {
  Measured m;
  const bool by_day = span.unit == Grain::kDay || span.unit == Grain::kWeek;
  switch (span.unit) {
    case Grain::kDay:
      m.unit = 1;
      m.name = "days";
      break;
    case Grain::kWeek:
      m.unit = 7;
      m.name = "weeks";
      break;
    case Grain::kMonth:
      m.unit = 1;
      m.name = "months";
      break;
    case Grain::kDecade:
      m.unit = 120;
      m.name = "decades";
      break;
    case Grain::kCentury:
      m.unit = 1200;
      m.name = "centuries";
      break;
    default:
      m.unit = 12;
      m.name = "years";
      break;
  }
  m.written = span.amount * m.unit;
  if (by_day) {
    m.least = ends.to.first - ends.from.last;
    m.most = ends.to.last - ends.from.first;
  } else {
    m.least = MonthsAt(ends.to.first) - MonthsAt(ends.from.last);
    m.most = MonthsAt(ends.to.last) - MonthsAt(ends.from.first);
  }
  return m;
}

}  // namespace

Truth EvaluateElapsed(const ConditionNode& node, const RuleSides& sides,
                      EvaluationScratch* scratch, std::string* text) {
  const DocumentAnalysis& doc = sides.document(sides.left);
  const TimeMention* mention = sides.corpus->time(sides.left);
  const std::optional<WrittenSpan> span =
      mention == nullptr ? std::nullopt : ReadWrittenSpan(doc, *mention);
  if (!span) {
    if (text != nullptr) *text = "no span of time between two dates";
    return Truth::kUnknown;
  }
  const std::optional<SpanEnds> ends =
      FindSpanEnds(doc, *mention, span->way, sides.corpus->event(sides.left));
  // One date told twice, and dates out of order, are no wrong sum.
  if (!ends || ends->to.first <= ends->from.last) {
    if (text != nullptr) *text = "the two dates are not both written";
    return Truth::kUnknown;
  }
  const Measured m = Measure(*span, *ends);
  int64_t slack = node.condition->elapsed().tolerance() * m.unit;
  if (span->about) slack = std::max(slack, m.unit + m.written / 10);
  const int64_t above = span->more_than ? m.written / 2 + slack : slack;
  scratch->context.push_back(ends->from_span);
  if (!ends->to_span.empty()) scratch->context.push_back(ends->to_span);
  if (text != nullptr) {
    const int64_t least = m.least / m.unit;
    const int64_t most = (m.most + m.unit - 1) / m.unit;
    *text = absl::StrCat(
        "from ", ends->from_text, " to ", ends->to_text, " it is ",
        least == most ? absl::StrCat(least) : absl::StrCat(least, " to ", most),
        " ", m.name, "; “", doc.text.Text(mention->span), "” is written");
  }
  return FromBool(m.written >= m.least - above && m.written <= m.most + slack);
}

}  // namespace claimcheck
