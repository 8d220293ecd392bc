// Remarks of one speaker in two translations, and short ones that differ in a word.

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "rules/link/quote_words.h"
#include "rules/link/story_context.h"
#include "rules/link/word_alignment.h"

namespace claimcheck {
namespace {

// Of two translations of one remark, by weight of the shorter.
constexpr int kLeastRemark = 50;
constexpr int kMostRemark = 92;
// Where it is not told who one of the speakers is: of the words of both.
constexpr int kRemarkOfAnybody = 60;
constexpr int kCommonOfAnybody = 4;  // content words
// A remark of two words is one with another that says both, so near together.
constexpr int kShortRemark = 80;
constexpr uint32_t kTogether = 12;  // tokens
constexpr int kSameWord = 55;       // by WordNet too
// Remarks of so many words, of which all but one stand in the other in order.
constexpr size_t kLeastVerbatim = 5;
constexpr size_t kLeastOfAnybody = 7;  // where a speaker is not known
constexpr size_t kMostVerbatim = 40;
// Content words of what two people are said to have said.
constexpr size_t kLeastOfSpeakers = 2;
constexpr uint32_t kLooseOfSpeakers = 10;  // tokens, in texts less alike
constexpr uint32_t kMostToName = 60;  // bytes
// Tokens of a quotation that is held against others as a whole too.
constexpr uint32_t kMostOfWhole = 60;

// What of a quotation is held against others.
enum class Extent : uint8_t { kAll, kSentence, kSentences };

// A sentence of a quotation, or several together.
struct Remark {
  Extent extent = Extent::kSentence;
  uint32_t parts = 0;  // of several sentences: how many remarks before it
  uint32_t sentence = 0;
  uint32_t speaker = kNone;
  Span name;  // of the speaker, where the text has it beside the words
  TokenRange tokens;
  std::vector<uint32_t> content;   // tokens
  std::vector<uint32_t> verbatim;  // the words as they were said: their keys
};

// The words of `tokens` with contractions written out and without what the writer
// put in, each by its key.
std::vector<uint32_t> Verbatims(const DocumentAnalysis& doc, TokenRange tokens) {
  Quote said;
  said.tokens = tokens;
  QuoteWords words;
  ReadQuoteWords(doc, said, &words);
  std::vector<uint32_t> keys;
  for (const AlignWord& word : words.words) keys.push_back(word.key);
  return keys;
}

// With so many content words in common, one less of one speaker, a pair of
// quotations that differ in a word is told by the rules of quotations.
constexpr int kWordsOfPairs = 3;

// Whom a quotation is ascribed to, corpus-wide.  Where no verb says so, it may be
// the person named before a colon: "Ada Lind, mayor of Arlen: “...”".
uint32_t SpeakerOf(const StoryContext& story, uint32_t d, const Quote& quote) {
  constexpr uint32_t kReach = 10;
  const DocumentAnalysis& doc = story.document(d);
  if (quote.attribution != kNone &&
      doc.attributions[quote.attribution].speaker_entity != kNone) {
    return story.corpus().GlobalEntity(
        d, doc.attributions[quote.attribution].speaker_entity);
  }
  if (quote.tokens.begin < 3 ||
      !doc.text.IsChar(quote.tokens.begin - 2, ':')) {
    return kNone;
  }
  const uint32_t colon = quote.tokens.begin - 2;
  uint32_t speaker = kNone;
  for (const NameMention& name : doc.names) {
    if (name.form != NameMention::kName || name.tokens.end > colon ||
        name.tokens.end + kReach < colon || name.entity == kNone ||
        doc.entities[name.entity].type != NameType::kPerson) {
      continue;
    }
    speaker = story.corpus().GlobalEntity(d, name.entity);
  }
  return speaker;
}

// "Said producer Hal Simms": the words that name a person, no pronoun.
Span NameOfSpeaker(const DocumentAnalysis& doc, const Quote& quote) {
  if (quote.attribution == kNone) return {};
  const Span speaker = doc.attributions[quote.attribution].speaker;
  for (const NameMention& name : doc.names) {
    if (name.form == NameMention::kName && name.entity != kNone &&
        (doc.entities[name.entity].type == NameType::kPerson ||
         doc.entities[name.entity].type == NameType::kUnknown) &&
        speaker.Overlaps(name.span)) {
      return name.span;
    }
  }
  return {};
}

std::vector<Remark> ReadRemarks(const StoryContext& story, uint32_t d) {
  const DocumentAnalysis& doc = story.document(d);
  const DraftWords& words = story.words(d);
  std::vector<Remark> remarks;
  for (const Quote& quote : doc.quotes) {
    if (quote.title || quote.nested || quote.tokens.empty()) continue;
    const uint32_t speaker = SpeakerOf(story, d, quote);
    const Span name = NameOfSpeaker(doc, quote);
    const size_t first = remarks.size();
    size_t sentences = 0;
    std::vector<uint32_t> content;  // of all of it
    for (uint32_t t = quote.tokens.begin; t < quote.tokens.end; ++sentences) {
      Remark remark;
      remark.sentence = doc.text.sentence_of[t];
      remark.speaker = speaker;
      remark.name = name;
      const uint32_t end = std::min(
          quote.tokens.end, doc.text.sentences[remark.sentence].tokens.end);
      remark.tokens = {t, end};
      for (; t < end; ++t) {
        if (words.words[t].Is(DraftWord::kContent)) remark.content.push_back(t);
      }
      content.insert(content.end(), remark.content.begin(), remark.content.end());
      if (remark.content.size() < 2) continue;
      remark.verbatim = Verbatims(doc, remark.tokens);
      remarks.push_back(std::move(remark));
    }
    const size_t parts = remarks.size() - first;
    if (parts == 1 && sentences == 1) remarks[first].extent = Extent::kAll;
    if (parts == 0 || sentences < 2 || quote.tokens.size() > kMostOfWhole) {
      continue;
    }
    Remark whole;
    whole.extent = Extent::kSentences;
    whole.parts = static_cast<uint32_t>(parts);
    whole.sentence = remarks[first].sentence;
    whole.speaker = speaker;
    whole.name = name;
    whole.tokens = quote.tokens;
    whole.content = std::move(content);
    whole.verbatim = Verbatims(doc, whole.tokens);
    remarks.push_back(std::move(whole));
  }
  return remarks;
}

struct RemarkLikeness {
  int share = 0;  // of the weight of the shorter, in hundredths
  int common = 0;  // content words
  int distinct = 0;  // of them
  // Enough in common to be one remark, and too much that is not to be a matter
  // of wording, which the comparison of quotations shows.
  bool translated = false;
};

RemarkLikeness Compare(const DraftWords& words, const Remark& a,
                       const DraftWords& others, const Remark& b) {
  int common = 0, distinct = 0, weight = 0, rare = 0, weight_a = 0, weight_b = 0;
  const auto said_before = [&](uint32_t t) {
    for (const uint32_t before : a.content) {
      if (before == t) return false;
      if (words.words[before].stem == words.words[t].stem) return true;
    }
    return false;
  };
  for (const uint32_t t : a.content) weight_a += words.words[t].idf;
  for (const uint32_t t : b.content) weight_b += others.words[t].idf;
  for (const uint32_t x : a.content) {
    int best = 0;
    for (const uint32_t y : b.content) {
      if (WordSupport(words, words.words[x], others, others.words[y],
                      Synonyms::kListed) >= 75) {
        best = std::max<int>(
            best, std::min(words.words[x].idf, others.words[y].idf));
      }
    }
    if (best == 0) continue;
    ++common;
    weight += best;
    // "Last night" twice is one thing in common.
    if (said_before(x)) continue;
    ++distinct;
    // Names of countries stand in all that is said of them.
    rare += words.words[x].idf >= 45 && !words.words[x].Is(DraftWord::kCapital);
  }
  RemarkLikeness like;
  like.common = common;
  like.distinct = distinct;
  like.share = weight * 100 / std::max(1, std::min(weight_a, weight_b));
  like.translated = distinct >= 3 && rare >= 2 && like.share >= kLeastRemark &&
                    like.share <= kMostRemark;
  return like;
}

// The words of `a`, two of them, are said close together in `b`, not all of them
// as they are.
bool SaysShort(const DraftWords& words, const Remark& a,
               const DraftWords& others, const Remark& b) {
  uint32_t first = kNone, last = 0;
  bool rare = false, otherwise = false;
  for (const uint32_t x : a.content) {
    const DraftWord& word = words.words[x];
    int best = 0;
    uint32_t at = kNone;
    for (const uint32_t y : b.content) {
      const int support = WordSupport(words, word, others, others.words[y]);
      if (support > best) {
        best = support;
        at = y;
      }
    }
    // Names of countries stand in all that is said of them.
    if (best < kSameWord || word.Is(DraftWord::kCapital) ||
        others.words[at].Is(DraftWord::kCapital)) {
      return false;
    }
    first = std::min(first, at);
    last = std::max(last, at);
    rare |= best == 100 && word.idf >= 45;
    otherwise |= best < 100;
  }
  return rare && otherwise && first < last && last < first + kTogether;
}

// Word for word, or but for one, which is left out, added or another.
enum class Verbatim : uint8_t { kNo, kButForAWord, kYes };
Verbatim CompareVerbatim(const Remark& a, const Remark& b, size_t least) {
  const std::vector<uint32_t>& x = a.verbatim;
  const std::vector<uint32_t>& y = b.verbatim;
  const size_t longer = std::max(x.size(), y.size());
  const size_t shorter = std::min(x.size(), y.size());
  if (shorter < least || longer > kMostVerbatim ||
      longer > shorter + 1) {
    return Verbatim::kNo;
  }
  if (x == y) return Verbatim::kYes;
  size_t begin = 0, end = 0;
  while (begin < shorter && x[begin] == y[begin]) ++begin;
  while (end < shorter - begin && x[x.size() - 1 - end] == y[y.size() - 1 - end]) {
    ++end;
  }
  return begin + end + 1 >= longer ? Verbatim::kButForAWord : Verbatim::kNo;
}

// Of two people.
bool OtherSpeakers(const StoryContext& story, const Remark& a,
                   const Remark& b) {
  if (a.speaker == kNone || b.speaker == kNone ||
      story.OnePerson(a.speaker, b.speaker)) {
    return false;
  }
  // Whose given name is told in two ways.
  const auto surname = [&](uint32_t entity) {
    const absl::string_view name = story.corpus().EntityName(entity);
    const size_t blank = name.rfind(' ');
    return blank == absl::string_view::npos ? absl::string_view()
                                            : name.substr(blank + 1);
  };
  return surname(a.speaker).empty() ||
         surname(a.speaker) != surname(b.speaker);
}

// The remarks of two texts, each paired with the nearest of the other text by what
// they share.
class RemarkPairs {
 public:
  RemarkPairs(const StoryContext& story, const StoryPair& pair,
              const std::vector<Remark>& left, const std::vector<Remark>& right)
      : story_(story), pair_(pair), left_(left), right_(right),
        of_left_(left.size()), of_right_(right.size()) {}

