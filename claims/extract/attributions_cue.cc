#include "claims/extract/attributions_cue.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace claimcheck {
namespace {

// A verb group is no longer than this: "would not have been able to say".
constexpr uint32_t kMaxGroup = 7;

absl::string_view FirstWord(absl::string_view phrase) {
  return phrase.substr(0, phrase.find(' '));
}

VerbCue::Form FormOf(const AttributionContext& context, uint32_t t,
                     const LexEntry& entry) {
  const absl::string_view word = context.text().Folded(t);
  const absl::string_view lemma = FirstWord(entry.id);
  if (word == lemma) {
    // "read", "bet": the past is written like the base.
    return VerbCue::kBase;
  }
  if (absl::EndsWith(word, "ing")) return VerbCue::kGerund;
  if (absl::EndsWith(word, "s") && !absl::EndsWith(word, "ss")) {
    return VerbCue::kPresent;
  }
  return VerbCue::kPast;
}

bool IsBe(absl::string_view word) {
  return word == "is" || word == "are" || word == "was" || word == "were" ||
         word == "be" || word == "been" || word == "being" || word == "am" ||
         word == "'re" || word == "'m" || word == "'s";
}

bool IsHave(absl::string_view word) {
  return word == "has" || word == "have" || word == "had" || word == "having" ||
         word == "'ve";
}

bool PluralNoun(const AttributionContext& context, uint32_t t) {
  const absl::string_view word = context.text().Folded(t);
  return (word.size() > 3 && word.back() == 's' &&
          !absl::EndsWith(word, "ss")) ||
         word == "people" || word == "police" || word == "men" ||
         word == "women" || word == "media" || word == "data" ||
         context.Has(t, Lex::kAnonymousSource);
}

// "said by phone" tells how, not by whom.
bool IsMeans(const AttributionContext& context, uint32_t t) {
  return context.Is(t, "phone") || context.Is(t, "telephone") ||
         context.Is(t, "email") || context.Is(t, "e-mail") ||
         context.Is(t, "text") || context.Is(t, "video");
}

// What stands before the verb group allows for a verb.
bool SubjectMayEndAt(const AttributionContext& context, uint32_t t,
                     const VerbCue& cue, bool ambiguous) {
  switch (context.Tag(t)) {
    case RoleTag::kWord:
    case RoleTag::kTime:
    case RoleTag::kSymbol:
      if (cue.form == VerbCue::kBase) {
        return (!ambiguous || PluralNoun(context, t)) &&
               !context.text().IsChar(t, '-');
      }
      return !context.text().IsChar(t, '-');
    case RoleTag::kNumber:
      return !ambiguous || cue.form != VerbCue::kPast;
    case RoleTag::kPronoun: {
      const absl::string_view word = context.text().Folded(t);
      if (word == "him" || word == "them" || word == "me" || word == "us") {
        return false;
      }
      const bool third = word == "he" || word == "she" || word == "it";
      return cue.form != VerbCue::kBase || !third;
    }
    case RoleTag::kRelative:
    case RoleTag::kComma:
    case RoleTag::kCloseQuote:
    case RoleTag::kCloseParen:
    case RoleTag::kBreak:
      return true;
    case RoleTag::kThat:
    case RoleTag::kCoordinator:
      return cue.form != VerbCue::kBase || !ambiguous;
    case RoleTag::kDeterminer: {
      // "Some say", "Many argue", "this shows".
      const absl::string_view word = context.text().Folded(t);
      return word != "the" && word != "a" && word != "an" && word != "no" &&
             word != "every";
    }
    default:
      return false;
  }
}

}  // namespace

bool MayBeginContent(const AttributionContext& context, uint32_t t) {
  switch (context.Tag(t)) {
    case RoleTag::kDeterminer:
    case RoleTag::kPossessive:
    case RoleTag::kPronoun:
    case RoleTag::kThat:
    case RoleTag::kTo:
    case RoleTag::kNumber:
    case RoleTag::kOpenQuote:
    case RoleTag::kRelative:
    case RoleTag::kSubordinator:
      return true;
    case RoleTag::kWord:
      return true;
    default:
      return false;
  }
}

