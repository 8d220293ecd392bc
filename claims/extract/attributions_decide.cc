// What the rules found, put to the model: where does the content end, and is
// it one at all?  Both are sums over named features.

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "claims/extract/attributions_candidate.h"
#include "claims/extract/attributions_end_weights.h"
#include "claims/extract/attributions_features.h"
#include "claims/extract/linear_model.h"

namespace claimcheck {
namespace {

// No content is longer, and no more places are looked at as its end.
constexpr uint32_t kMaxContent = 160;
constexpr int kMaxEnds = 64;
// How far behind an end a verb is looked for.
constexpr uint32_t kMaxRest = 12;
// How much less a plain statement needs to be taken.
constexpr int64_t kChain = 200;
// The score of what needs no weighing.
constexpr int64_t kSure = 300;

// Features of an end that know words.
constexpr FeatureName kEndWord("e.word");
constexpr FeatureName kEndWords("e.words");
constexpr FeatureName kEndTags("e.tags");
constexpr FeatureName kEndKindWords("e.kwords");
constexpr FeatureName kEndLast("e.last");
constexpr FeatureName kEndUsualWord("e.usualw");
constexpr FeatureName kEndVerbs("e.verbs");
constexpr FeatureName kEndLex("e.lex");
constexpr FeatureName kEndOwn("e.own");
constexpr FeatureName kEndOwnTags("e.owntag");
// Features of the whole.
constexpr FeatureName kWholeBias("a.bias");
constexpr FeatureName kWholeKind("a.kind");
constexpr FeatureName kWholeLex("a.lex");
constexpr FeatureName kWholeLexKind("a.lexkind");
constexpr FeatureName kWholeLexFrame("a.lexframe");
constexpr FeatureName kWholeLexForm("a.lexform");
constexpr FeatureName kWholeForm("a.form");
constexpr FeatureName kWholeTag("a.tag");
constexpr FeatureName kWholeTagForm("a.tagform");
constexpr FeatureName kWholeTagSort("a.tagsort");
constexpr FeatureName kWholeSort("a.sort");
constexpr FeatureName kWholeLexSort("a.lexsort");
constexpr FeatureName kWholeSpeaker("a.speaker");
constexpr FeatureName kWholeFirst("a.first");
constexpr FeatureName kWholeLexFirst("a.lexfirst");
constexpr FeatureName kWholeFirstTags("a.firsttags");
constexpr FeatureName kWholeEnd("a.end");
constexpr FeatureName kWholeNext("a.next");
constexpr FeatureName kWholeLexNext("a.lexnext");
constexpr FeatureName kWholeBefore("a.before");
constexpr FeatureName kWholeBeforeForm("a.beforeform");
constexpr FeatureName kWholeAuxiliary("a.auxiliary");
constexpr FeatureName kWholeLeft("a.left");
constexpr FeatureName kWholeSize("a.size");
constexpr FeatureName kWholeFixed("a.fixed");
constexpr FeatureName kWholeZone("a.zone");
constexpr FeatureName kWholeWithin("a.within");
constexpr FeatureName kWholePlace("a.place");

class Question {
 public:
  Question(const AttributionWork& work, Candidate* candidate)
      : w_(work),
        c_(work.c),
        k_(*candidate),
        sentence_(c_.Sentence(k_.cue.begin)),
        values_(work, sentence_),
        kind_index_(KindIndex(k_.frame, k_.form)),
        kind_(Text(KindText(kind_index_).view())),
        lex_(Text(k_.cue.entry == nullptr ? "-" : k_.cue.entry->id)) {}

  bool Run() {
    if (w_.trace != nullptr) {
      WriteCase();
      ChooseEnd();
      k_.score = WrittenScore();
    } else {
      FeatureSum sum(w_.model);
      Describe(&sum);
      // Most candidates are refused wherever they end.
      if (k_.frame != Frame::kSource && !k_.may_be_empty &&
          !k_.open.empty() && sum.sum() + MostOfEnds() < Least()) {
        return false;
      }
      ChooseEnd();
      DescribeWithEnd(&sum);
      k_.score = sum.sum();
    }
    // "According to Roe" leaves no doubt.
    if (k_.frame == Frame::kSource && k_.cue.entry != nullptr) {
      k_.score = std::max(k_.score, kSure);
    }
    return k_.score >= Least();
  }