  void Find() {
    Pair([](const Remark& a, const Remark& b) {
      return a.extent != Extent::kSentences && b.extent != Extent::kSentences;
    });
    // What is one remark sentence by sentence is no other as a whole.
    const std::vector<Nearest> left = of_left_, right = of_right_;
    Pair([&](const Remark& a, const Remark& b) {
      return (a.extent == Extent::kSentences && b.extent != Extent::kSentence &&
              Unpaired(a, left_, left) && Unpaired(b, right_, right)) ||
             (b.extent == Extent::kSentences && a.extent == Extent::kAll &&
              Unpaired(a, left_, left) && Unpaired(b, right_, right));
    });
  }

  // The same words in the mouths of two people.
  void FindSpeakers(std::vector<Detail>* out) const {
    for (const Remark& a : left_) {
      for (const Remark& b : right_) {
        if (a.name.size() == 0 || b.name.size() == 0 ||
            a.speaker == kNone || b.speaker == kNone ||
            story_.OnePerson(a.speaker, b.speaker) || OneName(a, b) ||
            std::min(a.content.size(), b.content.size()) < kLeastOfSpeakers ||
            (pair_.loose &&
             std::min(a.tokens.size(), b.tokens.size()) < kLooseOfSpeakers) ||
            CompareVerbatim(a, b, kLeastVerbatim) == Verbatim::kNo) {
          continue;
        }
        Detail detail = StoryDetail(DetailKind::kSaid, Departure::kName,
                                    {pair_.left, a.sentence},
                                    WithName(pair_.left, a),
                                    {pair_.right, b.sentence},
                                    WithName(pair_.right, b), 100);
        detail.covered = 0;
        out->push_back(detail);
        return;
      }
    }
  }

