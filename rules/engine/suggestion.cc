#include "rules/engine/suggestion.h"

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "claimcheck/v1/rule.pb.h"
#include "claims/text/edit_distance.h"
#include "google/protobuf/descriptor.h"

namespace claimcheck {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;

// The words between quotation marks.
std::vector<absl::string_view> Quoted(absl::string_view text) {
  std::vector<absl::string_view> out;
  while (true) {
    const size_t begin = text.find('"');
    if (begin == absl::string_view::npos) return out;
    const size_t end = text.find('"', begin + 1);
    if (end == absl::string_view::npos) return out;
    out.push_back(text.substr(begin + 1, end - begin - 1));
    text.remove_prefix(end + 1);
  }
}

std::string Suggest(absl::string_view written,
                    const std::vector<std::string>& names) {
  const std::string* nearest = nullptr;
  size_t least = std::max<size_t>(2, written.size() / 3) + 1;
  if (written.size() > 40) return "";
  for (const std::string& name : names) {
    const size_t distance = EditDistance(written, name);
    if (distance < least) {
      least = distance;
      nearest = &name;
    }
  }
  if (nearest != nullptr) {
    return absl::StrCat("; did you mean \"", *nearest, "\"?");
  }
  return absl::StrCat("; there are ", absl::StrJoin(names, ", "));
}

// The enum that a field of this name has, in any message of rule.proto below
// `message`.
const google::protobuf::EnumDescriptor* FindEnum(const Descriptor* message,
                                                 const std::string& field,
                                                 int depth) {
  const google::protobuf::FieldDescriptor* here =
      message->FindFieldByName(field);
  if (here != nullptr && here->enum_type() != nullptr) return here->enum_type();
  for (int i = 0; depth > 0 && i < message->field_count(); ++i) {
    if (message->field(i)->message_type() == nullptr) continue;
    const auto* found =
        FindEnum(message->field(i)->message_type(), field, depth - 1);
    if (found != nullptr) return found;
  }
  return nullptr;
}

}  // namespace

std::string SuggestName(absl::string_view parser_message) {
  const std::vector<absl::string_view> quoted = Quoted(parser_message);
  if (quoted.size() != 2) return "";
  std::vector<std::string> names;
  if (absl::StrContains(parser_message, "has no field named")) {
    const Descriptor* type =
        DescriptorPool::generated_pool()->FindMessageTypeByName(
            std::string(quoted[0]));
    if (type == nullptr) return "";
    for (int i = 0; i < type->field_count(); ++i) {
      names.push_back(type->field(i)->name());
    }
    return Suggest(quoted[1], names);
  }
  if (absl::StrContains(parser_message, "Unknown enumeration value")) {
    const auto* type =
        FindEnum(v1::Rule::descriptor(), std::string(quoted[1]), 4);
    if (type == nullptr) return "";
    for (int i = 1; i < type->value_count(); ++i) {
      names.push_back(type->value(i)->name());
    }
    return Suggest(quoted[0], names);
  }
  return "";
}

}  // namespace claimcheck
