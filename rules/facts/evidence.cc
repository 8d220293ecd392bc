#include "rules/facts/evidence.h"

#include "claims/extract/extractor.h"
#include "rules/facts/claim_text.h"

namespace claimcheck {
namespace {

// A sentence longer than this is cut in a finding; its span is not.
constexpr size_t kMaxSentence = 1200;

v1::Position ToProto(const Position& p) {
  v1::Position out;
  out.set_line(p.line);
  out.set_column(p.column);
  out.set_utf16_column(p.utf16_column);
  return out;
}

}  // namespace

const SourceText& EvidenceWriter::Source(uint32_t document) {
  if (sources_[document] == nullptr) {
    sources_[document] =
        std::make_unique<SourceText>(corpus_.document(document).text.source);
  }
  return *sources_[document];
}

v1::Evidence EvidenceWriter::Write(ClaimRef ref, v1::Evidence::Part part) {
  const ClaimRecord& claim = corpus_.claim(ref);
  const DocumentAnalysis& doc = corpus_.document(ref.document);
  const SourceText& source = Source(ref.document);
  v1::Evidence out;
  out.set_document_id(doc.id);
  out.mutable_span()->set_begin(claim.span.begin);
  out.mutable_span()->set_end(claim.span.end);
  out.set_part(part);
  out.set_text(std::string(corpus_.Text(ref)));
  out.set_sentence(Shorten(corpus_.Sentence(ref), kMaxSentence));
  *out.mutable_start() = ToProto(source.PositionOf(claim.span.begin));
  *out.mutable_end() = ToProto(source.PositionOf(claim.span.end));
  out.set_value(ClaimValue(corpus_, ref));
  out.set_status(static_cast<v1::Factuality::Status>(claim.status));
  const uint32_t speaker = corpus_.Speaker(ref);
  if (speaker != kNone) {
    out.set_speaker(std::string(corpus_.EntityName(speaker)));
  } else if (const Attribution* a = corpus_.attribution(ref); a != nullptr) {
    out.set_speaker(std::string(doc.text.Text(a->speaker)));
  }
  *out.mutable_claim() = ToProto(doc, claim);
  out.mutable_claim()->set_statement(ClaimSubject(corpus_, ref));
  return out;
}

v1::Evidence EvidenceWriter::WriteContext(uint32_t document, Span span) {
  const DocumentAnalysis& doc = corpus_.document(document);
  const SourceText& source = Source(document);
  v1::Evidence out;
  out.set_document_id(doc.id);
  out.mutable_span()->set_begin(span.begin);
  out.mutable_span()->set_end(span.end);
  out.set_part(v1::Evidence::CONTEXT);
  out.set_text(std::string(doc.text.Text(span)));
  *out.mutable_start() = ToProto(source.PositionOf(span.begin));
  *out.mutable_end() = ToProto(source.PositionOf(span.end));
  return out;
}

v1::Evidence EvidenceWriter::WriteWords(uint32_t document, uint32_t sentence,
                                        Span span, v1::Evidence::Part part) {
  v1::Evidence out = WriteContext(document, span);
  const TokenizedText& text = corpus_.document(document).text;
  out.set_part(part);
  out.set_sentence(
      Shorten(text.Text(text.sentences[sentence].span), kMaxSentence));
  return out;
}

void EvidenceWriter::WriteDiff(const QuoteComparison& comparison,
                               bool mirrored, ClaimRef ref, ClaimRef other,
                               v1::Evidence* out) const {
  const TokenizedText& here = corpus_.document(ref.document).text;
  const TokenizedText& there = corpus_.document(other.document).text;
  for (const DiffRun& run : comparison.diff) {
    const TokenRange mine = mirrored ? run.right : run.left;
    const TokenRange theirs = mirrored ? run.left : run.right;
    v1::DiffPart* part = out->add_diff();
    switch (run.op) {
      case DiffRun::kSame:
        part->set_op(v1::DiffPart::SAME);
        break;
      case DiffRun::kChanged:
        part->set_op(v1::DiffPart::CHANGED);
        break;
      default:
        part->set_op(mine.empty() ? v1::DiffPart::REMOVED
                                  : v1::DiffPart::ADDED);
    }
    part->set_text(std::string(here.Text(here.SpanOf(mine))));
    part->set_other(std::string(there.Text(there.SpanOf(theirs))));
  }
}

}  // namespace claimcheck
