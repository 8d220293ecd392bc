#include "checker/report/excerpt.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "checker/report/escape.h"
#include "checker/report/text_layout.h"

namespace claimcheck {
namespace {

constexpr int kDots = 3;

// The longest end of `text` that fits `columns`, beginning at a word.
absl::string_view TailThatFits(absl::string_view text, int columns) {
  size_t begin = text.size();
  while (begin > 0) {
    size_t word = text.rfind(' ', begin - 1);
    word = word == absl::string_view::npos ? 0 : word;
    if (DisplayWidth(text.substr(word)) > static_cast<size_t>(columns)) break;
    begin = word;
  }
  return text.substr(begin);
}

// The longest beginning of `text` that fits `columns`, ending with a word.
absl::string_view HeadThatFits(absl::string_view text, int columns) {
  size_t end = 0;
  while (end < text.size()) {
    size_t word = text.find(' ', end + 1);
    word = word == absl::string_view::npos ? text.size() : word;
    if (DisplayWidth(text.substr(0, word)) > static_cast<size_t>(columns)) break;
    end = word;
  }
  return text.substr(0, end);
}

}  // namespace

Excerpt MakeExcerpt(const v1::Evidence& evidence, int columns, int context,
                    int most) {
  Excerpt out;
  const std::string words = EscapePassage(evidence.text());
  out.decisive = CutToWidth(words, static_cast<size_t>(most));
  const int used = static_cast<int>(DisplayWidth(out.decisive));
  // The sentence says where its words are only by holding them; of several
  // such places the one is taken that its offset points at.
  const absl::string_view sentence = evidence.sentence();
  size_t at = absl::string_view::npos;
  if (evidence.has_claim() && evidence.claim().has_sentence() &&
      evidence.span().begin() >= evidence.claim().sentence().begin()) {
    const size_t offset =
        evidence.span().begin() - evidence.claim().sentence().begin();
    if (offset < sentence.size() &&
        sentence.substr(offset, evidence.text().size()) == evidence.text()) {
      at = offset;
    }
  }
  if (at == absl::string_view::npos) at = sentence.find(evidence.text());
  if (at == absl::string_view::npos || used < static_cast<int>(DisplayWidth(words))) {
    return out;
  }
  const ShownPassage shown = ShowPassage(sentence);
  const size_t begin = shown.at[at];
  const size_t end = shown.at[at + evidence.text().size()];
  const absl::string_view before =
      absl::string_view(shown.text).substr(0, begin);
  const absl::string_view after = absl::string_view(shown.text).substr(end);
  // Words before and after share what is left; what one side does not need the
  // other may have.  Eight columns are kept for the dots, and
  // what is no longer than dots is always shown.
  int left = std::max(0, columns - used - 8);
  if (columns > 0 && used + 8 > columns) {
    // What takes more than a line is wrapped: then the last line is filled, as
    // far as breaks between words let it.
    const int lines = (used + 8 + columns - 1) / columns;
    left = std::max(0, lines * (columns - 5) - used - 8);
  }
  if (context >= 0) left = std::min(left, 2 * context);
  const int need_before = static_cast<int>(DisplayWidth(before));
  const int need_after = static_cast<int>(DisplayWidth(after));
  int for_before = std::min(need_before, std::max(left / 2, left - need_after));
  if (context >= 0) for_before = std::min(for_before, context);
  if (need_before <= kDots) for_before = need_before;
  const absl::string_view tail = TailThatFits(before, for_before);
  int for_after = left - static_cast<int>(DisplayWidth(tail));
  if (context >= 0) for_after = std::min(for_after, context);
  if (need_after <= kDots) for_after = need_after;
  const absl::string_view head = HeadThatFits(after, for_after);
  // Dots alone on a line of their own tell nothing.
  const bool crowded = left == 0 && used + 8 > columns;
  if (crowded && need_before > kDots && need_after > kDots) return out;
  if (tail.size() < before.size()) {
    const bool apart = tail.empty() && before.back() == ' ';
    out.before = absl::StrCat("...", apart ? " " : "");
  }
  absl::StrAppend(&out.before, tail);
  out.after = std::string(head);
  if (head.size() < after.size()) {
    const bool apart = !head.empty() || after.front() == ' ';
    absl::StrAppend(&out.after, apart ? " ..." : "...");
  }
  return out;
}

void AppendExcerpt(const Excerpt& words, size_t column, size_t width,
                   const Style& style, std::string* out) {
  const std::string text = words.Text();
  const size_t bold_begin = words.before.size();
  const size_t bold_end = bold_begin + words.decisive.size();
  const size_t room = width > column ? width - column : 1;
  bool first = true;
  for (const ShownLine& line : WrapLines(text, room, room)) {
    if (!first) absl::StrAppend(out, "\n", std::string(column, ' '));
    first = false;
    const size_t begin =
        std::min<size_t>(std::max<size_t>(bold_begin, line.begin), line.end);
    const size_t end =
        std::max(begin, std::min<size_t>(bold_end, line.end));
    const absl::string_view view = text;
    absl::StrAppend(out, view.substr(line.begin, begin - line.begin),
                    style.Bold(view.substr(begin, end - begin)),
                    view.substr(end, line.end - end));
  }
  out->push_back('\n');
}

std::string DiffText(const v1::Evidence& evidence) {
  std::vector<std::string> parts;
  std::string out;
  for (const v1::DiffPart& part : evidence.diff()) {
    const std::string here = EscapePassage(part.text());
    const std::string there = EscapePassage(part.other());
    std::string shown;
    switch (part.op()) {
      case v1::DiffPart::ADDED:
        shown = absl::StrCat("{+", here.empty() ? there : here, "+}");
        break;
      case v1::DiffPart::REMOVED:
        shown = absl::StrCat("{-", there.empty() ? here : there, "-}");
        break;
      case v1::DiffPart::CHANGED:
        shown = absl::StrCat("[", there, " > ", here, "]");
        break;
      default:
        shown = here;
    }
    if (shown.empty()) continue;
    absl::StrAppend(&out, out.empty() ? "" : " ", shown);
  }
  return out;
}

std::string LettersOf(absl::string_view text) {
  std::string out;
  for (const char c : text) {
    const unsigned char u = static_cast<unsigned char>(c);
    if (u >= 0x80 || absl::ascii_isalnum(u)) {
      out.push_back(absl::ascii_tolower(u));
    }
  }
  return out;
}

}  // namespace claimcheck