 private:
  FeatureValue Text(absl::string_view text) const { return values_.Text(text); }
  FeatureValue Number(int n) const { return values_.Number(n); }
  FeatureValue Key(uint32_t t) const { return values_.Key(t); }
  FeatureValue Tag(uint32_t t) const { return values_.Tag(t); }
  bool FiniteVerb(uint32_t t) const {
    return c_.Tag(t) == RoleTag::kVerb || c_.Tag(t) == RoleTag::kAuxiliary;
  }

  // --- Where it ends

  bool MayEndAt(uint32_t t) const {
    switch (c_.Tag(t)) {
      case RoleTag::kWord:
        return absl::EndsWith(w_.text.Folded(t), "ing");
      case RoleTag::kDeterminer:
      case RoleTag::kPossessive:
      case RoleTag::kPronoun:
      case RoleTag::kClitic:
      case RoleTag::kNumber:
      case RoleTag::kSymbol:
      case RoleTag::kAdverb:
        return c_.Tag(t - 1) == RoleTag::kCloseQuote;
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
      switch (c_.Tag(i)) {
        case RoleTag::kVerb:
        case RoleTag::kAuxiliary:
          ++verbs_;
          break;
        case RoleTag::kComma:
          ++commas_;
          break;
        case RoleTag::kOpenQuote:
          quoted = true;
          break;
        case RoleTag::kCloseQuote:
          quoted = false;
          break;
        default:
          break;
      }
    }
    k_.open.end = best;
    if (best_score == INT64_MIN) k_.open.end = k_.open.begin;
  }

  // What would be left over behind an end at `i`: 1 when it has a verb of its
  // own before the next stop, 2 when that is one of saying.  Asked from left to
  // right.
  int OwnVerb(uint32_t i) {
    if (next_break_ <= i) {
      next_break_ = i + 1;
      while (next_break_ < sentence_.end && !Breaks(next_break_)) ++next_break_;
    }
    if (next_break_ >= sentence_.end || next_break_ >= i + kMaxRest ||
        IsPunctuation(c_.Tag(next_break_))) {
      return 0;
    }
    return c_.Has(next_break_, Lex::kSayVerb) ? 2 : 1;
  }
  bool Breaks(uint32_t t) const {
    return IsPunctuation(c_.Tag(t)) || FiniteVerb(t) ||
           c_.Has(t, Lex::kSayVerb);
  }

  int64_t ScoreEnd(uint32_t i) {
    const SmallEnd small = SmallEndAt(i);
    if (w_.trace == nullptr) {
      FeatureSum sum(w_.model);
      DescribeEnd(i, small, &sum);
      if (w_.end_weights != nullptr) {
        return sum.sum() + w_.end_weights->Sum(small);
      }
      DescribeSmallEnd(small, &sum);
      return sum.sum();
    }
    WrittenFeatureSum sum(w_.model, w_.texts);
    DescribeEnd(i, small, &sum);
    DescribeSmallEnd(small, &sum);
    absl::StrAppend(w_.trace, "E ", i == k_.open.begin ? 0 : EndByte(i), " ",
                    static_cast<int>(i == k_.usual_end), sum.written(), "\n");
    return sum.sum();
  }

  SmallEnd SmallEndAt(uint32_t i) const {
    const uint32_t limit = std::min(k_.open.end, k_.open.begin + kMaxContent);
    SmallEnd end;
    end.kind = kind_index_;
    end.tag = values_.TagIndex(i);
    end.opens = values_.TagIndex(sentence_.begin);
    if (!k_.speaker.empty()) {
      end.speaker = values_.TagIndex(k_.speaker.tokens.begin);
    }
    end.usual = i == k_.usual_end;
    end.verbs = std::min(verbs_, 2);
    end.commas = std::min(commas_, 3);
    end.length = Bucket(i - k_.open.begin);
    end.rest = Bucket(limit - i);
    return end;
  }

