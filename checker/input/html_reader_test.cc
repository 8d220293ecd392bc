#include "checker/input/html_reader.h"

#include <random>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/input/reader_checks.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

Reading Read(absl::string_view html) {
  absl::StatusOr<Reading> reading = ReadHtml(html, ReadLimits());
  EXPECT_TRUE(reading.ok()) << reading.status();
  if (!reading.ok()) return Reading();
  EXPECT_EQ(CheckReading(html, *reading), "") << html;
  return *std::move(reading);
}

std::string TextOf(absl::string_view html) { return Read(html).document.text(); }

// "HEADLINE The fund | ..."
std::string ZonesOf(absl::string_view html) {
  const Reading reading = Read(html);
  std::string out;
  for (const v1::Zone& zone : reading.document.zones()) {
    absl::StrAppend(&out, out.empty() ? "" : " | ",
                    v1::Zone::Kind_Name(zone.kind()), " ",
                    absl::string_view(reading.document.text())
                        .substr(zone.span().begin(),
                                zone.span().end() - zone.span().begin()));
  }
  return out;
}

TEST(HtmlReaderTest, BlocksBecomeParagraphsAndInlineElementsDoNot) {
  EXPECT_EQ(TextOf("<p>The <b>fund</b> held\n  <i>40</i>&nbsp;coins.</p>"
                   "<div>It <a href=x>sold</a> none.</div>tail"),
            "The fund held 40\xC2\xA0" "coins.\n\nIt sold none.\n\ntail");
  EXPECT_EQ(TextOf("<p>1,<wbr>000 and<br>2,000</p>"), "1,000 and\n2,000");
}

TEST(HtmlReaderTest, ResolvesReferences) {
  EXPECT_EQ(TextOf("caf&eacute; &#8220;A&amp;B&#x201D; &copy; 4 &lt; 5 &bogus; "
                   "R&D &#0; &#99999999;"),
            "caf\xC3\xA9 \xE2\x80\x9C" "A&B\xE2\x80\x9D \xC2\xA9 4 < 5 &bogus; "
            "R&D");
}

TEST(HtmlReaderTest, SpansLeadToTheBytesOfTheFile) {
  const std::string html =
      "<html><body><p>Ca&eacute;n <!-- 7 > 6 -->said <b>40</b> of 100.</p>";
  const Reading reading = Read(html);
  EXPECT_EQ(reading.document.text(), "Ca\xC3\xA9n said 40 of 100.");
  const auto slice = [&](uint32_t begin, uint32_t end) {
    return std::string(reading.alignment.ToSource({begin, end}).In(html));
  };
  EXPECT_EQ(slice(0, 5), "Ca&eacute;n");
  EXPECT_EQ(slice(6, 10), "said");
  EXPECT_EQ(slice(11, 20), "40</b> of 100");
}

TEST(HtmlReaderTest, ControlCharactersMoveNoPlace) {
  const std::string html =
      "<p>The f\x06und said\x01 it held 4\x02\x03" "0 caf\xC3\xA9s.\x04</p>";
  const Reading reading = Read(html);
  const std::string& text = reading.document.text();
  EXPECT_EQ(text, "The fund said it held 40 caf\xC3\xA9s.");
  for (const std::string word : {"said", "held", "caf\xC3\xA9s"}) {
    const uint32_t begin = static_cast<uint32_t>(text.find(word));
    const Span word_span = {begin, begin + static_cast<uint32_t>(word.size())};
    EXPECT_EQ(reading.alignment.ToSource(word_span).In(html), word);
  }
}

TEST(HtmlReaderTest, ImpliedElementsMoveNoPlace) {
  // Read() holds each word against its place.
  for (const char* html : {"<!doctype html>&html> 40 coins.",
                           "<!doctype html><&html> 40 coins.",
                           "The <b>&html> 40 coins."}) {
    EXPECT_TRUE(absl::EndsWith(TextOf(html), "&html> 40 coins.")) << html;
  }
}

TEST(HtmlReaderTest, LeavesOutWhatIsNoText) {
  EXPECT_EQ(
      TextOf("<head><title>T</title><style>p{}</style></head><body>"
             "<script>var a = '<p>9 dead</p>';</script><noscript>8</noscript>"
             "<p hidden>7</p><p style='display: none'>6</p>"
             "<p>The fund <del>held 5</del>has 4.<sup>[1]</sup></p>"
             "<template>3</template><svg><text>2</text></svg></body>"),
      "The fund has 4.");
  EXPECT_EQ(TextOf("<p>The 21<sup>st</sup> of May, 40 km<sup>2</sup>, 7<sup>2"
                   "</sup></p>"),
            "The 21st of May, 40 km\xC2\xB2, 7");
}

constexpr char kPage[] = R"(<!doctype html><html lang="en-GB"><head>
<title>Fund buys coins | The Bulletin</title>
<meta property="og:title" content="Fund buys coins">
<meta property="og:site_name" content="The Bulletin">
<meta property="article:published_time" content="2021-05-04T08:30:00+01:00">
<link rel="canonical" href="https://example.org/fund">
</head><body>
<header><a href=/>Home</a> <p>Weather: 12 degrees</p></header>
<nav><ul><li><a href=/a>World</a><li><a href=/b>Sport</a></ul></nav>
<main><article><header><h1>Fund buys coins</h1></header>
<p>The Arlen fund bought 40 coins on 3 May 2021, its keeper said.</p>
<figure><img src=x alt="coins"><figcaption>Coins in Arlen, 2019.</figcaption></figure>
<blockquote><p>We bought them all, and we paid what was asked.</p></blockquote>
<h2>What it cost</h2>
<ul><li>Gold: 30 coins</li><li>Silver: 10 coins</li></ul>
<table><tr><th>Year</th><td>2021</td></tr></table>
<p>Read more: <a href=/x>Another fund sells</a></p>
<aside>Related: 99 coins stolen</aside>
<div class="share-bar">Share 7 times</div>
<footer>Filed under money</footer></article>
<article class=teaser><h3><a href=/y>Ten dead in storm</a></h3><p>A storm.</p></article>
</main><footer><p>Copyright 2021, 12 High Street</p></footer></body></html>)";

