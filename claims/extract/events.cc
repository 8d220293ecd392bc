// FindEvents: the triggers of each sentence, with who takes part, where, when,
// and how sure it is.

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "claims/extract/events_arguments.h"
#include "claims/extract/events_attach.h"
#include "claims/extract/factuality.h"
#include "claims/extract/finders.h"
#include "claims/extract/clauses.h"

namespace claimcheck {
namespace {

constexpr uint32_t kBy = WordHash("by", 2);

void AddAll(const MentionList& from, absl::InlinedVector<uint32_t, 2>* to) {
  for (uint32_t m : from) {
    if (std::find(to->begin(), to->end(), m) == to->end()) to->push_back(m);
  }
}

// How many events of a class are remembered.
constexpr size_t kKnown = 16;

// What one document leaves to the next of its thread: memory only.
struct Scratch {
  SentenceSyntax syntax;
  ArgumentReader arguments;
  std::vector<EventSite> sites;
  absl::flat_hash_map<absl::string_view, absl::InlinedVector<uint32_t, kKnown>>
      known;
};

class EventFinder {
 public:
  EventFinder(DocumentAnalysis* doc, Scratch* scratch)
      : doc_(*doc),
        text_(doc->text),
        syntax_(scratch->syntax),
        arguments_(scratch->arguments),
        sites_(scratch->sites),
        known_(scratch->known) {
    known_.clear();
  }

  void Find() {
    BeginSyntax(doc_, &syntax_);
    arguments_.Begin(doc_, syntax_);
    for (uint32_t s = 0; s < text_.sentences.size(); ++s) {
      if (text_.sentences[s].zone == Sentence::kFurniture) continue;
      // Without a verb or noun of the lists no event is found.
      classes_ = ClassesOf(s);
      if (!HasAny(Bit(Lex::kEventVerb) | Bit(Lex::kEventNoun))) continue;
      ReadSyntax(doc_, s, &syntax_);
      arguments_.BeginSentence();
      sites_.clear();
      FindTriggers(s);
      attacher_.Attach(syntax_, sites_, &doc_);
      ShareTimes();
    }
    for (uint32_t e = 0; e < doc_.events.size(); ++e) Remember(e);
    for (uint32_t e = 0; e < doc_.events.size(); ++e) TakeOver(e);
  }

 private:
  // --- Triggers

  // The classes of all words of the sentence.
  uint64_t ClassesOf(uint32_t s) const {
    const TokenRange tokens = text_.sentences[s].tokens;
    uint64_t classes = 0;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      classes |= doc_.lex.Mask(t);
    }
    return classes;
  }
  // The sentence has a word of one of them.
  bool HasAny(uint64_t classes) const { return (classes_ & classes) != 0; }

  void FindTriggers(uint32_t s) {
    uint32_t g = 0;
    const uint32_t groups = static_cast<uint32_t>(syntax_.groups.size());
    uint32_t behind = syntax_.begin;  // the noun before
    for (uint32_t t : syntax_.verbal) {
      const WordTag tag = syntax_.tag(t);
      if (t < behind || (tag != WordTag::kVerb && tag != WordTag::kEventNoun)) {
        continue;
      }
      while (g < groups && syntax_.groups[g].tokens.end <= t) ++g;
      if (g < groups && syntax_.groups[g].verb == t) {
        VerbEvent(s, g);
      } else if (tag == WordTag::kEventNoun) {
        behind = NounEvent(s, t) + 1;
      }
    }
  }

