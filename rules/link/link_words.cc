// Links of quotations and of what is stated.

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>

#include "absl/strings/string_view.h"
#include "claims/value/calendar.h"
#include "rules/link/link_scorer.h"
#include "rules/link/name_spelling.h"

namespace claimcheck {
namespace {

// Texts of so many days apart quote one utterance; later ones may quote another
// of the same speaker.
constexpr int64_t kOneUtteranceDays = 3;
// Two statements that share fewer words, names aside, are alike by chance.
constexpr int kLeastStatementWords = 4;

}  // namespace

int LinkScorer::SpeakerPart() const {
  const uint32_t a = corpus_.Speaker(link_.left);
  const uint32_t b = corpus_.Speaker(link_.right);
  if (a == kNone || b == kNone) return kUnknown;
  return a == b || FullerName(corpus_, a, b) ||
                 (OneStory() && SlippedName(corpus_, a, b))
             ? 100
             : 0;
}

void LinkScorer::QuotationLink() {
  link_.kind = LinkKind::kQuotation;
  auto comparison = std::make_shared<QuoteComparison>(
      CompareQuotes(corpus_.QuoteOf(link_.left), corpus_.QuoteOf(link_.right)));
  if (!comparison->related) return Veto("other words");
  const int speaker = SpeakerPart();
  // Nor is a slogan that people repeat all year one utterance.
  if (speaker != 100 && !OneStory()) {
    return Veto("other speakers in other stories");
  }
  // A short phrase in two mouths is two utterances.
  if (speaker == 0 && comparison->common_words < 6) {
    return Veto("other speakers of a short phrase");
  }
  // That they are one utterance is decided; how much of the shorter one the
  // other has says how surely.
  const int share =
      comparison->compared_words == 0
          ? 0
          : std::min<int>(100, comparison->common_words * 100 /
                                   comparison->compared_words);
  // Two people may speak of one thing in the words that it has.
  if (speaker == 0 && share < 60) return Veto("other speakers");
  // One text rarely gives an utterance twice; people in it use like phrases,
  // and a headline is told again below it.
  if (link_.left.document == link_.right.document &&
      share < (speaker == 100 ? 50 : 75)) {
    return Veto("two utterances in one document");
  }
  // Somebody says a thing twice, and one text has both.
  if (share < 100 && !OfDraft() &&
      link_.left.document != link_.right.document &&
      (HasNearer(link_.left, link_.right, comparison->common_words) ||
       HasNearer(link_.right, link_.left, comparison->common_words))) {
    return Veto("another quotation of the text is nearer");
  }
  // A campaign says the same every week.
  if (share < 100 && !OfDraft() && DaysOfTextsApart() > kOneUtteranceDays) {
    return Veto("said on other days");
  }
  Add(LinkPart::kWords, 70 + share * 30 / 100, 75);
  Add(LinkPart::kSpeaker, speaker, 25);
  Sum();
  link_.quotes = std::move(comparison);
}

bool LinkScorer::HasNearer(ClaimRef ref, ClaimRef other, uint32_t common) const {
  const DocumentAnalysis& doc = corpus_.document(ref.document);
  for (uint32_t c = 0; c < doc.claims.size(); ++c) {
    if (doc.claims[c].kind != ClaimKind::kQuotation || c == ref.claim ||
        doc.claims[c].quote == kNone ||
        doc.claims[c].quote == corpus_.claim(ref).quote) {
      continue;
    }
    const QuoteComparison nearer = CompareQuotes(
        corpus_.QuoteOf({ref.document, c}), corpus_.QuoteOf(other));
    if (nearer.related && nearer.common_words > common) return true;
  }
  return false;
}

bool LinkScorer::OfDraft() const {
  return corpus_.document(link_.left.document).checked !=
         corpus_.document(link_.right.document).checked;
}

int64_t LinkScorer::DaysOfTextsApart() const {
  const auto day = [&](ClaimRef ref) -> std::optional<int64_t> {
    const DocumentDate& date = corpus_.document(ref.document).date;
    if (!date.known || date.source == DateSource::kOtherDocuments) {
      return std::nullopt;
    }
    return DayNumber(date.year, date.month, date.day);
  };
  const auto a = day(link_.left), b = day(link_.right);
  return a && b ? std::llabs(*a - *b) : 0;
}

bool LinkScorer::OfOneself(ClaimRef ref) const {
  const DocumentAnalysis& doc = corpus_.document(ref.document);
  const ClaimRecord& claim = corpus_.claim(ref);
  const uint32_t speaker = corpus_.Speaker(ref);
  if (speaker == kNone ||
      corpus_.EntityType(speaker) != NameType::kOrganisation) {
    return false;
  }
  const TokenRange tokens = doc.text.sentences[claim.sentence].tokens;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (!claim.span.Contains(doc.text.tokens[t].span)) continue;
    const absl::string_view word = doc.text.Folded(t);
    if (word == "it" || word == "its" || word == "we" || word == "our") {
      return true;
    }
  }
  return std::any_of(
      doc.names.begin(), doc.names.end(), [&](const NameMention& name) {
        return name.sentence == claim.sentence && name.entity != kNone &&
               claim.span.Contains(name.span) &&
               corpus_.GlobalEntity(ref.document, name.entity) == speaker;
      });
}

// What is said counts, not whom it is about: in one story the same names
// stand in every other sentence.  Who says it counts not at all; that is what
// a rule may want to ask.
void LinkScorer::StatementLink() {
  link_.kind = LinkKind::kStatement;
  const auto wa = corpus_.ClaimWords(link_.left);
  const auto wb = corpus_.ClaimWords(link_.right);
  if (!OneStory()) return Veto("texts that tell other stories");
  if (CommonWords(wa, wb) < kLeastStatementWords) {
    return Veto("too few words in common");
  }
  if (SpeakerPart() == 0 &&
      (OfOneself(link_.left) || OfOneself(link_.right))) {
    return Veto("each speaks of itself");
  }
  Add(LinkPart::kWords, Overlap(wa, wb), 90);
  Add(LinkPart::kNames, NamedPart(), 10);
  Sum();
}

}  // namespace claimcheck
