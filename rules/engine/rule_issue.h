#ifndef CLAIMCHECK_RULES_ENGINE_RULE_ISSUE_H_
#define CLAIMCHECK_RULES_ENGINE_RULE_ISSUE_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claimcheck/v1/finding.pb.h"
#include "claimcheck/v1/rule.pb.h"
#include "google/protobuf/text_format.h"

namespace claimcheck {

// A mistake in a rule, or what looks like one (WARNING).  Lines and columns
// count from 1, columns in bytes; 0 when the rule did not come from a text
// file.
struct RuleIssue {
  std::string file;
  int line = 0;
  int column = 0;
  v1::Severity::Level severity = v1::Severity::ERROR;
  std::string rule_id;
  std::string path;     // in the rule: "pair.when.all.of[1].values"
  std::string message;  // "what; what to write instead"
  std::string source_line;
};

// "FILE:LINE:COLUMN: error: MESSAGE", the line of the file and a caret under
// the place; for a rule that is in no text file "FILE: RULE: PATH: error:
// MESSAGE". Ends with a newline.  Text from the rule is escaped.
std::string FormatRuleIssue(const RuleIssue& issue);

// `text` with what could garble a terminal written as \x1b or \u202e: control
// characters, bytes that are no UTF-8, and marks that turn the writing
// direction.
std::string EscapeControls(absl::string_view text);

// Line `line` (from 1) of `text` without its end; "" when there is none.
absl::string_view LineOfText(absl::string_view text, int line);

// The column of `line` of `text` in bytes, from protobuf's own count, in which
// a tab goes to the next multiple of 8.
int ByteColumn(absl::string_view text, int line, int column);

// A rule and where it came from.
struct RuleSource {
  v1::Rule rule;
  std::string file;  // as the caller named it
  std::string text;  // of the file; empty when it is binary
  // Where each field stands in `text`; null when the rule is not from text.
  std::unique_ptr<google::protobuf::TextFormat::ParseInfoTree> tree;
  std::string expected_id;  // folder.file; empty: any
};

// A field of a rule: its name and, in a text file, its place.  A field that is
// absent has the place of the nearest message around it.
class RulePlace {
 public:
  // The rule itself.
  explicit RulePlace(const RuleSource& source);

  // A field of this message; `index` for the repeated ones.
  RulePlace At(absl::string_view field, int index = -1) const;

  RuleIssue Issue(v1::Severity::Level severity, std::string message) const;
  const std::string& path() const { return path_; }

 private:
  RulePlace() = default;
  const RuleSource* source_ = nullptr;
  const google::protobuf::Descriptor* type_ = nullptr;  // null: a scalar
  const google::protobuf::TextFormat::ParseInfoTree* tree_ = nullptr;
  int line_ = 0;
  int column_ = 0;
  std::string path_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_RULE_ISSUE_H_
