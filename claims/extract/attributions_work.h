#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_WORK_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_WORK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "claims/extract/analysis.h"
#include "claims/extract/attributions_cue.h"
#include "claims/extract/attributions_speaker.h"
#include "claims/extract/attributions_words.h"
#include "claims/extract/linear_model.h"

namespace claimcheck {

// Memory of FindAttributions that is used again from document to document.
struct AttributionScratch {
  std::vector<RoleTag> tags;
  std::vector<uint8_t> titles;
  std::vector<uint16_t> keys;  // of NumberValues and 1; 0: not made yet
  std::vector<uint8_t> used;  // tokens of cues that are accounted for
  std::vector<uint32_t> last_of_sentence;  // attribution added last, or kNone
  std::vector<uint32_t> cue_token;         // of each attribution
  std::vector<uint32_t> order;
  std::vector<uint32_t> open;
  std::vector<Attribution> sorted;
};

// What the steps of FindAttributions share, and how they add what they found.
class AttributionWork {
 public:
  AttributionWork(DocumentAnalysis* doc, AttributionScratch* scratch,
                  const LinearModel* model, std::string* trace);

  uint32_t ParagraphOf(uint32_t token) const {
    return text.sentences[text.sentence_of[token]].paragraph;
  }
  // Adds an attribution without content and marks its cue as used.
  Attribution& Add(uint32_t cue_begin, uint32_t cue_end, const Speaker& speaker,
                   const char* rule);
  // Adds a piece of content, without the punctuation at its ends.
  void AddContent(Attribution* a, uint32_t begin, uint32_t end) const;

  // The attribution added last takes the place of attribution `a`.
  void TakeBack(uint32_t a);

  // Whose verb it is: the noun phrase before it, or the one it shares with the
  // verb before.
  Speaker SpeakerOf(const VerbCue& cue, uint32_t begin) const;

  static Stance StanceOf(const VerbCue& cue);
  // A verb that quoted words may hang on.
  static bool Speaks(const LexEntry& entry) {
    return entry.HasTag("clause") || entry.HasTag("that") ||
           entry.HasTag("speech");
  }

  DocumentAnalysis& doc;
  const TokenizedText& text;
  AttributionScratch& s;
  const AttributionContext c;
  // For training: the weights to decide by instead of those of the program, and
  // where cases and their features go.
  const LinearModel* const model;
  std::string* const trace;
  mutable FeatureTexts texts;  // then only

 private:
  TokenRange TokensOf(Span span) const;
};

// Quotations: their cues and speakers, and those without a cue.
void FindQuotedSpeech(AttributionWork* work);
void FindSpeechWithoutCue(AttributionWork* work);
// Verbs, nouns and prepositions of saying that are left.
void FindReportedSpeech(AttributionWork* work);
// Sorts by place; ties quotations to what holds them, chains to their outer
// link, speakers to entities.
void LinkAttributions(AttributionWork* work);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_WORK_H_
