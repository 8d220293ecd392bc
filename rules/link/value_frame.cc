#include "rules/link/value_frame.h"

#include <algorithm>

#include "claims/syntax/roles.h"

namespace claimcheck {
namespace {

using syntax::kNoWord;
using syntax::ParsedSentence;
using syntax::Relation;

// What each role weighs in a link.
constexpr int kRoleWeight[] = {30, 25, 20, 15, 8, 8};
// What a part counts, in hundredths, when it stands in another role, or only
// somewhere in the sentence.
constexpr int kOtherRole = 75;
constexpr int kAnywhere = 40;
// A word that says as much as this is the same.
constexpr int kSameWord = 55;
// The most that a link is worth where another noun is counted, or where the
// predicate or who does it is another.
constexpr int kOtherCount = 15;
constexpr int kOtherAct = 30;
// Of a word that hangs together with another, in tenths of a bit.
constexpr int kLeastWeight = 20;

uint64_t Key(SentenceRef at, uint32_t extra) {
  return (static_cast<uint64_t>(at.document) << 44) ^
         (static_cast<uint64_t>(at.sentence) << 16) ^ extra;
}

class Builder {
 public:
  // `counted`: the token of the noun that is known to be counted, or kNone.
  Builder(const ParsedSentence& s, const DraftWords& words, TokenRange value,
          uint32_t counted)
      : s_(s), words_(words), value_(value), counted_(counted) {}

  ValueFrame Build() {
    if (counted_ != kNone) {
      const int noun = s_.WordOf(counted_);
      if (noun != kNoWord) {
        Add(ValueFrame::kCounted, noun);
        AddModifiers(noun);
      }
    }
    // The words of the value, and the one that the others hang on.
    int top = kNoWord, number = kNoWord;
    for (uint32_t t = value_.begin; t < value_.end; ++t) {
      const int word = s_.WordOf(t);
      if (word == kNoWord) continue;
      if (number == kNoWord &&
          s_.words[word].upos == syntax::Upos::kNum) {
        number = word;
      }
      const int head = s_.words[word].head;
      if (top == kNoWord && (head == kNoWord || !Inside(head))) top = word;
    }
    if (top == kNoWord) return std::move(frame_);
    const int counted =
        syntax::CountedNounOf(s_, number == kNoWord ? top : number);
    if (counted != kNoWord && !Inside(counted)) {
      Add(ValueFrame::kCounted, counted);
      AddModifiers(counted);
    }
    AddModifiers(top);
    // "Sales of $5": the noun that the value hangs on.
    const int predicate = syntax::PredicateOf(s_, top);
    for (int word = top, step = 0; step < 6; ++step) {
      const Relation relation = s_.words[word].relation;
      const int head = s_.words[word].head;
      if (word == predicate || head == kNoWord) break;
      if (head != predicate) Add(ValueFrame::kCounted, head);
      if (relation == Relation::kNmod || relation == Relation::kNummod) {
        AddModifiers(head);
      }
      word = head;
    }
    const int preposition = syntax::ChildOf(s_, top, Relation::kCase);
    if (preposition != kNoWord) {
      frame_.preposition =
          words_.words[s_.source[preposition].tokens.begin].word;
    }
    if (predicate == kNoWord) return std::move(frame_);
    Add(ValueFrame::kPredicate, predicate);
    frame_.negated = syntax::IsNegated(s_, predicate);
    const int subject = syntax::SubjectOf(s_, predicate);
    if (subject != kNoWord) {
      Add(ValueFrame::kSubject, subject);
      AddModifiers(subject);
    }
    for (int i = s_.words[predicate].begin; i < s_.words[predicate].end; ++i) {
      if (s_.words[i].head != predicate || i == subject) continue;
      switch (s_.words[i].relation) {
        case Relation::kObj:
          Add(ValueFrame::kObject, i);
          AddModifiers(i);
          break;
        case Relation::kObl:
        case Relation::kOblAgent:
        case Relation::kOblUnmarked:
        case Relation::kXcomp:
        case Relation::kAdvmod:
          Add(ValueFrame::kOther, i);
          break;
        default:
          break;
      }
    }
    return std::move(frame_);
  }

 private:
  bool Inside(int word) const {
    return s_.source[word].tokens.begin < value_.end &&
           s_.source[word].tokens.end > value_.begin;
  }

  void AddModifiers(int noun) {
    for (int i = s_.words[noun].begin; i < s_.words[noun].end; ++i) {
      if (s_.words[i].head != noun) continue;
      switch (s_.words[i].relation) {
        case Relation::kAmod:
        case Relation::kCompound:
        case Relation::kNmod:
        case Relation::kFlat:
        case Relation::kAppos:
          Add(ValueFrame::kModifier, i);
          break;
        case Relation::kNmodPoss:
          // "NATO's 19 members" says that NATO has them.
          Add(ValueFrame::kSubject, i);
          break;
        default:
          break;
      }
    }
  }

  void Add(ValueFrame::Role role, int word) {
    if (Inside(word)) return;
    const uint32_t token = s_.source[word].tokens.begin;
    if (!words_.words[token].Is(DraftWord::kContent)) return;
    for (const ValueFrame::Part& part : frame_.parts) {
      if (part.token == token) return;
    }
    frame_.parts.push_back({role, token});
  }

