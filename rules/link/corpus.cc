#include "rules/link/corpus.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "claims/text/stem.h"

namespace claimcheck {
namespace {

// Names carry more of what a sentence is about than other words; words of
// saying carry next to nothing.
constexpr uint16_t kWordWeight = 100;
constexpr uint16_t kNameWeight = 140;
constexpr uint16_t kSayWeight = 20;

constexpr uint64_t kNoContent =
    Bit(Lex::kStopWord) | Bit(Lex::kPreposition) | Bit(Lex::kDeterminer) |
    Bit(Lex::kConjunction) | Bit(Lex::kAuxiliary) | Bit(Lex::kPronoun) |
    Bit(Lex::kMonth) | Bit(Lex::kWeekday) | Bit(Lex::kTimeUnit) |
    Bit(Lex::kCardinal) | Bit(Lex::kScale) | Bit(Lex::kTimeDeictic);

// The stems of words, each word stemmed once.
class StemTable {
 public:
  uint32_t Of(uint32_t word, absl::string_view folded) {
    const auto [it, added] = stems_.try_emplace(word, 0);
    if (added) it->second = StemHash(folded);
    return it->second;
  }
  uint32_t Of(absl::string_view folded) { return Of(WordHash(folded), folded); }

 private:
  absl::flat_hash_map<uint32_t, uint32_t> stems_;
};

// The content word at `t`, of weight 0 when it is none.  `stems` may be null.
ContentWord WordAt(const DocumentAnalysis& doc, uint32_t t, StemTable* stems) {
  ContentWord word;
  const Token& token = doc.text.tokens[t];
  if (token.kind != TokenKind::kWord || token.folded_size < 2) return word;
  const uint64_t mask = doc.lex.Mask(t);
  if ((mask & kNoContent) != 0 || doc.text.folded[token.folded_begin] == '\'') {
    return word;
  }
  // A group of synonyms counts as one word.
  const LexHit* synonym = doc.lex.Find(t, Lex::kSynonym);
  const bool one = synonym != nullptr && synonym->tokens == 1;
  const absl::string_view folded =
      one ? synonym->entry->id : doc.text.Folded(t);
  word.stem = stems == nullptr ? StemHash(folded)
                               : stems->Of(one ? WordHash(folded) : token.word,
                                           folded);
  word.weight = (mask & Bit(Lex::kSayVerb)) != 0 ? kSayWeight
                : token.Is(Token::kCapital) &&
                        !token.Is(Token::kSentenceStart)
                    ? kNameWeight
                    : kWordWeight;
  return word;
}

void AddWords(absl::Span<const ContentWord> of_tokens, TokenRange range,
              std::vector<ContentWord>* out) {
  for (uint32_t t = range.begin; t < range.end; ++t) {
    if (of_tokens[t].weight != 0) out->push_back(of_tokens[t]);
  }
}

// Ascending by stem; of one stem the heaviest.
void SortUnique(std::vector<ContentWord>* words, size_t from) {
  std::sort(words->begin() + from, words->end(),
            [](const ContentWord& a, const ContentWord& b) {
              if (a.stem != b.stem) return a.stem < b.stem;
              return a.weight > b.weight;
            });
  words->erase(std::unique(words->begin() + from, words->end(),
                           [](const ContentWord& a, const ContentWord& b) {
                             return a.stem == b.stem;
                           }),
               words->end());
}

void SortUnique(std::vector<uint32_t>* ids) {
  std::sort(ids->begin(), ids->end());
  ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
}

// Calls `visit` with each stem that is in both.
template <typename Visit>
void ForCommon(absl::Span<const ContentWord> a, absl::Span<const ContentWord> b,
               Visit visit) {
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    const uint32_t x = a[i].stem, y = b[j].stem;
    if (x == y) visit(a[i], b[j]);
    // Which of the two is behind cannot be foreseen: no branch.
    i += x <= y;
    j += y <= x;
  }
}

// Words on each side of an amount that say what it is of.
constexpr uint32_t kAround = 6;

// Sentences of fewer content words are alike by chance.
constexpr size_t kLeastCopyWords = 6;
// Two documents that share this many sentences have one origin.
constexpr uint32_t kSharedSentences = 2;

}  // namespace

