#include "claims/extract/attributions_work.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/extract/fill.h"

namespace claimcheck {

AttributionWork::AttributionWork(DocumentAnalysis* document,
                                 AttributionScratch* scratch,
                                 const LinearModel* linear_model,
                                 std::string* names)
    : doc(*document),
      text(document->text),
      s(*scratch),
      c{*document, scratch->tags, scratch->titles},
      model(linear_model),
      trace(names) {
  TagWords(doc, &s.tags, &s.titles);
  FillWithZeros(s.tags.size(), &s.keys);
  s.used.assign(s.tags.size(), 0);
  FillWithNone(text.sentences.size(), &s.last_of_sentence);
  s.cue_token.clear();
}

Attribution& AttributionWork::Add(uint32_t cue_begin, uint32_t cue_end,
                                  const Speaker& speaker, const char* rule) {
  Attribution a;
  a.cue = text.SpanOf({cue_begin, cue_end});
  if (!speaker.empty()) a.speaker = text.SpanOf(speaker.tokens);
  a.speaker_name = NameOf(c, speaker);
  a.sentence = text.sentence_of[cue_begin];
  a.kind = KindOf(c, speaker, AttributionKind::kReported);
  a.rule = rule;
  s.last_of_sentence[a.sentence] =
      static_cast<uint32_t>(doc.attributions.size());
  s.cue_token.push_back(cue_begin);
  for (uint32_t t = cue_begin; t < cue_end; ++t) s.used[t] = 1;
  doc.attributions.push_back(a);
  return doc.attributions.back();
}
void AttributionWork::AddContent(Attribution* a, uint32_t begin,
                                 uint32_t end) const {
  // Punctuation at the ends is the sentence's.
  while (end > begin &&
         (c.Tag(end - 1) == RoleTag::kComma ||
          c.Tag(end - 1) == RoleTag::kBreak ||
          c.Tag(end - 1) == RoleTag::kColon || text.IsChar(end - 1, '.'))) {
    --end;
  }
  while (begin < end &&
         (c.Tag(begin) == RoleTag::kComma || c.Tag(begin) == RoleTag::kBreak)) {
    ++begin;
  }
  if (begin < end) a->content.push_back(text.SpanOf({begin, end}));
}
Stance AttributionWork::StanceOf(const VerbCue& cue) {
  if (cue.entry->HasTag("asks")) return Stance::kAsks;
  if (cue.entry->HasTag("denies")) {
    return cue.negated ? Stance::kDoubts : Stance::kDenies;
  }
  if (cue.entry->HasTag("doubts") || cue.negated) return Stance::kDoubts;
  return Stance::kAsserts;
}
void AttributionWork::TakeBack(uint32_t a) {
  doc.attributions[a] = doc.attributions.back();
  doc.attributions.pop_back();
  s.cue_token[a] = s.cue_token.back();
  s.cue_token.pop_back();
  uint32_t& last = s.last_of_sentence[doc.attributions[a].sentence];
  if (last == doc.attributions.size()) last = a;
}

Speaker AttributionWork::SpeakerOf(const VerbCue& cue, uint32_t begin) const {
  Speaker speaker;
  // "with aides saying that": a participle with a subject of its own.
  const RoleTag last_word = c.Tag(cue.group - 1);
  if (!cue.finite &&
      (last_word == RoleTag::kWord || last_word == RoleTag::kClitic)) {
    speaker = SubjectBefore(c, begin, cue.group);
    if (!speaker.empty() && speaker.left > begin &&
        c.Is(speaker.left - 1, "with")) {
      return speaker;
    }
  }
  if (cue.finite) {
    speaker = SubjectBefore(c, begin, cue.group);
    if (!speaker.empty()) return speaker;
    const RoleTag before = c.Tag(cue.group - 1);
    if (before != RoleTag::kCoordinator && before != RoleTag::kComma) {
      return speaker;
    }
  }
  if (!cue.finite) {
    // "..., with local media suggesting that": an absolute construction
    // brings its own subject.
    speaker = SubjectBefore(c, begin, cue.group);
    if (!speaker.empty() && speaker.left > begin &&
        c.Is(speaker.left - 1, "with")) {
      return speaker;
    }
    speaker = Speaker();
  }
  const uint32_t last = s.last_of_sentence[text.sentence_of[cue.begin]];
  if (last != kNone && s.cue_token[last] < cue.begin &&
      s.cue_token[last] >= begin) {
    const Attribution& a = doc.attributions[last];
    speaker.tokens = TokensOf(a.speaker);
    speaker.head = speaker.tokens;
    speaker.left = speaker.tokens.begin;
    if (!speaker.empty()) return speaker;
  }
  return MainSubject(c, cue.begin);
}
TokenRange AttributionWork::TokensOf(Span span) const {
  if (span.empty()) return {};
  const auto& tokens = text.tokens;
  const auto at = [&](uint32_t byte) {
    return static_cast<uint32_t>(
        std::lower_bound(
            tokens.begin(), tokens.end(), byte,
            [](const Token& t, uint32_t b) { return t.span.begin < b; }) -
        tokens.begin());
  };
  return {at(span.begin), at(span.end)};
}

}  // namespace claimcheck
