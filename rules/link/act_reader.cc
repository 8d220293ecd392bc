#include "rules/link/act_reader.h"

#include <algorithm>
#include <vector>

#include "absl/strings/string_view.h"

namespace claimcheck {
namespace {

// Tokens between a thing and the word that says what was done with it.
constexpr uint32_t kReach = 7;
// Tokens before it in which a word denies it or leaves it open.
constexpr uint32_t kDenyingReach = 8;
constexpr uint32_t kReportReach = 14;  // of a word that denies all of it
constexpr uint32_t kBareReach = 2;

// A phrase of the list, as it stands in a text.
struct ActWord {
  const LexEntry* entry = nullptr;
  uint32_t act = 0;
  TokenRange tokens;
};

enum class Polarity : uint8_t { kOpen, kYes, kNo };

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : d_(d), doc_(story.document(d)), words_(story.words(d)) {}

  std::vector<Act> Read() {
    std::vector<Act> told;
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      if (!UsableSentence(doc_, s)) continue;
      sentence_ = s;
      tokens_ = doc_.text.sentences[s].tokens;
      ReadWords();
      for (const ActWord& word : found_) {
        if (word.entry->HasTag("needs") && !HasBeside(word.act)) continue;
        if (word.entry->HasTag("state")) {
          ReadState(word, &told);
        } else if (word.entry->HasTag("thing")) {
          ReadThing(word, &told);
        }
      }
    }
    std::stable_sort(told.begin(), told.end(),
                     [](const Act& a, const Act& b) { return a.id < b.id; });
    return told;
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }

  // The longest phrase of each act at each place.
  void ReadWords() {
    found_.clear();
    for (uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
      if (!doc_.lex.Has(t, Lex::kContrast)) continue;
      for (const LexHit& hit : doc_.lex.At(t)) {
        if (hit.cls != Lex::kContrast || !hit.entry->HasTag("act") ||
            t + hit.tokens > tokens_.end) {
          continue;
        }
        const uint32_t act = WordHash(hit.entry->id);
        const bool inside =
            std::any_of(found_.begin(), found_.end(), [&](const ActWord& other) {
              return other.act == act && other.tokens.end > t;
            });
        if (!inside) found_.push_back({hit.entry, act, {t, t + hit.tokens}});
      }
    }
  }

  bool HasBeside(uint32_t act) const {
    return std::any_of(found_.begin(), found_.end(), [&](const ActWord& word) {
      return word.act == act && word.entry->HasTag("beside");
    });
  }

  void Add(const ActWord& word, absl::string_view value, bool early,
           TokenRange phrase, std::vector<Act>* told) const {
    Act act;
    act.id = word.act;
    act.value = WordHash(value);
    act.early = early;
    act.at = {d_, sentence_};
    act.entry = word.entry;
    act.phrase = phrase;
    act.words = {std::min(phrase.begin, word.tokens.begin),
                 std::max(phrase.end, word.tokens.end)};
    told->push_back(act);
  }

  void ReadState(const ActWord& word, std::vector<Act>* told) const {
    const absl::string_view value = word.entry->value_text;
    const bool early = word.entry->HasTag("early");
    if (value == "mixed") {
      Add(word, value, early, word.tokens, told);
      return;
    }
    const bool strong = word.entry->HasTag("strong");
    if (strong && IsForATime(word.tokens.end)) return;
    const Polarity polarity = PolarityOf(word.tokens, strong);
    if (polarity == Polarity::kYes) {
      Add(word, value, early, word.tokens, told);
    } else if (polarity == Polarity::kNo && value == "yes") {
      Add(word, "no", word.entry->HasTag("grows"), word.tokens, told);
    }
  }

  // "Will stay on until May", "would sign it if".
  bool IsForATime(uint32_t t) const {
    const uint32_t end = std::min(tokens_.end, t + kDenyingReach);
    for (; t < end; ++t) {
      if (IsOneOf(Word(t), {"until", "till", "if", "unless", "temporarily"})) {
        return true;
      }
    }
    return false;
  }