int Overlap(absl::Span<const ContentWord> a, absl::Span<const ContentWord> b) {
  int64_t wa = 0, wb = 0, common = 0;
  for (const ContentWord& w : a) wa += w.weight;
  for (const ContentWord& w : b) wb += w.weight;
  ForCommon(a, b, [&](const ContentWord& x, const ContentWord& y) {
    common += std::min(x.weight, y.weight);
  });
  const int64_t lighter = std::min(wa, wb);
  return lighter == 0 ? 0 : static_cast<int>(common * 100 / lighter);
}

int CommonWords(absl::Span<const ContentWord> a,
                absl::Span<const ContentWord> b) {
  int count = 0;
  ForCommon(a, b, [&](const ContentWord&, const ContentWord&) { ++count; });
  return count;
}

Corpus::Corpus(std::vector<const DocumentAnalysis*> documents)
    : documents_(std::move(documents)), entities_(documents_) {
  ReadWords();
  ReadNamed();
  ReadParticipants();
  ReadQuotes();
  FindOrigins();
  stories_ = FindStories(*this);
}

void Corpus::ReadWords() {
  StemTable stems;
  std::vector<ContentWord> of_tokens;
  words_.resize(documents_.size());
  for (uint32_t d = 0; d < documents_.size(); ++d) {
    const DocumentAnalysis& doc = *documents_[d];
    const uint32_t size = static_cast<uint32_t>(doc.text.tokens.size());
    of_tokens.resize(size);
    for (uint32_t t = 0; t < size; ++t) of_tokens[t] = WordAt(doc, t, &stems);
    Lists<ContentWord>& out = words_[d].of_sentences;
    for (const claimcheck::Sentence& sentence : doc.text.sentences) {
      AddWords(of_tokens, sentence.tokens, &out.items);
      SortUnique(&out.items, out.first.back());
      out.End();
    }
    for (const ClaimRecord& claim : doc.claims) {
      uint32_t stem = 0;
      if (claim.quantity != kNone) {
        const auto& counted = doc.quantities[claim.quantity].value.counted;
        if (!counted.empty()) stem = stems.Of(counted);
      }
      words_[d].counted.push_back(stem);
    }
    ReadClaimWords(doc, of_tokens, &words_[d]);
  }
}

void Corpus::ReadClaimWords(const DocumentAnalysis& doc,
                            absl::Span<const ContentWord> of_tokens,
                            DocumentWords* out) const {
  std::vector<ContentWord>& words = out->of_claims.items;
  for (const ClaimRecord& claim : doc.claims) {
    const size_t from = words.size();
    const TokenRange sentence = doc.text.sentences[claim.sentence].tokens;
    switch (claim.kind) {
      case ClaimKind::kQuantity: {
        if (claim.quantity == kNone) break;
        const QuantityMention& q = doc.quantities[claim.quantity];
        const TokenRange around = doc.text.sentences[q.sentence].tokens;
        const uint32_t begin = q.tokens.begin > around.begin + kAround
                                   ? q.tokens.begin - kAround
                                   : around.begin;
        AddWords(of_tokens, {begin, q.tokens.begin}, &words);
        SortUnique(&words, from);
        const size_t behind = words.size();
        AddWords(of_tokens,
                 {q.tokens.end, std::min(around.end, q.tokens.end + kAround)},
                 &words);
        SortUnique(&words, behind);
        // Of a word on both sides the first.
        std::inplace_merge(
            words.begin() + from, words.begin() + behind, words.end(),
            [](ContentWord a, ContentWord b) { return a.stem < b.stem; });
        words.erase(std::unique(words.begin() + from, words.end(),
                                [](ContentWord a, ContentWord b) {
                                  return a.stem == b.stem;
                                }),
                    words.end());
        break;
      }
      case ClaimKind::kStatement:
      case ClaimKind::kSuperlative:
        AddWords(of_tokens,
                 claim.kind == ClaimKind::kStatement
                     ? doc.text.TokensIn(claim.span)
                     : sentence,
                 &words);
        SortUnique(&words, from);
        words.erase(std::remove_if(words.begin() + from, words.end(),
                                   [](const ContentWord& word) {
                                     return word.weight == kNameWeight;
                                   }),
                    words.end());
        break;
      default:
        break;
    }
    out->of_claims.End();
  }
}

