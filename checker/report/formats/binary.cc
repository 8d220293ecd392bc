// The Report message as bytes, its length before it (a varint), so that reports
// can follow one another: what protobuf's libraries read with
// parseDelimitedFrom.

#include <string>
#include <utility>
#include <vector>

#include "checker/report/formats/formats_list.h"
#include "checker/report/formats/places.h"
#include "claims/text/utf8.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "google/protobuf/message.h"

namespace claimcheck {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

bool IsUtf8(const std::string& text) {
  for (size_t at = 0; at < text.size();) {
    const Utf8Char c = DecodeUtf8(text, at);
    if (!c.valid) return false;
    at += c.size;
  }
  return true;
}

std::string ToUtf8(const std::string& text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const Utf8Char c = DecodeUtf8(text, at);
    if (c.valid) {
      out.append(text, at, c.size);
    } else {
      out.append("\xEF\xBF\xBD");
    }
    at += c.size;
  }
  return out;
}

// Strings of proto3 are UTF-8, and its readers refuse a message with others.
// The depth is that of our messages: proofs, whose rules are bounded.
void RepairStrings(Message* message) {
  const Reflection& reflection = *message->GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(*message, &fields);
  for (const FieldDescriptor* field : fields) {
    const int count =
        field->is_repeated() ? reflection.FieldSize(*message, field) : 0;
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      if (!field->is_repeated()) {
        RepairStrings(reflection.MutableMessage(message, field));
      }
      for (int i = 0; i < count; ++i) {
        RepairStrings(reflection.MutableRepeatedMessage(message, field, i));
      }
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
      if (!field->is_repeated()) {
        const std::string text = reflection.GetString(*message, field);
        if (!IsUtf8(text)) reflection.SetString(message, field, ToUtf8(text));
      }
      for (int i = 0; i < count; ++i) {
        const std::string text =
            reflection.GetRepeatedString(*message, field, i);
        if (!IsUtf8(text)) {
          reflection.SetRepeatedString(message, field, i, ToUtf8(text));
        }
      }
    }
  }
}

class BinaryReporter : public Reporter {
 public:
  explicit BinaryReporter(ReportOptions options)
      : options_(std::move(options)) {}

  std::string Render(const v1::Report& report,
                     const Sources& sources) const override {
    v1::Report shown = report;
    if (options_.severity > v1::Severity::NOTE) {
      shown.clear_findings();
      for (const v1::Finding& finding : report.findings()) {
        if (IsShown(finding, options_.severity, options_)) {
          *shown.add_findings() = finding;
        }
      }
    }
    SetSpansInFiles(sources, &shown);
    RepairStrings(&shown);
    std::string out;
    {
      google::protobuf::io::StringOutputStream stream(&out);
      google::protobuf::io::CodedOutputStream coded(&stream);
      coded.SetSerializationDeterministic(true);
      coded.WriteVarint32(static_cast<uint32_t>(shown.ByteSizeLong()));
      shown.SerializeToCodedStream(&coded);
    }
    return out;
  }

 private:
  const ReportOptions options_;
};

}  // namespace

std::unique_ptr<Reporter> MakeBinaryReporter(ReportOptions options) {
  return std::make_unique<BinaryReporter>(std::move(options));
}

}  // namespace claimcheck
