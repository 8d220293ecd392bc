#include "rules/facts/detail_findings.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "claims/base/stable_hash.h"
#include "rules/facts/claim_text.h"
#include "rules/facts/detail_question.h"

namespace claimcheck {
namespace {

// Longer words are no value in a table; they stand for themselves.
constexpr size_t kMostValue = 60;

bool TellsMore(const RuleHit* a, const RuleHit* b) {
  const bool contra_a = a->kind == v1::Finding::CONTRADICTION;
  const bool contra_b = b->kind == v1::Finding::CONTRADICTION;
  if (contra_a != contra_b) return contra_a;
  if (a->rule->severity() != b->rule->severity()) {
    return a->rule->severity() > b->rule->severity();
  }
  if (a->detail->span.size() != b->detail->span.size()) {
    return a->detail->span.size() < b->detail->span.size();
  }
  if (a->rule->id() != b->rule->id()) return a->rule->id() < b->rule->id();
  if (a->detail->document != b->detail->document) {
    return a->detail->document < b->detail->document;
  }
  return a->detail->span < b->detail->span;
}

// A clause is no answer to a word in it, nor the word to the clause.
bool SamePlace(const RuleHit& hit, const RuleHit& other) {
  const bool clause_a = hit.detail->kind == DetailKind::kClause;
  const bool clause_b = other.detail->kind == DetailKind::kClause;
  return clause_a == clause_b &&
         hit.detail->document == other.detail->document &&
         hit.detail->span.Overlaps(other.detail->span);
}

// One source has in its place something else, another has it.
bool IsHeldByAnother(const Detail& detail) {
  constexpr int kLikeEnough = 30;
  return detail.like != kNone && detail.like != detail.source &&
         detail.same_context >= kLikeEnough;
}

}  // namespace

std::vector<v1::Finding> DetailFindings(const Corpus& corpus,
                                        absl::Span<const RuleHit> hits,
                                        absl::Span<const ToldPlace> told,
                                        HitWriter* hit_writer,
                                        EvidenceWriter* writer) {
  std::vector<const RuleHit*> order;
  for (const RuleHit& hit : hits) {
    if (hit.detail != nullptr && !hit.detail->story) order.push_back(&hit);
  }
  std::sort(order.begin(), order.end(), TellsMore);
  std::vector<const RuleHit*> kept;
  std::vector<std::vector<std::string>> also;
  for (const RuleHit* hit : order) {
    const bool told_already =
        std::any_of(told.begin(), told.end(), [&](const ToldPlace& place) {
          return place.document == hit->detail->document &&
                 hit->detail->kind != DetailKind::kClause &&
                 place.span.Overlaps(hit->detail->span);
        });
    if (told_already) continue;
    size_t i = 0;
    while (i < kept.size() && !SamePlace(*kept[i], *hit)) ++i;
    if (i < kept.size()) {
      if (hit->rule->id() != kept[i]->rule->id()) {
        also[i].push_back(hit->rule->id());
      }
      continue;
    }
    kept.push_back(hit);
    also.emplace_back();
  }
  std::vector<std::pair<const RuleHit*, v1::Finding>> written;
  for (size_t i = 0; i < kept.size(); ++i) {
    const RuleHit& hit = *kept[i];
    const Detail& detail = *hit.detail;
    const TokenizedText& text = corpus.document(detail.document).text;
    v1::Finding finding;
    finding.set_kind(hit.kind);
    finding.set_severity(hit.rule->severity());
    finding.set_rule_id(hit.rule->id());
    HitText said = hit_writer->Write(hit);
    // What a source has in its place.
    const bool counter = hit.kind == v1::Finding::CONTRADICTION &&
                         detail.source != kNone && !detail.counterpart.empty();
    ShownSpans shown;
    if (counter) {
      shown = DecisiveWords(corpus, detail, hit_writer->Shown(hit));
      finding.set_title(DetailQuestion(corpus, detail, shown));
    } else {
      finding.set_title(said.message);
    }
    finding.set_message(std::move(said.message));
    finding.set_why(std::move(said.why));
    *finding.add_evidence() =
        writer->WriteWords(detail.document, detail.sentence, detail.span,
                           v1::Evidence::CHECKED_CLAIM);
    if (detail.source != kNone) {
      const TokenizedText& source = corpus.document(detail.source).text;
      *finding.add_evidence() = writer->WriteWords(
          detail.source, detail.source_sentence,
          counter ? detail.counterpart
                  : source.sentences[detail.source_sentence].span,
          counter ? v1::Evidence::CONFLICTING_CLAIM : v1::Evidence::CONTEXT);
    }
    if (counter && shown.left.size() <= kMostValue &&
        shown.right.size() <= kMostValue) {
      finding.mutable_evidence(0)->set_value(Shorten(text.Text(shown.left), kMostValue));
      finding.mutable_evidence(1)->set_value(Shorten(
          corpus.document(detail.source).text.Text(shown.right), kMostValue));
    }
    if (counter && IsHeldByAnother(detail)) {
      v1::Evidence* const support = finding.add_evidence();
      *support =
          writer->WriteWords(detail.like, detail.like_sentence, detail.like_span,
                             v1::Evidence::SUPPORTING_CLAIM);
      support->set_value(finding.evidence(0).value());
      finding.set_why(absl::StrCat(finding.why(), "; ",
                                   corpus.document(detail.like).id,
                                   " has it as the draft does"));
    }
    std::sort(also[i].begin(), also[i].end());
    also[i].erase(std::unique(also[i].begin(), also[i].end()), also[i].end());
    for (std::string& id : also[i]) finding.add_also_rule_ids(std::move(id));
    StableHash fingerprint;
    fingerprint.Add(hit.rule->id());
    fingerprint.Add(Letters(text.Text(detail.span)));
    fingerprint.Add(Letters(text.Text(text.sentences[detail.sentence].span)));
    finding.set_fingerprint(fingerprint.Hex());
    *finding.mutable_explanation() = std::move(said.proof);
    written.emplace_back(&hit, std::move(finding));
  }
  std::sort(written.begin(), written.end(), [](const auto& a, const auto& b) {
    const Detail& x = *a.first->detail;
    const Detail& y = *b.first->detail;
    if (x.document != y.document) return x.document < y.document;
    if (x.span != y.span) return x.span < y.span;
    return a.second.rule_id() < b.second.rule_id();
  });
  std::vector<v1::Finding> out;
  for (auto& entry : written) out.push_back(std::move(entry.second));
  return out;
}

}  // namespace claimcheck
