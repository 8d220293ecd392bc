#include "rules/link/relations.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/syntax/roles.h"
#include "claims/text/stem.h"
#include "rules/link/relation_comparisons.h"
#include "rules/link/relation_nouns.h"
#include "rules/link/relation_status.h"
#include "rules/link/relation_verbs.h"
#include "rules/link/relation_words.h"

namespace claimcheck {
namespace {

using syntax::ParsedSentence;

class Reader : private RelationTree {
 public:
  Reader(const DocumentAnalysis& doc, const DraftWords& words,
         const ParsedSentence& tree)
      : RelationTree(doc, words, tree),
        verbs_(doc, words, tree),
        nouns_(doc, words, tree),
        status_(doc, words, tree) {}

  std::vector<Relation> Read() {
    const int headline = HeadlineVerb();
    for (int w = 0; w < s_.size(); ++w) {
      if (w == headline) {
        ReadVerb(w);
        continue;
      }
      switch (s_.words[w].upos) {
        case Upos::kVerb:
          ReadVerb(w);
          break;
        case Upos::kNoun:
        case Upos::kPropn:
        case Upos::kAdj:
          ReadNoun(w);
          break;
        default:
          break;
      }
    }
    const std::vector<Relation> compared = Comparisons(doc_, words_, s_).Read();
    out_.insert(out_.end(), compared.begin(), compared.end());
    return std::move(out_);
  }

 private:
  // "Shuttle docks with station": where no word is tagged as a verb, the plural
  // behind another noun, which is its subject.
  int HeadlineVerb() const {
    int found = kNoWord;
    for (int w = 0; w < s_.size(); ++w) {
      if (At(w).upos == Upos::kVerb || At(w).upos == Upos::kAux) return kNoWord;
      if (found == kNoWord && w > 0 && At(w).xpos == Xpos::kNNS &&
          At(w).relation == SyntaxRelation::kRoot && At(w - 1).head == w &&
          At(w - 1).relation == SyntaxRelation::kCompound) {
        found = w;
      }
    }
    return found;
  }

  void ReadVerb(int w) {
    if (At(w).relation == SyntaxRelation::kAux ||
        At(w).relation == SyntaxRelation::kAuxPass ||
        At(w).relation == SyntaxRelation::kCop || !IsContent(w)) {
      return;
    }
    Relation relation;
    relation.token = TokenOf(w);
    relation.word = w;
    relation.first = verbs_.Agent(w);
    relation.second = verbs_.Patient(w);
    relation.mutual = words::kMutualVerbs.ContainsStem(StemOf(w));
    // "Came from behind to beat ...": who came.
    if (relation.first == kNoWord &&
        words::kWinningVerbs.ContainsStem(StemOf(w)) &&
        At(w).relation == SyntaxRelation::kAdvcl && HasMark(w, "to") &&
        At(w).head < w) {
      relation.first = verbs_.Agent(At(w).head);
    }
    const absl::string_view particle = verbs_.ParticleOf(w);
    if (!particle.empty()) relation.particle = WordHash(particle);
    const Normal* const normal = NormalVerb(StemOf(w));
    if (normal != nullptr && relation.second != kNoWord) {
      relation.kind = normal->kind;
      if (normal->reversed) std::swap(relation.first, relation.second);
    } else if (IsVerb(w, "lose") && syntax::ObliqueOf(s_, w, "to") != kNoWord) {
      relation.kind = Relation::kVictory;
      relation.second = relation.first;
      relation.first = syntax::ObliqueOf(s_, w, "to");
    } else if (IsVerb(w, "take") && particle == "over" &&
               syntax::ObliqueOf(s_, w, "from") != kNoWord) {
      relation.kind = Relation::kSuccession;
      relation.second = syntax::ObliqueOf(s_, w, "from");
    }
    if (relation.kind == Relation::kAct && relation.second == kNoWord) {
      relation.second = verbs_.NameWith(w, &relation.preposition);
    }
    relation.first = verbs_.NamedBehind(relation.first);
    relation.second = verbs_.NamedBehind(relation.second);
    relation.recipient = verbs_.Recipient(w, relation.first, relation.second);
    status_.Judge(&relation);
    if (relation.kind == Relation::kAct) ReadSuccessionAfter(relation);
    AddWithConjuncts(std::move(relation));
  }

  // "Roe and Lind slept": of each.
  void AddWithConjuncts(Relation relation) {
    const int first = relation.first;
    out_.push_back(relation);
    if (first == kNoWord || relation.mutual) return;
    for (int i = first + 1; i < At(first).end; ++i) {
      if (At(i).head != first || At(i).relation != SyntaxRelation::kConj) continue;
      relation.first = i;
      out_.push_back(relation);
    }
  }

