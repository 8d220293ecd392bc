#include "claims/base/text_proto.h"

#include <string>

#include "claimcheck/v1/rule.pb.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(LoadTextProtoTest, ReadsAMessage) {
  v1::Rule rule;
  EXPECT_THAT(LoadTextProto("id: \"a.b\" severity: ERROR", &rule), IsEmpty());
  EXPECT_EQ(rule.id(), "a.b");
}

TEST(LoadTextProtoTest, NamesThePlaceOfAnUnknownField) {
  v1::Rule rule;
  const auto issues = LoadTextProto("id: \"a.b\"\n  colour: 3\n", &rule);
  ASSERT_THAT(issues, SizeIs(testing::Ge(1)));
  EXPECT_EQ(issues[0].line, 2);
  EXPECT_THAT(issues[0].message, HasSubstr("colour"));
}

TEST(LoadTextProtoTest, ReadsOnBehindUnknownFieldsWhenItIsAskedTo) {
  v1::Rule rule;
  const auto issues = LoadTextProto(
      "colour: 3\nid: \"a.b\"\n  size { w: 1 }\nseverity: ERROR", &rule, nullptr,
      UnknownField::kReadOn);
  ASSERT_THAT(issues, SizeIs(2));
  EXPECT_EQ(issues[0].line, 1);
  EXPECT_EQ(issues[1].line, 3);
  EXPECT_FALSE(issues[1].warning);
  EXPECT_EQ(rule.severity(), v1::Severity::ERROR);
}

std::string Nested(int depth) {
  std::string open = "claim { when { ", close = "} }";
  for (int i = 0; i < depth; ++i) {
    absl::StrAppend(&open, "not { ");
    absl::StrAppend(&close, " }");
  }
  return open + close;
}

TEST(LoadTextProtoTest, RefusesWhatWouldOverrunTheStack) {
  v1::Rule rule;
  EXPECT_THAT(LoadTextProto(Nested(10), &rule), IsEmpty());
  for (int depth : {40, 1000, 100000}) {
    v1::Rule deep;
    const auto issues = LoadTextProto(Nested(depth), &deep);
    ASSERT_THAT(issues, SizeIs(testing::Ge(1))) << depth;
    EXPECT_THAT(issues[0].message, HasSubstr("nested deeper than 32")) << depth;
  }
}

TEST(LoadTextProtoTest, RefusesStringsThatAreNoUtf8) {
  v1::Rule rule;
  const auto issues = LoadTextProto("title: \"\\377\\376\"", &rule);
  ASSERT_THAT(issues, SizeIs(1));
  EXPECT_THAT(issues[0].message, HasSubstr("title"));
  for (const char* bad : {"\\300\\200", "\\355\\240\\200", "\\364\\220\\200\\200",
                          "\\340\\200\\200", "a\\303"}) {
    v1::Rule other;
    EXPECT_THAT(LoadTextProto(absl::StrCat("title: \"", bad, "\""), &other),
                SizeIs(testing::Ge(1)))
        << bad;
  }
  v1::Rule good;
  EXPECT_THAT(LoadTextProto("title: \"Сosmodrome – ünï 𝟜\"", &good), IsEmpty());
}

TEST(LoadTextProtoTest, RefusesHugeFiles) {
  v1::Rule rule;
  const std::string text(kMaxTextProtoBytes + 1, ' ');
  EXPECT_THAT(LoadTextProto(text, &rule), SizeIs(1));
}

TEST(FormatIssueTest, PointsAtTheColumn) {
  TextProtoIssue issue;
  issue.line = 2;
  issue.column = 3;
  issue.message = "no";
  EXPECT_EQ(FormatIssue("f.textproto", issue, "one\n  two\n"),
            "f.textproto:2:3: error: no\n  |   two\n  |   ^\n");
  // A line that is not there, or not printable, is left out.
  issue.line = 9;
  EXPECT_EQ(FormatIssue("f", issue, "one\n"), "f:9:3: error: no\n");
  issue.line = 1;
  EXPECT_EQ(FormatIssue("f", issue, "a\x1b[31m\n"), "f:1:3: error: no\n");
}

}  // namespace
}  // namespace claimcheck
