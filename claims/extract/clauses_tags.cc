// The part that each word of a sentence plays.

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/types/span.h"
#include "claims/extract/clauses.h"
#include "claims/extract/clauses_closed_words.h"
#include "claims/extract/fill.h"

namespace claimcheck {
namespace {

// What Open() asks for.
constexpr uint64_t kOpenClasses =
    Bit(Lex::kEventVerb) | Bit(Lex::kSayVerb) | Bit(Lex::kEventNoun) |
    Bit(Lex::kStopWord) | Bit(Lex::kPossibilityCue) | Bit(Lex::kNonName) |
    Bit(Lex::kIdentityCue);

// No word up to this size is known by its ending: "red", "fly".
constexpr size_t kShortWord = 4;

constexpr uint32_t kToWord = WordHash("to", 2), kAs = WordHash("as", 2);

// How a verb of the lists is inflected here.
VerbForm FormOf(const LexHit& hit, absl::string_view word) {
  const LexEntry& entry = *hit.entry;
  if (entry.HasTag("preterite")) return VerbForm::kPast;
  if (entry.HasTag("participle")) return VerbForm::kParticiple;
  if (entry.HasTag("past")) return VerbForm::kEd;
  if (entry.HasTag("gerund")) return VerbForm::kGerund;
  if (entry.HasTag("s")) return VerbForm::kS;
  if (entry.HasTag("base")) return VerbForm::kBase;
  if (word == entry.id) return VerbForm::kBase;
  if (absl::EndsWith(word, "ing") && word.size() > 4) return VerbForm::kGerund;
  // "exceed" against "agreed", "freed", "guaranteed".
  if (absl::EndsWith(word, "ed") &&
      (!absl::EndsWith(word, "eed") || absl::EndsWith(word, "reed") ||
       absl::EndsWith(word, "teed"))) {
    return VerbForm::kEd;
  }
  if (absl::EndsWith(word, "s") && !absl::EndsWith(word, "ss")) {
    return VerbForm::kS;
  }
  return VerbForm::kBase;
}

class Tagger {
 public:
  Tagger(const DocumentAnalysis& doc, SentenceSyntax* out)
      : doc_(doc), text_(doc.text), out_(*out), closed_(doc, *out) {}

  void Run(uint32_t sentence) {
    const TokenRange range = text_.sentences[sentence].tokens;
    out_.begin = range.begin;
    out_.behind = range.end;
    absl::Span<const uint32_t> untold;
    const uint32_t to = TagClosed(range, &untold);
    TagOpen(untold);
    // "to" stands before an infinitive when a verb in its base form follows.
    for (uint32_t t = to; t + 1 < range.end; ++t) {
      if (Tag(t) == WordTag::kPreposition && text_.tokens[t].word == kToWord) {
        const uint32_t next = SkipAdverbs(t + 1);
        if (next < range.end && Tag(next) == WordTag::kVerb &&
            Form(next) == VerbForm::kBase) {
          Tag(t) = WordTag::kTo;
        }
      }
    }
    ListVerbal(range);
  }

