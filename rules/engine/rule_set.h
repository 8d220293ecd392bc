#ifndef CLAIMCHECK_RULES_ENGINE_RULE_SET_H_
#define CLAIMCHECK_RULES_ENGINE_RULE_SET_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "claimcheck/v1/rule.pb.h"
#include "rules/engine/compiled_rule.h"
#include "rules/engine/pattern_set.h"
#include "rules/engine/rule_issue.h"

namespace claimcheck {

class RuleSet;

// Rules that were read, or what is wrong with them.
struct LoadResult {
  std::shared_ptr<const RuleSet> rules;  // null when an issue is an ERROR
  std::vector<RuleIssue> issues;  // by file and line; warnings may remain

  bool ok() const { return rules != nullptr; }
  // All issues as text, for people.
  std::string Describe() const;
};

// Which rules of a set run.
struct RuleChoice {
  enum class Mode { kCompare, kCheck };
  Mode mode = Mode::kCompare;
  bool experimental = false;      // EXPERIMENTAL rules too
  std::vector<std::string> only;  // ids or globs: "dates.*"; empty: all
  std::vector<std::string> skip;  // goes before only
};

// True when `id` matches `glob`, in which * stands for any characters.
bool MatchesGlob(absl::string_view glob, absl::string_view id);

// Checked rules, ready to run.  Immutable and thread-safe; share one between
// all workers.
//
//   LoadResult loaded = RuleSet::FromFiles({"rules/packs/news"});
//   if (!loaded.ok()) std::cerr << loaded.Describe();
class RuleSet {
 public:
  // Reads files, each with one rule in text format (.textproto) or a bundle
  // (.binpb), and folders, in which all such files are read, at any depth, in
  // the order of their names.
  static LoadResult FromFiles(absl::Span<const std::string> paths);
  // Reads a serialized claimcheck.v1.RuleBundle.  Its rules are checked again:
  // the bytes may come from anywhere.  `name` is for messages.
  static LoadResult FromBundle(absl::string_view bytes,
                               absl::string_view name = "bundle");
  static LoadResult FromProtos(std::vector<v1::Rule> rules);

  // Sorted by id.
  absl::Span<const CompiledRule> rules() const { return rules_; }
  // The rule called `id`, or null.
  const CompiledRule* Find(absl::string_view id) const;
  // The rules that run, sorted by id.  RETIRED rules never do; EXPERIMENTAL
  // ones when asked for, by `experimental` or by their very id in `only`.
  std::vector<const CompiledRule*> Choose(const RuleChoice& choice) const;

  const PatternSet& patterns() const { return patterns_; }

  // Changes when what any rule does changes; the same on every machine.
  absl::string_view fingerprint() const { return fingerprint_; }
  // The set as a serialized RuleBundle.
  std::string ToBundle() const;

 private:
  friend class RuleSources;
  RuleSet() = default;

  std::vector<std::unique_ptr<const v1::Rule>> messages_;
  std::vector<CompiledRule> rules_;
  PatternSet patterns_;
  std::string fingerprint_;
};

// Collects rules from several places into one set.
//
//   RuleSources sources;
//   sources.AddBundle(NewsRules(), "embedded rules");
//   sources.AddPath("house/rules");
//   LoadResult loaded = std::move(sources).Finish();
class RuleSources {
 public:
  RuleSources();

  void AddPath(const std::string& path);  // a file or folder
  // One rule as text; its id has to be `expected_id` unless that is empty.
  void AddText(absl::string_view file, std::string text,
               absl::string_view expected_id);
  void AddBundle(absl::string_view bytes, absl::string_view name);
  void AddProto(v1::Rule rule, absl::string_view name = "");

  LoadResult Finish() &&;

 private:
  void Error(absl::string_view file, std::string message);

  std::vector<RuleSource> sources_;
  std::vector<RuleIssue> issues_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_RULE_SET_H_