bool ReadVerbCue(const AttributionContext& context, uint32_t t, VerbCue* cue) {
  const LexHit* hit = context.FindVerb(t);
  if (hit == nullptr) return false;
  const bool name =
      context.Capital(t) && !context.text().tokens[t].Is(Token::kSentenceStart);
  if (name && !context.TitleCase(t)) return false;
  const TokenRange sentence = context.Sentence(t);
  *cue = VerbCue();
  cue->begin = t;
  cue->end = t + hit->tokens;
  cue->entry = hit->entry;
  cue->form = FormOf(context, t, *hit->entry);

  // Auxiliaries and adverbs before it.
  bool be = false, have = false, other = false, to = false;
  uint32_t i = t;
  for (uint32_t n = 0; i > sentence.begin && n < kMaxGroup; ++n) {
    const RoleTag tag = context.Tag(i - 1);
    const absl::string_view word = context.text().Folded(i - 1);
    if (tag == RoleTag::kAuxiliary) {
      if (!be && !have && !other) {
        be = IsBe(word);
        have = IsHave(word);
        other = !be && !have;
      }
    } else if (tag == RoleTag::kAdverb ||
               (context.Is(i - 1, "once") && i > sentence.begin + 1 &&
                context.Tag(i - 2) == RoleTag::kWord)) {  // "Roe once told"
      cue->negated |= word == "not" || word == "n't" || word == "never";
    } else if (tag == RoleTag::kTo && !to && !be && !have && !other) {
      to = true;
      // "continued to insist": the verb before "to" belongs to the group.
      if (i < sentence.begin + 2 || context.Tag(i - 2) != RoleTag::kVerb) {
        cue->group = i - 1;
        cue->infinitive = true;
        cue->finite = false;
        return cue->form == VerbCue::kBase && !hit->entry->HasTag("adjective");
      }
      // "declined to say": that verb is the cue.
      const LexHit* governor = context.Find(i - 2, Lex::kSayVerb);
      if (governor != nullptr && governor->entry->HasTag("infinitive")) {
        return false;
      }
      --i;
    } else {
      break;
    }
    --i;
  }
  cue->group = i;
  const bool helped = be || have || other || to;
  if (hit->entry->HasTag("adjective")) return be;
  const bool ambiguous =
      context.FindNoun(t) != nullptr || context.Has(t, Lex::kDocumentNoun) ||
      context.Has(t, Lex::kEventNoun) || hit->entry->HasTag("judgement") ||
      hit->entry->HasTag("object");
  if (helped) {
    switch (cue->form) {
      case VerbCue::kPast:
        cue->passive = be;
        return be || have;
      case VerbCue::kGerund:
        return be;
      case VerbCue::kBase:
        return other || to || have;
      case VerbCue::kPresent:
        return false;
    }
  }
  const bool opens = i <= sentence.begin;
  if (opens || context.Tag(i - 1) == RoleTag::kSubordinator) {
    // "Asked whether ...", "when asked about"; "Citing a report, ...": nobody
    // before it says so.
    cue->finite = false;
    if (cue->form == VerbCue::kPast && hit->entry->HasTag("asks")) {
      cue->passive = true;
      return true;
    }
    if (opens || cue->form == VerbCue::kGerund) {
      return cue->form == VerbCue::kGerund;
    }
    cue->finite = true;
  }
  // "known", "shown": a participle needs an auxiliary.
  if (cue->form == VerbCue::kPast && hit->tokens == 1) {
    const absl::string_view word = context.text().Folded(t);
    if (absl::EndsWith(word, "n") && !absl::EndsWith(word, "an")) return false;
  }
  if (cue->form == VerbCue::kGerund) {
    cue->finite = false;
    switch (context.Tag(i - 1)) {
      case RoleTag::kDeterminer:
      case RoleTag::kPossessive:
      case RoleTag::kClitic:
        return false;
      default:
        return true;
    }
  }
  if (!SubjectMayEndAt(context, i - 1, *cue, ambiguous)) return false;
  if (cue->form != VerbCue::kPast && ambiguous && hit->tokens == 1) {
    // "reports", "claims": a verb if what follows looks like its content.
    const RoleTag next = context.Tag(cue->end);
    return MayBeginContent(context, cue->end) ||
           ((next == RoleTag::kComma || next == RoleTag::kColon) &&
            context.Tag(cue->end + 1) == RoleTag::kOpenQuote);
  }
  if (cue->form == VerbCue::kPast && context.Is(cue->end, "by") &&
      context.Tag(i - 1) != RoleTag::kPronoun &&
      !IsMeans(context, cue->end + 1)) {
    cue->passive = true;  // "a letter published by"
  }
  return true;
}

}  // namespace claimcheck
