// What one text denies and another tells, wherever in them: "no ransom was paid" and
// "a ransom had been paid", "nobody has been detained" and "police arrested a man".

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/text/stem.h"
#include "rules/link/background_idf.h"
#include "rules/link/story_context.h"
#include "rules/link/told_as_done.h"

namespace claimcheck {
namespace {

// Tokens between a noun and the verb that it is the subject or object of.
constexpr uint32_t kReach = 5;
constexpr uint32_t kMostOfNoun = 4;
// Tenths of idf: of the noun, and of noun and verb together.
constexpr uint32_t kNounIdf = 40;
constexpr uint32_t kBothIdf = 80;

// Something said not to have been done, or to have been.
struct Deed {
  SentenceRef at;
  uint32_t verb = 0;     // token
  uint32_t noun = kNone; // what it is done to; kNone: anybody
  uint32_t id = 0;       // of the kind of event, or the stem
  uint32_t stem = 0;     // of the noun
  bool never = false;    // "never won a prize"
  bool active = false;   // so, and "did not win a prize"
  bool so_far = false;   // what may come yet: "has been", "so far"
  Span span;
};

struct NounAt {
  uint32_t stem = 0;
  uint32_t token = 0;
};

// What is read of a text once: what it denies; where its nouns stand, by stem.
struct Denied {
  std::vector<Deed> deeds;
};
struct Nouns {
  std::vector<NounAt> at;
};

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : d_(d), doc_(story.document(d)), words_(story.words(d)) {}

