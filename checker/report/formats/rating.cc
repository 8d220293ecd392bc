#include "checker/report/formats/rating.h"

#include "absl/strings/ascii.h"

namespace claimcheck {
namespace {

// Digits with at most one point, as JSON writes numbers; what was taken.
std::string TakeNumber(absl::string_view* text) {
  size_t size = 0, points = 0;
  while (size < text->size()) {
    const char c = (*text)[size];
    if (c == '.' && size > 0) {
      if (++points > 1) return "";
    } else if (!absl::ascii_isdigit(static_cast<unsigned char>(c))) {
      break;
    }
    ++size;
  }
  absl::string_view number = text->substr(0, size);
  if (number.empty() || number.back() == '.') return "";
  // JSON knows no leading zeros.
  if (number.size() > 1 && number[0] == '0' && number[1] != '.') return "";
  text->remove_prefix(size);
  return std::string(number);
}

}  // namespace

Rating ParseRating(absl::string_view text) {
  text = absl::StripAsciiWhitespace(text);
  Rating rating;
  absl::string_view rest = text;
  rating.value = TakeNumber(&rest);
  if (!rating.value.empty() && !rest.empty() && rest[0] == '/') {
    rest.remove_prefix(1);
    rating.best = TakeNumber(&rest);
  }
  const bool ends = rest.empty() || rest[0] == ' ';
  if (rating.best.empty() || !ends) {  // "3 Pinocchios" is words
    rating.value.clear();
    rating.best.clear();
    rest = text;
  }
  rating.words = std::string(absl::StripAsciiWhitespace(rest));
  return rating;
}

}  // namespace claimcheck