void Corpus::ReadNamed() {
  named_.resize(documents_.size());
  std::vector<uint32_t> ids;
  for (uint32_t d = 0; d < documents_.size(); ++d) {
    const DocumentAnalysis& doc = *documents_[d];
    size_t name = 0;
    for (uint32_t s = 0; s < doc.text.sentences.size(); ++s) {
      ids.clear();
      for (; name < doc.names.size() && doc.names[name].sentence <= s; ++name) {
        for (uint32_t entity :
             {doc.names[name].entity, doc.names[name].entity2}) {
          const uint32_t global = GlobalEntity(d, entity);
          if (global != kNone) ids.push_back(global);
        }
      }
      SortUnique(&ids);
      named_[d].Add(ids);
    }
  }
}

void Corpus::ReadParticipants() {
  participants_.resize(documents_.size());
  std::vector<uint32_t> ids;
  for (uint32_t d = 0; d < documents_.size(); ++d) {
    const DocumentAnalysis& doc = *documents_[d];
    for (const Event& event : doc.events) {
      ids.clear();
      for (const auto* list : {&event.agents, &event.patients}) {
        for (uint32_t name : *list) {
          for (uint32_t entity :
               {doc.names[name].entity, doc.names[name].entity2}) {
            const uint32_t global = GlobalEntity(d, entity);
            if (global != kNone) ids.push_back(global);
          }
        }
      }
      SortUnique(&ids);
      participants_[d].Add(ids);
    }
  }
}

void Corpus::ReadQuotes() {
  quotes_.resize(documents_.size());
  for (uint32_t d = 0; d < documents_.size(); ++d) {
    const DocumentAnalysis& doc = *documents_[d];
    quotes_[d].resize(doc.quotes.size());
    for (const ClaimRecord& claim : doc.claims) {
      if (claim.kind == ClaimKind::kQuotation && claim.quote != kNone) {
        ReadQuoteWords(doc, doc.quotes[claim.quote], &quotes_[d][claim.quote]);
      }
    }
  }
}

bool Corpus::OneStory(uint32_t a, uint32_t b) const {
  if (a == b) return true;
  if (b < a) std::swap(a, b);
  const auto it = std::lower_bound(
      stories_.begin(), stories_.end(), std::make_pair(a, b),
      [](const StoryPair& pair, const std::pair<uint32_t, uint32_t>& wanted) {
        return pair.left != wanted.first ? pair.left < wanted.first
                                         : pair.right < wanted.second;
      });
  return it != stories_.end() && it->left == a && it->right == b;
}

void Corpus::FindOrigins() {
  origins_.resize(documents_.size());
  for (uint32_t d = 0; d < size(); ++d) origins_[d] = d;
  auto root = [&](uint32_t d) {
    while (origins_[d] != d) d = origins_[d];
    return d;
  };
  auto join = [&](uint32_t a, uint32_t b) {
    a = root(a);
    b = root(b);
    if (a != b) origins_[std::max(a, b)] = std::min(a, b);
  };
  absl::flat_hash_map<absl::string_view, uint32_t> by_id;
  for (uint32_t d = 0; d < size(); ++d) by_id.emplace(documents_[d]->id, d);
  for (uint32_t d = 0; d < size(); ++d) {
    auto it = by_id.find(documents_[d]->derived_from);
    if (it != by_id.end() && !documents_[d]->derived_from.empty()) {
      join(d, it->second);
    }
  }
  // Whole sentences of equal content words: the trace of a shared wire text.
  struct Print {
    uint64_t hash;
    uint32_t document;
    bool operator<(const Print& o) const {
      return hash != o.hash ? hash < o.hash : document < o.document;
    }
  };
  std::vector<Print> prints;
  for (uint32_t d = 0; d < size(); ++d) {
    for (uint32_t s = 0; s < documents_[d]->text.sentences.size(); ++s) {
      const auto words = Words(d, s);
      if (words.size() < kLeastCopyWords) continue;
      uint64_t hash = 0xcbf29ce484222325u;
      for (const ContentWord& w : words) hash = (hash ^ w.stem) * 0x100000001b3u;
      prints.push_back({hash, d});
    }
  }
  std::sort(prints.begin(), prints.end());
  // Neighbours in a run of equal prints: enough to join the whole run.
  std::vector<std::pair<uint32_t, uint32_t>> shared;
  for (size_t i = 1; i < prints.size(); ++i) {
    if (prints[i].hash == prints[i - 1].hash &&
        prints[i].document != prints[i - 1].document) {
      shared.emplace_back(prints[i - 1].document, prints[i].document);
    }
  }
  std::sort(shared.begin(), shared.end());
  for (size_t i = 0; i < shared.size();) {
    size_t j = i;
    while (j < shared.size() && shared[j] == shared[i]) ++j;
    if (j - i >= kSharedSentences) join(shared[i].first, shared[i].second);
    i = j;
  }
  for (uint32_t d = 0; d < size(); ++d) origins_[d] = root(d);
}

