// What two texts say in nearly the same words but for one: a figure, a word that
// excludes another, a negation; and remarks of one speaker in two translations.

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/syntax/roles.h"
#include "claims/text/stem.h"
#include "claims/value/decimal.h"
#include "claims/value/quantity.h"
#include "claims/value/time_value.h"
#include "rules/link/slot_alignment.h"
#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// In hundredths of the lighter sentence.
constexpr int kLeastOverlap = 45;
constexpr int kLeastCommon = 4;
constexpr int kLeastCovered = 50;
constexpr int kSureCovered = 65;
// Where the words right before a figure agree, less of the sentence has to.
constexpr int kFewCovered = 35;
constexpr int kMuchBefore = 120;  // tenths of idf
constexpr uint32_t kValueSlot = 3;
constexpr uint32_t kWordSlot = 2;
// Of two translations of one remark, by weight of the shorter.
constexpr int kLeastRemark = 50;
constexpr int kMostRemark = 92;

bool IsOneOf(absl::string_view word,
             std::initializer_list<absl::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Things whose number grows while the news comes in.
bool Grows(absl::string_view counted) {
  return IsOneOf(counted,
                 {"person",  "victim",   "dead",     "injured",  "wounded",
                  "missing", "casualty", "fatality", "death",    "injury",
                  "body",    "survivor", "patient",  "resident", "villager",
                  "soldier", "civilian", "officer",  "man",      "woman",
                  "child",   "boy",      "girl",     "worker",   "house",
                  "home",    "building", "case",     "arrest",   "aftershock",
                  "other",   "one",      "protester", "vote",    "seat"});
}

bool StatesAmount(const DocumentAnalysis& doc, const QuantityValue& value) {
  for (const QuantityMention& q : doc.quantities) {
    if (q.value.counted != value.counted || q.value.unit != value.unit) continue;
    ToleranceSpec tolerance;
    tolerance.rounding = true;
    const auto relation =
        RelateQuantities(q.value, value, tolerance, /*usual=*/true);
    if (relation && *relation != RangeRelation::kDisjoint) return true;
  }
  return false;
}

bool StatesSpan(const DocumentAnalysis& doc, const TimeValue& value) {
  for (const TimeMention& time : doc.times) {
    if (time.value.amount && time.value.unit == value.unit &&
        *time.value.amount == *value.amount) {
      return true;
    }
  }
  return false;
}

bool InQuotation(const DocumentAnalysis& doc, uint32_t token) {
  for (const Quote& quote : doc.quotes) {
    if (quote.tokens.Contains(token)) return true;
  }
  return false;
}

class SlotReader {
 public:
  SlotReader(StoryContext* story, const SentenceAlignment& alignment,
             std::vector<DraftDetail>* out)
      : story_(*story),
        alignment_(alignment),
        left_(story->document(alignment.draft.document)),
        right_(story->document(alignment.source.document)),
        out_(*out) {}

  void Read() {
    for (const Slot& slot : alignment_.slots) {
      if (slot.size() <= kValueSlot && slot.anchored &&
          alignment_.covered >= kLeastCovered) {
        ReadValue(slot);
      }
      if (slot.anchored && slot.size() <= kWordSlot && alignment_.covered >= kSureCovered) {
        ReadWord(slot);
      }
    }
    // Values behind words that agree, whatever comes then.
    for (uint32_t i = 1; i < alignment_.draft_units.size(); ++i) {
      const uint32_t before = alignment_.partner[i - 1];
      if (alignment_.partner[i] != kNone || before == kNone ||
          before + 1 >= alignment_.source_units.size()) {
        continue;
      }
      Slot slot;
      slot.draft_begin = i;
      slot.draft_end = i + 1;
      slot.source_begin = before + 1;
      slot.source_end = before + 2;
      if (Follows(slot)) ReadValue(slot);
    }
  }

 private:
  static uint32_t OnlyValue(const std::vector<SentenceUnit>& units,
                            uint32_t begin, uint32_t end) {
    uint32_t found = kNone;
    for (uint32_t u = begin; u < end; ++u) {
      if (units[u].kind == SentenceUnit::kWord) continue;
      if (found != kNone) return kNone;
      found = u;
    }
    return found;
  }

  // What stands right before it is the same on both sides and says much:
  // "killed 100 people in 13 countries".
  bool Follows(const Slot& slot) const {
    int weight = 0;
    for (uint32_t back = 1;
         back <= 5 && back <= slot.draft_begin && back <= slot.source_begin;
         ++back) {
      const uint32_t i = slot.draft_begin - back;
      if (alignment_.partner[i] != slot.source_begin - back) break;
      weight += UnitWeight(story_.sources(), alignment_.draft.document,
                           alignment_.draft_units[i]);
    }
    return weight >= kMuchBefore;
  }

  void ReadValue(const Slot& slot) {
    const uint32_t i = OnlyValue(alignment_.draft_units, slot.draft_begin,
                                 slot.draft_end);
    const uint32_t j = OnlyValue(alignment_.source_units, slot.source_begin,
                                 slot.source_end);
    if (i == kNone || j == kNone) return;
    const SentenceUnit& a = alignment_.draft_units[i];
    const SentenceUnit& b = alignment_.source_units[j];
    if (!ValuesDiffer(left_, a, right_, b)) return;
    if (a.kind == SentenceUnit::kAmount) {
      const QuantityMention& qa = left_.quantities[a.mention];
      const QuantityMention& qb = right_.quantities[b.mention];
      if (qa.value.counted != qb.value.counted ||
          qa.value.unit != qb.value.unit || Grows(qa.value.counted) ||
          qa.value.ordinal != qb.value.ordinal ||
          (qa.value.counted.empty() && qa.value.unit.empty()) ||
          !Near(qa.value.written, qb.value.written) || OtherTimes() ||
          StatesAmount(right_, qa.value) || StatesAmount(left_, qb.value)) {
        return;
      }
      ToleranceSpec tolerance;
      tolerance.rounding = true;
      const auto relation =
          RelateQuantities(qa.value, qb.value, tolerance, /*usual=*/false);
      if (!relation || *relation != RangeRelation::kDisjoint) return;
      Add(DetailKind::kFigure, Departure::kValue, qa.span, qb.span);
      return;
    }
    // "Sentenced to six years", "sentenced to eight years".
    const TimeMention& ta = left_.times[a.mention];
    const TimeMention& tb = right_.times[b.mention];
    if (!ta.value.amount || !tb.value.amount || !ta.value.mod.empty() ||
        !tb.value.mod.empty() || ta.value.range.first || tb.value.range.first ||
        StatesSpan(right_, ta.value) || StatesSpan(left_, tb.value)) {
      return;
    }
    Add(DetailKind::kFigure, Departure::kValue, ta.span, tb.span);
  }

  // Two amounts of which neither is twice the other: two tellings of one.
  static bool Near(const Decimal& a, const Decimal& b) {
    const auto twice_a = Multiply(a, Decimal{2, 0});
    const auto twice_b = Multiply(b, Decimal{2, 0});
    return twice_a.ok() && twice_b.ok() && !(*twice_a < b) && !(*twice_b < a);
  }

  // Each sentence has its own time: another quarter, another year.
  bool OtherTimes() const {
    bool apart = false;
    for (const TimeMention& a : left_.times) {
      if (a.sentence != alignment_.draft.sentence) continue;
      for (const TimeMention& b : right_.times) {
        if (b.sentence != alignment_.source.sentence) continue;
        const auto relation = RelateTimes(a.value, b.value);
        if (relation && *relation != RangeRelation::kDisjoint) return false;
        apart |= relation.has_value();
      }
    }
    return apart;
  }

  void ReadWord(const Slot& slot) {
    if (slot.draft_end != slot.draft_begin + 1 ||
        slot.source_end != slot.source_begin + 1) {
      return;
    }
    const SentenceUnit& a = alignment_.draft_units[slot.draft_begin];
    const SentenceUnit& b = alignment_.source_units[slot.source_begin];
    if (a.kind != SentenceUnit::kWord || b.kind != SentenceUnit::kWord) return;
    if (InQuotation(left_, a.tokens.begin) ||
        InQuotation(right_, b.tokens.begin)) {
      return;
    }
    const DraftWords& words = story_.words(alignment_.draft.document);
    const DraftWords& others = story_.words(alignment_.source.document);
    if (FindContrast(words, words.words[a.tokens.begin], others,
                     others.words[b.tokens.begin]) == nullptr) {
      return;
    }
    Add(DetailKind::kWords, Departure::kContrast,
        left_.text.SpanOf(a.tokens), right_.text.SpanOf(b.tokens));
  }

  void Add(DetailKind kind, Departure departure, Span a, Span b) {
    DraftDetail detail = StoryDetail(kind, departure, alignment_.draft, a,
                                     alignment_.source, b, alignment_.covered);
    detail.clean = true;
    out_.push_back(detail);
  }

  StoryContext& story_;
  const SentenceAlignment& alignment_;
  const DocumentAnalysis& left_;
  const DocumentAnalysis& right_;
  std::vector<DraftDetail>& out_;
};

bool Usable(const DocumentAnalysis& doc, uint32_t s) {
  return doc.text.sentences[s].zone != Sentence::kFurniture &&
         doc.text.sentences[s].tokens.size() > 4;
}

// --- Polarity

// Verbs of what is found out or done in stages: "not confirmed" is no
// contradiction of "confirmed" in a later text.
bool InStages(absl::string_view stem) {
  return IsOneOf(stem,
                 {"confirm",  "know",    "find",     "identify", "release",
                  "say",      "comment", "respond",  "return",   "reach",
                  "determine", "clear",  "decide",   "see",      "hear",
                  "think",    "want",    "think",    "be",       "have",
                  "do",       "make",    "get",      "take",     "go",
                        "come",    "name",     "reveal",   "disclose",
                  "understand", "believe", "expect", "rule",     "charge",
                  "arrest",   "recover", "locate",   "report",   "tell"});
}

struct Clause {
  SentenceRef at;
  uint32_t verb = kNone;  // token
  int word = syntax::kNoWord;
  bool negated = false;
  bool ahead = false;  // will, would: said of what is to come
  Participant agent, patient;
  uint32_t speaker = kNone;  // who is said to have said so, corpus-wide
  std::vector<uint32_t> rest;  // other content words of the clause
  Span span;
};

class ClauseReader {
 public:
  ClauseReader(StoryContext* story, SentenceRef at)
      : story_(*story), at_(at), doc_(story->document(at.document)) {}

  // The clause of the verb at `token`.
  bool Read(uint32_t token, Clause* out) {
    const syntax::ParsedSentence& tree = story_.Parsed(at_);
    const int word = tree.WordOf(token);
    if (word == syntax::kNoWord) return false;
    // "Were involved" is tagged as an adjective as often as not.
    const bool copular = syntax::ChildOf(tree, word, syntax::Relation::kCop) !=
                         syntax::kNoWord;
    if (tree.words[word].upos != syntax::Upos::kVerb &&
        !(copular && tree.words[word].upos == syntax::Upos::kAdj)) {
      return false;
    }
    if (tree.words[word].xpos == syntax::Xpos::kVBP ||
        tree.words[word].xpos == syntax::Xpos::kVBG) {
      return false;
    }
    bool base = tree.words[word].xpos == syntax::Xpos::kVB;
    for (int w = tree.words[word].begin; w < tree.words[word].end; ++w) {
      if (tree.words[w].head != word) continue;
      const absl::string_view form =
          doc_.text.Folded(tree.source[w].tokens.begin);
      if (IsOneOf(form, {"will", "would", "wo", "'ll", "'d"})) {
        out->ahead = true;
        base = false;
      } else if (IsOneOf(form, {"did", "does"})) {
        base = false;
      } else if (tree.words[w].xpos == syntax::Xpos::kMD) {
        return false;
      }
      if (IsOneOf(form, {"if", "unless", "yet", "immediately", "only", "whether",
                         "longer", "still"})) {
        return false;
      }
    }
    if (base) return false;
    out->at = at_;
    out->verb = token;
    out->word = word;
    out->negated = syntax::IsNegated(tree, word);
    out->agent = story_.ReadParticipant(at_, syntax::AgentOf(tree, word));
    out->patient = story_.ReadParticipant(
        at_, copular ? syntax::SubjectOf(tree, word)
                     : syntax::PatientOf(tree, word));
    if (copular) out->agent = Participant();
    out->speaker =
        story_.SpeakerAt(at_.document, doc_.text.tokens[token].span);
    const DraftWords& words = story_.words(at_.document);
    for (int w = tree.words[word].begin; w < tree.words[word].end; ++w) {
      const uint32_t t = tree.source[w].tokens.begin;
      if (w == word || !words.words[t].Is(DraftWord::kContent)) continue;
      if (Holds(out->agent, t) || Holds(out->patient, t)) continue;
      out->rest.push_back(t);
    }
    out->span = doc_.text.SpanOf(
        {tree.source[tree.words[word].begin].tokens.begin,
         tree.source[tree.words[word].end - 1].tokens.end});
    return true;
  }

 private:
  static bool Holds(const Participant& who, uint32_t token) {
    return std::binary_search(who.tokens.begin(), who.tokens.end(), token);
  }

  StoryContext& story_;
  const SentenceRef at_;
  const DocumentAnalysis& doc_;
};

bool HasNegation(const DraftWords& words, TokenRange tokens) {
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (words.words[t].Is(DraftWord::kNegation)) return true;
  }
  return false;
}

