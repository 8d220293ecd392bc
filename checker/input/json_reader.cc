#include "checker/input/json_reader.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "claims/text/utf8.h"
#include "google/protobuf/descriptor.h"

namespace claimcheck {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumValueDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

// A recursive descent whose depth is bounded by `max_depth`.
class Reader {
 public:
  Reader(absl::string_view json, uint32_t max_depth)
      : json_(json), left_(max_depth) {}

  absl::Status Read(Message* message) {
    SkipBlanks();
    if (Peek() != '{') {
      Fail(json_.size() == at_ ? "the line is empty"
                               : "expected an object: {\"id\": ..., ...}");
    } else if (ReadObject(message)) {
      SkipBlanks();
      if (at_ != json_.size()) {
        Fail("there is more after the object; write one object a line");
      }
    }
    return status_;
  }

 private:
  bool Fail(absl::string_view what) {
    if (status_.ok()) {
      status_ = absl::InvalidArgumentError(
          absl::StrCat("column ", at_ + 1, ": ", what));
    }
    return false;
  }

  bool FailEnd() { return Fail("the object is not closed; is it cut off?"); }

  char Peek() const { return at_ < json_.size() ? json_[at_] : '\0'; }

  void SkipBlanks() {
    while (at_ < json_.size() && (json_[at_] == ' ' || json_[at_] == '\t' ||
                                  json_[at_] == '\r' || json_[at_] == '\n')) {
      ++at_;
    }
  }

  bool Take(char c, absl::string_view what) {
    SkipBlanks();
    if (at_ == json_.size()) return FailEnd();
    if (json_[at_] != c) return Fail(what);
    ++at_;
    return true;
  }

  // Calls `element` for each element between brackets.
  template <typename Element>
  bool ReadList(char close, const Element& element) {
    if (left_ == 0) return Fail("nested too deeply");
    --left_;
    ++at_;
    SkipBlanks();
    if (Peek() == close) {
      ++at_;
    } else {
      for (;;) {
        if (!element()) return false;
        SkipBlanks();
        if (at_ == json_.size()) return FailEnd();
        if (json_[at_] == close) {
          ++at_;
          break;
        }
        if (json_[at_] != ',') {
          return Fail(absl::StrCat("expected a comma or ",
                                   absl::string_view(&close, 1)));
        }
        ++at_;
      }
    }
    ++left_;
    return true;
  }

  bool ReadKey(std::string* key) {
    SkipBlanks();
    if (at_ == json_.size()) return FailEnd();
    if (Peek() != '"') return Fail("expected a key in double quotes");
    return ReadString(key) && Take(':', "expected a colon");
  }

  bool ReadObject(Message* message) {
    const Descriptor* type = message->GetDescriptor();
    std::vector<const FieldDescriptor*> seen;
    std::string key;
    return ReadList('}', [&] {
      if (!ReadKey(&key)) return false;
      const FieldDescriptor* field = type->FindFieldByCamelcaseName(key);
      if (field == nullptr) field = type->FindFieldByName(key);
      if (field == nullptr) return SkipValue();
      for (const FieldDescriptor* other : seen) {
        if (other == field) {
          return Fail(absl::StrCat("the key \"", field->name(),
                                   "\" stands twice"));
        }
      }
      seen.push_back(field);
      SkipBlanks();
      if (Peek() == 'n') return ReadWord("null");
      if (!field->is_repeated()) return ReadField(field, message);
      if (Peek() != '[') return Expected(field, "an array");
      return ReadList(']', [&] {
        SkipBlanks();
        return ReadField(field, message);
      });
    });
  }

  bool Expected(const FieldDescriptor* field, absl::string_view what) {
    if (at_ == json_.size()) return FailEnd();
    return Fail(absl::StrCat("\"", field->name(), "\" must be ", what));
  }

