// Who and what two texts speak of: their noun phrases, and the names around
// words.

#include "rules/link/name_spelling.h"
#include "rules/link/sorted_ids.h"
#include "rules/link/story_context.h"

#include <algorithm>

#include "claims/syntax/roles.h"
#include "claims/value/decimal.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

bool HoldsWords(syntax::Relation relation) {
  using syntax::Relation;
  return relation == Relation::kAmod || relation == Relation::kCompound ||
         relation == Relation::kFlat || relation == Relation::kNmodPoss ||
         relation == Relation::kConj || relation == Relation::kNmodDesc ||
         relation == Relation::kNmodUnmarked;
}

std::optional<int64_t> WholeNumber(const Decimal& number) {
  if (number.exponent < 0 || number.exponent > 6) return std::nullopt;
  int64_t whole = number.significand;
  for (int32_t e = 0; e < number.exponent; ++e) whole *= 10;
  return whole;
}

// Each has names before its noun, and none of one is among those of the other.
bool NamedOtherwise(const DraftWords& words_a, const Participant& a,
                    const DraftWords& words_b, const Participant& b) {
  bool mine = false, theirs = false;
  for (const uint32_t x : a.tokens) {
    if (x == a.head || !words_a.words[x].Is(DraftWord::kCapital)) continue;
    mine = true;
    for (const uint32_t y : b.tokens) {
      if (words_a.words[x].stem == words_b.words[y].stem) return false;
    }
  }
  for (const uint32_t y : b.tokens) {
    theirs |= y != b.head && words_b.words[y].Is(DraftWord::kCapital);
  }
  return mine && theirs;
}

}  // namespace

Participant StoryContext::ReadParticipant(SentenceRef at, int word) {
  Participant out;
  if (word == syntax::kNoWord) return out;
  const syntax::ParsedSentence& tree = Parsed(at);
  const DocumentAnalysis& doc = document(at.document);
  if (tree.words[word].upos == syntax::Upos::kPron) {
    // "He": of whom the text takes it to speak.
    const uint32_t token = tree.source[word].tokens.begin;
    for (const NameMention& name : MentionsIn(doc.names, at.sentence)) {
      if (name.form != NameMention::kName && name.tokens.Contains(token) &&
          name.entity != kNone) {
        out.known = true;
        out.head = token;
        out.entity = corpus_.GlobalEntity(at.document, name.entity);
      }
    }
    return out;
  }
  const DraftWords& read = words(at.document);
  const auto add = [&](int w) {
    const uint32_t token = tree.source[w].tokens.begin;
    if (read.words[token].Is(DraftWord::kContent)) out.tokens.push_back(token);
  };
  out.known = true;
  out.head = tree.source[word].tokens.begin;
  add(word);
  std::vector<int> heads = {word};
  for (size_t i = 0; i < heads.size() && i < 6; ++i) {
    for (int w = tree.words[heads[i]].begin; w < tree.words[heads[i]].end;
         ++w) {
      if (tree.words[w].head != heads[i]) continue;
      if (HoldsWords(tree.words[w].relation)) {
        add(w);
        heads.push_back(w);
      }
      if (tree.words[w].relation == syntax::Relation::kNummod &&
          heads[i] == word) {
        const uint32_t token = tree.source[w].tokens.begin;
        for (const QuantityMention& q : doc.quantities) {
          if (q.tokens.Contains(token) && !q.value.ordinal) {
            out.count = WholeNumber(q.value.written);
          }
        }
      }
    }
  }
  std::sort(out.tokens.begin(), out.tokens.end());
  out.tokens.erase(std::unique(out.tokens.begin(), out.tokens.end()),
                   out.tokens.end());
  for (const NameMention& name : MentionsIn(doc.names, at.sentence)) {
    if (name.tokens.Contains(out.head)) {
      out.entity = corpus_.GlobalEntity(at.document, name.entity);
    }
  }
  return out;
}

int StoryContext::SharedWords(uint32_t a_document,
                              absl::Span<const uint32_t> a,
                              uint32_t b_document,
                              absl::Span<const uint32_t> b) const {
  if (a.empty() || b.empty()) return 0;
  const DraftWords& words_a = words(a_document);
  const DraftWords& words_b = words(b_document);
  int shared = 0;
  for (const uint32_t x : a) {
    for (const uint32_t y : b) {
      if (WordSupport(words_a, words_a.words[x], words_b, words_b.words[y],
                      Synonyms::kListed) >= 75) {
        ++shared;
        break;
      }
    }
  }
  return shared * 100 / static_cast<int>(std::min(a.size(), b.size()));
}

