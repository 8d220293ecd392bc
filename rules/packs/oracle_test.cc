// The indexed pipeline against brute force, in which every pair of claims is
// scored: over every story, over every example of every shipped rule, and over
// generated corpora.

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/corpus_generator.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"
#include "rules/engine/brute_force.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/example_marks.h"
#include "rules/engine/pipeline.h"
#include "rules/packs/embedded_rules.h"

namespace claimcheck {
namespace {

// What came of one set of documents.
struct Comparison {
  std::set<std::string> missing;  // findings that only brute force has
  std::set<std::string> extra;    // or only the index
  size_t findings = 0;
  // Agreements, and statements of one source: a link that the index leaves out
  // turns one into the other.
  size_t support = 0, support_changed = 0;
  size_t links = 0, links_missed = 0;  // of those strong enough for a rule
};

std::set<std::string> Findings(const Corpus& corpus,
                               const std::vector<ClaimLink>& links,
                               bool support) {
  EvaluateOptions options;
  options.choice.experimental = true;
  std::set<std::string> out;
  for (const RuleHit& hit :
       Evaluate(*EmbeddedRules(), corpus, links, options)) {
    if (hit.rule->has_support() != support) continue;
    std::string line = hit.rule->id();
    for (const ClaimRef ref : hit.claims) {
      absl::StrAppend(&line, " ", corpus.document(ref.document).id, ":",
                      corpus.Text(ref));
    }
    out.insert(line);
  }
  return out;
}

Comparison Compare(const std::vector<v1::Document>& documents) {
  static const Extractor* const extractor = new Extractor(EmbeddedLexicon());
  std::vector<const v1::Document*> pointers;
  for (const v1::Document& document : documents) pointers.push_back(&document);
  const LinkedDocuments linked = LinkDocuments(*extractor, pointers);
  const std::vector<ClaimLink> all = LinkByBruteForce(*linked.corpus);
  Comparison out;
  const std::set<std::string> indexed =
      Findings(*linked.corpus, linked.links, /*support=*/false);
  const std::set<std::string> brute =
      Findings(*linked.corpus, all, /*support=*/false);
  out.findings = brute.size();
  for (const std::string& f : brute) {
    if (indexed.count(f) == 0) out.missing.insert(f);
  }
  for (const std::string& f : indexed) {
    if (brute.count(f) == 0) out.extra.insert(f);
  }
  const std::set<std::string> supported =
      Findings(*linked.corpus, all, /*support=*/true);
  out.support = supported.size();
  for (const std::string& f :
       Findings(*linked.corpus, linked.links, /*support=*/true)) {
    out.support_changed += supported.count(f) == 0;
  }
  std::set<std::pair<ClaimRef, ClaimRef>> pairs;
  for (const ClaimLink& link : linked.links) pairs.insert({link.left, link.right});
  for (const ClaimLink& link : all) {
    // Names are paired by their words, not by this index.
    if (link.score < kLinkThreshold || link.kind == LinkKind::kEntity) continue;
    ++out.links;
    out.links_missed += pairs.count({link.left, link.right}) == 0;
  }
  return out;
}

std::string Lines(const std::set<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) absl::StrAppend(&out, line, "\n");
  return out;
}

TEST(Oracle, StoriesGiveTheSameFindings) {
  std::map<std::string, std::vector<v1::Document>> stories;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator("testdata/stories")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path());
    std::stringstream text;
    text << in.rdbuf();
    v1::Document document;
    document.set_id(entry.path().filename().string());
    document.set_text(text.str());
    stories[entry.path().parent_path().string()].push_back(document);
  }
  EXPECT_FALSE(stories.empty());
  for (auto& [name, documents] : stories) {
    std::sort(documents.begin(), documents.end(),
              [](const v1::Document& a, const v1::Document& b) {
                return a.id() < b.id();
              });
    const Comparison result = Compare(documents);
    EXPECT_GT(result.findings, 0u) << name;
    EXPECT_EQ(Lines(result.missing), "") << name;
    EXPECT_EQ(Lines(result.extra), "") << name;
    EXPECT_EQ(result.support_changed, 0u) << name;
  }
}

TEST(Oracle, ExamplesOfAllRulesGiveTheSameFindings) {
  size_t findings = 0;
  for (const CompiledRule& rule : EmbeddedRules()->rules()) {
    for (const v1::Example& example : rule.rule->examples()) {
      std::vector<v1::Document> documents;
      for (const v1::Example::Text& text : example.texts()) {
        v1::Document document;
        document.set_id(absl::StrCat("text", documents.size() + 1));
        document.set_text(StripMarks(text.text()).text);
        document.set_published(text.published());
        documents.push_back(document);
      }
      const Comparison result = Compare(documents);
      findings += result.findings;
      EXPECT_EQ(Lines(result.missing), "") << rule.id() << "/" << example.name();
      EXPECT_EQ(Lines(result.extra), "") << rule.id() << "/" << example.name();
    }
  }
  EXPECT_GT(findings, 50u);
}

// On many articles the index leaves out pairs that share few words; what it
// finds is right, and it finds nearly all.
TEST(Oracle, GeneratedCorporaLoseLittle) {
  size_t findings = 0, missing = 0, links = 0, missed = 0;
  size_t support = 0, support_changed = 0;
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    CorpusOptions options;
    options.seed = seed;
    options.changed_percent = 30;
    std::vector<v1::Document> documents;
    for (GeneratedArticle& article : GenerateArticles(14, options)) {
      v1::Document document;
      document.set_id(article.id);
      document.set_published(article.published);
      document.set_text(article.text);
      documents.push_back(document);
    }
    const Comparison result = Compare(documents);
    EXPECT_EQ(Lines(result.extra), "");
    findings += result.findings;
    missing += result.missing.size();
    links += result.links;
    missed += result.links_missed;
    support += result.support;
    support_changed += result.support_changed;
    if (!result.missing.empty()) {
      RecordProperty(absl::StrCat("missing_", seed), Lines(result.missing));
    }
  }
  RecordProperty("findings", std::to_string(findings));
  RecordProperty("missing", std::to_string(missing));
  RecordProperty("links", std::to_string(links));
  RecordProperty("links_missed", std::to_string(missed));
  EXPECT_GT(findings, 100u);
  EXPECT_LE(missing * 20, findings) << missing << " of " << findings;
  EXPECT_LE(missed * 10, links) << missed << " of " << links;
  EXPECT_GT(support, 100u);
  EXPECT_LE(support_changed * 10, support)
      << support_changed << " of " << support;
}

}  // namespace
}  // namespace claimcheck