 private:
  // Tags what the closed lists tell of and puts down what else Open() may tag:
  // without a branch, since nothing lets a processor guess which words those
  // are.  Returns where the first "to" stands, or the end.
  uint32_t TagClosed(TokenRange range, absl::Span<const uint32_t>* left) {
    uint32_t* const room = out_.untold_room.data();
    uint32_t* untold = room;
    WordTag* const tags = out_.tags.data();
    const Token* const tokens = text_.tokens.data();
    uint32_t to = range.end;
    for (uint32_t t = range.begin, end = range.end; t < end; ++t) {
      if (tags[t] != WordTag::kOther) continue;
      const Token& token = tokens[t];
      WordTag tag = WordTag::kOther;
      if (token.kind != TokenKind::kWord) {
        tag = closed_.Mark(t);
      } else if (const uint16_t asked = ClosedWords::Asked(doc_.lex.Parts(t))) {
        if (ClosedWords::IsPlain(asked)) {
          tags[t] = ClosedWords::PlainTag(asked);
          continue;
        }
        if (token.word == kToWord) to = std::min(to, t);
        // "in exchange for", "as soon as": no word of it is anything else.
        if (const uint32_t words = closed_.LongPreposition(t); words > 1) {
          for (uint32_t p = t; p < t + words && p < range.end; ++p) {
            tags[p] = WordTag::kPreposition;
          }
          to = std::min(to, t);  // it may be one of them
          t += words - 1;
          continue;
        }
        tag = closed_.TagOf(t);
      }
      if (tag != WordTag::kOther) {
        tags[t] = tag;
        continue;
      }
      *untold = t;
      untold += MayTag(token, doc_.lex.Mask(t));
    }
    *left = absl::MakeConstSpan(room, untold);
    return to;
  }

  // False for most words that Open() leaves as they are.
  bool MayTag(const Token& token, uint64_t classes) const {
    const bool is_long = token.folded_size > kShortWord;
    const uint32_t end = is_long ? token.folded_size - 1 : 0;
    const char last = text_.folded[token.folded_begin + end];
    const bool ending = (last == 'd') | (last == 'y');
    return ((classes & kOpenClasses) != 0) | (is_long & ending);
  }

  void TagOpen(absl::Span<const uint32_t> untold) {
    uint32_t behind = out_.begin;  // what was tagged last
    for (uint32_t t : untold) {
      if (t >= behind && Tag(t) == WordTag::kOther) behind = Open(t) + 1;
    }
  }

  void ListVerbal(TokenRange range) {
    constexpr auto bit = [](WordTag tag) {
      return uint32_t{1} << static_cast<int>(tag);
    };
    constexpr uint32_t kVerbal = bit(WordTag::kVerb) |
                                 bit(WordTag::kAuxiliary) |
                                 bit(WordTag::kEventNoun) | bit(WordTag::kTo);
    uint32_t* const room = out_.verbal_room.data();
    uint32_t* verbal = room;
    const WordTag* const tags = out_.tags.data();
    for (uint32_t t = range.begin, end = range.end; t < end; ++t) {
      *verbal = t;
      verbal += kVerbal >> static_cast<int>(tags[t]) & 1;
    }
    out_.verbal = absl::MakeConstSpan(room, verbal);
  }

  WordTag& Tag(uint32_t t) { return out_.tags[t]; }
  VerbForm& Form(uint32_t t) { return out_.forms[t]; }
  bool Has(uint32_t t, Lex cls) const { return doc_.lex.Has(t, cls); }

  uint32_t SkipAdverbs(uint32_t t) {
    while (t < out_.end() && Tag(t) == WordTag::kAdverb) ++t;
    return t;
  }

  // The last word before `t` that is no adverb.
  WordTag Before(uint32_t t, uint32_t* at) {
    while (t > out_.begin) {
      --t;
      if (Tag(t) != WordTag::kAdverb && Tag(t) != WordTag::kNegation) {
        *at = t;
        return Tag(t);
      }
      if (Tag(t) == WordTag::kNegation) {
        *at = t;
        return WordTag::kAuxiliary;  // "did not visit"
      }
    }
    *at = kNone;
    return WordTag::kStop;
  }

