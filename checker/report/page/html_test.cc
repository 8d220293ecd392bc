#include "checker/report/page/html.h"

#include <string>

#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::string Escaped(absl::string_view text) {
  std::string out;
  AppendHtmlText(text, &out);
  return out;
}

TEST(AppendHtmlText, MarkupBecomesText) {
  EXPECT_EQ(Escaped("<script>alert('1')</script> & \"x\""),
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; "
            "&quot;x&quot;");
  EXPECT_EQ(Escaped("\" onload=\"x"), "&quot; onload=&quot;x");
  EXPECT_EQ(Escaped("&lt;"), "&amp;lt;") << "what looks escaped is text too";
}

TEST(AppendHtmlText, WhatCannotBeSeenIsShown) {
  EXPECT_EQ(Escaped(absl::string_view("a\0b", 3)), "a[U+0000]b");
  EXPECT_EQ(Escaped("\u202Egnp.exe"), "[U+202E]gnp.exe");
  EXPECT_EQ(Escaped("\x1b[31m"), "[U+001B][31m");
  EXPECT_EQ(Escaped("a\xff\xfe"), "a\\xff\\xfe");
}

TEST(AppendHtmlText, TextStaysAsItIs) {
  EXPECT_EQ(Escaped("Zoë “said” – 東京"), "Zoë “said” – 東京");
  EXPECT_EQ(Escaped("a\r\nb\tc\rd"), "a\nb\tc\nd");
}

TEST(Html, MarkupIsLiteralAndTextIsEscaped) {
  Html h;
  const std::string title = "\"><img src=x>";
  h.Raw("<p title=\"").Text(title).Raw("\">").Number(-3).Raw("</p>");
  EXPECT_EQ(h.str(), "<p title=\"&quot;&gt;&lt;img src=x&gt;\">-3</p>");
}

TEST(Html, FileNamesBreakBehindTheirMarks) {
  EXPECT_EQ(Html().FileName("in/a_b.txt").Take(), "in/<wbr>a_<wbr>b<wbr>.txt");
  EXPECT_EQ(Html().FileName("<b>-").Take(), "&lt;b&gt;-");
  EXPECT_EQ(Html().FileName("").Take(), "");
  EXPECT_EQ(Html().FileName("..").Take(), ".<wbr>.");
}

}  // namespace
}  // namespace claimcheck
