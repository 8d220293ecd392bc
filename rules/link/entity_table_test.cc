#include "rules/link/entity_table.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

// A document that names entities; `text` holds them one after another.
class EntityTableTest : public ::testing::Test {
 protected:
  uint32_t Add(uint32_t d, const std::string& key, NameType type) {
    while (docs_.size() <= d) docs_.emplace_back();
    DocumentAnalysis& doc = docs_[d];
    Entity entity;
    entity.type = type;
    entity.key = key;
    doc.entities.push_back(entity);
    return static_cast<uint32_t>(doc.entities.size() - 1);
  }
  Entity& At(uint32_t d, uint32_t e) { return docs_[d].entities[e]; }
  EntityTable Build() {
    std::vector<const DocumentAnalysis*> pointers;
    for (const DocumentAnalysis& doc : docs_) pointers.push_back(&doc);
    return EntityTable(pointers);
  }
  std::vector<DocumentAnalysis> docs_;
};

TEST_F(EntityTableTest, SpellingsOfOnePersonAreOne) {
  Add(0, "ilya morozov", NameType::kPerson);
  Add(0, "sergey volkov", NameType::kPerson);
  Add(0, "park min-ho", NameType::kPerson);
  Add(1, "morozov", NameType::kPerson);
  Add(1, "sergei volkov", NameType::kPerson);
  Add(1, "park min ho", NameType::kPerson);
  const EntityTable table = Build();
  for (uint32_t e = 0; e < 3; ++e) {
    EXPECT_EQ(table.Global(0, e), table.Global(1, e)) << e;
  }
  EXPECT_EQ(table.Global(0, kNone), kNone);
}

TEST_F(EntityTableTest, OtherPersonsStayApart) {
  Add(0, "park min ho", NameType::kPerson);
  Add(0, "park min su", NameType::kPerson);
  Add(0, "sergei antonov", NameType::kPerson);
  Add(1, "sergei volkov", NameType::kPerson);
  Add(1, "ana bauer", NameType::kPerson);
  Add(1, "ada bauer", NameType::kPerson);
  const EntityTable table = Build();
  EXPECT_EQ(table.size(), 6u);
}

TEST_F(EntityTableTest, ASurnameOfTwoPersonsIsNobodys) {
  Add(0, "ana bauer", NameType::kPerson);
  Add(0, "otto bauer", NameType::kPerson);
  Add(1, "bauer", NameType::kPerson);
  const EntityTable table = Build();
  EXPECT_EQ(table.size(), 3u);
}

TEST_F(EntityTableTest, MisspeltButNotWhenOneTextTellsThemApart) {
  Add(0, "marta lindqvist", NameType::kPerson);
  Add(1, "marta lindqvits", NameType::kPerson);
  EXPECT_EQ(Build().size(), 1u);
  Add(0, "marta lindqvits", NameType::kPerson);
  docs_.pop_back();
  EXPECT_EQ(Build().size(), 2u);
}

TEST_F(EntityTableTest, Places) {
  const uint32_t hamburg = Add(0, "hamburg", NameType::kPlace);
  const uint32_t munich = Add(0, "munich", NameType::kPlace);
  const uint32_t germany = Add(0, "germany", NameType::kPlace);
  const uint32_t kenya = Add(0, "kenya", NameType::kPlace);
  const uint32_t airport = Add(0, "hamburg airport", NameType::kPlace);
  const uint32_t port = Add(0, "orla spaceport", NameType::kPlace);
  const uint32_t region = Add(0, "fens", NameType::kPlace);
  for (uint32_t e : {hamburg, munich}) {
    At(0, e).city = true;
    At(0, e).country = "DE";
  }
  At(0, germany).is_country = At(0, kenya).is_country = true;
  At(0, germany).country = "DE";
  At(0, kenya).country = "KE";
  At(0, airport).facility = At(0, port).facility = true;
  At(0, port).within = region;
  const EntityTable table = Build();
  auto relate = [&](uint32_t a, uint32_t b) {
    return table.RelatePlaces(table.Global(0, a), table.Global(0, b));
  };
  EXPECT_EQ(relate(hamburg, hamburg), RangeRelation::kEqual);
  EXPECT_EQ(relate(hamburg, munich), RangeRelation::kDisjoint);
  EXPECT_EQ(relate(hamburg, germany), RangeRelation::kInside);
  EXPECT_EQ(relate(hamburg, kenya), RangeRelation::kDisjoint);
  EXPECT_EQ(relate(germany, kenya), RangeRelation::kDisjoint);
  EXPECT_EQ(relate(airport, hamburg), RangeRelation::kInside);
  EXPECT_EQ(relate(port, munich), RangeRelation::kDisjoint);
  EXPECT_EQ(relate(port, region), RangeRelation::kInside);
  // Nothing tells where these two lie to each other.
  EXPECT_EQ(relate(airport, munich), std::nullopt);
  EXPECT_EQ(relate(region, munich), std::nullopt);
  for (uint32_t a = 0; a < 7; ++a) {
    for (uint32_t b = 0; b < 7; ++b) {
      const auto ab = relate(a, b), ba = relate(b, a);
      ASSERT_EQ(ab.has_value(), ba.has_value()) << a << " " << b;
      if (ab) {
        EXPECT_EQ(*ab, Mirror(*ba)) << a << " " << b;
      }
    }
  }
}

TEST(NormalizeNameTest, Variants) {
  EXPECT_EQ(NormalizeName("Sergey"), NormalizeName("Sergei"));
  EXPECT_EQ(NormalizeName("Zelenskyy"), NormalizeName("Zelensky"));
  EXPECT_EQ(NormalizeName("Park Min-Ho"), NormalizeName("Park Min Ho"));
  EXPECT_EQ(NormalizeName("the Northern Wire"), NormalizeName("Northern Wire"));
  EXPECT_NE(NormalizeName("Park Min Ho"), NormalizeName("Park Min Su"));
}

}  // namespace
}  // namespace claimcheck
