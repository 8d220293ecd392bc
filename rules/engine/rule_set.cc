#include "rules/engine/rule_set.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "claims/base/stable_hash.h"
#include "claims/base/text_proto.h"
#include "rules/engine/rule_files.h"
#include "rules/engine/rule_validator.h"
#include "rules/engine/suggestion.h"

namespace claimcheck {
namespace {

constexpr absl::string_view kBundleVersion = "claimcheck.v1";
constexpr size_t kMaxBundleBytes = 64 << 20;

std::string Fingerprint(absl::Span<const CompiledRule> rules) {
  StableHash hash;
  for (const CompiledRule& rule : rules) {
    // Examples prove a rule; they do not change what it does.
    v1::Rule bare = *rule.rule;
    bare.clear_examples();
    hash.Add(bare.SerializeAsString());
  }
  return hash.Hex();
}

}  // namespace

std::string LoadResult::Describe() const {
  std::string out;
  for (const RuleIssue& issue : issues) {
    absl::StrAppend(&out, FormatRuleIssue(issue));
  }
  return out;
}

bool MatchesGlob(absl::string_view glob, absl::string_view id) {
  // Backtracks to the last star only, so the time is at most the product.
  size_t g = 0, i = 0;
  size_t star = absl::string_view::npos, resume = 0;
  while (i < id.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      resume = i;
    } else if (g < glob.size() && glob[g] == id[i]) {
      ++g;
      ++i;
    } else if (star != absl::string_view::npos) {
      g = star + 1;
      i = ++resume;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

LoadResult RuleSet::FromFiles(absl::Span<const std::string> paths) {
  RuleSources sources;
  for (const std::string& path : paths) sources.AddPath(path);
  return std::move(sources).Finish();
}

LoadResult RuleSet::FromBundle(absl::string_view bytes,
                               absl::string_view name) {
  RuleSources sources;
  sources.AddBundle(bytes, name);
  return std::move(sources).Finish();
}

LoadResult RuleSet::FromProtos(std::vector<v1::Rule> rules) {
  RuleSources sources;
  for (v1::Rule& rule : rules) sources.AddProto(std::move(rule));
  return std::move(sources).Finish();
}

const CompiledRule* RuleSet::Find(absl::string_view id) const {
  const auto it =
      std::lower_bound(rules_.begin(), rules_.end(), id,
                       [](const CompiledRule& rule, absl::string_view want) {
                         return rule.id() < want;
                       });
  return it != rules_.end() && it->id() == id ? &*it : nullptr;
}

std::vector<const CompiledRule*> RuleSet::Choose(
    const RuleChoice& choice) const {
  const auto matches = [](const std::vector<std::string>& globs,
                          absl::string_view id) {
    return std::any_of(globs.begin(), globs.end(),
                       [&](absl::string_view g) { return MatchesGlob(g, id); });
  };
  std::vector<const CompiledRule*> chosen;
  for (const CompiledRule& rule : rules_) {
    const bool named = std::find(choice.only.begin(), choice.only.end(),
                                 rule.id()) != choice.only.end();
    const v1::Rule::Mode unwanted = choice.mode == RuleChoice::Mode::kCheck
                                        ? v1::Rule::COMPARE
                                        : v1::Rule::CHECK;
    if (rule.rule->stage() == v1::Rule::RETIRED ||
        (rule.rule->stage() == v1::Rule::EXPERIMENTAL && !choice.experimental &&
         !named) ||
        rule.rule->mode() == unwanted || matches(choice.skip, rule.id()) ||
        (!choice.only.empty() && !matches(choice.only, rule.id()))) {
      continue;
    }
    chosen.push_back(&rule);
  }
  return chosen;
}

std::string RuleSet::ToBundle() const {
  v1::RuleBundle bundle;
  bundle.set_version(std::string(kBundleVersion));
  bundle.set_fingerprint(fingerprint_);
  for (const CompiledRule& rule : rules_) *bundle.add_rules() = *rule.rule;
  return bundle.SerializeAsString();
}

RuleSources::RuleSources() { SilenceProtobufLogging(); }

void RuleSources::Error(absl::string_view file, std::string message) {
  RuleIssue issue;
  issue.file = std::string(file);
  issue.message = std::move(message);
  issues_.push_back(std::move(issue));
}

void RuleSources::AddPath(const std::string& path) {
  std::vector<std::string> problems;
  for (const RuleFile& file : FindRuleFiles(path, &problems)) {
    if (file.is_bundle) {
      AddBundle(file.bytes, file.path);
    } else {
      AddText(file.path, file.bytes, file.id);
    }
  }
  for (std::string& problem : problems) Error(path, std::move(problem));
}

void RuleSources::AddText(absl::string_view file, std::string text,
                          absl::string_view expected_id) {
  RuleSource source;
  source.file = std::string(file);
  source.text = std::move(text);
  source.expected_id = std::string(expected_id);
  source.tree = std::make_unique<google::protobuf::TextFormat::ParseInfoTree>();
  bool failed = false;
  for (const TextProtoIssue& found :
       LoadTextProto(source.text, &source.rule, source.tree.get())) {
    RuleIssue issue = RulePlace(source).Issue(
        found.warning ? v1::Severity::WARNING : v1::Severity::ERROR,
        EscapeControls(absl::StrCat(absl::StripSuffix(found.message, "."),
                                    SuggestName(found.message))));
    issue.line = found.line;
    issue.column = ByteColumn(source.text, found.line, found.column);
    issue.source_line = std::string(LineOfText(source.text, found.line));
    issues_.push_back(std::move(issue));
    failed = failed || !found.warning;
  }
  if (!failed) sources_.push_back(std::move(source));
}

void RuleSources::AddBundle(absl::string_view bytes, absl::string_view name) {
  v1::RuleBundle bundle;
  if (bytes.size() > kMaxBundleBytes) {
    Error(name, absl::StrCat("the bundle has ", bytes.size(),
                             " bytes, the limit is ", kMaxBundleBytes));
    return;
  }
  if (!bundle.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    Error(name, "no bundle of rules; make one with rule_compiler --out");
    return;
  }
  if (bundle.version() != kBundleVersion) {
    Error(name,
          absl::StrCat(
              "the bundle's version is \"",
              EscapeControls(absl::string_view(bundle.version()).substr(0, 40)),
              "\", this program reads \"", kBundleVersion,
              "\"; compile the rules again"));
    return;
  }
  if (bundle.rules().empty()) {
    Error(name, "the bundle holds no rule");
    return;
  }
  for (v1::Rule& rule : *bundle.mutable_rules()) {
    AddProto(std::move(rule), name);
  }
}

void RuleSources::AddProto(v1::Rule rule, absl::string_view name) {
  RuleSource source;
  source.file = std::string(name);
  // Strings that are no UTF-8 do not survive the way through bytes.
  if (!source.rule.ParseFromString(rule.SerializeAsString())) {
    Error(name, absl::StrCat(
                    "rule \"",
                    EscapeControls(absl::string_view(rule.id()).substr(0, 80)),
                    "\" holds text that is not UTF-8, or nests too "
                    "deep"));
    return;
  }
  sources_.push_back(std::move(source));
}

LoadResult RuleSources::Finish() && {
  for (const RuleSource& source : sources_) ValidateRule(source, &issues_);
  ValidateIds(sources_, &issues_);
  if (sources_.empty() && issues_.empty()) Error("", "there are no rules");
  LoadResult result;
  std::stable_sort(issues_.begin(), issues_.end(),
                   [](const RuleIssue& a, const RuleIssue& b) {
                     return std::tie(a.file, a.line, a.column) <
                            std::tie(b.file, b.line, b.column);
                   });
  result.issues = std::move(issues_);
  for (const RuleIssue& issue : result.issues) {
    if (issue.severity == v1::Severity::ERROR) return result;
  }
  std::sort(sources_.begin(), sources_.end(),
            [](const RuleSource& a, const RuleSource& b) {
              return a.rule.id() < b.rule.id();
            });
  auto set = std::shared_ptr<RuleSet>(new RuleSet());
  for (RuleSource& source : sources_) {
    set->messages_.push_back(
        std::make_unique<v1::Rule>(std::move(source.rule)));
    set->rules_.push_back(CompileRule(*set->messages_.back(), &set->patterns_));
    set->rules_.back().file = source.file;
  }
  set->patterns_.Compile();
  set->fingerprint_ = Fingerprint(set->rules_);
  result.rules = std::move(set);
  return result;
}

}  // namespace claimcheck