  std::vector<Deed> ReadDenied() const {
    std::vector<Deed> denied;
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      if (!UsableSentence(doc_, s)) continue;
      const TokenRange tokens = doc_.text.sentences[s].tokens;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        const bool denial =
            doc_.lex.Has(t, Lex::kNegationCue) && IsDenialCue(doc_, t);
        if (!denial && !words_.words[t].Is(DraftWord::kNegation)) continue;
        Deed deed;
        deed.at = {d_, s};
        if (denial ? ReadDenial(tokens, t, &deed)
                   : ReadPassive(tokens, t, &deed) ||
                         ReadActive(tokens, t, &deed)) {
          Finish(tokens, t, &deed);
          denied.push_back(deed);
        }
      }
    }
    return denied;
  }

  std::vector<NounAt> ReadNouns() const {
    std::vector<NounAt> nouns;
    for (uint32_t t = 0; t < words_.words.size(); ++t) {
      const DraftWord& word = words_.words[t];
      if (word.Is(DraftWord::kContent) && word.idf >= kNounIdf) {
        nouns.push_back({word.stem, t});
      }
    }
    std::sort(nouns.begin(), nouns.end(), [](const NounAt& a, const NounAt& b) {
      return a.stem != b.stem ? a.stem < b.stem : a.token < b.token;
    });
    return nouns;
  }

  // Whether the word at t is a verb of the kind that is done to the noun.
  bool IsDone(uint32_t t, uint32_t id) const {
    return words_.words[t].Is(DraftWord::kContent) && VerbId(t) == id;
  }

  // The stem of a noun or verb, or the kind of event that a verb tells of.
  uint32_t VerbId(uint32_t t) const {
    for (const LexHit& hit : doc_.lex.At(t)) {
      if (hit.cls == Lex::kEventVerb) return WordHash(hit.entry->id);
    }
    return words_.words[t].stem;
  }

  // "Won", "sent", "signed": as "never won" has it, or unlike "did not win".
  bool IsPastOf(uint32_t t, const Deed& denied, absl::string_view verb) const {
    return denied.never ? Word(t) == verb
                        : Word(t) != verb && !absl::EndsWith(Word(t), "ing") &&
                              !absl::EndsWith(Word(t), "s");
  }

  // Between a noun and its verb: "had already been".
  bool IsFiller(uint32_t t) const {
    return IsBe(t) || IsOneOf(Word(t), {"has", "have", "had", "ever", "yet",
                                        "already", "also"});
  }

  bool IsBe(uint32_t t) const {
    return IsOneOf(Word(t), {"was", "were", "been", "being", "be", "is", "are"});
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }

  // "Denied that anybody had been arrested", "denied that a ransom was paid".
  bool ReadDenial(TokenRange sentence, uint32_t denial, Deed* deed) const {
    uint32_t t = denial + 1;
    if (t + 1 >= sentence.end || Word(t) != "that") return false;
    ++t;
    if (IsOneOf(Word(t), {"any", "a", "an", "the"})) {
      const uint32_t end = std::min(sentence.end, t + 1 + kMostOfNoun);
      for (++t; t < end && words_.words[t].Is(DraftWord::kContent) &&
                !doc_.lex.Has(t, Lex::kAuxiliary);
           ++t) {
        deed->noun = t;
      }
      if (deed->noun == kNone) return false;
    } else if (IsOneOf(Word(t), {"anybody", "anyone"})) {
      ++t;
    } else {
      return false;
    }
    return ReadDone(sentence, t, deed);
  }

  // "No ransom was paid", "nobody has been detained so far".
  bool ReadPassive(TokenRange sentence, uint32_t negation, Deed* deed) const {
    const absl::string_view no = Word(negation);
    uint32_t t = negation + 1;
    if (no == "no" && t < sentence.end && Word(t) == "one") {
      ++t;
    } else if (no == "no") {
      const uint32_t end = std::min(sentence.end, t + kMostOfNoun);
      while (t < end && words_.words[t].Is(DraftWord::kContent) &&
             !doc_.lex.Has(t, Lex::kAuxiliary)) {
        deed->noun = t++;
      }
      if (deed->noun == kNone) return false;
    } else if (no != "nobody" && no != "none") {
      return false;
    }
    return ReadDone(sentence, t, deed);
  }

  // "Had been detained", from its first word.
  bool ReadDone(TokenRange sentence, uint32_t t, Deed* deed) const {
    bool be = false;
    const uint32_t end = std::min(sentence.end, t + kReach);
    for (; t < end && IsFiller(t); ++t) {
      // "No embalming had begun" of a thing, "nobody had begun" of who does it.
      be |= IsBe(t) || (deed->noun != kNone && Word(t) == "had");
    }
    if (!be || t == end || !words_.words[t].Is(DraftWord::kContent)) return false;
    deed->verb = t;
    return true;
  }

  // "Never won a prize", "did not send any signal".
  bool ReadActive(TokenRange sentence, uint32_t negation, Deed* deed) const {
    if (!IsOneOf(Word(negation), {"not", "n't", "never"})) return false;
    const bool did = negation > sentence.begin &&
                     IsOneOf(Word(negation - 1), {"did", "had", "has", "have"});
    uint32_t t = negation + 1;
    // "Never wins" and "does not win" are of habits.
    if (t >= sentence.end || !words_.words[t].Is(DraftWord::kContent) ||
        (!did && (Word(negation) != "never" || absl::EndsWith(Word(t), "s"))) ||
        // What was not released on one day may be on the next.
        words::kDoneInStages.ContainsStemOf(Word(t))) {
      return false;
    }
    deed->verb = t++;
    if (t >= sentence.end ||
        !IsOneOf(Word(t), {"any", "a", "an", "the", "its", "their", "his", "her"})) {
      return false;
    }
    const uint32_t end = std::min(sentence.end, t + kMostOfNoun);
    for (++t; t < end && words_.words[t].Is(DraftWord::kContent); ++t) {
      deed->noun = t;
    }
    deed->active = true;
    deed->never = Word(negation) == "never";
    return deed->noun != kNone;
  }

  void Finish(TokenRange sentence, uint32_t negation, Deed* deed) const {
    deed->id = VerbId(deed->verb);
    if (deed->noun != kNone) deed->stem = words_.words[deed->noun].stem;
    const uint32_t end = std::min(sentence.end, deed->verb + 4);
    for (uint32_t t = negation - (negation > sentence.begin); t < end; ++t) {
      deed->so_far |= IsOneOf(Word(t), {"has", "have", "had", "yet", "far",
                                        "is", "are"});
    }
    const uint32_t last =
        deed->active ? std::max(deed->verb, deed->noun) : deed->verb;
    deed->span = doc_.text.SpanOf({negation, last + 1});
  }

  const uint32_t d_;
  const DocumentAnalysis& doc_;
  const DraftWords& words_;
};

const std::vector<Deed>& DeniedBy(StoryContext* story, uint32_t d) {
  return story
      ->Once<Denied>(d, [&] { return Denied{Reader(*story, d).ReadDenied()}; })
      .deeds;
}

const std::vector<NounAt>& NounsOf(StoryContext* story, uint32_t d) {
  return story
      ->Once<Nouns>(d, [&] { return Nouns{Reader(*story, d).ReadNouns()}; })
      .at;
}

class PairReader {
 public:
  PairReader(StoryContext* story, uint32_t denying, uint32_t telling)
      : story_(*story),
        denying_(denying),
        telling_(telling),
        reader_(*story, telling) {}

