#ifndef CLAIMCHECK_CHECKER_REPORT_EXTRACTION_TEXT_H_
#define CLAIMCHECK_CHECKER_REPORT_EXTRACTION_TEXT_H_

#include <string>

#include "checker/original.h"
#include "claimcheck/v1/finding.pb.h"
#include "claims/extract/analysis.h"

namespace claimcheck {

struct ExtractionTextOptions {
  int width = 80;
  bool color = false;
  bool explain = false;  // the rules by which each thing was found
  // The file that the document was read from, for its lines; null: the text.
  const Original* original = nullptr;
};

// What was found in a document, for people: each sentence that holds something,
// with a mark and a name under each mention and the claims below it.
//
//   a.txt:1
//       The ferry left Arlen on 3 May 2024 with 212 passengers.
//                      ~~~~~ PLACE arlen        ~~~~~~~~~~~~~~ QUANTITY 212
//                               ~~~~~~~~~~ DATE 2024-05-03
//       * event time, fact: ferry leaves Arlen "3 May 2024"
//
// `doc` and `extraction` are of one document.  Everything is escaped.
std::string ExtractionText(const DocumentAnalysis& doc,
                           const v1::Extraction& extraction,
                           const ExtractionTextOptions& options);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CHECKER_REPORT_EXTRACTION_TEXT_H_
