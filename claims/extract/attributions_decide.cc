// What the rules found, put to the model: where does the content end, and is
// it one at all?  Both are sums over named features.

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "claims/extract/attributions_candidate.h"

namespace claimcheck {
namespace {

// No content is longer, and no more places are looked at as its end.
constexpr uint32_t kMaxContent = 160;
constexpr int kMaxEnds = 64;
// How much less a plain statement needs to be taken.
constexpr int64_t kChain = 200;
// The score of what needs no weighing.
constexpr int64_t kSure = 300;

const char* NameOf(WordTag tag) {
  static constexpr const char* kNames[] = {
      "word",  "det", "poss",  "clitic", "pron",  "rel",   "aux",
      "verb",  "to",  "that",  "prep",   "and",   "sub",   "adv",
      "time",  "num", "comma", "stop",   "colon", "break", "open",
      "close", "(",   ")",     "symbol"};
  return kNames[static_cast<int>(tag)];
}

// A length as one of a few: 0 to 4 as they are, then by doubling.
int Bucket(uint32_t n) {
  if (n < 5) return static_cast<int>(n);
  int bucket = 5;
  for (uint32_t top = 8; n >= top && bucket < 10; top += top / 2) ++bucket;
  return bucket;
}

class Question {
 public:
  Question(const AttributionWork& work, Candidate* candidate)
      : w_(work), c_(work.c), k_(*candidate) {
    kind_[0] = static_cast<char>('A' + static_cast<int>(k_.frame));
    kind_[1] = static_cast<char>('a' + static_cast<int>(k_.form));
    sentence_ = c_.Sentence(k_.cue.begin);
    if (k_.cue.entry != nullptr) lex_ = k_.cue.entry->id;
  }

  bool Run() {
    if (w_.trace != nullptr) WriteCase();
    ChooseEnd();
    std::string names;
    FeatureSum sum(w_.model, w_.trace == nullptr ? nullptr : &names);
    Describe(&sum);
    k_.score = sum.sum();
    // "According to Roe" leaves no doubt.
    if (k_.frame == Frame::kSource && k_.cue.entry != nullptr) {
      k_.score = std::max(k_.score, kSure);
    }
    const bool yes = k_.score >= (LinkOfChain() ? -kChain : 0);
    if (w_.trace != nullptr) {
      absl::StrAppend(w_.trace, "A ", EndByte(k_.open.end), names, "\n");
    }
    return yes;
  }

 private:
  absl::string_view Kind() const { return absl::string_view(kind_, 2); }

  // A word as far as grammar goes: function words as they are, the rest by
  // their tag.
  absl::string_view Key(uint32_t t) const {
    if (t >= sentence_.end || t < sentence_.begin) return "END";
    switch (c_.Tag(t)) {
      case WordTag::kRelative:
      case WordTag::kAuxiliary:
      case WordTag::kPronoun:
      case WordTag::kPossessive:
      case WordTag::kPreposition:
      case WordTag::kCoordinator:
      case WordTag::kSubordinator:
      case WordTag::kDeterminer:
      case WordTag::kBreak:
      case WordTag::kStop:
        return w_.text.Folded(t);
      case WordTag::kAdverb: {
        const absl::string_view word = w_.text.Folded(t);
        return absl::EndsWith(word, "ly") ? "ly" : word;
      }
      case WordTag::kWord: {
        if (c_.Capital(t)) return "Word";
        const absl::string_view word = w_.text.Folded(t);
        if (absl::EndsWith(word, "ing")) return "ing";
        if (absl::EndsWith(word, "ed")) return "ed";
        if (absl::EndsWith(word, "s")) return "s";
        return "word";
      }
      default:
        return NameOf(c_.Tag(t));
    }
  }
  absl::string_view Tag(uint32_t t) const {
    if (t >= sentence_.end || t < sentence_.begin) return "END";
    return NameOf(c_.Tag(t));
  }
  bool FiniteVerb(uint32_t t) const {
    return c_.Tag(t) == WordTag::kVerb || c_.Tag(t) == WordTag::kAuxiliary;
  }

  // --- Where it ends

  bool MayEndAt(uint32_t t) const {
    switch (c_.Tag(t)) {
      case WordTag::kWord:
        return absl::EndsWith(w_.text.Folded(t), "ing");
      case WordTag::kDeterminer:
      case WordTag::kPossessive:
      case WordTag::kPronoun:
      case WordTag::kClitic:
      case WordTag::kNumber:
      case WordTag::kSymbol:
      case WordTag::kAdverb:
        return c_.Tag(t - 1) == WordTag::kCloseQuote;
      default:
        return true;
    }
  }

