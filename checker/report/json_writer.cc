#include "checker/report/json_writer.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "claims/text/utf8.h"
#include "checker/report/escape.h"
#include "google/protobuf/descriptor.h"

namespace claimcheck {
namespace {

using google::protobuf::EnumValueDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

class Writer {
 public:
  Writer(bool indented, std::string* out) : indented_(indented), out_(*out) {}

  void Object(const Message& message) {
    const Reflection* get = message.GetReflection();
    // One vector for each level, reused: ListFields clears it.
    if (fields_.size() == level_) fields_.emplace_back();
    get->ListFields(message, &fields_[level_]);
    const size_t count = fields_[level_].size();
    out_.push_back('{');
    ++level_;
    for (size_t i = 0; i < count; ++i) {
      const FieldDescriptor* field = fields_[level_ - 1][i];
      if (i > 0) out_.push_back(',');
      NewLine();
      out_.push_back('"');
      out_.append(field->json_name());
      out_.append(indented_ ? "\": " : "\":");
      if (!field->is_repeated()) {
        Value(message, get, field, -1);
      } else {
        List(message, get, field);
      }
    }
    --level_;
    if (count > 0) NewLine();
    out_.push_back('}');
  }

 private:
  void NewLine() {
    if (!indented_) return;
    out_.push_back('\n');
    out_.append(2 * indent(), ' ');
  }
  size_t indent() const { return level_ + lists_; }

  void List(const Message& message, const Reflection* get,
            const FieldDescriptor* field) {
    out_.push_back('[');
    ++lists_;
    const int count = get->FieldSize(message, field);
    for (int i = 0; i < count; ++i) {
      if (i > 0) out_.push_back(',');
      NewLine();
      Value(message, get, field, i);
    }
    --lists_;
    NewLine();
    out_.push_back(']');
  }

  // The value of a field, or element `i` of it when i >= 0.
  void Value(const Message& message, const Reflection* get,
             const FieldDescriptor* field, int i) {
    const bool many = i >= 0;
    switch (field->cpp_type()) {
      case FieldDescriptor::CPPTYPE_MESSAGE:
        Object(many ? get->GetRepeatedMessage(message, field, i)
                    : get->GetMessage(message, field));
        return;
      case FieldDescriptor::CPPTYPE_STRING: {
        std::string scratch;
        AppendJsonString(
            many ? get->GetRepeatedStringReference(message, field, i, &scratch)
                 : get->GetStringReference(message, field, &scratch),
            &out_);
        return;
      }
      case FieldDescriptor::CPPTYPE_ENUM: {
        const int number = many ? get->GetRepeatedEnumValue(message, field, i)
                                : get->GetEnumValue(message, field);
        const EnumValueDescriptor* value =
            field->enum_type()->FindValueByNumber(number);
        if (value == nullptr) {
          absl::StrAppend(&out_, number);
        } else {
          absl::StrAppend(&out_, "\"", value->name(), "\"");
        }
        return;
      }
      case FieldDescriptor::CPPTYPE_BOOL:
        out_.append((many ? get->GetRepeatedBool(message, field, i)
                          : get->GetBool(message, field))
                        ? "true"
                        : "false");
        return;
      case FieldDescriptor::CPPTYPE_INT32:
        absl::StrAppend(&out_, many ? get->GetRepeatedInt32(message, field, i)
                                    : get->GetInt32(message, field));
        return;
      case FieldDescriptor::CPPTYPE_UINT32:
        absl::StrAppend(&out_, many ? get->GetRepeatedUInt32(message, field, i)
                                    : get->GetUInt32(message, field));
        return;
      case FieldDescriptor::CPPTYPE_INT64:
        absl::StrAppend(&out_, "\"",
                        many ? get->GetRepeatedInt64(message, field, i)
                             : get->GetInt64(message, field),
                        "\"");
        return;
      case FieldDescriptor::CPPTYPE_UINT64:
        absl::StrAppend(&out_, "\"",
                        many ? get->GetRepeatedUInt64(message, field, i)
                             : get->GetUInt64(message, field),
                        "\"");
        return;
      default:
        out_.append("null");
        return;
    }
  }

  const bool indented_;
  std::string& out_;
  size_t level_ = 0;
  size_t lists_ = 0;
  std::vector<std::vector<const FieldDescriptor*>> fields_;
};

void AppendUnicodeEscape(uint32_t code, std::string* out) {
  if (code > 0xFFFF) {
    code -= 0x10000;
    absl::StrAppendFormat(out, "\\u%04x", 0xD800 + (code >> 10));
    code = 0xDC00 + (code & 0x3FF);
  }
  absl::StrAppendFormat(out, "\\u%04x", code);
}

}  // namespace

void AppendJsonString(absl::string_view text, std::string* out) {
  out->push_back('"');
  size_t begin = 0, at = 0;
  while (at < text.size()) {
    const uint8_t byte = static_cast<uint8_t>(text[at]);
    if (byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\') {
      ++at;
      continue;
    }
    const Utf8Char c = DecodeUtf8(text, at);
    if (c.valid && byte >= 0x80 && !IsUnsafeToShow(c.code)) {
      at += c.size;
      continue;
    }
    out->append(text.data() + begin, at - begin);
    if (!c.valid) {
      out->append("\xEF\xBF\xBD");
    } else {
      switch (c.code) {
        case '"': out->append("\\\""); break;
        case '\\': out->append("\\\\"); break;
        case '\n': out->append("\\n"); break;
        case '\r': out->append("\\r"); break;
        case '\t': out->append("\\t"); break;
        default: AppendUnicodeEscape(c.code, out);
      }
    }
    at += c.size;
    begin = at;
  }
  out->append(text.data() + begin, at - begin);
  out->push_back('"');
}

void AppendJson(const Message& message, bool indented, std::string* out) {
  Writer(indented, out).Object(message);
}

}  // namespace claimcheck
