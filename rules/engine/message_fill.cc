#include "rules/engine/message_fill.h"

#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "rules/facts/claim_text.h"

namespace claimcheck {
namespace {

// A message is one line beside others.
constexpr size_t kMaxText = 120;

std::string OrElse(std::string text, absl::string_view otherwise) {
  return text.empty() ? std::string(otherwise) : text;
}

std::string Event(const RuleSides& sides, ClaimRef ref) {
  const claimcheck::Event* event = sides.corpus->event(ref);
  return event == nullptr ? "" : std::string(event->cls);
}

std::string Place(const RuleSides& sides, ClaimRef ref) {
  const NameMention* place = sides.corpus->place(ref);
  return place == nullptr
             ? ""
             : std::string(sides.document(ref).text.Text(place->span));
}

std::string Speaker(const RuleSides& sides, ClaimRef ref) {
  const uint32_t speaker = sides.corpus->Speaker(ref);
  if (speaker != kNone) return std::string(sides.corpus->EntityName(speaker));
  const Attribution* attribution = sides.corpus->attribution(ref);
  return attribution == nullptr
             ? ""
             : std::string(sides.document(ref).text.Text(attribution->speaker));
}

// Of quoted words the subject that they are said of, where the comparison
// found one; of other claims what they are about.
std::string Subject(const RuleSides& sides, ClaimRef ref) {
  if (sides.link != nullptr && sides.link->quotes != nullptr) {
    const Span span = ref == sides.link->left
                          ? sides.link->quotes->left_subject
                          : sides.link->quotes->right_subject;
    if (!span.empty()) return std::string(sides.document(ref).text.Text(span));
  }
  return ClaimSubject(*sides.corpus, ref);
}

std::string Weekday(const RuleSides& sides, ClaimRef ref) {
  const TimeMention* time = sides.corpus->time(ref);
  const std::optional<int> weekday =
      time == nullptr ? std::nullopt : WeekdayOfDate(time->value);
  return weekday ? std::string(WeekdayName(*weekday)) : "";
}

Span SpanOf(const MessagePiece& piece, const Detail& detail) {
  const bool value = piece.field == PlaceholderField::kValue;
  if (piece.right) return value ? detail.CounterpartWhole() : detail.counterpart;
  return value ? detail.whole : detail.span;
}

// Of a detail the draft's words are on the left, what a source has in their
// place on the right.
std::string FillDetail(const MessagePiece& piece, const RuleSides& sides) {
  const Detail& detail = *sides.detail;
  const uint32_t document = piece.right ? detail.source : detail.document;
  if (document == kNone) return "no source";
  const DocumentAnalysis& doc = sides.corpus->document(document);
  if (piece.field == PlaceholderField::kDocument) {
    if (piece.right && document == detail.document) return "another sentence";
    return OrElse(doc.id, "another document");
  }
  // A clause begins with the comma before it, which is no part of what it says.
  absl::string_view words = doc.text.Text(SpanOf(piece, detail));
  while (!words.empty() && absl::StrContains(",;: ", words.substr(0, 1))) {
    words.remove_prefix(1);
  }
  return OrElse(Shorten(words, kMaxText), "something else");
}

std::string FillSentence(const MessagePiece& piece, const RuleSides& sides) {
  const DocumentAnalysis& doc = sides.corpus->document(sides.place->document);
  if (piece.field == PlaceholderField::kDocument) return doc.id;
  const SentencePlace& place = *sides.place;
  const Span span = piece.right && !place.other.empty() ? place.other
                    : !place.decisive.empty()
                        ? place.decisive
                        : doc.text.sentences[place.sentence].span;
  return Shorten(doc.text.Text(span), kMaxText);
}

std::string Fill(const MessagePiece& piece, const RuleSides& sides) {
  if (sides.place != nullptr) return FillSentence(piece, sides);
  if (sides.detail != nullptr) return FillDetail(piece, sides);
  const ClaimRef ref = piece.right ? sides.right : sides.left;
  switch (piece.field) {
    case PlaceholderField::kText:
      return Shorten(sides.corpus->Text(ref), kMaxText);
    case PlaceholderField::kValue:
      return OrElse(ClaimValue(*sides.corpus, ref),
                    Shorten(sides.corpus->Text(ref), kMaxText));
    case PlaceholderField::kSubject:
      return OrElse(Subject(sides, ref), "it");
    case PlaceholderField::kDocument:
      return OrElse(sides.document(ref).id, "another document");
    case PlaceholderField::kSpeaker:
      return OrElse(Speaker(sides, ref), "somebody");
    case PlaceholderField::kEvent:
      return OrElse(Event(sides, ref), "something");
    case PlaceholderField::kPlace:
      return OrElse(Place(sides, ref), "somewhere");
    case PlaceholderField::kWeekdayOfDate:
      return OrElse(Weekday(sides, ref), "another weekday");
  }
  return "";
}

}  // namespace

std::string FillMessage(const ParsedMessage& message, const RuleSides& sides) {
  std::string out;
  for (const MessagePiece& piece : message.pieces) {
    absl::StrAppend(&out,
                    piece.literal.empty() ? Fill(piece, sides) : piece.literal);
  }
  return out;
}

Span ShownSpan(const ParsedMessage& message, const Detail& detail, bool right) {
  for (const MessagePiece& piece : message.pieces) {
    if (piece.literal.empty() && piece.right == right &&
        piece.field != PlaceholderField::kDocument) {
      return SpanOf(piece, detail);
    }
  }
  return {};
}

}  // namespace claimcheck
