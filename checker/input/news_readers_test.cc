// NITF, NewsML-G2 and ninjs.

#include <string>

#include "checker/input/news_xml_reader.h"
#include "checker/input/ninjs_reader.h"
#include "checker/input/reader_checks.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

constexpr char kNitf[] = R"(<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf><head><title>Fund buys coins</title><docdata>
<date.issue norm="20210504T083000Z"/><doc.copyright holder="Arlen Wire"/>
</docdata></head><body><body.head><hedline><hl1>Fund buys 40 coins</hl1></hedline>
<byline>By A. Pike</byline><dateline>ARLEN</dateline></body.head>
<body.content><p>The fund bought <em>40</em> coins &amp; sold none.</p>
<bq><p>We paid.</p></bq><media><media-reference source="x.jpg"/><media-caption>
<p>Coins.</p></media-caption></media></body.content><body.end><tagline>End 9
</tagline></body.end></body></nitf>)";

TEST(NewsXmlReaderTest, ReadsNitf) {
  absl::StatusOr<Reading> reading = ReadNewsXml(kNitf, ReadLimits());
  ASSERT_TRUE(reading.ok()) << reading.status();
  EXPECT_EQ(CheckReading(kNitf, *reading), "");
  const v1::Document& document = reading->document;
  EXPECT_EQ(document.text(),
            "Fund buys 40 coins\n\nBy A. Pike\n\nARLEN\n\nThe fund bought 40 "
            "coins & sold none.\n\nWe paid.\n\nCoins.");
  EXPECT_EQ(document.title(), "Fund buys coins");
  EXPECT_EQ(document.published(), "2021-05-04T08:30:00Z");
  EXPECT_EQ(document.publisher(), "Arlen Wire");
  ASSERT_EQ(document.zones_size(), 4);
  EXPECT_EQ(document.zones(0).kind(), v1::Zone::HEADLINE);
  EXPECT_EQ(document.zones(1).kind(), v1::Zone::FURNITURE);
  EXPECT_EQ(document.zones(2).kind(), v1::Zone::BLOCK_QUOTE);
  EXPECT_EQ(document.zones(3).kind(), v1::Zone::CAPTION);
}

TEST(NewsXmlReaderTest, LineEndsOfWindowsKeepTheOffsetsExact) {
  const std::string xml =
      "<nitf><body><p>The fund\r\nheld 40\r\ncoins.</p></body></nitf>";
  absl::StatusOr<Reading> reading = ReadNewsXml(xml, ReadLimits());
  ASSERT_TRUE(reading.ok()) << reading.status();
  EXPECT_EQ(CheckReading(xml, *reading), "");
  const std::string& text = reading->document.text();
  ASSERT_EQ(text, "The fund held 40 coins.");
  EXPECT_EQ(reading->alignment.ToSource({14, 16}).In(xml), "40");
}

constexpr char kNewsMl[] = R"(<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
<itemSet><newsItem guid="a"><itemMeta><provider qcode="nprov:AW">
<name>Arlen Wire</name></provider><versionCreated>2021-05-04T08:30:00Z</versionCreated>
</itemMeta><contentMeta><contentCreated>2021-05-01</contentCreated><language tag="en"/>
<headline>Fund buys coins</headline></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>not this</title></head><body><h1>Fund buys</h1><p>It bought 40<![CDATA[ & sold
<none>]]>.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="b"><contentSet><inlineData>Other words.</inlineData></contentSet>
</newsItem></itemSet></newsMessage>)";

TEST(NewsXmlReaderTest, ReadsTheFirstItemOfAMessage) {
  absl::StatusOr<Reading> reading = ReadNewsXml(kNewsMl, ReadLimits());
  ASSERT_TRUE(reading.ok()) << reading.status();
  const v1::Document& document = reading->document;
  EXPECT_EQ(document.text(), "Fund buys\n\nIt bought 40 & sold <none>.");
  EXPECT_EQ(document.title(), "Fund buys coins");
  EXPECT_EQ(document.published(), "2021-05-04T08:30:00Z");
  EXPECT_EQ(document.publisher(), "Arlen Wire");
  EXPECT_EQ(document.language(), "en");
  EXPECT_EQ(reading->notices.size(), 1u);
}

TEST(NewsXmlReaderTest, RefusesOtherXmlAndExpandsNoEntity) {
  EXPECT_FALSE(ReadNewsXml("<rss><item/></rss>", ReadLimits()).ok());
  EXPECT_FALSE(ReadNewsXml("<nitf><body>", ReadLimits()).ok());
  // Neither its own entities nor other files.
  const std::string xml =
      "<!DOCTYPE nitf [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
      "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
      "<nitf><body><p>It &b;&x; held.</p></body></nitf>";
  absl::StatusOr<Reading> reading = ReadNewsXml(xml, ReadLimits());
  if (reading.ok()) {
    EXPECT_EQ(reading->document.text().find("aaaa"), std::string::npos);
    EXPECT_EQ(reading->document.text().find("root"), std::string::npos);
  }
}

TEST(NinjsReaderTest, ReadsBothGenerations) {
  absl::StatusOr<Reading> reading = ReadNinjs(
      R"({"uri":"x","headline":"Fund buys","versioncreated":"2021-05-04T08:30:00Z",
      "provider":"Arlen Wire","language":"en","body_xhtml":
      "<p>It bought 40 &amp; more.</p><ul><li>gold</li></ul>"})",
      ReadLimits());
  ASSERT_TRUE(reading.ok()) << reading.status();
  EXPECT_TRUE(reading->extracted);
  EXPECT_EQ(reading->document.text(),
            "Fund buys\n\nIt bought 40 & more.\n\ngold");
  EXPECT_EQ(reading->document.published(), "2021-05-04T08:30:00Z");
  EXPECT_EQ(reading->document.publisher(), "Arlen Wire");
  EXPECT_EQ(CheckReading("", *reading), "");

  reading = ReadNinjs(
      R"({"headlines":[{"value":"Fund buys"}],"bodies":[{"contentType":"text/html",
      "value":"<p>no</p>"},{"contentType":"text/plain","value":"It bought 40."}],
      "infoSources":[{"name":"Arlen Wire"}]})",
      ReadLimits());
  ASSERT_TRUE(reading.ok()) << reading.status();
  EXPECT_EQ(reading->document.text(), "Fund buys\n\nIt bought 40.");
  EXPECT_EQ(reading->document.publisher(), "Arlen Wire");
}

TEST(NinjsReaderTest, RefusesWhatIsNone) {
  for (absl::string_view json : {"", "[]", "{", "{\"body_text\":7}", "nul"}) {
    EXPECT_FALSE(ReadNinjs(json, ReadLimits()).ok()) << json;
  }
}

}  // namespace
}  // namespace claimcheck
