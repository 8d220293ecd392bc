#include "claims/syntax/evaluation.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "claims/syntax/name_trainer.h"
#include "claims/text/tokenizer.h"

namespace claimcheck {
namespace syntax {
namespace {

bool IsPersonOrganisationPlace(NameType type) {
  return type == NameType::kPerson || type == NameType::kOrganisation ||
         type == NameType::kPlace;
}

bool IsNegation(const std::string& form) {
  for (const char* word : {"not", "n't", "n\xE2\x80\x99t", "never", "no"}) {
    if (absl::EqualsIgnoreCase(form, word)) return true;
  }
  return false;
}

void CountNames(const std::vector<NameSpan>& gold,
                const std::vector<NameSpan>& found, Figures* figures) {
  for (const NameSpan& name : gold) {
    if (!IsPersonOrganisationPlace(name.type)) continue;
    ++figures->name_spans.gold;
    ++figures->names.gold;
    ++figures->name_types[name.type].gold;
  }
  for (const NameSpan& name : found) {
    if (!IsPersonOrganisationPlace(name.type)) continue;
    ++figures->name_spans.found;
    ++figures->names.found;
    ++figures->name_types[name.type].found;
    for (const NameSpan& other : gold) {
      if (other.begin != name.begin || other.end != name.end) continue;
      if (!IsPersonOrganisationPlace(other.type)) continue;
      ++figures->name_spans.right;
      if (other.type != name.type) continue;
      ++figures->names.right;
      ++figures->name_types[name.type].right;
    }
  }
}

}  // namespace

Figures Evaluate(const Syntax& syntax,
                 const std::vector<TreebankSentence>& treebank) {
  Figures figures;
  SyntaxScratch scratch;
  ParsedSentence parsed;
  std::vector<absl::string_view> forms;
  for (const TreebankSentence& gold : treebank) {
    forms.clear();
    for (const TreebankWord& word : gold.words) forms.push_back(word.form);
    syntax.Parse(forms, &scratch, &parsed);
    for (int i = 0; i < parsed.size(); ++i) {
      const TreebankWord& right = gold.words[i];
      const ParsedWord& word = parsed.words[i];
      ++figures.tokens;
      figures.upos_right += word.upos == right.upos;
      figures.both_right += word.upos == right.upos && word.xpos == right.xpos;
      const bool head = word.head == right.head;
      const bool labelled = head && word.relation == right.relation;
      ++figures.relations[right.relation].gold;
      ++figures.relations[word.relation].found;
      figures.relations[right.relation].right += labelled;
      if (IsNegation(right.form)) {
        ++figures.negation.gold;
        ++figures.negation.found;
        figures.negation.right += head;
      }
      if (right.relation == Relation::kPunct) continue;
      ++figures.arcs;
      figures.heads_right += head;
      figures.labelled_right += labelled;
    }
    CountNames(NamesOf(gold), parsed.names, &figures);
  }
  return figures;
}

Counts EvaluateWords(const std::vector<TreebankSentence>& treebank) {
  Counts counts;
  TokenizedText text;
  std::vector<SyntaxWord> words;
  for (const TreebankSentence& gold : treebank) {
    std::set<std::pair<uint32_t, uint32_t>> spans;
    size_t at = 0;
    for (const TreebankWord& word : gold.words) {
      const size_t begin = gold.text.find(word.form, at);
      if (begin == std::string::npos) continue;
      at = begin + word.form.size();
      spans.insert({static_cast<uint32_t>(begin), static_cast<uint32_t>(at)});
    }
    counts.gold += static_cast<int>(gold.words.size());
    Tokenize(gold.text, &text);
    CutWords(text, {0, static_cast<uint32_t>(text.tokens.size())}, &words);
    counts.found += static_cast<int>(words.size());
    for (const SyntaxWord& word : words) {
      counts.right +=
          static_cast<int>(spans.count({word.span.begin, word.span.end}));
    }
  }
  return counts;
}

}  // namespace syntax
}  // namespace claimcheck
