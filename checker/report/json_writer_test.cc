#include "checker/report/json_writer.h"

#include <string>

#include "checker/input/json_reader.h"
#include "claimcheck/v1/finding.pb.h"
#include "google/protobuf/util/json_util.h"
#include "google/protobuf/util/message_differencer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

v1::Report SampleReport() {
  v1::Report report;
  report.set_id("r \"1\" \\ \t\n\x1b\x7f \xC3\xA9 \xE2\x80\xAE \xF0\x9F\x98\x80");
  report.set_complete(true);
  report.mutable_counts()->set_bytes(9007199254740993u);
  v1::Finding* finding = report.add_findings();
  finding->set_kind(v1::Finding::CONTRADICTION);
  finding->set_severity(v1::Severity::ERROR);
  finding->add_notes("one");
  finding->add_notes("");
  v1::Evidence* evidence = finding->add_evidence();
  evidence->mutable_span()->set_end(7);
  v1::Decimal* written = evidence->mutable_claim()->mutable_quantity()
                             ->mutable_written();
  written->set_significand(-42);
  written->set_exponent(-3);
  finding->add_evidence();
  finding->mutable_explanation()->add_parts()->set_truth(v1::Step::YES);
  return report;
}

std::string Json(const google::protobuf::Message& m, bool indented) {
  std::string out;
  AppendJson(m, indented, &out);
  return out;
}

TEST(JsonWriterTest, ProtobufsReaderReadsTheSameMessage) {
  const v1::Report report = SampleReport();
  for (bool indented : {false, true}) {
    v1::Report back;
    ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(
                    Json(report, indented), &back)
                    .ok());
    EXPECT_TRUE(google::protobuf::util::MessageDifferencer::Equals(report, back))
        << Json(report, true);
    v1::Report ours;
    EXPECT_TRUE(ReadJson(Json(report, indented), 64, &ours).ok());
    EXPECT_TRUE(
        google::protobuf::util::MessageDifferencer::Equals(report, ours));
  }
}

TEST(JsonWriterTest, WritesAsProtobufDoes) {
  v1::Report report = SampleReport();
  report.set_id("plain");  // escapes may be written in more than one way
  std::string theirs;
  ASSERT_TRUE(
      google::protobuf::util::MessageToJsonString(report, &theirs).ok());
  EXPECT_EQ(Json(report, false), theirs);
}

TEST(JsonWriterTest, IsSafeToShowAndValid) {
  std::string out;
  AppendJsonString(
      absl::string_view("a\0b\x1b[2J\xFF\xC2\x9B\xE2\x80\xAE\xF3\xA0\x81\x81\xC3",
                        18),
      &out);
  EXPECT_EQ(out,
            "\"a\\u0000b\\u001b[2J\xEF\xBF\xBD\\u009b\\u202e\\udb40\\udc41"
            "\xEF\xBF\xBD\"");
}

TEST(JsonWriterTest, Indents) {
  v1::Finding f;
  f.add_notes("a");
  f.add_notes("b");
  f.mutable_explanation();
  EXPECT_EQ(Json(f, true),
            "{\n  \"explanation\": {},\n  \"notes\": [\n    \"a\",\n    \"b\"\n"
            "  ]\n}");
  EXPECT_EQ(Json(v1::Finding(), true), "{}");
}

}  // namespace
}  // namespace claimcheck
