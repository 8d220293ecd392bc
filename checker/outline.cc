#include "checker/outline.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "claims/base/stable_hash.h"
#include "claims/extract/analysis.h"
#include "claims/value/time_value.h"
#include "rules/facts/claim_text.h"
#include "rules/facts/evidence.h"
#include "rules/link/corpus.h"
#include "rules/link/link.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {
namespace {

// How surely two claims must be of one event to stand in one row, when no rule
// has held them against each other.
constexpr int kLeastRowScore = 65;

// Claims by number, all documents in a row.
class ClaimNumbers {
 public:
  explicit ClaimNumbers(const LinkedDocuments& linked) {
    uint32_t next = 0;
    for (const auto& doc : linked.analyses) {
      first_.push_back(next);
      next += static_cast<uint32_t>(doc->claims.size());
    }
    first_.push_back(next);
  }
  uint32_t Of(ClaimRef ref) const { return first_[ref.document] + ref.claim; }
  uint32_t size() const { return first_.back(); }

 private:
  std::vector<uint32_t> first_;
};

class Outliner {
 public:
  Outliner(const LinkedDocuments& linked, RuleChoice::Mode mode,
           v1::Report* report)
      : linked_(linked),
        corpus_(*linked.corpus),
        mode_(mode),
        numbers_(linked),
        writer_(corpus_),
        report_(*report) {
    FindTold();
  }

  void WriteEvents() {
    JoinTellings();
    // The claims of one row in the order of the documents.
    absl::flat_hash_map<uint32_t, size_t> row_of;
    std::vector<std::vector<ClaimRef>> rows;
    ForEachClaim([&](ClaimRef ref) {
      if (!IsDated(ref)) return;
      auto [it, added] = row_of.emplace(Root(numbers_.Of(ref)), rows.size());
      if (added) rows.emplace_back();
      rows[it->second].push_back(ref);
    });
    std::stable_sort(rows.begin(), rows.end(),
                     [this](const auto& a, const auto& b) {
                       return Earliest(a) < Earliest(b);
                     });
    for (const std::vector<ClaimRef>& row : rows) {
      v1::DatedEvent* event = report_.add_events();
      event->set_title(Title(row));
      for (ClaimRef ref : row) {
        *event->add_tellings() = writer_.Write(ref, v1::Evidence::CONTEXT);
      }
    }
  }

  uint64_t CountUnchecked() {
    const std::vector<bool> linked = FindLinked();
    uint64_t count = 0;
    ForEachClaim([&](ClaimRef ref) { count += IsUnchecked(ref, linked); });
    return count;
  }

  void WriteUnchecked() {
    const std::vector<bool> linked = FindLinked();
    std::vector<bool> met(numbers_.size());
    for (const CandidatePair& pair : linked_.candidates) {
      met[numbers_.Of(pair.left)] = met[numbers_.Of(pair.right)] = true;
    }
    ForEachClaim([&](ClaimRef ref) {
      if (!IsUnchecked(ref, linked)) return;
      v1::Unchecked* out = report_.add_unchecked();
      out->set_fingerprint(
          StableHash().Add("unchecked").Add(ClaimKey(corpus_, ref)).Hex());
      out->set_title(ClaimSubject(corpus_, ref));
      *out->mutable_statement() =
          writer_.Write(ref, v1::Evidence::CHECKED_CLAIM);
      out->set_reason(Reason(ref, met[numbers_.Of(ref)]));
    });
  }

  void WriteOrigins() {
    std::vector<bool> shared(corpus_.size());
    for (uint32_t d = 0; d < corpus_.size(); ++d) {
      if (corpus_.Origin(d) != d) shared[d] = shared[corpus_.Origin(d)] = true;
    }
    for (uint32_t d = 0; d < corpus_.size(); ++d) {
      if (!shared[d]) continue;
      report_.mutable_documents(static_cast<int>(d))
          ->set_origin(corpus_.document(corpus_.Origin(d)).id);
    }
  }

 private:
  template <typename Body>
  void ForEachClaim(const Body& body) {
    for (uint32_t d = 0; d < corpus_.size(); ++d) {
      const uint32_t count =
          static_cast<uint32_t>(corpus_.document(d).claims.size());
      for (uint32_t c = 0; c < count; ++c) body(ClaimRef{d, c});
    }
  }

  std::vector<bool> FindLinked() const {
    std::vector<bool> linked(numbers_.size());
    for (const ClaimLink& link : linked_.links) {
      linked[numbers_.Of(link.left)] = linked[numbers_.Of(link.right)] = true;
    }
    return linked;
  }

  // A name that nobody spells otherwise is no statement left unchecked.
  bool IsUnchecked(ClaimRef ref, const std::vector<bool>& linked) const {
    const uint32_t number = numbers_.Of(ref);
    return !linked[number] && !told_[number] &&
           corpus_.document(ref.document).checked &&
           corpus_.claim(ref).kind != ClaimKind::kName;
  }

  bool IsDated(ClaimRef ref) const {
    return corpus_.claim(ref).kind == ClaimKind::kEventTime &&
           corpus_.claim(ref).time != kNone &&
           corpus_.time(ref)->value.resolved() &&
           !corpus_.time(ref)->value.impossible;
  }