  // Verbs, event nouns, adverbs; returns the last token of what was tagged.
  uint32_t Open(uint32_t t) {
    const absl::string_view word = text_.Folded(t);
    if ((doc_.lex.Mask(t) & kOpenClasses) == 0) return Unlisted(t, word);
    const LexHit* verb = PickVerb(t, word);
    const LexHit* say = doc_.lex.Find(t, Lex::kSayVerb);
    const LexHit* noun = doc_.lex.Find(t, Lex::kEventNoun);
    // "Flight 12" is a name.
    if (noun != nullptr && t + noun->tokens < out_.end() &&
        text_.tokens[t].Is(Token::kCapital) &&
        Tag(t + noun->tokens) == WordTag::kNumber) {
      noun = nullptr;
    }
    if (noun != nullptr && verb != nullptr && noun->tokens > verb->tokens) {
      verb = nullptr;  // "search operation"
    }
    if (verb == nullptr && say != nullptr && say->tokens > 1 &&
        !Has(t, Lex::kEventVerb)) {
      say = nullptr;
    }
    if (verb != nullptr || say != nullptr) {
      const LexHit* hit = verb != nullptr ? verb : say;
      const VerbForm form =
          verb != nullptr ? FormOf(*verb, word) : SayForm(word);
      length_ = hit->tokens;
      if (IsVerbHere(t, form, noun != nullptr)) {
        Tag(t) = WordTag::kVerb;
        out_.verbs[t] = hit;
        Form(t) = form;
        uint32_t last = t;
        for (uint32_t p = t + 1; p < t + hit->tokens && p < out_.end(); ++p) {
          if (Tag(p) == WordTag::kName) break;
          Tag(p) = WordTag::kParticle;
          last = p;
        }
        return last;
      }
    }
    if (noun != nullptr && t + noun->tokens <= out_.end()) {
      for (uint32_t p = t; p < t + noun->tokens; ++p)
        Tag(p) = WordTag::kEventNoun;
      return t + noun->tokens - 1;
    }
    length_ = 1;
    if (verb == nullptr && say == nullptr && IsVerbByEnding(t, word)) return t;
    if (Has(t, Lex::kStopWord) || (verb == nullptr && say == nullptr)) {
      if ((word.size() > 4 && absl::EndsWith(word, "ly") && !InNounPhrase(t)) ||
          Has(t, Lex::kStopWord) || Has(t, Lex::kPossibilityCue) ||
          IsSentenceAdverb(t)) {
        Tag(t) = WordTag::kAdverb;
      }
    }
    if (Tag(t) == WordTag::kOther && Has(t, Lex::kIdentityCue) &&
        t + 1 < out_.end() && Has(t + 1, Lex::kEventVerb) &&
        !Has(t + 1, Lex::kEventNoun)) {
      Tag(t) = WordTag::kAdverb;  // "last met", "first visited"
    }
    return t;
  }

  // What no list has that matters: a verb or an adverb by its ending.
  uint32_t Unlisted(uint32_t t, absl::string_view word) {
    if (word.size() <= kShortWord) return t;
    length_ = 1;
    if (!IsVerbByEnding(t, word) && absl::EndsWith(word, "ly") &&
        !InNounPhrase(t)) {
      Tag(t) = WordTag::kAdverb;
    }
    return t;
  }

  // Tags a verb in no list, by its ending and its place.
  bool IsVerbByEnding(uint32_t t, absl::string_view word) {
    if (word.size() <= 4 || !absl::EndsWith(word, "ed") ||
        !IsVerbHere(t, VerbForm::kEd, false)) {
      return false;
    }
    Tag(t) = WordTag::kVerb;
    out_.verbs[t] = nullptr;
    Form(t) = VerbForm::kEd;
    return true;
  }

  // "a friendly visit": behind a determiner it is an adjective.
  bool InNounPhrase(uint32_t t) {
    return t > out_.begin && (Tag(t - 1) == WordTag::kDeterminer ||
                              Tag(t - 1) == WordTag::kPossessive);
  }

  // "Meanwhile", "However".
  bool IsSentenceAdverb(uint32_t t) const {
    const LexHit* hit = doc_.lex.Find(t, Lex::kNonName);
    return hit != nullptr && hit->tokens == 1 && hit->entry->HasTag("adverb");
  }

