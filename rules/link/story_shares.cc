// Of how many of its kind something is told: "all of the lifeboats were lowered", "none
// of the lifeboats were lowered", "two of the dead wore helmets".

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/text/word_table.h"
#include "rules/link/opposed_claims.h"
#include "rules/link/story_context.h"
#include "rules/link/told_as_done.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

// Tokens of the words between "all of the" and the end of the noun, between the noun and
// its verb, and behind the verb.
constexpr uint32_t kMostOfNoun = 4;
constexpr uint32_t kVerbReach = 4;
constexpr uint32_t kObjectReach = 6;
// Tenths of idf: of a verb, or of what it is done to, that says enough.
constexpr uint32_t kTellingIdf = 40;
constexpr int kLikeness = 75;

enum class Share : uint8_t { kAll, kMost, kSome, kNotAll, kFew, kNone };

bool Exclude(Share a, Share b) {
  if (a > b) std::swap(a, b);
  switch (a) {
    case Share::kAll:
      return b == Share::kNotAll || b == Share::kFew || b == Share::kNone;
    case Share::kMost:
      return b == Share::kFew || b == Share::kNone;
    case Share::kSome:
    case Share::kNotAll:
    case Share::kFew:
      return a != Share::kNotAll && b == Share::kNone;
    case Share::kNone:
      return false;
  }
  return false;
}

struct ShareTold {
  SentenceRef at;
  Share share = Share::kAll;
  uint32_t noun = 0;  // tokens
  uint32_t verb = 0;
  std::vector<uint32_t> objects;  // stems of those that say something
  Span span;
};
// Of a text, read once.
struct ToldShares {
  std::vector<ShareTold> all;
};

// One of them, or a number with "of" behind it, begins what is read here.
constexpr FewWords kShareWords(
    {"all", "every", "both", "most", "few", "any", "none", "no", "some"});

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : d_(d), doc_(story.document(d)), words_(story.words(d)) {}

  std::vector<ShareTold> Read() const {
    std::vector<ShareTold> out;
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      if (!UsableSentence(doc_, s)) continue;
      const TokenRange sentence = doc_.text.sentences[s].tokens;
      for (uint32_t t = sentence.begin; t + 2 < sentence.end; ++t) {
        uint32_t behind = t;
        const std::optional<Share> share = ShareAt(sentence, t, &behind);
        if (!share) continue;
        ShareTold told;
        told.at = {d_, s};
        // "Not all", "hardly any" are of one piece.
        const bool led = t > sentence.begin &&
                         IsOneOf(Word(t - 1), {"not", "n't", "hardly", "nearly", "almost"});
        if (!ReadClause(sentence, t - led, behind, &told)) continue;
        told.share = *share;
        out.push_back(std::move(told));
        t = behind;
      }
    }
    return out;
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }

  // "All (of) the", "none of the", "not all", "two of the"; `behind`: the noun phrase.
  std::optional<Share> ShareAt(TokenRange sentence, uint32_t t,
                               uint32_t* behind) const {
    const bool listed = kShareWords.Contains(doc_.text.tokens[t].word);
    if (!listed && !IsNumber(t)) return std::nullopt;
    const bool of = Word(t + 1) == "of";
    if (!listed && !of) return std::nullopt;
    const absl::string_view word = Word(t);
    const absl::string_view before = t > sentence.begin ? Word(t - 1) : "";
    std::optional<Share> share;
    if (IsOneOf(word, {"all", "every", "both"}) && before != "at") {
      share = IsOneOf(before, {"not", "n't"}) ? Share::kNotAll : Share::kAll;
      if (IsOneOf(before, {"nearly", "almost"})) share = Share::kMost;
      if (IsOneOf(before, {"after", "above"})) return std::nullopt;  // "after all"
    } else if (word == "most" && of) {
      share = Share::kMost;
    } else if (word == "few" &&
               (of || t == sentence.begin || IsOneOf(before, {"very", "only", "but"}))) {
      // Not "a few", "the first few", "every few".
      if (IsOneOf(before, {"a", "the"})) return std::nullopt;
      share = Share::kFew;
    } else if (word == "any" && of && before == "hardly") {
      share = Share::kFew;
    } else if (word == "none" && of) {
      share = Share::kNone;
    } else if (word == "no" && before != "of") {
      share = Share::kNone;
    } else if (of && (word == "some" || IsNumber(t))) {
      share = word == "one" && before == "not" ? Share::kNone : Share::kSome;
    } else {
      return std::nullopt;
    }
    uint32_t k = t + 1 + of;
    while (k < sentence.end &&
           (IsOneOf(Word(k), {"the", "its", "their", "his", "her", "these", "those"}) ||
            IsNumber(k))) {
      ++k;
    }
    // "Two of them", "all of which", "none of Lind's".
    if (of && k == t + 2) return std::nullopt;
    *behind = k;
    return share;
  }

  bool IsNumber(uint32_t t) const {
    return doc_.lex.Has(t, Lex::kCardinal) ||
           doc_.text.tokens[t].kind == TokenKind::kNumber;
  }

  bool ReadClause(TokenRange sentence, uint32_t first, uint32_t t, ShareTold* out) const {
    uint32_t noun = kNone;
    for (const uint32_t end = std::min(sentence.end, t + kMostOfNoun);
         t < end && words_.words[t].Is(DraftWord::kContent) &&
         doc_.text.tokens[t].kind == TokenKind::kWord &&
         !doc_.lex.Has(t, Lex::kPreposition) && !doc_.lex.Has(t, Lex::kAuxiliary) &&
         !(noun != kNone && doc_.lex.Has(t, Lex::kEventVerb));
         ++t) {
      noun = t;
    }
    if (noun == kNone || t >= sentence.end ||
        !IsToldAsDone(doc_, words_, sentence, first)) {
      return false;
    }
    // The verb right behind: "wore", "had been lowered"; not "who", "in the hold".
    uint32_t verb = t;
    for (const uint32_t end = std::min(sentence.end, t + kVerbReach); verb < end;
         ++verb) {
      if (words_.words[verb].Is(DraftWord::kNegation)) return false;
      if (!doc_.lex.Has(verb, Lex::kAuxiliary) &&
          !IsOneOf(Word(verb), {"been", "also", "still", "had"})) {
        break;
      }
    }
    if (verb >= sentence.end || !words_.words[verb].Is(DraftWord::kContent) ||
        doc_.lex.Has(verb, Lex::kPreposition) ||
        words_.words[verb].Is(DraftWord::kCapital)) {
      return false;
    }
    out->noun = noun;
    out->verb = verb;
    uint32_t last = verb;
    for (uint32_t k = verb + 1;
         k < std::min(sentence.end, verb + 1 + kObjectReach) &&
         doc_.text.tokens[k].kind != TokenKind::kPunctuation;
         ++k) {
      if (words_.words[k].Is(DraftWord::kNegation)) return false;
      if (doc_.lex.Has(k, Lex::kConjunction) ||
          IsOneOf(Word(k), {"when", "before", "after", "who", "that"})) {
        break;
      }
      if (!words_.words[k].Is(DraftWord::kContent)) continue;
      last = k;
      if (words_.words[k].idf >= kTellingIdf) {
        out->objects.push_back(words_.words[k].stem);
      }
    }
    out->span = doc_.text.SpanOf({first, last + 1});
    return true;
  }

  const uint32_t d_;
  const DocumentAnalysis& doc_;
  const DraftWords& words_;
};

