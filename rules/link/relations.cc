#include "rules/link/relations.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/syntax/roles.h"
#include "claims/text/stem.h"
#include "rules/link/relation_words.h"

namespace claimcheck {
namespace {

using syntax::kNoWord;
using syntax::ParsedSentence;
using syntax::ParsedWord;
using SyntaxRelation = syntax::Relation;
using syntax::Upos;
using syntax::Xpos;

// A chain of verbs longer than this says nothing.
constexpr int kMaxChain = 6;

class Reader {
 public:
  Reader(const DocumentAnalysis& doc, const DraftWords& words,
         const ParsedSentence& tree)
      : doc_(doc), words_(words), s_(tree) {}

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
    return std::move(out_);
  }

 private:
  const ParsedWord& At(int w) const { return s_.words[w]; }
  uint32_t TokenOf(int w) const { return s_.source[w].tokens.begin; }
  uint32_t StemOf(int w) const { return words_.words[TokenOf(w)].stem; }
  absl::string_view Form(int w) const { return doc_.text.Folded(TokenOf(w)); }
  bool IsContent(int w) const {
    return words_.words[TokenOf(w)].Is(DraftWord::kContent);
  }
  bool IsRelativePronoun(int w) const {
    return At(w).xpos == Xpos::kWDT || At(w).xpos == Xpos::kWP;
  }
  bool IsAcl(int w) const {
    return At(w).relation == SyntaxRelation::kAcl ||
           At(w).relation == SyntaxRelation::kAclRelcl;
  }

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

  bool HasOwnSubject(int verb) const {
    for (const SyntaxRelation relation :
         {SyntaxRelation::kNsubj, SyntaxRelation::kNsubjPass}) {
      if (syntax::ChildOf(s_, verb, relation) != kNoWord) return true;
    }
    return false;
  }

  bool IsPassive(int verb) const {
    if (syntax::IsPassive(s_, verb)) return true;
    if (At(verb).xpos != Xpos::kVBN || HasOwnSubject(verb) ||
        syntax::ChildOf(s_, verb, SyntaxRelation::kAux) != kNoWord) {
      return false;
    }
    // "A firm bought by ...", "was found and bought by ...".
    return At(verb).relation == SyntaxRelation::kAcl ||
           (At(verb).relation == SyntaxRelation::kConj &&
            syntax::IsPassive(s_, At(verb).head));
  }

  int Agent(int verb) const {
    if (IsPassive(verb)) {
      for (int step = 0, w = verb; step < 2 && w != kNoWord; ++step) {
        int by = syntax::ChildOf(s_, w, SyntaxRelation::kOblAgent);
        if (by == kNoWord) by = By(w);
        if (by != kNoWord) return by;
        // "Was found and bought by ..." says both of one.
        int next = kNoWord;
        for (int i = w + 1; i < At(w).end; ++i) {
          if (At(i).head == w && At(i).relation == SyntaxRelation::kConj &&
              At(i).xpos == Xpos::kVBN && !HasOwnSubject(i)) {
            next = i;
          }
        }
        w = next;
      }
      return kNoWord;
    }
    if (At(verb).relation == SyntaxRelation::kAcl &&
        At(verb).xpos == Xpos::kVBG) {
      return At(verb).head;
    }
    const int subject = syntax::SubjectOf(s_, verb);
    if (subject == kNoWord) return SubjectInHeadline(verb);
    return Resolved(verb, subject);
  }

  // "Atlantis docks with ...": of a short sentence the noun before its verb,
  // whatever the parser made of it; "allowed the king to return": the king;
  // "Weber, who runs it, hired ...": Weber.
  int SubjectInHeadline(int verb) const {
    if (At(verb).relation == SyntaxRelation::kRoot && verb > 0 &&
        At(verb - 1).head == verb &&
        (At(verb - 1).upos == Upos::kNoun ||
         At(verb - 1).upos == Upos::kPropn || IsCapital(verb - 1) ||
         (verb == 1 && IsContent(0)))) {
      return verb - 1;
    }
    for (int i = 0; i < verb; ++i) {
      if (At(i).head != verb || At(i).relation != SyntaxRelation::kAdvcl) {
        continue;
      }
      int first = kNoWord;
      for (int k = At(i).begin; k < i; ++k) {
        if (At(k).head != i || At(k).relation != SyntaxRelation::kNsubj) {
          continue;
        }
        if (first != kNoWord && IsRelativePronoun(k)) return first;
        first = k;
      }
    }
    return IsLet(verb) ? At(verb).head : kNoWord;
  }

