// Remarks of one speaker in two translations.

#include <algorithm>
#include <utility>
#include <vector>

#include "rules/link/story_context.h"

namespace claimcheck {
namespace {

// Of two translations of one remark, by weight of the shorter.
constexpr int kLeastRemark = 50;
constexpr int kMostRemark = 92;

struct Remark {
  uint32_t sentence = 0;
  uint32_t speaker = kNone;
  TokenRange tokens;
  std::vector<uint32_t> content;
};

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

std::vector<Remark> ReadRemarks(const StoryContext& story, uint32_t d) {
  const DocumentAnalysis& doc = story.document(d);
  const DraftWords& words = story.words(d);
  std::vector<Remark> remarks;
  for (const Quote& quote : doc.quotes) {
    if (quote.title || quote.nested || quote.tokens.empty()) continue;
    const uint32_t speaker = SpeakerOf(story, d, quote);
    if (speaker == kNone) continue;
    for (uint32_t t = quote.tokens.begin; t < quote.tokens.end;) {
      Remark remark;
      remark.sentence = doc.text.sentence_of[t];
      remark.speaker = speaker;
      const uint32_t end = std::min(
          quote.tokens.end, doc.text.sentences[remark.sentence].tokens.end);
      remark.tokens = {t, end};
      for (; t < end; ++t) {
        if (words.words[t].Is(DraftWord::kContent)) remark.content.push_back(t);
      }
      if (remark.content.size() >= 3) remarks.push_back(std::move(remark));
    }
  }
  return remarks;
}

struct RemarkLikeness {
  int share = 0;  // of the weight of the shorter, in hundredths
  // Enough in common to be one remark, and too much that is not to be a matter
  // of wording, which the comparison of quotations shows.
  bool translated = false;
};

RemarkLikeness Compare(const DraftWords& words, const Remark& a,
                       const DraftWords& others, const Remark& b) {
  int common = 0, weight = 0, rare = 0, weight_a = 0, weight_b = 0;
  for (const uint32_t t : a.content) weight_a += words.words[t].idf;
  for (const uint32_t t : b.content) weight_b += others.words[t].idf;
  for (const uint32_t x : a.content) {
    int best = 0;
    for (const uint32_t y : b.content) {
      if (WordSupport(words, words.words[x], others, others.words[y],
                      Synonyms::kListed) >= 75) {
        best = std::max<int>(
            best, std::min(words.words[x].idf, others.words[y].idf));
      }
    }
    if (best == 0) continue;
    ++common;
    weight += best;
    // Names of countries stand in all that is said of them.
    rare += words.words[x].idf >= 45 && !words.words[x].Is(DraftWord::kCapital);
  }
  RemarkLikeness like;
  like.share = weight * 100 / std::max(1, std::min(weight_a, weight_b));
  like.translated = common >= 3 && rare >= 2 && like.share >= kLeastRemark &&
                    like.share <= kMostRemark;
  return like;
}

}  // namespace

void CompareRemarks(StoryContext* story, const StoryPair& pair,
                    std::vector<Detail>* out) {
  // A campaign repeats itself for months.
  if (pair.left == pair.right || !story->OfOneState(pair)) return;
  const DocumentAnalysis& left = story->document(pair.left);
  const DocumentAnalysis& right = story->document(pair.right);
  const auto read = [story](uint32_t d) -> const std::vector<Remark>& {
    return story->Once<std::vector<Remark>>(
        d, [&] { return ReadRemarks(*story, d); });
  };
  const std::vector<Remark>& remarks = read(pair.left);
  const std::vector<Remark>& others = read(pair.right);
  // The nearest of the other text to each, by what they share.
  std::vector<uint32_t> nearest(remarks.size(), kNone);
  std::vector<uint32_t> back(others.size(), kNone);
  std::vector<int> best(remarks.size(), 0), best_back(others.size(), 0);
  std::vector<bool> translated(remarks.size(), false);
  for (uint32_t i = 0; i < remarks.size(); ++i) {
    for (uint32_t j = 0; j < others.size(); ++j) {
      if (!story->OnePerson(remarks[i].speaker, others[j].speaker)) continue;
      const RemarkLikeness like =
          Compare(story->words(pair.left), remarks[i],
                  story->words(pair.right), others[j]);
      if (like.share > best[i]) {
        best[i] = like.share;
        nearest[i] = j;
        translated[i] = like.translated;
      }
      if (like.share > best_back[j]) {
        best_back[j] = like.share;
        back[j] = i;
      }
    }
  }
  for (uint32_t i = 0; i < remarks.size(); ++i) {
    const uint32_t j = nearest[i];
    if (j == kNone || !translated[i] || back[j] != i) continue;
    Detail detail = StoryDetail(
        DetailKind::kSaid, Departure::kNone,
        {pair.left, remarks[i].sentence}, left.text.SpanOf(remarks[i].tokens),
        {pair.right, others[j].sentence}, right.text.SpanOf(others[j].tokens),
        best[i]);
    detail.covered = best[i];
    out->push_back(detail);
  }
}

}  // namespace claimcheck
