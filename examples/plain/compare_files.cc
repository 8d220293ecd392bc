// Compares texts with the built-in rules:  compare_files FILE...
// Built without Bazel, see the Makefile beside it.
#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

#include "checker/checker.h"

int main(int argc, char** argv) {
  std::vector<claimcheck::v1::Document> documents;
  for (int i = 1; i < argc; ++i) {
    std::ostringstream text;
    text << std::ifstream(argv[i]).rdbuf();
    documents.emplace_back();
    documents.back().set_id(argv[i]);
    documents.back().set_text(text.str());
  }
  const auto checker = claimcheck::Checker::Create({});
  const auto report = checker->Compare(documents);
  if (!report.ok()) {
    std::cerr << report.status() << "\n";
    return 2;
  }
  for (const claimcheck::v1::Finding& finding : report->findings()) {
    std::cout << finding.rule_id() << ": " << finding.title() << "\n";
  }
  return 0;
}