  // An infinitive that hangs on the object of another verb: that one does it.
  bool IsLet(int verb) const {
    if (At(verb).relation != SyntaxRelation::kAcl || !HasMark(verb, "to")) {
      return false;
    }
    const SyntaxRelation relation = At(At(verb).head).relation;
    return (relation == SyntaxRelation::kObj ||
            relation == SyntaxRelation::kIobj) &&
           IsOpen(At(At(verb).head).head);
  }

  // "Harlow said it had bought ...": who says so, where a pronoun is subject of
  // what is said.
  int Resolved(int verb, int subject) const {
    if (subject == kNoWord || At(subject).upos != Upos::kPron) return subject;
    if (IsRelativePronoun(subject) ||
        At(verb).relation != SyntaxRelation::kCcomp) {
      return kNoWord;
    }
    const int sayer = syntax::SubjectOf(s_, At(verb).head);
    return sayer != kNoWord && At(sayer).upos != Upos::kPron ? sayer : kNoWord;
  }

  // "By Governor Hale", wherever the preposition hangs.
  int By(int verb) const {
    for (int i = verb + 1; i < At(verb).end; ++i) {
      if (At(i).head != verb || (At(i).relation != SyntaxRelation::kObl &&
                                 At(i).relation != SyntaxRelation::kNmod)) {
        continue;
      }
      if (Form(At(i).begin) == "by") return i;
    }
    return kNoWord;
  }

  // A name right behind an active verb is its object, whatever the parser made
  // of it: "paid Medix 3 million".
  int NameBehindVerb(int verb) const {
    int end = verb + 1;
    while (end < s_.size() && IsCapital(end)) ++end;
    if (end == verb + 1) return kNoWord;
    if (end < s_.size()) {
      switch (At(end).upos) {
        case Upos::kNoun:
        case Upos::kPropn:
        case Upos::kAdj:
        case Upos::kPart:
          return kNoWord;
        default:
          break;
      }
    }
    return Top(verb + 1, end);
  }

  bool IsCapital(int w) const {
    return IsContent(w) && words_.words[TokenOf(w)].Is(DraftWord::kCapital) &&
           (At(w).upos == Upos::kPropn || At(w).upos == Upos::kAdj ||
            At(w).upos == Upos::kNoun);
  }

  // The word of a run on which the others hang.
  int Top(int begin, int end) const {
    for (int i = begin; i < end; ++i) {
      if (At(i).head < begin || At(i).head >= end) return i;
    }
    return begin;
  }

  int Patient(int verb) const {
    if (IsPassive(verb)) {
      if (At(verb).relation == SyntaxRelation::kAcl && !HasOwnSubject(verb)) {
        return At(verb).head;
      }
      return syntax::SubjectOf(s_, verb);
    }
    const int given = syntax::ChildOf(s_, verb, SyntaxRelation::kIobj);
    if (given != kNoWord) return given;
    const int name = NameBehindVerb(verb);
    if (name != kNoWord) return name;
    const int object = syntax::ObjectOf(s_, verb);
    if (object != kNoWord) {
      return IsRelativePronoun(object) && IsAcl(verb) ? At(verb).head : object;
    }
    return kNoWord;
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
    relation.first = Agent(w);
    relation.second = Patient(w);
    relation.mutual = MutualVerbs().contains(StemOf(w));
    const absl::string_view particle = ParticleOf(w);
    if (!particle.empty()) relation.particle = WordHash(particle);
    const auto normal = NormalVerbs().find(StemOf(w));
    if (normal != NormalVerbs().end() && relation.second != kNoWord) {
      relation.kind = normal->second.kind;
      if (normal->second.reversed) std::swap(relation.first, relation.second);
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
      relation.second = NameWith(w, &relation.preposition);
    }
    Judge(&relation);
    out_.push_back(std::move(relation));
  }

