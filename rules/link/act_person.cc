#include "rules/link/act_person.h"

#include <algorithm>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "claims/syntax/roles.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

class PersonReader {
 public:
  explicit PersonReader(StoryContext* story) : story_(*story) {}

  bool OfOne(const Act& a, const Act& b) {
    const Participant x = WhoOf(a);
    if (!x.known) return false;
    const Participant y = WhoOf(b);
    if (!y.known) return false;
    if (x.entity != kNone && y.entity != kNone) {
      return story_.OnePerson(x.entity, y.entity) ||
             OneName(a, x, b, y);
    }
    if (x.entity != kNone) return HasOffice(a, x, b, y);
    if (y.entity != kNone) return HasOffice(b, y, a, x);
    return IsThe(a, x) && IsThe(b, y) && OfficeStem(a, x) == OfficeStem(b, y) &&
           Holders(a.at.document, OfficeStem(a, x)).size() <= 1 &&
           Holders(b.at.document, OfficeStem(b, y)).size() <= 1;
  }

 private:
  // The word of a phrase on which the others hang.
  static int RootOf(const syntax::ParsedSentence& tree, TokenRange phrase) {
    for (uint32_t t = phrase.begin; t < phrase.end; ++t) {
      const int word = tree.WordOf(t);
      if (word == syntax::kNoWord) continue;
      const int head = tree.words[word].head;
      if (head == syntax::kNoWord) return word;
      const uint32_t above = tree.source[head].tokens.begin;
      if (phrase.Contains(above)) continue;
      // "Was sacked", of which "was" is the word of a listed phrase.
      const bool helps = tree.words[word].relation == syntax::Relation::kAux ||
                         tree.words[word].relation == syntax::Relation::kCop;
      return helps ? head : word;
    }
    return syntax::kNoWord;
  }

  Participant WhoOf(const Act& act) {
    Participant who;
    const syntax::ParsedSentence& tree = story_.Parsed(act.at);
    const int root = RootOf(tree, act.phrase);
    if (root != syntax::kNoWord) {
      const int word = act.entry->HasTag("patient")
                           ? syntax::PatientOf(tree, root)
                           : syntax::SubjectOf(tree, root);
      who = story_.ReadParticipant(act.at, word);
      if (word != syntax::kNoWord && who.entity == kNone) {
        const uint32_t token = tree.source[word].tokens.begin;
        const absl::string_view form = Doc(act).text.Folded(token);
        if (IsOneOf(form, {"he", "she", "him", "her"}) ||
            (form == "old" && token > 2 &&
             Doc(act).text.Folded(token - 2) == "year")) {
          who = Protagonist(act.at.document, token);
          return who.known ? who : OfficeBefore(act, token);
        }
      }
    }
    if (!who.known || who.head == kNone) who = Guess(act);
    if (who.entity == kNone) {
      const Participant opening = OpeningOffice(act);
      if (opening.known) who = opening;
    }
    if (!who.known) return who;
    const DocumentAnalysis& doc = story_.document(act.at.document);
    for (const NameMention& name : MentionsIn(doc.names, act.at.sentence)) {
      if (name.entity == kNone || !Heads(doc, who.head, name)) continue;
      who.entity = story_.corpus().GlobalEntity(act.at.document, name.entity);
    }
    return who;
  }

  // Of whom a text speaks most, where it is clear who: "he", "the 47-year-old".
  Participant Protagonist(uint32_t d, uint32_t token) const {
    constexpr uint32_t kLeast = 3;
    const DocumentAnalysis& doc = story_.document(d);
    Participant who;
    uint32_t most = 0, next = 0;
    for (uint32_t e = 0; e < doc.entities.size(); ++e) {
      const Entity& entity = doc.entities[e];
      if (entity.type != NameType::kPerson) continue;
      next = std::max(next, std::min(most, entity.mentions));
      if (entity.mentions <= most) continue;
      most = entity.mentions;
      who.entity = story_.corpus().GlobalEntity(d, e);
    }
    if (most < kLeast || most < 2 * next) return Participant();
    who.known = true;
    who.head = token;
    return who;
  }

  // "The pilot refused to go.  He was ...": of whom the sentence before speaks.
  Participant OfficeBefore(const Act& act, uint32_t pronoun) const {
    const uint32_t s = act.at.sentence;
    if (s == 0 || pronoun != Doc(act).text.sentences[s].tokens.begin ||
        !IsOneOf(Doc(act).text.Folded(pronoun), {"he", "she"})) {
      return Participant();
    }
    return OfficeAt(Doc(act), s - 1);
  }

  // "The director of the works where the fire broke out was dismissed", where the tree
  // takes a noun of the clause between for the subject.
  Participant OpeningOffice(const Act& act) const {
    return act.entry->HasTag("patient") || act.entry->HasTag("subject")
               ? OfficeAt(Doc(act), act.at.sentence)
               : Participant();
  }

  // "The director", at the beginning of a sentence that names nobody.
  static Participant OfficeAt(const DocumentAnalysis& doc, uint32_t s) {
    const uint32_t first = doc.text.sentences[s].tokens.begin;
    Participant who;
    if (doc.text.sentences[s].tokens.size() < 3 || doc.text.Folded(first) != "the" ||
        !doc.lex.Has(first + 1, Lex::kRoleNoun)) {
      return who;
    }
    for (const NameMention& name : MentionsIn(doc.names, s)) {
      if (name.entity != kNone &&
          doc.entities[name.entity].type == NameType::kPerson) {
        return who;
      }
    }
    who.known = true;
    who.head = first + 1;
    return who;
  }

