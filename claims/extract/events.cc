// FindEvents: the triggers of each sentence, with who takes part, where, when,
// and how sure it is.

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "claims/extract/clauses.h"
#include "claims/extract/events_arguments.h"
#include "claims/extract/events_attach.h"
#include "claims/extract/factuality.h"
#include "claims/extract/finders.h"

namespace claimcheck {
namespace {


void AddAll(const MentionList& from, absl::InlinedVector<uint32_t, 2>* to) {
  for (uint32_t m : from) {
    if (std::find(to->begin(), to->end(), m) == to->end()) to->push_back(m);
  }
}

class EventFinder {
 public:
  explicit EventFinder(DocumentAnalysis* doc) : doc_(*doc), text_(doc->text) {}

  void Find() {
    for (uint32_t s = 0; s < text_.sentences.size(); ++s) {
      if (text_.sentences[s].zone == Sentence::kFurniture) continue;
      ReadSyntax(doc_, s, &cursor_, &syntax_);
      arguments_.Begin(doc_, syntax_);
      sites_.clear();
      FindTriggers(s);
      attacher_.Attach(syntax_, sites_, &doc_);
    }
    for (uint32_t e = 0; e < doc_.events.size(); ++e) TakeOver(e);
  }

 private:
  // --- Triggers

  void FindTriggers(uint32_t s) {
    uint32_t g = 0;
    for (uint32_t t = syntax_.begin; t < syntax_.end(); ++t) {
      while (g < syntax_.groups.size() && syntax_.groups[g].tokens.end <= t) ++g;
      if (g < syntax_.groups.size() && syntax_.groups[g].verb == t) {
        VerbEvent(s, g);
      } else if (syntax_.tag(t) == WordTag::kEventNoun) {
        t = NounEvent(s, t);
      }
    }
  }

  // A verb that only says how sure another event is: "is expected to land", "was
  // scheduled for".
  bool IsCue(const VerbGroup& group) const {
    for (Lex cls : {Lex::kPlanCue, Lex::kPossibilityCue, Lex::kNegationCue}) {
      const LexHit* hit = doc_.lex.Find(group.verb, cls);
      if (hit != nullptr && hit->tokens > 1 &&
          !hit->entry->HasTag("denial")) {
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
    event.instance =
        ReadInstance(doc_, {AdverbsBegin(group), group.verb});
    if (event.instance == Instance::kNone) event.instance = TimesAfter(group);
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
    Push(event, g, entry, group.verb);
  }

  void VerbRoles(uint32_t g, const LexEntry& entry, Event* event) const {
    const VerbGroup& group = syntax_.groups[g];
    const MentionList& subject = arguments_.Subject(g);
    const bool undergoes = entry.HasTag("patientsubject");
    if (group.passive || undergoes) {
      AddAll(subject, entry.HasTag("mutual") ? &event->agents
                                             : &event->patients);
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

  // A subject that stands for an event: "it", "this", nothing named.
  bool NamesAnEvent(const MentionList& subject) const {
    if (subject.size() != 1) return false;
    const NameMention& name = doc_.names[subject[0]];
    return name.form == NameMention::kPronoun &&
           text_.Folded(name.tokens.begin) == "it";
  }

  // The noun phrase behind the verb is headed by an event noun.
  bool EventNounFollows(const VerbGroup& group) const {
    const uint32_t end = NounPhraseEnd(syntax_, group.verb_end);
    return end > group.verb_end &&
           syntax_.tag(end - 1) == WordTag::kEventNoun;
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
    AddAll(agents, &event.agents);
    AddAll(patients, &event.patients);
    AddAll(places, &event.places);
    Push(event, kNone, *hit->entry, phrase.begin);
    return last;
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

  void Push(const Event& event, uint32_t group, const LexEntry& entry,
            uint32_t phrase_begin) {
    EventSite site;
    site.event = static_cast<uint32_t>(doc_.events.size());
    site.group = group;
    site.entry = &entry;
    site.phrase_begin = phrase_begin;
    site.motion = entry.HasTag("motion") || entry.id == "visit";
    doc_.events.push_back(event);
    sites_.push_back(site);
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
    if (event.nominal && event.definite && event.typed &&
        event.agents.empty() && event.patients.empty() &&
        event.coreferent == kNone) {
      uint32_t best = kNone;
      int64_t best_score = -1;
      auto it = known_.find(event.cls);
      if (it != known_.end()) {
        for (uint32_t candidate : it->second) {
          const int64_t score = Score(doc_.events[candidate], event);
          if (score >= best_score) {  // the later of equals
            best_score = score;
            best = candidate;
          }
        }
      }
      if (best != kNone) {
        event.agents = doc_.events[best].agents;
        event.patients = doc_.events[best].patients;
        event.implicit_agents = true;
        event.coreferent = best;
        return;
      }
    }
    if (event.typed && !event.agents.empty()) {
      absl::InlinedVector<uint32_t, kKnown>& list = known_[event.cls];
      if (list.size() == kKnown) list.erase(list.begin());
      list.push_back(e);
    }
  }

  // Plans go with plans; then those whom the document is about.
  int64_t Score(const Event& known, const Event& event) const {
    int64_t score = Planned(known.status) == Planned(event.status) ? 1000000 : 0;
    for (uint32_t m : known.agents) {
      const NameMention& name = doc_.names[m];
      if (name.entity != kNone) score += doc_.entities[name.entity].mentions;
      if (name.entity2 != kNone) score += doc_.entities[name.entity2].mentions;
    }
    return score;
  }

  // How many events of a class are remembered.
  static constexpr size_t kKnown = 16;

  DocumentAnalysis& doc_;
  const TokenizedText& text_;
  SyntaxCursor cursor_;
  SentenceSyntax syntax_;
  ArgumentReader arguments_;
  EventAttacher attacher_;
  std::vector<EventSite> sites_;
  absl::flat_hash_map<absl::string_view, absl::InlinedVector<uint32_t, kKnown>>
      known_;
};

}  // namespace

void FindEvents(const Lexicon&, DocumentAnalysis* doc) {
  EventFinder(doc).Find();
}

}  // namespace claimcheck
