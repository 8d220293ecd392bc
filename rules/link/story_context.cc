#include "rules/link/story_context.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "claims/lexicon/word_sets.h"
#include "claims/syntax/roles.h"
#include "claims/syntax/syntax_words.h"
#include "claims/value/calendar.h"
#include "claims/value/decimal.h"
#include "rules/link/name_link.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

constexpr uint32_t kLeadSentences = 3;
// A sentence that speaks of a day further back than this tells of another event.
constexpr int64_t kPastDays = 21;

bool HoldsWords(syntax::Relation relation) {
  using syntax::Relation;
  return relation == Relation::kAmod || relation == Relation::kCompound ||
         relation == Relation::kFlat || relation == Relation::kNmodPoss ||
         relation == Relation::kConj || relation == Relation::kNmodDesc ||
         relation == Relation::kNmodUnmarked;
}

std::optional<int64_t> WholeNumber(const Decimal& number) {
  if (number.exponent < 0 || number.exponent > 6) return std::nullopt;
  int64_t whole = number.significand;
  for (int32_t e = 0; e < number.exponent; ++e) whole *= 10;
  return whole;
}

}  // namespace

StoryContext::StoryContext(const Corpus& corpus, bool syntax)
    : corpus_(corpus), syntax_(syntax), sources_(corpus, {}) {}

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
      words.stems.Add(word.stem);
    }
  }
  std::sort(words.held.begin(), words.held.end());
  return words;
}

