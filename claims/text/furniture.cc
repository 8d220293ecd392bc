#include "claims/text/furniture.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "absl/strings/match.h"
#include "claims/text/dateline.h"
#include "claims/text/word_table.h"

namespace claimcheck {
namespace {

// Longer lines are prose, whatever they begin with.
constexpr uint32_t kMaxFurnitureTokens = 40;
constexpr uint32_t kMaxBylineTokens = 14;

// How much of the line the phrase has to be.
enum class Extent : uint8_t {
  kWhole,      // all of it, save a mark
  kTitle,      // its beginning, and the line ends without a full stop
  kBeginning,  // its beginning
};
struct Phrase {
  absl::string_view words;  // folded tokens with single spaces
  Extent extent;
};
constexpr Extent kWhole = Extent::kWhole;
constexpr Extent kTitle = Extent::kTitle;
constexpr Extent kBeginning = Extent::kBeginning;

// Sorted by words.
constexpr Phrase kPhrases[] = {
    {"( additional reporting by", kBeginning},
    {"( editing by", kBeginning},
    {"( reporting by", kBeginning},
    {"( writing by", kBeginning},
    {"additional reporting by", kBeginning},
    {"advertisement", kWhole},
    {"advertisment", kWhole},
    {"all rights reserved", kBeginning},
    {"already a subscriber", kBeginning},
    {"also read", kTitle},
    {"article continues below", kBeginning},
    {"back to top", kWhole},
    {"click here", kBeginning},
    {"comments", kWhole},
    {"continue reading", kWhole},
    {"copyright", kBeginning},
    {"create a free account", kBeginning},
    {"download our app", kBeginning},
    {"download the app", kBeginning},
    {"editing by", kBeginning},
    {"editor 's picks", kWhole},
    {"email", kWhole},
    {"facebook", kWhole},
    {"file photo", kWhole},
    {"filed under", kTitle},
    {"first published", kTitle},
    {"follow us", kBeginning},
    {"for more stories", kTitle},
    {"get our", kTitle},
    {"get the latest", kTitle},
    {"home", kWhole},
    {"image source", kBeginning},
    {"join our", kTitle},
    {"join the conversation", kBeginning},
    {"join the discussion", kBeginning},
    {"last modified", kTitle},
    {"last updated", kTitle},
    {"latest news", kWhole},
    {"leave a comment", kBeginning},
    {"leave a reply", kBeginning},
    {"leave a response", kBeginning},
    {"listen to this article", kBeginning},
    {"loading", kWhole},
    {"log in to", kTitle},
    {"menu", kWhole},
    {"modified on :", kTitle},
    {"more from", kTitle},
    {"more on this story", kTitle},
    {"more stories", kWhole},
    {"most popular", kWhole},
    {"most read", kWhole},
    {"most viewed", kTitle},
    {"newsletter", kWhole},
    {"newsletters", kWhole},
    {"next article", kWhole},
    {"next post", kWhole},
    {"no comments", kTitle},
    {"originally published", kBeginning},
    {"photo gallery", kTitle},
    {"please direct questions", kBeginning},
    {"please enable", kBeginning},
    {"please send", kTitle},
    {"please share", kTitle},
    {"posted :", kTitle},
    {"posted at", kTitle},
    {"posted by", kTitle},
    {"posted in", kTitle},
    {"posted on", kBeginning},
    {"previous article", kWhole},
    {"previous post", kWhole},
    {"print", kWhole},
    {"print this article", kWhole},
    {"promoted stories", kWhole},
    {"published :", kTitle},
    {"published at", kTitle},
    {"published by", kTitle},
    {"published on", kTitle},
    {"read also", kTitle},
    {"read full", kTitle},
    {"read more", kTitle},
    {"read next", kTitle},
    {"read the full", kTitle},
    {"recommended", kWhole},
    {"recommended for you", kWhole},
    {"recommended stories", kTitle},
    {"register now", kTitle},
    {"related", kWhole},
    {"related articles", kTitle},
    {"related coverage", kWhole},
    {"related links", kWhole},
    {"related news", kWhole},
    {"related posts", kTitle},
    {"related reading", kTitle},
    {"related stories", kTitle},
    {"related story", kTitle},
    {"related topics", kWhole},
    {"reporting by", kBeginning},
    {"required fields are marked", kBeginning},
    {"save", kWhole},
    {"search", kWhole},
    {"see also", kTitle},
    {"send us", kTitle},
    {"share", kWhole},
    {"share on", kTitle},
    {"share this", kWhole},
    {"share this article", kWhole},
    {"share this story", kWhole},
    {"sign in to", kTitle},
    {"sign up", kBeginning},
    {"skip to content", kBeginning},
    {"skip to main content", kBeginning},
    {"source :", kTitle},
    {"sources :", kTitle},
    {"sponsored", kWhole},
    {"sponsored content", kWhole},
    {"story continues below", kBeginning},
    {"subscribe", kBeginning},
    {"support our", kTitle},
    {"tags", kWhole},
    {"tags :", kTitle},
    {"this article is reprinted", kBeginning},
    {"this article was first published", kBeginning},
    {"this article was originally published", kBeginning},
    {"this story was originally published", kBeginning},
    {"top stories", kWhole},
    {"topics :", kTitle},
    {"trending", kWhole},
    {"trending now", kWhole},
    {"tweet", kWhole},
    {"twitter", kWhole},
    {"updated :", kTitle},
    {"updated at", kTitle},
    {"updated on", kTitle},
    {"view all", kTitle},
    {"view comments", kTitle},
    {"view more", kTitle},
    {"watch :", kTitle},
    {"watch more", kTitle},
    {"we use cookies", kBeginning},
    {"whatsapp", kWhole},
    {"with reporting by", kBeginning},
    {"writing by", kBeginning},
    {"you may also like", kWhole},
    {"you might also like", kWhole},
    {"you must be logged in", kBeginning},
    {"your email address will not be published", kBeginning},
};

// Words that make a bracket at the end of a line a credit.
constexpr absl::string_view kCreditWords[] = {
    "afp",     "ap",       "archive",   "courtesy", "credit",  "epa",
    "file",    "getty",    "handout",   "image",    "images",  "kcna",
    "photo",   "photograph", "photos",  "picture",  "pool",    "reuters",
    "screenshot", "sputnik", "tass",    "upi",      "via",     "xinhua",
    "yonhap",
};

template <typename Table>
constexpr bool Sorted(const Table& table) {
  for (size_t i = 1; i < std::size(table); ++i) {
    if (!(table[i - 1] < table[i])) return false;
  }
  return true;
}
constexpr bool operator<(const Phrase& a, const Phrase& b) {
  return a.words < b.words;
}
static_assert(Sorted(kCreditWords), "looked up by bisection");
static_assert(Sorted(kPhrases), "looked up by bisection");

// The number of tokens of `line` that `phrase` takes up; 0 when the line does
// not begin with it.
uint32_t BeginsWith(const TokenizedText& text, TokenRange line,
                    absl::string_view phrase) {
  uint32_t token = line.begin;
  while (true) {
    const size_t space = phrase.find(' ');
    if (token >= line.end || text.Folded(token) != phrase.substr(0, space)) {
      return 0;
    }
    ++token;
    if (space == absl::string_view::npos) return token - line.begin;
    phrase.remove_prefix(space + 1);
  }
}

bool Capital(const TokenizedText& text, TokenRange line, uint32_t token) {
  return token < line.end && text.tokens[token].kind == TokenKind::kWord &&
         text.tokens[token].Is(Token::kCapital);
}

bool EndsInStop(const TokenizedText& text, TokenRange line) {
  return text.IsChar(line.end - 1, '.') || text.IsChar(line.end - 1, '?') ||
         text.IsChar(line.end - 1, '!');
}

// "By Ann Lee", "By Ann Lee, senior writer", "By Reuters"
bool IsByline(const TokenizedText& text, TokenRange line) {
  if (line.size() < 2 || line.size() > kMaxBylineTokens) return false;
  const absl::string_view first = text.Folded(line.begin);
  if ((first != "by" && first != "from") ||
      !text.tokens[line.begin].Is(Token::kCapital)) {
    return false;
  }
  if (!Capital(text, line, line.begin + 1)) return false;
  if (line.size() == 2) return true;
  return first == "by" && Capital(text, line, line.begin + 2);
}

// "Full Report . . . . Current Edition": dots as a page's separators.
bool HasSpacedDots(const TokenizedText& text, TokenRange line) {
  uint32_t dots = 0;
  for (uint32_t i = line.begin; i < line.end; ++i) {
    const bool dot =
        text.IsChar(i, '.') && text.tokens[i].Is(Token::kSpaceBefore);
    dots = dot ? dots + 1 : 0;
    if (dots >= 3 && i + 1 < line.end) return true;
  }
  return false;
}

// The first words of all phrases: nearly every line is no furniture, and this
// tells it without comparing words.
constexpr size_t kPhraseCount = std::size(kPhrases);
constexpr std::array<absl::string_view, kPhraseCount> FirstWordsOfPhrases() {
  std::array<absl::string_view, kPhraseCount> first{};
  for (size_t i = 0; i < kPhraseCount; ++i) {
    const absl::string_view words = kPhrases[i].words;
    size_t size = 0;
    while (size < words.size() && words[size] != ' ') ++size;
    first[i] = absl::string_view(words.data(), size);
  }
  return first;
}
constexpr WordList<512> kFirstWords(FirstWordsOfPhrases());

bool BeginsWithPhrase(const TokenizedText& text, TokenRange line) {
  if (!kFirstWords.Has(text.tokens[line.begin].word)) return false;
  const absl::string_view first = text.Folded(line.begin);
  const Phrase* phrase = std::lower_bound(
      std::begin(kPhrases), std::end(kPhrases), first,
      [](const Phrase& p, absl::string_view word) { return p.words < word; });
  for (; phrase != std::end(kPhrases) &&
         absl::StartsWith(phrase->words, first);
       ++phrase) {
    const uint32_t used = BeginsWith(text, line, phrase->words);
    if (used == 0) continue;
    switch (phrase->extent) {
      case kBeginning:
        return true;
      case kTitle:
        if (!EndsInStop(text, line)) return true;
        break;
      case kWhole:
        // A colon, a star or an arrow may follow.
        if (used == line.size() ||
            (used + 1 == line.size() &&
             text.tokens[line.end - 1].kind != TokenKind::kWord)) {
          return true;
        }
        break;
    }
  }
  return false;
}

bool IsCreditWord(absl::string_view word) {
  return std::binary_search(std::begin(kCreditWords), std::end(kCreditWords),
                            word);
}

}  // namespace

bool IsFurniture(const TokenizedText& text, TokenRange line) {
  if (line.empty() || line.size() > kMaxFurnitureTokens) return false;
  if (BeginsWithPhrase(text, line)) return true;
  if (text.Folded(line.begin) == "\xC2\xA9") return true;  // the copyright sign
  return !EndsInStop(text, line) &&
         (IsByline(text, line) || IsDatelineAlone(text, line) ||
          HasSpacedDots(text, line));
}

bool EndsInCredit(const TokenizedText& text, TokenRange line) {
  constexpr uint32_t kMaxCreditTokens = 14;
  if (line.size() < 4) return false;
  const uint32_t last = line.end - 1;
  if (text.IsChar(last, ']') || text.IsChar(last, ')')) {
    const char open = text.IsChar(last, ']') ? '[' : '(';
    bool credit = false;
    for (uint32_t i = last; i > line.begin + 2 && last - i < kMaxCreditTokens;) {
      --i;
      if (text.IsChar(i, open)) return credit;
      if (text.IsChar(i, '/')) credit = true;
      if (IsCreditWord(text.Folded(i))) credit = true;
    }
    return false;
  }
  // "... in September. / KCNA" and "... in September. Photo: Ann Lee"
  for (uint32_t i = last; i > line.begin + 3 && last - i < 6; --i) {
    const Token& t = text.tokens[i];
    if (t.mark == '/' && t.Is(Token::kSpaceBefore) && i < last) {
      return Capital(text, line, i + 1) && !text.IsChar(last, '.');
    }
    if (t.mark == ':' && i < last) {
      const absl::string_view label = text.Folded(i - 1);
      return label == "photo" || label == "credit" || label == "picture" ||
             label == "photograph";
    }
  }
  return false;
}

}  // namespace claimcheck
