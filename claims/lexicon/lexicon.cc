#include "claims/lexicon/lexicon.h"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "claimcheck/v1/lexicon.pb.h"
#include "claims/text/tokenizer.h"

namespace claimcheck {
namespace {

// A table from (trie node, word id) to the next node: open addressing, a power
// of two in size, at most half full.
class EdgeTable {
 public:
  EdgeTable() : slots_(1 << 14) {}

  void Insert(uint32_t node, uint32_t word, uint32_t next) {
    if (++count_ * 2 > slots_.size()) Grow();
    Place({node, word, next});
  }
  // The next node, 0 for none.
  uint32_t Find(uint32_t node, uint32_t word) const {
    for (size_t i = Slot(node, word);; i = (i + 1) & (slots_.size() - 1)) {
      const Edge& e = slots_[i];
      if (e.next == 0 || (e.node == node && e.word == word)) return e.next;
    }
  }

 private:
  struct Edge {
    uint32_t node = 0, word = 0, next = 0;
  };
  void Place(const Edge& edge) {
    size_t i = Slot(edge.node, edge.word);
    while (slots_[i].next != 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = edge;
  }
  void Grow() {
    std::vector<Edge> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Edge& edge : old) {
      if (edge.next != 0) Place(edge);
    }
  }
  size_t Slot(uint32_t node, uint32_t word) const {
    const uint64_t key = (uint64_t{node} << 32 | word) * 0x9E3779B97F4A7C15u;
    return (key >> 32) & (slots_.size() - 1);
  }
  std::vector<Edge> slots_;
  size_t count_ = 0;
};

// A phrase ends at a node with this entry.
struct Ending {
  uint32_t entry = 0;
  uint32_t cased = 0;  // index of the exact words + 1; 0: any case
};

struct Node {
  uint32_t first_ending = 0;
  uint32_t end_ending = 0;
};

}  // namespace

struct Lexicon::Impl {
  v1::LexiconBundle bundle;  // owns all strings
  std::vector<LexEntry> entries;
  std::deque<std::vector<absl::string_view>> tags;
  std::vector<std::vector<std::string>> cased_words;
  std::vector<Node> nodes;
  std::vector<Ending> endings;
  EdgeTable edges;
};

Lexicon::Lexicon() : impl_(std::make_unique<Impl>()) {}
Lexicon::~Lexicon() = default;

absl::StatusOr<std::shared_ptr<const Lexicon>> Lexicon::FromBundle(
    absl::string_view bytes) {
  std::shared_ptr<Lexicon> lexicon(new Lexicon);
  Impl& impl = *lexicon->impl_;
  if (!impl.bundle.ParseFromArray(bytes.data(),
                                  static_cast<int>(bytes.size()))) {
    return absl::InvalidArgumentError("not a lexicon bundle");
  }
  // Which phrases end at a node, before they are laid side by side.
  std::vector<std::vector<Ending>> endings_of(1);
  TokenizedText tokens;
  for (const v1::LexiconEntry& e : impl.bundle.entry()) {
    LexEntry entry;
    entry.cls = static_cast<Lex>(e.class_());
    entry.id = e.id();
    entry.dimension = e.dimension();
    entry.value_text = e.value();
    if (auto value = ParseDecimal(e.value()); value.ok()) entry.value = *value;
    if (auto factor = ParseDecimal(e.factor()); factor.ok()) {
      entry.factor = *factor;
    }
    std::vector<absl::string_view>& tags = impl.tags.emplace_back();
    for (const std::string& tag : e.tag()) tags.push_back(tag);
    entry.tags = absl::MakeConstSpan(tags);
    const uint32_t index = static_cast<uint32_t>(impl.entries.size());
    impl.entries.push_back(entry);
    for (const std::string& phrase : e.phrase()) {
      // Through the tokenizer, so that a phrase meets the text as it is cut.
      Tokenize(phrase, &tokens);
      if (tokens.tokens.empty() || tokens.tokens.size() > 255) {
        return absl::InvalidArgumentError(
            absl::StrCat("lexicon: unusable phrase \"", phrase, "\""));
      }
      uint32_t node = 0;
      std::vector<std::string> exact;
      for (uint32_t t = 0; t < tokens.tokens.size(); ++t) {
        if (e.cased()) exact.emplace_back(tokens.Text(t));
        const uint32_t word = tokens.tokens[t].word;
        uint32_t next = impl.edges.Find(node, word);
        if (next == 0) {
          next = static_cast<uint32_t>(endings_of.size());
          impl.edges.Insert(node, word, next);
          endings_of.emplace_back();
        }
        node = next;
      }
      Ending ending;
      ending.entry = index;
      if (e.cased()) {
        impl.cased_words.push_back(std::move(exact));
        ending.cased = static_cast<uint32_t>(impl.cased_words.size());
      }
      endings_of[node].push_back(ending);
    }
  }
  impl.nodes.resize(endings_of.size());
  for (uint32_t n = 0; n < endings_of.size(); ++n) {
    impl.nodes[n].first_ending = static_cast<uint32_t>(impl.endings.size());
    impl.endings.insert(impl.endings.end(), endings_of[n].begin(),
                        endings_of[n].end());
    impl.nodes[n].end_ending = static_cast<uint32_t>(impl.endings.size());
  }
  return std::shared_ptr<const Lexicon>(std::move(lexicon));
}

void Lexicon::Annotate(const TokenizedText& text, LexHits* hits) const {
  const Impl& impl = *impl_;
  const uint32_t count = static_cast<uint32_t>(text.tokens.size());
  hits->hits_.clear();
  hits->first_.resize(count + 1);
  hits->masks_.resize(count);
  for (uint32_t t = 0; t < count; ++t) {
    hits->first_[t] = static_cast<uint32_t>(hits->hits_.size());
    uint64_t mask = 0;
    uint32_t node = 0;
    // A phrase stays within its sentence.
    const uint32_t sentence = text.sentence_of[t];
    for (uint32_t i = t; i < count && text.sentence_of[i] == sentence; ++i) {
      node = impl.edges.Find(node, text.tokens[i].word);
      if (node == 0) break;
      for (uint32_t e = impl.nodes[node].first_ending;
           e < impl.nodes[node].end_ending; ++e) {
        const Ending& ending = impl.endings[e];
        if (ending.cased != 0) {
          const std::vector<std::string>& exact =
              impl.cased_words[ending.cased - 1];
          bool same = true;
          for (uint32_t k = t; k <= i && same; ++k) {
            same = text.Text(k) == exact[k - t];
          }
          if (!same) continue;
        }
        const LexEntry& entry = impl.entries[ending.entry];
        LexHit hit;
        hit.token = t;
        hit.tokens = static_cast<uint16_t>(i - t + 1);
        hit.cls = entry.cls;
        hit.entry = &entry;
        hits->hits_.push_back(hit);
        mask |= Bit(entry.cls);
      }
    }
    std::reverse(hits->hits_.begin() + hits->first_[t], hits->hits_.end());
    hits->masks_[t] = mask;
  }
  hits->first_[count] = static_cast<uint32_t>(hits->hits_.size());
}

const LexHit* LexHits::Find(uint32_t token, Lex cls) const {
  if (token >= masks_.size() || !Has(token, cls)) return nullptr;
  for (const LexHit& hit : At(token)) {
    if (hit.cls == cls) return &hit;
  }
  return nullptr;
}

std::vector<const LexEntry*> Lexicon::Lookup(absl::string_view phrase) const {
  TokenizedText tokens;
  Tokenize(phrase, &tokens);
  std::vector<const LexEntry*> found;
  uint32_t node = 0;
  for (const Token& t : tokens.tokens) {
    node = impl_->edges.Find(node, t.word);
    if (node == 0) return found;
  }
  if (node == 0) return found;
  for (uint32_t e = impl_->nodes[node].first_ending;
       e < impl_->nodes[node].end_ending; ++e) {
    found.push_back(&impl_->entries[impl_->endings[e].entry]);
  }
  return found;
}

const LexEntry* Lexicon::ById(Lex cls, absl::string_view id) const {
  for (const LexEntry& entry : impl_->entries) {
    if (entry.cls == cls && entry.id == id) return &entry;
  }
  return nullptr;
}

absl::string_view Lexicon::fingerprint() const {
  return impl_->bundle.fingerprint();
}

}  // namespace claimcheck