  // A verb that only says how sure another event is: "is expected to land",
  // "was
  // scheduled for".
  bool IsCue(const VerbGroup& group) const {
    if (!HasAny(Bit(Lex::kPlanCue) | Bit(Lex::kPossibilityCue) |
                Bit(Lex::kNegationCue))) {
      return false;
    }
    for (Lex cls : {Lex::kPlanCue, Lex::kPossibilityCue, Lex::kNegationCue}) {
      const LexHit* hit = doc_.lex.Find(group.verb, cls);
      if (hit != nullptr && hit->tokens > 1 && !hit->entry->HasTag("denial")) {
        return true;
      }
      // "is scheduled": the cue begins with the auxiliary.
      if (group.verb > group.tokens.begin) {
        hit = doc_.lex.Find(group.verb - 1, cls);
        if (hit != nullptr && hit->tokens > 1) return true;
      }
    }
    return false;
  }

  void VerbEvent(uint32_t s, uint32_t g) {
    const VerbGroup& group = syntax_.groups[g];
    if (group.entry == nullptr || IsCue(group)) return;
    const LexEntry& entry = *group.entry;
    if (entry.id == "be" || entry.id == "have" || entry.id == "do") return;
    const bool light = entry.HasTag("light");
    const MentionList& subject = arguments_.Subject(g);
    if (light && !NamesAnEvent(subject)) {
      // "The meeting took place": its words belong to the noun.
      return;
    }
    // "left 24 dead": nobody leaves.
    if (entry.id == "depart" && !group.passive && LeavesBehind(group)) return;
    // "kicked off the visit", "held talks": the noun is the event.
    if ((entry.HasTag("aspect") || entry.HasTag("support")) &&
        EventNounFollows(group)) {
      return;
    }
    Event event;
    event.tokens = {group.verb, group.verb_end};
    event.trigger = text_.SpanOf(event.tokens);
    event.sentence = s;
    event.clause = syntax_.clauses[group.clause].tokens;
    event.cls = entry.id;
    event.typed = !entry.HasTag("other");
    const StatusReading status = ReadVerbStatus(doc_, syntax_, g);
    event.status = status.status;
    event.status_cue = status.cue;
    if (HasAny(Bit(Lex::kIdentityCue))) {
      event.instance = ReadInstance(doc_, {AdverbsBegin(group), group.verb});
      if (event.instance == Instance::kNone) event.instance = TimesAfter(group);
    }
    if (light) {
      if (const uint32_t last = LastEvent(); last != kNone) {
        event.cls = doc_.events[last].cls;
        event.typed = doc_.events[last].typed;
        event.coreferent = last;
        event.nominal = true;
        event.definite = true;
      }
    } else {
      VerbRoles(g, entry, &event);
    }
    Push(std::move(event), g, entry, group.verb);
  }

  void VerbRoles(uint32_t g, const LexEntry& entry, Event* event) const {
    const VerbGroup& group = syntax_.groups[g];
    const MentionList& subject = arguments_.Subject(g);
    // "prices increased" against "increased prices".
    const bool undergoes =
        entry.HasTag("patientsubject") && !TakesObject(group);
    if (group.passive || undergoes) {
      for (uint32_t m : subject) {
        const uint32_t e = doc_.names[m].entity;
        const bool place = entry.HasTag("objplace") && e != kNone &&
                           doc_.entities[e].type == NameType::kPlace;
        MentionList one = {m};
        AddAll(one, place                    ? &event->places
                    : entry.HasTag("mutual") ? &event->agents
                                             : &event->patients);
      }
      if (group.passive) AddAll(arguments_.Agent(g), &event->agents);
      return;
    }
    AddAll(subject, &event->agents);
    const MentionList object = arguments_.Object(g);
    if (entry.HasTag("mutual")) {
      AddAll(object, &event->agents);
      AddAll(arguments_.Companions(g), &event->agents);
    } else {
      AddAll(object, &event->patients);
    }
  }

  bool TakesObject(const VerbGroup& group) const {
    const uint32_t t = group.verb_end;
    if (group.passive || t >= syntax_.end() ||
        syntax_.ClauseOf(t) != group.clause) {
      return false;
    }
    const WordTag tag = syntax_.tag(t);
    return tag == WordTag::kDeterminer || tag == WordTag::kPossessive ||
           tag == WordTag::kName ||
           (tag == WordTag::kOther && text_.tokens[t].kind == TokenKind::kWord);
  }

