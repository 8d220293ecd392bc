#include "rules/engine/example_validator.h"

#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "rules/engine/example_marks.h"

namespace claimcheck {
namespace {

using v1::Example;
using v1::Severity;

bool AllDigits(absl::string_view text) {
  return !text.empty() &&
         text.find_first_not_of("0123456789") == absl::string_view::npos;
}

// "2024-05-03", "2024-05-03T14:05" or with seconds; a day that exists.
bool IsIsoDate(absl::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
  int64_t year = 0;
  int month = 0;
  int day = 0;
  if (!AllDigits(text.substr(0, 4)) || !AllDigits(text.substr(5, 2)) ||
      !AllDigits(text.substr(8, 2)) ||
      !absl::SimpleAtoi(text.substr(0, 4), &year) ||
      !absl::SimpleAtoi(text.substr(5, 2), &month) ||
      !absl::SimpleAtoi(text.substr(8, 2), &day)) {
    return false;
  }
  // CivilDay rolls 30 February over to March; what comes back then differs.
  const absl::CivilDay civil(year, month, day);
  if (year < 1 || civil.month() != month || civil.day() != day) return false;
  absl::string_view time = text.substr(10);
  if (time.empty()) return true;
  if (time.size() != 6 && time.size() != 9) return false;
  for (size_t i = 0; i < time.size(); ++i) {
    const char separator = i == 0 ? 'T' : i % 3 == 0 ? ':' : '\0';
    if (separator != '\0' ? time[i] != separator
                          : !AllDigits(time.substr(i, 1))) {
      return false;
    }
  }
  return time.substr(1, 2) < "24" && time.substr(4, 2) < "60";
}

class ExampleValidator {
 public:
  ExampleValidator(const RuleSource& source, std::vector<RuleIssue>* issues)
      : source_(source), issues_(issues) {}

  void Run();

 private:
  void Error(const RulePlace& place, std::string message) {
    issues_->push_back(place.Issue(Severity::ERROR, std::move(message)));
  }
  void CheckExample(const Example& example, const RulePlace& place);
  // The number of marks in the text.
  int CheckText(const Example& example, int index, const RulePlace& place);

  const RuleSource& source_;
  std::vector<RuleIssue>* issues_;
};

int ExampleValidator::CheckText(const Example& example, int index,
                                const RulePlace& place) {
  const Example::Text& text = example.texts(index);
  if (text.text().empty()) {
    Error(place, "text is empty; write a sentence or two");
    return 0;
  }
  const UnmarkedText unmarked = StripMarks(text.text());
  if (!unmarked.mistake.empty()) Error(place.At("text"), unmarked.mistake);
  if (!text.published().empty() && !IsIsoDate(text.published())) {
    Error(place.At("published"),
          absl::StrCat("published \"", EscapeControls(text.published()),
                       "\" is no date; write 2024-05-15 or 2024-05-15T14:30"));
  }
  if (!text.derived_from().empty()) {
    int number = 0;
    if (!absl::SimpleAtoi(text.derived_from(), &number) || number < 1 ||
        number > example.texts_size() || number == index + 1) {
      Error(place.At("derived_from"),
            absl::StrCat("derived_from \"", EscapeControls(text.derived_from()),
                         "\" is not the number of another text, from 1 to ",
                         example.texts_size()));
    }
  }
  for (int i = 0; i < text.parts_size(); ++i) {
    const Example::Part& part = text.parts(i);
    const RulePlace here = place.At("parts", i);
    if (part.kind() == v1::Zone::KIND_UNSPECIFIED ||
        !v1::Zone::Kind_IsValid(part.kind())) {
      Error(here,
            "parts: kind is missing; write HEADLINE, CAPTION, TABLE, "
            "BLOCK_QUOTE, FURNITURE or IGNORED");
    }
    if (part.text().empty() || !absl::StrContains(unmarked.text, part.text())) {
      Error(here.At("text"),
            absl::StrCat("parts: \"", EscapeControls(part.text()),
                         "\" is not in the text; copy it from there, without "
                         "[[ ]]"));
    }
  }
  return static_cast<int>(unmarked.marks.size());
}

void ExampleValidator::CheckExample(const Example& example,
                                    const RulePlace& place) {
  if (example.name().empty()) {
    Error(place, "example has no name; say what it shows");
  }
  bool unfilled = absl::StrContains(example.name(), "FILL IN");
  for (const Example::Text& text : example.texts()) {
    unfilled = unfilled || absl::StrContains(text.text(), "FILL IN");
  }
  if (unfilled) {
    Error(place,
          "the example is still to be filled in; take a text that you have "
          "seen");
  }
  if (example.texts().empty()) {
    Error(place, "example has no text; add texts { text: \"...\" }");
  }
  int marks = 0;
  for (int i = 0; i < example.texts_size(); ++i) {
    marks += CheckText(example, i, place.At("texts", i));
  }
  switch (example.expect()) {
    case Example::FIRES:
    case Example::FIRES_SOMEDAY:
      if (marks == 0 && !example.texts().empty()) {
        Error(place,
              "the example fires but marks nothing; put [[ ]] around what the "
              "finding must point at");
      }
      break;
    case Example::SILENT:
    case Example::SILENT_SOMEDAY:
      if (marks > 0) {
        Error(place,
              "the example is silent, so nothing is pointed at; remove "
              "the [[ ]]");
      }
      break;
    default:
      Error(place,
            "expect is missing; write FIRES, SILENT, FIRES_SOMEDAY (a known "
            "miss) or SILENT_SOMEDAY (a known false alarm)");
  }
}

void ExampleValidator::Run() {
  const RulePlace rule(source_);
  int fires = 0;
  int silent = 0;
  absl::flat_hash_map<std::string, int> names;
  absl::flat_hash_map<std::string, int> contents;
  for (int i = 0; i < source_.rule.examples_size(); ++i) {
    const Example& example = source_.rule.examples(i);
    const RulePlace place = rule.At("examples", i);
    CheckExample(example, place);
    fires += example.expect() == Example::FIRES;
    silent += example.expect() == Example::SILENT;
    if (!example.name().empty() && !names.emplace(example.name(), i).second) {
      Error(place.At("name"),
            absl::StrCat("example ", names[example.name()] + 1,
                         " has the same name; say what differs"));
    }
    std::string content;
    for (const Example::Text& text : example.texts()) {
      Example::Text unmarked = text;
      unmarked.set_text(StripMarks(text.text()).text);
      absl::StrAppend(&content, unmarked.SerializeAsString(), "\n");
    }
    if (!contents.emplace(content, i).second && !example.texts().empty()) {
      Error(place, absl::StrCat("the texts are those of example ",
                                contents[content] + 1, "; remove one"));
    }
  }
  if (fires == 0) {
    Error(rule, "no example FIRES; add one that shows the mistake");
  }
  if (silent == 0) {
    Error(rule, "no example is SILENT; add the nearest text that is right");
  }
}

}  // namespace

void ValidateExamples(const RuleSource& source,
                      std::vector<RuleIssue>* issues) {
  ExampleValidator(source, issues).Run();
}

}  // namespace claimcheck
