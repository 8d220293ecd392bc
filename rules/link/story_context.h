#ifndef CLAIMCHECK_RULES_LINK_STORY_CONTEXT_H_
#define CLAIMCHECK_RULES_LINK_STORY_CONTEXT_H_

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claims/extract/analysis.h"
#include "claims/syntax/syntax.h"
#include "rules/link/corpus.h"
#include "rules/link/detail.h"
#include "rules/link/draft_sources.h"
#include "rules/link/id_index.h"
#include "rules/link/stories.h"

namespace claimcheck {

// Who or what a noun phrase speaks of, as far as two texts can be compared.
struct Participant {
  bool known = false;    // not a pronoun, not missing
  uint32_t head = kNone; // token
  uint32_t entity = kNone;      // corpus-wide
  std::optional<int64_t> count; // "two" of "two policemen"
  std::vector<uint32_t> tokens; // content words, head included
};

// Names around some words.
struct NamesNear {
  using Ids = absl::InlinedVector<uint32_t, 4>;  // few values have more
  Ids ids;       // corpus-wide, sorted, each once
  Ids sentence;  // all of the sentence; the same
  bool close = false;         // within a few words
};

// The texts of one story at a time: their words, what finders read of them once,
// and the trees of those sentences that somebody asks for (story_context.cc); who
// is spoken of (story_participants.cc) and when (story_dating.cc).  Not
// thread-safe.
//
//   StoryContext story(corpus, /*syntax=*/true);
//   story.Open(documents);
//   for (const StoryPair& pair : pairs) {
//     story.Begin(pair);
//     ComparePeople(&story, pair, &details);
class StoryContext {
 public:
  // Without syntax no sentence is parsed; finders that need trees find nothing.
  StoryContext(const Corpus& corpus, bool syntax);

  // The texts to be compared, ascending.  What was kept of others is forgotten.
  void Open(absl::Span<const uint32_t> documents);
  // Those of the last Open.
  absl::Span<const uint32_t> documents() const { return open_; }
  // The pair to be compared.
  void Begin(const StoryPair& pair);

  const Corpus& corpus() const { return corpus_; }
  const DraftSources& sources() const { return sources_; }
  bool syntax() const { return syntax_; }
  const DocumentAnalysis& document(uint32_t d) const {
    return corpus_.document(d);
  }
  const DraftWords& words(uint32_t d) const { return sources_.words(d); }

  // Content words that a sentence of the left text of the pair shares with one
  // of the right, at most 255.  Of two texts, not of a text with itself.
  int Common(uint32_t left_sentence, uint32_t right_sentence) const {
    return common_[left_sentence * row_ + right_sentence];
  }

  // The sentences of the right text that share at least two content words with
  // one of the left, ascending.
  absl::Span<const uint32_t> Sharing(uint32_t left_sentence) const {
    return absl::MakeConstSpan(sharing_).subspan(
        sharing_of_[left_sentence],
        sharing_of_[left_sentence + 1] - sharing_of_[left_sentence]);
  }

  // What `read` returns, read once a document and kept; T tells it apart from
  // what else is kept, so it is a type of the caller's own.  `read` may ask for what
  // is of other types.
  template <typename T, typename Read>
  T& Once(uint32_t d, Read read) {
    static const char key = 0;
    const std::pair<const char*, uint32_t> of = {&key, d};
    const auto it = kept_.find(of);
    if (it != kept_.end()) return *static_cast<T*>(it->second.get());
    auto made = std::make_shared<T>(read());
    T& out = *made;
    kept_[of] = std::move(made);
    return out;
  }

  // The sentence with its tree.
  const syntax::ParsedSentence& Parsed(SentenceRef at) {
    return Read(at, /*tree=*/true);
  }
  // With its tags at least, which are those of the tree and cost a third of it:
  // they often tell that the tree is of no use.
  const syntax::ParsedSentence& Tagged(SentenceRef at) {
    return Read(at, /*tree=*/false);
  }
  // Sentences that were parsed so far.
  size_t parsed() const { return parsed_; }

  // The noun phrase headed by a word of a parsed sentence; kNoWord: unknown.
  Participant ReadParticipant(SentenceRef at, int word);
  // How far two phrases can be one thing: 100 one name, 70 and more the same
  // noun; 0 nothing is known; -1 other things.
  int MatchParticipants(uint32_t a_document, const Participant& a,
                        uint32_t b_document, const Participant& b) const;
  // Words that support each other, in hundredths of the smaller side's count.
  int SharedWords(uint32_t a_document, absl::Span<const uint32_t> a,
                  uint32_t b_document, absl::Span<const uint32_t> b) const;

  // One entity, or a name of a person with a letter or two astray.
  bool OnePerson(uint32_t a, uint32_t b) const;
  // Who is said to have said what stands at `span`; kNone: the text itself.
  uint32_t SpeakerAt(uint32_t d, Span span) const;
  // Whether a sentence names somebody or something, corpus-wide.
  bool Names(SentenceRef at, uint32_t entity) const;
  // Days from the epoch; none when the date is not known.
  std::optional<int64_t> Day(uint32_t d) const { return days_[d]; }
  // The year of an earlier event that a sentence tells of, 0 for the event of
  // the day: by the times in it, or in the one before when it has none.
  int32_t PastYear(SentenceRef at) const;
  // The same by the times in the sentence alone.
  int32_t YearHere(SentenceRef at) const {
    return YearOfTimes(at).value_or(0);
  }
  // Who and what is named close to some words, else in their sentence, else in
  // the two before; whoever is said to say so is not.
  NamesNear NamesAround(SentenceRef at, TokenRange words) const;
  // Names that tell two things apart: none in common close by, or each with a
  // place or a person that the other lacks.
  bool NamesDiffer(const NamesNear& a, const NamesNear& b) const;
  // Published so near to each other that both say what was known then.
  bool OfOneState(const StoryPair& pair) const;
  // Among the first sentences, where a text says what it is about.
  bool InLead(SentenceRef at) const;

