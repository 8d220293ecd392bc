// What the rules found, put to the model: where does the content end, and is
// it one at all?  Both are sums over named features.

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <type_traits>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "claims/extract/attributions_candidate.h"
#include "claims/extract/attributions_features.h"
#include "claims/extract/attributions_tables.h"
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

namespace tables = attribution_tables;

// Features of an end.
constexpr Feature kEndWord("e.word", tables::e_word);
constexpr Feature kEndWords("e.words", tables::e_words);
constexpr Feature kEndTags("e.tags", tables::e_tags);
constexpr Feature kEndKindWords("e.kwords", tables::e_kwords);
constexpr Feature kEndLast("e.last", tables::e_last);
constexpr Feature kEndUsualWord("e.usualw", tables::e_usualw);
constexpr Feature kEndVerbs("e.verbs", tables::e_verbs);
constexpr Feature kEndLex("e.lex", tables::e_lex);
constexpr Feature kEndOwn("e.own", tables::e_own);
constexpr Feature kEndOwnTags("e.owntag", tables::e_owntag);
constexpr Feature kEndKind("e.kind", tables::e_kind);
constexpr Feature kEndUsual("e.usual", tables::e_usual);
constexpr Feature kEndLength("e.length", tables::e_length);
constexpr Feature kEndLengthTag("e.lengtht", tables::e_lengtht);
constexpr Feature kEndCommas("e.commas", tables::e_commas);
constexpr Feature kEndRest("e.rest", tables::e_rest);
constexpr Feature kEndOpens("e.opens", tables::e_opens);
constexpr Feature kEndSpeaker("e.speaker", tables::e_speaker);
// Features of the whole.
constexpr Feature kWholeBias("a.bias", tables::a_bias);
constexpr Feature kWholeKind("a.kind", tables::a_kind);
constexpr Feature kWholeLex("a.lex", tables::a_lex);
constexpr Feature kWholeLexKind("a.lexkind", tables::a_lexkind);
constexpr Feature kWholeLexFrame("a.lexframe", tables::a_lexframe);
constexpr Feature kWholeLexForm("a.lexform", tables::a_lexform);
constexpr Feature kWholeForm("a.form", tables::a_form);
constexpr Feature kWholeTag("a.tag", tables::a_tag);
constexpr Feature kWholeTagForm("a.tagform", tables::a_tagform);
constexpr Feature kWholeTagSort("a.tagsort", tables::a_tagsort);
constexpr Feature kWholeSort("a.sort", tables::a_sort);
constexpr Feature kWholeLexSort("a.lexsort", tables::a_lexsort);
constexpr Feature kWholeSpeaker("a.speaker", tables::a_speaker);
constexpr Feature kWholeFirst("a.first", tables::a_first);
constexpr Feature kWholeLexFirst("a.lexfirst", tables::a_lexfirst);
constexpr Feature kWholeFirstTags("a.firsttags", tables::a_firsttags);
constexpr Feature kWholeEnd("a.end", tables::a_end);
constexpr Feature kWholeNext("a.next", tables::a_next);
constexpr Feature kWholeLexNext("a.lexnext", tables::a_lexnext);
constexpr Feature kWholeBefore("a.before", tables::a_before);
constexpr Feature kWholeBeforeForm("a.beforeform", tables::a_beforeform);
constexpr Feature kWholeAuxiliary("a.auxiliary", tables::a_auxiliary);
constexpr Feature kWholeLeft("a.left", tables::a_left);
constexpr Feature kWholeSize("a.size", tables::a_size);
constexpr Feature kWholeFixed("a.fixed", tables::a_fixed);
constexpr Feature kWholeZone("a.zone", tables::a_zone);
constexpr Feature kWholeWithin("a.within", tables::a_within);
constexpr Feature kWholePlace("a.place", tables::a_place);
constexpr Feature kWholeLength("a.length", tables::a_length);
constexpr Feature kWholeVerbs("a.verbs", tables::a_verbs);
constexpr Feature kWholeQuotes("a.quotes", tables::a_quotes);

// What numbers the tables have a place for.
static_assert(kEndTag == static_cast<int>(RoleTag::kSymbol) + 1);
static_assert(std::size(tables::e_rest) == kMostBucket + 1);
static_assert(std::size(tables::a_lexframe[0]) ==
              static_cast<size_t>(Frame::kColon) + 1);
