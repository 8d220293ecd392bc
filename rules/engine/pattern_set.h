#ifndef CLAIMCHECK_RULES_ENGINE_PATTERN_SET_H_
#define CLAIMCHECK_RULES_ENGINE_PATTERN_SET_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "re2/re2.h"
#include "re2/set.h"

namespace claimcheck {

// What a pattern of a rule may be.  Longer ones cost memory for no use.
inline constexpr size_t kMaxPatternBytes = 4096;

// Why `pattern` cannot be used in a rule, with what to write instead, or "".
// Refused are what RE2 refuses and what matches the empty string, which would
// match every sentence.  The answer may quote the pattern: escape it.
std::string PatternMistake(absl::string_view pattern);

// True when a search for `pattern` cannot begin with a search for a literal:
// it has to be run over every sentence.
bool PatternIsSlow(absl::string_view pattern);

// All patterns of a set of rules, run over a sentence at once.
//
// RE2::Set answers "no" when its automaton outgrows its memory, and in one set
// more than some hundred patterns do.  So: sets of at most 100 patterns, split
// further when they do not compile, and one by one when a set runs out of
// memory while matching.  A match is never lost.  Immutable once compiled,
// thread-safe.
class PatternSet {
 public:
  struct Options {
    int patterns_a_set = 100;
    int64_t bytes_a_set = 16 << 20;
    int64_t bytes_a_pattern = 2 << 20;
  };

  PatternSet() : PatternSet(Options()) {}
  explicit PatternSet(Options options) : options_(options) {}

  // Its number; equal patterns share one.  InvalidArgument when it is no
  // pattern.  Not after Compile().
  absl::StatusOr<int> Add(absl::string_view pattern);
  void Compile();

  int size() const { return static_cast<int>(patterns_.size()); }

  // How many patterns are searched for one by one, each set of theirs having
  // needed too much memory.
  int alone() const;

  // Makes `matched` one bool a pattern: whether it is found in `text`.
  void Match(absl::string_view text, std::vector<bool>* matched) const;

 private:
  struct Part {
    std::unique_ptr<re2::RE2::Set> set;  // null: search one by one
    std::vector<int> members;
  };
  void CompilePart(std::vector<int> members);
  void MatchOneByOne(absl::string_view text, const Part& part,
                     std::vector<bool>* matched) const;

  Options options_;
  std::vector<std::unique_ptr<re2::RE2>> patterns_;
  std::vector<Part> parts_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_PATTERN_SET_H_