 private:
  // The content words of a text and the sentences that hold them.
  struct HeldWords {
    static uint32_t Sentence(uint64_t held) { return held & 0xFFFFFFFFu; }
    std::vector<uint64_t> held;  // the stem, then the sentence; ascending
    IdIndex stems;
  };

  std::optional<int32_t> YearOfTimes(SentenceRef at) const;
  HeldWords ReadHeld(uint32_t d) const;
  // Counts what two texts share, sentence by sentence.
  void CountCommon(const HeldWords& left, const HeldWords& right);
  struct Parse {
    SentenceRef at;
    syntax::ParsedSentence sentence;
    bool tree = false;
  };
  const syntax::ParsedSentence& Read(SentenceRef at, bool tree);
  // As another sentence of the same words was read; false: there is none.
  bool ReadAsTwin(Parse* parse, bool tree);

  const Corpus& corpus_;
  const bool syntax_;
  std::vector<std::optional<int64_t>> days_;  // of publication
  DraftSources sources_;
  syntax::SyntaxScratch scratch_;
  std::vector<uint32_t> open_;
  size_t parsed_ = 0;
  std::vector<uint8_t> common_;
  size_t row_ = 0;  // of common_: the right sentences, to whole words
  std::vector<uint32_t> sharing_, sharing_of_;  // where those of each begin
  // Looked up, never iterated, as are the trees.
  absl::flat_hash_map<std::pair<const char*, uint32_t>,
                      std::shared_ptr<void>>
      kept_;
  absl::flat_hash_map<uint64_t, std::unique_ptr<Parse>> trees_;
  // Of each text of a sentence the first that was read.
  absl::flat_hash_map<absl::string_view, SentenceRef> first_of_text_;
};

inline bool IsOneOf(absl::string_view word,
                    std::initializer_list<absl::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// A sentence that says something: no furniture, not a few words.
inline bool UsableSentence(const DocumentAnalysis& doc, uint32_t s) {
  const Sentence& sentence = doc.text.sentences[s];
  return sentence.zone != Sentence::kFurniture && sentence.tokens.size() > 4;
}

// "A second fire", "another man".
bool IsAnother(const TokenizedText& text, const Participant& who);

// "The highest since 1998": what is told happened at another time.
bool IsReference(const DocumentAnalysis& doc, const TimeMention& time);

// Of a poll, of which there is another every day.
bool OfPoll(const DocumentAnalysis& doc, uint32_t sentence);

// A place of a story at which two texts differ.
Detail StoryDetail(DetailKind kind, Departure departure, SentenceRef left,
                        Span left_span, SentenceRef right, Span right_span,
                        int likeness);

// The finders of differences, each for one kind.  `pair` may name one document
// twice: what a text says against itself.
void ComparePeople(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out);
void CompareFates(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out);
void CompareSplits(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out);
void CompareAges(StoryContext* story, const StoryPair& pair,
                 std::vector<Detail>* out);
void CompareMeasures(StoryContext* story, const StoryPair& pair,
                     std::vector<Detail>* out);
void CompareBearings(StoryContext* story, const StoryPair& pair,
                     std::vector<Detail>* out);
void CompareTimes(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out);
void ComparePlaces(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out);
void CompareCopied(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out);
void CompareSlots(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out);
void CompareFigures(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out);
void CompareKeyed(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out);
void CompareStated(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out);
void CompareRanks(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out);
void ComparePersons(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out);
void CompareNations(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out);
void CompareScopes(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out);
void ComparePolarity(StoryContext* story, const StoryPair& pair,
                     std::vector<Detail>* out);
void ComparePossessions(StoryContext* story, const StoryPair& pair,
                        std::vector<Detail>* out);
void CompareShares(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out);
void CompareVotes(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out);
void CompareDenials(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out);
void CompareActs(StoryContext* story, const StoryPair& pair,
                 std::vector<Detail>* out);
void CompareTies(StoryContext* story, const StoryPair& pair,
                 std::vector<Detail>* out);
void CompareRemarks(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out);

void CompareSites(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out);
void CompareOrigins(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out);
void CompareSides(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out);
void CompareHours(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out);
// A figure of a measure that each text has but one of.
void CompareLone(StoryContext* story, const StoryPair& pair,
                 std::vector<Detail>* out);
// The hour of Greenwich told as that of the place.
void CompareZones(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out);
void CompareOnsets(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out);
void ComparePast(StoryContext* story, const StoryPair& pair,
                 std::vector<Detail>* out);
void CompareWeighed(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out);
void CompareRoutes(StoryContext* story, const StoryPair& pair,
                   std::vector<Detail>* out);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_STORY_CONTEXT_H_
