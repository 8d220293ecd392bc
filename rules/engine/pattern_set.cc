#include "rules/engine/pattern_set.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "re2/filtered_re2.h"
#include "re2/stringpiece.h"

namespace claimcheck {
namespace {

re2::StringPiece ToRe2(absl::string_view view) {
  return re2::StringPiece(view.data(), view.size());
}

re2::RE2::Options QuietOptions(int64_t max_mem) {
  re2::RE2::Options options;
  options.set_log_errors(false);  // RE2 would write the raw pattern to stderr
  options.set_max_mem(max_mem);
  return options;
}

}  // namespace

std::string PatternMistake(absl::string_view pattern) {
  if (pattern.empty()) {
    return "pattern is empty; write an RE2 expression";
  }
  if (pattern.size() > kMaxPatternBytes) {
    return absl::StrCat("pattern has ", pattern.size(), " bytes, the limit is ",
                        kMaxPatternBytes, "; split it into an any of several");
  }
  const re2::RE2 re(ToRe2(pattern),
                    QuietOptions(PatternSet::Options().bytes_a_pattern));
  if (!re.ok()) {
    if (re.error_code() == re2::RE2::ErrorPatternTooLarge) {
      return "pattern needs too much memory; use smaller repetitions";
    }
    return absl::StrCat("not a pattern of RE2: ", re.error(),
                        re.error_code() == re2::RE2::ErrorBadPerlOp ||
                                re.error_code() == re2::RE2::ErrorBadEscape
                            ? "; RE2 has neither look-around nor "
                              "back-references"
                            : "; see its syntax at "
                              "https://github.com/google/re2/wiki/Syntax");
  }
  if (re2::RE2::PartialMatch("", re)) {
    return "pattern matches the empty string, so every sentence; name at least "
           "one character";
  }
  return "";
}

bool PatternIsSlow(absl::string_view pattern) {
  re2::FilteredRE2 filter;
  int id = 0;
  if (filter.Add(ToRe2(pattern),
                 QuietOptions(PatternSet::Options().bytes_a_pattern),
                 &id) != re2::RE2::NoError) {
    return false;
  }
  std::vector<std::string> atoms;
  filter.Compile(&atoms);
  return atoms.empty();
}

absl::StatusOr<int> PatternSet::Add(absl::string_view pattern) {
  for (int i = 0; i < size(); ++i) {
    if (patterns_[i]->pattern() == pattern) return i;
  }
  auto re = std::make_unique<re2::RE2>(ToRe2(pattern),
                                       QuietOptions(options_.bytes_a_pattern));
  if (!re->ok()) return absl::InvalidArgumentError(re->error());
  patterns_.push_back(std::move(re));
  return size() - 1;
}

void PatternSet::Compile() {
  for (int begin = 0; begin < size(); begin += options_.patterns_a_set) {
    std::vector<int> members;
    for (int i = begin; i < size() && i < begin + options_.patterns_a_set;
         ++i) {
      members.push_back(i);
    }
    CompilePart(std::move(members));
  }
}

void PatternSet::CompilePart(std::vector<int> members) {
  Part part;
  part.set = std::make_unique<re2::RE2::Set>(QuietOptions(options_.bytes_a_set),
                                             re2::RE2::UNANCHORED);
  bool compiled = true;
  for (int member : members) {
    compiled =
        compiled && part.set->Add(patterns_[member]->pattern(), nullptr) >= 0;
  }
  compiled = compiled && part.set->Compile();
  if (!compiled && members.size() > 1) {
    const auto middle = members.begin() + members.size() / 2;
    CompilePart(std::vector<int>(members.begin(), middle));
    CompilePart(std::vector<int>(middle, members.end()));
    return;
  }
  if (!compiled) part.set = nullptr;
  part.members = std::move(members);
  parts_.push_back(std::move(part));
}

void PatternSet::MatchOneByOne(absl::string_view text, const Part& part,
                               std::vector<bool>* matched) const {
  for (int member : part.members) {
    if (re2::RE2::PartialMatch(ToRe2(text), *patterns_[member])) {
      (*matched)[member] = true;
    }
  }
}

int PatternSet::alone() const {
  int count = 0;
  for (const Part& part : parts_) {
    if (part.set == nullptr) count += static_cast<int>(part.members.size());
  }
  return count;
}

void PatternSet::Match(absl::string_view text,
                       std::vector<bool>* matched) const {
  matched->assign(patterns_.size(), false);
  std::vector<int> found;
  for (const Part& part : parts_) {
    // Without the error, "no match" and "no memory left" look the same.
    re2::RE2::Set::ErrorInfo error = {re2::RE2::Set::kNotCompiled};
    found.clear();
    if (part.set != nullptr && part.set->Match(ToRe2(text), &found, &error)) {
      for (int i : found) (*matched)[part.members[i]] = true;
    } else if (error.kind != re2::RE2::Set::kNoError) {
      MatchOneByOne(text, part, matched);
    }
  }
}

}  // namespace claimcheck