static_assert(std::size(tables::a_zone) == Sentence::kBlockQuote + 1);

// Texts of features.
constexpr FixedText kNobody("none"), kDocument("document"), kSource("source"),
    kName("name"), kPluralWithThe("dets"), kNounWithThe("det"),
    kPlural("plural"), kNoun("noun");
constexpr FixedText kFirstOfSentence("no"), kInside("in"), kBehind("behind");

// The most that features which know the end can add.
class MostOfEnds {
 public:
  MostOfEnds() {
    for (size_t kind = 0; kind < kKinds; ++kind) {
      counts_[kind] = MostOf(tables::a_length, kind) +
                      MostOf(tables::a_verbs, kind) +
                      MostOf(tables::a_quotes, kind);
    }
    for (int16_t weight : tables::a_end) end_ = std::max(end_, weight);
  }
  int64_t OfKind(uint32_t kind) const { return int64_t{counts_[kind]} + end_; }

 private:
  static constexpr size_t kKinds =
      sizeof(tables::a_kind) / sizeof(tables::a_kind[0]);
  template <size_t kNumbers>
  static int MostOf(const int16_t (&table)[kNumbers][kKinds], size_t kind) {
    int most = table[0][kind];
    for (size_t n = 1; n < kNumbers; ++n) {
      most = std::max<int>(most, table[n][kind]);
    }
    return most;
  }
  int counts_[kKinds];
  int16_t end_ = 0;
};

// One candidate, put to the model; `Values` are NumberValues or TextValues.
template <typename Values>
class Question {
 public:
  Question(const AttributionWork& work, Candidate* candidate)
      : w_(work),
        c_(work.c),
        k_(*candidate),
        sentence_(c_.Sentence(k_.cue.begin)),
        values_(work, sentence_),
        kind_(values_.Kind(KindText(k_.frame, k_.form).view())),
        lex_(values_.Lex(k_.cue.entry == nullptr ? "-" : k_.cue.entry->id)) {}

  bool Run() {
    TableSum sum;
    Describe(&sum);
    // Most candidates are refused wherever they end.
    if (k_.frame != Frame::kSource && !k_.may_be_empty && !k_.open.empty() &&
        sum.sum() + MostByEnd() < Least()) {
      return false;
    }
    ChooseEnd();
    DescribeWithEnd(&sum);
    k_.score = sum.sum();
    return Accepted();
  }

  // The same by the weights of `work.model`, written down.
  bool RunAndWrite() {
    WriteCase();
    ChooseEnd();
    WrittenFeatureSum sum(*w_.model, w_.texts);
    Describe(&sum);
    DescribeWithEnd(&sum);
    absl::StrAppend(w_.trace, "A ", EndByte(k_.open.end), sum.written(), "\n");
    k_.score = sum.sum();
    return Accepted();
  }

 private:
  using Value = uint32_t;

  Value Number(uint32_t n) const { return values_.Number(n); }
  Value Key(uint32_t t) const { return values_.Key(t); }
  Value Tag(uint32_t t) const { return values_.Tag(t); }
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
    opens_ = Tag(sentence_.begin);
    if (!k_.speaker.empty()) speaker_tag_ = Tag(k_.speaker.tokens.begin);
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
  uint32_t OwnVerb(uint32_t i) {
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
    if constexpr (std::is_same_v<Values, NumberValues>) {
      TableSum sum;
      DescribeEnd(i, &sum);
      return sum.sum();
    } else {
      WrittenFeatureSum sum(*w_.model, w_.texts);
      DescribeEnd(i, &sum);
      absl::StrAppend(w_.trace, "E ", i == k_.open.begin ? 0 : EndByte(i), " ",
                      static_cast<int>(i == k_.usual_end), sum.written(), "\n");
      return sum.sum();
    }
  }

