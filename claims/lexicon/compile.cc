#include "claims/lexicon/compile.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "claims/base/stable_hash.h"
#include "claims/lexicon/inflect.h"
#include "claims/lexicon/tag_key.h"
#include "claims/text/tokenizer.h"

namespace claimcheck {
namespace {

// Adds the regular inflections that tags ask for; phrases stay unique.
void Inflect(v1::LexiconEntry* entry) {
  bool verb = false, noun = false;
  for (const std::string& tag : entry->tag()) {
    verb |= tag == "verb";
    noun |= tag == "noun";
  }
  std::set<std::string> seen(entry->phrase().begin(), entry->phrase().end());
  const std::vector<std::string> written(entry->phrase().begin(),
                                         entry->phrase().end());
  for (const std::string& phrase : written) {
    std::vector<std::string> forms;
    if (verb) forms = VerbForms(phrase);
    if (noun) {
      for (std::string& form : PluralForms(phrase)) forms.push_back(form);
    }
    for (const std::string& form : forms) {
      if (seen.insert(form).second) entry->add_phrase(form);
    }
  }
}

class Compiler {
 public:
  absl::Status Add(v1::LexiconEntry entry) {
    const std::string mistake = LexiconEntryMistake(entry);
    if (!mistake.empty()) return absl::InvalidArgumentError(mistake);
    Inflect(&entry);
    const uint32_t index = bundle_.entry_size() / 11;
    bundle_.add_entry(entry.class_());
    for (const std::string* s :
         {&entry.id(), &entry.dimension(), &entry.value(), &entry.factor()}) {
      const auto [offset, size] = Intern(*s);
      bundle_.add_entry(offset);
      bundle_.add_entry(size);
    }
    bundle_.add_entry(bundle_.tag_size() / 2);
    bundle_.add_entry(entry.tag_size());
    for (const std::string& tag : entry.tag()) {
      const std::string& first = tags_.emplace(TagKey(tag), tag).first->second;
      if (first != tag) {
        return absl::InvalidArgumentError(absl::StrCat(
            "tags \"", first, "\" and \"", tag, "\" have one key"));
      }
      const auto [offset, size] = Intern(tag);
      bundle_.add_tag(offset);
      bundle_.add_tag(size);
    }
    for (const std::string& phrase : entry.phrase()) {
      AddPhrase(phrase, index, entry.cased());
    }
    return absl::OkStatus();
  }

  v1::LexiconBundle Finish() {
    for (const auto& [key, next] : edges_) {
      bundle_.add_edge(key.first);
      bundle_.add_edge(key.second);
      bundle_.add_edge(next);
    }
    for (const auto& endings : endings_) {
      for (const auto& [entry, cased] : endings) {
        bundle_.add_ending(entry);
        bundle_.add_ending(cased);
      }
      bundle_.add_node_end(bundle_.ending_size() / 2);
    }
    bundle_.set_strings(strings_);
    StableHash hash;
    hash.Add(bundle_.SerializeAsString());
    bundle_.set_fingerprint(hash.Hex());
    return std::move(bundle_);
  }

 private:
  std::pair<uint32_t, uint32_t> Intern(const std::string& s) {
    auto [it, added] =
        interned_.emplace(s, static_cast<uint32_t>(strings_.size()));
    if (added) strings_ += s;
    return {it->second, static_cast<uint32_t>(s.size())};
  }

  void AddPhrase(const std::string& phrase, uint32_t entry, bool cased) {
    // Through the tokenizer, so that a phrase meets a text as that is cut.
    Tokenize(phrase, &tokens_);
    if (tokens_.tokens.empty()) return;
    uint32_t node = 0;
    for (const Token& token : tokens_.tokens) {
      auto [it, added] = edges_.emplace(std::make_pair(node, token.word),
                                        static_cast<uint32_t>(endings_.size()));
      if (added) endings_.emplace_back();
      node = it->second;
    }
    uint32_t cased_phrase = 0;
    if (cased) {
      bundle_.add_cased(bundle_.cased_word_size() / 2);
      bundle_.add_cased(static_cast<uint32_t>(tokens_.tokens.size()));
      for (uint32_t t = 0; t < tokens_.tokens.size(); ++t) {
        const auto [offset, size] = Intern(std::string(tokens_.Text(t)));
        bundle_.add_cased_word(offset);
        bundle_.add_cased_word(size);
      }
      cased_phrase = bundle_.cased_size() / 2;
    }
    endings_[node].emplace_back(entry, cased_phrase);
  }

  v1::LexiconBundle bundle_;
  std::string strings_;
  std::map<std::string, uint32_t> interned_;
  std::map<uint64_t, std::string> tags_;  // by key
  std::map<std::pair<uint32_t, uint32_t>, uint32_t> edges_;
  std::vector<std::vector<std::pair<uint32_t, uint32_t>>> endings_{1};
  TokenizedText tokens_;
};

}  // namespace

std::string LexiconEntryMistake(const v1::LexiconEntry& entry) {
  if (entry.class_() == v1::LexiconEntry::CLASS_UNSPECIFIED) {
    return absl::StrCat("entry \"", entry.id(), "\" has no class");
  }
  if (entry.phrase().empty()) {
    return absl::StrCat("entry \"", entry.id(), "\" has no phrase");
  }
  std::set<std::string> seen;
  for (const std::string& phrase : entry.phrase()) {
    if (!seen.insert(phrase).second) {
      return absl::StrCat("phrase \"", phrase, "\" stands here twice");
    }
    if (phrase.empty() || absl::ascii_isspace(phrase.front()) ||
        absl::ascii_isspace(phrase.back()) || absl::StrContains(phrase, "  ")) {
      return absl::StrCat("phrase \"", phrase, "\" has stray blanks");
    }
  }
  return "";
}

absl::StatusOr<v1::LexiconBundle> CompileLexicon(
    const std::vector<v1::LexiconEntry>& entries) {
  Compiler compiler;
  for (const v1::LexiconEntry& entry : entries) {
    absl::Status status = compiler.Add(entry);
    if (!status.ok()) return status;
  }
  return compiler.Finish();
}

}  // namespace claimcheck