  // Of verbs that look alike the one that fits: "found" is the past of "find",
  // but behind "to" it is "found".
  const LexHit* PickVerb(uint32_t t, absl::string_view word) {
    const LexHit* picked = doc_.lex.Find(t, Lex::kEventVerb);
    if (picked == nullptr) return nullptr;
    int alike = 0;
    for (const LexHit& hit : doc_.lex.At(t)) {
      alike += hit.cls == Lex::kEventVerb && hit.tokens == picked->tokens;
    }
    if (alike == 1) return picked;
    uint32_t at = kNone;
    const WordTag before = Before(t, &at);
    const bool base = (before == WordTag::kAuxiliary && TakesBase(at)) ||
                      before == WordTag::kTo ||
                      (at != kNone && text_.tokens[at].word == kToWord);
    for (const LexHit& hit : doc_.lex.At(t)) {
      if (hit.cls != Lex::kEventVerb || hit.tokens != picked->tokens) continue;
      if ((FormOf(hit, word) == VerbForm::kBase) == base) return &hit;
    }
    return picked;
  }

  static VerbForm SayForm(absl::string_view word) {
    if (absl::EndsWith(word, "ing")) return VerbForm::kGerund;
    if (absl::EndsWith(word, "s") && !absl::EndsWith(word, "ss")) {
      return VerbForm::kS;
    }
    if (absl::EndsWith(word, "ed") || word == "said" || word == "told") {
      return VerbForm::kEd;
    }
    return VerbForm::kBase;
  }

  // Verb or noun, adjective: by what stands before it.
  bool IsVerbHere(uint32_t t, VerbForm form, bool noun) {
    uint32_t at = kNone;
    const WordTag before = Before(t, &at);
    const bool adverb = t > out_.begin && Tag(t - 1) == WordTag::kAdverb;
    switch (before) {
      case WordTag::kAuxiliary:
        // "is", "has" before a noun that is no participle: "has talks".
        if (form == VerbForm::kBase || form == VerbForm::kS) {
          return form == VerbForm::kBase && TakesBase(at);
        }
        return true;
      case WordTag::kDeterminer:
      case WordTag::kPossessive:
        return false;
      case WordTag::kNumber:
        // "Flight 12 left Oslo": the number is a name's; "24 dead", "70
        // injured":
        // nothing that it may describe follows.
        if (at > out_.begin && text_.tokens[at - 1].kind == TokenKind::kWord &&
            (Tag(at - 1) == WordTag::kName || Tag(at - 1) == WordTag::kOther) &&
            form != VerbForm::kGerund && form != VerbForm::kBase) {
          return !noun || form != VerbForm::kS;
        }
        return (form == VerbForm::kEd || form == VerbForm::kParticiple) &&
               !adverb && EndsPhrase(t + 1);
      case WordTag::kPreposition:
      case WordTag::kEither:
        if (text_.tokens[at].word == kToWord) return form == VerbForm::kBase;
        // "by signing the deal", "at the signing", "amid growing ties".
        if (form == VerbForm::kGerund) {
          return noun ? ObjectAhead(t) : !Describes(t);
        }
        return before == WordTag::kEither && form == VerbForm::kEd &&
               text_.tokens[at].word == kAs;  // "as stated"
      case WordTag::kTo:
        return form == VerbForm::kBase;
      case WordTag::kPronoun:
      case WordTag::kRelative:
        return true;
      case WordTag::kName:
        // "Ada Okafor visits"; "the Lagos visit" is a noun.
        if (form == VerbForm::kBase) return !noun && PluralSubject(t);
        if (form == VerbForm::kS && noun) return NounAhead(t);
        return true;
      case WordTag::kEventNoun:
        // "the quake hit", "talks resumed".
        if (form == VerbForm::kGerund) return !noun;
        return form != VerbForm::kBase || SameAsPast(t) ||
               (!noun && PluralSubject(t) && ObjectAhead(t));
      case WordTag::kSubordinator:
      case WordTag::kComma:
      case WordTag::kCoordinator:
      case WordTag::kBreak:
      case WordTag::kQuote:
        // "to attend and visit the", "will sign and expand": one of two.
        if (form == VerbForm::kBase) {
          return before == WordTag::kCoordinator && OpenBase(at) &&
                 (!noun || ObjectAhead(t));
        }
        if (form == VerbForm::kS) return !noun && ObjectAhead(t);
        if (form == VerbForm::kGerund)
          return noun ? ObjectAhead(t) : !Describes(t);
        return form != VerbForm::kEd || !AdjectiveBefore(t);
      case WordTag::kVerb:
      case WordTag::kParticle:
        // "saw killed", "began landing"; "reported injured".
        return form == VerbForm::kGerund ? !noun : form != VerbForm::kBase;
      case WordTag::kTime:
        if (form == VerbForm::kGerund) return !noun;
        return form != VerbForm::kBase;
      case WordTag::kStop:
        // The head of a sentence: "Killed in the blast were", "Signing it".
        return form == VerbForm::kGerund ? !noun : false;
      default:
        break;
    }
    // Behind a noun or an adjective of which nothing is known.
    switch (form) {
      case VerbForm::kPast:
        return true;
      case VerbForm::kEd:
      case VerbForm::kParticiple:
        return !AdjectiveBefore(t) || !adverb;
      case VerbForm::kGerund:
        return !noun;
      case VerbForm::kS: {
        // A plural noun as often: "security issues".  Known actors may stand
        // before any; else an object must follow.
        if (AdjectiveAt(at)) return false;
        const bool actor = Has(at, Lex::kRoleNoun) || Has(at, Lex::kOrgNoun);
        return actor && !noun ? true : actor ? NounAhead(t) : ObjectAhead(t);
      }
      case VerbForm::kBase:
        return SameAsPast(t) ? !noun || NounAhead(t)
                             : !noun && PluralSubject(t) && ObjectAhead(t);
    }
    return false;
  }

