// Files that mean harm, through the same door as all others: they are read or
// refused in linear time, and what is read has its words where it says.  Run
// under the sanitizers by ./test.

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "checker/input/document_reader.h"
#include "checker/input/zip_writer.h"
#include "gtest/gtest.h"

namespace claimcheck {
namespace {

std::string Times(int count, const std::string& text) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

constexpr int kMany = 50000;

std::vector<std::pair<std::string, std::string>> HostileFiles() {
  std::vector<std::pair<std::string, std::string>> files;
  const auto add = [&](const std::string& name, std::string bytes) {
    files.emplace_back(name, std::move(bytes));
  };
  for (const char* piece :
       {"<div>", "</div>", "<b><i>", "<p><b></p>", "<table><tr><td>", "<", "</",
        "&", "&#", "<!--", "<!-- -->", "<a href='", "<![CDATA[", "<q>", "<svg>",
        "&eacute;", "\xE2\x80", "<script>", "</script>", "<br>", "\r", "<title>"}) {
    add("run.html", Times(kMany, piece) + "The fund held 40 coins.");
  }
  // Elements that are never closed, and end tags that close none.
  add("unmatched.html", Times(kMany, "<div>") + Times(kMany, "</b>") + "40");
  add("attributes.html", "<p " + Times(kMany, "a=b ") + ">40</p>");
  add("attribute.html", "<p title='" + Times(kMany, "long ") + "'>40</p>");
  add("entity.html", Times(kMany, "&#1114112;&#xD800;&#0;&amp"));
  add("charset.html", "<meta charset=utf-16><p>It held 40.");
  add("charset2.html", "<meta charset=x-no-such-charset><p>\xE9 held 40.");
  add("json.html", "<script type=application/ld+json>" + Times(kMany, "[") +
                       "</script><p>40</p>");
  for (const char* piece :
       {"[", "](", "*a ", "**a", "_a_", "> ", "- ", "`", "![", "<a", "|", "~~",
        "\\", "&#", "1. ", "    ", "```\n", "[a]: b\n", "<!--", "a\n=\n"}) {
    add("run.md", Times(kMany, piece) + "\n\nThe fund held 40 coins.\n");
  }
  add("table.md", Times(500, "|a") + "\n" + Times(500, "|-") + "\n" +
                      Times(500, "|x\n"));
  add("front.md", "---\n" + Times(kMany, "a: *b\n"));
  for (const char* piece : {"<p>", "<!--", "<![CDATA[", "&a;", "&#", "<p a='"}) {
    add("run.nitf", "<nitf><body>" + Times(kMany, piece) + "40");
  }
  add("laughs.nitf",
      "<!DOCTYPE nitf [<!ENTITY a \"" + Times(1000, "ha") +
          "\"><!ENTITY b \"" + Times(1000, "&a;") + "\"><!ENTITY c \"" +
          Times(1000, "&b;") + "\">]><nitf><body><p>&c;</p></body></nitf>");
  add("file.nitf",
      "<!DOCTYPE nitf [<!ENTITY % x SYSTEM \"file:///etc/passwd\">%x;]>"
      "<nitf><body><p>40</p></body></nitf>");
  add("deep.json", "{\"body_text\":" + Times(kMany, "["));
  add("escape.json", "{\"body_html\":\"<p>\\u0000 \\ud800 40</p>\"}");
  add("escape.json", "{\"body_html\":\"<p>\\u0000 40 \\u2028</p>\"}");
  for (size_t cut : {10u, 40u, 100u, 200u, 300u}) {
    add("cut.docx",
        WriteDocx("<w:p><w:r><w:t>40</w:t></w:r></w:p>").substr(0, cut));
  }
  add("deep.docx", WriteDocx(Times(kMany, "<w:p>")));
  add("rows.docx", WriteDocx(Times(2000, "<w:tbl><w:tr><w:tc><w:p/></w:tc>"
                                         "</w:tr></w:tbl>")));
  add("slip.docx", WriteZip({{"../../word/document.xml", "<w:t>9</w:t>"},
                             {"/etc/passwd", "x"}}));
  add("twice.docx", WriteZip({{"word/document.xml", "<a/>"},
                              {"word/document.xml", "<b/>"}}));
  for (const char* ending :
       {"txt", "html", "md", "nitf", "json", "docx", "pdf", "unknown"}) {
    const std::string name = absl::StrCat("bytes.", ending);
    add(name, "");
    std::string all;
    for (int i = 0; i < 256; ++i) all.push_back(static_cast<char>(i));
    add(name, all);
    add(name, Times(kMany, std::string(1, '\0')));
    add(name, "\xFF\xFE" + Times(100, std::string("4\0", 2)) + "x");
    add(name, "\x1F\x8B\x08");
    add(name, "%PDF-1.4\n" + Times(100, "1 0 obj<<>>"));
  }
  return files;
}

TEST(HostileFilesTest, AreReadOrRefused) {
  ReadLimits limits;
  limits.max_bytes = 8 << 20;
  for (const auto& [name, bytes] : HostileFiles()) {
    SCOPED_TRACE(absl::StrCat(name, ": ", bytes.substr(0, 60)));
    absl::StatusOr<FileDocument> read =
        ReadFileDocument(name, bytes, InputFormat::kAuto, "", limits);
    if (!read.ok()) {
      EXPECT_EQ(read.status().message().find('\n'), absl::string_view::npos);
      EXPECT_FALSE(read.status().message().empty());
      continue;
    }
    const std::string& text = read->document.text();
    EXPECT_EQ(text.find("root:"), std::string::npos);  // of /etc/passwd
    EXPECT_LE(text.size(), limits.max_bytes);
    if (read->original == nullptr || read->original->extracted()) continue;
    for (uint32_t at = 0; at < text.size(); at += 997) {
      const Span span = read->original->InFile(
          {at, std::min(at + 50, static_cast<uint32_t>(text.size()))});
      EXPECT_LE(span.begin, span.end);
      EXPECT_LE(span.end, read->original->bytes().size());
    }
  }
}

}  // namespace
}  // namespace claimcheck
