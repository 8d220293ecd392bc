#include "checker/input/html_reader.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "checker/input/markup.h"
#include "checker/input/page_elements.h"
#include "checker/input/page_metadata.h"
#include "checker/input/text_builder.h"

namespace claimcheck {
namespace {

// Of JSON-LD; longer scripts hold something else.
constexpr size_t kMostJsonLd = 1 << 20;
// An article of fewer bytes is a teaser, unless it is most of the page.
constexpr uint64_t kLeastArticle = 250;
// A block of links that is longer is prose with many links.
constexpr uint32_t kMostLinkBlock = 300;

// What holds for the text at a place of the page.
struct Context {
  bool left_out = false;
  bool furniture = false;
  bool in_main = false;
  bool in_body = false;      // itemprop="articleBody"
  uint32_t article = 0;      // which <article>, the outermost; 0: none
  bool in_link = false;
  bool raised = false;       // <sup>
  v1::Zone::Kind zone = v1::Zone::KIND_UNSPECIFIED;
};

// A paragraph, heading, cell or the like, with its pieces.
struct Block {
  Context context;
  bool top_heading = false;  // <h1>
  uint32_t first_piece = 0, last_piece = 0;
  uint32_t bytes = 0;        // without white space at its ends
  uint32_t link_bytes = 0;
  bool stops = false;        // ends as a sentence does
};

struct Piece {
  enum Kind : uint8_t { kWords, kInstead, kLine };
  Kind kind = kWords;
  Span source;
  std::string text;  // kInstead
};

class PageHandler : public MarkupHandler {
 public:
  explicit PageHandler(absl::string_view source) : source_(source) {}

  void Start(absl::string_view name,
             const MarkupAttributes& attributes) override {
    metadata_.Tag(name, attributes);
    const bool block = IsBlockElement(name);
    if (block) EndBlock();
    stack_.push_back({std::string(name), context_});
    if (name == "br") {
      AddLine();
    } else if (name == "q") {
      AddMark("\xE2\x80\x9C");
    } else if (name == "title") {
      in_title_ = !context_.in_main && title_.empty();
      context_.left_out = true;
    } else if (name == "script") {
      is_json_ld_ = absl::EqualsIgnoreCase(AttributeOf(attributes, "type"),
                                           "application/ld+json");
      raw_.clear();
    } else if (name == "article") {
      if (context_.article == 0) context_.article = ++articles_;
    } else if (name == "a") {
      context_.in_link = true;
    } else if (name == "sup") {
      context_.raised = true;
    }
    if (name == "main" || AttributeOf(attributes, "role") == "main") {
      context_.in_main = true;
    }
    if (AttributeOf(attributes, "itemprop") == "articleBody") {
      context_.in_body = true;
    }
    context_.left_out |= IsLeftOut(name, attributes);
    context_.furniture |=
        IsPageFurniture(name, attributes, context_.article > 0 || context_.in_main);
    const v1::Zone::Kind zone = ZoneOfElement(name);
    if (zone != v1::Zone::KIND_UNSPECIFIED &&
        context_.zone != v1::Zone::TABLE) {
      context_.zone = zone;
    }
    if (block) NewBlock(name == "h1");
  }

  void End(absl::string_view name) override {
    if (name == "q") AddMark("\xE2\x80\x9D");
    if (name == "title") in_title_ = false;
    if (name == "script") {
      if (is_json_ld_) metadata_.JsonLd(raw_);
      is_json_ld_ = false;
      raw_.clear();
    }
    // Elements come balanced, but for those open before a Reset.
    size_t open = stack_.size();
    while (open > 0 && stack_[open - 1].name != name) --open;
    if (open == 0) return;
    const bool block = IsBlockElement(name);
    if (block) EndBlock();
    context_ = stack_[open - 1].around;
    stack_.resize(open - 1);
    if (block) NewBlock(false);
  }

  void Reset() override {
    EndBlock();
    stack_.clear();
    context_.left_out = context_.furniture = context_.in_link =
        context_.raised = false;
    context_.zone = v1::Zone::KIND_UNSPECIFIED;
    in_title_ = false;
    NewBlock(false);
  }

  void Text(absl::string_view text, Span source, bool verbatim) override {
    if (in_title_ && title_.size() < 1000) {
      absl::StrAppend(&title_, text);
      return;
    }
    const absl::string_view words = absl::StripAsciiWhitespace(text);
    if (context_.left_out) {
      left_out_bytes_ += words.size();
      return;
    }
    std::string instead;
    if (context_.raised && !Raised(words, &instead)) return;
    if (!instead.empty()) verbatim = false;
    Piece piece;
    piece.kind = verbatim ? Piece::kWords : Piece::kInstead;
    piece.source = source;
    if (!verbatim) piece.text = instead.empty() ? std::string(text) : instead;
    pieces_.push_back(std::move(piece));
    block_.bytes += static_cast<uint32_t>(words.size());
    if (context_.in_link) block_.link_bytes += static_cast<uint32_t>(words.size());
    if (!words.empty()) Remember(words);
  }

  void Raw(absl::string_view text) override {
    if (is_json_ld_ && raw_.size() + text.size() <= kMostJsonLd) {
      absl::StrAppend(&raw_, text);
    }
  }

  Reading Finish() {
    EndBlock();
    metadata_.Title(title_);
    Reading reading;
    TextBuilder builder(source_);
    const std::vector<bool> kept = Choose();
    for (size_t i = 0; i < blocks_.size(); ++i) {
      if (kept[i]) Write(blocks_[i], &builder);
    }
    builder.Finish(&reading);
    metadata_.Set(&reading.document);
    if (reading.document.text().empty() && left_out_bytes_ > 0) {
      reading.notices.push_back(
          absl::StrCat("holds no text that is shown, but ", left_out_bytes_,
                       " bytes in scripts, hidden parts or comments"));
    }
    return reading;
  }