  // "hit", "cut", "put": the base is also the past.
  bool SameAsPast(uint32_t t) const {
    for (const LexHit& hit : doc_.lex.At(t)) {
      if (hit.cls == Lex::kEventVerb && hit.entry->HasTag("past")) return true;
    }
    return false;
  }

  // Modals, do, to: what a base form may follow.
  bool TakesBase(uint32_t t) const {
    const LexHit* hit = doc_.lex.Find(t, Lex::kAuxiliary);
    if (hit == nullptr) return true;  // a negation
    return hit->entry->id != "be" && hit->entry->id != "have";
  }

  bool PluralSubject(uint32_t t) const {
    if (t <= out_.begin) return false;
    const absl::string_view word = text_.Folded(t - 1);
    return word.size() > 2 && word.back() == 's';
  }

  // An adjective in -ed before its noun: "the newly formed group" follows a
  // determiner somewhere near.
  bool AdjectiveBefore(uint32_t t) {
    const uint32_t next = t + length_;
    return next < out_.end() && Tag(next) == WordTag::kOther &&
           text_.tokens[next].kind == TokenKind::kWord &&
           (Has(next, Lex::kEventNoun) || Has(next, Lex::kRoleNoun) ||
            Has(next, Lex::kPlaceNoun) || Has(next, Lex::kOrgNoun)) &&
           !Has(next, Lex::kPreposition);
  }

  // What may be an object follows: a determiner, a name, a number.
  bool NounAhead(uint32_t t) {
    const uint32_t next = t + 1;
    if (next >= out_.end()) return false;
    switch (Tag(next)) {
      case WordTag::kName:
      case WordTag::kDeterminer:
      case WordTag::kPossessive:
      case WordTag::kNumber:
      case WordTag::kPronoun:
        return true;
      case WordTag::kPreposition:
      case WordTag::kTime:
        // "Airbus crashes in Alps"; "two visits in May" has a number before.
        return true;
      default:
        return text_.tokens[next].Is(Token::kCapital) ||
               Has(next, Lex::kDemonym) || Has(next, Lex::kVagueNumber);
    }
  }