  // What EndWeights has ready.
  template <typename Sum>
  void DescribeSmallEnd(const SmallEnd& end, Sum* sum) const {
    const FeatureValue tag = FeatureValues::TagAt(end.tag);
    const FeatureValue commas = Number(end.commas);
    sum->Add(kEndKind, kind_, tag);
    sum->Add(kEndUsual, kind_, Number(end.usual), tag);
    sum->Add(kEndLength, kind_, Number(end.length));
    sum->Add(kEndLengthTag, Number(end.length), tag);
    sum->Add(kEndCommas, commas, tag, kind_);
    sum->Add(kEndRest, Number(end.rest), tag);
    sum->Add(kEndOpens, FeatureValues::TagAt(end.opens), tag, commas);
    if (end.speaker >= 0) {
      sum->Add(kEndSpeaker, FeatureValues::TagAt(end.speaker), tag,
               Number(end.verbs));
    }
  }

  template <typename Sum>
  void DescribeEnd(uint32_t i, const SmallEnd& end, Sum* sum) {
    const FeatureValue key = Key(i), next_tag = Tag(i + 1);
    const FeatureValue tag = FeatureValues::TagAt(end.tag);
    const FeatureValue usual = Number(end.usual), verbs = Number(end.verbs);
    const FeatureValue own = Number(OwnVerb(i));
    sum->Add(kEndWord, kind_, key);
    sum->Add(kEndWords, key, Key(i + 1));
    sum->Add(kEndTags, tag, next_tag, Tag(i + 2));
    sum->Add(kEndKindWords, kind_, key, next_tag);
    sum->Add(kEndLast, i == k_.open.begin ? values_.None() : Key(i - 1), tag);
    sum->Add(kEndUsualWord, usual, key);
    sum->Add(kEndVerbs, verbs, key, kind_);
    sum->Add(kEndLex, lex_, key);
    sum->Add(kEndOwn, own, key, verbs);
    sum->Add(kEndOwnTags, own, tag, next_tag, kind_);
  }

  // --- Whether it is one

  // What sort of somebody the speaker is.
  FeatureValue SpeakerSort() const {
    const Speaker& speaker = k_.speaker;
    if (speaker.empty()) return Text("none");
    const uint32_t first = speaker.tokens.begin;
    const uint32_t last = speaker.tokens.end - 1;
    if (speaker.tokens.size() == 1) {
      switch (c_.Tag(first)) {
        case RoleTag::kPronoun:
        case RoleTag::kPossessive:
        case RoleTag::kRelative:
        case RoleTag::kDeterminer:
          return values_.Word(first);
        default:
          break;
      }
    }
    switch (KindOf(c_, speaker, AttributionKind::kReported)) {
      case AttributionKind::kDocument:
        return Text("document");
      case AttributionKind::kAnonymous:
        return Text("source");
      default:
        break;
    }
    if (c_.Capital(last)) return Text("name");
    if (c_.Tag(first) == RoleTag::kDeterminer) {
      return Text(absl::EndsWith(w_.text.Folded(last), "s") ? "dets" : "det");
    }
    return Text(absl::EndsWith(w_.text.Folded(last), "s") ? "plural" : "noun");
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
           c_.Tag(k_.speaker.tokens.begin) != RoleTag::kPronoun &&
           c_.Tag(k_.speaker.tokens.begin) != RoleTag::kRelative;
  }

  int64_t Least() const { return LinkOfChain() ? -kChain : 0; }

  // The most that the features which know the end can add, if it is not empty.
  int64_t MostOfEnds() const {
    const int64_t counts = w_.end_weights != nullptr
                               ? w_.end_weights->MostOfCounts(kind_index_)
                               : MostOfCounts(w_.model, kind_);
    const FeatureValue first = Key(k_.open.begin);
    return int64_t{w_.model.Weight(kWholeFirst.Key(first, kind_))} +
           w_.model.Weight(kWholeLexFirst.Key(lex_, first)) + counts +
           w_.model.Most(kWholeEnd);
  }

  int64_t WrittenScore() const {
    WrittenFeatureSum sum(w_.model, w_.texts);
    Describe(&sum);
    DescribeWithEnd(&sum);
    absl::StrAppend(w_.trace, "A ", EndByte(k_.open.end), sum.written(), "\n");
    return sum.sum();
  }