  bool ReadField(const FieldDescriptor* field, Message* message) {
    const Reflection* set = message->GetReflection();
    const bool many = field->is_repeated();
    switch (field->cpp_type()) {
      case FieldDescriptor::CPPTYPE_MESSAGE:
        if (Peek() != '{') return Expected(field, "an object");
        return ReadObject(many ? set->AddMessage(message, field)
                               : set->MutableMessage(message, field));
      case FieldDescriptor::CPPTYPE_STRING: {
        if (Peek() != '"') return Expected(field, "a string");
        std::string value;
        if (!ReadString(&value)) return false;
        many ? set->AddString(message, field, std::move(value))
             : set->SetString(message, field, std::move(value));
        return true;
      }
      case FieldDescriptor::CPPTYPE_BOOL: {
        const bool value = Peek() == 't';
        if (!value && Peek() != 'f') return Expected(field, "true or false");
        if (!ReadWord(value ? "true" : "false")) return false;
        many ? set->AddBool(message, field, value)
             : set->SetBool(message, field, value);
        return true;
      }
      case FieldDescriptor::CPPTYPE_ENUM:
        return ReadEnum(field, message);
      case FieldDescriptor::CPPTYPE_INT32: {
        int32_t v = 0;
        if (!ReadInteger(field, &v)) return false;
        many ? set->AddInt32(message, field, v)
             : set->SetInt32(message, field, v);
        return true;
      }
      case FieldDescriptor::CPPTYPE_UINT32: {
        uint32_t v = 0;
        if (!ReadInteger(field, &v)) return false;
        many ? set->AddUInt32(message, field, v)
             : set->SetUInt32(message, field, v);
        return true;
      }
      case FieldDescriptor::CPPTYPE_INT64: {
        int64_t v = 0;
        if (!ReadInteger(field, &v)) return false;
        many ? set->AddInt64(message, field, v)
             : set->SetInt64(message, field, v);
        return true;
      }
      case FieldDescriptor::CPPTYPE_UINT64: {
        uint64_t v = 0;
        if (!ReadInteger(field, &v)) return false;
        many ? set->AddUInt64(message, field, v)
             : set->SetUInt64(message, field, v);
        return true;
      }
      default:
        return Fail(absl::StrCat("\"", field->name(), "\" cannot be read"));
    }
  }

  bool ReadEnum(const FieldDescriptor* field, Message* message) {
    const EnumValueDescriptor* value = nullptr;
    const size_t begin = at_;
    if (Peek() == '"') {
      std::string name;
      if (!ReadString(&name)) return false;
      value = field->enum_type()->FindValueByName(name);
    } else {
      int32_t number = 0;
      if (!ReadInteger(field, &number)) return false;
      value = field->enum_type()->FindValueByNumber(number);
    }
    if (value == nullptr) {
      at_ = begin;
      std::string names;
      for (int i = 1; i < field->enum_type()->value_count(); ++i) {
        absl::StrAppend(&names, i > 1 ? ", " : "",
                        field->enum_type()->value(i)->name());
      }
      return Expected(field, absl::StrCat("one of ", names));
    }
    const Reflection* set = message->GetReflection();
    field->is_repeated() ? set->AddEnum(message, field, value)
                         : set->SetEnum(message, field, value);
    return true;
  }

  template <typename Int>
  bool ReadInteger(const FieldDescriptor* field, Int* value) {
    const size_t begin = at_;
    std::string text;
    if (Peek() == '"') {
      if (!ReadString(&text)) return false;
    } else {
      absl::string_view number;
      if (!ReadNumber(&number)) return false;
      text = std::string(number);
    }
    const bool digits =
        !text.empty() &&
        text.find_first_not_of("-0123456789") == std::string::npos;
    if (digits && absl::SimpleAtoi(text, value)) return true;
    at_ = begin;
    return Expected(field, "a whole number in range");
  }

  bool ReadWord(absl::string_view word) {
    if (json_.substr(at_, word.size()) != word) {
      return Fail("expected a value");
    }
    at_ += word.size();
    return true;
  }

