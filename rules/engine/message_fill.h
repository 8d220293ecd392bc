#ifndef CLAIMCHECK_RULES_ENGINE_MESSAGE_FILL_H_
#define CLAIMCHECK_RULES_ENGINE_MESSAGE_FILL_H_

#include <string>

#include "claims/text/span.h"
#include "rules/engine/conditions.h"
#include "rules/engine/message_format.h"

namespace claimcheck {

// The message with its placeholders replaced.  What a claim has not is said in
// words ("somebody", "somewhere"), so that the line stays readable.
std::string FillMessage(const ParsedMessage& message, const RuleSides& sides);

// The words of a detail that the message shows of one side, the first if there are
// several; empty when it shows none.
Span ShownSpan(const ParsedMessage& message, const Detail& detail, bool right);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_MESSAGE_FILL_H_
