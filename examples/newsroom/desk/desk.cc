// Compares texts by the built-in rules and the house's own, both linked into the
// program, and prints what is found, a line each:  desk FILE...
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "checker/checker.h"
#include "checker/report/reporter.h"
#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/finding.pb.h"
#include "rules/engine/rule_set.h"
#include "rules/packs/embedded_rules.h"

namespace claimcheck {
absl::string_view HouseRules();  // of //house:house_embedded
}

int main(int argc, char** argv) {
  claimcheck::RuleSources rules;
  rules.AddBundle(claimcheck::EmbeddedRules()->ToBundle(), "built-in rules");
  rules.AddBundle(claimcheck::HouseRules(), "house rules");
  claimcheck::LoadResult loaded = std::move(rules).Finish();
  if (!loaded.ok()) {
    std::cerr << loaded.Describe();
    return 2;
  }
  claimcheck::CheckerOptions options;
  options.rules = loaded.rules;
  const absl::StatusOr<claimcheck::Checker> checker =
      claimcheck::Checker::Create(std::move(options));

  std::vector<claimcheck::v1::Document> documents;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    documents.emplace_back();
    documents.back().set_id(argv[i]);
    documents.back().set_text(text.str());
  }
  const absl::StatusOr<claimcheck::v1::Report> report =
      checker->Compare(documents);
  if (!report.ok()) {
    std::cerr << report.status() << "\n";
    return 2;
  }
  claimcheck::Sources sources;
  for (const auto& document : documents) sources.Add(&document);
  const auto reporter = claimcheck::Reporter::Create("short", {});
  std::cout << (*reporter)->Render(*report, sources);
  return report->findings().empty() ? 0 : 1;
}