  bool ReadNumber(absl::string_view* number) {
    const size_t begin = at_;
    auto digits = [this] {
      const size_t from = at_;
      while (Peek() >= '0' && Peek() <= '9') ++at_;
      return at_ > from;
    };
    if (Peek() == '-') ++at_;
    const bool zero = Peek() == '0';
    if (!digits()) return Fail("expected a value");
    if (zero && json_[at_ - 1] != '0') return Fail("a number begins with 0");
    if (Peek() == '.') {
      ++at_;
      if (!digits()) return Fail("a digit is missing");
    }
    if (Peek() == 'e' || Peek() == 'E') {
      ++at_;
      if (Peek() == '+' || Peek() == '-') ++at_;
      if (!digits()) return Fail("a digit is missing");
    }
    *number = json_.substr(begin, at_ - begin);
    return true;
  }

  // Four hexadecimal digits.
  bool ReadHex(uint32_t* code) {
    *code = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = Peek();
      uint32_t digit;
      if (c >= '0' && c <= '9') {
        digit = c - '0';
      } else if (c >= 'a' && c <= 'f') {
        digit = c - 'a' + 10;
      } else if (c >= 'A' && c <= 'F') {
        digit = c - 'A' + 10;
      } else {
        return Fail("expected four hexadecimal digits");
      }
      *code = *code * 16 + digit;
    }
    return true;
  }

  bool ReadEscape(std::string* out) {
    const char c = Peek();
    ++at_;
    switch (c) {
      case '"': case '\\': case '/': out->push_back(c); return true;
      case 'b': out->push_back('\b'); return true;
      case 'f': out->push_back('\f'); return true;
      case 'n': out->push_back('\n'); return true;
      case 'r': out->push_back('\r'); return true;
      case 't': out->push_back('\t'); return true;
      case 'u': break;
      default: --at_; return Fail("no such escape");
    }
    uint32_t code;
    if (!ReadHex(&code)) return false;
    if (code >= 0xDC00 && code <= 0xDFFF) return Fail("half a surrogate pair");
    if (code >= 0xD800 && code <= 0xDBFF) {
      uint32_t low;
      if (json_.substr(at_, 2) != "\\u") return Fail("half a surrogate pair");
      at_ += 2;
      if (!ReadHex(&low)) return false;
      if (low < 0xDC00 || low > 0xDFFF) return Fail("half a surrogate pair");
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    char bytes[4];
    out->append(bytes, EncodeUtf8(code, bytes));
    return true;
  }

  // A string with its quotes.  `out` may be null: then it is only checked.
  bool ReadString(std::string* out) {
    ++at_;
    std::string scratch;
    if (out == nullptr) out = &scratch;
    out->clear();
    for (;;) {
      const size_t begin = at_;
      while (at_ < json_.size() && json_[at_] != '"' && json_[at_] != '\\' &&
             static_cast<uint8_t>(json_[at_]) >= 0x20) {
        ++at_;
      }
      const absl::string_view plain = json_.substr(begin, at_ - begin);
      const size_t bad = ValidUtf8Prefix(plain);
      if (bad != plain.size()) {
        at_ = begin + bad;
        return Fail("a byte that is not UTF-8");
      }
      out->append(plain.data(), plain.size());
      if (at_ == json_.size()) return FailEnd();
      if (json_[at_] == '"') {
        ++at_;
        return true;
      }
      if (json_[at_] != '\\') {
        return Fail("a control character in a string; write it as an escape");
      }
      ++at_;
      if (!ReadEscape(out)) return false;
    }
  }

  bool SkipValue() {
    SkipBlanks();
    absl::string_view number;
    switch (Peek()) {
      case '{':
        return ReadList('}', [this] {
          std::string key;
          return ReadKey(&key) && SkipValue();
        });
      case '[':
        return ReadList(']', [this] { return SkipValue(); });
      case '"': return ReadString(nullptr);
      case 't': return ReadWord("true");
      case 'f': return ReadWord("false");
      case 'n': return ReadWord("null");
      default:
        if (at_ == json_.size()) return FailEnd();
        return ReadNumber(&number);
    }
  }

  absl::string_view json_;
  uint32_t left_;  // levels that may still be opened
  size_t at_ = 0;
  absl::Status status_;
};

}  // namespace

absl::Status ReadJson(absl::string_view json, uint32_t max_depth,
                      Message* message) {
  message->Clear();
  absl::Status status = Reader(json, max_depth).Read(message);
  if (!status.ok()) message->Clear();
  return status;
}

}  // namespace claimcheck
