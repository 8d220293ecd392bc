// Generated rules over generated and written articles: the evaluator, which
// orders conditions by cost, stops early and shares its scratch, finds exactly
// what is found by proving every rule on every pair, condition by condition.

#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "bench/corpus_generator.h"
#include "claims/extract/extractor.h"
#include "claims/lexicon/lexicon.h"
#include "gtest/gtest.h"
#include "rules/engine/brute_force.h"
#include "rules/engine/evaluator.h"
#include "rules/engine/pipeline.h"
#include "rules/engine/random_rules.h"
#include "rules/engine/rule_set.h"
#include "rules/engine/rule_steps.h"

namespace claimcheck {
namespace {

constexpr int kRules = 150;

// Articles that repeat each other's facts, and some of them changed.
class World {
 public:
  World() {
    CorpusOptions options;
    options.seed = 7;
    options.changed_percent = 30;
    for (GeneratedArticle& article : GenerateArticles(10, options)) {
      v1::Document document;
      document.set_id(article.id);
      document.set_published(article.published);
      document.set_text(article.text);
      documents_.push_back(document);
    }
    for (const v1::Document& document : documents_) {
      pointers_.push_back(&document);
    }
    linked_ = LinkDocuments(Extractor(EmbeddedLexicon()), pointers_);
    links_ = LinkByBruteForce(*linked_.corpus);
  }
  const Corpus& corpus() const { return *linked_.corpus; }
  const std::vector<ClaimLink>& links() const { return links_; }

 private:
  std::vector<v1::Document> documents_;
  std::vector<const v1::Document*> pointers_;
  LinkedDocuments linked_;
  std::vector<ClaimLink> links_;
};

const World& TheWorld() {
  static const World* const world = new World;
  return *world;
}

std::string Name(absl::string_view rule, ClaimRef a, ClaimRef b) {
  if (b < a) std::swap(a, b);
  return absl::StrCat(rule, " ", a.document, ".", a.claim, " ", b.document, ".",
                      b.claim);
}

std::set<std::string> Found(const std::vector<v1::Rule>& rules) {
  const LoadResult loaded = RuleSet::FromProtos(rules);
  EXPECT_TRUE(loaded.ok()) << loaded.Describe();
  std::set<std::string> out;
  for (const RuleHit& hit :
       Evaluate(*loaded.rules, TheWorld().corpus(), TheWorld().links())) {
    out.insert(Name(hit.rule->id(), hit.claims.front(), hit.claims.back()));
  }
  return out;
}

std::set<std::string> FoundByProof(const std::vector<v1::Rule>& rules) {
  const LoadResult loaded = RuleSet::FromProtos(rules);
  const Corpus& corpus = TheWorld().corpus();
  std::set<std::string> out;
  for (const CompiledRule& rule : loaded.rules->rules()) {
    if (rule.rule->has_pair()) {
      for (const ClaimLink& link : TheWorld().links()) {
        if (ExplainPair(*loaded.rules, rule, corpus, link).truth() ==
            v1::Step::YES) {
          out.insert(Name(rule.id(), link.left, link.right));
        }
      }
      continue;
    }
    for (uint32_t d = 0; d < corpus.size(); ++d) {
      for (uint32_t c = 0; c < corpus.document(d).claims.size(); ++c) {
        if (ExplainClaim(*loaded.rules, rule, corpus, {d, c}).truth() ==
            v1::Step::YES) {
          out.insert(Name(rule.id(), {d, c}, {d, c}));
        }
      }
    }
  }
  return out;
}

TEST(Properties, EvaluationFindsWhatProofsSay) {
  for (uint64_t seed = 1; seed <= 2; ++seed) {
    const std::vector<v1::Rule> rules = RandomRules(seed).Make(kRules);
    const std::set<std::string> found = Found(rules);
    EXPECT_GT(found.size(), 500u) << "rules that find nothing test nothing";
    EXPECT_EQ(found, FoundByProof(rules)) << seed;
  }
}

TEST(Properties, MirroredRulesFindTheSame) {
  const std::vector<v1::Rule> rules = RandomRules(11).Make(kRules);
  std::vector<v1::Rule> mirrored;
  for (const v1::Rule& rule : rules) mirrored.push_back(Mirrored(rule));
  EXPECT_EQ(Found(rules), Found(mirrored));
}

TEST(Properties, RulesAloneFindWhatTheyFindTogether) {
  const std::vector<v1::Rule> rules = RandomRules(13).Make(60);
  std::set<std::string> apart;
  for (const v1::Rule& rule : rules) {
    const std::set<std::string> one = Found({rule});
    apart.insert(one.begin(), one.end());
  }
  EXPECT_EQ(apart, Found(rules));
}

// A condition and its opposite are never both YES, and where one is known the
// other is.
TEST(Properties, NotTurnsYesAndNoAround) {
  std::vector<v1::Rule> rules = RandomRules(17).Make(kRules);
  std::vector<v1::Rule> opposite = rules;
  for (v1::Rule& rule : opposite) {
    v1::Condition* when = rule.has_pair() ? rule.mutable_pair()->mutable_when()
                                          : rule.mutable_claim()->mutable_when();
    v1::Condition inner = *when;
    when->Clear();
    when->mutable_not_()->Swap(&inner);
  }
  // A pair rule sees each pair both ways round, so both may hold: only rules
  // over one claim have to keep them apart.
  std::set<std::string> both;
  const std::set<std::string> no = Found(opposite);
  for (const std::string& hit : Found(rules)) {
    if (no.count(hit) > 0) both.insert(hit);
  }
  const LoadResult loaded = RuleSet::FromProtos(rules);
  for (const std::string& hit : both) {
    EXPECT_TRUE(loaded.rules->Find(hit.substr(0, hit.find(' ')))->rule->has_pair())
        << hit;
  }
}

// Bundles say what their rules said.
TEST(Properties, BundlesFindTheSame) {
  const std::vector<v1::Rule> rules = RandomRules(19).Make(100);
  const LoadResult loaded = RuleSet::FromProtos(rules);
  const LoadResult again = RuleSet::FromBundle(loaded.rules->ToBundle());
  ASSERT_TRUE(again.ok()) << again.Describe();
  EXPECT_EQ(again.rules->fingerprint(), loaded.rules->fingerprint());
  std::vector<v1::Rule> read;
  for (const CompiledRule& rule : again.rules->rules()) read.push_back(*rule.rule);
  EXPECT_EQ(Found(rules), Found(read));
}

}  // namespace
}  // namespace claimcheck