  void Report(std::vector<Detail>* out) const {
    for (uint32_t i = 0; i < left_.size(); ++i) {
      const Nearest& nearest = of_left_[i];
      const uint32_t j = nearest.other;
      if (j == kNone || !nearest.translated || of_right_[j].other != i) continue;
      Detail detail = StoryDetail(
          DetailKind::kSaid, Departure::kNone, {pair_.left, left_[i].sentence},
          story_.document(pair_.left).text.SpanOf(left_[i].tokens),
          {pair_.right, right_[j].sentence},
          story_.document(pair_.right).text.SpanOf(right_[j].tokens),
          nearest.share);
      detail.covered = nearest.share;
      out->push_back(detail);
    }
  }

 private:
  // "Simms" and "Hal Simms", though they were not taken for one.
  bool OneName(const Remark& a, const Remark& b) const {
    const absl::string_view x = story_.corpus().EntityName(a.speaker);
    const absl::string_view y = story_.corpus().EntityName(b.speaker);
    return absl::EndsWith(x, y) || absl::EndsWith(y, x);
  }

  // The words and whose they are, where the two stand close together.
  Span WithName(uint32_t d, const Remark& remark) const {
    const Span words = story_.document(d).text.SpanOf(remark.tokens);
    const Span both = words.Hull(remark.name);
    return both.size() <= words.size() + kMostToName ? both : words;
  }

