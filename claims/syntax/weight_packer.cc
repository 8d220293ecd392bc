#include "claims/syntax/weight_packer.h"

#include <algorithm>
#include <cstring>

namespace claimcheck {
namespace syntax {
namespace {

// Slots for every hundred features: the tables are 80 % full.
constexpr size_t kSlotsPerHundred = 125;
// What the largest weight decodes to.  A hundred of them fit in 32 bits.
constexpr int64_t kScale = 30000;

void Append32(uint32_t value, std::string* out) {
  char bytes[4];
  std::memcpy(bytes, &value, 4);
  out->append(bytes, 4);
}
void Append16(uint16_t value, std::string* out) {
  char bytes[2];
  std::memcpy(bytes, &value, 2);
  out->append(bytes, 2);
}

// Weights become codes: round(127 * sqrt(|weight| / largest)), in integers.
class Compander {
 public:
  explicit Compander(int64_t largest) : largest_(largest) {}

  uint8_t Code(int64_t weight) const {
    const int64_t size = weight < 0 ? -weight : weight;
    int64_t code = 0;
    // The nearest of the 127 squares.
    while (code < 127 && Square(code) + Square(code + 1) <= 2 * size) ++code;
    return static_cast<uint8_t>(static_cast<int8_t>(weight < 0 ? -code : code));
  }

  // 256 int16_t, by the code as a byte.
  void AppendDecode(std::string* out) const {
    for (int byte = 0; byte < 256; ++byte) {
      const int64_t code = static_cast<int8_t>(static_cast<uint8_t>(byte));
      const int64_t value = code * code * kScale / (127 * 127);
      Append16(static_cast<uint16_t>(
                   static_cast<int16_t>(code < 0 ? -value : value)),
               out);
    }
  }

  // What one update of the training decodes to.
  uint32_t Unit() const {
    return static_cast<uint32_t>(256 * kScale / largest_);
  }