// A negation stands close enough to be of the word; cheaper to ask than a tree.
bool NegationNear(const DraftWords& words, TokenRange sentence, uint32_t t) {
  const uint32_t begin = t > sentence.begin + 6 ? t - 6 : sentence.begin;
  return HasNegation(words, {begin, std::min(sentence.end, t + 3)});
}

void CompareClauses(StoryContext* story, SentenceRef a, SentenceRef b,
                    std::vector<DraftDetail>* out) {
  const DocumentAnalysis& doc_a = story->document(a.document);
  const DocumentAnalysis& doc_b = story->document(b.document);
  const DraftWords& words_a = story->words(a.document);
  const DraftWords& words_b = story->words(b.document);
  const TokenRange tokens_a = doc_a.text.sentences[a.sentence].tokens;
  const TokenRange tokens_b = doc_b.text.sentences[b.sentence].tokens;
  for (uint32_t x = tokens_a.begin; x < tokens_a.end; ++x) {
    if (!words_a.words[x].Is(DraftWord::kContent)) continue;
    for (uint32_t y = tokens_b.begin; y < tokens_b.end; ++y) {
      if (!words_b.words[y].Is(DraftWord::kContent)) continue;
      const int verb = WordSupport(words_a, words_a.words[x], words_b,
                                   words_b.words[y]);
      if (verb < 75 || NegationNear(words_a, tokens_a, x) ==
                           NegationNear(words_b, tokens_b, y)) {
        continue;
      }
      StemBuffer buffer_a, buffer_b;
      if (InStages(Stem(doc_a.text.Folded(x), &buffer_a)) ||
          InStages(Stem(doc_b.text.Folded(y), &buffer_b))) {
        continue;
      }
      Clause left, right;
      if (!ClauseReader(story, a).Read(x, &left) ||
          !ClauseReader(story, b).Read(y, &right) ||
          left.negated == right.negated || left.ahead != right.ahead) {
        continue;
      }
      const auto share = [&](const Participant& p, const Participant& q) {
        if (!p.known || !q.known) return 0;
        if (p.entity != kNone && q.entity != kNone) {
          return p.entity == q.entity ? 100 : 0;
        }
        return story->SharedWords(a.document, p.tokens, b.document, q.tokens);
      };
      int agent = share(left.agent, right.agent);
      // "Lind said she would stand", "she would not stand, Lind said".
      if (!left.agent.known && !right.agent.known && left.speaker != kNone &&
          left.speaker == right.speaker) {
        agent = 100;
      }
      const int patient = share(left.patient, right.patient);
      const int rest = story->SharedWords(a.document, left.rest, b.document,
                                          right.rest);
      const bool intransitive = left.rest.empty() || right.rest.empty();
      const bool who = agent >= 60 || patient >= 60;
      const bool both = agent >= 60 && patient >= 60;
      if (!who || !(both || rest >= 34 || (intransitive && agent == 100))) {
        continue;
      }
      // Of two words for one thing ("given", "provided") more has to agree.
      if (verb < 90 && !(patient >= 60 && rest >= 50)) continue;
      out->push_back(StoryDetail(DetailKind::kWords, Departure::kNegation, a,
                                 left.span, b, right.span, 75));
      return;
    }
  }
}