  struct Nearest {
    uint32_t other = kNone;
    int share = 0;
    bool translated = false;
  };

  // A remark, or none of the sentences of one, was found in the other text.
  static bool Unpaired(const Remark& remark, const std::vector<Remark>& all,
                       const std::vector<Nearest>& nearest) {
    const auto i = static_cast<size_t>(&remark - all.data());
    const size_t first = i - remark.parts;
    const size_t end = remark.parts == 0 ? i + 1 : i;
    return std::none_of(nearest.begin() + first, nearest.begin() + end,
                        [](const Nearest& at) {
                          return at.translated || at.share > kMostRemark;
                        });
  }

  template <typename Wanted>
  void Pair(Wanted wanted) {
    for (uint32_t i = 0; i < left_.size(); ++i) {
      for (uint32_t j = 0; j < right_.size(); ++j) {
        if (!wanted(left_[i], right_[j]) ||
            OtherSpeakers(story_, left_[i], right_[j])) {
          continue;
        }
        const std::optional<RemarkLikeness> like = Like(left_[i], right_[j]);
        if (!like) continue;
        const auto keep = [&like](uint32_t other, Nearest* nearest) {
          if (like->share <= nearest->share) return;
          *nearest = {other, like->share, like->translated};
        };
        keep(j, &of_left_[i]);
        keep(i, &of_right_[j]);
      }
    }
  }

  // Nothing where neither text has to be asked further.
  std::optional<RemarkLikeness> Like(const Remark& a, const Remark& b) const {
    const DraftWords& words = story_.words(pair_.left);
    const DraftWords& others = story_.words(pair_.right);
    const bool known = a.speaker != kNone && b.speaker != kNone;
    RemarkLikeness like = Compare(words, a, others, b);
    const auto shorter =
        static_cast<int>(std::min(a.content.size(), b.content.size()));
    const auto longer =
        static_cast<int>(std::max(a.content.size(), b.content.size()));
    // "It was calm", "it was not calm": the words that carry it are the same.
    const bool all = like.common >= longer;
    if (CompareVerbatim(a, b, known || all ? kLeastVerbatim : kLeastOfAnybody) ==
        Verbatim::kButForAWord) {
      like.translated = like.common < (known ? kWordsOfPairs - 1 : kWordsOfPairs);
      like.share = 100;
    } else if (!known || pair_.loose) {
      // "She said", "the spokesman said": most of it has to be the same.
      like.translated &= like.distinct >= kCommonOfAnybody &&
                         like.share >= kRemarkOfAnybody &&
                         like.distinct * 100 >= longer * kRemarkOfAnybody;
      if (!like.translated) return std::nullopt;
    } else if (shorter == 2) {
      const bool mine = a.content.size() == 2;
      like.translated = mine ? SaysShort(words, a, others, b)
                             : SaysShort(others, b, words, a);
      if (like.translated) like.share = std::max(like.share, kShortRemark);
    }
    return like;
  }

  const StoryContext& story_;
  const StoryPair& pair_;
  const std::vector<Remark>& left_;
  const std::vector<Remark>& right_;
  std::vector<Nearest> of_left_, of_right_;
};

}  // namespace

void CompareRemarks(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out) {
  // A campaign repeats itself for months.
  if (pair.left == pair.right || !story->OfOneState(pair)) return;
  const auto read = [story](uint32_t d) -> const std::vector<Remark>& {
    return story->Once<std::vector<Remark>>(
        d, [&] { return ReadRemarks(*story, d); });
  };
  RemarkPairs pairs(*story, pair, read(pair.left), read(pair.right));
  pairs.Find();
  pairs.Report(out);
  pairs.FindSpeakers(out);
}

}  // namespace claimcheck
