#include "rules/link/link_scorer.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "rules/link/name_link.h"

namespace claimcheck {
namespace {

int CountCommon(absl::Span<const uint32_t> a, absl::Span<const uint32_t> b) {
  int common = 0;
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j]) {
      ++common, ++i, ++j;
    } else {
      a[i] < b[j] ? ++i : ++j;
    }
  }
  return common;
}

// Classes are mostly views of the same text of the lexicon.
bool SameClass(absl::string_view a, absl::string_view b) {
  return a.size() == b.size() && (a.data() == b.data() || a == b);
}

bool Mutual(const Event& e) { return e.agents.size() > 1; }

}  // namespace

LinkScorer::LinkScorer(const Corpus& corpus, ClaimLink* link)
    : corpus_(corpus), link_(*link) {
  link_.kind = LinkKind::kNone;
}

void LinkScorer::Score() {
  const ClaimRecord& a = corpus_.claim(link_.left);
  const ClaimRecord& b = corpus_.claim(link_.right);
  if (a.kind != b.kind) return Veto("another kind of claim");
  if (link_.left.document == link_.right.document &&
      a.span.Overlaps(b.span)) {
    return Veto("the same words");
  }
  switch (a.kind) {
    case ClaimKind::kEventTime:
    case ClaimKind::kEventPlace:
      return EventLink(a.kind == ClaimKind::kEventTime);
    case ClaimKind::kQuantity:
      return MeasureLink();
    case ClaimKind::kDuration:
      return DurationLink();
    case ClaimKind::kQuotation:
      return QuotationLink();
    case ClaimKind::kStatement:
    case ClaimKind::kSuperlative:
      return StatementLink();
    case ClaimKind::kName:
      return ScoreNameLink(corpus_, &link_);
    case ClaimKind::kNone:
      return Veto("no claim");
  }
}

void LinkScorer::Veto(const char* why) {
  link_.veto = why;
  link_.score = 0;
}

void LinkScorer::Add(LinkPart::Name name, int value, int weight) {
  LinkPart part;
  part.name = name;
  part.value = static_cast<int16_t>(value);
  part.weight = static_cast<uint8_t>(weight);
  link_.parts.push_back(part);
}

void LinkScorer::Sum() {
  int sum = 0;
  for (const LinkPart& p : link_.parts) sum += p.value * p.weight;
  link_.score = sum / 100;
}

bool LinkScorer::OneStory() const {
  const DocumentAnalysis& a = corpus_.document(link_.left.document);
  const DocumentAnalysis& b = corpus_.document(link_.right.document);
  if (a.checked != b.checked || a.reference != b.reference) return true;
  return corpus_.OneStory(link_.left.document, link_.right.document);
}

int LinkScorer::NamedPart() const {
  const auto left = corpus_.Named(link_.left);
  const auto right = corpus_.Named(link_.right);
  if (left.empty() || right.empty()) return kUnknown;
  return CountCommon(left, right) * 100 /
         static_cast<int>(std::min(left.size(), right.size()));
}

int LinkScorer::SentenceOverlap() const {
  return Overlap(
      corpus_.Words(link_.left.document, corpus_.claim(link_.left).sentence),
      corpus_.Words(link_.right.document,
                    corpus_.claim(link_.right).sentence));
}

int LinkScorer::Predicate(const Event* a, const Event* b) const {
  if (a == nullptr || b == nullptr) return 0;
  if (SameClass(a->cls, b->cls)) return a->typed && b->typed ? 100 : 80;
  // A visit begins with an arrival.
  const bool visit = (a->cls == "visit" && b->cls == "arrive") ||
                     (a->cls == "arrive" && b->cls == "visit");
  return visit ? 60 : 0;
}

int LinkScorer::ParticipantsPart(const Event& a, const Event& b) const {
  const auto left = corpus_.Participants(link_.left);
  const auto right = corpus_.Participants(link_.right);
  if (left.empty() && right.empty()) return kNobody;
  if (left.empty() || right.empty()) return -1;
  const int common = CountCommon(left, right);
  if (common == 0) return -1;
  // Each names somebody whom the other does not: A with B, A with C.
  const int fewer = static_cast<int>(std::min(left.size(), right.size()));
  if (common < fewer && left.size() > 1 && right.size() > 1) {
    return Mutual(a) ? -1 : 60;
  }
  const int share = common * 100 / fewer;
  return a.implicit_agents || b.implicit_agents ? std::min(share, 70) : share;
}

int LinkScorer::InstancePart(const Event& a, const Event& b) {
  if (a.instance == Instance::kNone || b.instance == Instance::kNone) {
    return kUnknown;
  }
  if (a.instance == b.instance) return 100;
  const bool past_and_next =
      (a.instance == Instance::kLast && b.instance == Instance::kNext) ||
      (a.instance == Instance::kNext && b.instance == Instance::kLast);
  return past_and_next ? -1 : 0;
}

const char* LinkPart::NameText() const {
  switch (name) {
    case kPredicate:
      return "predicate";
    case kParticipants:
      return "participants";
    case kPlace:
      return "place";
    case kTime:
      return "time";
    case kInstance:
      return "instance";
    case kWords:
      return "words";
    case kMeasure:
      return "measure";
    case kAround:
      return "around";
    case kNames:
      return "names";
    case kSpeaker:
      return "speaker";
    case kName:
      return "name";
    case kTitle:
      return "title";
  }
  return "";
}

ClaimLink ScoreLink(const Corpus& corpus, ClaimRef a, ClaimRef b) {
  ClaimLink link;
  link.left = std::min(a, b);
  link.right = std::max(a, b);
  LinkScorer(corpus, &link).Score();
  return link;
}

}  // namespace claimcheck