// --- Places that became parties

// "Its customers in Norway" and "its customers, Norway": a noun, a place, and whether
// the place says where the noun is.
struct Placed {
  uint32_t noun = 0;    // stem
  uint32_t place = 0;   // stem of its first word
  bool within = false;
  uint32_t sentence = 0;
  Span span;
};

std::vector<Placed> ReadPlaced(const StoryContext& story, uint32_t d) {
  const DocumentAnalysis& doc = story.document(d);
  const DraftWords& words = story.words(d);
  std::vector<Placed> placed;
  for (uint32_t t = 0; t + 3 < doc.text.tokens.size(); ++t) {
    const DraftWord& noun = words.words[t];
    if (!noun.Is(DraftWord::kContent) || noun.Is(DraftWord::kCapital) ||
        noun.Is(DraftWord::kAmount) || noun.Is(DraftWord::kTime)) {
      continue;
    }
    const bool within = doc.text.Folded(t + 1) == "in";
    if (!within && !doc.text.IsChar(t + 1, ',')) continue;
    const DraftWord& place = words.words[t + 2];
    if (!place.Is(DraftWord::kCapital) ||
        doc.text.sentence_of[t] != doc.text.sentence_of[t + 3]) {
      continue;
    }
    // A list of parties: "its customers, Norway, and Iceland".
    if (!within && !doc.text.IsChar(t + 3, ',') &&
        doc.text.Folded(t + 3) != "and") {
      continue;
    }
    placed.push_back({noun.stem, place.stem, within, doc.text.sentence_of[t],
                      doc.text.SpanOf({t, t + 3})});
  }
  return placed;
}

