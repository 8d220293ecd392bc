#include "rules/link/entity_table.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "rules/link/countries.h"

namespace claimcheck {
namespace {

std::vector<std::string> Parts(absl::string_view key) {
  return absl::StrSplit(key, ' ', absl::SkipEmpty());
}

// One edit (a letter changed, added, dropped or two swapped) apart.
bool OneEdit(absl::string_view a, absl::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() != b.size()) return a.substr(i) == b.substr(i + 1);
  if (i == a.size()) return false;
  if (a.substr(i + 1) == b.substr(i + 1)) return true;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] &&
         a.substr(i + 2) == b.substr(i + 2);
}

// Two spellings of one long word: not "Lee" and "Leo".
bool SpellingVariant(absl::string_view a, absl::string_view b) {
  return a == b || (a.size() >= 6 && b.size() >= 6 && a[0] == b[0] &&
                    OneEdit(a, b));
}

void NormalizePart(std::string* part) {
  if (part->size() < 4) return;
  // Romanised Russian, Ukrainian and Arabic names vary in these endings.
  const char last = part->back();
  if (last == 'y' || last == 'i' || last == 'j') {
    for (const absl::string_view ending :
         {"iy", "ey", "yy", "yi", "ii", "ij", "y"}) {
      if (!absl::EndsWith(*part, ending)) continue;
      part->resize(part->size() - ending.size());
      *part += ending == "ey" ? "ei" : "i";
      break;
    }
  }
  if (part->find("kh") != part->npos || part->find("ou") != part->npos ||
      part->find("ph") != part->npos) {
    *part = absl::StrReplaceAll(*part, {{"kh", "h"}, {"ou", "u"}, {"ph", "f"}});
  }
}

}  // namespace

std::string NormalizeName(absl::string_view key) {
  std::string flat = absl::AsciiStrToLower(key);
  for (char& c : flat) {
    if (c == '-' || c == '.' || c == '\'') c = ' ';
  }
  std::string out;
  std::string part;
  bool first = true;
  for (size_t begin = 0; begin < flat.size();) {
    const size_t end = std::min(flat.find(' ', begin), flat.size());
    part.assign(flat, begin, end - begin);
    begin = end + 1;
    if (part.empty()) continue;
    NormalizePart(&part);
    if (!std::exchange(first, false) || part != "the") {
      absl::StrAppend(&out, out.empty() ? "" : " ", part);
    }
  }
  return out;
}

uint32_t EntityTable::FindPerson(const std::string& key,
                                 uint32_t document) const {
  const std::vector<std::string> parts = Parts(key);
  if (parts.empty()) return kNone;
  uint32_t found = kNone;
  if (parts.size() == 1) {
    auto it = by_part_.find(parts[0]);
    if (it == by_part_.end() || it->second.size() != 1) return kNone;
    return it->second[0];
  }
  auto consider = [&](const std::string& part) {
    auto it = by_part_.find(part);
    if (it == by_part_.end()) return;
    for (uint32_t r : it->second) {
      const Record& record = records_[r];
      if (record.type != NameType::kPerson) continue;
      const std::vector<std::string>& other = record.parts;
      if (other.size() < 2) continue;
      bool same = false;
      if (other.size() == parts.size()) {
        same = true;
        for (size_t i = 0; i < parts.size() && same; ++i) {
          same = SpellingVariant(parts[i], other[i]);
        }
        // Two names that one text tells apart are two persons.
        if (same && other != parts) {
          same = !std::binary_search(record.documents.begin(),
                                     record.documents.end(), document);
        }
      } else if (parts.front() == other.front() && parts.back() == other.back()) {
        same = true;  // a middle name more or less
      }
      if (same && (found == kNone || r < found)) found = r;
    }
  };
  consider(parts.back());
  consider(parts.front());
  return found;
}