const std::vector<ShareTold>& SharesOf(StoryContext* story, uint32_t d) {
  return story
      ->Once<ToldShares>(d, [&] { return ToldShares{Reader(*story, d).Read()}; })
      .all;
}

// The same done to the same: "passengers wore life jackets".
bool SayTheSame(const StoryContext& story, const ShareTold& a, const ShareTold& b) {
  constexpr int kOneWord = 90;
  const DraftWords& left = story.words(a.at.document);
  const DraftWords& right = story.words(b.at.document);
  const DraftWord& verb = left.words[a.verb];
  if (left.words[a.noun].stem != right.words[b.noun].stem ||
      WordSupport(left, verb, right, right.words[b.verb], Synonyms::kListed) <
          kOneWord) {
    return false;
  }
  if (a.objects.empty() || b.objects.empty()) return verb.idf >= kTellingIdf;
  return std::any_of(a.objects.begin(), a.objects.end(), [&](uint32_t stem) {
    return std::find(b.objects.begin(), b.objects.end(), stem) != b.objects.end();
  });
}

}  // namespace

void CompareShares(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out) {
  if (pair.left == pair.right || !story->OfOneState(pair)) return;
  const std::vector<ShareTold>& left = SharesOf(story, pair.left);
  const std::vector<ShareTold>& right = SharesOf(story, pair.right);
  ToldPlaces told(*out);
  ForEachOpposed(
      left, right,
      [story](const ShareTold& a, const ShareTold& b) {
        return !Exclude(a.share, b.share) && SayTheSame(*story, a, b);
      },
      [story](const ShareTold& a, const ShareTold& b) {
        return Exclude(a.share, b.share) && SayTheSame(*story, a, b) &&
               story->YearHere(a.at) == story->YearHere(b.at);
      },
      [&](const ShareTold& a, const ShareTold& b) {
        if (told.Tells(pair.left, a.span, pair.right, b.span)) return;
        out->push_back(StoryDetail(DetailKind::kWords, Departure::kContrast, a.at,
                                   a.span, b.at, b.span, kLikeness));
      });
}

}  // namespace claimcheck
