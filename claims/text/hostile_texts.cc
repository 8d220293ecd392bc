#include "claims/text/hostile_texts.h"

#include <iterator>
#include <random>

namespace claimcheck {

std::string HostileText::OfSize(size_t size) const {
  std::string text;
  text.reserve(size + unit.size());
  while (text.size() < size) text += unit;
  return text;
}

std::vector<HostileText> HostileTexts() {
  return {
      {"open brackets", "("},
      {"brackets and stops", "[.)"},
      {"one word", "a"},
      {"one capital word", "A"},
      {"one number", "7"},
      {"one Cyrillic word", "\xD0\xB6"},
      {"look-alikes", "a\xD0\xB0"},
      {"a letter that grows by folding", "\xEF\xB7\xBA"},
      {"capital sharp s", "\xE1\xBA\x9E"},
      {"combining marks", "\xCC\x81"},
      {"soft hyphens", "\xC2\xAD"},
      {"zero width", "a\xE2\x80\x8B"},
      {"no UTF-8", "\xFF"},
      {"truncated UTF-8", "\xE2\x82"},
      {"nulls", std::string(1, '\0')},
      {"spaces", " "},
      {"line ends", "\n"},
      {"CRLF", "\r\n"},
      {"CR and spaces", "\r \r"},
      {"paragraph separators", "\xE2\x80\xA9"},
      {"full stops", "."},
      {"spaced full stops", ". "},
      {"letters and stops", "a."},
      {"capitals and stops", "A."},
      {"initials", "A. B. "},
      {"no space after the stop", "Ab.Ba"},
      {"addresses", "www.Ab.Cd/"},
      {"questions", "?!"},
      {"abbreviations", "Mr. "},
      {"straight double", "\""},
      {"straight single", "'"},
      {"spaced single", " ' "},
      {"open curly", "\xE2\x80\x98"},
      {"close curly", "\xE2\x80\x99"},
      {"open single, plurals", "\xE2\x80\x98s\xE2\x80\x99 s\xE2\x80\x99 "},
      {"plurals", "s' a "},
      {"apostrophes in a word", "a'"},
      {"clitics", "a's't've"},
      {"elisions", " '90 "},
      {"back-ticks", "``"},
      {"bullets", "\xE2\x80\xA2 a\n"},
      {"numbered lines", "1. a\n"},
      {"short lines", "Ab cd\n"},
      {"lower lines", "ab cd\n"},
      {"wrapped lines",
       "this line is about as wide as a line of a mail, and goes on\n"},
      {"headlines", "Title of it\n\n"},
      {"equal captions", "A queue of cars (A/B)\n"},
      {"bylines", "By Ann Lind\n"},
      {"credits", "word (a/b c d e f g h "},
      {"say verbs", "\"No?\" Ann Bell Lind Omar Ruiz said "},
      {"references", ".[1]"},
      {"closers", ".)\"]"},
      {"emoji", "\xF0\x9F\x9A\x80"},
      {"hyphens", "a-"},
      {"digits and letters", "1a"},
  };
}

std::string RandomBytes(uint32_t seed, size_t size) {
  std::mt19937 random(seed);
  std::string text(size, '\0');
  for (char& c : text) c = static_cast<char>(random());
  return text;
}

std::string RandomPieces(uint32_t seed, size_t size) {
  static constexpr const char* kPieces[] = {
      " ",     " ",    "\n",    "\n\n",  "\r\n", "\t",   ".",   ". ",  ",",
      "?",     "!",    ":",     "(",     ")",    "[",    "]",   "-",   "/",
      "\"",    "'",    "`",     "``",    "''",   "*",    "@",   "$",   "%",
      "a",     "The",  "U.S.",  "Mr",    "No",   "Sept", "s",   "n't", "said",
      "by",    "By",   "Share", "word",  "NATO", "J.",   "www", "5",   "1980",
      "\xC2\xA0",      "\xE2\x80\x9C",   "\xE2\x80\x9D",  "\xE2\x80\x98",
      "\xE2\x80\x99",  "\xE2\x80\x93",   "\xE2\x80\xA6",  "\xE2\x80\xA2",
      "\xD0\xA1",      "\xC3\xA9",       "e\xCC\x81",     "\xEC\x84\x9C",
      "\xFF",          "\xE2\x82",       "\xE2\x80\xA8",  "\xE2\x80\x8B",
      "\xC2\xAB",      "\xC2\xBB",       "\xE2\x80\x9E",
  };
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < size) text += kPieces[random() % std::size(kPieces)];
  return text;
}

}  // namespace claimcheck
