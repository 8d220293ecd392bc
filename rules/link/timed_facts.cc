#include "rules/link/timed_facts.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/syntax/roles.h"
#include "claims/text/stem.h"
#include "rules/link/background_idf.h"

namespace claimcheck {
namespace {

// Bytes of what a finding points at.
constexpr uint32_t kMostSpan = 160;
// Words that two sentences on one event have in common where no name says so.
constexpr int kSureCommon = 3;

class Reader {
 public:
  Reader(StoryContext* story, uint32_t d)
      : story_(*story), d_(d), doc_(story->document(d)) {}

  // What a time is the time of.
  bool ReadTime(uint32_t t, TimedFact* out) {
    const TimeMention& time = doc_.times[t];
    out->at = {d_, time.sentence};
    // "Police said Friday they found it": the day of the saying.
    if (time.tokens.begin > doc_.text.sentences[time.sentence].tokens.begin &&
        doc_.lex.Has(time.tokens.begin - 1, Lex::kSayVerb)) {
      return false;
    }
    const syntax::ParsedSentence& tree = story_.Parsed(out->at);
    int word = tree.WordOf(time.tokens.end - 1);
    if (word == syntax::kNoWord) return false;
    word = PredicateAbove(tree, word, time.tokens);
    // The extractor may know better than the tree.
    for (const Event& event : doc_.events) {
      if (event.sentence == time.sentence && event.typed &&
          std::find(event.times.begin(), event.times.end(), t) !=
              event.times.end()) {
        const int trigger = tree.WordOf(event.tokens.begin);
        if (trigger != syntax::kNoWord && !event.nominal) word = trigger;
      }
    }
    if (!ReadPredicate(tree, word, out)) return false;
    // "Struck yesterday afternoon": the afternoon is no patient.
    for (Participant* who : {&out->agent, &out->patient}) {
      if (who->known && time.tokens.Contains(who->head)) *who = Participant();
    }
    out->span = doc_.text.tokens[out->verb].span.Hull(time.span);
    if (out->span.size() > kMostSpan) out->span = time.span;
    return true;
  }

  // An event with a place; false when the sentence does not say it happened.
  bool ReadPlaced(const Event& event, TimedFact* out) {
    out->at = {d_, event.sentence};
    const syntax::ParsedSentence& tree = story_.Parsed(out->at);
    if (!ReadPredicate(tree, tree.WordOf(event.tokens.begin), out)) {
      return false;
    }
    const Span place = doc_.names[event.places[0]].span;
    out->span = event.trigger.Hull(place);
    if (out->span.size() > kMostSpan) out->span = place;
    return true;
  }

 private:
  bool ReadPredicate(const syntax::ParsedSentence& tree, int word,
                     TimedFact* out) {
    if (word == syntax::kNoWord || Uncertain(tree, word)) return false;
    out->agent = story_.ReadParticipant(out->at, syntax::AgentOf(tree, word));
    out->patient =
        story_.ReadParticipant(out->at, syntax::PatientOf(tree, word));
    uint32_t token = tree.source[word].tokens.begin;
    // "Its inspection was in summer": the noun says what happened.
    // "Were found" may be taken for a copula with an adjective.
    const bool happens =
        std::any_of(doc_.events.begin(), doc_.events.end(),
                    [&](const Event& event) {
                      return event.typed && !event.nominal &&
                             event.sentence == out->at.sentence &&
                             event.tokens.Contains(token);
                    });
    const int copula = syntax::ChildOf(tree, word, syntax::Relation::kCop);
    if (happens && copula != syntax::kNoWord) {
      out->agent = Participant();
      out->patient =
          story_.ReadParticipant(out->at, syntax::SubjectOf(tree, word));
    } else if (copula != syntax::kNoWord) {
      const int subject = syntax::SubjectOf(tree, word);
      if (subject == syntax::kNoWord) return false;
      token = tree.source[subject].tokens.begin;
      out->agent = Participant();
      out->patient = story_.ReadParticipant(
          out->at,
          syntax::ChildOf(tree, subject, syntax::Relation::kNmodPoss));
    }
    // "Were found" is no saying, "found that" is.
    if ((!happens && doc_.lex.Has(token, Lex::kSayVerb)) || OfTheText(token)) {
      return false;
    }
    out->verb = token;
    out->cls = story_.words(d_).words[token].stem;
    out->idf = BackgroundIdf(out->cls);
    for (const Event& event : doc_.events) {
      if (event.sentence != out->at.sentence ||
          !event.tokens.Contains(token)) {
        continue;
      }
      if (event.status != Status::kFact) return false;
      out->typed = event.typed;
      if (event.typed) out->cls = WordHash(event.cls);
    }
    if (!out->typed && out->idf < kLeastVerbIdf) return false;
    out->speaker = story_.SpeakerAt(d_, doc_.text.tokens[token].span);
    out->lead = story_.InLead(out->at);
    out->year = story_.PastYear(out->at);
    return true;
  }

