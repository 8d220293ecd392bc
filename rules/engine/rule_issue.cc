#include "rules/engine/rule_issue.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "google/protobuf/descriptor.h"

namespace claimcheck {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::TextFormat;

// A longer line would hide the message that it is to explain.
constexpr size_t kMaxShownLine = 160;

// Protobuf's tokenizer counts a tab as going to the next multiple of 8.
int BytesBefore(absl::string_view line, int tokenizer_column) {
  int column = 0;
  size_t i = 0;
  while (i < line.size() && column < tokenizer_column) {
    column = line[i] == '\t' ? column + 8 - column % 8 : column + 1;
    ++i;
  }
  return static_cast<int>(i);
}

// Bytes of the UTF-8 character at the start of `text`, 0 when there is none.
size_t CharacterSize(absl::string_view text) {
  const unsigned char lead = text[0];
  const size_t size = lead < 0x80                   ? 1
                      : lead >= 0xC2 && lead < 0xE0 ? 2
                      : lead >= 0xE0 && lead < 0xF0 ? 3
                      : lead >= 0xF0 && lead < 0xF5 ? 4
                                                    : 0;
  if (size == 0 || text.size() < size) return 0;
  for (size_t i = 1; i < size; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return 0;
  }
  return size;
}

}  // namespace

std::string EscapeControls(absl::string_view text) {
  std::string out;
  while (!text.empty()) {
    const size_t size = CharacterSize(text);
    const absl::string_view character = text.substr(0, size == 0 ? 1 : size);
    const unsigned char first = character[0];
    const unsigned char last = character.back();
    if (size == 0 || (size == 1 && (first < 0x20 || first == 0x7F))) {
      absl::StrAppend(&out, "\\x", absl::Hex(first, absl::kZeroPad2));
    } else if (size == 2 && first == 0xC2 && last < 0xA0) {
      absl::StrAppend(&out, "\\u", absl::Hex(last, absl::kZeroPad4));
    } else if (size == 3 && first == 0xE2 &&
               ((character[1] == '\x80' && (last == 0x8E || last == 0x8F ||
                                            (last >= 0xA8 && last <= 0xAE))) ||
                (character[1] == '\x81' && last >= 0xA6 && last <= 0xA9))) {
      absl::StrAppend(
          &out, "\\u",
          absl::Hex(0x2000 | (character[1] & 0x3F) << 6 | (last & 0x3F),
                    absl::kZeroPad4));
    } else {
      absl::StrAppend(&out, character);
    }
    text.remove_prefix(character.size());
  }
  return out;
}

absl::string_view LineOfText(absl::string_view text, int line) {
  size_t begin = 0;
  for (int i = 1; i < line; ++i) {
    begin = text.find('\n', begin);
    if (begin == absl::string_view::npos) return "";
    ++begin;
  }
  const size_t end = text.find('\n', begin);
  return text.substr(begin, end == absl::string_view::npos ? end : end - begin);
}

int ByteColumn(absl::string_view text, int line, int column) {
  return BytesBefore(LineOfText(text, line), column - 1) + 1;
}

std::string FormatRuleIssue(const RuleIssue& issue) {
  const char* severity =
      issue.severity == v1::Severity::ERROR ? "error" : "warning";
  std::string out = EscapeControls(issue.file);
  if (issue.line > 0) {
    absl::StrAppend(&out, ":", issue.line, ":", issue.column);
  } else {
    if (!issue.rule_id.empty()) {
      absl::StrAppend(&out, out.empty() ? "" : ": ",
                      EscapeControls(issue.rule_id));
    }
    if (!issue.path.empty()) {
      absl::StrAppend(&out, out.empty() ? "" : ": ", issue.path);
    }
  }
  absl::StrAppend(&out, out.empty() ? "" : ": ", severity, ": ", issue.message,
                  "\n");
  const std::string line =
      absl::StrReplaceAll(issue.source_line, {{"\t", " "}, {"\r", ""}});
  if (line.empty() || line.size() > kMaxShownLine ||
      EscapeControls(line) != line) {
    return out;
  }
  // The caret stands under a letter, and letters may have several bytes.
  size_t letters = 0;
  for (int i = 0; i + 1 < issue.column && i < static_cast<int>(line.size());
       ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0) != 0x80) ++letters;
  }
  absl::StrAppend(&out, "  | ", line, "\n  | ", std::string(letters, ' '),
                  "^\n");
  return out;
}

RulePlace::RulePlace(const RuleSource& source)
    : source_(&source),
      type_(v1::Rule::descriptor()),
      tree_(source.tree.get()) {
  if (tree_ == nullptr) return;
  // What is missing is reported where the rule begins: at its id.
  const RulePlace id = At("id");
  line_ = id.line_ > 0 ? id.line_ : 1;
  column_ = id.line_ > 0 ? id.column_ : 1;
}

RulePlace RulePlace::At(absl::string_view field, int index) const {
  RulePlace place = *this;
  place.type_ = nullptr;
  place.tree_ = nullptr;
  absl::StrAppend(&place.path_, path_.empty() ? "" : ".", field);
  if (index >= 0) absl::StrAppend(&place.path_, "[", index, "]");
  const FieldDescriptor* descriptor =
      type_ == nullptr ? nullptr : type_->FindFieldByName(std::string(field));
  if (descriptor == nullptr) return place;
  place.type_ = descriptor->message_type();
  if (tree_ == nullptr) return place;
  // "relation: [EQUAL, INSIDE]" has one place for the whole list.
  TextFormat::ParseLocation location = tree_->GetLocation(descriptor, index);
  if (location.line < 0 && index > 0) {
    location = tree_->GetLocation(descriptor, 0);
  }
  if (location.line >= 0) {
    place.line_ = location.line + 1;
    place.column_ = ByteColumn(source_->text, place.line_, location.column + 1);
  }
  if (place.type_ != nullptr) {
    place.tree_ = tree_->GetTreeForNested(descriptor, index);
  }
  return place;
}

RuleIssue RulePlace::Issue(v1::Severity::Level severity,
                           std::string message) const {
  RuleIssue issue;
  issue.file = source_->file;
  issue.line = line_;
  issue.column = column_;
  issue.severity = severity;
  issue.rule_id = source_->rule.id();
  issue.path = path_;
  issue.message = std::move(message);
  if (line_ > 0)
    issue.source_line = std::string(LineOfText(source_->text, line_));
  return issue;
}

}  // namespace claimcheck