  template <typename Sum>
  void DescribeEnd(uint32_t i, Sum* sum) {
    const uint32_t limit = std::min(k_.open.end, k_.open.begin + kMaxContent);
    const Value key = Key(i), next_key = Key(i + 1);
    const Value tag = Tag(i), next_tag = Tag(i + 1);
    const Value usual = Number(i == k_.usual_end);
    const Value verbs = Number(std::min(verbs_, 2u));
    const Value commas = Number(std::min(commas_, 3u));
    const Value own = Number(OwnVerb(i));
    const Value length = Number(Bucket(i - k_.open.begin));
    sum->Add(kEndWord, kind_, key);
    sum->Add(kEndWords, key, next_key);
    sum->Add(kEndTags, tag, next_tag, Tag(i + 2));
    sum->Add(kEndKindWords, kind_, key, next_tag);
    sum->Add(kEndLast, i == k_.open.begin ? values_.NoKey() : Key(i - 1), tag);
    sum->Add(kEndUsualWord, usual, key);
    sum->Add(kEndVerbs, verbs, key, kind_);
    sum->Add(kEndLex, lex_, key);
    sum->Add(kEndOwn, own, key, verbs);
    sum->Add(kEndOwnTags, own, tag, next_tag, kind_);
    sum->Add(kEndKind, kind_, tag);
    sum->Add(kEndUsual, kind_, usual, tag);
    sum->Add(kEndLength, kind_, length);
    sum->Add(kEndLengthTag, length, tag);
    sum->Add(kEndCommas, commas, tag, kind_);
    sum->Add(kEndRest, Number(Bucket(limit - i)), tag);
    sum->Add(kEndOpens, opens_, tag, commas);
    if (!k_.speaker.empty()) sum->Add(kEndSpeaker, speaker_tag_, tag, verbs);
  }

  // --- Whether it is one

  // What sort of somebody the speaker is.
  Value SpeakerSort() const {
    const Speaker& speaker = k_.speaker;
    if (speaker.empty()) return values_.Sort(kNobody);
    const uint32_t first = speaker.tokens.begin;
    const uint32_t last = speaker.tokens.end - 1;
    if (speaker.tokens.size() == 1) {
      switch (c_.Tag(first)) {
        case RoleTag::kPronoun:
        case RoleTag::kPossessive:
        case RoleTag::kRelative:
        case RoleTag::kDeterminer:
          return values_.SortByWord(first);
        default:
          break;
      }
    }
    switch (KindOf(c_, speaker, AttributionKind::kReported)) {
      case AttributionKind::kDocument:
        return values_.Sort(kDocument);
      case AttributionKind::kAnonymous:
        return values_.Sort(kSource);
      default:
        break;
    }
    if (c_.Capital(last)) return values_.Sort(kName);
    if (c_.Tag(first) == RoleTag::kDeterminer) {
      return values_.Sort(EndsInS(last) ? kPluralWithThe : kNounWithThe);
    }
    return values_.Sort(EndsInS(last) ? kPlural : kNoun);
  }