  // The one name that hangs on a verb with a preposition.
  int NameWith(int verb, uint32_t* preposition) const {
    int found = kNoWord;
    for (int i = verb + 1; i < At(verb).end; ++i) {
      if (At(i).head != verb || !IsName(i) ||
          (At(i).relation != SyntaxRelation::kObl &&
           At(i).relation != SyntaxRelation::kNmod)) {
        continue;
      }
      const int word = syntax::ChildOf(s_, i, SyntaxRelation::kCase);
      if (word == kNoWord || words_.words[TokenOf(i)].Is(DraftWord::kTime)) {
        continue;
      }
      if (found != kNoWord) return kNoWord;
      found = i;
      *preposition = words_.words[TokenOf(word)].word;
    }
    return found;
  }

  bool IsVerb(int w, absl::string_view verb) const {
    return StemOf(w) == StemHash(verb);
  }

  absl::string_view ParticleOf(int w) const {
    const int particle =
        syntax::ChildOf(s_, w, SyntaxRelation::kCompoundPrt);
    return particle == kNoWord ? absl::string_view() : Form(particle);
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
    Judge(&relation);
    // "Cancelled his visit", whatever the parser made of it.
    int before = w - 1;
    while (before >= 0 && before >= w - 2 &&
           (At(before).upos == Upos::kDet || At(before).upos == Upos::kPron ||
            At(before).upos == Upos::kAdj)) {
      --before;
    }
    if (before >= 0 && At(before).upos == Upos::kVerb &&
        At(w).head != before && DenyingWords().contains(StemOf(before))) {
      relation.negated = !relation.negated;
    }
    // "Arrest warrant".
    if (At(w).relation == SyntaxRelation::kCompound && At(w).head > w) {
      ReadGovernor(At(w).head, &relation);
    }
    out_.push_back(std::move(relation));
  }

