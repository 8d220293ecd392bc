#include "claims/extract/events_attach.h"

#include <algorithm>

namespace claimcheck {
namespace {

constexpr uint32_t kOf = WordHash("of", 2), kSince = WordHash("since", 5);

// How far a place may stand from its preposition: "in the far eastern port of".
constexpr uint32_t kPlaceReach = 9;

template <typename List>
void AddOnce(uint32_t value, List* list) {
  if (std::find(list->begin(), list->end(), value) == list->end()) {
    list->push_back(value);
  }
}

// What a preposition does to a place.
enum class PlaceRole { kNone, kAt, kTo, kFrom };

PlaceRole RoleOf(absl::string_view word) {
  if (word == "in" || word == "at" || word == "on" || word == "inside" ||
      word == "near" || word == "outside" || word == "across" ||
      word == "within" || word == "off" || word == "over" || word == "around" ||
      word == "throughout") {
    return PlaceRole::kAt;
  }
  if (word == "to" || word == "into" || word == "toward" || word == "towards") {
    return PlaceRole::kTo;
  }
  if (word == "from") return PlaceRole::kFrom;
  return PlaceRole::kNone;
}

}  // namespace

void EventAttacher::Attach(const SentenceSyntax& syntax,
                           const std::vector<EventSite>& sites,
                           DocumentAnalysis* doc) {
  syntax_ = &syntax;
  sites_ = &sites;
  doc_ = doc;
  if (sites.empty()) return;
  AttachTimes();
  AttachPlaces();
  AttachQuantities();
}

const EventSite* EventAttacher::SiteOf(TokenRange tokens, bool quantity) const {
  const uint32_t at = tokens.begin;
  const auto after =
      std::upper_bound(sites_->begin(), sites_->end(), at,
                       [&](uint32_t token, const EventSite& site) {
                         return token < doc_->events[site.event].tokens.begin;
                       });
  const uint32_t clause = syntax_->ClauseOf(at);
  // Inside the noun phrase of an event: "the June 18 meeting".
  if (after != sites_->end() && after->group == kNone &&
      after->phrase_begin <= at) {
    return &*after;
  }
  const auto in_clause = [&](const EventSite& site) {
    return syntax_->ClauseOf(doc_->events[site.event].tokens.begin) == clause;
  };
  const EventSite* before = nullptr;
  for (auto it = after; it != sites_->begin();) {
    --it;
    if (!in_clause(*it)) {
      // An embedded clause lies between.
      if (after - it > 8) break;
      continue;
    }
    before = &*it;
    break;
  }
  const EventSite* behind = nullptr;
  for (auto it = after; it != sites_->end() && it - after < 8; ++it) {
    if (!in_clause(*it)) continue;
    // The finite verb before an event noun that stands nearer.
    if (behind == nullptr) behind = &*it;
    if (it->group != kNone &&
        syntax_->groups[it->group].kind == VerbGroup::kFinite) {
      behind = &*it;
      break;
    }
  }
  if (quantity && behind != nullptr) {
    // "24 people were killed", "249 people injured": the subject of what
    // follows, when no mark parts them.
    bool close = true;
    const uint32_t to = doc_->events[behind->event].tokens.begin;
    for (uint32_t t = tokens.end; t < to && close; ++t) {
      const WordTag tag = syntax_->tag(t);
      close = tag != WordTag::kComma && tag != WordTag::kBreak &&
              tag != WordTag::kCoordinator && t - tokens.end < 8;
    }
    if (close && behind->group != kNone) return behind;
  }
  if (before != nullptr) return before;
  // What stands before the first event of a clause belongs to its verb or its
  // subject, not to a noun further on.
  if (behind != nullptr && behind->group == kNone && !behind->subject) {
    return nullptr;
  }
  return behind;
}

// "He was let go on Monday; two remain missing": of another statement.
bool EventAttacher::IsParted(TokenRange tokens, const EventSite& site) const {
  const uint32_t event = doc_->events[site.event].tokens.begin;
  for (uint32_t t = tokens.end; t < event; ++t) {
    if (doc_->text.IsChar(t, ';')) return true;
  }
  return false;
}

// "Built in 1911, the bridge fell": the time of a participle that begins the
// sentence is none of the clause behind the comma.
bool EventAttacher::OfIntroduction(uint32_t token,
                                   const EventSite& site) const {
  const uint32_t event = doc_->events[site.event].tokens.begin;
  uint32_t first = syntax_->begin;
  while (first < token && (syntax_->tag(first) == WordTag::kQuote ||
                           syntax_->tag(first) == WordTag::kAdverb)) {
    ++first;
  }
  if (first >= token || event < token) return false;
  if (!IsParticiple(*doc_, *syntax_, first) ||
      doc_->events[site.event].tokens.Contains(first)) {
    return false;
  }
  const auto comma = [&](uint32_t begin, uint32_t end) {
    for (uint32_t t = begin; t < end; ++t) {
      if (syntax_->tag(t) == WordTag::kComma) return true;
    }
    return false;
  };
  return !comma(first, token) && comma(token, event);
}

void EventAttacher::AttachTimes() {
  while (time_ < doc_->times.size() &&
         doc_->times[time_].tokens.begin < syntax_->begin) {
    ++time_;
  }
  for (; time_ < doc_->times.size() &&
         doc_->times[time_].tokens.begin < syntax_->end();
       ++time_) {
    const TimeMention& time = doc_->times[time_];
    if (time.value.kind != TimeKind::kDate &&
        time.value.kind != TimeKind::kTime) {
      continue;
    }
    // "the deadliest since 1981": not when it was.
    if (time.tokens.begin > syntax_->begin &&
        doc_->text.tokens[time.tokens.begin - 1].word == kSince) {
      continue;
    }
    const EventSite* site = SiteOf(time.tokens, false);
    if (site != nullptr && !IsParted(time.tokens, *site) &&
        !OfIntroduction(time.tokens.begin, *site)) {
      AddOnce(static_cast<uint32_t>(time_), &doc_->events[site->event].times);
    }
  }
}

void EventAttacher::AttachQuantities() {
  while (quantity_ < doc_->quantities.size() &&
         doc_->quantities[quantity_].tokens.begin < syntax_->begin) {
    ++quantity_;
  }
  for (; quantity_ < doc_->quantities.size() &&
         doc_->quantities[quantity_].tokens.begin < syntax_->end();
       ++quantity_) {
    if (const EventSite* site =
            SiteOf(doc_->quantities[quantity_].tokens, true)) {
      AddOnce(static_cast<uint32_t>(quantity_),
              &doc_->events[site->event].quantities);
    }
  }
}

void EventAttacher::AttachPlaces() {
  while (name_ < doc_->names.size() &&
         doc_->names[name_].tokens.begin < syntax_->begin) {
    ++name_;
  }
  for (; name_ < doc_->names.size() &&
         doc_->names[name_].tokens.begin < syntax_->end();
       ++name_) {
    AttachPlace(static_cast<uint32_t>(name_));
  }
}

// "according to Lagos" is no way to go.
bool EventAttacher::EndsLongPreposition(uint32_t t) const {
  for (uint32_t b = t; b > syntax_->begin && t - b < 4 &&
                       syntax_->tag(b - 1) == WordTag::kPreposition;) {
    --b;
    const LexHit* hit = doc_->lex.Find(b, Lex::kPreposition);
    if (hit != nullptr && b + hit->tokens > t) return true;
  }
  return false;
}

void EventAttacher::AttachPlace(uint32_t index) {
  const NameMention& name = doc_->names[index];
  if (name.form != NameMention::kName || name.possessive ||
      name.entity == kNone) {
    return;
  }
  const Entity& entity = doc_->entities[name.entity];
  if (entity.type != NameType::kPlace &&
      !(entity.type == NameType::kOrganisation && name.metonym)) {
    return;
  }
  // Back over "Russia's", "the far eastern port of" to the preposition.
  uint32_t t = name.tokens.begin;
  PlaceRole role = PlaceRole::kNone;
  bool object = false;
  for (uint32_t steps = 0; t > syntax_->begin && steps < kPlaceReach; ++steps) {
    --t;
    const WordTag tag = syntax_->tag(t);
    if (tag == WordTag::kDeterminer || tag == WordTag::kOther ||
        tag == WordTag::kPossessive || tag == WordTag::kAdverb) {
      if (doc_->text.tokens[t].kind == TokenKind::kSymbol) return;
      continue;
    }
    if (tag == WordTag::kName) {
      const uint32_t owner = syntax_->MentionAt(t);
      if (owner == kNone || !doc_->names[owner].possessive) return;
      continue;
    }
    if (tag == WordTag::kPreposition || tag == WordTag::kEither) {
      if (doc_->text.tokens[t].word == kOf && t > syntax_->begin) {
        // "city of X": on to the city's preposition; "south of X": another
        // place.
        const LexHit* noun = doc_->lex.Find(t - 1, Lex::kPlaceNoun);
        if (noun == nullptr || !noun->entry->HasTag("area")) return;
        continue;
      }
      if (EndsLongPreposition(t)) return;
      role = RoleOf(doc_->text.Folded(t));
      if (role == PlaceRole::kNone) return;
      if (entity.type != NameType::kPlace && role != PlaceRole::kAt) return;
      break;
    }
    if (tag == WordTag::kVerb || tag == WordTag::kParticle) {
      object = true;
      break;
    }
    return;
  }
  if (role == PlaceRole::kNone && !object) return;
  // A capital that acts is no place: "told Moscow".
  if (object && entity.type != NameType::kPlace) return;
  const EventSite* site = SiteOf(name.tokens, false);
  if (site == nullptr || IsParted(name.tokens, *site) ||
      OfIntroduction(name.tokens.begin, *site)) {
    return;
  }
  Event& event = doc_->events[site->event];
  if (object) {
    if (site->group == kNone || event.tokens.end != t + 1 ||
        !(site->entry->HasTag("objplace") || site->entry->HasTag("motion"))) {
      return;
    }
    // It is where, not whom.
    auto patient =
        std::find(event.patients.begin(), event.patients.end(), index);
    if (patient != event.patients.end()) event.patients.erase(patient);
  } else if (role == PlaceRole::kTo) {
    if (!site->motion) return;
  } else if (role == PlaceRole::kFrom) {
    if (event.cls != "depart" && event.cls != "escape" &&
        event.cls != "withdraw" && event.cls != "evacuate") {
      return;
    }
  }
  AddOnce(index, &event.places);
}

}  // namespace claimcheck