TEST(HtmlReaderTest, TakesTheArticleOfAPage) {
  const v1::Document document = Read(kPage).document;
  EXPECT_EQ(document.text(),
            "Fund buys coins\n\n"
            "The Arlen fund bought 40 coins on 3 May 2021, its keeper said.\n\n"
            "Coins in Arlen, 2019.\n\n"
            "We bought them all, and we paid what was asked.\n\n"
            "What it cost\n\nGold: 30 coins\n\nSilver: 10 coins\n\nYear\n\n"
            "2021");
  EXPECT_EQ(ZonesOf(kPage),
            "HEADLINE Fund buys coins | CAPTION Coins in Arlen, 2019. | "
            "BLOCK_QUOTE We bought them all, and we paid what was asked. | "
            "HEADLINE What it cost | TABLE Year | TABLE 2021");
  EXPECT_EQ(document.title(), "Fund buys coins");
  EXPECT_EQ(document.publisher(), "The Bulletin");
  EXPECT_EQ(document.published(), "2021-05-04T08:30:00+01:00");
  EXPECT_EQ(document.url(), "https://example.org/fund");
  EXPECT_EQ(document.language(), "en-GB");
}

TEST(HtmlReaderTest, BelievesJsonLdBeforeMetaTags) {
  const v1::Document document =
      Read(R"(<meta name=date content="2020-01-01"><title>Site</title>
<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},
{"@type":["NewsArticle"],"headline":"Fund sells","datePublished":
"2021-05-04T08:30:00Z","publisher":{"@type":"Organization","name":"Bulletin"}}]}
</script><p>The fund sold 3 coins.</p>)")
          .document;
  EXPECT_EQ(document.title(), "Fund sells");
  EXPECT_EQ(document.published(), "2021-05-04T08:30:00Z");
  EXPECT_EQ(document.publisher(), "Bulletin");
}

TEST(HtmlReaderTest, APageThatSaysNothingOfItselfIsReadWhole) {
  EXPECT_EQ(TextOf("plain words"), "plain words");
  EXPECT_EQ(TextOf(""), "");
  EXPECT_EQ(TextOf("<ul><li><a href=x>One</a><li><a href=y>Two</a></ul>"),
            "One\n\nTwo");
}

TEST(HtmlReaderTest, SaysThatAPageWithoutTextHasNone) {
  EXPECT_EQ(Read("<div hidden>The fund held 40 coins.</div>").notices.size(),
            1u);
}

TEST(HtmlReaderTest, WhatIsNestedDeeplyIsReadAllTheSame) {
  std::string html = "<p>before</p>";
  for (int i = 0; i < 3000; ++i) html += "<div><span>";
  html += "The fund held 40 coins.";
  for (int i = 0; i < 3000; ++i) html += "</i></b>";
  html += "<p>after</p>";
  EXPECT_EQ(TextOf(html), "before\n\nThe fund held 40 coins.\n\nafter");
}

// Pages put together at random, without links, as blocks of links are left out: every span between two words of a paragraph,
// cut out of the page and read again, gives the words.
TEST(HtmlReaderTest, ASliceOfThePageReadsAsItsWords) {
  const std::vector<std::string> pieces = {
      "fund", " ",      "\n  ",   "40",       "&eacute;", "&amp;",
      "<b>",  "</b>",   "<!-- x > y -->", "caf\xC3\xA9", "\r\n",    "&#8217;s",
      "<i class='a>b'>", "</i>", ", ",   ".",  "<br>",     "</p><p>",
      "<span title=\"x?a=1&b=2>\">", "</span>", "&nbsp;", "\xE2\x80\x9Cyes\xE2\x80\x9D",
      " &lt; ", "a>b", "</div>", "<p>", "&copy 7", "&bogus;"};
  std::minstd_rand random(20210503);
  for (int round = 0; round < 400; ++round) {
    std::string html = "<p>";
    const int count = 5 + static_cast<int>(random() % 60);
    for (int i = 0; i < count; ++i) html += pieces[random() % pieces.size()];
    // Long enough for the parser to hand it out in several parts.
    if (round % 40 == 0) {
      html += std::string(5000, 'w');
      html += " then &eacute;nd > of it";
    }
    const Reading reading = Read(html);
    const std::string& text = reading.document.text();
    std::vector<Span> words;
    for (uint32_t begin = 0; begin < text.size();) {
      const uint32_t end = static_cast<uint32_t>(
          std::min(text.find_first_of(" \n", begin), text.size()));
      if (end > begin) words.push_back({begin, end});
      begin = end + 1;
    }
    for (size_t i = 0; i < words.size(); ++i) {
      const size_t last = std::min(words.size() - 1, i + random() % 4);
      const Span span = {words[i].begin, words[last].end};
      // What ends a paragraph may be an element that began before the slice.
      if (absl::StrContains(span.In(text), "\n\n")) continue;
      const absl::string_view slice =
          reading.alignment.ToSource(span).In(html);
      absl::StatusOr<Reading> again = ReadHtml(slice, ReadLimits());
      ASSERT_TRUE(again.ok());
      EXPECT_EQ(again->document.text(), span.In(text))
          << slice << "\nof\n" << html;
      if (HasFailure()) return;
    }
  }
}

}  // namespace
}  // namespace claimcheck