bool IsAnother(const TokenizedText& text, const Participant& who) {
  constexpr uint32_t kReach = 3;
  const uint32_t begin = text.sentences[text.sentence_of[who.head]].tokens.begin;
  const uint32_t first = std::max(who.head, begin + kReach) - kReach;
  for (uint32_t t = first; t < who.head; ++t) {
    if (IsOneOf(text.Folded(t), {"another", "second", "third"})) return true;
  }
  return false;
}

int StoryContext::MatchParticipants(uint32_t a_document, const Participant& a,
                                    uint32_t b_document,
                                    const Participant& b) const {
  if (!a.known || !b.known) return 0;
  if (a.count && b.count && *a.count != *b.count) return -1;
  if (a.entity != kNone && b.entity != kNone) {
    return OnePerson(a.entity, b.entity) ? 100 : -1;
  }
  if (IsAnother(document(a_document).text, a) !=
      IsAnother(document(b_document).text, b)) {
    return -1;
  }
  const DraftWords& words_a = words(a_document);
  const DraftWords& words_b = words(b_document);
  const int head = WordSupport(words_a, words_a.words[a.head], words_b,
                               words_b.words[b.head], Synonyms::kListed);
  const int shared = SharedWords(a_document, a.tokens, b_document, b.tokens);
  // "The Aurora", "the ferry": whoever has the name may be meant by the noun.
  if ((a.entity == kNone) != (b.entity == kNone) && head < 75 && shared == 0) {
    return 0;
  }
  if (head >= 75) {
    // "The Cuban government", "the Cypriot government".
    if (NamedOtherwise(words_a, a, words_b, b)) return -1;
    // "Two Kenyan policemen", "the Kenyan policemen".
    const bool bare = a.tokens.size() < 2 || b.tokens.size() < 2;
    return bare ? 75 : shared > 50 ? 95 : 60;
  }
  return shared >= 100 && std::min(a.tokens.size(), b.tokens.size()) > 1 ? 70
                                                                         : -1;
}

bool StoryContext::OnePerson(uint32_t a, uint32_t b) const {
  return a == b || SlippedName(corpus_, a, b);
}

NamesNear StoryContext::NamesAround(SentenceRef at, TokenRange words) const {
  constexpr uint32_t kReach = 9;
  constexpr uint32_t kSentencesBack = 2;
  const DocumentAnalysis& doc = document(at.document);
  NamesNear near;
  const auto says_so = [&](const NameMention& name) {
    return std::any_of(doc.attributions.begin(), doc.attributions.end(),
                       [&](const Attribution& said) {
                         return said.sentence == name.sentence &&
                                said.speaker.Overlaps(name.span);
                       });
  };
  const auto add = [&](absl::Span<const NameMention> names, bool close) {
    for (const NameMention& name : names) {
      if (name.entity == kNone ||
          (close && (name.tokens.end + kReach < words.begin ||
                     name.tokens.begin > words.end + kReach)) ||
          says_so(name)) {
        continue;
      }
      near.ids.push_back(corpus_.GlobalEntity(at.document, name.entity));
    }
  };
  const absl::Span<const NameMention> here = MentionsIn(doc.names, at.sentence);
  add(here, /*close=*/true);
  near.close = !near.ids.empty();
  for (uint32_t back = 0;
       near.ids.empty() && back <= kSentencesBack && back <= at.sentence;
       ++back) {
    add(back == 0 ? here : MentionsIn(doc.names, at.sentence - back),
        /*close=*/false);
  }
  std::sort(near.ids.begin(), near.ids.end());
  near.ids.erase(std::unique(near.ids.begin(), near.ids.end()),
                 near.ids.end());
  for (const NameMention& name : here) {
    if (name.entity != kNone) {
      near.sentence.push_back(corpus_.GlobalEntity(at.document, name.entity));
    }
  }
  std::sort(near.sentence.begin(), near.sentence.end());
  return near;
}

bool StoryContext::NamesDiffer(const NamesNear& a, const NamesNear& b) const {
  const auto has_own = [&](const NamesNear& names, const NamesNear& others,
                           NameType type) {
    return std::any_of(names.ids.begin(), names.ids.end(), [&](uint32_t name) {
      if (corpus_.EntityType(name) != type ||
          std::binary_search(others.sentence.begin(), others.sentence.end(),
                             name)) {
        return false;
      }
      return std::none_of(
          others.ids.begin(), others.ids.end(), [&](uint32_t other) {
            if (OnePerson(name, other)) return true;
            const auto relation = corpus_.RelatePlaces(name, other);
            return relation && *relation != RangeRelation::kDisjoint;
          });
    });
  };
  for (const NameType type : {NameType::kPlace, NameType::kPerson}) {
    if (has_own(a, b, type) && has_own(b, a, type)) return true;
  }
  return a.close && b.close && !Meet(a.ids, b.ids);
}

}  // namespace claimcheck