  void ChooseEnd() {
    const uint32_t begin = k_.open.begin;
    const uint32_t limit = std::min(k_.open.end, begin + kMaxContent);
    uint32_t best = k_.usual_end;
    int64_t best_score = INT64_MIN;
    verbs_ = commas_ = 0;
    int asked = 0;
    bool quoted = false;
    for (uint32_t i = begin; i <= limit; ++i) {
      const bool candidate =
          i == limit || i == k_.usual_end ||
          (i > begin && !quoted && asked < kMaxEnds && MayEndAt(i));
      if (candidate && (i > begin || k_.may_be_empty)) {
        ++asked;
        const int64_t score = ScoreEnd(i);
        if (score > best_score) {
          best_score = score;
          best = i;
        }
      }
      if (i == limit) break;
      verbs_ += FiniteVerb(i);
      commas_ += c_.Tag(i) == WordTag::kComma;
      if (c_.Tag(i) == WordTag::kOpenQuote) quoted = true;
      if (c_.Tag(i) == WordTag::kCloseQuote) quoted = false;
    }
    k_.open.end = best;
    if (best_score == INT64_MIN) k_.open.end = k_.open.begin;
  }

  int64_t ScoreEnd(uint32_t i) {
    std::string names;
    FeatureSum sum(w_.model, w_.trace == nullptr ? nullptr : &names);
    const absl::string_view key = Key(i), next = Key(i + 1), tag = Tag(i);
    const int usual = i == k_.usual_end;
    const int verbs = std::min(verbs_, 2), commas = std::min(commas_, 3);
    const int length = Bucket(i - k_.open.begin);
    sum.Add("e.kind", Kind(), tag);
    sum.Add("e.word", Kind(), key);
    sum.Add("e.words", key, next);
    sum.Add("e.tags", tag, Tag(i + 1), Tag(i + 2));
    sum.Add("e.kwords", Kind(), key, Tag(i + 1));
    sum.Add("e.last", i == k_.open.begin ? "NONE" : Key(i - 1), tag);
    sum.Add("e.usual", Kind(), usual, tag);
    sum.Add("e.usualw", usual, key);
    sum.Add("e.length", Kind(), length);
    sum.Add("e.lengtht", length, tag);
    sum.Add("e.commas", commas, tag, Kind());
    sum.Add("e.verbs", verbs, key, Kind());
    sum.Add("e.lex", lex_, key);
    sum.Add("e.rest",
            Bucket(std::min(k_.open.end, k_.open.begin + kMaxContent) - i),
            tag);
    // What would be left over has a verb of its own before the next stop.
    int own = 0;
    uint32_t to = i + 1;
    for (; to < sentence_.end && to < i + 12 && !IsPunctuation(c_.Tag(to));
         ++to) {
      if (FiniteVerb(to)) own = 1;
      if (c_.Has(to, Lex::kSayVerb)) own = 2;
      if (own > 0) break;
    }
    sum.Add("e.own", own, key, verbs);
    sum.Add("e.owntag", own, tag, Tag(i + 1), Kind());
    sum.Add("e.opens", Tag(sentence_.begin), tag, commas);
    if (!k_.speaker.empty()) {
      sum.Add("e.speaker", Tag(k_.speaker.tokens.begin), tag, verbs);
    }
    if (w_.trace != nullptr) {
      absl::StrAppend(w_.trace, "E ", i == k_.open.begin ? 0 : EndByte(i), " ",
                      usual, names, "\n");
    }
    return sum.sum();
  }

  // --- Whether it is one

  // What sort of somebody the speaker is.
  absl::string_view SpeakerSort() const {
    const Speaker& speaker = k_.speaker;
    if (speaker.empty()) return "none";
    const uint32_t first = speaker.tokens.begin;
    const uint32_t last = speaker.tokens.end - 1;
    if (speaker.tokens.size() == 1) {
      switch (c_.Tag(first)) {
        case WordTag::kPronoun:
        case WordTag::kPossessive:
        case WordTag::kRelative:
        case WordTag::kDeterminer:
          return w_.text.Folded(first);
        default:
          break;
      }
    }
    switch (KindOf(c_, speaker, AttributionKind::kReported)) {
      case AttributionKind::kDocument:
        return "document";
      case AttributionKind::kAnonymous:
        return "source";
      default:
        break;
    }
    if (c_.Capital(last)) return "name";
    if (c_.Tag(first) == WordTag::kDeterminer) {
      return absl::EndsWith(w_.text.Folded(last), "s") ? "dets" : "det";
    }
    return absl::EndsWith(w_.text.Folded(last), "s") ? "plural" : "noun";
  }

  // The cue stands in the content that was found last in its sentence.
  bool Within() const {
    const uint32_t cue = k_.cue.begin;
    const uint32_t last = w_.s.last_of_sentence[w_.text.sentence_of[cue]];
    if (last == kNone) return false;
    const Attribution& a = w_.doc.attributions[last];
    const uint32_t at = w_.text.tokens[cue].span.begin;
    return !a.content.empty() && a.content.front().begin <= at &&
           at < a.content.back().end;
  }

  // "Police said witnesses told them that ...": a statement inside another.
  // Annotators leave out many of them, so the weights are against them; who
  // said it first matters to a reader.
  bool LinkOfChain() const {
    return k_.frame == Frame::kAfter &&
           (k_.form == ContentForm::kThat || k_.form == ContentForm::kClause) &&
           (k_.cue.finite || c_.Is(k_.speaker.left - 1, "with")) && Within() &&
           k_.cue.entry != nullptr && k_.cue.entry->cls == Lex::kSayVerb &&
           k_.cue.entry->HasTag("clause") &&
           !k_.cue.entry->HasTag("attitude") && !k_.speaker.empty() &&
           c_.Tag(k_.speaker.tokens.begin) != WordTag::kPronoun &&
           c_.Tag(k_.speaker.tokens.begin) != WordTag::kRelative;
  }

