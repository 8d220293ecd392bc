#ifndef CLAIMCHECK_CLAIMS_LEXICON_PHRASE_TABLES_H_
#define CLAIMCHECK_CLAIMS_LEXICON_PHRASE_TABLES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

// The edges of the lexicon's phrase trie.
namespace claimcheck {

// A table from (trie node, word id) to the next node: open addressing, a power
// of two in size, at most half full by Reserve().
class EdgeTable {
 public:
  EdgeTable() : slots_(64) {}

  // Room for `edges` in all; before the first Insert.
  void Reserve(size_t edges) {
    size_t size = 64;
    while (size < edges * 2) size *= 2;
    slots_.assign(size, Edge());
    mask_ = size - 1;
  }
  void Insert(uint32_t node, uint32_t word, uint32_t next) {
    size_t i = Slot(node, word);
    while (slots_[i].next != 0) i = (i + 1) & mask_;
    slots_[i] = {node, word, next};
  }
  // The next node, 0 for none.
  void Prefetch(uint32_t node, uint32_t word) const {
    __builtin_prefetch(&slots_[Slot(node, word)]);
  }
  uint32_t Find(uint32_t node, uint32_t word) const {
    for (size_t i = Slot(node, word);; i = (i + 1) & mask_) {
      const Edge& e = slots_[i];
      if (e.next == 0 || (e.node == node && e.word == word)) return e.next;
    }
  }

 private:
  struct Edge {
    uint32_t node = 0, word = 0, next = 0;
  };
  size_t Slot(uint32_t node, uint32_t word) const {
    const uint64_t key = (uint64_t{node} << 32 | word) * 0x9E3779B97F4A7C15u;
    return (key >> 32) & mask_;
  }
  std::vector<Edge> slots_;
  size_t mask_ = 63;
};

// The node of each word that some phrase begins with: the first step of all
// walks, in a table of its own, which is a third of the other's size.
class RootTable {
 public:
  // Room for `words` in all; before the first Insert.
  void Reserve(size_t words) {
    size_t size = 64;
    while (size < words * 2) size *= 2;
    slots_.assign(size, Slot());
    mask_ = static_cast<uint32_t>(size - 1);
  }
  void Insert(uint32_t word, uint32_t node) {
    uint32_t i = word & mask_;  // word ids are hashes already
    while (slots_[i].node != 0) i = (i + 1) & mask_;
    slots_[i] = {word, node};
  }
  // The node of `word`, 0 for none.
  uint32_t Find(uint32_t word) const { return look_up().Find(word); }

  struct Slot {
    uint32_t word = 0, node = 0;
  };
  // The table as a loop wants it: in registers, whatever the loop writes.
  struct LookUp {
    const Slot* slots;
    uint32_t mask;

    uint32_t Find(uint32_t word) const {
      for (uint32_t i = word & mask;; i = (i + 1) & mask) {
        const Slot& slot = slots[i];
        if (slot.node == 0 || slot.word == word) return slot.node;
      }
    }
    void Prefetch(uint32_t word) const {
      __builtin_prefetch(&slots[word & mask]);
    }
  };
  LookUp look_up() const { return {slots_.data(), mask_}; }

 private:
  std::vector<Slot> slots_ = std::vector<Slot>(64);
  uint32_t mask_ = 63;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_LEXICON_PHRASE_TABLES_H_