 private:
  struct Open {
    std::string name;
    Context around;
  };

  void NewBlock(bool top_heading) {
    block_ = Block();
    block_.context = context_;
    block_.top_heading = top_heading;
    block_.first_piece = static_cast<uint32_t>(pieces_.size());
  }

  void EndBlock() {
    block_.last_piece = static_cast<uint32_t>(pieces_.size());
    if (block_.bytes > 0) {
      blocks_.push_back(block_);
    } else {
      pieces_.resize(block_.first_piece);
    }
    NewBlock(false);
  }

  void AddLine() {
    Piece piece;
    piece.kind = Piece::kLine;
    pieces_.push_back(std::move(piece));
  }

  // A quotation mark that the page's browser would write.
  void AddMark(absl::string_view mark) {
    if (context_.left_out) return;
    Piece piece;
    piece.kind = Piece::kInstead;
    piece.text = std::string(mark);
    if (!pieces_.empty()) {
      const uint32_t at = pieces_.back().source.end;
      piece.source = {at, at};
    }
    pieces_.push_back(std::move(piece));
    block_.bytes += 1;
  }

  // What a raised text says in running text: nothing when it is the mark of a
  // footnote, "²" behind a unit, itself for "th".
  bool Raised(absl::string_view words, std::string* instead) const {
    if ((words == "2" || words == "3") && last_letter_ == 'm') {
      *instead = words == "2" ? "\xC2\xB2" : "\xC2\xB3";
      return true;
    }
    return words.find_first_of("0123456789[]*()") == absl::string_view::npos &&
           words.size() > 1;
  }

  void Remember(absl::string_view words) {
    last_letter_ = words.back();
    size_t end = words.size();
    while (end > 0 && absl::StrContains("\"')]", words.substr(end - 1, 1))) --end;
    const absl::string_view head = words.substr(0, end);
    block_.stops = absl::EndsWith(head, ".") || absl::EndsWith(head, "!") ||
                   absl::EndsWith(head, "?") || absl::EndsWith(head, ".\xE2\x80\x9D") ||
                   absl::EndsWith(head, ".\xE2\x80\x99");
  }

  bool IsLinks(const Block& block) const {
    return block.bytes <= kMostLinkBlock && !block.stops && !block.top_heading &&
           block.link_bytes * 2 > block.bytes;
  }

  // Which blocks are of the article.
  std::vector<bool> Choose() const {
    uint64_t all = 0, main = 0, body = 0, best_bytes = 0;
    uint32_t best = 0;
    std::map<uint32_t, uint64_t> articles;
    for (const Block& block : blocks_) {
      if (block.context.furniture || IsLinks(block)) continue;
      all += block.bytes;
      if (block.context.in_main) main += block.bytes;
      if (block.context.in_body) body += block.bytes;
      if (block.context.article > 0) articles[block.context.article] += block.bytes;
    }
    for (const auto& [article, bytes] : articles) {
      if (bytes > best_bytes) {
        best = article;
        best_bytes = bytes;
      }
    }
    const auto enough = [&](uint64_t bytes) {
      return bytes >= kLeastArticle || bytes * 2 > all;
    };
    std::vector<bool> kept(blocks_.size());
    bool any = false;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      const Block& block = blocks_[i];
      const Context& context = block.context;
      bool keep;
      if (enough(body)) {
        keep = context.in_body || block.top_heading;
      } else if (best > 0 && enough(best_bytes)) {
        keep = context.article == best || block.top_heading;
      } else if (main > 0 && enough(main)) {
        keep = context.in_main || block.top_heading;
      } else {
        keep = true;
      }
      kept[i] = keep && !context.furniture && !IsLinks(block);
      any |= kept[i];
    }
    // A page of links alone: better all of it than none.
    if (!any) kept.assign(blocks_.size(), true);
    return kept;
  }

  void Write(const Block& block, TextBuilder* builder) const {
    const bool zoned = block.context.zone != v1::Zone::KIND_UNSPECIFIED;
    if (zoned) {
      builder->OpenZone(block.context.zone);
    } else {
      builder->EndParagraph();
    }
    for (uint32_t i = block.first_piece; i < block.last_piece; ++i) {
      const Piece& piece = pieces_[i];
      switch (piece.kind) {
        case Piece::kWords: builder->Words(piece.source); break;
        case Piece::kInstead: builder->Instead(piece.text, piece.source); break;
        case Piece::kLine: builder->EndLine(); break;
      }
    }
    if (zoned) {
      builder->CloseZone();
    } else {
      builder->EndParagraph();
    }
  }

  const absl::string_view source_;
  PageMetadata metadata_;
  std::vector<Open> stack_;
  Context context_;
  std::vector<Block> blocks_;
  std::vector<Piece> pieces_;
  Block block_;
  uint32_t articles_ = 0;
  char last_letter_ = '\0';
  std::string title_;
  bool in_title_ = false;
  std::string raw_;
  bool is_json_ld_ = false;
  uint64_t left_out_bytes_ = 0;
};

}  // namespace

absl::StatusOr<Reading> ReadHtml(absl::string_view html,
                                 const ReadLimits& limits) {
  PageHandler handler(html);
  ParseHtml(html, limits.depth, &handler);
  return handler.Finish();
}

}  // namespace claimcheck
