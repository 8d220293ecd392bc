// Writes what the model of FindAttributions is asked, for training.
//
//   attributions_trace [WEIGHTS] < documents > questions
//
// A document on standard input: a line "ID BYTES", then so many bytes of text
// and a line feed.  On standard output, of each document "D ID" and of each
// candidate a line C (cue, kind, fixed piece, begin of the open one, speaker;
// in bytes), lines E (an end, whether the rules would take it, its features)
// and a line A (the end taken, the features of the whole); then of each
// attribution found a line S (quoted or not, speaker, pieces).

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "claims/extract/attributions_trace.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"

int main(int argc, char** argv) {
  std::string weights;
  if (argc > 1) {
    std::ifstream file(argv[1]);
    std::stringstream bytes;
    bytes << file.rdbuf();
    weights = bytes.str();
  }
  const claimcheck::LinearModel model(weights);
  const claimcheck::Extractor extractor(claimcheck::EmbeddedLexicon());
  claimcheck::DocumentAnalysis analysis;
  std::string id;
  size_t size = 0;
  while (std::cin >> id >> size) {
    std::cin.get();
    std::string text(size, '\0');
    std::cin.read(&text[0], static_cast<std::streamsize>(size));
    claimcheck::v1::Document document;
    document.set_id(id);
    document.set_text(std::move(text));
    extractor.Analyze(document, claimcheck::Depth::kMentions, &analysis);
    analysis.attributions.clear();
    for (claimcheck::Quote& quote : analysis.quotes) {
      quote.attribution = claimcheck::kNone;
    }
    std::string trace;
    claimcheck::TraceAttributions(model, &trace, &analysis);
    std::cout << "D " << id << "\n" << trace;
    for (const claimcheck::Attribution& a : analysis.attributions) {
      std::cout << "S " << a.direct << " " << a.speaker.begin << " "
                << a.speaker.end;
      for (const claimcheck::Span& piece : a.content) {
        std::cout << " " << piece.begin << " " << piece.end;
      }
      std::cout << "\n";
    }
  }
  return 0;
}
