// Clauses: where a finite verb's words begin and end.

#include "claims/extract/clauses.h"

#include <algorithm>

namespace claimcheck {
namespace {

constexpr uint32_t kIf = WordHash("if", 2), kUnless = WordHash("unless", 6),
                   kWhether = WordHash("whether", 7),
                   kThat = WordHash("that", 4);

// A list of names longer than this is no subject.
constexpr uint32_t kLongestSubject = 64;

class ClauseFinder {
 public:
  ClauseFinder(const DocumentAnalysis& doc, SentenceSyntax* out)
      : doc_(doc), out_(*out) {}

  void Find() {
    out_.clauses.clear();
    out_.starts.clear();
    Clause first;
    first.tokens = {out_.begin, out_.end()};
    first.opener_end = out_.begin;
    if (out_.begin < out_.end() && OpensClause(out_.tag(out_.begin))) {
      first.opener = OpenerOf(out_.begin);
      first.opener_end = out_.begin + 1;
    }
    out_.clauses.push_back(first);
    uint32_t current = 0;
    uint32_t floor = out_.begin;  // behind the last finite group
    for (uint32_t g = 0; g < out_.groups.size(); ++g) {
      VerbGroup& group = out_.groups[g];
      if (group.kind != VerbGroup::kFinite) continue;
      if (current == 0 && out_.clauses[0].group == kNone &&
          !Embedded(group.tokens.begin)) {
        out_.clauses[0].group = g;
      } else {
        current = Open(g, floor, current);
      }
      floor = group.tokens.end;
    }
    Close();
  }

 private:
  static bool OpensClause(WordTag tag) {
    return tag == WordTag::kRelative || tag == WordTag::kSubordinator;
  }

  Clause::Opener OpenerOf(uint32_t t) const {
    const uint32_t word = doc_.text.tokens[t].word;
    if (out_.tag(t) == WordTag::kRelative) return Clause::kRelative;
    if (word == kIf || word == kUnless || word == kWhether) {
      return Clause::kCondition;
    }
    // "the plane that landed".
    if (word == kThat && t + 1 < out_.end() &&
        (out_.tag(t + 1) == WordTag::kVerb ||
         out_.tag(t + 1) == WordTag::kAuxiliary)) {
      return Clause::kRelative;
    }
    return Clause::kSubordinate;
  }

  // Whether words between `from` and `to` may be a subject.
  bool HasNoun(uint32_t from, uint32_t to) const {
    for (uint32_t t = from; t < to; ++t) {
      switch (out_.tag(t)) {
        case WordTag::kName:
        case WordTag::kPronoun:
        case WordTag::kOther:
        case WordTag::kEventNoun:
        case WordTag::kNumber:
        case WordTag::kDeterminer:
          if (doc_.text.tokens[t].kind == TokenKind::kWord ||
              doc_.text.tokens[t].kind == TokenKind::kNumber) {
            return true;
          }
          break;
        default:
          break;
      }
    }
    return false;
  }

  // The first finite verb stands behind a word that opens a clause inside the
  // first: "The men, who left".
  bool Embedded(uint32_t verb) const {
    for (uint32_t t = verb; t > out_.clauses[0].opener_end;) {
      --t;
      if (OpensClause(out_.tag(t))) return true;
    }
    return false;
  }

