#include "checker/original.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "google/protobuf/descriptor.h"

namespace claimcheck {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

void SetPosition(const Position& at, v1::Position* out) {
  out->set_line(at.line);
  out->set_column(at.column);
  out->set_utf16_column(at.utf16_column);
}

void SetPositions(const Original& original, v1::Evidence* evidence) {
  const auto [begin, end] = original.PositionsOf(
      {evidence->span().begin(), evidence->span().end()});
  SetPosition(begin, evidence->mutable_start());
  SetPosition(end, evidence->mutable_end());
}

}  // namespace

Original::Original(std::string media_type, std::string bytes,
                   std::string decoded, Alignment decoding, Alignment text)
    : media_type_(std::move(media_type)),
      bytes_(std::move(bytes)),
      decoded_(std::move(decoded)),
      decoding_(std::move(decoding)),
      text_(std::move(text)),
      extracted_(false),
      lines_(this->decoded()) {}

Original::Original(std::string media_type, std::string bytes)
    : media_type_(std::move(media_type)),
      bytes_(std::move(bytes)), extracted_(true), lines_(absl::string_view()) {}

Span Original::InFile(Span text) const {
  return extracted_ ? text : decoding_.ToSource(text_.ToSource(text));
}

std::pair<Position, Position> Original::PositionsOf(Span text) const {
  const Span at = text_.ToSource(text);
  return {lines_.PositionOf(at.begin), lines_.PositionOf(at.end)};
}

uint32_t Original::TextAtLine(uint32_t line) const {
  return text_.ToText(lines_.ByteAt(line, 1));
}

std::pair<uint32_t, uint32_t> Original::ByteColumnsOf(Span text) const {
  const Span at = text_.ToSource(text);
  const auto column = [&](uint32_t byte) {
    const uint32_t line = lines_.ByteAt(lines_.PositionOf(byte).line, 1);
    const Span in_file = decoding_.ToSource({line, byte});
    return in_file.size() + 1;
  };
  return {column(at.begin), column(at.end)};
}

void SetPositionsInFiles(const std::vector<v1::Document>& documents,
                         const Originals& originals, v1::Report* report) {
  absl::flat_hash_map<absl::string_view, const Original*> by_id;
  for (size_t i = 0; i < documents.size() && i < originals.size(); ++i) {
    if (originals[i] != nullptr && !originals[i]->extracted()) {
      by_id.emplace(documents[i].id(), originals[i].get());
    }
  }
  if (by_id.empty()) return;
  const auto set = [&](v1::Evidence* evidence) {
    const auto found = by_id.find(evidence->document_id());
    if (found != by_id.end()) SetPositions(*found->second, evidence);
  };
  for (v1::Finding& finding : *report->mutable_findings()) {
    for (v1::Evidence& evidence : *finding.mutable_evidence()) set(&evidence);
  }
  for (v1::DatedEvent& event : *report->mutable_events()) {
    for (v1::Evidence& telling : *event.mutable_tellings()) set(&telling);
  }
  for (v1::Unchecked& unchecked : *report->mutable_unchecked()) {
    set(unchecked.mutable_statement());
  }
}

void SetSpansInFile(const Original& original, Message* message) {
  if (message->GetDescriptor() == v1::Span::descriptor()) {
    v1::Span* span = static_cast<v1::Span*>(message);
    if (span->end() == 0) return;  // no place
    const Span in_file = original.InFile({span->begin(), span->end()});
    span->set_begin(in_file.begin);
    span->set_end(in_file.end);
    return;
  }
  const Reflection* reflection = message->GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection->ListFields(*message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (!field->is_repeated()) {
      SetSpansInFile(original, reflection->MutableMessage(message, field));
      continue;
    }
    for (int i = 0; i < reflection->FieldSize(*message, field); ++i) {
      SetSpansInFile(original,
                     reflection->MutableRepeatedMessage(message, field, i));
    }
  }
}

}  // namespace claimcheck