  // "This post was last updated at 5:35 p.m."
  bool OfTheText(uint32_t token) const {
    const absl::string_view word = doc_.text.Folded(token);
    return word == "updated" || word == "published" || word == "posted" ||
           word == "modified" || word == "filed";
  }

  // The verb or other predicate that the time says the "when" of.
  static int PredicateAbove(const syntax::ParsedSentence& tree, int word,
                            TokenRange time) {
    for (int steps = 0; steps < 8; ++steps) {
      const syntax::ParsedWord& at = tree.words[word];
      const bool inside = time.Contains(tree.source[word].tokens.begin);
      const bool copular =
          syntax::ChildOf(tree, word, syntax::Relation::kCop) !=
          syntax::kNoWord;
      if ((!inside && at.upos == syntax::Upos::kVerb) || copular) return word;
      if (at.head == syntax::kNoWord) break;
      word = at.head;
    }
    return syntax::kNoWord;
  }

  bool Uncertain(const syntax::ParsedSentence& tree, int word) const {
    if (syntax::IsNegated(tree, word)) return true;
    for (int w = tree.words[word].begin; w < tree.words[word].end; ++w) {
      if (tree.words[w].head != word) continue;
      if (tree.words[w].xpos == syntax::Xpos::kMD) return true;
      // "Was due to arrive on Monday".
      const absl::string_view form =
          doc_.text.Folded(tree.source[w].tokens.begin);
      if (tree.words[w].relation == syntax::Relation::kMark &&
          (form == "if" || form == "to")) {
        return true;
      }
    }
    return false;
  }

  StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
};

}  // namespace

bool ReadTimedFact(StoryContext* story, uint32_t document, uint32_t t,
                   TimedFact* fact) {
  if (!Reader(story, document).ReadTime(t, fact)) return false;
  // "Meets again on Wednesday": another time.
  const TokenizedText& text = story->document(document).text;
  return fact->verb == kNone || fact->verb + 1 >= text.tokens.size() ||
         text.Folded(fact->verb + 1) != "again";
}

bool ReadPlacedFact(StoryContext* story, uint32_t document, const Event& event,
                    TimedFact* fact) {
  return Reader(story, document).ReadPlaced(event, fact);
}

int LinkFacts(const StoryContext& story, const TimedFact& a,
              const TimedFact& b, bool clock) {
  if (a.cls != b.cls || a.typed != b.typed) return 0;
  const int common =
      CommonWords(story.corpus().Words(a.at.document, a.at.sentence),
                  story.corpus().Words(b.at.document, b.at.sentence));
  const int agent = story.MatchParticipants(a.at.document, a.agent,
                                            b.at.document, b.agent);
  const int patient = story.MatchParticipants(a.at.document, a.patient,
                                              b.at.document, b.patient);
  int link = std::max(agent, patient);
  // Minutes of one day: who lost contact with whom is a matter of wording.
  if (clock && patient >= kLeastFactLink) return patient;
  if (agent < 0 || patient < 0) return 0;
  // "The Cuban government condemned the attack", "Iran condemned the attack".
  const auto state = [&](const Participant& who) {
    return who.entity != kNone &&
           story.corpus().EntityType(who.entity) == NameType::kPlace;
  };
  if (a.agent.known && b.agent.known && agent == 0 && patient < 100 &&
      (state(a.agent) || state(b.agent))) {
    return 0;
  }
  // What a person does to something may be done to something else as well.
  // Not of the event of the day: "the quake struck", "a quake struck Aceh".
  const bool told_of = a.typed && a.year == 0 && b.year == 0 &&
                       ((a.lead && b.lead) || common > kSureCommon);
  if (a.patient.known != b.patient.known && patient < kLeastFactLink &&
      !(told_of && agent >= kLeastFactLink)) {
    return 0;
  }
  // Nouns alone: there is more than one quake in a year.
  if (link < 100 && common < kSureCommon) return 0;
  if (link < kLeastFactLink && a.speaker != kNone && a.speaker == b.speaker &&
      a.idf >= kRareVerbIdf && b.idf >= kRareVerbIdf) {
    link = kLeastFactLink + 2;
  }
  // What both texts are about.
  if (link < kLeastFactLink && a.typed && a.lead && b.lead && a.year == 0) {
    link = kLeastFactLink;
  }
  return link;
}

}  // namespace claimcheck
