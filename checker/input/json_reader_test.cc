#include "checker/input/json_reader.h"

#include <string>

#include "claimcheck/v1/document.pb.h"
#include "claimcheck/v1/finding.pb.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

absl::Status Read(const std::string& json, v1::Document* document) {
  return ReadJson(json, 64, document);
}

TEST(JsonReaderTest, ReadsADocument) {
  v1::Document d;
  ASSERT_TRUE(Read(R"( {"id": "a", "text": "Tea \"&\" \u00e9\ud83d\ude00\n",
                       "published":"2024-05-15", "role": "CHECKED",
                       "zones":[{"kind":1,"span":{"begin":2,"end":"7"}}],
                       "derivedFrom":"b", "published_source": "GIVEN"} )",
                   &d)
                  .ok());
  EXPECT_EQ(d.id(), "a");
  EXPECT_EQ(d.text(), "Tea \"&\" \xC3\xA9\xF0\x9F\x98\x80\n");
  EXPECT_EQ(d.role(), v1::Document::CHECKED);
  ASSERT_EQ(d.zones_size(), 1);
  EXPECT_EQ(d.zones(0).kind(), v1::Zone::HEADLINE);
  EXPECT_EQ(d.zones(0).span().end(), 7u);
  EXPECT_EQ(d.derived_from(), "b");
  EXPECT_EQ(d.published_source(), v1::GIVEN);
}

TEST(JsonReaderTest, SkipsWhatItDoesNotKnowAndNulls) {
  v1::Document d;
  ASSERT_TRUE(Read(R"({"id":"a","x":[1,-0.5e3,{"y":null},"\u0041",true,[]],
                       "title":null,"z":{}})",
                   &d)
                  .ok());
  EXPECT_EQ(d.id(), "a");
  EXPECT_EQ(d.title(), "");
}

TEST(JsonReaderTest, RefusesWhatIsNotJson) {
  for (const char* bad : {
           "", "null", "42", "[]", "{", "{}{}", "{} x", R"({"id":"a",})",
           R"({'id':'a'})", R"({id:"a"})", R"({"id" "a"})", R"({"id":"a)",
           R"({"id":"\x41"})", R"({"id":"\u12g4"})", R"({"id":"\ud800"})",
           R"({"id":"\udc00"})", R"({"id":"\ud800\u0041"})", "{\"id\":\"\x01\"}",
           "{\"id\":\"\xFF\"}", "{\"id\":\"\xED\xA0\x80\"}", R"({"id":7})",
           R"({"id":["a"]})", R"({"zones":{}})", R"({"zones":[{]})",
           R"({"x":NaN})", R"({"x":01})", R"({"x":1.})", R"({"x":1e})",
           R"({"x":-})", R"({"x":tru})", R"({"role":"NOBODY"})",
           R"({"zones":[{"span":{"begin":-1}}]})",
           R"({"zones":[{"span":{"begin":4294967296}}]})",
           R"({"zones":[{"span":{"begin":1.5}}]})", R"({"id":"a","id":"b"})"}) {
    v1::Document d;
    d.set_title("old");
    const absl::Status status = Read(bad, &d);
    EXPECT_FALSE(status.ok()) << bad;
    EXPECT_EQ(std::string(status.message()).rfind("column ", 0), 0u) << bad;
    EXPECT_EQ(std::string(status.message()).find('\n'), std::string::npos);
    EXPECT_EQ(d.ByteSizeLong(), 0u) << bad;
  }
}

TEST(JsonReaderTest, SaysWhere) {
  v1::Document d;
  EXPECT_EQ(std::string(Read(R"({"id":"a","text":5})", &d).message()),
            "column 18: \"text\" must be a string");
}

TEST(JsonReaderTest, DepthIsBounded) {
  v1::Document d;
  const std::string open(63, '['), close(63, ']');
  EXPECT_TRUE(Read("{\"x\":" + open + close + "}", &d).ok());
  EXPECT_FALSE(Read("{\"x\":[" + open + close + "]}", &d).ok());
  EXPECT_FALSE(Read("{\"x\":" + std::string(1000000, '['), &d).ok());
}

TEST(JsonReaderTest, ReadsARequest) {
  v1::CheckRequest r;
  ASSERT_TRUE(ReadJson(R"({"id":"1","draft":{"text":"a"},
                           "sources":[{"text":"b"},{"text":"c"}]})",
                       64, &r)
                  .ok());
  EXPECT_EQ(r.draft().text(), "a");
  EXPECT_EQ(r.sources_size(), 2);
}

}  // namespace
}  // namespace claimcheck
