#ifndef CLAIMCHECK_CLAIMS_SYNTAX_TAGS_H_
#define CLAIMCHECK_CLAIMS_SYNTAX_TAGS_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace claimcheck {
namespace syntax {

// The parts of speech of Universal Dependencies.
enum class Upos : uint8_t {
  kX,
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
};
inline constexpr int kUposCount = 17;

// The tags of the Penn Treebank, as the English treebanks write them.
enum class Xpos : uint8_t {
  kNone,
  kCC,
  kCD,
  kDT,
  kEX,
  kFW,
  kIN,
  kJJ,
  kJJR,
  kJJS,
  kLS,
  kMD,
  kNN,
  kNNP,
  kNNPS,
  kNNS,
  kPDT,
  kPOS,
  kPRP,
  kPRPS,  // PRP$
  kRB,
  kRBR,
  kRBS,
  kRP,
  kSYM,
  kTO,
  kUH,
  kVB,
  kVBD,
  kVBG,
  kVBN,
  kVBP,
  kVBZ,
  kWDT,
  kWP,
  kWPS,  // WP$
  kWRB,
  kADD,
  kAFX,
  kGW,
  kHYPH,
  kNFP,
  kComma,
  kStop,
  kColon,
  kOpenBracket,   // -LRB-
  kCloseBracket,  // -RRB-
  kOpenQuote,
  kCloseQuote,
  kDollar,
};
inline constexpr int kXposCount = 50;

// The relations of Universal Dependencies with the subtypes of the English
// treebanks.
enum class Relation : uint8_t {
  kDep,
  kAcl,
  kAclRelcl,
  kAdvcl,
  kAdvclRelcl,
  kAdvmod,
  kAmod,
  kAppos,
  kAux,
  kAuxPass,
  kCase,
  kCc,
  kCcPreconj,
  kCcomp,
  kCompound,
  kCompoundPrt,
  kConj,
  kCop,
  kCsubj,
  kCsubjOuter,
  kCsubjPass,
  kDet,
  kDetPredet,
  kDiscourse,
  kDislocated,
  kExpl,
  kFixed,
  kFlat,
  kGoeswith,
  kIobj,
  kList,
  kMark,
  kNmod,
  kNmodDesc,
  kNmodPoss,
  kNmodUnmarked,
  kNsubj,
  kNsubjOuter,
  kNsubjPass,
  kNummod,
  kObj,
  kObl,
  kOblAgent,
  kOblUnmarked,
  kOrphan,
  kParataxis,
  kPunct,
  kReparandum,
  kRoot,
  kVocative,
  kXcomp,
};
inline constexpr int kRelationCount = 51;

// The names that CoNLL-U files use.
absl::string_view UposName(Upos upos);
absl::string_view XposName(Xpos xpos);
absl::string_view RelationName(Relation relation);

// The value of a name; kX, kNone and kDep for names that are none.
Upos ParseUpos(absl::string_view name);
Xpos ParseXpos(absl::string_view name);
Relation ParseRelation(absl::string_view name);

}  // namespace syntax
}  // namespace claimcheck

#endif  // CLAIMCHECK_CLAIMS_SYNTAX_TAGS_H_
