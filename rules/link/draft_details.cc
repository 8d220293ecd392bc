#include "rules/link/draft_details.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "rules/link/draft_reader.h"
#include "rules/link/linked_value.h"

namespace claimcheck {
namespace {

constexpr size_t kPassages = 4;
constexpr size_t kUnionPassages = 3;
// A clause of fewer content words says too little to miss.
constexpr uint32_t kLeastClauseWords = 4;
constexpr int kMostCovered = 40;
constexpr uint32_t kLeastWorstWords = 3;
constexpr int kMostSentenceCovered = 62;
constexpr uint32_t kLeastSentenceWords = 6;

}  // namespace

void DraftReader::Read(SentenceRef draft) {
  draft_ = draft;
  passages_ = sources_.BestPassages(draft, kPassages);
  near_.clear();
  for (const SentenceRef at :
       sources_.Surroundings(absl::MakeConstSpan(passages_).first(
           std::min(passages_.size(), kUnionPassages)))) {
    near_.push_back({at, ReadUnits(sources_, at)});
  }
  here_ = {draft, ReadUnits(sources_, draft)};
  for (UnitSentence& sentence : near_) {
    sentence.KeepSupport(here_.units.size());
  }
  Align();
  clauses_ = Cover();
  AlignClauses();
  sentence_covered_ = RelatedShare(clauses_);
  const size_t first = out_.size();
  for (uint32_t unit = 0; unit < here_.units.size(); ++unit) {
    if (here_.units[unit].kind == SentenceUnit::kAmount) ReadFigure(unit);
    if (here_.units[unit].kind == SentenceUnit::kTime) ReadTime(unit);
    if (here_.units[unit].kind == SentenceUnit::kScore) ReadResult(unit);
    if (here_.units[unit].kind == SentenceUnit::kWord) ReadContrast(unit);
  }
  ReadNames();
  exchanged_ = false;
  ReadNamesOfOthers();
  ReadClauses();
  ReadSlots();
  ReadSlotsOfClauses();
  ReadCounted();
  ReadPlaceInRow();
  ReadSuperlatives();
  ReadKin();
  ReadPolarity();
  ReadTurnedAround();
  ReadModifiers();
  ReadNationalities();
  if (!exchanged_) CompareRelations();
  ReadRespective();
  if (std::none_of(out_.begin() + first, out_.end(), [](const Detail& detail) {
        return detail.kind == DetailKind::kName && detail.clean;
      })) {
    for (uint32_t u = 0; u < here_.units.size(); ++u) ReadPlaceOfOnce(u);
  }
  ReadDeniedOnly();
  DropContrastsOfOtherTimes(first);
  DropCompatibleOpposites(first);
  std::stable_sort(out_.begin() + first, out_.end(),
                   [](const Detail& a, const Detail& b) {
                     return a.span < b.span;
                   });
}

void DraftReader::Align() {
  best_ = SentenceAlignment();
  alignments_.clear();
  for (const Passage& passage : passages_) {
    alignments_.push_back(AlignSentences(sources_, draft_, passage.at));
    if (alignments_.back().covered > best_.covered) best_ = alignments_.back();
  }
}

std::vector<ClauseCoverage> DraftReader::Cover() {
  std::vector<SentenceRef> evidence;
  for (const UnitSentence& sentence : near_) evidence.push_back(sentence.at);
  return CoverClauses(sources_, draft_, evidence);
}

Detail DraftReader::Start(DetailKind kind, TokenRange tokens) const {
  Detail detail;
  detail.kind = kind;
  detail.document = draft_.document;
  detail.sentence = draft_.sentence;
  detail.span = detail.whole = doc().text.SpanOf(tokens);
  for (const ClauseCoverage& clause : clauses_) {
    if (clause.tokens.Contains(tokens.begin)) {
      detail.covered = clause.covered;
    }
  }
  detail.sentence_covered = sentence_covered_;
  if (!passages_.empty()) {
    const SentenceRef at = best_.covered > 0 ? best_.source : passages_[0].at;
    detail.source = at.document;
    detail.source_sentence = at.sentence;
  }
  return detail;
}

void DraftReader::NoteSame(const UnitSentence& sentence, uint32_t unit,
                           int context, Detail* detail) const {
  if (context <= detail->same_context) return;
  detail->same_context = context;
  detail->like = sentence.at.document;
  detail->like_sentence = sentence.at.sentence;
  detail->like_span =
      SpanOf(sentence.at.document, sentence.units[unit].tokens);
}

void DraftReader::SetCounterpart(SentenceRef at, TokenRange tokens,
                    Detail* detail) const {
  detail->source = at.document;
  detail->source_sentence = at.sentence;
  detail->counterpart = SpanOf(at.document, tokens);
}

void DraftReader::AddInPlace(DetailKind kind, TokenRange tokens,
                             DetailHeld held, Departure departure,
                             const SentenceAlignment& alignment,
                             TokenRange other) {
  Detail detail = Start(kind, tokens);
  detail.held = held;
  detail.clean = true;
  detail.departure = departure;
  detail.other_context = alignment.covered;
  SetCounterpart(alignment.source, other, &detail);
  out_.push_back(detail);
}

const UnitSentence& DraftReader::SentenceOf(uint32_t document, uint32_t sentence) const {
  std::unique_ptr<UnitSentence>& kept =
      read_[static_cast<uint64_t>(document) << 32 | sentence];
  if (kept == nullptr) {
    const SentenceRef at = {document, sentence};
    kept = std::make_unique<UnitSentence>();
    kept->at = at;
    kept->units = ReadUnits(sources_, at);
  }
  return *kept;
}

void DraftReader::ReadClauses() {
  const ClauseCoverage* worst_clause = nullptr;
  uint32_t words = 0;
  for (const ClauseCoverage& clause : clauses_) {
    words += clause.words;
    if (clause.words >= kLeastWorstWords &&
        (worst_clause == nullptr || clause.covered < worst_clause->covered)) {
      worst_clause = &clause;
    }
  }
  if (words < kLeastSentenceWords) return;
  for (const ClauseCoverage& clause : clauses_) {
    // Of a sentence that the sources hardly tell, what they tell least.
    const bool worst =
        sentence_covered_ < kMostSentenceCovered && &clause == worst_clause;
    if (!worst && (clause.covered > kMostCovered ||
                   clause.words < kLeastClauseWords)) {
      continue;
    }
    Detail detail = Start(DetailKind::kClause, clause.tokens);
    detail.span = SpanOf(draft_.document, clause.uncovered);
    detail.held =
        clause.covered == 0 ? DetailHeld::kNowhere : DetailHeld::kPart;
    detail.covered = clause.covered;
    out_.push_back(detail);
  }
}

std::vector<Detail> ReadDraftDetails(const Corpus& corpus) {
  std::vector<Detail> details;
  bool drafts = false, sources = false;
  for (uint32_t d = 0; d < corpus.size(); ++d) {
    const DocumentAnalysis& doc = corpus.document(d);
    drafts |= doc.checked && !doc.reference;
    sources |= doc.reference && !doc.checked;
  }
  if (!drafts || !sources) return details;
  DraftReader reader(corpus, &details);
  for (uint32_t d = 0; d < corpus.size(); ++d) {
    if (!reader.sources().IsDraft(d)) continue;
    const TokenizedText& text = corpus.document(d).text;
    for (uint32_t s = 0; s < text.sentences.size(); ++s) {
      if (text.sentences[s].zone == Sentence::kFurniture) continue;
      reader.Read({d, s});
    }
  }
  return details;
}

}  // namespace claimcheck