absl::Span<const ContentWord> Corpus::Words(uint32_t document,
                                            uint32_t sentence) const {
  return words_[document].of_sentences.Of(sentence);
}

std::vector<ContentWord> Corpus::WordsIn(uint32_t document, Span span) const {
  const DocumentAnalysis& doc = *documents_[document];
  const TokenRange range = doc.text.TokensIn(span);
  std::vector<ContentWord> out;
  for (uint32_t t = range.begin; t < range.end; ++t) {
    const ContentWord word = WordAt(doc, t, nullptr);
    if (word.weight != 0) out.push_back(word);
  }
  SortUnique(&out, 0);
  return out;
}

const Event* Corpus::event(ClaimRef ref) const {
  const uint32_t i = claim(ref).event;
  return i == kNone ? nullptr : &document(ref.document).events[i];
}
const TimeMention* Corpus::time(ClaimRef ref) const {
  const uint32_t i = claim(ref).time;
  return i == kNone ? nullptr : &document(ref.document).times[i];
}
const QuantityMention* Corpus::quantity(ClaimRef ref) const {
  const uint32_t i = claim(ref).quantity;
  return i == kNone ? nullptr : &document(ref.document).quantities[i];
}
const NameMention* Corpus::place(ClaimRef ref) const {
  const uint32_t i = claim(ref).place;
  return i == kNone ? nullptr : &document(ref.document).names[i];
}
const Quote* Corpus::quote(ClaimRef ref) const {
  const uint32_t i = claim(ref).quote;
  return i == kNone ? nullptr : &document(ref.document).quotes[i];
}
const Attribution* Corpus::attribution(ClaimRef ref) const {
  const uint32_t i = claim(ref).attribution;
  return i == kNone ? nullptr : &document(ref.document).attributions[i];
}
absl::string_view Corpus::Text(ClaimRef ref) const {
  return document(ref.document).text.Text(claim(ref).span);
}
absl::string_view Corpus::Sentence(ClaimRef ref) const {
  const DocumentAnalysis& doc = document(ref.document);
  return doc.text.Text(doc.text.sentences[claim(ref).sentence].span);
}

uint32_t Corpus::Speaker(ClaimRef ref) const {
  const Attribution* a = attribution(ref);
  return a == nullptr ? kNone : GlobalEntity(ref.document, a->speaker_entity);
}

void Corpus::Participants(ClaimRef ref, std::vector<uint32_t>* out) const {
  const auto found = Participants(ref);
  out->assign(found.begin(), found.end());
}

void Corpus::Places(ClaimRef ref, std::vector<uint32_t>* out) const {
  out->clear();
  const Event* e = event(ref);
  if (e == nullptr) return;
  const DocumentAnalysis& doc = document(ref.document);
  // "The visit is set for Tuesday": where, the sentence before has said.
  if (e->places.empty() && e->coreferent != kNone) {
    e = &doc.events[e->coreferent];
  }
  for (uint32_t name : e->places) {
    const uint32_t global =
        GlobalEntity(ref.document, doc.names[name].entity);
    if (global != kNone) out->push_back(global);
  }
  SortUnique(out);
}

bool Corpus::NearCopies(ClaimRef a, ClaimRef b) const {
  const auto wa = Words(a.document, claim(a).sentence);
  const auto wb = Words(b.document, claim(b).sentence);
  if (std::min(wa.size(), wb.size()) < kLeastCopyWords) return false;
  const int common = CommonWords(wa, wb);
  return common * 100 >= 80 * static_cast<int>(std::max(wa.size(), wb.size()));
}

}  // namespace claimcheck
