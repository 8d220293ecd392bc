// Prints what the built-in weights reach on the development parts of the
// treebanks:
//
//   bazel run --config=release //claims/syntax:evaluate -- DIR
//
// DIR holds *-dev.conllu.  With --gate it exits with 1 when a figure is below
// its floor.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/syntax/evaluation.h"

namespace claimcheck {
namespace syntax {
namespace {

// The least that the figures may be.
struct Floor {
  const char* part;
  double upos, las, names, name_spans;
};
constexpr Floor kFloors[] = {{"ewt", 95.5, 80.5, 0, 0},
                             {"gum", 96.3, 79.5, 60.0, 82.0}};

bool Below(const char* what, double figure, double floor) {
  if (figure >= floor) return false;
  std::printf("  BELOW its floor of %.1f: %s %.2f\n", floor, what, figure);
  return true;
}

bool EvaluatePart(const std::string& directory, const Floor& floor) {
  const std::string path = directory + "/" + floor.part + "-dev.conllu";
  std::ifstream in(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  const std::vector<TreebankSentence> treebank = ReadConllu(bytes);
  if (treebank.empty()) {
    std::fprintf(stderr, "evaluate: nothing in %s\n", path.c_str());
    return false;
  }
  const Figures f = Evaluate(Syntax::Embedded(), treebank);
  std::printf("%s-dev: UPOS %.2f, UPOS+XPOS %.2f, UAS %.2f, LAS %.2f\n",
              floor.part, f.Upos(), f.BothTags(), f.Uas(), f.Las());
  for (Relation relation :
       {Relation::kNsubj, Relation::kNsubjPass, Relation::kObj,
        Relation::kNummod, Relation::kObl, Relation::kCcomp, Relation::kAppos,
        Relation::kConj}) {
    const auto counts = f.relations.find(relation);
    if (counts == f.relations.end()) continue;
    std::printf("  %-12s F1 %.1f (%d)\n",
                std::string(RelationName(relation)).c_str(),
                counts->second.F1(), counts->second.gold);
  }
  std::printf("  negation     heads %.1f (%d)\n", f.negation.F1(),
              f.negation.gold);
  if (f.names.gold > 0) {
    std::printf("  names: typed F1 %.1f, spans F1 %.1f (%d)", f.names.F1(),
                f.name_spans.F1(), f.names.gold);
    const char* const kinds[] = {"person", "organisation", "place"};
    for (const auto& [type, counts] : f.name_types) {
      std::printf(", %s %.1f", kinds[static_cast<int>(type)], counts.F1());
    }
    std::printf("\n");
  }
  const Counts words = EvaluateWords(treebank);
  std::printf("  own words: F1 %.2f against the treebank's\n", words.F1());
  bool below = Below("UPOS", f.Upos(), floor.upos);
  below |= Below("LAS", f.Las(), floor.las);
  below |= Below("names", f.names.F1(), floor.names);
  below |= Below("spans", f.name_spans.F1(), floor.name_spans);
  return !below;
}

}  // namespace
}  // namespace syntax
}  // namespace claimcheck

int main(int argc, char** argv) {
  std::string directory;
  bool gate = false;
  for (int i = 1; i < argc; ++i) {
    if (absl::string_view(argv[i]) == "--gate") {
      gate = true;
    } else {
      directory = argv[i];
    }
  }
  if (directory.empty()) {
    std::fputs("usage: evaluate [--gate] DIR\n", stderr);
    return 2;
  }
  bool good = true;
  for (const auto& floor : claimcheck::syntax::kFloors) {
    good &= claimcheck::syntax::EvaluatePart(directory, floor);
  }
  return good || !gate ? 0 : 1;
}