EntityTable::EntityTable(
    const std::vector<const DocumentAnalysis*>& documents) {
  global_.resize(documents.size());
  for (uint32_t d = 0; d < documents.size(); ++d) {
    global_[d].assign(documents[d]->entities.size(), kNone);
  }
  std::vector<std::vector<std::string>> keys(documents.size());
  for (uint32_t d = 0; d < documents.size(); ++d) {
    for (const Entity& entity : documents[d]->entities) {
      keys[d].push_back(NormalizeName(entity.key));
    }
  }
  // Full names first, so that a surname finds its owner in any document.
  for (const bool full : {true, false}) {
    for (uint32_t d = 0; d < documents.size(); ++d) {
      const DocumentAnalysis& doc = *documents[d];
      for (uint32_t e = 0; e < doc.entities.size(); ++e) {
        const Entity& entity = doc.entities[e];
        const std::string& key = keys[d][e];
        // Its parts are separated by one blank each.
        if (key.empty() || absl::StrContains(key, ' ') != full) continue;
        uint32_t r = kNone;
        if (auto it = by_key_.find(key); it != by_key_.end()) {
          const NameType type = records_[it->second].type;
          if (type == entity.type || type == NameType::kUnknown ||
              entity.type == NameType::kUnknown ||
              (type != NameType::kPerson && entity.type != NameType::kPerson)) {
            r = it->second;
          }
        }
        if (r == kNone && (entity.type == NameType::kPerson ||
                           (entity.type == NameType::kUnknown && !full))) {
          r = FindPerson(key, d);
        }
        if (r == kNone) {
          r = static_cast<uint32_t>(records_.size());
          Record record;
          record.name = std::string(doc.text.Text(entity.name));
          record.key = key;
          record.parts = Parts(key);
          record.type = entity.type;
          record.country = entity.country;
          records_.push_back(std::move(record));
          by_key_.emplace(key, r);
          if (entity.type == NameType::kPerson && full) {
            const std::vector<std::string>& parts = records_[r].parts;
            by_part_[parts.back()].push_back(r);
            if (parts.front() != parts.back()) {
              by_part_[parts.front()].push_back(r);
            }
          }
        }
        Record& record = records_[r];
        if (record.type == NameType::kUnknown) record.type = entity.type;
        if (record.country.empty()) record.country = entity.country;
        record.facility |= entity.facility;
        record.is_country |= entity.is_country;
        record.city |= entity.city;
        if (record.documents.empty() || record.documents.back() != d) {
          record.documents.insert(
              std::lower_bound(record.documents.begin(),
                               record.documents.end(), d),
              d);
        }
        global_[d][e] = r;
      }
    }
  }
  for (uint32_t d = 0; d < documents.size(); ++d) {
    const DocumentAnalysis& doc = *documents[d];
    for (uint32_t e = 0; e < doc.entities.size(); ++e) {
      const uint32_t outer = Global(d, doc.entities[e].within);
      const uint32_t inner = global_[d][e];
      if (inner == kNone || outer == kNone || inner == outer) continue;
      std::vector<uint32_t>& within = records_[inner].within;
      if (std::find(within.begin(), within.end(), outer) == within.end()) {
        within.push_back(outer);
      }
    }
  }
}

bool EntityTable::Within(uint32_t inner, uint32_t outer) const {
  // Chains are short (square, city, region, country); the bound ends loops that
  // contradicting texts could make.
  std::vector<uint32_t> todo = records_[inner].within;
  for (size_t i = 0; i < todo.size() && i < 16; ++i) {
    if (todo[i] == outer) return true;
    const std::vector<uint32_t>& more = records_[todo[i]].within;
    todo.insert(todo.end(), more.begin(), more.end());
  }
  const Record& in = records_[inner];
  const Record& out = records_[outer];
  if (out.is_country && !in.is_country && !in.country.empty() &&
      in.country == out.country) {
    return true;
  }
  // "arlen city airport" in "arlen": the longer name begins with the shorter.
  return in.facility && !out.facility && in.key.size() > out.key.size() + 1 &&
         absl::StartsWith(in.key, out.key) && in.key[out.key.size()] == ' ';
}

std::optional<RangeRelation> EntityTable::RelatePlaces(uint32_t a,
                                                       uint32_t b) const {
  if (a == kNone || b == kNone) return std::nullopt;
  if (a == b) return RangeRelation::kEqual;
  if (Within(a, b)) return RangeRelation::kInside;
  if (Within(b, a)) return RangeRelation::kAround;
  const Record& ra = records_[a];
  const Record& rb = records_[b];
  if (ra.type != NameType::kPlace || rb.type != NameType::kPlace) {
    return std::nullopt;
  }
  if (ra.is_country && rb.is_country) return RangeRelation::kDisjoint;
  // Places of two countries have nothing in common.
  if (!ra.country.empty() && !rb.country.empty() &&
      !OneCountry(ra.country, rb.country)) {
    return RangeRelation::kDisjoint;
  }
  if (ra.is_country || rb.is_country) return std::nullopt;
  if (ra.city && rb.city) return RangeRelation::kDisjoint;
  // A facility that the texts put somewhere, and not in this city.
  if ((ra.facility && rb.city && !ra.within.empty()) ||
      (rb.facility && ra.city && !rb.within.empty())) {
    return RangeRelation::kDisjoint;
  }
  return std::nullopt;
}

}  // namespace claimcheck
