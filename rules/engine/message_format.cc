#include "rules/engine/message_format.h"

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace claimcheck {
namespace {

struct FieldName {
  const char* name;
  PlaceholderField field;
};

constexpr FieldName kFields[] = {
    {"text", PlaceholderField::kText},
    {"value", PlaceholderField::kValue},
    {"subject", PlaceholderField::kSubject},
    {"document", PlaceholderField::kDocument},
    {"speaker", PlaceholderField::kSpeaker},
    {"event", PlaceholderField::kEvent},
    {"place", PlaceholderField::kPlace},
    {"weekday_of_date", PlaceholderField::kWeekdayOfDate},
};

// What is wrong with the placeholder, or "".
std::string ParsePlaceholder(absl::string_view inner, bool has_right,
                             MessagePiece* piece) {
  absl::string_view rest = inner;
  if (absl::ConsumePrefix(&rest, "right.")) {
    piece->right = true;
  } else if (!absl::ConsumePrefix(&rest, "left.")) {
    return absl::StrCat("unknown placeholder {", absl::Utf8SafeCEscape(inner),
                        "}; it begins with left. or right.");
  }
  std::string names;
  for (const FieldName& field : kFields) {
    if (rest == field.name) {
      piece->field = field.field;
      if (piece->right && !has_right) {
        return absl::StrCat("{", inner,
                            "} names the right side, which this kind of rule "
                            "has not; use {left.",
                            rest, "}");
      }
      return "";
    }
    absl::StrAppend(&names, names.empty() ? "" : ", ", field.name);
  }
  return absl::StrCat("unknown placeholder {", absl::Utf8SafeCEscape(inner),
                      "}; there are ", names);
}

}  // namespace

ParsedMessage ParseMessage(absl::string_view message, bool has_right) {
  ParsedMessage parsed;
  while (!message.empty()) {
    const size_t brace = message.find_first_of("{}");
    if (brace != 0) {
      MessagePiece words;
      words.literal = std::string(message.substr(0, brace));
      parsed.pieces.push_back(words);
      if (brace == absl::string_view::npos) break;
      message.remove_prefix(brace);
    }
    const size_t end = message.find('}');
    if (message[0] == '}' || end == absl::string_view::npos) {
      parsed.mistakes.push_back(
          absl::StrCat("a lone ", message.substr(0, 1),
                       "; a placeholder is written {left.value}"));
      break;
    }
    MessagePiece piece;
    std::string mistake =
        ParsePlaceholder(message.substr(1, end - 1), has_right, &piece);
    if (mistake.empty()) {
      parsed.pieces.push_back(piece);
    } else {
      parsed.mistakes.push_back(mistake);
    }
    message.remove_prefix(end + 1);
  }
  return parsed;
}

}  // namespace claimcheck
