#include "rules/facts/sentence_findings.h"

#include <utility>

#include "claims/base/stable_hash.h"

namespace claimcheck {

v1::Finding SentenceFinding(const Corpus& corpus, const RuleHit& hit,
                            HitWriter* hit_writer,
                            EvidenceWriter* writer) {
  const SentenceHit& words = *hit.sentence;
  const TokenizedText& text = corpus.document(words.document).text;
  v1::Finding finding;
  finding.set_kind(hit.kind);
  finding.set_severity(hit.rule->severity());
  finding.set_rule_id(hit.rule->id());
  HitText said = hit_writer->Write(hit);
  finding.set_title(said.message);
  finding.set_message(std::move(said.message));
  finding.set_why(std::move(said.why));
  *finding.add_evidence() =
      writer->WriteWords(words.document, words.sentence, words.span,
                         v1::Evidence::CHECKED_CLAIM);
  if (!words.other.empty()) {
    *finding.add_evidence() = writer->WriteContext(words.document, words.other);
  }
  StableHash fingerprint;
  fingerprint.Add(hit.rule->id());
  fingerprint.Add(text.Text(words.span));
  fingerprint.Add(text.Text(text.sentences[words.sentence].span));
  finding.set_fingerprint(fingerprint.Hex());
  *finding.mutable_explanation() = std::move(said.proof);
  return finding;
}

}  // namespace claimcheck
