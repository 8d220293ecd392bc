#ifndef CLAIMCHECK_RULES_ENGINE_MESSAGE_FORMAT_H_
#define CLAIMCHECK_RULES_ENGINE_MESSAGE_FORMAT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace claimcheck {

// What a placeholder of a rule's message may name.
enum class PlaceholderField {
  kText,           // the claim's own words
  kValue,          // its value, normalised: "19 June 2024"
  kSubject,        // what it is about; of quoted words, whom they are said of
  kDocument,       // the id of its document
  kSpeaker,        // whom its words are ascribed to
  kEvent,          // what happens: "arrive"
  kPlace,          // where
  kWeekdayOfDate,  // the weekday that its date falls on
};

// A piece of a message: words, or a placeholder when `literal` is empty.
struct MessagePiece {
  std::string literal;
  bool right = false;
  PlaceholderField field = PlaceholderField::kText;
};

struct ParsedMessage {
  std::vector<MessagePiece> pieces;
  std::vector<std::string> mistakes;  // "what; what to write instead"
};

// Reads "{left.text} against {right.text}".  With `has_right` false, what names
// the right side is a mistake.
ParsedMessage ParseMessage(absl::string_view message, bool has_right);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_MESSAGE_FORMAT_H_
