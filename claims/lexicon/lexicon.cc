#include "claims/lexicon/lexicon.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "claimcheck/v1/lexicon.pb.h"
#include "claims/lexicon/closed_parts.h"
#include "claims/lexicon/phrase_tables.h"
#include "claims/text/tokenizer.h"

namespace claimcheck {
namespace {

// A phrase ends at a node with this entry.
struct Ending {
  const LexEntry* entry = nullptr;
  uint32_t cased = 0;    // index of the exact words + 1; 0: any case
  Lex cls = Lex::kNone;  // the entry's own
  uint16_t parts = 0;    // PartsOf() it
};

// What makes a phrase of several words one of the closed lists.
constexpr uint16_t kPhraseParts =
    static_cast<uint16_t>(~(part::Bit(part::kTime) | part::Bit(part::kFiller) |
                            part::Bit(part::kKnown)));

constexpr uint64_t NextBit(uint32_t word) { return uint64_t{1} << (word >> 26); }

}  // namespace

struct Lexicon::Impl {
  struct Node {
    uint32_t first_ending = 0;
    uint16_t endings = 0;
    bool cased = false;     // one of them asks for exact words
    // A bit, NextBit(), for each word that may follow; none of the root, by which
    // a word goes that nothing begins with.
    uint64_t going_on = 0;
    // Its endings of any case, as `listed` has them.
    uint64_t listed_mask = 0;
    LexHits::Place listed = {0, 0, 0, 0};
  };

  v1::LexiconBundle bundle;  // owns all strings
  std::vector<LexEntry> entries;
  std::vector<const LexEntry*> of_class[64];
  std::vector<absl::string_view> tags;
  std::vector<uint64_t> tag_keys;  // of `tags`
  std::vector<std::vector<absl::string_view>> cased;  // phrases
  std::vector<Node> nodes;
  std::vector<Ending> endings;
  // Of the endings of any case of each node, as hits of one word, those of a
  // node in the order of LexHits::At(): what most tokens are handed as it is.
  std::vector<LexHit> listed;
  RootTable roots;
  EdgeTable edges;  // from all other nodes