void StoryContext::CountCommon(const HeldWords& left, const HeldWords& right) {
  // Of the words of a text that the other may have.
  const auto keep = [](const HeldWords& words, const IdFilter& others,
                       std::vector<uint64_t>* kept) {
    kept->resize(words.held.size() + 1);
    size_t count = 0;
    for (const uint64_t held : words.held) {
      (*kept)[count] = held;
      count += others.MayHold(HeldWords::Stem(held));
    }
    kept->resize(count);
  };
  keep(left, right.stems, &left_held_);
  keep(right, left.stems, &right_held_);
  const std::vector<uint64_t>& mine = left_held_;
  const std::vector<uint64_t>& theirs = right_held_;
  for (size_t i = 0, j = 0; i < mine.size() && j < theirs.size();) {
    const uint32_t stem = HeldWords::Stem(mine[i]);
    const uint32_t other = HeldWords::Stem(theirs[j]);
    if (stem != other) {
      // Which of the two is behind cannot be foreseen: no branch.
      const bool behind = stem < other;
      i += behind;
      j += !behind;
      continue;
    }
    size_t end = j;
    while (end < theirs.size() && HeldWords::Stem(theirs[end]) == stem) ++end;
    for (; i < mine.size() && HeldWords::Stem(mine[i]) == stem; ++i) {
      uint8_t* const row = &common_[HeldWords::Sentence(mine[i]) * row_];
      for (size_t k = j; k < end; ++k) {
        uint8_t& count = row[HeldWords::Sentence(theirs[k])];
        count += count < 255;
      }
    }
    j = end;
  }
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

Participant StoryContext::ReadParticipant(SentenceRef at, int word) {
  Participant out;
  if (word == syntax::kNoWord) return out;
  const syntax::ParsedSentence& tree = Parsed(at);
  const DocumentAnalysis& doc = document(at.document);
  if (tree.words[word].upos == syntax::Upos::kPron) {
    // "He": of whom the text takes it to speak.
    const uint32_t token = tree.source[word].tokens.begin;
    for (const NameMention& name : MentionsIn(doc.names, at.sentence)) {
      if (name.form != NameMention::kName && name.tokens.Contains(token) &&
          name.entity != kNone) {
        out.known = true;
        out.head = token;
        out.entity = corpus_.GlobalEntity(at.document, name.entity);
      }
    }
    return out;
  }
  const DraftWords& read = words(at.document);
  const auto add = [&](int w) {
    const uint32_t token = tree.source[w].tokens.begin;
    if (read.words[token].Is(DraftWord::kContent)) out.tokens.push_back(token);
  };
  out.known = true;
  out.head = tree.source[word].tokens.begin;
  add(word);
  std::vector<int> heads = {word};
  for (size_t i = 0; i < heads.size() && i < 6; ++i) {
    for (int w = tree.words[heads[i]].begin; w < tree.words[heads[i]].end;
         ++w) {
      if (tree.words[w].head != heads[i]) continue;
      if (HoldsWords(tree.words[w].relation)) {
        add(w);
        heads.push_back(w);
      }
      if (tree.words[w].relation == syntax::Relation::kNummod &&
          heads[i] == word) {
        const uint32_t token = tree.source[w].tokens.begin;
        for (const QuantityMention& q : doc.quantities) {
          if (q.tokens.Contains(token) && !q.value.ordinal) {
            out.count = WholeNumber(q.value.written);
          }
        }
      }
    }
  }
  std::sort(out.tokens.begin(), out.tokens.end());
  out.tokens.erase(std::unique(out.tokens.begin(), out.tokens.end()),
                   out.tokens.end());
  for (const NameMention& name : MentionsIn(doc.names, at.sentence)) {
    if (name.tokens.Contains(out.head)) {
      out.entity = corpus_.GlobalEntity(at.document, name.entity);
    }
  }
  return out;
}

int StoryContext::SharedWords(uint32_t a_document,
                              absl::Span<const uint32_t> a,
                              uint32_t b_document,
                              absl::Span<const uint32_t> b) const {
  if (a.empty() || b.empty()) return 0;
  const DraftWords& words_a = words(a_document);
  const DraftWords& words_b = words(b_document);
  int shared = 0;
  for (const uint32_t x : a) {
    for (const uint32_t y : b) {
      if (WordSupport(words_a, words_a.words[x], words_b, words_b.words[y],
                      Synonyms::kListed) >= 75) {
        ++shared;
        break;
      }
    }
  }
  return shared * 100 / static_cast<int>(std::min(a.size(), b.size()));
}

namespace {

// Each has names before its noun, and none of one is among those of the other.
bool NamedOtherwise(const DraftWords& words_a, const Participant& a,
                    const DraftWords& words_b, const Participant& b) {
  bool mine = false, theirs = false;
  for (const uint32_t x : a.tokens) {
    if (x == a.head || !words_a.words[x].Is(DraftWord::kCapital)) continue;
    mine = true;
    for (const uint32_t y : b.tokens) {
      if (words_a.words[x].stem == words_b.words[y].stem) return false;
    }
  }
  for (const uint32_t y : b.tokens) {
    theirs |= y != b.head && words_b.words[y].Is(DraftWord::kCapital);
  }
  return mine && theirs;
}

}  // namespace

bool IsAnother(const TokenizedText& text, const Participant& who) {
  constexpr uint32_t kReach = 3;
  const uint32_t begin = text.sentences[text.sentence_of[who.head]].tokens.begin;
  const uint32_t first = std::max(who.head, begin + kReach) - kReach;
  for (uint32_t t = first; t < who.head; ++t) {
    if (IsOneOf(text.Folded(t), {"another", "second", "third"})) return true;
  }
  return false;
}

int StoryContext::MatchParticipants(uint32_t a_document, const Participant& a,
                                    uint32_t b_document,
                                    const Participant& b) const {
  if (!a.known || !b.known) return 0;
  if (a.count && b.count && *a.count != *b.count) return -1;
  if (a.entity != kNone && b.entity != kNone) {
    return OnePerson(a.entity, b.entity) ? 100 : -1;
  }
  if (IsAnother(document(a_document).text, a) !=
      IsAnother(document(b_document).text, b)) {
    return -1;
  }
  const DraftWords& words_a = words(a_document);
  const DraftWords& words_b = words(b_document);
  const int head = WordSupport(words_a, words_a.words[a.head], words_b,
                               words_b.words[b.head], Synonyms::kListed);
  const int shared = SharedWords(a_document, a.tokens, b_document, b.tokens);
  // "The Aurora", "the ferry": whoever has the name may be meant by the noun.
  if ((a.entity == kNone) != (b.entity == kNone) && head < 75 && shared == 0) {
    return 0;
  }
  if (head >= 75) {
    // "The Cuban government", "the Cypriot government".
    if (NamedOtherwise(words_a, a, words_b, b)) return -1;
    // "Two Kenyan policemen", "the Kenyan policemen".
    const bool bare = a.tokens.size() < 2 || b.tokens.size() < 2;
    return bare ? 75 : shared > 50 ? 95 : 60;
  }
  return shared >= 100 && std::min(a.tokens.size(), b.tokens.size()) > 1 ? 70
                                                                         : -1;
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

std::optional<int64_t> StoryContext::Day(uint32_t d) const {
  const DocumentDate& date = document(d).date;
  if (!date.known) return std::nullopt;
  return DayNumber(date.year, date.month, date.day);
}

bool IsReference(const DocumentAnalysis& doc, const TimeMention& time) {
  if (time.tokens.begin == 0) return false;
  const absl::string_view before = doc.text.Folded(time.tokens.begin - 1);
  return before == "since" || before == "until" || before == "than";
}

namespace {

// "Since a storm in the summer": what is told began then and is so today.
bool IsSince(const DocumentAnalysis& doc, const TimeMention& time) {
  constexpr uint32_t kReach = 5;
  // Not "since the August quake, which", which is what is spoken of.
  const auto is_in = [&](uint32_t t) {
    return IsOneOf(doc.text.Folded(t), {"in", "on", "during"});
  };
  const uint32_t begin = time.tokens.begin;
  if (!is_in(begin) && (begin == 0 || !is_in(begin - 1)) && (begin < 2 || !is_in(begin - 2))) {
    return false;
  }
  const uint32_t first = std::max(time.tokens.begin, kReach) - kReach;
  for (uint32_t t = time.tokens.begin; t-- > first;) {
    if (doc.text.Folded(t) == "since") return true;
    if (doc.text.tokens[t].kind != TokenKind::kWord) return false;
  }
  return false;
}

}  // namespace

std::optional<int32_t> StoryContext::YearOfTimes(SentenceRef at) const {
  std::optional<int32_t> year;
  const DocumentAnalysis& doc = document(at.document);
  const std::optional<int64_t> day = Day(at.document);
  for (const TimeMention& time : MentionsIn(doc.times, at.sentence)) {
    if (!time.value.range.first || time.value.kind == TimeKind::kDuration) {
      continue;
    }
    const int64_t last = time.value.range.last.value_or(*time.value.range.first) /
                         kSecondsPerDay;
    if (!IsCalendarDay(last) || IsReference(doc, time) || IsSince(doc, time)) continue;
    const bool past = day ? *day - last > kPastDays : time.value.year_written;
    const int32_t its = past ? DateOfDay(last).year : 0;
    if (!year || its != 0) year = its;
  }
  return year;
}

int32_t StoryContext::PastYear(SentenceRef at) const {
  const std::optional<int32_t> here = YearOfTimes(at);
  if (here) return *here;
  if (at.sentence == 0) return 0;
  return YearOfTimes({at.document, at.sentence - 1}).value_or(0);
}

bool StoryContext::OnePerson(uint32_t a, uint32_t b) const {
  return a == b || SlippedName(corpus_, a, b);
}

NamesNear StoryContext::NamesAround(SentenceRef at, TokenRange words) const {
  constexpr uint32_t kReach = 9;
  constexpr uint32_t kSentencesBack = 2;
  const DocumentAnalysis& doc = document(at.document);
  NamesNear near;
  const auto says_so = [&](const NameMention& name) {
    return std::any_of(doc.attributions.begin(), doc.attributions.end(),
                       [&](const Attribution& said) {
                         return said.sentence == name.sentence &&
                                said.speaker.Overlaps(name.span);
                       });
  };
  const auto add = [&](uint32_t sentence, bool close) {
    for (const NameMention& name : MentionsIn(doc.names, sentence)) {
      if (name.entity == kNone ||
          (close && (name.tokens.end + kReach < words.begin ||
                     name.tokens.begin > words.end + kReach)) ||
          says_so(name)) {
        continue;
      }
      near.ids.push_back(corpus_.GlobalEntity(at.document, name.entity));
    }
  };
  add(at.sentence, /*close=*/true);
  near.close = !near.ids.empty();
  for (uint32_t back = 0;
       near.ids.empty() && back <= kSentencesBack && back <= at.sentence;
       ++back) {
    add(at.sentence - back, /*close=*/false);
  }
  std::sort(near.ids.begin(), near.ids.end());
  near.ids.erase(std::unique(near.ids.begin(), near.ids.end()),
                 near.ids.end());
  for (const NameMention& name : MentionsIn(doc.names, at.sentence)) {
    if (name.entity != kNone) {
      near.sentence.push_back(corpus_.GlobalEntity(at.document, name.entity));
    }
  }
  std::sort(near.sentence.begin(), near.sentence.end());
  return near;
}

bool StoryContext::NamesDiffer(const NamesNear& a, const NamesNear& b) const {
  const auto has_own = [&](const NamesNear& names, const NamesNear& others,
                           NameType type) {
    return std::any_of(names.ids.begin(), names.ids.end(), [&](uint32_t name) {
      if (corpus_.EntityType(name) != type ||
          std::binary_search(others.sentence.begin(), others.sentence.end(),
                             name)) {
        return false;
      }
      return std::none_of(
          others.ids.begin(), others.ids.end(), [&](uint32_t other) {
            if (OnePerson(name, other)) return true;
            const auto relation = corpus_.RelatePlaces(name, other);
            return relation && *relation != RangeRelation::kDisjoint;
          });
    });
  };
  for (const NameType type : {NameType::kPlace, NameType::kPerson}) {
    if (has_own(a, b, type) && has_own(b, a, type)) return true;
  }
  return a.close && b.close &&
         std::none_of(a.ids.begin(), a.ids.end(), [&](uint32_t name) {
           return std::binary_search(b.ids.begin(), b.ids.end(), name);
         });
}

bool StoryContext::OfOneState(const StoryPair& pair) const {
  constexpr int64_t kDays = 3;
  // A day guessed from other texts tells no two states apart.
  const auto day = [this](uint32_t d) {
    return document(d).date.source == DateSource::kOtherDocuments
               ? std::nullopt
               : Day(d);
  };
  const auto left = day(pair.left), right = day(pair.right);
  return !left || !right || std::llabs(*left - *right) <= kDays;
}

bool StoryContext::InLead(SentenceRef at) const {
  return at.sentence < kLeadSentences ||
         document(at.document).text.sentences[at.sentence].zone ==
             Sentence::kHeadline;
}

bool UsableSentence(const DocumentAnalysis& doc, uint32_t s) {
  return doc.text.sentences[s].zone != Sentence::kFurniture &&
         doc.text.sentences[s].tokens.size() > 4;
}

bool OfPoll(const DocumentAnalysis& doc, uint32_t sentence) {
  const TokenRange tokens = doc.text.sentences[sentence].tokens;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (words::kPollWords.Contains(doc.text.tokens[t].word)) return true;
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
