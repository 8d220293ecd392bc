#include "claims/extract/attributions_content.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/extract/attributions_speaker.h"

namespace claimcheck {
namespace {

// No content is looked for further behind its verb.
constexpr uint32_t kMaxLead = 16;
// No content is longer; keeps the work linear in hostile sentences.
constexpr uint32_t kMaxContent = 400;

// "in a statement", "on Monday", "to reporters", "during a speech in Rome": how
// and where something is said.
uint32_t SkipCircumstance(const AttributionContext& context, uint32_t t,
                          uint32_t limit, bool infinitive) {
  if (context.Tag(t) == RoleTag::kTime) {
    while (t < limit && context.Tag(t) == RoleTag::kTime) ++t;
    return t;
  }
  if (context.Tag(t) == RoleTag::kAdverb && !context.Is(t, "there"))
    return t + 1;
  const bool to = context.Tag(t) == RoleTag::kTo;
  if (to && infinitive) return t;
  if (context.Tag(t) != RoleTag::kPreposition && !to) return t;
  if (context.Tag(t + 1) == RoleTag::kTime) {
    uint32_t i = t + 1;
    while (i < limit && context.Tag(i) == RoleTag::kTime) ++i;
    return i;
  }
  // A noun of speech or a document within the phrase.
  const uint32_t stop = std::min(limit, t + 10);
  for (uint32_t i = t + 1; i < stop; ++i) {
    const RoleTag tag = context.Tag(i);
    if (IsPunctuation(tag) || tag == RoleTag::kThat ||
        tag == RoleTag::kAuxiliary || tag == RoleTag::kVerb ||
        tag == RoleTag::kPronoun) {
      break;
    }
    const bool speech =
        context.FindNoun(i) != nullptr || context.Has(i, Lex::kDocumentNoun);
    if (speech && context.Tag(i + 1) != RoleTag::kWord &&
        context.Tag(i + 1) != RoleTag::kClitic) {
      return i + 1;
    }
    if (to && tag == RoleTag::kWord && context.Tag(i + 1) != RoleTag::kWord &&
        context.Tag(i + 1) != RoleTag::kClitic) {
      return i + 1;  // "to reporters"
    }
  }
  // "in Ulm, “...”", "at the dam that ..."
  for (uint32_t i = t + 1; i < stop; ++i) {
    const RoleTag tag = context.Tag(i);
    if (tag == RoleTag::kThat || tag == RoleTag::kOpenQuote) return i;
    if ((tag == RoleTag::kComma || tag == RoleTag::kColon) &&
        context.Tag(i + 1) == RoleTag::kOpenQuote) {
      return i + 1;
    }
    if (IsPunctuation(tag) || tag == RoleTag::kAuxiliary ||
        tag == RoleTag::kVerb || tag == RoleTag::kPronoun) {
      break;
    }
  }
  return t;
}

bool IsQuestionWord(const AttributionContext& context, uint32_t t) {
  const absl::string_view word = context.text().Folded(t);
  return word == "whether" || word == "how" || word == "why" ||
         word == "what" || word == "who" || word == "where" || word == "when" ||
         word == "which" || word == "if";
}

// Behind somebody who is told: "reporters", "the committee", "him".
uint32_t SkipAddressee(const AttributionContext& context, uint32_t t,
                       uint32_t limit) {
  if (t >= limit) return t;
  if (context.Tag(t) == RoleTag::kPronoun) return t + 1;
  if (!MayBeginContent(context, t) || context.Tag(t) == RoleTag::kThat ||
      context.Tag(t) == RoleTag::kTo || IsQuestionWord(context, t) ||
      context.Tag(t) == RoleTag::kOpenQuote) {
    return t;
  }
  // Up to where the content surely begins.
  const uint32_t stop = std::min(limit, t + kMaxLead);
  for (uint32_t i = t + 1; i < stop; ++i) {
    const RoleTag tag = context.Tag(i);
    if (tag == RoleTag::kThat || tag == RoleTag::kTo ||
        tag == RoleTag::kOpenQuote || tag == RoleTag::kStop ||
        IsQuestionWord(context, i)) {
      return i;
    }
    if (tag == RoleTag::kVerb || tag == RoleTag::kAuxiliary ||
        tag == RoleTag::kComma || tag == RoleTag::kBreak) {
      break;
    }
  }
  // One phrase: a name, "the" and its noun, a plural.
  if (context.Capital(t) && context.Tag(t) == RoleTag::kWord) {
    uint32_t i = t;
    while (i < stop && context.Tag(i) == RoleTag::kWord && context.Capital(i)) {
      ++i;
    }
    return i;
  }
  if (context.Tag(t) == RoleTag::kDeterminer ||
      context.Tag(t) == RoleTag::kPossessive) {
    return std::min(limit, t + 2);
  }
  return t + 1;
}

// A verb of saying with its own subject begins at `t`, or shares the subject:
// "said", "Roe added", "the minister also said".
bool CueBeginsAt(const AttributionContext& context, uint32_t t,
                 uint32_t limit) {
  const uint32_t stop = std::min(limit, t + 7);
  for (uint32_t i = t; i < stop; ++i) {
    const RoleTag tag = context.Tag(i);
    if (IsPunctuation(tag) || tag == RoleTag::kThat) return false;
    if (!context.Has(i, Lex::kSayVerb)) {
      if (tag == RoleTag::kVerb) return false;
      continue;
    }
    VerbCue cue;
    if (!ReadVerbCue(context, i, &cue)) continue;
    return cue.finite && !cue.passive && !cue.entry->HasTag("attitude");
  }
  return false;
}

// "would", "could": what is reported goes on.
bool Modal(const AttributionContext& context, uint32_t t) {
  const LexHit* hit = context.Find(t, Lex::kAuxiliary);
  return hit != nullptr && hit->entry->HasTag("modal");
}

// "that", "which" stands before the subject that ends at `t`.
bool RelativeBefore(const AttributionContext& context, uint32_t t) {
  const uint32_t first = context.Sentence(t).begin;
  for (uint32_t n = 0; n < 6 && t > first; ++n) {
    --t;
    const RoleTag tag = context.Tag(t);
    if (tag == RoleTag::kThat || tag == RoleTag::kRelative) return true;
    if (IsPunctuation(tag)) return false;
  }
  return false;
}

// A finite verb stands before the next comma: a clause, not a noun phrase.
bool VerbSoon(const AttributionContext& context, uint32_t t, uint32_t limit) {
  for (uint32_t i = t; i < limit; ++i) {
    const RoleTag tag = context.Tag(i);
    if (tag == RoleTag::kVerb || tag == RoleTag::kAuxiliary) return true;
    if (IsPunctuation(tag) || tag == RoleTag::kRelative) return false;
  }
  return false;
}

}  // namespace

uint32_t ClauseEnd(const AttributionContext& context, uint32_t begin,
                   uint32_t limit, ContentForm form) {
  limit = std::min(limit, begin + kMaxContent);
  const bool phrase =
      form == ContentForm::kObject || form == ContentForm::kInfinitive;
  bool quoted = false;
  for (uint32_t i = begin; i < limit; ++i) {
    const RoleTag tag = context.Tag(i);
    if (tag == RoleTag::kOpenQuote) quoted = true;
    if (tag == RoleTag::kCloseQuote) quoted = false;
    if (quoted) continue;
    if (tag == RoleTag::kComma || tag == RoleTag::kBreak) {
      const uint32_t next = i + 1;
      if (next >= limit) return i;
      if (context.Has(next, Lex::kSayPreposition)) return i;
      if (context.Tag(next) == RoleTag::kCoordinator &&
          CueBeginsAt(context, next + 1, limit)) {
        return i;
      }
      VerbCue cue;
      if (context.Has(next, Lex::kSayVerb) &&
          ReadVerbCue(context, next, &cue) && !cue.finite) {
        return i;
      }
      if (tag == RoleTag::kComma && CueBeginsAt(context, next, limit)) return i;
      if (context.Is(next, "while") || context.Is(next, "though") ||
          context.Is(next, "although") || context.Is(next, "compared")) {
        return i;
      }
      if (phrase) {
        const RoleTag after = context.Tag(next);
        if (after == RoleTag::kRelative || after == RoleTag::kSubordinator ||
            (after == RoleTag::kCoordinator && !context.Is(next, "and")) ||
            after == RoleTag::kPronoun) {
          return i;
        }
        if (absl::EndsWith(context.text().Folded(next), "ing") &&
            context.text().Folded(next).size() > 4) {
          return i;
        }
      }
      if (tag == RoleTag::kBreak && context.text().IsChar(i, ';')) return i;
    } else if (tag == RoleTag::kCoordinator && i > begin &&
               context.Is(i, "but") && !Modal(context, i + 1) &&
               (context.Tag(i + 1) == RoleTag::kAuxiliary ||
                context.Tag(i + 1) == RoleTag::kVerb)) {
      return i;
    } else if (tag == RoleTag::kCoordinator && i > begin &&
               context.Has(i + 1, Lex::kSayVerb) &&
               CueBeginsAt(context, i + 1, std::min(limit, i + 2))) {
      return i;
    }
  }
  return limit;
}

Content ContentAfter(const AttributionContext& context, const VerbCue& cue,
                     uint32_t limit) {
  Content content;
  const LexEntry& entry = *cue.entry;
  uint32_t t = cue.end;
  const uint32_t stop = std::min(limit, t + kMaxLead);
  bool addressee = entry.HasTag("addressee") && !cue.passive;
  for (int n = 0; n < 5 && t < stop; ++n) {
    uint32_t next =
        SkipCircumstance(context, t, stop, entry.HasTag("infinitive"));
    if (next == t && addressee) {
      next = SkipAddressee(context, t, stop);
      addressee = false;
    }
    if (next == t && context.Tag(t) == RoleTag::kComma) {
      // ", however," and ", in part,".
      uint32_t k = t + 1;
      while (k < stop && k < t + 6 && !IsPunctuation(context.Tag(k))) ++k;
      const RoleTag after = context.Tag(k + 1);
      if (context.Tag(k) == RoleTag::kComma &&
          (after == RoleTag::kThat || after == RoleTag::kOpenQuote)) {
        next = k + 1;
      } else if (context.Tag(t + 1) == RoleTag::kOpenQuote) {
        next = t + 1;
      }
    }
    if (next == t && context.Tag(t) == RoleTag::kColon) next = t + 1;
    if (next == t) break;
    t = next;
  }
  if (t >= limit) return content;
  const RoleTag tag = context.Tag(t);
  uint32_t begin = t;
  if (tag == RoleTag::kOpenQuote) {
    content.form = ContentForm::kQuoted;
  } else if (tag == RoleTag::kThat) {
    content.form = ContentForm::kThat;
    begin = t + 1;
  } else if (IsQuestionWord(context, t)) {
    content.form = ContentForm::kQuestion;
  } else if (tag == RoleTag::kTo) {
    content.form = ContentForm::kInfinitive;
  } else if (entry.HasTag("naming") && context.Is(t, "as")) {
    content.form = ContentForm::kObject;
    begin = t + 1;
  } else if (!MayBeginContent(context, t)) {
    const bool near = t == cue.end && tag == RoleTag::kPreposition;
    if (tag == RoleTag::kAuxiliary || tag == RoleTag::kVerb) {
      // "a letter that he said was his".
      if (!entry.HasTag("clause") || !RelativeBefore(context, cue.group)) {
        return content;
      }
      content.form = ContentForm::kClause;
    } else if (near && !entry.HasTag("clause")) {
      // "responded to the report", "voted for the plan".
      content.form = ContentForm::kPhrase;
      begin = t + 1;
    } else if (tag != RoleTag::kAdverb && tag != RoleTag::kPreposition &&
               tag != RoleTag::kTime) {
      return content;
    } else if (!VerbSoon(context, t, std::min(limit, t + 2 * kMaxLead))) {
      return content;  // "said at the door": where and when, not what
    } else {
      content.form = ContentForm::kClause;
    }
  } else if ((entry.HasTag("clause") || entry.HasTag("that")) &&
             VerbSoon(context, t, stop)) {
    content.form = ContentForm::kClause;
  } else {
    content.form = ContentForm::kObject;
  }
  const uint32_t end = ClauseEnd(context, begin, limit, content.form);
  if (end <= begin) {
    content.form = ContentForm::kNone;
    return content;
  }
  content.tokens = {begin, end};
  return content;
}

uint32_t StatementBegin(const AttributionContext& context, uint32_t begin,
                        uint32_t end) {
  if (end > begin + kMaxContent) begin = end - kMaxContent;
  while (begin < end && (context.Tag(begin) == RoleTag::kCoordinator ||
                         context.Tag(begin) == RoleTag::kCloseQuote ||
                         context.Tag(begin) == RoleTag::kComma)) {
    ++begin;
  }
  return begin;
}

}  // namespace claimcheck
