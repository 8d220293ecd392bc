#include "rules/link/predicate_roles.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/syntax/roles.h"
#include "rules/link/relation_verbs.h"

namespace claimcheck {
namespace {

using syntax::kNoWord;
using syntax::ParsedSentence;

class Side {
 public:
  Side(const ParsedSentence& tree, const DraftWords& words)
      : tree_(tree), words_(words) {}

  const DraftWord& Word(int word) const {
    return words_.words[tree_.source[word].tokens.begin];
  }
  const DraftWords& words() const { return words_; }
  // At the start of a sentence a capital tells nothing.
  bool IsName(int word) const {
    return Word(word).Is(DraftWord::kContent) &&
           (Word(word).Is(DraftWord::kCapital) ||
            tree_.words[word].upos == syntax::Upos::kPropn);
  }

  bool IsNamed(int head) const {
    const std::vector<int> tellers = Tellers(head);
    return std::any_of(tellers.begin(), tellers.end(),
                       [&](int word) { return IsName(word); });
  }
  // "A company investigation".
  bool IsIndefinite(int head) const {
    const syntax::WordRange phrase = syntax::SubtreeOf(tree_, head);
    if (phrase.empty()) return false;
    const absl::string_view first = tree_.forms[phrase.begin];
    return absl::EqualsIgnoreCase(first, "a") || absl::EqualsIgnoreCase(first, "an");
  }

  // The words that tell who `head` is: itself, and the names in its phrase.
  std::vector<int> Tellers(int head) const {
    std::vector<int> tellers;
    if (head == kNoWord || tree_.words[head].upos == syntax::Upos::kPron) {
      return tellers;
    }
    const syntax::WordRange phrase = syntax::SubtreeOf(tree_, head);
    for (int i = phrase.begin; i < phrase.end; ++i) {
      const DraftWord& word = Word(i);
      if (word.Is(DraftWord::kContent) &&
          (i == head || IsName(i))) {
        tellers.push_back(i);
      }
    }
    // "His deputy, Paul Roe", wherever the parser put the name.
    if (!IsName(head) && phrase.end == head + 1 &&
        head + 2 < tree_.size() && tree_.forms[head + 1] == ",") {
      for (int i = head + 2; i < tree_.size() && IsName(i); ++i) {
        tellers.push_back(i);
      }
    }
    return tellers;
  }

 private:
  const ParsedSentence& tree_;
  const DraftWords& words_;
};

RoleMatch Compare(const Side& draft, int a, const Side& source, int b) {
  const std::vector<int> mine = draft.Tellers(a), theirs = source.Tellers(b);
  if (mine.empty() || theirs.empty()) return RoleMatch::kUnknown;
  for (const int i : mine) {
    for (const int j : theirs) {
      if (WordSupport(draft.words(), draft.Word(i), source.words(),
                      source.Word(j)) > 0) {
        return RoleMatch::kSame;
      }
    }
  }
  // A name and a description may be of one.
  return draft.IsNamed(a) == source.IsNamed(b) ? RoleMatch::kOther
                                               : RoleMatch::kUnknown;
}

// A name stands in both phrases.
bool ShareName(const Side& draft, int a, const Side& source, int b) {
  for (const int i : draft.Tellers(a)) {
    if (!draft.IsName(i)) continue;
    for (const int j : source.Tellers(b)) {
      if (source.IsName(j) && draft.Word(i).stem == source.Word(j).stem) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

PredicateMatch ComparePredicates(const DraftSources& sources,
                                 SentenceRef draft, uint32_t token,
                                 SentenceRef source, uint32_t source_token,
                                 FrameReader* frames) {
  PredicateMatch match;
  const ParsedSentence& here = frames->Tree(draft);
  const ParsedSentence& there = frames->Tree(source);
  const int a = here.WordOf(token), b = there.WordOf(source_token);
  if (a == kNoWord || b == kNoWord ||
      here.words[a].upos != syntax::Upos::kVerb ||
      there.words[b].upos != syntax::Upos::kVerb) {
    return match;
  }
  const Side mine(here, sources.words(draft.document));
  const Side theirs(there, sources.words(source.document));
  const VerbParties parties(sources.document(draft.document),
                            sources.words(draft.document), here);
  const VerbParties others(sources.document(source.document),
                           sources.words(source.document), there);
  match.agent = {RoleMatch::kUnknown, parties.Agent(a), others.Agent(b)};
  match.patient = {RoleMatch::kUnknown, parties.Patient(a), others.Patient(b)};
  for (PredicateMatch::Role* role : {&match.agent, &match.patient}) {
    role->match = Compare(mine, role->draft, theirs, role->source);
    role->introduced = mine.IsNamed(role->draft) && !theirs.IsNamed(role->source) &&
                       theirs.IsIndefinite(role->source);
  }
  match.one_name = ShareName(mine, match.patient.draft, theirs, match.patient.source);
  return match;
}

}  // namespace claimcheck
