// The words that two texts have in common, the trees of their sentences, and
// small questions about them.

#include "rules/link/story_context.h"

#include <algorithm>
#include <cstring>

#include "absl/types/span.h"
#include "claims/lexicon/word_sets.h"
#include "claims/syntax/syntax_words.h"
#include "claims/value/calendar.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

constexpr uint32_t kLeadSentences = 3;

}  // namespace

StoryContext::StoryContext(const Corpus& corpus, bool syntax)
    : corpus_(corpus), syntax_(syntax), sources_(corpus, {}) {
  days_.reserve(corpus.size());
  for (uint32_t d = 0; d < corpus.size(); ++d) {
    const DocumentDate& date = corpus.document(d).date;
    days_.push_back(date.known ? DayNumber(date.year, date.month, date.day)
                               : std::nullopt);
  }
}

void StoryContext::Open(absl::Span<const uint32_t> documents) {
  open_.assign(documents.begin(), documents.end());
  sources_.Hold(documents);
  kept_.clear();
  trees_.clear();
  first_of_text_.clear();
}

StoryContext::HeldWords StoryContext::ReadHeld(uint32_t d) const {
  HeldWords words;
  for (uint32_t s = 0; s < document(d).text.sentences.size(); ++s) {
    for (const ContentWord& word : corpus_.Words(d, s)) {
      words.held.push_back(uint64_t{word.stem} << 32 | s);
    }
  }
  std::sort(words.held.begin(), words.held.end());
  for (const uint64_t held : words.held) {
    words.stems.Add(static_cast<uint32_t>(held >> 32));
  }
  words.stems.Finish();
  return words;
}

void StoryContext::CountCommon(const HeldWords& left, const HeldWords& right) {
  // Bytes may be of anything: nothing that is read beside them is read anew.
  const uint64_t* const mine = left.held.data();
  const uint64_t* const theirs = right.held.data();
  uint8_t* const counts = common_.data();
  const size_t row_size = row_;
  IdIndex::Join(left.stems, right.stems, [=](IdIndex::Range here, IdIndex::Range there) {
    for (uint32_t i = here.begin; i < here.end; ++i) {
      uint8_t* const row = counts + HeldWords::Sentence(mine[i]) * row_size;
      for (uint32_t k = there.begin; k < there.end; ++k) {
        uint8_t& count = row[HeldWords::Sentence(theirs[k])];
        count += count < 255;
      }
    }
  });
}

// By the words, not by the sentences: most sentences of two texts share none.
void StoryContext::Begin(const StoryPair& pair) {
  if (pair.left == pair.right) return;
  const auto read = [this](uint32_t d) -> const HeldWords& {
    return Once<HeldWords>(d, [&] { return ReadHeld(d); });
  };
  constexpr size_t kWord = sizeof(uint64_t);
  row_ = (document(pair.right).text.sentences.size() + kWord - 1) / kWord *
         kWord;
  const size_t rows = document(pair.left).text.sentences.size();
  common_.assign(rows * row_, 0);
  CountCommon(read(pair.left), read(pair.right));
  sharing_.clear();
  sharing_of_.assign(1, 0);
  for (size_t s = 0; s < rows; ++s) {
    const uint8_t* const row = common_.data() + s * row_;
    for (uint32_t first = 0; first < row_; first += kWord) {
      uint64_t counts;
      std::memcpy(&counts, row + first, kWord);
      if ((counts & 0xFEFEFEFEFEFEFEFEu) == 0) continue;  // no two in common
      for (uint32_t t = first; t < first + kWord; ++t) {
        if (row[t] >= 2) sharing_.push_back(t);
      }
    }
    sharing_of_.push_back(static_cast<uint32_t>(sharing_.size()));
  }
}

const syntax::ParsedSentence& StoryContext::Read(SentenceRef at, bool tree) {
  std::unique_ptr<Parse>& slot =
      trees_[static_cast<uint64_t>(at.document) << 32 | at.sentence];
  if (slot == nullptr) {
    slot = std::make_unique<Parse>();
    slot->at = at;
  }
  Parse* const parse = slot.get();  // the map may grow
  if (!parse->sentence.words.empty() && (!tree || parse->tree)) {
    return parse->sentence;
  }
  if (ReadAsTwin(parse, tree)) return parse->sentence;
  parsed_ += tree;
  parse->tree = tree;
  if (!parse->sentence.words.empty()) {
    syntax::Syntax::Embedded().AddTree(&scratch_, &parse->sentence);
    return parse->sentence;
  }
  syntax::SyntaxOptions options;
  options.tree = tree;
  options.names = false;
  syntax::Syntax::Embedded().Parse(document(at.document).text,
                                   sources_.Tokens(at), options, &scratch_,
                                   &parse->sentence);
  return parse->sentence;
}

// Texts of one story repeat sentences of each other or of an agency.
bool StoryContext::ReadAsTwin(Parse* parse, bool tree) {
  const TokenizedText& text = document(parse->at.document).text;
  const auto [it, first] = first_of_text_.try_emplace(
      text.Text(text.sentences[parse->at.sentence].span), parse->at);
  if (first || it->second == parse->at) return false;
  const syntax::ParsedSentence& twin = Read(it->second, tree);
  syntax::ParsedSentence& out = parse->sentence;
  syntax::CutWords(text, sources_.Tokens(parse->at), &out.source);
  out.forms.clear();
  for (const syntax::SyntaxWord& word : out.source) {
    out.forms.push_back(text.Text(word.span));
  }
  if (out.forms != twin.forms) return false;
  out.words = twin.words;
  out.tags = twin.tags;
  out.second_tags = twin.second_tags;
  parse->tree = tree;
  return true;
}

uint32_t StoryContext::SpeakerAt(uint32_t d, Span span) const {
  for (const Attribution& said : document(d).attributions) {
    for (const Span content : said.content) {
      if (content.Contains(span) && said.speaker_entity != kNone) {
        return corpus_.GlobalEntity(d, said.speaker_entity);
      }
    }
  }
  return kNone;
}

bool StoryContext::Names(SentenceRef at, uint32_t entity) const {
  const absl::Span<const NameMention> names =
      MentionsIn(document(at.document).names, at.sentence);
  return std::any_of(names.begin(), names.end(), [&](const NameMention& name) {
    return name.entity != kNone && corpus_.GlobalEntity(at.document, name.entity) == entity;
  });
}

bool StoryContext::InLead(SentenceRef at) const {
  return at.sentence < kLeadSentences ||
         document(at.document).text.sentences[at.sentence].zone ==
             Sentence::kHeadline;
}

bool OfPoll(const DocumentAnalysis& doc, uint32_t sentence) {
  const TokenRange tokens = doc.text.sentences[sentence].tokens;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (words::kPollWords.Contains(doc.text.tokens[t].word)) return true;
    // An election has margins too.
    if (t + 2 < tokens.end && doc.text.Folded(t) == "margin" &&
        doc.text.Folded(t + 1) == "of" && doc.text.Folded(t + 2) == "error") {
      return true;
    }
  }
  return false;
}

Detail StoryDetail(DetailKind kind, Departure departure, SentenceRef left,
                        Span left_span, SentenceRef right, Span right_span,
                        int likeness) {
  Detail detail;
  detail.kind = kind;
  detail.held = DetailHeld::kElsewhere;
  detail.departure = departure;
  detail.document = left.document;
  detail.sentence = left.sentence;
  detail.span = detail.whole = left_span;
  detail.source = right.document;
  detail.source_sentence = right.sentence;
  detail.counterpart = right_span;
  detail.other_context = likeness;
  detail.story = true;
  return detail;
}

}  // namespace claimcheck