  // Which claims a finding speaks of, and of which one: by their places, which
  // is what findings and claims have in common.
  void FindTold() {
    absl::flat_hash_map<std::pair<absl::string_view, uint64_t>, int> told;
    auto place = [](absl::string_view id, uint32_t begin, uint32_t end) {
      return std::make_pair(id, uint64_t{begin} << 32 | end);
    };
    for (int i = 0; i < report_.findings_size(); ++i) {
      for (const v1::Evidence& e : report_.findings(i).evidence()) {
        told.emplace(place(e.document_id(), e.span().begin(), e.span().end()),
                     i);
      }
    }
    told_.assign(numbers_.size(), false);
    finding_.assign(numbers_.size(), -1);
    ForEachClaim([&](ClaimRef ref) {
      const Span span = corpus_.claim(ref).span;
      const auto found = told.find(
          place(corpus_.document(ref.document).id, span.begin, span.end));
      if (found == told.end()) return;
      told_[numbers_.Of(ref)] = true;
      finding_[numbers_.Of(ref)] = found->second;
    });
  }

  // One row holds the tellings that one finding holds against each other, and
  // those that are surely of one event and do not differ.
  void JoinTellings() {
    parent_.resize(numbers_.size());
    for (uint32_t i = 0; i < parent_.size(); ++i) parent_[i] = i;
    std::vector<uint32_t> first_of(report_.findings_size(), kNone);
    ForEachClaim([&](ClaimRef ref) {
      const uint32_t number = numbers_.Of(ref);
      if (finding_[number] < 0 || !IsDated(ref)) return;
      uint32_t& first = first_of[finding_[number]];
      if (first == kNone) {
        first = number;
      } else {
        Join(first, number);
      }
    });
    for (const ClaimLink& link : linked_.links) {
      if (link.kind != LinkKind::kEvent || link.score < kLeastRowScore ||
          !IsDated(link.left) || !IsDated(link.right)) {
        continue;
      }
      const std::optional<RangeRelation> relation = RelateTimes(
          corpus_.time(link.left)->value, corpus_.time(link.right)->value);
      if (relation && *relation != RangeRelation::kDisjoint &&
          (*relation == RangeRelation::kEqual ||
           (IsWithinADay(link.left) && IsWithinADay(link.right)))) {
        Join(numbers_.Of(link.left), numbers_.Of(link.right));
      }
    }
  }

  // A day and the week that holds it may be those of two events.
  bool IsWithinADay(ClaimRef ref) const {
    const CivilRange& range = corpus_.time(ref)->value.range;
    return range.first && range.last && *range.last - *range.first < 86400;
  }

  uint32_t Root(uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void Join(uint32_t a, uint32_t b) {
    a = Root(a);
    b = Root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  int64_t Earliest(const std::vector<ClaimRef>& row) const {
    int64_t earliest = 0;
    for (size_t i = 0; i < row.size(); ++i) {
      const CivilRange& range = corpus_.time(row[i])->value.range;
      const int64_t at = range.first ? *range.first : *range.last;
      earliest = i == 0 ? at : std::min(earliest, at);
    }
    return earliest;
  }

  // What the event is called; its sentence when nobody is known to take part.
  std::string Title(const std::vector<ClaimRef>& row) const {
    for (ClaimRef ref : row) {
      std::vector<uint32_t> who;
      corpus_.Participants(ref, &who);
      if (!who.empty()) return ClaimSubject(corpus_, ref);
    }
    return Shorten(corpus_.Sentence(row.front()), 72);
  }

  std::string Reason(ClaimRef ref, bool met) const {
    const ClaimRecord& claim = corpus_.claim(ref);
    if (claim.kind == ClaimKind::kEventTime && !IsDated(ref)) {
      return corpus_.document(ref.document).date.known
                 ? "its date could not be worked out"
                 : "its date hangs on that of the document, which is not known";
    }
    if (met)
      return "passages like it were found, none surely of the same thing";
    return mode_ == RuleChoice::Mode::kCheck
               ? "no source has a statement like it; its names, figures and "
                 "words were looked up one by one"
               : "no other passage speaks of it";
  }

  const LinkedDocuments& linked_;
  const Corpus& corpus_;
  const RuleChoice::Mode mode_;
  const ClaimNumbers numbers_;
  EvidenceWriter writer_;
  v1::Report& report_;
  std::vector<bool> told_;    // a finding speaks of it
  std::vector<int> finding_;  // and which; -1: none
  std::vector<uint32_t> parent_;
};

}  // namespace

uint64_t CountUnchecked(const LinkedDocuments& linked, RuleChoice::Mode mode,
                        v1::Report* report) {
  return Outliner(linked, mode, report).CountUnchecked();
}

void WriteOutline(const LinkedDocuments& linked, const RuleSet& rules,
                  RuleChoice::Mode mode, v1::Report* report) {
  Outliner outliner(linked, mode, report);
  outliner.WriteEvents();
  outliner.WriteUnchecked();
  outliner.WriteOrigins();
  for (v1::RuleCount& count : *report->mutable_rules()) {
    if (const CompiledRule* rule = rules.Find(count.rule_id())) {
      count.set_title(rule->rule->title());
      count.set_rationale(rule->rule->rationale());
      count.set_help(rule->rule->help());
    }
  }
}

}  // namespace claimcheck