  // A subject that stands for an event: "it", "this", nothing named.
  bool NamesAnEvent(const MentionList& subject) const {
    if (subject.size() != 1) return false;
    const NameMention& name = doc_.names[subject[0]];
    return name.form == NameMention::kPronoun &&
           text_.Folded(name.tokens.begin) == "it";
  }

  // A number or a noun phrase with its state follows: "left 24 dead", "left his
  // wife missing".
  bool LeavesBehind(const VerbGroup& group) const {
    const uint32_t t = group.verb_end;
    if (t >= syntax_.end()) return false;
    if (syntax_.tag(t) == WordTag::kNumber ||
        doc_.lex.Has(t, Lex::kVagueNumber) || doc_.lex.Has(t, Lex::kHedge)) {
      return true;
    }
    const uint32_t end = NounPhraseEnd(syntax_, t);
    return end > t && end < syntax_.end() &&
           syntax_.tag(end) == WordTag::kVerb &&
           syntax_.tag(t) != WordTag::kName;
  }

  // The noun phrase behind the verb is headed by an event noun.
  bool EventNounFollows(const VerbGroup& group) const {
    const uint32_t end = NounPhraseEnd(syntax_, group.verb_end);
    return end > group.verb_end && syntax_.tag(end - 1) == WordTag::kEventNoun;
  }

  uint32_t AdverbsBegin(const VerbGroup& group) const {
    uint32_t t = group.tokens.begin;
    while (t > syntax_.begin && syntax_.tag(t - 1) == WordTag::kAdverb) --t;
    return t;
  }

  // "visited Lagos for the first time".
  Instance TimesAfter(const VerbGroup& group) const {
    const uint32_t to = std::min(group.verb_end + 12, syntax_.end());
    for (uint32_t t = group.verb_end; t < to; ++t) {
      if (syntax_.ClauseOf(t) != group.clause ||
          syntax_.tag(t) == WordTag::kVerb) {
        break;
      }
      const LexHit* hit = doc_.lex.Find(t, Lex::kIdentityCue);
      if (hit != nullptr && hit->tokens >= 3 && hit->entry->id == "first") {
        return Instance::kFirst;
      }
    }
    return Instance::kNone;
  }

  // Returns the last token of the noun.
  uint32_t NounEvent(uint32_t s, uint32_t t) {
    const LexHit* hit = doc_.lex.Find(t, Lex::kEventNoun);
    if (hit == nullptr) return t;
    const uint32_t end = t + hit->tokens;
    const uint32_t last = end - 1;
    if (end < syntax_.end() && IsModifier(end)) return last;
    const EventPhrase phrase = arguments_.ReadPhrase({t, end}, *hit->entry);
    // "The quake struck": one event, and the verb has it.
    if (phrase.subject && syntax_.groups[phrase.host].entry != nullptr &&
        syntax_.groups[phrase.host].entry->id == hit->entry->id &&
        !syntax_.groups[phrase.host].passive) {
      return last;
    }
    Event event;
    event.tokens = phrase.noun;
    event.trigger = text_.SpanOf(phrase.noun);
    event.sentence = s;
    event.clause = syntax_.clauses[syntax_.ClauseOf(t)].tokens;
    event.cls = hit->entry->id;
    event.typed = true;
    event.nominal = true;
    event.definite = phrase.definite;
    event.instance = ReadInstance(doc_, {phrase.begin, t});
    const StatusReading status = ReadNounStatus(
        doc_, syntax_, phrase.noun, phrase.begin, phrase.definite, phrase.host);
    event.status = status.status;
    event.status_cue = status.cue;
    MentionList agents, patients, places;
    arguments_.PhraseRoles(phrase, &agents, &patients, &places);
    if (agents.empty() && phrase.object && phrase.host != kNone) {
      // "held a summit", "paid a visit": who holds it takes part.
      const VerbGroup& host = syntax_.groups[phrase.host];
      if (host.entry != nullptr && host.entry->HasTag("support") &&
          !host.passive) {
        agents = arguments_.Subject(phrase.host);
        if (hit->entry->HasTag("mutual")) {
          for (uint32_t m : arguments_.Companions(phrase.host)) {
            agents.push_back(m);
          }
        }
      }
    }
    // "their meeting": whoever they are.
    if (agents.size() == 1 && IsPluralPronoun(agents[0])) agents.clear();
    if (agents.empty() && hit->entry->HasTag("mutual") && !phrase.definite &&
        phrase.host != kNone && !phrase.object && !phrase.subject) {
      // "shook hands with Haddad during a meeting": those of its verb.
      agents = Together(phrase.host);
      event.implicit_agents = !agents.empty();
    }
    AddAll(agents, &event.agents);
    AddAll(patients, &event.patients);
    AddAll(places, &event.places);
    Push(std::move(event), kNone, *hit->entry, phrase.begin);
    sites_.back().subject = phrase.subject;
    return last;
  }

