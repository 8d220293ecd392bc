#include "checker/input/text_builder.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"

namespace claimcheck {

void TextBuilder::BeforeWords(uint32_t source_begin) {
  if (at_start_) {
    if (!text_.empty()) {
      text_.append("\n\n");
      alignment_.Add(2, {source_end_, std::max(source_end_, source_begin)},
                     false);
    }
    at_start_ = false;
    for (size_t zone : open_) {
      if (zones_[zone].end == 0) zones_[zone].begin = text_size();
    }
  } else if (line_due_) {
    text_.push_back('\n');
    alignment_.Add(1, {source_end_, std::max(source_end_, source_begin)},
                   false);
  } else if (blank_due_) {
    const bool copy = blank_.size() == 1 && source_[blank_.begin] == ' ';
    text_.push_back(' ');
    alignment_.Add(1, blank_, copy);
  }
  line_due_ = blank_due_ = false;
}

void TextBuilder::Blank(Span source) {
  if (at_start_ || line_due_) return;
  blank_ = blank_due_ ? blank_.Hull(source) : source;
  blank_due_ = true;
}

void TextBuilder::Copy(Span source) {
  if (source.empty()) return;
  BeforeWords(source.begin);
  const absl::string_view words = source.In(source_);
  text_.append(words.data(), words.size());
  alignment_.Add(source.size(), source, true);
  source_end_ = source.end;
  for (size_t zone : open_) zones_[zone].end = text_size();
}

void TextBuilder::Words(Span source) {
  uint32_t begin = source.begin;
  for (uint32_t i = source.begin; i < source.end;) {
    if (!absl::ascii_isspace(static_cast<unsigned char>(source_[i]))) {
      ++i;
      continue;
    }
    uint32_t end = i + 1;
    while (end < source.end &&
           absl::ascii_isspace(static_cast<unsigned char>(source_[end]))) {
      ++end;
    }
    // One blank between two words is copied with them.
    if (end == i + 1 && source_[i] == ' ' && i > begin && end < source.end) {
      i = end;
      continue;
    }
    Copy({begin, i});
    Blank({i, end});
    begin = i = end;
  }
  Copy({begin, source.end});
}

void TextBuilder::Instead(absl::string_view text, Span source) {
  const auto is_space = [&](size_t i) {
    return absl::ascii_isspace(static_cast<unsigned char>(text[i]));
  };
  for (size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    while (end < text.size() && is_space(end)) ++end;
    if (end > begin) Blank(source);
    begin = end;
    while (end < text.size() && !is_space(end)) ++end;
    if (end == begin) break;
    BeforeWords(source.begin);
    text_.append(text.data() + begin, end - begin);
    alignment_.Add(static_cast<uint32_t>(end - begin), source, false);
    source_end_ = std::max(source_end_, source.end);
    for (size_t zone : open_) zones_[zone].end = text_size();
  }
}

void TextBuilder::EndParagraph() {
  at_start_ = true;
  line_due_ = blank_due_ = false;
}

void TextBuilder::EndLine() {
  if (!at_start_) line_due_ = true;
  blank_due_ = false;
}

void TextBuilder::OpenZone(v1::Zone::Kind kind) {
  EndParagraph();
  open_.push_back(zones_.size());
  zones_.push_back({kind});
}

void TextBuilder::CloseZone() {
  EndParagraph();
  if (!open_.empty()) open_.pop_back();
}

void TextBuilder::Finish(Reading* reading) {
  reading->document.set_text(std::move(text_));
  for (const Zone& zone : zones_) {
    if (zone.end <= zone.begin) continue;
    v1::Zone* out = reading->document.add_zones();
    out->set_kind(zone.kind);
    out->mutable_span()->set_begin(zone.begin);
    out->mutable_span()->set_end(zone.end);
  }
  reading->alignment = std::move(alignment_);
}

}  // namespace claimcheck
