#ifndef CLAIMCHECK_RULES_LINK_ENTITY_TABLE_H_
#define CLAIMCHECK_RULES_LINK_ENTITY_TABLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/value/truth.h"

namespace claimcheck {

// The persons, organisations and places of several documents, with the forms of
// one name merged: "Sergey Orlin" and "Sergei Orlin", "Hollis" and "Peter
// Hollis", "Ahn Min-ho" and "Ahn Min Ho"; not "Ahn Min Su".  A surname alone
// is merged only when one full name has it.  Ids count from 0 in the order of
// the documents.  Immutable after the constructor; thread-safe.
class EntityTable {
 public:
  EntityTable() = default;
  explicit EntityTable(const std::vector<const DocumentAnalysis*>& documents);

  uint32_t size() const { return static_cast<uint32_t>(records_.size()); }
  uint32_t Global(uint32_t document, uint32_t entity) const {
    return entity == kNone ? kNone : global_[document][entity];
  }
  absl::string_view Name(uint32_t global) const { return records_[global].name; }
  NameType Type(uint32_t global) const { return records_[global].type; }

  // How place `a` lies to place `b`.  Known are: one name, a name within
  // another by what a text says ("Y in the X region") or by its own words
  // ("Arlen City Airport" in "Arlen"), a place within its country, two
  // countries, two cities, and a city against a facility that the texts put
  // somewhere else.
  std::optional<RangeRelation> RelatePlaces(uint32_t a, uint32_t b) const;

 private:
  struct Record {
    std::string name;  // as first written in full
    std::string key;   // normalised
    std::vector<std::string> parts;  // its words
    NameType type = NameType::kUnknown;
    absl::string_view country;
    bool is_country = false;
    bool city = false;
    bool facility = false;
    std::vector<uint32_t> within;     // other records
    std::vector<uint32_t> documents;  // that name it, ascending
  };
  uint32_t FindPerson(const std::string& key, uint32_t document) const;
  bool Within(uint32_t inner, uint32_t outer) const;

  std::vector<Record> records_;
  std::vector<std::vector<uint32_t>> global_;
  absl::flat_hash_map<std::string, uint32_t> by_key_;
  // First and last word of a person's full name -> records.
  absl::flat_hash_map<std::string, std::vector<uint32_t>> by_part_;
};

// The form of a name under which its spellings meet: lower case, hyphens and
// full stops as blanks, common transliteration variants made one.
std::string NormalizeName(absl::string_view key);

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_LINK_ENTITY_TABLE_H_
