#include "rules/facts/sentence_findings.h"

#include "claims/base/stable_hash.h"

namespace claimcheck {

v1::Finding SentenceFinding(const Corpus& corpus, const RuleHit& hit,
                            EvidenceWriter* writer) {
  const SentenceHit& words = *hit.sentence;
  const TokenizedText& text = corpus.document(words.document).text;
  v1::Finding finding;
  finding.set_kind(hit.kind);
  finding.set_severity(hit.rule->severity());
  finding.set_rule_id(hit.rule->id());
  finding.set_title(hit.message);
  finding.set_message(hit.message);
  finding.set_why(hit.why);
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
  *finding.mutable_explanation() = hit.proof;
  return finding;
}

}  // namespace claimcheck