  // The noun at `head` is of a person's name: "Eikeland", "coach Tor Eikeland",
  // "their coach, Tor Eikeland,".
  static bool Heads(const DocumentAnalysis& doc, uint32_t head,
                    const NameMention& name) {
    if (name.tokens.Contains(head)) return true;
    return name.form == NameMention::kName && !name.possessive &&
           doc.entities[name.entity].type == NameType::kPerson &&
           (name.tokens.begin == head + 1 ||
            (name.tokens.begin == head + 2 && doc.text.IsChar(head + 1, ',')));
  }

  // Where the tree does not tell: the one person of whom the sentence speaks before.
  Participant Guess(const Act& act) const {
    Participant out;
    const DocumentAnalysis& doc = story_.document(act.at.document);
    for (const NameMention& name : MentionsIn(doc.names, act.at.sentence)) {
      if (name.entity == kNone || name.possessive ||
          doc.entities[name.entity].type != NameType::kPerson) {
        continue;
      }
      const uint32_t entity =
          story_.corpus().GlobalEntity(act.at.document, name.entity);
      if (name.tokens.begin >= act.phrase.begin ||
          (out.known && out.entity != entity)) {
        return Participant();
      }
      out.known = true;
      out.entity = entity;
      out.head = name.tokens.begin;
    }
    return out;
  }

  // "Tor Eikeland QUIT", where the name took the verb for a part of it.
  bool OneName(const Act& a, const Participant& x, const Act& b,
               const Participant& y) const {
    const auto read = [&](const Act& act, const Participant& who) {
      TokenRange name;
      for (const NameMention& mention :
           MentionsIn(Doc(act).names, act.at.sentence)) {
        if (mention.form == NameMention::kName &&
            Heads(Doc(act), who.head, mention)) {
          name = mention.tokens;
        }
      }
      if (name.end > act.phrase.begin) name.end = act.phrase.begin;
      return name;
    };
    const TokenRange left = read(a, x), right = read(b, y);
    if (left.end < left.begin + 2 || left.size() != right.size()) return false;
    for (uint32_t i = 0; i < left.size(); ++i) {
      if (Doc(a).text.Folded(left.begin + i) != Doc(b).text.Folded(right.begin + i)) {
        return false;
      }
    }
    return true;
  }

  uint32_t OfficeStem(const Act& act, const Participant& who) const {
    return story_.words(act.at.document).words[who.head].stem;
  }
  // "The coach" is who is "head coach Tor Eikeland" in one of the texts, and nobody
  // else is a coach there.
  bool HasOffice(const Act& named, const Participant& name, const Act& act,
                 const Participant& who) {
    if (!IsThe(act, who) || !Doc(act).lex.Has(who.head, Lex::kRoleNoun)) {
      return false;
    }
    std::vector<uint32_t> holders;
    for (const uint32_t d : {named.at.document, act.at.document}) {
      const std::vector<uint32_t> here = Holders(d, OfficeStem(act, who));
      holders.insert(holders.end(), here.begin(), here.end());
    }
    return !holders.empty() &&
           std::all_of(holders.begin(), holders.end(), [&](uint32_t holder) {
             return story_.OnePerson(holder, name.entity);
           });
  }

  // The people that a text gives an office: "coach Tor Eikeland", "Eikeland, the
  // coach".
  std::vector<uint32_t> Holders(uint32_t d, uint32_t office) const {
    constexpr uint32_t kBehind = 4;
    const DocumentAnalysis& doc = story_.document(d);
    const DraftWords& words = story_.words(d);
    std::vector<uint32_t> holders;
    for (const NameMention& name : doc.names) {
      if (name.form != NameMention::kName || name.entity == kNone ||
          doc.entities[name.entity].type != NameType::kPerson) {
        continue;
      }
      const TokenRange sentence = doc.text.sentences[name.sentence].tokens;
      bool has = false;
      for (uint32_t t = name.phrase.begin; t < name.tokens.begin; ++t) {
        has |= words.words[t].stem == office;
      }
      if (name.tokens.end < sentence.end && doc.text.IsChar(name.tokens.end, ',')) {
        const uint32_t end = std::min(sentence.end, name.tokens.end + 1 + kBehind);
        for (uint32_t t = name.tokens.end + 1;
             t < end && !doc.text.IsChar(t, ',') && doc.text.Folded(t) != "who";
             ++t) {
          has |= words.words[t].stem == office;
        }
      }
      if (!has) continue;
      const uint32_t entity = story_.corpus().GlobalEntity(d, name.entity);
      if (std::find(holders.begin(), holders.end(), entity) == holders.end()) {
        holders.push_back(entity);
      }
    }
    return holders;
  }

  // A name, or "the coach", not "coaches".
  bool IsThe(const Act& act, const Participant& who) const {
    if (who.entity != kNone) return true;
    const TokenizedText& text = story_.document(act.at.document).text;
    const uint32_t head = who.head;
    return head > 0 && !who.count && !absl::EndsWith(text.Folded(head), "s") &&
           IsOneOf(text.Folded(head - 1), {"the", "their", "its", "his", "her"});
  }

  const DocumentAnalysis& Doc(const Act& act) const {
    return story_.document(act.at.document);
  }

  StoryContext& story_;
};

}  // namespace

bool OfOnePerson(StoryContext* story, const Act& a, const Act& b) {
  return PersonReader(story).OfOne(a, b);
}

}  // namespace claimcheck