  // No noun stands at `t`.
  bool EndsPhrase(uint32_t t) {
    if (t >= out_.end()) return true;
    const WordTag tag = Tag(t);
    if (tag == WordTag::kOther && text_.tokens[t].kind == TokenKind::kWord) {
      return Has(t, Lex::kEventVerb);
    }
    return tag != WordTag::kName && tag != WordTag::kOther;
  }

  // An object follows, not a preposition or a time.
  bool ObjectAhead(uint32_t t) {
    const uint32_t next = t + 1;
    if (next >= out_.end()) return false;
    return NounAhead(t) && Tag(next) != WordTag::kPreposition &&
           Tag(next) != WordTag::kTime;
  }

  // "growing ties", "missing children": of what goes on by itself, before a
  // noun.
  bool Describes(uint32_t t) {
    const LexHit* verb = doc_.lex.Find(t, Lex::kEventVerb);
    const uint32_t next = t + 1;
    return verb != nullptr && verb->tokens == 1 &&
           verb->entry->HasTag("patientsubject") && next < out_.end() &&
           Tag(next) == WordTag::kOther &&
           text_.tokens[next].kind == TokenKind::kWord;
  }

  // A modal or "to" with its verb stands before the coordinator at `t`, in the
  // same clause.
  bool OpenBase(uint32_t t) {
    for (uint32_t n = 0; t > out_.begin && n < 16; ++n) {
      --t;
      switch (Tag(t)) {
        case WordTag::kVerb:
          return Form(t) == VerbForm::kBase;
        case WordTag::kSubordinator:
        case WordTag::kRelative:
        case WordTag::kQuote:
        case WordTag::kBreak:
          return false;
        default:
          break;
      }
    }
    return false;
  }

  // An adjective of the lists stands there: "recent attacks".
  bool AdjectiveAt(uint32_t t) const {
    return t == kNone || Has(t, Lex::kIdentityCue) || Has(t, Lex::kDemonym) ||
           Has(t, Lex::kTitle);
  }

  const DocumentAnalysis& doc_;
  const TokenizedText& text_;
  SentenceSyntax& out_;
  const ClosedWords closed_;
  uint32_t length_ = 1;  // of the verb that is being looked at
};

}  // namespace

void BeginSyntax(const DocumentAnalysis& doc, SentenceSyntax* out) {
  const size_t size = doc.text.tokens.size();
  static_assert(static_cast<int>(WordTag::kOther) == 0, "filled with zeros");
  FillWithZeros(size, &out->tags);
  FillWithNone(size, &out->mention);
  if (out->verbs.size() < size) {
    out->verbs.resize(size);
    out->forms.resize(size);
    out->clause_of.resize(size);
    out->verbal_room.resize(size);
    out->untold_room.resize(size);
  }
  for (size_t n = 0; n < doc.names.size(); ++n) {
    const NameMention& name = doc.names[n];
    for (uint32_t t = name.tokens.begin; t < name.tokens.end; ++t) {
      out->mention[t] = static_cast<uint32_t>(n);
      if (name.form == NameMention::kName) out->tags[t] = WordTag::kName;
    }
  }
  for (const TimeMention& time : doc.times) {
    const uint32_t end = std::min(
        time.tokens.end, doc.text.sentences[time.sentence].tokens.end);
    for (uint32_t t = time.tokens.begin; t < end; ++t) {
      if (out->tags[t] == WordTag::kOther) out->tags[t] = WordTag::kTime;
    }
  }
}

void TagWords(const DocumentAnalysis& doc, uint32_t sentence,
              SentenceSyntax* out) {
  Tagger(doc, out).Run(sentence);
}

}  // namespace claimcheck