  uint32_t Next(uint32_t node, uint32_t word) const {
    return node == 0 ? roots.Find(word) : edges.Find(node, word);
  }
  // The tokens of `range` are written like phrase `cased_phrase` - 1.
  bool IsExact(const TokenizedText& text, TokenRange range,
               uint32_t cased_phrase) const {
    const std::vector<absl::string_view>& exact = cased[cased_phrase - 1];
    for (uint32_t t = range.begin; t < range.end; ++t) {
      if (text.Text(t) != exact[t - range.begin]) return false;
    }
    return true;
  }
  // Of a phrase's first word: an ending asks for its case, and has it.
  bool EndsExactly(const TokenizedText& text, uint32_t token,
                   const Node& node) const {
    for (uint32_t e = 0; e < node.endings; ++e) {
      const uint32_t phrase = endings[node.first_ending + e].cased;
      if (phrase != 0 && IsExact(text, {token, token + 1}, phrase)) return true;
    }
    return false;
  }
  // The node behind `node` with the word of `token`, which must be of the
  // phrase's sentence: 0 for none.
  uint32_t GoOn(const TokenizedText& text, uint32_t sentence, uint32_t node,
                uint32_t token) const {
    if (token >= text.tokens.size()) return 0;
    const uint32_t word = text.tokens[token].word;
    return (nodes[node].going_on & NextBit(word)) == 0 ||
                   text.sentence_of[token] != sentence
               ? 0
               : edges.Find(node, word);
  }
  // Of a phrase's first word, whose node is `node`: the text goes on as a phrase
  // does up to its end.  Most stop before: "in the" is none.
  bool MayEndLater(const TokenizedText& text, uint32_t token,
                   uint32_t node) const {
    const uint32_t sentence = text.sentence_of[token];
    for (;;) {
      node = GoOn(text, sentence, node, ++token);
      if (node == 0) return false;
      if (nodes[node].endings != 0) return true;
    }
  }
};

Lexicon::Lexicon() : impl_(std::make_unique<Impl>()) {}
Lexicon::~Lexicon() = default;

absl::StatusOr<std::shared_ptr<const Lexicon>> Lexicon::FromBundle(
    absl::string_view bytes) {
  const absl::Status broken = absl::InvalidArgumentError("no lexicon bundle");
  std::shared_ptr<Lexicon> lexicon(new Lexicon);
  Impl& impl = *lexicon->impl_;
  v1::LexiconBundle& b = impl.bundle;
  if (!b.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) ||
      b.entry_size() % 11 != 0 || b.tag_size() % 2 != 0 ||
      b.edge_size() % 3 != 0 || b.ending_size() % 2 != 0 ||
      b.cased_size() % 2 != 0 || b.cased_word_size() % 2 != 0) {
    return broken;
  }
  const absl::string_view strings = b.strings();
  bool good = true;
  auto text = [&](uint64_t offset, uint64_t size) -> absl::string_view {
    if (offset + size > strings.size()) {
      good = false;
      return {};
    }
    return strings.substr(offset, size);
  };
  for (int i = 0; i < b.tag_size(); i += 2) {
    impl.tags.push_back(text(b.tag(i), b.tag(i + 1)));
    impl.tag_keys.push_back(TagKey(impl.tags.back()));
  }
  impl.entries.resize(b.entry_size() / 11);
  for (size_t e = 0; e < impl.entries.size(); ++e) {
    const uint32_t* f = b.entry().data() + e * 11;
    LexEntry& entry = impl.entries[e];
    entry.cls = static_cast<Lex>(f[0]);
    entry.id = text(f[1], f[2]);
    entry.dimension = text(f[3], f[4]);
    entry.value_text = text(f[5], f[6]);
    const absl::string_view factor = text(f[7], f[8]);
    if (uint64_t{f[9]} + f[10] > impl.tags.size() || f[0] > 63) return broken;
    entry.tags = absl::MakeConstSpan(impl.tags).subspan(f[9], f[10]);
    if (!entry.value_text.empty()) {
      if (auto d = ParseDecimal(entry.value_text); d.ok()) entry.value = *d;
    }
    if (!factor.empty()) {
      if (auto d = ParseDecimal(factor); d.ok()) entry.factor = *d;
    }
    entry.tag_keys = impl.tag_keys.data() + f[9];
    for (uint32_t t = f[9]; t < f[9] + f[10]; ++t) {
      entry.tag_bits |= TagBit(impl.tag_keys[t]);
    }
    impl.of_class[f[0]].push_back(&entry);
  }
  for (int i = 0; i < b.cased_size(); i += 2) {
    if (uint64_t{b.cased(i)} + b.cased(i + 1) >
        static_cast<uint64_t>(b.cased_word_size() / 2)) {
      return broken;
    }
    std::vector<absl::string_view>& words = impl.cased.emplace_back();
    for (uint32_t w = b.cased(i); w < b.cased(i) + b.cased(i + 1); ++w) {
      words.push_back(text(b.cased_word(w * 2), b.cased_word(w * 2 + 1)));
    }
  }
  for (int i = 0; i < b.ending_size(); i += 2) {
    if (b.ending(i) >= impl.entries.size() ||
        b.ending(i + 1) > impl.cased.size()) {
      return broken;
    }
    const LexEntry& entry = impl.entries[b.ending(i)];
    impl.endings.push_back(
        {&entry, b.ending(i + 1), entry.cls, PartsOf(entry)});
  }
  uint32_t begin = 0;
  for (const uint32_t end : b.node_end()) {
    if (end < begin || end > impl.endings.size() || end - begin > 0x7FFF) {
      return broken;
    }
    Impl::Node& node = impl.nodes.emplace_back();
    node.first_ending = begin;
    node.endings = static_cast<uint16_t>(end - begin);
    node.listed.first = static_cast<uint32_t>(impl.listed.size());
    for (uint32_t e = end; e > begin; --e) {
      const Ending& ending = impl.endings[e - 1];
      if (ending.cased != 0) {
        node.cased = true;
        continue;
      }
      LexHit& hit = impl.listed.emplace_back();
      hit.entry = ending.entry;
      hit.cls = ending.cls;
      node.listed_mask |= Bit(ending.cls);
      node.listed.parts = BothParts(node.listed.parts, ending.parts);
      ++node.listed.size;
    }
    begin = end;
  }
  if (impl.nodes.empty()) impl.nodes.emplace_back();  // the root
  if (impl.nodes[0].endings != 0) return broken;
  size_t roots = 0;
  for (int i = 0; i < b.edge_size(); i += 3) roots += b.edge(i) == 0;
  impl.roots.Reserve(roots + sizeof(kKnownWords) / sizeof(kKnownWords[0]));
  impl.edges.Reserve(b.edge_size() / 3 - roots);
  for (int i = 0; i < b.edge_size(); i += 3) {
    const uint32_t node = b.edge(i), word = b.edge(i + 1), next = b.edge(i + 2);
    if (node >= impl.nodes.size() || next == 0 || next >= impl.nodes.size()) {
      return broken;
    }
    if (node == 0) {
      impl.roots.Insert(word, next);
    } else {
      impl.nodes[node].going_on |= NextBit(word);
      impl.edges.Insert(node, word, next);
    }
  }
  for (absl::string_view known : kKnownWords) {
    const uint32_t word = WordHash(known);
    uint32_t node = impl.roots.Find(word);
    if (node == 0) {
      node = static_cast<uint32_t>(impl.nodes.size());
      impl.nodes.emplace_back();
      impl.roots.Insert(word, node);
    }
    impl.nodes[node].listed.parts |= part::Bit(part::kKnown);
  }
  if (!good) return broken;
  return std::shared_ptr<const Lexicon>(std::move(lexicon));
}