  void Describe(FeatureSum* sum) const {
    const VerbCue& cue = k_.cue;
    const absl::string_view sort = SpeakerSort();
    const char form[4] = {static_cast<char>('0' + cue.form),
                          cue.finite ? 'f' : 'n',
                          cue.passive      ? 'p'
                          : cue.infinitive ? 'i'
                                           : 'a',
                          cue.negated ? 'n' : 'y'};
    const absl::string_view verb(form, 4);
    const uint32_t begin = k_.open.begin, end = k_.open.end;
    const int length = Bucket(end - begin);
    int verbs = 0;
    bool quotes = false;
    for (uint32_t t = begin; t < end; ++t) {
      verbs += FiniteVerb(t);
      quotes |= c_.Tag(t) == WordTag::kOpenQuote;
    }
    verbs = std::min(verbs, 2);
    const absl::string_view first = end > begin ? Key(begin) : "NONE";
    sum->Add("a.bias");
    sum->Add("a.kind", Kind());
    sum->Add("a.lex", lex_);
    sum->Add("a.lexkind", lex_, Kind());
    sum->Add("a.lexframe", lex_, static_cast<int>(k_.frame));
    sum->Add("a.lexform", lex_, verb);
    sum->Add("a.form", verb, Kind());
    if (cue.entry != nullptr) {
      for (absl::string_view tag : cue.entry->tags) {
        sum->Add("a.tag", tag, Kind());
        sum->Add("a.tagform", tag, verb);
        sum->Add("a.tagsort", tag, sort);
      }
    }
    sum->Add("a.sort", sort, Kind());
    sum->Add("a.lexsort", lex_, sort);
    if (!k_.speaker.empty() && !c_.Capital(k_.speaker.tokens.end - 1)) {
      sum->Add("a.speaker", w_.text.Folded(k_.speaker.tokens.end - 1));
    }
    sum->Add("a.first", first, Kind());
    sum->Add("a.lexfirst", lex_, first);
    sum->Add("a.firsttags", Tag(begin), Tag(begin + 1), Kind());
    sum->Add("a.length", length, Kind());
    sum->Add("a.verbs", verbs, Kind());
    sum->Add("a.quotes", static_cast<int>(quotes), Kind());
    sum->Add("a.end", Key(end));
    sum->Add("a.next", Key(cue.end), Kind());
    sum->Add("a.lexnext", lex_, Key(cue.end));
    sum->Add("a.before", Key(cue.group - 1), Kind());
    sum->Add("a.beforeform", Key(cue.group - 1), verb);
    sum->Add("a.auxiliary", cue.group < cue.begin ? Key(cue.group) : "NONE",
             Key(cue.begin - 1));
    if (!k_.speaker.empty()) {
      sum->Add("a.left", Key(k_.speaker.left - 1));
      sum->Add("a.size", Bucket(k_.speaker.tokens.size()), sort);
    }
    sum->Add("a.fixed", Bucket(k_.fixed.size()), Kind());
    sum->Add("a.zone",
             static_cast<int>(
                 w_.text.sentences[w_.text.sentence_of[cue.begin]].zone));
    const bool alone =
        w_.s.last_of_sentence[w_.text.sentence_of[cue.begin]] == kNone;
    sum->Add("a.within", alone ? "no" : Within() ? "in" : "behind", Kind());
    sum->Add("a.place", Bucket(cue.begin - sentence_.begin), Kind());
  }

  // --- For training

  uint32_t EndByte(uint32_t i) const {
    return i == 0 ? 0 : w_.text.tokens[i - 1].span.end;
  }
  void WriteCase() const {
    const Span cue = w_.text.SpanOf({k_.cue.group, k_.cue.end});
    const Span fixed = w_.text.SpanOf(k_.fixed);
    const Span speaker = w_.text.SpanOf(k_.speaker.tokens);
    const uint32_t size = static_cast<uint32_t>(w_.text.tokens.size());
    absl::StrAppend(w_.trace, "C ", cue.begin, " ", cue.end, " ", Kind(), " ",
                    fixed.begin, " ", fixed.end, " ",
                    k_.open.begin < size
                        ? w_.text.tokens[k_.open.begin].span.begin
                        : EndByte(size),
                    " ", speaker.begin, " ", speaker.end, "\n");
  }

  const AttributionWork& w_;
  const AttributionContext& c_;
  Candidate& k_;
  TokenRange sentence_;
  char kind_[2];
  absl::string_view lex_ = "-";
  int verbs_ = 0, commas_ = 0;
};

}  // namespace

bool Decide(const AttributionWork& work, Candidate* candidate) {
  return Question(work, candidate).Run();
}

}  // namespace claimcheck
