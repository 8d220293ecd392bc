// Keeps the messages readable for those who stored or sent them: each field and
// each enum value that was ever published keeps its number, its type and its name.
//
// proto/schema.txt lists what is published.  After adding something, write it
// anew:  bazel run //proto:schema_test -- --update
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "claimcheck/v1/baseline.pb.h"
#include "claimcheck/v1/claim.pb.h"
#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/finding.pb.h"
#include "claimcheck/v1/lexicon.pb.h"
#include "claimcheck/v1/rule.pb.h"
#include "claimcheck/v1/settings.pb.h"
#include "claimcheck/v1/sheet.pb.h"
#include "claimcheck/v1/value.pb.h"
#include "google/protobuf/descriptor.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;

constexpr char kSchema[] = "proto/schema.txt";

std::string TypeOf(const FieldDescriptor& field) {
  std::string type = field.type_name();
  if (field.message_type() != nullptr) type = field.message_type()->full_name();
  if (field.enum_type() != nullptr) type = field.enum_type()->full_name();
  if (field.is_repeated()) type = "repeated " + type;
  if (field.has_optional_keyword()) type = "optional " + type;
  return type;
}

void AddEnum(const EnumDescriptor& type, std::set<std::string>* lines) {
  for (int i = 0; i < type.value_count(); ++i) {
    lines->insert(type.full_name() + " " +
                  std::to_string(type.value(i)->number()) + " " +
                  type.value(i)->name());
  }
}

void AddMessage(const Descriptor& type, std::set<std::string>* lines) {
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    lines->insert(type.full_name() + " " + std::to_string(field.number()) +
                  " " + field.name() + " " + TypeOf(field));
  }
  for (int i = 0; i < type.nested_type_count(); ++i) {
    AddMessage(*type.nested_type(i), lines);
  }
  for (int i = 0; i < type.enum_type_count(); ++i) {
    AddEnum(*type.enum_type(i), lines);
  }
}

// "claimcheck.v1.Claim 3 kind claimcheck.v1.Claim.Kind", a line each.
std::set<std::string> CurrentSchema() {
  std::set<std::string> lines;
  for (const FileDescriptor* file :
       {v1::Document::descriptor()->file(), v1::Claim::descriptor()->file(),
        v1::Finding::descriptor()->file(), v1::Rule::descriptor()->file(),
        v1::Decimal::descriptor()->file(), v1::Sheet::descriptor()->file(),
        v1::LexiconFile::descriptor()->file(),
        v1::Settings::descriptor()->file(),
        v1::Baseline::descriptor()->file()}) {
    for (int i = 0; i < file->message_type_count(); ++i) {
      AddMessage(*file->message_type(i), &lines);
    }
    for (int i = 0; i < file->enum_type_count(); ++i) {
      AddEnum(*file->enum_type(i), &lines);
    }
  }
  return lines;
}

std::set<std::string> PublishedSchema() {
  std::set<std::string> lines;
  std::ifstream file(kSchema);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') lines.insert(line);
  }
  return lines;
}

TEST(Schema, KeepsWhatWasPublished) {
  const std::set<std::string> current = CurrentSchema();
  const std::set<std::string> published = PublishedSchema();
  EXPECT_GT(published.size(), 200u);
  for (const std::string& line : published) {
    EXPECT_EQ(current.count(line), 1u)
        << line << "\nwas published and is gone or changed; take another number "
        << "for what is new, and mark the old field deprecated";
  }
}

TEST(Schema, IsListed) {
  const std::set<std::string> published = PublishedSchema();
  for (const std::string& line : CurrentSchema()) {
    EXPECT_EQ(published.count(line), 1u)
        << line << "\nis new: bazel run //proto:schema_test -- --update";
  }
}

int Update() {
  const char* root = std::getenv("BUILD_WORKSPACE_DIRECTORY");
  if (root == nullptr) {
    std::cerr << "--update works with bazel run\n";
    return 2;
  }
  const std::set<std::string> current = CurrentSchema();
  for (const std::string& line : PublishedSchema()) {
    if (current.count(line) == 0) {
      std::cerr << line << "\nis gone or changed; nothing written\n";
      return 1;
    }
  }
  std::ofstream out(std::string(root) + "/" + kSchema);
  out << "# Every field and enum value that was published; schema_test.cc keeps "
         "it.\n";
  for (const std::string& line : current) out << line << "\n";
  return out.flush() ? 0 : 2;
}

}  // namespace
}  // namespace claimcheck

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc > 1 && std::string(argv[1]) == "--update") {
    return claimcheck::Update();
  }
  return RUN_ALL_TESTS();
}