  // Opens the clause of finite group `g`; `floor` is behind the finite group
  // before it, in clause `current`.  Returns the index of its clause.
  uint32_t Open(uint32_t g, uint32_t floor, uint32_t current) {
    const VerbGroup& group = out_.groups[g];
    const uint32_t start = group.tokens.begin;
    uint32_t opener = kNone;
    bool bare = false;
    for (uint32_t t = start; t > floor && opener == kNone;) {
      --t;
      switch (out_.tag(t)) {
        case WordTag::kRelative:
        case WordTag::kSubordinator:
        case WordTag::kBreak:
        case WordTag::kQuote:
          opener = t;
          break;
        case WordTag::kComma:
          if (!JoinsSubjects(t, start, g)) opener = t;
          break;
        case WordTag::kEither:
          // "after he left", "as the quake hit": its words are the subject.
          if (t + 1 < start && HasNoun(t + 1, start) &&
              !VerbBetween(t, start)) {
            opener = t;
          }
          break;
        case WordTag::kCoordinator:
          if (!JoinsSubjects(t, start, g)) opener = t;
          break;
        default:
          break;
      }
    }
    if (opener == kNone) {
      // "The men who left Rome | were found": back to the words that wait for
      // their verb, unless what was said follows: "who said he was".
      const uint32_t interrupted = Interrupted(current);
      if (interrupted != kNone &&
          !(g > 0 && out_.groups[g - 1].say && HasNoun(floor, start))) {
        out_.clauses[interrupted].group = g;
        out_.starts.push_back({start, interrupted});
        return interrupted;
      }
      opener = floor;
      bare = true;
    } else if (out_.tag(opener) == WordTag::kComma &&
               !HasNoun(opener + 1, start) && Interrupted(current) == kNone) {
      // "... fell," Okafor, a guard in Lagos, said: the clause begins before
      // the words that explain its subject.
      const uint32_t earlier = Boundary(floor, opener);
      if (earlier != kNone) opener = earlier;
    }
    // Walk over ", and", ", who" to the word that tells most.
    uint32_t opener_end = bare ? opener : opener + 1;
    uint32_t opener_begin = opener;
    while (!bare && opener_begin > floor &&
           (out_.tag(opener_begin - 1) == WordTag::kComma ||
            out_.tag(opener_begin - 1) == WordTag::kCoordinator ||
            out_.tag(opener_begin - 1) == WordTag::kPreposition)) {
      if (out_.tag(opener_begin - 1) == WordTag::kPreposition &&
          out_.tag(opener) != WordTag::kRelative) {
        break;  // "in which"
      }
      --opener_begin;
    }
    const bool subject = HasNoun(opener_end, start);
    Clause clause;
    clause.group = g;
    clause.tokens = {opener_begin, out_.end()};
    clause.opener_end = opener_end;
    if (bare) {
      clause.opener = Clause::kBare;
      clause.outer = current;
    } else if (OpensClause(out_.tag(opener)) ||
               out_.tag(opener) == WordTag::kEither) {
      clause.opener = out_.tag(opener) == WordTag::kEither
                          ? Clause::kSubordinate
                          : OpenerOf(opener);
      clause.outer = current;
    } else if (!subject) {
      // ", said": back to the clause that was interrupted; "and left": the same
      // subject goes on.
      const uint32_t interrupted = Interrupted(current);
      if (out_.tag(opener) != WordTag::kCoordinator && interrupted != kNone) {
        out_.clauses[interrupted].group = g;
        out_.starts.push_back({opener_begin, interrupted});
        return interrupted;
      }
      clause.opener = Clause::kShared;
      clause.outer = current;
    } else {
      clause.opener = Clause::kCoordinate;
      clause.outer = out_.clauses[current].outer;
    }
    const uint32_t index = static_cast<uint32_t>(out_.clauses.size());
    out_.clauses.push_back(clause);
    out_.starts.push_back({opener_begin, index});
    return index;
  }

  // A clause that has words but no verb yet, around `current`.
  uint32_t Interrupted(uint32_t current) const {
    for (int depth = 0; depth < 4 && current != kNone; ++depth) {
      if (out_.clauses[current].group == kNone) return current;
      current = out_.clauses[current].outer;
    }
    return kNone;
  }

  // The last word in [floor, to) that surely parts two clauses.
  uint32_t Boundary(uint32_t floor, uint32_t to) const {
    for (uint32_t t = to; t > floor;) {
      --t;
      const WordTag tag = out_.tag(t);
      if (tag == WordTag::kQuote || tag == WordTag::kSubordinator) return t;
      if (tag == WordTag::kCoordinator && t > floor &&
          out_.tag(t - 1) == WordTag::kComma) {
        return t;
      }
    }
    return kNone;
  }

  bool VerbBetween(uint32_t from, uint32_t to) const {
    for (uint32_t t = from + 1; t < to; ++t) {
      if (out_.tag(t) == WordTag::kVerb || out_.tag(t) == WordTag::kComma) {
        return true;
      }
    }
    return false;
  }

