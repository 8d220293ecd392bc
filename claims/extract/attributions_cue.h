#ifndef CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_CUE_H_
#define CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_CUE_H_

#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/extract/analysis.h"
#include "claims/extract/attributions_words.h"

namespace claimcheck {

// What the steps of FindAttributions share.
struct AttributionContext {
  const DocumentAnalysis& doc;
  const std::vector<RoleTag>& tags;
  const std::vector<uint8_t>& titles;  // of each sentence: in title case

  const TokenizedText& text() const { return doc.text; }
  bool Has(uint32_t t, Lex cls) const {
    return t < doc.lex.size() && doc.lex.Has(t, cls);
  }
  const LexHit* Find(uint32_t t, Lex cls) const {
    return t < doc.lex.size() ? doc.lex.Find(t, cls) : nullptr;
  }
  // A verb of saying or of taking a stand; a noun of either.
  const LexHit* FindVerb(uint32_t t) const {
    const LexHit* say = Find(t, Lex::kSayVerb);
    return say != nullptr ? say : FindStand(t, /*act=*/true);
  }
  const LexHit* FindNoun(uint32_t t) const {
    return FindStand(t, /*act=*/false);
  }
  const LexHit* FindStand(uint32_t t, bool act) const {
    if (!Has(t, Lex::kSayNoun)) return nullptr;
    for (const LexHit& hit : doc.lex.At(t)) {
      if (hit.cls == Lex::kSayNoun && hit.entry->HasTag("act") == act) {
        return &hit;
      }
    }
    return nullptr;
  }
  uint32_t size() const { return static_cast<uint32_t>(tags.size()); }
  RoleTag Tag(uint32_t t) const {
    return t < tags.size() ? tags[t] : RoleTag::kStop;
  }
  TokenRange Sentence(uint32_t t) const {
    return doc.text.sentences[doc.text.sentence_of[t]].tokens;
  }
  bool Is(uint32_t t, absl::string_view folded) const {
    return t < tags.size() && doc.text.Folded(t) == folded;
  }
  // "Roe Says Dam Is Safe": a capital tells nothing there.
  bool TitleCase(uint32_t t) const {
    return titles[doc.text.sentence_of[t]] != 0;
  }
  bool Capital(uint32_t t) const {
    return t < tags.size() && doc.text.tokens[t].Is(Token::kCapital);
  }
};

// A verb of saying in use.
struct VerbCue {
  enum Form : uint8_t { kBase, kPresent, kPast, kGerund };
  uint32_t begin = 0;  // the verb
  uint32_t end = 0;
  uint32_t group = 0;  // with its auxiliaries and adverbs: "has also said"
  const LexEntry* entry = nullptr;
  Form form = kPast;
  bool finite = true;    // false: "..., saying that"
  bool passive = false;  // "was accused"
  bool negated = false;
  bool infinitive = false;  // "to announce", with no verb of its own before
};

// Reads the verb of saying that begins at `t`; false when none does, or when
// the word is no verb here: "the report says" but "his report".
bool ReadVerbCue(const AttributionContext& context, uint32_t t, VerbCue* cue);

// True when a clause or noun phrase may begin at `t`.
bool MayBeginContent(const AttributionContext& context, uint32_t t);

}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_EXTRACT_ATTRIBUTIONS_CUE_H_