  const ParsedSentence& s_;
  const DraftWords& words_;
  const TokenRange value_;
  const uint32_t counted_;
  ValueFrame frame_;
};

// The content words next to `word` in the tree: its head, what hangs on it, and
// who does it.
void AddNeighbours(const ParsedSentence& s, const DraftWords& words, int word,
                   std::vector<uint32_t>* out) {
  const auto add = [&](int other) {
    if (other == kNoWord || other == word) return;
    const uint32_t token = s.source[other].tokens.begin;
    if (!words.words[token].Is(DraftWord::kContent)) return;
    if (std::find(out->begin(), out->end(), token) == out->end()) {
      out->push_back(token);
    }
  };
  add(s.words[word].head);
  for (int i = s.words[word].begin; i < s.words[word].end; ++i) {
    if (s.words[i].head == word) add(i);
  }
  add(syntax::SubjectOf(s, word));
}

}  // namespace

const ParsedSentence& FrameReader::Tree(SentenceRef at) {
  std::unique_ptr<ParsedSentence>& kept = trees_[Key(at, 0)];
  if (kept == nullptr) {
    kept = std::make_unique<ParsedSentence>();
    syntax::SyntaxOptions options;
    options.names = false;
    syntax::Syntax::Embedded().Parse(sources_.document(at.document).text,
                                     sources_.Tokens(at), options, &scratch_,
                                     kept.get());
  }
  return *kept;
}

const ValueFrame& FrameReader::FrameOf(const UnitSentence& sentence,
                                       uint32_t unit) {
  std::unique_ptr<ValueFrame>& kept = frames_[Key(sentence.at, unit)];
  if (kept == nullptr) {
    const SentenceUnit& of = sentence.units[unit];
    TokenRange value = of.tokens;
    uint32_t counted = kNone;
    if (of.kind == SentenceUnit::kAmount) {
      // What is counted stands in the amount: "26 singers".
      const QuantityMention& mention =
          sources_.document(sentence.at.document).quantities[of.mention];
      counted = mention.head;
      if (counted != kNone && value.Contains(counted)) {
        value.end = std::max(value.begin + 1,
                             std::min(counted, mention.counted.begin));
      }
    }
    kept = std::make_unique<ValueFrame>(
        Builder(Tree(sentence.at), sources_.words(sentence.at.document), value,
                counted)
            .Build());
  }
  return *kept;
}

int FrameReader::Link(const UnitSentence& draft, uint32_t draft_unit,
                      const UnitSentence& source, uint32_t source_unit) {
  const ValueFrame& mine = FrameOf(draft, draft_unit);
  const ValueFrame& theirs = FrameOf(source, source_unit);
  const DraftWords& words = sources_.words(draft.at.document);
  const DraftWords& others = sources_.words(source.at.document);
  int total = 0, shared = 0;
  // The noun counted and the predicate: 0 unknown, 1 another, 2 the same.
  int core[2] = {0, 0};
  bool other_subject = false;
  for (const ValueFrame::Part& part : mine.parts) {
    const DraftWord& word = words.words[part.token];
    int best = 0;
    bool subject_there = false, acting = false;
    for (const ValueFrame::Part& other : theirs.parts) {
      const int support =
          WordSupport(words, word, others, others.words[other.token]);
      best = std::max(best, other.role == part.role
                                ? support
                                : support * kOtherRole / 100);
      subject_there |= other.role == ValueFrame::kSubject;
      acting |= support > 0 && other.role != ValueFrame::kModifier &&
                other.role != ValueFrame::kOther;
      if (part.role <= ValueFrame::kPredicate && other.role == part.role) {
        int& same = core[part.role];
        same = std::max(same, support >= kSameWord ? 2 : 1);
      }
    }
    if (best < kAnywhere) {
      for (const SentenceUnit& unit : source.units) {
        if (unit.kind != SentenceUnit::kWord) continue;
        best = std::max(best, WordSupport(words, word, others,
                                          others.words[unit.tokens.begin]) *
                                  kAnywhere / 100);
      }
    }
    // The niece of somebody is not he.
    other_subject |=
        part.role == ValueFrame::kSubject && subject_there && !acting;
    total += kRoleWeight[part.role];
    shared += kRoleWeight[part.role] * best / 100;
  }
  const int link = total == 0 ? 0 : shared * 100 / total;
  // Grandchildren are no children; what somebody founded he did not sell.
  if (core[0] == 1 && core[1] != 2) return std::min(link, kOtherCount);
  const bool other_act = core[0] != 2 && core[1] == 1;
  return other_act || other_subject ? std::min(link, kOtherAct) : link;
}

int FrameReader::LinkWords(SentenceRef draft, uint32_t token,
                           SentenceRef source, uint32_t source_token) {
  const ParsedSentence& here = Tree(draft);
  const ParsedSentence& there = Tree(source);
  const int a = here.WordOf(token), b = there.WordOf(source_token);
  if (a == kNoWord || b == kNoWord ||
      here.words[a].upos != there.words[b].upos) {
    return 0;
  }
  const DraftWords& words = sources_.words(draft.document);
  const DraftWords& others = sources_.words(source.document);
  std::vector<uint32_t> mine, theirs;
  AddNeighbours(here, words, a, &mine);
  AddNeighbours(there, others, b, &theirs);
  int total = 0, shared = 0;
  for (const uint32_t t : mine) {
    int best = 0;
    for (const uint32_t u : theirs) {
      best = std::max(
          best, WordSupport(words, words.words[t], others, others.words[u]));
    }
    const int weight = std::max<int>(words.words[t].idf, kLeastWeight);
    total += weight;
    shared += weight * best / 100;
  }
  return total == 0 ? 0 : 100 * shared / total;
}

}  // namespace claimcheck