  void ReadThing(const ActWord& thing, std::vector<Act>* told) const {
    const bool grows = thing.entry->HasTag("grows");
    // "An internal investigation" is another one.
    if (thing.entry->HasTag("plain") && thing.tokens.begin > tokens_.begin &&
        words_.words[thing.tokens.begin - 1].Is(DraftWord::kContent)) {
      return;
    }
    const ActWord* nearest = nullptr;
    uint32_t least = kReach + 1;
    for (const ActWord& word : found_) {
      if (word.act != thing.act ||
          !(word.entry->HasTag("done") || word.entry->HasTag("undone"))) {
        continue;
      }
      const bool before = word.tokens.end <= thing.tokens.begin;
      const uint32_t between =
          before ? thing.tokens.begin - word.tokens.end
                 : word.tokens.begin - std::min(word.tokens.begin,
                                                thing.tokens.end);
      const TokenRange gap =
          before ? TokenRange{word.tokens.end, thing.tokens.begin}
                 : TokenRange{thing.tokens.end, word.tokens.begin};
      if (between >= least || Parted(gap)) continue;
      nearest = &word;
      least = between;
    }
    if (nearest == nullptr) {
      if (thing.entry->HasTag("bare") && IsMissed(thing.tokens)) {
        Add(thing, "no", grows, thing.tokens, told);
      }
      return;
    }
    const TokenRange all = {
        std::min(nearest->tokens.begin, thing.tokens.begin),
        std::max(nearest->tokens.end, thing.tokens.end)};
    const Polarity polarity = PolarityOf(all, /*strong=*/false);
    if (polarity == Polarity::kOpen) return;
    const bool yes = (polarity == Polarity::kYes) == nearest->entry->HasTag("done");
    Add(thing, yes ? "yes" : "no", grows && !yes, nearest->tokens, told);
  }

  // "There was no distress call", "without a distress call".
  bool IsMissed(TokenRange thing) const {
    const uint32_t from = thing.begin > tokens_.begin + kBareReach
                              ? thing.begin - kBareReach
                              : tokens_.begin;
    for (uint32_t t = from; t < thing.begin; ++t) {
      if (Word(t) == "without") return true;
      if (Word(t) != "no" || t == tokens_.begin) continue;
      if (IsOneOf(Word(t - 1), {"was", "were", "is", "are", "been", "had", "has",
                                "have", "sent", "with", "carried", "left"})) {
        return true;
      }
    }
    return false;
  }

  // Another clause begins within.
  bool Parted(TokenRange gap) const {
    for (uint32_t t = gap.begin; t < gap.end; ++t) {
      if (Begins(t) || doc_.text.IsChar(t, ',')) return true;
    }
    return false;
  }
  bool Begins(uint32_t t) const {
    return doc_.text.IsChar(t, ';') || doc_.text.IsChar(t, ':') ||
           IsOneOf(Word(t), {"when", "after", "before", "while", "because",
                             "although", "though", "who", "which", "where",
                             "but", "until", "since", "as"});
  }
  bool LeavesOpen(uint32_t t, bool strong) const {
    const absl::string_view word = Word(t);
    return IsOneOf(word, {"whether", "could", "might", "may", "if", "should",
                          "unless", "alleged", "allegedly", "suspected", "nearly",
                          "almost", "ordered", "threatened", "considered"}) ||
           (!strong && IsOneOf(word, {"will", "would", "wo", "'ll", "'d"}));
  }

  // A word of a listed phrase denies nothing but in it: "without a struggle".
  bool IsOfPhrase(uint32_t t) const {
    return std::any_of(found_.begin(), found_.end(), [&](const ActWord& word) {
      return word.tokens.Contains(t);
    });
  }

  // Whether the words of an act tell or deny it.
  Polarity PolarityOf(TokenRange act, bool strong) const {
    // "To use tear gas".
    if (!strong && act.begin > tokens_.begin && Word(act.begin - 1) == "to") {
      return Polarity::kOpen;
    }
    int denials = 0;
    bool clause = true, near = true;
    const uint32_t from = act.begin > tokens_.begin + kDenyingReach
                              ? act.begin - kDenyingReach
                              : tokens_.begin;
    const uint32_t first = act.begin > tokens_.begin + kReportReach
                               ? act.begin - kReportReach
                               : tokens_.begin;
    for (uint32_t t = first; t < from; ++t) denials += IsDenialCue(doc_, t);
    for (uint32_t t = act.end; t-- > from;) {
      if (IsOfPhrase(t)) continue;
      const bool negation = words_.words[t].Is(DraftWord::kNegation);
      if (IsDenialCue(doc_, t)) {
        ++denials;
        continue;
      }
      if (clause && LeavesOpen(t, strong)) return Polarity::kOpen;
      if (t < act.begin) {
        if (Begins(t) || doc_.text.IsChar(t, ',')) clause = false;
        if (IsOneOf(Word(t), {"and", "or", "that"})) near = false;
      }
      if (!negation || !clause) continue;
      // What a negation in front of an "and" denies is not known.
      if (!near) return Polarity::kOpen;
      ++denials;
    }
    return denials == 0   ? Polarity::kYes
           : denials == 1 ? Polarity::kNo
                          : Polarity::kOpen;
  }

  const uint32_t d_;
  const DocumentAnalysis& doc_;
  const DraftWords& words_;
  uint32_t sentence_ = 0;
  TokenRange tokens_;
  std::vector<ActWord> found_;  // of the sentence
};

}  // namespace

const std::vector<Act>& ActsOf(StoryContext* story, uint32_t d) {
  struct Acts {
    std::vector<Act> told;
  };
  return story->Once<Acts>(d, [&] { return Acts{Reader(*story, d).Read()}; })
      .told;
}

}  // namespace claimcheck
