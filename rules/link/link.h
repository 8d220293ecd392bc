#ifndef CLAIMCHECK_RULES_LINK_LINK_H_
#define CLAIMCHECK_RULES_LINK_LINK_H_

#include <cstdint>
#include <memory>

#include "absl/container/inlined_vector.h"
#include "rules/link/corpus.h"
#include "rules/link/quote_alignment.h"

namespace claimcheck {

enum class LinkKind : uint8_t {  // as claimcheck.v1.Link.Kind
  kNone = 0,
  kEvent = 1,
  kMeasure = 2,
  kEntity = 3,
  kQuotation = 4,
  kStatement = 5,
};

// One named part of a link's score, in hundredths.  Small: of 10,000 documents there
// are a million links.
struct LinkPart {
  enum Name : uint8_t {
    kPredicate,
    kParticipants,
    kPlace,
    kTime,
    kInstance,
    kWords,
    kMeasure,
    kAround,
    kNames,
    kSpeaker,
    kName,
    kTitle,
  };
  Name name = kPredicate;
  uint8_t weight = 0;  // the weights of a link add up to 100
  int16_t value = 0;   // 0..100

  const char* NameText() const;  // "predicate", "participants"; a literal
};

// Two claims found to speak of one thing.  `score` is the weighted sum of the
// parts, 0..100; `veto` is set instead when something forbids the link.
struct ClaimLink {
  ClaimRef left;
  ClaimRef right;  // left < right
  LinkKind kind = LinkKind::kNone;
  int score = 0;
  const char* veto = nullptr;  // why it is no link; a literal
  absl::InlinedVector<LinkPart, 6> parts;
  std::shared_ptr<const QuoteComparison> quotes;  // kQuotation
};

// What a rule that names no least score asks for.
inline constexpr int kLinkThreshold = 60;
// Scores below this are no link for any rule.  What is to support a statement
// may be linked more loosely than what is to contradict it.
inline constexpr int kLeastLinkScore = 30;

// Decides whether two claims are about one thing.  Symmetric: the order of the
// arguments does not matter.  Deterministic, thread-safe, integers only.
ClaimLink ScoreLink(const Corpus& corpus, ClaimRef a, ClaimRef b);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_LINK_H_