  // "His visit to Rome", "the purchase of Tarrant by Orla".
  void ReadDeed(int w) {
    if (At(w).upos != Upos::kNoun || !IsContent(w)) return;
    Relation relation;
    relation.nominal = true;
    relation.token = TokenOf(w);
    relation.word = w;
    relation.first = syntax::ChildOf(s_, w, SyntaxRelation::kNmodPoss);
    for (int i = w + 1; i < At(w).end; ++i) {
      if (At(i).head != w || At(i).relation != SyntaxRelation::kNmod) continue;
      const absl::string_view form = Form(At(i).begin);
      if (form == "by") relation.first = i;
      if (form == "of" || form == "to") relation.second = i;
    }
    status_.Judge(&relation);
    // "Cancelled his visit", whatever the parser made of it.
    int before = w - 1;
    while (before >= 0 && before >= w - 2 &&
           (At(before).upos == Upos::kDet || At(before).upos == Upos::kPron ||
            At(before).upos == Upos::kAdj)) {
      --before;
    }
    if (before >= 0 && At(before).upos == Upos::kVerb &&
        At(w).head != before &&
        words::kDenyingWords.ContainsStem(StemOf(before))) {
      relation.negated = !relation.negated;
    }
    // "Arrest warrant".
    if (At(w).relation == SyntaxRelation::kCompound && At(w).head > w) {
      status_.ReadGovernor(At(w).head, &relation);
    }
    out_.push_back(std::move(relation));
  }

  // "After Lind's death", "following the resignation of Lind": who left a place, by
  // the words, as the tree hangs such phrases here and there; kNoWord: nobody.
  int WhoLeftBefore() const {
    for (int i = 1; i < s_.size(); ++i) {
      if (!words::kVacancyNouns.ContainsStem(StemOf(i))) continue;
      int begin = i + 2;  // "of Lind"
      int end = begin;
      int before = i - 1;
      if (i + 1 < s_.size() && Form(i + 1) == "of") {
        while (end < s_.size() && IsName(end)) ++end;
        if (At(before).upos == Upos::kDet) --before;
      } else if (Form(before) == "'s" || Form(before) == "\xE2\x80\x99s") {
        end = before;
        begin = end;
        while (begin > 0 && IsName(begin - 1)) --begin;
        before = begin - 1;
      }
      if (begin >= end || before < 0) continue;
      const absl::string_view form = Form(before);
      if (form == "after" || form == "following" || form == "upon") {
        return Top(begin, end);
      }
    }
    return kNoWord;
  }

  // "After Lind's death Venn was elected".
  void ReadSuccessionAfter(const Relation& act) {
    if (!words::kOfficeTakingVerbs.ContainsStem(StemOf(act.word))) return;
    const int left = WhoLeftBefore();
    if (left == kNoWord) return;
    Relation relation = act;
    relation.kind = Relation::kSuccession;
    // "Became secretary", "was elected".
    relation.first = IsVerb(act.word, "become") ? act.first : act.second;
    relation.second = left;
    relation.preposition = relation.particle = 0;
    if (IsName(relation.first)) out_.push_back(std::move(relation));
  }

  // "Ex-husband", "former wife".
  bool IsEnded(int w) const {
    const uint32_t token = TokenOf(w);
    if (token >= 2 && doc_.text.IsChar(token - 1, '-') &&
        doc_.text.Folded(token - 2) == "ex") {
      return true;
    }
    for (int i = At(w).begin; i < w; ++i) {
      if (At(i).head == w && (Form(i) == "former" || Form(i) == "ex")) {
        return true;
      }
    }
    return false;
  }

  void ReadNoun(int w) {
    const Normal* const normal = NormalNoun(StemOf(w));
    std::string office;
    int first = w;
    if (normal == nullptr) {
      office = nouns_.OfficeAt(w, &first);
      if (office.empty()) {
        ReadDeed(w);
        return;
      }
    }
    // A brother-in-law is no brother.
    if (doc_.text.IsChar(TokenOf(w) + 1, '-')) return;
    Relation relation;
    relation.token = TokenOf(first);
    relation.word = w;
    relation.first = nouns_.Holder(w);
    relation.second = nouns_.Of(w, first, relation.first);
    if (normal != nullptr) {
      relation.kind = normal->kind;
      relation.ended = normal->kind == Relation::kSpouse && IsEnded(w);
      if (normal->reversed) std::swap(relation.first, relation.second);
    } else {
      relation.kind = Relation::kOffice;
      relation.office = std::move(office);
    }
    status_.Judge(&relation);
    out_.push_back(std::move(relation));
  }

  const VerbParties verbs_;
  const NounParties nouns_;
  const RelationStatus status_;
  std::vector<Relation> out_;
};

}  // namespace

std::vector<Relation> ReadRelations(const DocumentAnalysis& doc,
                                    const DraftWords& words,
                                    const ParsedSentence& tree) {
  return Reader(doc, words, tree).Read();
}

bool AreOtherKin(const Relation& a, const Relation& b) {
  const auto kin = [](Relation::Kind kind) {
    return kind == Relation::kParent || kind == Relation::kSpouse ||
           kind == Relation::kSibling;
  };
  return kin(a.kind) && kin(b.kind) &&
         (a.kind != b.kind || a.ended != b.ended);
}

}  // namespace claimcheck