  void Compare(std::vector<Detail>* out) {
    for (const Deed& denied : DeniedBy(&story_, denying_)) {
      const auto told = Find(denied, telling_, reader_);
      // Who is not hurt or held yet may be later.
      if (!told || ((denied.so_far || denied.noun == kNone) && !Later())) {
        continue;
      }
      // A text that has both sides speaks of two things, or of a dispute.
      if (Find(denied, denying_, Reader(story_, denying_)) ||
          DeniesToo(denied)) {
        continue;
      }
      // "Never" is of all years.
      const int32_t year = story_.YearHere(denied.at);
      const int32_t other = story_.YearHere(told->at);
      if (year != other && !(denied.never && year == 0)) continue;
      out->push_back(StoryDetail(DetailKind::kWords, Departure::kNegation,
                                 denied.at, denied.span, told->at, told->span,
                                 75));
    }
  }

 private:
  // The text that denies is of a later day: what had not been done yet may be done
  // in between.
  bool Later() const {
    const auto denying = story_.Day(denying_), telling = story_.Day(telling_);
    return denying && telling && *denying > *telling;
  }

  bool DeniesToo(const Deed& denied) {
    for (const Deed& other : DeniedBy(&story_, telling_)) {
      if (other.id == denied.id && other.stem == denied.stem) return true;
    }
    return false;
  }

  // Where a text tells what is denied.
  std::optional<Deed> Find(const Deed& denied, uint32_t d, const Reader& reader) {
    if (denied.noun == kNone) return FindDone(denied, d, reader);
    const uint32_t noun_idf = BackgroundIdf(denied.stem);
    if (noun_idf < kNounIdf ||
        noun_idf + story_.words(denied.at.document).words[denied.verb].idf <
            kBothIdf) {
      return std::nullopt;
    }
    const absl::string_view verb =
        story_.document(denied.at.document).text.Folded(denied.verb);
    const std::vector<NounAt>& nouns = NounsOf(&story_, d);
    auto at = std::lower_bound(
        nouns.begin(), nouns.end(), denied.stem,
        [](const NounAt& a, uint32_t stem) { return a.stem < stem; });
    const DocumentAnalysis& doc = story_.document(d);
    const DraftWords& words = story_.words(d);
    for (; at != nouns.end() && at->stem == denied.stem; ++at) {
      const uint32_t s = doc.text.sentence_of[at->token];
      if (!UsableSentence(doc, s)) continue;
      const TokenRange tokens = doc.text.sentences[s].tokens;
      const uint32_t from =
          at->token > tokens.begin + kReach ? at->token - kReach : tokens.begin;
      const uint32_t to = std::min(tokens.end, at->token + kReach + 1);
      for (uint32_t t = from; t < to; ++t) {
        if (t == at->token || !reader.IsDone(t, denied.id) ||
            !IsToldAsDone(doc, words, tokens, std::min(t, at->token)) ||
            !IsToldAsDone(doc, words, tokens, t)) {
          continue;
        }
        // Behind the noun in the passive; done, where the other text says that it
        // was not.
        if ((t > at->token && !reader.IsFiller(t - 1)) ||
            (denied.active && !reader.IsPastOf(t, denied, verb))) {
          continue;
        }
        Deed told;
        told.at = {d, s};
        told.verb = t;
        told.noun = at->token;
        told.span = doc.text.SpanOf(
            {std::min(t, at->token), std::max(t, at->token) + 1});
        return told;
      }
    }
    return std::nullopt;
  }

  // Somebody to whom it was done, in the story of the day.
  std::optional<Deed> FindDone(const Deed& denied, uint32_t d,
                               const Reader& reader) {
    const DocumentAnalysis& doc = story_.document(d);
    const DraftWords& words = story_.words(d);
    for (const Event& event : doc.events) {
      if (!event.typed || event.nominal || event.status != Status::kFact ||
          WordHash(event.cls) != denied.id ||
          !words::kFates.Contains(event.cls) ||
          !UsableSentence(doc, event.sentence) ||
          story_.PastYear({d, event.sentence}) != 0) {
        continue;
      }
      const TokenRange tokens = doc.text.sentences[event.sentence].tokens;
      const uint32_t t = event.tokens.begin;
      // "Police arrested a man": whom, is people as a rule.
      if (t == tokens.begin || !IsToldAsDone(doc, words, tokens, t) ||
          (!reader.IsBe(t - 1) && event.cls != "arrest")) {
        continue;
      }
      Deed told;
      told.at = {d, event.sentence};
      told.verb = t;
      told.span = event.trigger;
      return told;
    }
    return std::nullopt;
  }

  StoryContext& story_;
  const uint32_t denying_, telling_;
  const Reader reader_;
};

}  // namespace

void CompareDenials(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out) {
  if (pair.left == pair.right || !story->OfOneState(pair)) return;
  PairReader(story, pair.left, pair.right).Compare(out);
  PairReader(story, pair.right, pair.left).Compare(out);
}

}  // namespace claimcheck