  bool IsPluralPronoun(uint32_t m) const {
    const NameMention& name = doc_.names[m];
    if (name.form != NameMention::kPronoun || name.entity != kNone)
      return false;
    const LexHit* hit = doc_.lex.Find(name.tokens.begin, Lex::kPronoun);
    return hit != nullptr && hit->entry->HasTag("plural");
  }

  // The persons about a verb, when there are two or more.
  MentionList Together(uint32_t g) const {
    MentionList found;
    for (const MentionList& list : {arguments_.Subject(g), arguments_.Object(g),
                                    arguments_.Companions(g)}) {
      for (uint32_t m : list) {
        const uint32_t e = doc_.names[m].entity;
        if (e != kNone && doc_.entities[e].type == NameType::kPerson &&
            std::find(found.begin(), found.end(), m) == found.end()) {
          found.push_back(m);
        }
      }
    }
    if (found.size() < 2) found.clear();
    return found;
  }

  // A noun follows of which the event noun is only a part: "crash site".
  bool IsModifier(uint32_t t) const {
    const WordTag tag = syntax_.tag(t);
    if (tag == WordTag::kEventNoun) return true;
    if (tag == WordTag::kOther) {
      return text_.tokens[t].kind == TokenKind::kWord || text_.IsChar(t, '-');
    }
    // "talks venue Lagos" has no such marks; a name right behind is none.
    return false;
  }

  void Push(Event&& event, uint32_t group, const LexEntry& entry,
            uint32_t phrase_begin) {
    EventSite site;
    site.event = static_cast<uint32_t>(doc_.events.size());
    site.group = group;
    site.entry = &entry;
    site.phrase_begin = phrase_begin;
    site.motion = entry.HasTag("motion") || entry.id == "visit";
    doc_.events.push_back(std::move(event));
    sites_.push_back(site);
  }

  // "In 2004 a quake killed hundreds": it was in 2004 that the quake was; "was
  // hit by a quake in 2004": and that it hit.
  void ShareTimes() {
    for (size_t n = 1; n < sites_.size(); ++n) {
      const EventSite& verb = sites_[n - 1];
      const EventSite& noun = sites_[n];
      if (verb.group == kNone || noun.group != kNone) continue;
      const VerbGroup& group = syntax_.groups[verb.group];
      if (group.passive && noun.phrase_begin == group.verb_end + 1 &&
          text_.tokens[group.verb_end].word == kBy &&
          doc_.events[verb.event].times.empty()) {
        doc_.events[verb.event].times = doc_.events[noun.event].times;
      }
    }
    for (const EventSite& verb : sites_) {
      if (verb.group == kNone || doc_.events[verb.event].times.empty())
        continue;
      const uint32_t head = arguments_.SubjectHead(verb.group);
      if (head == kNone) continue;
      // The last event that begins at or before the head.
      const auto behind = std::upper_bound(
          sites_.begin(), sites_.end(), head,
          [&](uint32_t token, const EventSite& site) {
            return token < doc_.events[site.event].tokens.begin;
          });
      if (behind == sites_.begin()) continue;
      const EventSite& noun = *(behind - 1);
      Event& event = doc_.events[noun.event];
      if (noun.group != kNone || !event.tokens.Contains(head)) continue;
      if (event.times.empty()) event.times = doc_.events[verb.event].times;
    }
  }