  bool EndsInS(uint32_t t) const {
    return absl::EndsWith(w_.text.Folded(t), "s");
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

  bool Accepted() {
    // "According to Roe" leaves no doubt.
    if (k_.frame == Frame::kSource && k_.cue.entry != nullptr) {
      k_.score = std::max(k_.score, kSure);
    }
    return k_.score >= Least();
  }

  // The most that the features which know the end can add, if it is not empty.
  int64_t MostByEnd() const {
    static const MostOfEnds most;
    TableSum sum;
    const Value first = Key(k_.open.begin);
    sum.Add(kWholeFirst, first, kind_);
    sum.Add(kWholeLexFirst, lex_, first);
    return sum.sum() + most.OfKind(kind_);
  }

  template <typename Sum>
  void Describe(Sum* sum) const {
    const VerbCue& cue = k_.cue;
    const Value sort = SpeakerSort();
    const char form[4] = {static_cast<char>('0' + cue.form),
                          cue.finite ? 'f' : 'n',
                          cue.passive      ? 'p'
                          : cue.infinitive ? 'i'
                                           : 'a',
                          cue.negated ? 'n' : 'y'};
    const Value verb = values_.VerbForm(absl::string_view(form, 4));
    const uint32_t begin = k_.open.begin;
    sum->Add(kWholeBias);
    sum->Add(kWholeKind, kind_);
    sum->Add(kWholeLex, lex_);
    sum->Add(kWholeLexKind, lex_, kind_);
    sum->Add(kWholeLexFrame, lex_, Number(static_cast<uint32_t>(k_.frame)));
    sum->Add(kWholeLexForm, lex_, verb);
    sum->Add(kWholeForm, verb, kind_);
    if (cue.entry != nullptr) {
      for (absl::string_view text : cue.entry->tags) {
        const Value tag = values_.EntryTag(text);
        sum->Add(kWholeTag, tag, kind_);
        sum->Add(kWholeTagForm, tag, verb);
        sum->Add(kWholeTagSort, tag, sort);
      }
    }
    sum->Add(kWholeSort, sort, kind_);
    sum->Add(kWholeLexSort, lex_, sort);
    if (!k_.speaker.empty() && !c_.Capital(k_.speaker.tokens.end - 1)) {
      sum->Add(kWholeSpeaker, values_.SpeakerWord(k_.speaker.tokens.end - 1));
    }
    sum->Add(kWholeFirstTags, Tag(begin), Tag(begin + 1), kind_);
    sum->Add(kWholeNext, Key(cue.end), kind_);
    sum->Add(kWholeLexNext, lex_, Key(cue.end));
    sum->Add(kWholeBefore, Key(cue.group - 1), kind_);
    sum->Add(kWholeBeforeForm, Key(cue.group - 1), verb);
    sum->Add(kWholeAuxiliary,
             cue.group < cue.begin ? Key(cue.group) : values_.NoKey(),
             Key(cue.begin - 1));
    if (!k_.speaker.empty()) {
      sum->Add(kWholeLeft, Key(k_.speaker.left - 1));
      sum->Add(kWholeSize, Number(Bucket(k_.speaker.tokens.size())), sort);
    }
    sum->Add(kWholeFixed, Number(Bucket(k_.fixed.size())), kind_);
    sum->Add(kWholeZone,
             Number(static_cast<uint32_t>(
                 w_.text.sentences[w_.text.sentence_of[cue.begin]].zone)));
    const bool alone =
        w_.s.last_of_sentence[w_.text.sentence_of[cue.begin]] == kNone;
    sum->Add(kWholeWithin,
             values_.Within(alone      ? kFirstOfSentence
                            : Within() ? kInside
                                       : kBehind),
             kind_);
    sum->Add(kWholePlace, Number(Bucket(cue.begin - sentence_.begin)), kind_);
  }

  // What is known when the end is.
  template <typename Sum>
  void DescribeWithEnd(Sum* sum) const {
    const uint32_t begin = k_.open.begin, end = k_.open.end;
    uint32_t verbs = 0;
    bool quotes = false;
    for (uint32_t t = begin; t < end; ++t) {
      verbs += FiniteVerb(t);
      quotes |= c_.Tag(t) == RoleTag::kOpenQuote;
    }
    const Value first = end > begin ? Key(begin) : values_.NoKey();
    sum->Add(kWholeFirst, first, kind_);
    sum->Add(kWholeLexFirst, lex_, first);
    sum->Add(kWholeLength, Number(Bucket(end - begin)), kind_);
    sum->Add(kWholeVerbs, Number(std::min(verbs, 2u)), kind_);
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
    absl::StrAppend(w_.trace, "C ", cue.begin, " ", cue.end, " ",
                    KindText(k_.frame, k_.form).view(), " ", fixed.begin, " ",
                    fixed.end, " ",
                    k_.open.begin < size
                        ? w_.text.tokens[k_.open.begin].span.begin
                        : EndByte(size),
                    " ", speaker.begin, " ", speaker.end, "\n");
  }

  const AttributionWork& w_;
  const AttributionContext& c_;
  Candidate& k_;
  const TokenRange sentence_;
  const Values values_;
  const Value kind_;  // frame and form
  const Value lex_;
  // Of ChooseEnd: verbs and commas so far, how sentence and speaker begin.
  uint32_t verbs_ = 0, commas_ = 0;
  Value opens_ = 0, speaker_tag_ = 0;
  uint32_t next_break_ = 0;  // of OwnVerb
};

}  // namespace

bool Decide(const AttributionWork& work, Candidate* candidate) {
  return work.trace == nullptr
             ? Question<NumberValues>(work, candidate).Run()
             : Question<TextValues>(work, candidate).RunAndWrite();
}

}  // namespace claimcheck
