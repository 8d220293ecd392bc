#ifndef CLAIMCHECK_CHECKER_REPORT_FORMATS_JSON_BUILDER_H_
#define CLAIMCHECK_CHECKER_REPORT_FORMATS_JSON_BUILDER_H_

#include <cstdint>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "checker/report/json_writer.h"

namespace claimcheck {

// JSON of others' making, for which we have no messages: written piece by
// piece, on one line, in the order of the calls.
//
//   JsonBuilder json;
//   json.Open('{').Key("level").String("error").Key("at").Open('[');
//   json.Number(3).Close(']').Close('}');
class JsonBuilder {
 public:
  JsonBuilder& Open(char bracket) {
    Separate();
    out_.push_back(bracket);
    first_ = true;
    return *this;
  }
  JsonBuilder& Close(char bracket) {
    out_.push_back(bracket);
    first_ = false;
    return *this;
  }
  JsonBuilder& Key(absl::string_view key) {
    Separate();
    AppendJsonString(key, &out_);
    out_.push_back(':');
    first_ = true;
    return *this;
  }
  JsonBuilder& String(absl::string_view text) {
    Separate();
    AppendJsonString(text, &out_);
    return *this;
  }
  JsonBuilder& Number(int64_t number) {
    Separate();
    absl::StrAppend(&out_, number);
    return *this;
  }
  // A decimal as it was written, which has to be a JSON number.
  JsonBuilder& Literal(absl::string_view literal) {
    Separate();
    absl::StrAppend(&out_, literal);
    return *this;
  }
  JsonBuilder& Bool(bool value) { return Literal(value ? "true" : "false"); }

  std::string Take() { return std::move(out_); }

 private:
  void Separate() {
    if (!first_) out_.push_back(',');
    first_ = false;
  }

  std::string out_;
  bool first_ = true;  // nothing stands before in this object or list
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_FORMATS_JSON_BUILDER_H_
