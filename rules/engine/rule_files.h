#ifndef CLAIMCHECK_RULES_ENGINE_RULE_FILES_H_
#define CLAIMCHECK_RULES_ENGINE_RULE_FILES_H_

#include <string>
#include <vector>

namespace claimcheck {

// A file with a rule or a bundle of rules.
struct RuleFile {
  std::string path;  // as the caller named it, or below the folder named
  std::string id;    // folder.file: what its rule has to be called
  std::string bytes;
  bool is_bundle = false;
};

// The rule files at `path`: the file itself, or all *.textproto and *.binpb of
// the folder, at most 16 folders deep, sorted by path.  What cannot be read is
// added to `problems`, each in one line.
std::vector<RuleFile> FindRuleFiles(const std::string& path,
                                    std::vector<std::string>* problems);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_RULE_FILES_H_
