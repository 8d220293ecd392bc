#include "claims/extract/mention_line.h"

#include "absl/strings/str_cat.h"

namespace claimcheck {

std::string MentionLine(const v1::Mention& mention) {
  std::string out = v1::Mention::Kind_Name(mention.kind());
  for (const std::string* part :
       {&mention.timex(), &mention.value(), &mention.unit(), &mention.mod(),
        &mention.name()}) {
    if (!part->empty()) absl::StrAppend(&out, " ", *part);
  }
  if (!mention.change().empty() && mention.change() != "=") {
    absl::StrAppend(&out, " ", mention.change());
  }
  if (mention.kind() == v1::Mention::ATTRIBUTION) {
    if (mention.direct()) absl::StrAppend(&out, " quoted");
    if (mention.has_speaker()) {
      const v1::Phrase& speaker = mention.speaker();
      absl::StrAppend(&out, " of ", speaker.resolved().empty()
                                        ? speaker.text()
                                        : speaker.resolved());
    }
  }
  return out;
}

}  // namespace claimcheck