  template <typename Sum>
  void Describe(Sum* sum) const {
    const VerbCue& cue = k_.cue;
    const FeatureValue sort = SpeakerSort();
    const char form[4] = {static_cast<char>('0' + cue.form),
                          cue.finite ? 'f' : 'n',
                          cue.passive      ? 'p'
                          : cue.infinitive ? 'i'
                                           : 'a',
                          cue.negated ? 'n' : 'y'};
    const FeatureValue verb = Text(absl::string_view(form, 4));
    const uint32_t begin = k_.open.begin;
    sum->Add(kWholeBias);
    sum->Add(kWholeKind, kind_);
    sum->Add(kWholeLex, lex_);
    sum->Add(kWholeLexKind, lex_, kind_);
    sum->Add(kWholeLexFrame, lex_, Number(static_cast<int>(k_.frame)));
    sum->Add(kWholeLexForm, lex_, verb);
    sum->Add(kWholeForm, verb, kind_);
    if (cue.entry != nullptr) {
      for (absl::string_view text : cue.entry->tags) {
        const FeatureValue tag = Text(text);
        sum->Add(kWholeTag, tag, kind_);
        sum->Add(kWholeTagForm, tag, verb);
        sum->Add(kWholeTagSort, tag, sort);
      }
    }
    sum->Add(kWholeSort, sort, kind_);
    sum->Add(kWholeLexSort, lex_, sort);
    if (!k_.speaker.empty() && !c_.Capital(k_.speaker.tokens.end - 1)) {
      sum->Add(kWholeSpeaker, values_.Word(k_.speaker.tokens.end - 1));
    }
    sum->Add(kWholeFirstTags, Tag(begin), Tag(begin + 1), kind_);
    sum->Add(kWholeNext, Key(cue.end), kind_);
    sum->Add(kWholeLexNext, lex_, Key(cue.end));
    sum->Add(kWholeBefore, Key(cue.group - 1), kind_);
    sum->Add(kWholeBeforeForm, Key(cue.group - 1), verb);
    sum->Add(kWholeAuxiliary, cue.group < cue.begin ? Key(cue.group) : values_.None(),
             Key(cue.begin - 1));
    if (!k_.speaker.empty()) {
      sum->Add(kWholeLeft, Key(k_.speaker.left - 1));
      sum->Add(kWholeSize, Number(Bucket(k_.speaker.tokens.size())), sort);
    }
    sum->Add(kWholeFixed, Number(Bucket(k_.fixed.size())), kind_);
    sum->Add(kWholeZone,
             Number(static_cast<int>(
                 w_.text.sentences[w_.text.sentence_of[cue.begin]].zone)));
    const bool alone =
        w_.s.last_of_sentence[w_.text.sentence_of[cue.begin]] == kNone;
    sum->Add(kWholeWithin, Text(alone ? "no" : Within() ? "in" : "behind"), kind_);
    sum->Add(kWholePlace, Number(Bucket(cue.begin - sentence_.begin)), kind_);
  }

  // What is known when the end is.
  template <typename Sum>
  void DescribeWithEnd(Sum* sum) const {
    const uint32_t begin = k_.open.begin, end = k_.open.end;
    int verbs = 0;
    bool quotes = false;
    for (uint32_t t = begin; t < end; ++t) {
      verbs += FiniteVerb(t);
      quotes |= c_.Tag(t) == RoleTag::kOpenQuote;
    }
    const FeatureValue first = end > begin ? Key(begin) : values_.None();
    sum->Add(kWholeFirst, first, kind_);
    sum->Add(kWholeLexFirst, lex_, first);
    sum->Add(kWholeLength, Number(Bucket(end - begin)), kind_);
    sum->Add(kWholeVerbs, Number(std::min(verbs, 2)), kind_);
    sum->Add(kWholeQuotes, Number(quotes), kind_);
    sum->Add(kWholeEnd, Key(end));
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
    absl::StrAppend(w_.trace, "C ", cue.begin, " ", cue.end, " ", KindText(kind_index_).view(), " ",
                    fixed.begin, " ", fixed.end, " ",
                    k_.open.begin < size
                        ? w_.text.tokens[k_.open.begin].span.begin
                        : EndByte(size),
                    " ", speaker.begin, " ", speaker.end, "\n");
  }

  const AttributionWork& w_;
  const AttributionContext& c_;
  Candidate& k_;
  const TokenRange sentence_;
  const FeatureValues values_;
  const int kind_index_;
  const FeatureValue kind_;  // frame and form
  const FeatureValue lex_;
  int verbs_ = 0, commas_ = 0;
  uint32_t next_break_ = 0;  // of OwnVerb
};

}  // namespace

bool Decide(const AttributionWork& work, Candidate* candidate) {
  return Question(work, candidate).Run();
}

}  // namespace claimcheck
