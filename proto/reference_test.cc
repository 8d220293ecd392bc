// docs/rule_reference.md is made of rule.proto, with its comments.  After
// changing the one, write the other anew:
//   bazel run //proto:reference_test -- --update
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/descriptor.pb.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::SourceLocation;

constexpr char kReference[] = "docs/rule_reference.md";

// Comments before and behind a declaration, in one line.
template <typename Declared>
std::string CommentOf(const Declared& declared) {
  SourceLocation location;
  if (!declared.GetSourceLocation(&location)) return "";
  std::string text =
      absl::StrCat(location.leading_comments, " ", location.trailing_comments);
  text = absl::StrReplaceAll(text, {{"\n", " "}, {"|", "\\|"}});
  absl::RemoveExtraAsciiWhitespace(&text);
  return text;
}

// "Condition.Values": without the package.
std::string NameOf(const std::string& full) {
  return full.substr(std::string("claimcheck.v1.").size());
}

std::string Anchor(const std::string& name) {
  return absl::AsciiStrToLower(absl::StrReplaceAll(name, {{".", ""}}));
}

std::string TypeOf(const FieldDescriptor& field) {
  std::string type = field.type_name();
  const std::string full =
      field.message_type() != nullptr ? field.message_type()->full_name()
      : field.enum_type() != nullptr  ? field.enum_type()->full_name()
                                      : "";
  if (!full.empty()) {
    const std::string name = NameOf(full);
    type = absl::StrCat("[", name, "](#", Anchor(name), ")");
  }
  if (field.is_repeated()) type = absl::StrCat("list of ", type);
  if (field.has_optional_keyword()) type = absl::StrCat("optional ", type);
  return type;
}

class Reference {
 public:
  std::string Write(const Descriptor& rule) {
    out_ =
        "# Fields of rules\n\n"
        "Every field that a rule may have, made of `proto/rule.proto`.  "
        "[writing_rules.md](writing_rules.md) says\nwhat they mean and when a "
        "condition is unknown.\n";
    Add(rule);
    return out_;
  }

 private:
  void Add(const Descriptor& message) {
    if (!seen_.insert(message.full_name()).second) return;
    const std::string name = NameOf(message.full_name());
    absl::StrAppend(&out_, "\n## ", name, "\n\n");
    const std::string comment = CommentOf(message);
    if (!comment.empty()) absl::StrAppend(&out_, comment, "\n\n");
    if (message.field_count() == 0) {
      absl::StrAppend(&out_, "No fields.\n");
    } else {
      absl::StrAppend(&out_, "| field | type | |\n| --- | --- | --- |\n");
    }
    for (int i = 0; i < message.field_count(); ++i) {
      const FieldDescriptor& field = *message.field(i);
      absl::StrAppend(&out_, "| `", field.name(), "` | ", TypeOf(field), " | ",
                      CommentOf(field), " |\n");
    }
    for (int i = 0; i < message.field_count(); ++i) {
      const FieldDescriptor& field = *message.field(i);
      if (field.message_type() != nullptr) Add(*field.message_type());
      if (field.enum_type() != nullptr) Add(*field.enum_type());
    }
  }

  void Add(const EnumDescriptor& type) {
    if (!seen_.insert(type.full_name()).second) return;
    absl::StrAppend(&out_, "\n## ", NameOf(type.full_name()), "\n\n");
    std::string comment = CommentOf(type);
    if (comment.empty() && type.containing_type() != nullptr) {
      comment = CommentOf(*type.containing_type());
    }
    if (!comment.empty()) absl::StrAppend(&out_, comment, "\n\n");
    absl::StrAppend(&out_, "| value | |\n| --- | --- |\n");
    for (int i = 0; i < type.value_count(); ++i) {
      if (type.value(i)->number() == 0) continue;
      absl::StrAppend(&out_, "| `", type.value(i)->name(), "` | ",
                      CommentOf(*type.value(i)), " |\n");
    }
  }

  std::string out_;
  std::set<std::string> seen_;
};

std::string CurrentReference() {
  // The schema as protoc read it, with comments; those of the generated classes
  // have none.
  std::ifstream in("proto/rule_schema.binpb", std::ios::binary);
  google::protobuf::FileDescriptorSet files;
  if (!files.ParseFromIstream(&in)) return "";
  google::protobuf::DescriptorPool pool;
  for (const auto& file : files.file()) {
    if (pool.BuildFile(file) == nullptr) return "";
  }
  const Descriptor* rule = pool.FindMessageTypeByName("claimcheck.v1.Rule");
  return rule == nullptr ? "" : Reference().Write(*rule);
}

TEST(Reference, IsThatOfTheSchema) {
  std::ifstream file(kReference);
  std::stringstream written;
  written << file.rdbuf();
  const std::string current = CurrentReference();
  EXPECT_GT(current.size(), 5000u);
  EXPECT_EQ(written.str(), current)
      << "bazel run //proto:reference_test -- --update";
}

int Update() {
  const char* root = std::getenv("BUILD_WORKSPACE_DIRECTORY");
  if (root == nullptr) {
    std::cerr << "--update works with bazel run\n";
    return 2;
  }
  std::ofstream out(absl::StrCat(root, "/", kReference));
  out << CurrentReference();
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