// --- Remarks

struct Remark {
  uint32_t sentence = 0;
  uint32_t speaker = kNone;
  TokenRange tokens;
  std::vector<uint32_t> content;
};

// Whom a quotation is ascribed to, corpus-wide.  Where no verb says so, it may be
// the person named before a colon: "Ada Lind, mayor of Arlen: “...”".
uint32_t SpeakerOf(const StoryContext& story, uint32_t d, const Quote& quote) {
  constexpr uint32_t kReach = 10;
  const DocumentAnalysis& doc = story.document(d);
  if (quote.attribution != kNone) {
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

std::vector<Remark> ReadRemarks(const StoryContext& story, uint32_t d) {
  const DocumentAnalysis& doc = story.document(d);
  const DraftWords& words = story.words(d);
  std::vector<Remark> remarks;
  for (const Quote& quote : doc.quotes) {
    if (quote.title || quote.nested || quote.tokens.empty()) continue;
    const uint32_t speaker = SpeakerOf(story, d, quote);
    if (speaker == kNone) continue;
    for (uint32_t t = quote.tokens.begin; t < quote.tokens.end;) {
      Remark remark;
      remark.sentence = doc.text.sentence_of[t];
      remark.speaker = speaker;
      const uint32_t end = std::min(
          quote.tokens.end, doc.text.sentences[remark.sentence].tokens.end);
      remark.tokens = {t, end};
      for (; t < end; ++t) {
        if (words.words[t].Is(DraftWord::kContent)) remark.content.push_back(t);
      }
      if (remark.content.size() >= 3) remarks.push_back(std::move(remark));
    }
  }
  return remarks;
}

struct RemarkLikeness {
  int share = 0;  // of the weight of the shorter, in hundredths
  // Enough in common to be one remark, and too much that is not to be a matter
  // of wording, which the comparison of quotations shows.
  bool translated = false;
};

RemarkLikeness Compare(const DraftWords& words, const Remark& a,
                       const DraftWords& others, const Remark& b) {
  int common = 0, weight = 0, rare = 0, weight_a = 0, weight_b = 0;
  for (const uint32_t t : a.content) weight_a += words.words[t].idf;
  for (const uint32_t t : b.content) weight_b += others.words[t].idf;
  for (const uint32_t x : a.content) {
    int best = 0;
    for (const uint32_t y : b.content) {
      if (WordSupport(words, words.words[x], others, others.words[y]) >= 75) {
        best = std::max<int>(
            best, std::min(words.words[x].idf, others.words[y].idf));
      }
    }
    if (best == 0) continue;
    ++common;
    weight += best;
    rare += words.words[x].idf >= 45;
  }
  RemarkLikeness like;
  like.share = weight * 100 / std::max(1, std::min(weight_a, weight_b));
  like.translated = common >= 3 && rare >= 2 && like.share >= kLeastRemark &&
                    like.share <= kMostRemark;
  return like;
}

}  // namespace

void CompareSlots(StoryContext* story, const StoryPair& pair,
                  std::vector<DraftDetail>* out) {
  if (pair.left == pair.right) return;
  const DocumentAnalysis& left = story->document(pair.left);
  const DocumentAnalysis& right = story->document(pair.right);
  for (uint32_t s = 0; s < left.text.sentences.size(); ++s) {
    if (!Usable(left, s)) continue;
    const auto words = story->corpus().Words(pair.left, s);
    for (uint32_t t = 0; t < right.text.sentences.size(); ++t) {
      if (!Usable(right, t)) continue;
      const auto others = story->corpus().Words(pair.right, t);
      if (CommonWords(words, others) < kLeastCommon ||
          Overlap(words, others) < kLeastOverlap ||
          story->PastYear({pair.left, s}) != story->PastYear({pair.right, t})) {
        continue;
      }
      const SentenceAlignment alignment = AlignSentences(
          story->sources(), {pair.left, s}, {pair.right, t});
      if (alignment.covered < kFewCovered) continue;
      SlotReader(story, alignment, out).Read();
    }
  }
}

void CompareScopes(StoryContext* story, const StoryPair& pair,
                   std::vector<DraftDetail>* out) {
  if (pair.left == pair.right) return;
  const std::vector<Placed> others = ReadPlaced(*story, pair.right);
  for (const Placed& a : ReadPlaced(*story, pair.left)) {
    for (const Placed& b : others) {
      if (a.noun != b.noun || a.place != b.place || a.within == b.within) {
        continue;
      }
      // Told in a like sentence, not a list that happens to name both.
      if (CommonWords(story->corpus().Words(pair.left, a.sentence),
                      story->corpus().Words(pair.right, b.sentence)) <
          kLeastCommon) {
        continue;
      }
      out->push_back(StoryDetail(DetailKind::kScope, Departure::kContrast,
                                 {pair.left, a.sentence}, a.span,
                                 {pair.right, b.sentence}, b.span, 80));
    }
  }
}

void ComparePolarity(StoryContext* story, const StoryPair& pair,
                     std::vector<DraftDetail>* out) {
  if (pair.left == pair.right) return;
  const DocumentAnalysis& left = story->document(pair.left);
  const DocumentAnalysis& right = story->document(pair.right);
  for (uint32_t s = 0; s < left.text.sentences.size(); ++s) {
    if (!Usable(left, s)) continue;
    const bool negated = HasNegation(story->words(pair.left),
                                     left.text.sentences[s].tokens);
    for (uint32_t t = 0; t < right.text.sentences.size(); ++t) {
      if (!Usable(right, t) ||
          (!negated && !HasNegation(story->words(pair.right),
                                    right.text.sentences[t].tokens)) ||
          CommonWords(story->corpus().Words(pair.left, s),
                      story->corpus().Words(pair.right, t)) < 3) {
        continue;
      }
      CompareClauses(story, {pair.left, s}, {pair.right, t}, out);
    }
  }
}

void CompareRemarks(StoryContext* story, const StoryPair& pair,
                    std::vector<DraftDetail>* out) {
  if (pair.left == pair.right) return;
  const DocumentAnalysis& left = story->document(pair.left);
  const DocumentAnalysis& right = story->document(pair.right);
  const std::vector<Remark> remarks = ReadRemarks(*story, pair.left);
  const std::vector<Remark> others = ReadRemarks(*story, pair.right);
  // The nearest of the other text to each, by what they share.
  std::vector<uint32_t> nearest(remarks.size(), kNone);
  std::vector<uint32_t> back(others.size(), kNone);
  std::vector<int> best(remarks.size(), 0), best_back(others.size(), 0);
  std::vector<bool> translated(remarks.size(), false);
  for (uint32_t i = 0; i < remarks.size(); ++i) {
    for (uint32_t j = 0; j < others.size(); ++j) {
      if (remarks[i].speaker != others[j].speaker) continue;
      const RemarkLikeness like =
          Compare(story->words(pair.left), remarks[i],
                  story->words(pair.right), others[j]);
      if (like.share > best[i]) {
        best[i] = like.share;
        nearest[i] = j;
        translated[i] = like.translated;
      }
      if (like.share > best_back[j]) {
        best_back[j] = like.share;
        back[j] = i;
      }
    }
  }
  for (uint32_t i = 0; i < remarks.size(); ++i) {
    const uint32_t j = nearest[i];
    if (j == kNone || !translated[i] || back[j] != i) continue;
    DraftDetail detail = StoryDetail(
        DetailKind::kSaid, Departure::kNone,
        {pair.left, remarks[i].sentence}, left.text.SpanOf(remarks[i].tokens),
        {pair.right, others[j].sentence}, right.text.SpanOf(others[j].tokens),
        best[i]);
    detail.covered = best[i];
    out->push_back(detail);
  }
}

}  // namespace claimcheck