  // --- The same event said again

  // The last event that a noun named.
  uint32_t LastEvent() const {
    for (uint32_t e = static_cast<uint32_t>(doc_.events.size()), n = 0;
         e > 0 && n < 12; ++n) {
      --e;
      if (doc_.events[e].nominal && doc_.events[e].typed) return e;
    }
    return kNone;
  }

  static bool Planned(Status status) {
    return status == Status::kPlan || status == Status::kPossibility;
  }

  // "The visit", "the key meetings" without participants: those of an event of
  // the same class that has them.
  void TakeOver(uint32_t e) {
    Event& event = doc_.events[e];
    if (!event.nominal || !event.definite || !event.typed ||
        event.coreferent != kNone || !event.agents.empty() ||
        !event.patients.empty()) {
      return;
    }
    auto it = known_.find(event.cls);
    if (it == known_.end()) return;
    uint32_t best = kNone;
    int64_t best_score = -1;
    for (uint32_t candidate : it->second) {
      if (candidate == e) continue;
      const int64_t score = Score(candidate, e);
      if (score >= best_score) {  // the later of equals
        best_score = score;
        best = candidate;
      }
    }
    if (best == kNone) return;
    event.agents = doc_.events[best].agents;
    event.patients = doc_.events[best].patients;
    event.implicit_agents = true;
    event.coreferent = best;
  }

  // Remembers the events that others may be short for.
  void Remember(uint32_t e) {
    const Event& event = doc_.events[e];
    if (!event.typed || event.implicit_agents) return;
    bool known = false;
    for (uint32_t m : event.agents) known |= doc_.names[m].entity != kNone;
    if (!known) return;
    // "last visited in 2000" is told apart from the visit at hand.
    if (event.instance == Instance::kLast ||
        event.instance == Instance::kOther) {
      return;
    }
    absl::InlinedVector<uint32_t, kKnown>& list = known_[event.cls];
    if (list.size() < kKnown) list.push_back(e);
  }

  // What was said before counts more than what comes; plans go with plans; then
  // those whom the document is about.
  int64_t Score(uint32_t candidate, uint32_t e) const {
    const Event& known = doc_.events[candidate];
    const Event& event = doc_.events[e];
    int64_t score = candidate < e ? 4000000 : 0;
    if (Planned(event.status) && Planned(known.status)) score += 2000000;
    if (!Planned(event.status) && !event.times.empty() &&
        !Planned(known.status)) {
      score += 2000000;
    }
    for (uint32_t m : known.agents) {
      const NameMention& name = doc_.names[m];
      if (name.entity != kNone) score += doc_.entities[name.entity].mentions;
      if (name.entity2 != kNone) score += doc_.entities[name.entity2].mentions;
    }
    return score;
  }

  DocumentAnalysis& doc_;
  const TokenizedText& text_;
  uint64_t classes_ = 0;  // of the words of the sentence
  EventAttacher attacher_;
  SentenceSyntax& syntax_;
  ArgumentReader& arguments_;
  std::vector<EventSite>& sites_;
  absl::flat_hash_map<absl::string_view, absl::InlinedVector<uint32_t, kKnown>>&
      known_;
};

}  // namespace

void FindEvents(const Lexicon&, DocumentAnalysis* doc) {
  thread_local Scratch scratch;
  EventFinder(doc, &scratch).Find();
}

}  // namespace claimcheck