  void ReadNoun(int w) {
    const auto normal = NormalNouns().find(StemOf(w));
    std::string office;
    int first = w;
    if (normal == NormalNouns().end()) {
      office = OfficeAt(w, &first);
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
    relation.first = Holder(w);
    relation.second = Of(w, first, relation.first);
    if (normal != NormalNouns().end()) {
      relation.kind = normal->second.kind;
      if (normal->second.reversed) std::swap(relation.first, relation.second);
    } else {
      relation.kind = Relation::kOffice;
      relation.office = std::move(office);
    }
    Judge(&relation);
    out_.push_back(std::move(relation));
  }

  // The role that ends with `w`, and the word where it begins.
  std::string OfficeAt(int w, int* first) const {
    constexpr int kMostWords = 4;
    for (int begin = std::max(0, w - kMostWords + 1); begin <= w; ++begin) {
      const uint32_t token = TokenOf(begin);
      const LexHit* hit = doc_.lex.Find(token, Lex::kRoleNoun);
      if (hit == nullptr ||
          hit->token + hit->tokens != s_.source[w].tokens.end ||
          hit->entry->HasTag("plural")) {
        continue;
      }
      if (!IsUniqueRole(hit->entry->id)) return {};
      // A vice president, an ex-king.
      if (begin > 0 &&
          (doc_.lex.Has(TokenOf(begin - 1), Lex::kTitle) ||
           doc_.text.IsChar(token - 1, '-'))) {
        return {};
      }
      // "Co-chairman", "deputy mayor" are other offices under one name.
      const absl::string_view form = doc_.text.Folded(token);
      if (form == "deputy" || form == "vice" || form == "lieutenant" ||
          form == "lt." || form == "co") {
        return {};
      }
      *first = begin;
      return std::string(hit->entry->id);
    }
    return {};
  }

  bool IsName(int w) const {
    return w != kNoWord && At(w).upos == Upos::kPropn && IsContent(w);
  }

  int Holder(int w) const {
    if (syntax::ChildOf(s_, w, SyntaxRelation::kCop) != kNoWord) {
      return syntax::ChildOf(s_, w, SyntaxRelation::kNsubj);
    }
    for (const SyntaxRelation relation :
         {SyntaxRelation::kAppos, SyntaxRelation::kFlat}) {
      const int child = syntax::ChildOf(s_, w, relation);
      if (IsName(child)) return child;
    }
    const int next = NameBehind(w);
    if (next != kNoWord) return next;
    // "The governor of Ohio, Jan Krol, ...".
    if (w + 2 < s_.size() && Form(w + 1) == "of") {
      int end = w + 2;
      while (end < s_.size() && (IsName(end) || At(end).upos == Upos::kDet)) {
        ++end;
      }
      if (end > w + 2 && end < s_.size() && Form(end) == ",") {
        int last = end + 1;
        while (last < s_.size() && IsName(last)) ++last;
        if (last > end + 1 && last < s_.size() &&
            At(last).upos == Upos::kPunct) {
          return Top(end + 1, last);
        }
      }
    }
    const int head = At(w).head;
    if (head == kNoWord) return kNoWord;
    switch (At(w).relation) {
      case SyntaxRelation::kAppos:
        return head;
      case SyntaxRelation::kCompound:
      case SyntaxRelation::kFlat:
      case SyntaxRelation::kNmodDesc:
      case SyntaxRelation::kNmodUnmarked:
        return IsName(head) && head > w ? head : kNoWord;
      case SyntaxRelation::kXcomp:
        return syntax::SubjectOf(s_, head);
      default:
        return kNoWord;
    }
  }

  // The name right behind, or behind a comma: "her predecessor, the late Peter
  // Lang".
  int NameBehind(int w) const {
    int i = w + 1;
    if (i < s_.size() && Form(i) == ",") ++i;
    while (i < s_.size() && i <= w + 4 &&
           (At(i).upos == Upos::kDet || At(i).upos == Upos::kAdj)) {
      ++i;
    }
    if (i >= s_.size() || !IsName(i) || i == w) return kNoWord;
    while (At(i).head > i && At(i).head < s_.size() &&
           At(i).relation == SyntaxRelation::kCompound && IsName(At(i).head)) {
      i = At(i).head;
    }
    return i;
  }

  // Of whom or what; `first` is where the words of the role begin.
  int Of(int w, int first, int holder) const {
    const int owner = syntax::ChildOf(s_, w, SyntaxRelation::kNmodPoss);
    if (owner != kNoWord) {
      if (At(owner).xpos == Xpos::kWPS) {
        // "Whose successor": the noun before.
        for (int step = 0, up = w; step < kMaxChain && up != kNoWord; ++step) {
          if (At(up).relation == SyntaxRelation::kAclRelcl) return At(up).head;
          up = At(up).head;
        }
        return NameBefore(owner);
      }
      if (At(owner).upos == Upos::kPron) return OnlyOtherName(w, holder);
      return owner;
    }
    for (int i = w + 1; i < At(w).end; ++i) {
      if (At(i).head != w || At(i).relation != SyntaxRelation::kNmod) continue;
      const int preposition = syntax::ChildOf(s_, i, SyntaxRelation::kCase);
      if (preposition == kNoWord) continue;
      const absl::string_view form = Form(preposition);
      if (form == "of" || form == "to" || form == "at") return i;
    }
    for (int i = At(w).begin; i < first; ++i) {
      if (At(i).head == w && i != holder && IsContent(i) &&
          (At(i).relation == SyntaxRelation::kCompound ||
           At(i).relation == SyntaxRelation::kAmod ||
           At(i).relation == SyntaxRelation::kNmodUnmarked) &&
          words_.words[TokenOf(i)].Is(DraftWord::kCapital)) {
        return i;
      }
    }
    // "Tarn Airlines' chief executive".
    if (first > 1 && (Form(first - 1) == "'s" || Form(first - 1) == "'" ||
                      Form(first - 1) == "\xE2\x80\x99s" ||
                      Form(first - 1) == "\xE2\x80\x99")) {
      const int name = NameBefore(first - 1);
      if (name != kNoWord) return name;
    }
    // "The chief executive of Tarn Airlines", wherever it hangs.
    if (w + 2 < s_.size() && Form(w + 1) == "of") {
      int begin = w + 2;
      if (At(begin).upos == Upos::kDet) ++begin;
      int end = begin;
      while (end < s_.size() && IsName(end)) ++end;
      if (end > begin) return Top(begin, end);
    }
    // "President Silva of Norland".
    if (IsName(holder) && holder > w) {
      for (int i = holder + 1; i < At(holder).end; ++i) {
        if (At(i).head != holder ||
            At(i).relation != SyntaxRelation::kNmod) {
          continue;
        }
        const int preposition = syntax::ChildOf(s_, i, SyntaxRelation::kCase);
        if (preposition != kNoWord && Form(preposition) == "of") return i;
      }
    }
    return kNoWord;
  }

  // The name that ends right before a word, a comma between them or none.
  int NameBefore(int w) const {
    int end = w;
    if (end > 0 && Form(end - 1) == ",") --end;
    int begin = end;
    while (begin > 0 && IsName(begin - 1)) --begin;
    return begin == end ? kNoWord : Top(begin, end);
  }

  // "Her predecessor, Peter Lang": of the one who else is named before.
  int OnlyOtherName(int w, int holder) const {
    int found = kNoWord;
    for (int i = 0; i < w; ++i) {
      if (!IsName(i) || i == holder || At(i).relation == SyntaxRelation::kFlat ||
          At(i).relation == SyntaxRelation::kCompound) {
        continue;
      }
      if (found != kNoWord) return kNoWord;
      found = i;
    }
    return found;
  }

  // How it is told.
  void Judge(Relation* relation) const {
    int node = relation->word;
    // "None of those survived", "has no plans".
    for (int i = At(node).begin; i < At(node).end; ++i) {
      const bool part = At(i).head == node &&
                        (At(i).relation == SyntaxRelation::kNsubj ||
                         At(i).relation == SyntaxRelation::kNsubjPass ||
                         At(i).relation == SyntaxRelation::kObj);
      if (!part) continue;
      if (words_.words[TokenOf(i)].Is(DraftWord::kNegation)) {
        relation->negated = !relation->negated;
        continue;
      }
      for (int k = At(i).begin; k < i; ++k) {
        if (At(k).head == i && At(k).relation == SyntaxRelation::kDet &&
            words_.words[TokenOf(k)].Is(DraftWord::kNegation)) {
          relation->negated = !relation->negated;
        }
      }
    }
    bool shared = false;  // of a conjunct: only what all share
    for (int step = 0; step < kMaxChain; ++step) {
      const bool before = relation->negated;
      ReadCues(node, shared, step == 0, relation);
      // "No plans to raise prices".
      if (relation->negated != before) relation->deep = false;
      const int head = At(node).head;
      if (head == kNoWord) return;
      const bool infinitive = HasMark(node, "to") ||
                              At(node).xpos == Xpos::kVBG || IsHaving(node);
      switch (At(node).relation) {
        case SyntaxRelation::kConj:
          if (HasOwnSubject(node)) return;
          shared = true;
          node = head;
          continue;
        case SyntaxRelation::kXcomp:
          // "Who could not swim drowned": two verbs, told as one.
          if ((At(node).xpos == Xpos::kVBD || At(node).xpos == Xpos::kVBN) &&
              !HasMark(node, "to") && !IsHaving(node)) {
            return;
          }
          break;
        case SyntaxRelation::kCcomp:
          relation->reported = true;
          ReadGovernor(head, relation);
          return;
        case SyntaxRelation::kAcl:
        case SyntaxRelation::kAdvcl:
        case SyntaxRelation::kCsubj:
          if (!infinitive) return;
          // "Left to work there", "after buying it".
          if (At(node).relation == SyntaxRelation::kAdvcl &&
              At(head).upos == Upos::kVerb && !IsOpen(head)) {
            return;
          }
          break;
        case SyntaxRelation::kObj:
        case SyntaxRelation::kNsubjPass:
        case SyntaxRelation::kNmod:
          if (step > 0 || At(node).upos == Upos::kVerb || relation->nominal) {
            ReadGovernor(head, relation);
            return;
          }
          return;
        default:
          return;
      }
      relation->deep |= At(head).upos == Upos::kNoun && !IsLet(node);
      // "Allowed the king to return": what is allowed.
      const int governor = IsLet(node) ? At(head).head : head;
      ReadGovernor(governor, relation);
      shared = false;
      node = governor;
    }
  }

  // "Having killed".
  bool IsHaving(int w) const {
    const int aux = syntax::ChildOf(s_, w, SyntaxRelation::kAux);
    return aux != kNoWord && At(aux).xpos == Xpos::kVBG;
  }

  // Whether no other verb stands between two words.
  bool NoVerbBetween(int a, int b) const {
    for (int i = std::min(a, b) + 1; i < std::max(a, b); ++i) {
      if (At(i).upos == Upos::kVerb) return false;
    }
    return true;
  }

  bool IsOpen(int w) const {
    return OpenWords().contains(StemOf(w)) || DenyingWords().contains(StemOf(w));
  }

  bool HasMark(int w, absl::string_view mark) const {
    for (int i = At(w).begin; i < At(w).end; ++i) {
      if (At(i).head == w && At(i).relation == SyntaxRelation::kMark &&
          Form(i) == mark) {
        return true;
      }
    }
    return false;
  }

  void ReadGovernor(int w, Relation* relation) const {
    const uint32_t token = TokenOf(w);
    if (DenyingWords().contains(StemOf(w))) {
      relation->negated = !relation->negated;
      return;
    }
    if (OpenWords().contains(StemOf(w))) {
      // Who was allowed to leave has left, as a rule.
      const bool let = (IsVerb(w, "allow") || IsVerb(w, "permit")) &&
                       syntax::IsPassive(s_, w);
      relation->possible |= !let;
      return;
    }
    if (doc_.lex.Has(token, Lex::kPlanCue)) relation->planned = true;
  }

  void ReadCues(int node, bool shared, bool own, Relation* relation) const {
    for (int i = At(node).begin; i < At(node).end; ++i) {
      if (At(i).head != node) continue;
      const uint32_t token = TokenOf(i);
      switch (At(i).relation) {
        case SyntaxRelation::kAux:
        case SyntaxRelation::kAdvmod:
        case SyntaxRelation::kMark:
        case SyntaxRelation::kDet:
        case SyntaxRelation::kCc:
        case SyntaxRelation::kCcPreconj:
        case SyntaxRelation::kAmod:
        case SyntaxRelation::kCase:
          break;
        default:
          continue;
      }
      if (!shared && words_.words[token].Is(DraftWord::kNegation) &&
          NoVerbBetween(i, node)) {
        relation->negated = !relation->negated;
      }
      if (At(i).relation == SyntaxRelation::kCase) continue;
      const uint64_t mask = doc_.lex.Mask(token);
      if ((mask & (Bit(Lex::kPossibilityCue) | Bit(Lex::kConditionCue))) != 0) {
        relation->possible = true;
      }
      relation->planned |= (mask & Bit(Lex::kPlanCue)) != 0;
    }
    // What is to be done is not said to be done: "to open in May", as headlines
    // have it.
    if (own && HasMark(node, "to")) relation->planned = true;
  }

  const DocumentAnalysis& doc_;
  const DraftWords& words_;
  const ParsedSentence& s_;
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
  return kin(a.kind) && kin(b.kind) && a.kind != b.kind;
}

}  // namespace claimcheck
