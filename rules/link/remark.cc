#include "rules/link/remark.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "claims/text/tokens.h"
#include "rules/link/name_spelling.h"
#include "rules/link/quote_words.h"

namespace claimcheck {
namespace {

// Tokens of a quotation that is held against others as a whole too.
constexpr uint32_t kMostOfWhole = 60;

constexpr uint32_t Hash(absl::string_view word) {
  return WordHash(word.data(), word.size());
}

// One word in two forms, as different as writers are.
constexpr uint32_t kForms[][2] = {{Hash("someone"), Hash("somebody")},
                                  {Hash("anyone"), Hash("anybody")},
                                  {Hash("everyone"), Hash("everybody")},
                                  {Hash("no-one"), Hash("nobody")}};

std::vector<SaidWord> SaidWords(const DocumentAnalysis& doc, TokenRange tokens) {
  Quote quote;
  quote.tokens = tokens;
  QuoteWords words;
  ReadQuoteWords(doc, quote, &words);
  std::vector<SaidWord> said;
  said.reserve(words.words.size());
  for (size_t i = 0; i < words.words.size(); ++i) {
    const QuoteWordInfo& info = words.info[i];
    SaidWord word = {words.words[i], info.token, info.negation, info.light};
    // "No one".
    if (word.word.key == Hash("one") && !said.empty() &&
        said.back().word.key == Hash("no") && said.back().token + 1 == word.token) {
      said.back().word.key = said.back().word.stem = Hash("nobody");
      continue;
    }
    for (const auto& form : kForms) {
      if (form[0] == word.word.key) word.word.key = word.word.stem = form[1];
    }
    said.push_back(word);
  }
  return said;
}

// Whom a quotation is ascribed to, corpus-wide.  Where no verb says so, it may be
// the person named before a colon: "Ada Lind, mayor of Arlen: “...”".
uint32_t SpeakerOf(const StoryContext& story, uint32_t d, const Quote& quote) {
  constexpr uint32_t kReach = 10;
  const DocumentAnalysis& doc = story.document(d);
  if (quote.attribution != kNone &&
      doc.attributions[quote.attribution].speaker_entity != kNone) {
    return story.corpus().GlobalEntity(
        d, doc.attributions[quote.attribution].speaker_entity);
  }
  if (quote.tokens.begin < 3 ||
      !doc.text.IsChar(quote.tokens.begin - 2, ':')) {
    return kNone;
  }
  const uint32_t colon = quote.tokens.begin - 2;
  uint32_t speaker = kNone;
  for (const NameMention& name : doc.names) {
    if (name.form != NameMention::kName || name.tokens.end > colon ||
        name.tokens.end + kReach < colon || name.entity == kNone ||
        doc.entities[name.entity].type != NameType::kPerson) {
      continue;
    }
    speaker = story.corpus().GlobalEntity(d, name.entity);
  }
  return speaker;
}

// "The firm Vestline", "a spokesman for the company, Vestline": a name that is nobody's.
bool IsOfBody(const DocumentAnalysis& doc, const NameMention& name) {
  const uint32_t begin = name.tokens.begin;
  return begin > 1 &&
         (doc.lex.Has(begin - 1, Lex::kPreposition) ||
          doc.lex.Has(begin - 1, Lex::kOrgNoun) ||
          (doc.text.IsChar(begin - 1, ',') &&
           doc.lex.Has(begin - 2, Lex::kOrgNoun)));
}

// The name that "she said" behind a quotation stands for, where nobody else is named
// with it or between it and the quotation, in one paragraph.
Span OnlyPersonBefore(const DocumentAnalysis& doc, const Quote& quote,
                      uint32_t person) {
  const uint32_t s = doc.text.sentence_of[quote.tokens.begin];
  const uint32_t paragraph = doc.text.sentences[s].paragraph;
  Span found;
  uint32_t others = kNone;  // the last sentence that names somebody else
  for (const NameMention& name : doc.names) {
    if (name.tokens.begin >= quote.tokens.begin) break;
    if (doc.text.sentences[name.sentence].paragraph != paragraph ||
        name.form != NameMention::kName || name.entity == kNone) {
      continue;
    }
    const NameType type = doc.entities[name.entity].type;
    const bool nobody = type == NameType::kUnknown && IsOfBody(doc, name);
    if (nobody || (type != NameType::kPerson && type != NameType::kUnknown)) {
      continue;
    }
    if (name.entity != person) {
      others = name.sentence;
      found = {};
    } else if (others != name.sentence) {
      found = name.span;
    }
  }
  return found;
}

// "Said the Cumbrian": whoever that is.
bool IsDescribed(const DocumentAnalysis& doc, const NameMention& name) {
  return name.tokens.size() == 1 && name.tokens.begin > 0 &&
         doc.text.Folded(name.tokens.begin - 1) == "the";
}

// "Said producer Hal Simms": the words that name a person.
Span NameOfSpeaker(const DocumentAnalysis& doc, const Quote& quote) {
  if (quote.attribution == kNone) return {};
  const Attribution& attribution = doc.attributions[quote.attribution];
  const Span speaker = attribution.speaker;
  // "Orla's chief executive, Ada Lind": the person.
  Span found;
  for (const NameMention& name : doc.names) {
    if (name.form == NameMention::kName && name.entity != kNone &&
        (doc.entities[name.entity].type == NameType::kPerson ||
         doc.entities[name.entity].type == NameType::kUnknown) &&
        speaker.Overlaps(name.span) && !IsDescribed(doc, name)) {
      if (name.entity == attribution.speaker_entity) return name.span;
      if (found.empty()) found = name.span;
    }
  }
  if (!found.empty()) return found;
  return attribution.speaker_entity == kNone
             ? Span()
             : OnlyPersonBefore(doc, quote, attribution.speaker_entity);
}

}  // namespace

std::vector<Remark> ReadRemarks(const StoryContext& story, uint32_t d) {
  const DocumentAnalysis& doc = story.document(d);
  const DraftWords& words = story.words(d);
  std::vector<Remark> remarks;
  for (const Quote& quote : doc.quotes) {
    if (quote.title || quote.nested || quote.tokens.empty()) continue;
    const uint32_t speaker = SpeakerOf(story, d, quote);
    const Span name = NameOfSpeaker(doc, quote);
    const size_t first = remarks.size();
    size_t sentences = 0;
    std::vector<uint32_t> content;  // of all of it
    for (uint32_t t = quote.tokens.begin; t < quote.tokens.end; ++sentences) {
      Remark remark;
      remark.sentence = doc.text.sentence_of[t];
      remark.speaker = speaker;
      remark.name = name;
      const uint32_t end = std::min(
          quote.tokens.end, doc.text.sentences[remark.sentence].tokens.end);
      remark.tokens = {t, end};
      for (; t < end; ++t) {
        if (words.words[t].Is(DraftWord::kContent)) remark.content.push_back(t);
      }
      content.insert(content.end(), remark.content.begin(), remark.content.end());
      if (remark.content.empty()) continue;
      remark.said = SaidWords(doc, remark.tokens);
      // "This storm is not done with us."
      constexpr size_t kSaidWithOne = 6;
      if (remark.content.size() < 2 && remark.said.size() < kSaidWithOne) continue;
      remarks.push_back(std::move(remark));
    }
    const size_t parts = remarks.size() - first;
    if (parts == 1 && sentences == 1) remarks[first].extent = Remark::Extent::kAll;
    // "They did not run to something.  They ran from something": each sentence may
    // be too short by itself.
    if (sentences < 2 || content.size() < 2 ||
        quote.tokens.size() > kMostOfWhole) {
      continue;
    }
    Remark whole;
    whole.extent = Remark::Extent::kSentences;
    whole.parts = static_cast<uint32_t>(parts);
    whole.sentence = doc.text.sentence_of[quote.tokens.begin];
    whole.speaker = speaker;
    whole.name = name;
    whole.tokens = quote.tokens;
    whole.content = std::move(content);
    whole.said = SaidWords(doc, whole.tokens);
    remarks.push_back(std::move(whole));
  }
  return remarks;
}

bool AreOtherSpeakers(const StoryContext& story, const Remark& a, const Remark& b) {
  if (a.speaker == kNone || b.speaker == kNone ||
      story.OnePerson(a.speaker, b.speaker) ||
      FullerName(story.corpus(), a.speaker, b.speaker)) {
    return false;
  }
  // Whose given name is told in two ways, not "Derek Hartwell" and his wife Maureen.
  const auto words = [&](uint32_t entity) {
    return std::vector<absl::string_view>(
        absl::StrSplit(story.corpus().EntityName(entity), ' '));
  };
  const std::vector<absl::string_view> x = words(a.speaker), y = words(b.speaker);
  return x.size() < 2 || y.size() < 2 || x.back() != y.back() ||
         x[x.size() - 2].substr(0, 1) != y[y.size() - 2].substr(0, 1);
}

}  // namespace claimcheck
