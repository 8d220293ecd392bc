// Conditions that look at one field of a claim, of its event or its document.

#include <cstdlib>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "claims/value/calendar.h"
#include "rules/engine/conditions.h"

namespace claimcheck {
namespace {

constexpr const char* kWeekdays[] = {"",          "Monday",   "Tuesday",
                                     "Wednesday", "Thursday", "Friday",
                                     "Saturday",  "Sunday"};

// "DIRECT_QUOTE" -> "direct quote".
std::string Words(absl::string_view enum_name) {
  return absl::AsciiStrToLower(absl::StrReplaceAll(enum_name, {{"_", " "}}));
}

// Negative, 0, positive as `a` was published before, with or after `b`; none
// when the texts do not tell.
std::optional<int> ComparePublication(const DocumentDate& a,
                                      const DocumentDate& b) {
  // A date that is guessed from the other documents orders none of them.
  if (!a.known || !b.known || a.source == DateSource::kOtherDocuments ||
      b.source == DateSource::kOtherDocuments) {
    return std::nullopt;
  }
  const auto day = [](const DocumentDate& d) {
    return (int64_t{d.year} * 12 + d.month) * 31 + d.day;
  };
  if (day(a) != day(b)) return day(a) < day(b) ? -1 : 1;
  if (a.second_of_day < 0 || b.second_of_day < 0) return std::nullopt;
  return a.second_of_day < b.second_of_day   ? -1
         : a.second_of_day > b.second_of_day ? 1
                                             : 0;
}

}  // namespace

Truth EvaluateFactuality(const ConditionNode& node, const RuleSides& sides,
                         EvaluationScratch*, std::string* text) {
  return ForSides(
      node.condition->factuality().side(), sides, text,
      [&](ClaimRef ref, std::string* out) {
        const ClaimRecord& claim = sides.claim(ref);
        if (out != nullptr) {
          *out = absl::StrCat(
              "“", sides.corpus->Text(ref), "” is reported as ",
              Words(v1::Factuality::Status_Name(
                  static_cast<v1::Factuality::Status>(claim.status))));
        }
        if (claim.status == Status::kNone) return Truth::kUnknown;
        return FromBool(Accepts(node, static_cast<int>(claim.status)));
      });
}

Truth EvaluateAttribution(const ConditionNode& node, const RuleSides& sides,
                          EvaluationScratch*, std::string* text) {
  const v1::Condition::AttributionIs& condition = node.condition->attribution();
  return ForSides(
      condition.side(), sides, text, [&](ClaimRef ref, std::string* out) {
        const Attribution* attribution = sides.corpus->attribution(ref);
        if (attribution == nullptr) {
          if (out != nullptr) *out = "nobody is named as the source";
          if (condition.has_present()) return FromBool(!condition.present());
          return condition.or_absent() ? Truth::kYes : Truth::kUnknown;
        }
        const bool named = attribution->speaker_entity != kNone;
        if (out != nullptr) {
          *out = absl::StrCat(
              "ascribed to “",
              sides.document(ref).text.Text(attribution->speaker), "” (",
              Words(v1::Attribution::Kind_Name(
                  static_cast<v1::Attribution::Kind>(attribution->kind))),
              ", ",
              Words(v1::Attribution::Stance_Name(
                  static_cast<v1::Attribution::Stance>(attribution->stance))),
              named ? ")" : ", not named)");
        }
        Truth truth = Truth::kYes;
        const auto listed = [](const auto& list, int value) {
          bool found = list.empty();
          for (int accepted : list) found = found || accepted == value;
          return FromBool(found);
        };
        if (condition.has_present()) {
          truth = And(truth, FromBool(condition.present()));
        }
        if (condition.has_named()) {
          truth = And(truth, FromBool(condition.named() == named));
        }
        truth = And(truth, listed(condition.kind(),
                                  static_cast<int>(attribution->kind)));
        return And(truth, listed(condition.stance(),
                                 static_cast<int>(attribution->stance)));
      });
}

namespace {

std::optional<int64_t> DaysBetween(const DocumentDate& a,
                                   const DocumentDate& b) {
  if (!a.known || !b.known) return std::nullopt;
  const std::optional<int64_t> first = DayNumber(a.year, a.month, a.day);
  const std::optional<int64_t> second = DayNumber(b.year, b.month, b.day);
  if (!first || !second) return std::nullopt;
  return std::abs(*first - *second);
}

}  // namespace

Truth EvaluateDocuments(const ConditionNode& node, const RuleSides& sides,
                        EvaluationScratch*, std::string* text) {
  const v1::Condition::Documents& condition = node.condition->documents();
  const Corpus& corpus = *sides.corpus;
  const DocumentAnalysis& left = sides.document(sides.left);
  const DocumentAnalysis& right = sides.document(sides.right);
  const bool same = sides.left.document == sides.right.document;
  Truth truth = Truth::kYes;
  const auto require = [&](Truth one, absl::string_view words) {
    truth = And(truth, one);
    if (text != nullptr) {
      absl::StrAppend(text, text->empty() ? "" : ", ", words);
    }
  };
  if (condition.has_same()) {
    require(FromBool(same == condition.same()),
            same ? "one document" : "two documents");
  }
  if (condition.has_independent()) {
    const bool independent = corpus.Origin(sides.left.document) !=
                             corpus.Origin(sides.right.document);
    require(FromBool(independent == condition.independent()),
            independent ? "of independent origin" : "of one origin");
  }
  if (condition.has_same_publisher()) {
    const bool known = !left.publisher.empty() && !right.publisher.empty();
    const bool one = left.publisher == right.publisher;
    require(
        !known ? Truth::kUnknown : FromBool(one == condition.same_publisher()),
        !known ? "of publishers not known"
        : one  ? "of one publisher"
               : "of two publishers");
  }
  if (condition.has_left_is_newer()) {
    const std::optional<int> order = ComparePublication(left.date, right.date);
    require(!order ? Truth::kUnknown
                   : FromBool((*order > 0) == condition.left_is_newer()),
            !order       ? "published in an order not known"
            : *order > 0 ? "the first published later"
                         : "the first not published later");
  }
  if (condition.has_within_days()) {
    const std::optional<int64_t> days = DaysBetween(left.date, right.date);
    require(
        !days ? Truth::kUnknown : FromBool(*days <= condition.within_days()),
        !days ? "published on days not known"
              : absl::StrCat("published ", *days, " days apart"));
  }
  return truth;
}

Truth EvaluateInZone(const ConditionNode& node, const RuleSides& sides,
                     EvaluationScratch*, std::string* text) {
  const auto judge = [&](v1::Zone::Kind zone, std::string* out) {
    if (out != nullptr) {
      *out = zone == v1::Zone::KIND_UNSPECIFIED
                 ? "stands in running text"
                 : absl::StrCat("stands in a zone of kind ",
                                Words(v1::Zone::Kind_Name(zone)));
    }
    return FromBool(Accepts(node, zone));
  };
  if (sides.place != nullptr) {
    return judge(ZoneOf(sides.corpus->document(sides.place->document),
                        sides.place->sentence),
                 text);
  }
  return ForSides(node.condition->in_zone().side(), sides, text,
                  [&](ClaimRef ref, std::string* out) {
                    return judge(ZoneOf(sides.document(ref),
                                        sides.claim(ref).sentence),
                                 out);
                  });
}

v1::Zone::Kind ZoneOf(const DocumentAnalysis& doc, uint32_t sentence) {
  switch (doc.text.sentences[sentence].zone) {
    case Sentence::kHeadline:
      return v1::Zone::HEADLINE;
    case Sentence::kCaption:
      return v1::Zone::CAPTION;
    case Sentence::kFurniture:
      return v1::Zone::FURNITURE;
    case Sentence::kTable:
      return v1::Zone::TABLE;
    case Sentence::kBlockQuote:
      return v1::Zone::BLOCK_QUOTE;
    case Sentence::kProse:
    case Sentence::kListItem:
      return v1::Zone::KIND_UNSPECIFIED;
  }
  return v1::Zone::KIND_UNSPECIFIED;
}

Truth EvaluateSameInstance(const ConditionNode& node, const RuleSides& sides,
                           EvaluationScratch*, std::string* text) {
  const auto instance = [&](ClaimRef ref) {
    const Event* event = sides.corpus->event(ref);
    return event == nullptr ? Instance::kNone : event->instance;
  };
  const auto name = [](Instance i) {
    switch (i) {
      case Instance::kFirst:
        return "the first";
      case Instance::kLast:
        return "the last";
      case Instance::kNext:
        return "the next";
      case Instance::kOther:
        return "another";
      case Instance::kNone:
        return "no word for which one";
    }
    return "";
  };
  const Instance left = instance(sides.left);
  const Instance right = instance(sides.right);
  if (text != nullptr) {
    *text = absl::StrCat(name(left), " against ", name(right));
  }
  if (left == Instance::kNone || right == Instance::kNone) {
    return node.condition->same_instance().or_absent() ? Truth::kYes
                                                       : Truth::kUnknown;
  }
  // "Another" may be any, also the same in both.
  if (left == Instance::kOther || right == Instance::kOther) {
    return Truth::kUnknown;
  }
  return FromBool(left == right);
}

std::optional<int> WeekdayOfDate(const TimeValue& time) {
  if (time.impossible || time.ambiguous || time.weekday_only ||
      !time.range.first || time.grain == Grain::kNone ||
      time.grain > Grain::kDay ||
      (time.kind != TimeKind::kDate && time.kind != TimeKind::kTime)) {
    return std::nullopt;
  }
  // Midnight may be the end of the day that is written.
  const int64_t day = DayOfSecond(*time.range.first) -
                      absl::EndsWith(time.timex.view(), "T24:00");
  // "Friday, 4 October to Thursday, 17 October": the weekday may be either's.
  if (time.range.last && DayOfSecond(*time.range.last) > day + 1) {
    return std::nullopt;
  }
  return WeekdayOf(day);
}

absl::string_view WeekdayName(int weekday) {
  return weekday < 1 || weekday > 7 ? "" : kWeekdays[weekday];
}

namespace {

// The year stands in the text, or the day is so near to that of the document that
// no other year can be meant.  A guessed year proves nothing against a weekday.
bool YearIsSure(const DocumentAnalysis& doc, const TimeValue& time) {
  constexpr int64_t kDaysOfGiven = 150;
  constexpr int64_t kDaysOfDateline = 31;  // of a page it may be any date
  if (time.year_written) return true;
  if (!doc.date.known || !time.range.first) return false;
  const bool given = doc.date.source == DateSource::kGiven;
  if (!given && doc.date.source != DateSource::kDateline) return false;
  const std::optional<int64_t> published =
      DayNumber(doc.date.year, doc.date.month, doc.date.day);
  return published && std::llabs(DayOfSecond(*time.range.first) - *published) <=
                          (given ? kDaysOfGiven : kDaysOfDateline);
}

}  // namespace

Truth EvaluateWeekdayAgrees(const ConditionNode& node, const RuleSides& sides,
                            EvaluationScratch*, std::string* text) {
  return ForSides(
      node.condition->weekday_agrees().side(), sides, text,
      [&](ClaimRef ref, std::string* out) {
        const TimeMention* time = sides.corpus->time(ref);
        const std::optional<int> actual =
            time == nullptr ? std::nullopt : WeekdayOfDate(time->value);
        if (!actual || time->value.weekday == 0 ||
            !YearIsSure(sides.document(ref), time->value)) {
          if (out != nullptr) *out = "no weekday stands beside a full date";
          return Truth::kUnknown;
        }
        if (out != nullptr) {
          *out = absl::StrCat(ToDisplay(time->value), " is a ",
                              WeekdayName(*actual));
          if (*actual != time->value.weekday) {
            absl::StrAppend(out, ", not a ", WeekdayName(time->value.weekday));
          }
        }
        return FromBool(*actual == time->value.weekday);
      });
}

Truth EvaluateDateExists(const ConditionNode& node, const RuleSides& sides,
                         EvaluationScratch*, std::string* text) {
  return ForSides(
      node.condition->date_exists().side(), sides, text,
      [&](ClaimRef ref, std::string* out) {
        const TimeMention* time = sides.corpus->time(ref);
        if (time == nullptr || (time->value.kind != TimeKind::kDate &&
                                time->value.kind != TimeKind::kTime)) {
          if (out != nullptr) *out = "there is no date";
          return Truth::kUnknown;
        }
        if (out != nullptr) {
          *out =
              absl::StrCat("“", sides.document(ref).text.Text(time->span),
                           time->value.impossible ? "” is not in the calendar"
                                                  : "” is in the calendar");
        }
        return FromBool(!time->value.impossible);
      });
}

}  // namespace claimcheck