 private:
  int64_t Square(int64_t code) const {
    return code * code * largest_ / (127 * 127);
  }
  int64_t largest_;
};

// No weight is cut: the few large ones, of the most general features, hold back
// what the many small ones say.
int64_t LargestOf(const std::vector<int64_t>& sizes) {
  int64_t largest = 1;
  for (int64_t size : sizes) largest = std::max(largest, size);
  return largest;
}

// One feature with its weights.
struct Row {
  uint64_t key = 0;
  std::vector<AveragedWeight> weights;
};

// Puts rows into slots: the slot of each, in the order of the rows.
std::vector<uint32_t> Place(const std::vector<Row>& rows, uint32_t slots) {
  std::vector<bool> taken(slots);
  std::vector<uint32_t> placed;
  for (const Row& row : rows) {
    uint32_t slot = SlotOf(row.key, slots);
    while (taken[slot]) {
      if (++slot == slots) slot = 0;
    }
    taken[slot] = true;
    placed.push_back(slot);
  }
  return placed;
}

uint32_t SlotsFor(size_t rows) {
  return static_cast<uint32_t>(rows * kSlotsPerHundred / 100 + 8);
}

void Pad(size_t to, std::string* out) {
  while (out->size() % to != 0) out->push_back('\0');
}

std::string Header(uint32_t slots, uint32_t entries, uint32_t unit) {
  std::string header;
  Append32(slots, &header);
  Append32(entries, &header);
  Append32(unit, &header);
  header.resize(64);
  return header;
}

}  // namespace

std::string PackSparse(const std::vector<AveragedWeight>& weights, int least) {
  std::vector<Row> rows;
  std::vector<int64_t> sizes;
  for (const AveragedWeight& weight : weights) {
    const int64_t size = weight.weight < 0 ? -weight.weight : weight.weight;
    if (size < least) continue;
    sizes.push_back(size);
    if (rows.empty() || rows.back().key != weight.key) {
      rows.push_back({weight.key, {}});
    }
    rows.back().weights.push_back(weight);
  }
  const Compander compander(LargestOf(sizes));
  const uint32_t slots = SlotsFor(rows.size());
  const std::vector<uint32_t> placed = Place(rows, slots);
  std::vector<const Row*> at(slots);
  for (size_t i = 0; i < rows.size(); ++i) at[placed[i]] = &rows[i];

  std::string fingerprints, starts, entries;
  for (const Row* row : at) {
    Append16(row == nullptr ? 0 : FingerprintOf(row->key), &fingerprints);
    Append32(static_cast<uint32_t>(entries.size() / 2), &starts);
    if (row == nullptr) continue;
    for (const AveragedWeight& weight : row->weights) {
      entries.push_back(static_cast<char>(weight.output));
      entries.push_back(static_cast<char>(compander.Code(weight.weight)));
    }
  }
  Append32(static_cast<uint32_t>(entries.size() / 2), &starts);
  std::string out = Header(slots, static_cast<uint32_t>(entries.size() / 2),
                           compander.Unit());
  compander.AppendDecode(&out);
  Pad(4, &fingerprints);
  return out + fingerprints + starts + entries;
}

std::string PackPairs(const std::vector<AveragedWeight>& weights, int least) {
  std::vector<Row> rows;
  std::vector<int64_t> sizes;
  for (size_t i = 0; i < weights.size();) {
    const uint64_t key = weights[i].key;
    int32_t value[3] = {0, 0, 0};
    for (; i < weights.size() && weights[i].key == key; ++i) {
      value[weights[i].output] = weights[i].weight;
    }
    const int32_t left = value[1] - value[0], right = value[2] - value[0];
    const int64_t size = std::max(left < 0 ? -left : left,  //
                                  right < 0 ? -right : right);
    if (size < least) continue;
    sizes.push_back(size);
    rows.push_back({key, {{key, 0, left}, {key, 1, right}}});
  }
  const Compander compander(LargestOf(sizes));
  const uint32_t slots = SlotsFor(rows.size());
  const std::vector<uint32_t> placed = Place(rows, slots);
  std::string cells(size_t{slots} * 4, '\0');
  for (size_t i = 0; i < rows.size(); ++i) {
    const uint16_t fingerprint = FingerprintOf(rows[i].key);
    char* cell = &cells[size_t{placed[i]} * 4];
    std::memcpy(cell, &fingerprint, 2);
    cell[2] = static_cast<char>(compander.Code(rows[i].weights[0].weight));
    cell[3] = static_cast<char>(compander.Code(rows[i].weights[1].weight));
  }
  std::string out = Header(slots, 0, compander.Unit());
  compander.AppendDecode(&out);
  return out + cells;
}

std::string PackWords(const std::vector<WordEntry>& words) {
  const uint32_t slots = static_cast<uint32_t>(words.size() * 3 / 2 + 8);
  std::vector<WordEntry> table(slots, WordEntry{0, 0, 0});
  for (const WordEntry& word : words) {
    uint32_t slot =
        static_cast<uint32_t>((static_cast<uint64_t>(word.hash) * slots) >> 32);
    while (table[slot].hash != 0) {
      if (++slot == slots) slot = 0;
    }
    table[slot] = word;
  }
  std::string out = Header(slots, 0, 0);
  out.append(reinterpret_cast<const char*>(table.data()),
             table.size() * sizeof(WordEntry));
  return out;
}

std::string PackFile(const std::vector<std::string>& sections) {
  std::string out;
  Append32(kWeightsMagic, &out);
  Append32(static_cast<uint32_t>(sections.size()), &out);
  size_t at = 8 + sections.size() * 8;
  std::vector<size_t> begins;
  for (const std::string& section : sections) {
    at = (at + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment;
    begins.push_back(at);
    Append32(static_cast<uint32_t>(at), &out);
    Append32(static_cast<uint32_t>(section.size()), &out);
    at += section.size();
  }
  for (size_t i = 0; i < sections.size(); ++i) {
    out.resize(begins[i]);
    out += sections[i];
  }
  return out;
}

}  // namespace syntax
}  // namespace claimcheck