// Notes the phrases that begin with `token`, whose node is `node`.
void Lexicon::Walk(const TokenizedText& text, uint32_t token, uint32_t node,
                   LexHits* hits) const {
  const Impl& impl = *impl_;
  const uint32_t sentence = text.sentence_of[token];
  const size_t first_hit = hits->own_.size();
  uint64_t mask = 0;
  uint16_t parts = 0, phrases = 0;
  for (uint32_t end = token + 1; node != 0; ++end) {
    const Impl::Node& at = impl.nodes[node];
    const Ending* const endings = impl.endings.data() + at.first_ending;
    uint16_t ends_as = at.cased ? uint16_t{0} : at.listed.parts;
    for (uint32_t e = 0, count = at.endings; e < count; ++e) {
      const Ending& ending = endings[e];
      if (ending.cased != 0 &&
          !impl.IsExact(text, {token, end}, ending.cased)) {
        continue;
      }
      LexHit& hit = hits->own_.emplace_back();
      hit.entry = ending.entry;
      hit.tokens = static_cast<uint16_t>(end - token);
      hit.cls = ending.cls;
      mask |= Bit(ending.cls);
      if (at.cased) ends_as = BothParts(ending.parts, ends_as);
    }
    if (end == token + 1) {
      parts = ends_as | (at.listed.parts & part::Bit(part::kKnown));
    } else {
      phrases |= ends_as;
    }
    node = impl.GoOn(text, sentence, node, end);
  }
  std::reverse(hits->own_.begin() + first_hit, hits->own_.end());
  if ((phrases & kPhraseParts) != 0) parts |= part::Bit(part::kPhrase);
  hits->masks_[token] = mask;
  LexHits::Place& place = hits->places_[token];
  place.first = static_cast<uint32_t>(first_hit);
  place.size = static_cast<uint16_t>(hits->own_.size() - first_hit);
  place.own = 1;
  place.parts = parts;
}

// The tables are larger than the cache next to the core: a block of tokens is
// taken through one table after another, each asked for ahead.
void Lexicon::Annotate(const TokenizedText& text, LexHits* hits) const {
  constexpr uint32_t kBlock = 64;
  const Impl& impl = *impl_;
  const uint32_t count = static_cast<uint32_t>(text.tokens.size());
  hits->own_.clear();
  hits->listed_ = impl.listed.data();
  hits->places_.resize(count);
  hits->masks_.resize(count);
  const Token* const words = text.tokens.data();
  const Impl::Node* const trie = impl.nodes.data();
  const RootTable::LookUp roots = impl.roots.look_up();
  uint64_t* const masks = hits->masks_.data();
  LexHits::Place* const places = hits->places_.data();
  uint32_t nodes[kBlock];  // of the words: 0 for those that no phrase begins with
  uint32_t longer[kBlock];  // tokens at which more is to be seen
  for (uint32_t begin = 0; begin < count; begin += kBlock) {
    const uint32_t end = std::min(count, begin + kBlock);
    for (uint32_t t = begin; t < end; ++t) roots.Prefetch(words[t].word);
    for (uint32_t t = begin; t < end; ++t) {
      const uint32_t node = roots.Find(words[t].word);
      __builtin_prefetch(&trie[node]);
      nodes[t - begin] = node;
    }
    // What is listed for the word alone; most phrases end there.
    uint32_t* behind = longer;
    for (uint32_t t = begin; t < end; ++t) {
      const Impl::Node& node = trie[nodes[t - begin]];
      masks[t] = node.listed_mask;
      places[t] = node.listed;
      const uint32_t next = t + 1 < count ? words[t + 1].word : 0;
      const bool may_go_on = (node.going_on & NextBit(next)) != 0;
      if (may_go_on) impl.edges.Prefetch(nodes[t - begin], next);
      *behind = t;
      behind += may_go_on || node.cased;
    }
    for (const uint32_t* l = longer; l < behind; ++l) {
      const uint32_t token = *l, first = nodes[token - begin];
      const Impl::Node& node = trie[first];
      if (impl.MayEndLater(text, token, first) ||
          (node.cased && impl.EndsExactly(text, token, node))) {
        Walk(text, token, first, hits);
      }
    }
  }
}

bool LexEntry::FindTag(uint64_t key) const {
  for (size_t t = 0; t < tags.size(); ++t) {
    if (tag_keys[t] == key) return true;
  }
  return false;
}

std::vector<const LexEntry*> Lexicon::Lookup(absl::string_view phrase) const {
  TokenizedText tokens;
  Tokenize(phrase, &tokens);
  std::vector<const LexEntry*> found;
  uint32_t node = 0;
  for (const Token& t : tokens.tokens) {
    node = impl_->Next(node, t.word);
    if (node == 0) return found;
  }
  if (node == 0) return found;
  const Impl::Node& last = impl_->nodes[node];
  for (uint32_t e = 0; e < last.endings; ++e) {
    found.push_back(impl_->endings[last.first_ending + e].entry);
  }
  return found;
}

const LexEntry* Lexicon::ById(Lex cls, absl::string_view id) const {
  for (const LexEntry* entry : impl_->of_class[static_cast<size_t>(cls) % 64]) {
    if (entry->id == id) return entry;
  }
  return nullptr;
}

absl::string_view Lexicon::fingerprint() const {
  return impl_->bundle.fingerprint();
}

}  // namespace claimcheck
