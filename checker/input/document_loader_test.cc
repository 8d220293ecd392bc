#include "checker/input/document_loader.h"

#include <memory>
#include <string>
#include <vector>

#include "checker/input/iso_date.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> Ids(const std::vector<std::string>& given) {
  std::vector<v1::Document> documents;
  for (const std::string& id : given) {
    documents.emplace_back();
    documents.back().set_id(id);
  }
  MakeIdsUnique("document", &documents);
  std::vector<std::string> ids;
  for (const v1::Document& document : documents) ids.push_back(document.id());
  return ids;
}

TEST(DocumentLoaderTest, IdsBecomeUnique) {
  EXPECT_THAT(Ids({"a", "b", "a", "a"}), ElementsAre("a", "b", "a#2", "a#3"));
  EXPECT_THAT(Ids({"", ""}), ElementsAre("document", "document#2"));
  EXPECT_THAT(Ids({"a", "a#2", "a"}), ElementsAre("a", "a#2", "a#3"));
  EXPECT_THAT(Ids({"a", "a", "a#2"}), ElementsAre("a", "a#2", "a#2#2"));
}

TEST(DocumentLoaderTest, ManyEqualIdsAreQuick) {
  const std::vector<std::string> ids =
      Ids(std::vector<std::string>(200000, "a"));
  EXPECT_EQ(ids.back(), "a#200000");
}

TEST(DocumentLoaderTest, IsoDates) {
  for (const char* good :
       {"2024-06-18", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29",
        "2013-02-12T04:30", "2016-11-07T00:00:00", "2016-11-07T00:00:00.125",
        "2016-11-07T23:59:60Z", "2016-11-07T23:59+09:00", "2016-11-07T23:59-0330",
        "2016-11-07T23:59+09"}) {
    EXPECT_TRUE(IsIsoDate(good)) << good;
  }
  for (const char* bad :
       {"", "2024", "2024-06", "2024-6-18", "18-06-2024", "2024/06/18",
        "2023-02-29", "1900-02-29", "2024-02-30", "2024-13-01", "2024-00-10",
        "2024-01-00", "0000-01-01", "2024-06-18T", "2024-06-18T24:00",
        "2024-06-18T10", "2024-06-18T10:60", "2024-06-18 10:00",
        "2024-06-18T10:00:00.", "2024-06-18T10:00X", "2024-06-18T10:00+99:00",
        "2024-06-18T10:00+09:", "yesterday", "+024-06-18", "2024-06-18x"}) {
    EXPECT_FALSE(IsIsoDate(bad)) << bad;
  }
}

TEST(DocumentLoaderTest, DatesOfNewsFilesBecomeIsoDates) {
  for (const auto& [written, iso] :
       std::vector<std::pair<const char*, const char*>>{
           {"2024-06-18", "2024-06-18"},
           {" 2024-06-18T04:30:00Z\n", "2024-06-18T04:30:00Z"},
           {"2024-06-18 04:30", "2024-06-18T04:30"},
           {"2024-06-18 04:30:00 +0000", "2024-06-18T04:30:00+0000"},
           {"20240618", "2024-06-18"},
           {"20240618T043000Z", "2024-06-18T04:30:00Z"},
           {"20240618T043000+0100", "2024-06-18T04:30:00+0100"},
           {"Tue, 18 Jun 2024 04:30:00 GMT", "2024-06-18T04:30:00Z"},
           {"18 June 2024", "2024-06-18"},
           {"2024-06-18T4pm", "2024-06-18"},
           {"2024-02-30", ""},
           {"06/07/2024", ""},
           {"1718685000", ""},
           {"yesterday", ""},
           {"", ""}}) {
    EXPECT_EQ(NormaliseDate(written), iso) << written;
  }
}

TEST(DocumentLoaderTest, GivenDatesGoByPathLastPartOrId) {
  GivenDates dates;
  EXPECT_TRUE(dates.Add("a.txt=2024-05-15").ok());
  EXPECT_TRUE(dates.Add("in/b=c.txt=2024-05-16").ok());
  EXPECT_TRUE(dates.Add("never=2024-05-17").ok());
  EXPECT_FALSE(dates.Add("2024-05-15").ok());
  EXPECT_FALSE(dates.Add("=2024-05-15").ok());
  EXPECT_FALSE(dates.Add("a=May").ok());
  v1::Document document;
  dates.Apply("in/a.txt", &document);
  EXPECT_EQ(document.published(), "2024-05-15");
  dates.Apply("in/b=c.txt", &document);
  EXPECT_EQ(document.published(), "2024-05-16");
  v1::Document line;
  line.set_id("a.txt");
  dates.Apply("", &line);
  EXPECT_EQ(line.published(), "2024-05-15");
  EXPECT_THAT(dates.Unused(), ElementsAre("never"));
}

TEST(DocumentLoaderTest, DatesThatAreNoneAreTold) {
  InputProblems problems(5);
  v1::Document document;
  JsonLine line;
  line.name = "in.jsonl";
  line.number = 7;
  line.text = R"({"text":"x","published":"last week"})";
  EXPECT_TRUE(ReadDocument(line, Limits(), &document, &problems));
  EXPECT_EQ(document.id(), "in.jsonl:7");
  EXPECT_EQ(document.published(), "");
  EXPECT_EQ(problems.lost(), 0u);
  EXPECT_THAT(problems.TakeText(true),
              HasSubstr("in.jsonl:7: note: \"published\" is no ISO 8601 date"));
}

TEST(DocumentLoaderTest, NamesThatAreNotUtf8MakeIdsThatAre) {
  InputProblems problems(5);
  v1::Document document;
  std::shared_ptr<const Original> original;
  EXPECT_TRUE(ReadFile("bad\xFF.txt", "x", LoadOptions(), &document, &original,
                       &problems));
  EXPECT_EQ(document.id(), "bad\\xff.txt");
}

}  // namespace
}  // namespace claimcheck
