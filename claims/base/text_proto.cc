#include "claims/base/text_proto.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/io/tokenizer.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "google/protobuf/stubs/logging.h"

namespace claimcheck {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using google::protobuf::TextFormat;

class IssueCollector : public google::protobuf::io::ErrorCollector {
 public:
  // Both forms of the interface, so that older and newer protobuf find theirs.
  void AddError(int line, int column, const std::string& message) {
    Add(line, column, false, message);
  }
  void AddWarning(int line, int column, const std::string& message) {
    Add(line, column, true, message);
  }
  void RecordError(int line, int column, absl::string_view message) {
    Add(line, column, false, std::string(message));
  }

  std::vector<TextProtoIssue> issues;

 private:
  void Add(int line, int column, bool warning, const std::string& message) {
    TextProtoIssue issue;
    issue.line = line + 1;  // protobuf counts from 0 and says -1 for "nowhere"
    issue.column = column + 1;
    if (issue.line < 1) issue.line = 1;
    if (issue.column < 1) issue.column = 1;
    issue.warning = warning;
    issue.message = message;
    issues.push_back(std::move(issue));
  }
};

bool IsUtf8(absl::string_view s) {
  size_t i = 0;
  while (i < s.size()) {
    const unsigned char c = s[i];
    int more = c < 0x80 ? 0 : c >= 0xC2 && c < 0xE0 ? 1
               : c >= 0xE0 && c < 0xF0              ? 2
               : c >= 0xF0 && c < 0xF5              ? 3
                                                    : -1;
    if (more < 0 || i + more >= s.size()) return false;
    for (int k = 1; k <= more; ++k) {
      if ((static_cast<unsigned char>(s[i + k]) & 0xC0) != 0x80) return false;
    }
    const unsigned char d = more > 0 ? s[i + 1] : 0;
    if ((c == 0xE0 && d < 0xA0) || (c == 0xED && d >= 0xA0) ||
        (c == 0xF0 && d < 0x90) || (c == 0xF4 && d >= 0x90)) {
      return false;
    }
    i += more + 1;
  }
  return true;
}

// The name of a string field below `message` that is no UTF-8, or "".  Text
// format lets such bytes in through escapes; the other side then refuses them.
// The depth is bounded by the parser's limit.
std::string FindBadString(const Message& message) {
  const Reflection* reflection = message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection->ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    const int count = field->is_repeated()
                          ? reflection->FieldSize(message, field)
                          : 1;
    for (int i = 0; i < count; ++i) {
      if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
        const Message& child =
            field->is_repeated()
                ? reflection->GetRepeatedMessage(message, field, i)
                : reflection->GetMessage(message, field);
        std::string bad = FindBadString(child);
        if (!bad.empty()) return bad;
      } else if (field->type() == FieldDescriptor::TYPE_STRING) {
        std::string scratch;
        const std::string& value =
            field->is_repeated() ? reflection->GetRepeatedStringReference(
                                       message, field, i, &scratch)
                                 : reflection->GetStringReference(
                                       message, field, &scratch);
        if (!IsUtf8(value)) return field->name();
      }
    }
  }
  return "";
}

}  // namespace

std::vector<TextProtoIssue> LoadTextProto(absl::string_view text,
                                          Message* message,
                                          TextFormat::ParseInfoTree* tree,
                                          UnknownField unknown) {
  if (text.size() > kMaxTextProtoBytes) {
    TextProtoIssue issue;
    issue.message = absl::StrCat("the file has ", text.size(),
                                 " bytes, the limit is ", kMaxTextProtoBytes,
                                 "; split it");
    return {issue};
  }
  SilenceProtobufLogging();
  IssueCollector collector;
  TextFormat::Parser parser;
  parser.SetRecursionLimit(kMaxTextProtoDepth);
  parser.RecordErrorsTo(&collector);
  parser.AllowUnknownField(unknown == UnknownField::kReadOn);
  if (tree != nullptr) parser.WriteLocationsTo(tree);
  google::protobuf::io::ArrayInputStream input(text.data(),
                                               static_cast<int>(text.size()));
  const bool parsed = parser.Parse(&input, message);
  if (!parsed && collector.issues.empty()) {
    TextProtoIssue issue;
    issue.message = "the text cannot be read";
    collector.issues.push_back(issue);
  }
  if (parsed) {
    const std::string bad = FindBadString(*message);
    if (!bad.empty()) {
      TextProtoIssue issue;
      issue.message = absl::StrCat("field \"", bad, "\" is not UTF-8");
      collector.issues.push_back(issue);
    }
  }
  for (TextProtoIssue& issue : collector.issues) {
    // protobuf only warns of the unknown fields that it was let to skip.
    if (issue.message.find("has no field named") != std::string::npos) {
      issue.warning = false;
    }
    if (issue.message.find("recursion limit") != std::string::npos ||
        issue.message.find("too deep") != std::string::npos) {
      issue.message = absl::StrCat("nested deeper than ", kMaxTextProtoDepth,
                                   " messages; flatten the condition");
    }
  }
  return std::move(collector.issues);
}

std::string FormatIssue(absl::string_view file, const TextProtoIssue& issue,
                        absl::string_view text) {
  std::string out =
      absl::StrCat(file, ":", issue.line, ":", issue.column, ": ",
                   issue.warning ? "warning: " : "error: ", issue.message, "\n");
  size_t begin = 0;
  for (int line = 1; line < issue.line; ++line) {
    begin = text.find('\n', begin);
    if (begin == absl::string_view::npos) return out;
    ++begin;
  }
  if (begin >= text.size()) return out;
  absl::string_view source =
      text.substr(begin, text.find('\n', begin) - begin);
  // Long or odd lines would hide the message that they are to explain.
  if (source.size() > 160 ||
      std::any_of(source.begin(), source.end(), [](char c) {
        return c != '\t' && !absl::ascii_isprint(static_cast<unsigned char>(c));
      })) {
    return out;
  }
  absl::StrAppend(&out, "  | ", absl::StrReplaceAll(source, {{"\t", " "}}),
                  "\n  | ", std::string(issue.column - 1, ' '), "^\n");
  return out;
}

void SilenceProtobufLogging() {
  static const bool silenced = [] {
    google::protobuf::SetLogHandler(nullptr);
    return true;
  }();
  (void)silenced;
}

}  // namespace claimcheck