  // "Ada and Omar left", "Ada, Omar and Ines left": the mark at `t` joins parts
  // of the subject of the verb at `start`, and opens no clause.
  bool JoinsSubjects(uint32_t t, uint32_t start, uint32_t g) const {
    if (start - t > kLongestSubject) return false;
    // Behind it nothing but names and their titles up to the verb.
    for (uint32_t i = t + 1; i < start; ++i) {
      const WordTag tag = out_.tag(i);
      if (tag != WordTag::kName && tag != WordTag::kOther &&
          tag != WordTag::kCoordinator && tag != WordTag::kDeterminer &&
          tag != WordTag::kAdverb && tag != WordTag::kComma) {
        return false;
      }
    }
    if (t + 1 >= start || out_.tag(start - 1) == WordTag::kComma) return false;
    if (t == out_.begin || out_.tag(t - 1) != WordTag::kName) {
      return false;
    }
    // A comma joins only where an "and" follows.
    if (out_.tag(t) == WordTag::kComma) {
      bool coordinator = false;
      for (uint32_t i = t + 1; i < start; ++i) {
        coordinator |= out_.tag(i) == WordTag::kCoordinator;
      }
      if (!coordinator) return false;
    }
    // Before it a name, and before that no verb of which it is the object, nor
    // a preposition: "visited Rome and Ines left".
    uint32_t b = t;
    while (b > out_.begin && t - b < kLongestSubject &&
           (out_.tag(b - 1) == WordTag::kName ||
            out_.tag(b - 1) == WordTag::kDeterminer ||
            out_.tag(b - 1) == WordTag::kOther)) {
      --b;
    }
    if (b == out_.begin) return true;
    const WordTag before = out_.tag(b - 1);
    if (before == WordTag::kVerb || before == WordTag::kParticle) {
      // "said Ada and Omar left"
      return g > 0 && out_.groups[g - 1].verb_end == b &&
             out_.groups[g - 1].say;
    }
    return before != WordTag::kPreposition && before != WordTag::kTo;
  }

  // Sets where clauses end, and the clause of each group.
  void Close() {
    for (Clause& clause : out_.clauses) {
      clause.head_end = 0;
      clause.tokens.end = clause.tokens.begin;
    }
    // The tokens from each start on belong to its clause until the next; those
    // before the first to the first clause.
    uint32_t from = out_.begin, clause = 0;
    last_ = kNone;
    for (const auto& [start, next] : out_.starts) {
      TakeTokens(from, start, clause);
      from = start;
      clause = next;
    }
    TakeTokens(from, out_.end(), clause);
    for (Clause& clause : out_.clauses) {
      if (clause.head_end == 0) clause.head_end = clause.tokens.end;
      if (clause.opener_end < clause.tokens.begin) {
        clause.opener_end = clause.tokens.begin;
      }
    }
    for (VerbGroup& group : out_.groups) {
      group.clause = out_.ClauseOf(group.tokens.begin);
    }
  }

  void TakeTokens(uint32_t begin, uint32_t end, uint32_t c) {
    if (begin >= end) return;
    std::fill(out_.clause_of.begin() + begin, out_.clause_of.begin() + end, c);
    Clause& clause = out_.clauses[c];
    if (clause.tokens.empty()) {
      clause.tokens.begin = begin;
    } else if (c != last_ && clause.head_end == 0) {
      clause.head_end = clause.tokens.end;  // interrupted here
    }
    clause.tokens.end = end;
    last_ = c;
  }

  const DocumentAnalysis& doc_;
  SentenceSyntax& out_;
  uint32_t last_ = kNone;  // the clause whose tokens were taken last
};

}  // namespace

void FindClauses(const DocumentAnalysis& doc, SentenceSyntax* out) {
  ClauseFinder(doc, out).Find();
}

void ReadSyntax(const DocumentAnalysis& doc, uint32_t sentence,
                SentenceSyntax* out) {
  TagWords(doc, sentence, out);
  FindVerbGroups(doc, out);
  FindClauses(doc, out);
}

}  // namespace claimcheck
