#include "rules/link/told_origins.h"

#include <algorithm>
#include <utility>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/value/calendar.h"
#include "claims/value/time_value.h"
#include "rules/link/countries.h"
#include "rules/link/sentence_mentions.h"

namespace claimcheck {
namespace {

// Tokens from "born" to "in", from a verb or a contract to its year.
constexpr uint32_t kBornReach = 8;
constexpr uint32_t kYearReach = 11;
constexpr uint32_t kThingReach = 5;
constexpr uint32_t kOwnerReach = 10;

class Reader {
 public:
  Reader(const StoryContext& story, uint32_t d)
      : story_(story), d_(d), doc_(story.document(d)) {}

  std::vector<Origin> Read() {
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      if (!UsableSentence(doc_, s)) continue;
      const TokenRange tokens = doc_.text.sentences[s].tokens;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        static constexpr uint32_t kBornWord = WordHash("born", 4);
        if (doc_.text.tokens[t].word == kBornWord) {
          ReadBorn(s, tokens, t);
        } else if ((Word(t) == "grew" || Word(t) == "native") && t + 3 < tokens.end) {
          ReadRaised(s, tokens, t);
        } else if (Word(t) == "based" || Word(t) == "headquartered") {
          ReadBased(s, tokens, t);
        }
      }
      for (const NameMention& name : MentionsIn(doc_.names, s)) {
        if (TypeOf(name) == NameType::kPerson && name.form == NameMention::kName) {
          ReadSeat(s, tokens, name);
        }
      }
      for (const TimeMention& time : MentionsIn(doc_.times, s)) {
        ReadTenure(s, tokens, time);
        if (!time.value.year_written || !YearOfOrigin(time) ||
            time.value.kind == TimeKind::kDuration || time.value.grain > Grain::kYear) {
          continue;
        }
        ReadFounded(s, tokens, time);
        ReadContract(s, tokens, time);
      }
    }
    return std::move(found_);
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }
  uint32_t Global(uint32_t entity) const {
    return story_.corpus().GlobalEntity(d_, entity);
  }
  NameType TypeOf(const NameMention& name) const {
    return name.entity == kNone ? NameType::kUnknown : doc_.entities[name.entity].type;
  }

  // A person, or a name of which nothing tells what it is.
  static bool MayBePerson(NameType type) {
    return type == NameType::kPerson || type == NameType::kUnknown;
  }

  // Of whom, or of what firm, the text speaks more than of any other; kNone: of two.
  uint32_t MostNamed(bool persons) const {
    if (!persons) return MostNamed(NameType::kOrganisation);
    const bool known = std::any_of(
        doc_.entities.begin(), doc_.entities.end(),
        [](const Entity& entity) { return entity.type == NameType::kPerson; });
    return MostNamed(known ? NameType::kPerson : NameType::kUnknown);
  }
  uint32_t MostNamed(NameType type) const {
    uint32_t best = kNone, most = 1;
    for (uint32_t e = 0; e < doc_.entities.size(); ++e) {
      const Entity& entity = doc_.entities[e];
      if (entity.mentions < most || entity.type != type) continue;
      best = entity.mentions == most ? kNone : e;
      most = entity.mentions;
    }
    return best;
  }

  void Add(uint32_t s, OriginKind fact, std::vector<uint32_t> of, uint32_t place, int32_t year,
           Span span) {
    if (of.empty()) return;
    const absl::string_view nation =
        place == kNone ? absl::string_view()
                       : CountryOf(doc_, doc_.names[place].tokens.begin);
    found_.push_back({{d_, s}, fact, std::move(of), place, nation, year, span, {}});
  }

  // "Born in Bath", "the Bristol-born actress".
  void ReadBorn(uint32_t s, TokenRange sentence, uint32_t born) {
    const bool joined = born > sentence.begin + 1 && doc_.text.IsChar(born - 1, '-');
    if (joined && doc_.lex.Has(born - 2, Lex::kDemonym)) {
      const uint32_t who = OfJoined(s, born - 2, born);
      if (who == kNone) return;
      Add(s, OriginKind::kBorn, {who}, kNone, 0, doc_.text.SpanOf({born - 2, born + 1}));
      found_.back().nation = NationOf(doc_, born - 2);
      return;
    }
    for (uint32_t n = 0; n < doc_.names.size(); ++n) {
      const NameMention& name = doc_.names[n];
      if (name.sentence != s || name.form != NameMention::kName || name.entity == kNone) {
        continue;
      }
      if (joined ? name.tokens.end + 1 != born : !LeadsTo(born, name.tokens.begin)) {
        continue;
      }
      const uint32_t who = joined ? OfJoined(s, name.tokens.begin, born)
                                  : OfVerb(s, sentence, born, name.tokens.end);
      if (who == kNone) return;
      Add(s, OriginKind::kBorn, {who}, n, 0, doc_.text.tokens[born].span.Hull(name.span));
      break;
    }
    // "Born in 1961", "born on 3 May 1961".
    for (const TimeMention& time : MentionsIn(doc_.times, s)) {
      if (joined || !time.value.year_written || time.value.grain > Grain::kYear ||
          time.tokens.begin <= born || time.tokens.begin > born + 2 || !YearOfOrigin(time) ||
          !time.value.mod.empty()) {
        continue;
      }
      const uint32_t who = OfVerb(s, sentence, born, time.tokens.end);
      if (who == kNone) return;
      Add(s, OriginKind::kBornYear, {who}, kNone, *YearOfOrigin(time),
          doc_.text.tokens[born].span.Hull(time.span));
    }
  }
  bool LeadsTo(uint32_t born, uint32_t place) const {
    if (place <= born + 1 || place > born + kBornReach || Word(place - 1) != "in") {
      return false;
    }
    for (uint32_t t = born + 1; t + 1 < place; ++t) {
      // "In 1961 in Arlen", not "to a nurse in Arlen".
      if (!IsOneOf(Word(t), {"in", "on", "and", "raised", "brought", "up", ",", "bred"}) &&
          !doc_.lex.Has(t, Lex::kMonth) && doc_.text.tokens[t].kind != TokenKind::kNumber) {
        return false;
      }
    }
    return true;
  }
  // Of whom it is said: "Ada Lind, 27, who was born", "she was born", "born in Arlen, Lind";
  // not "his wife, who was born".
  uint32_t OfVerb(uint32_t s, TokenRange sentence, uint32_t born, uint32_t end) const {
    uint32_t t = born;
    while (t > sentence.begin &&
           (IsOneOf(Word(t - 1), {"was", "is", "who", "has", "been", ",", "also",
                                  "originally", "himself", "herself", "a", "and", "(", "were"}) ||
            doc_.text.tokens[t - 1].kind == TokenKind::kNumber)) {
      --t;
    }
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (name.entity == kNone || !MayBePerson(TypeOf(name)) ||
          IsOneOf(Word(name.tokens.begin), {"his", "her", "their", "its"})) {
        continue;
      }
      // At the beginning: the next name.
      if (t == sentence.begin ? name.form == NameMention::kName && name.tokens.begin > end &&
                                    name.tokens.begin <= end + 4
                              : name.tokens.end == t || name.phrase.end == t) {
        return Global(name.entity);
      }
    }
    return kNone;
  }
  // "Grew up in Bath", "a native of Bath".
  void ReadRaised(uint32_t s, TokenRange sentence, uint32_t t) {
    const bool native = Word(t) == "native" && Word(t + 1) == "of";
    if (!native && !(Word(t + 1) == "up" && Word(t + 2) == "in")) return;
    const uint32_t place = native ? t + 2 : t + 3;
    for (uint32_t n = 0; n < doc_.names.size(); ++n) {
      const NameMention& name = doc_.names[n];
      if (name.sentence != s || name.tokens.begin != place ||
          name.form != NameMention::kName || name.entity == kNone) {
        continue;
      }
      const uint32_t who = OfVerb(s, sentence, t, name.tokens.end);
      if (who == kNone) return;
      Add(s, native ? OriginKind::kBorn : OriginKind::kGrewUp, {who}, n, 0,
          doc_.text.tokens[t].span.Hull(name.span));
      return;
    }
  }
  // "Orla, based in Arlen,", "Arlen-based Orla", "Orla, which is based in Arlen".
  void ReadBased(uint32_t s, TokenRange sentence, uint32_t based) {
    const bool joined = based > sentence.begin + 1 && doc_.text.IsChar(based - 1, '-');
    if (!joined && (based + 2 >= sentence.end || Word(based + 1) != "in")) return;
    uint32_t t = based;
    while (!joined && t > sentence.begin &&
           IsOneOf(Word(t - 1), {",", "is", "was", "which"})) {
      --t;
    }
    uint32_t place = kNone, firm = kNone;
    for (uint32_t n = 0; n < doc_.names.size(); ++n) {
      const NameMention& name = doc_.names[n];
      if (name.sentence != s || name.form != NameMention::kName || name.entity == kNone) {
        continue;
      }
      if (joined ? name.tokens.end + 1 == based : name.tokens.begin == based + 2) place = n;
      if ((joined ? name.tokens.begin == based + 1 : name.tokens.end == t) &&
          TypeOf(name) != NameType::kPlace) {
        firm = name.entity;
      }
    }
    if (place == kNone || firm == kNone) return;
    Add(s, OriginKind::kBased, {Global(firm)}, place, 0,
        doc_.text.tokens[based].span.Hull(doc_.names[place].span));
  }
  // "Sen. Ada Lind of Texas", "Ada Lind, R-Texas,", "Ada Lind, a Republican from Texas",
  // "Texas Gov. Ada Lind".
  void ReadSeat(uint32_t s, TokenRange sentence, const NameMention& name) {
    constexpr uint32_t kMostBetween = 6;
    const auto title_in = [&](uint32_t begin, uint32_t end) {
      for (uint32_t t = begin; t < end; ++t) {
        if (words::kSeatTitles.Contains(doc_.text.tokens[t].word)) return true;
      }
      return false;
    };
    const bool titled = title_in(name.phrase.begin, name.tokens.begin);
    uint32_t region = kNone;
    for (uint32_t t = name.phrase.begin; titled && t < name.tokens.begin; ++t) {
      if (doc_.lex.Has(t, Lex::kRegion)) region = t;
    }
    const uint32_t behind = name.tokens.end;
    if (titled && behind + 1 < sentence.end && Word(behind) == "of" &&
        doc_.lex.Has(behind + 1, Lex::kRegion)) {
      region = behind + 1;
    }
    if (behind + 3 < sentence.end &&
        (doc_.text.IsChar(behind, ',') || doc_.text.IsChar(behind, '('))) {
      const uint32_t end = std::min(sentence.end, behind + 1 + kMostBetween);
      if (IsOneOf(Word(behind + 1), {"r", "d"}) && doc_.text.IsChar(behind + 2, '-') &&
          doc_.lex.Has(behind + 3, Lex::kRegion)) {
        region = behind + 3;
      }
      for (uint32_t t = behind + 1; t < end && !doc_.text.IsChar(t, ','); ++t) {
        if (doc_.lex.Has(t, Lex::kRegion) && IsOneOf(Word(t - 1), {"from", "of"}) &&
            title_in(behind + 1, t)) {
          region = t;
        }
      }
    }
    if (region == kNone) return;
    Add(s, OriginKind::kSeat, {Global(name.entity)}, kNone, 0,
        name.span.Hull(doc_.text.tokens[region].span));
    found_.back().nation = doc_.lex.Find(region, Lex::kRegion)->entry->id;
  }
  // "The Bristol-born actress Ada Lind", "Ada Lind, a Bristol-born actress", and with
  // "the" alone whom the text is about.
  uint32_t OfJoined(uint32_t s, uint32_t place, uint32_t born) const {
    constexpr uint32_t kReach = 6;
    uint32_t before = kNone;
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (!MayBePerson(TypeOf(name)) || name.form != NameMention::kName) continue;
      if (name.tokens.begin > born && name.tokens.begin <= born + kReach) {
        bool comma = false;
        for (uint32_t t = born; t < name.tokens.begin; ++t) {
          comma |= doc_.text.IsChar(t, ',') || Word(t) == "'s" || Word(t) == "and";
        }
        if (!comma) return Global(name.entity);
      }
      if (name.tokens.end < place && name.tokens.end + 4 >= place) before = name.entity;
    }
    if (before != kNone) return Global(before);
    const bool the = place > 0 && Word(place - 1) == "the";
    const uint32_t most = the ? MostNamed(/*persons=*/true) : kNone;
    return most == kNone ? kNone : Global(most);
  }


  // "Founded in 1947", "started the firm with one oven in 1951".
  void ReadFounded(uint32_t s, TokenRange sentence, const TimeMention& time) {
    if (!time.value.mod.empty()) return;
    const uint32_t begin = time.tokens.begin;
    const uint32_t first = begin > sentence.begin + kYearReach ? begin - kYearReach
                                                               : sentence.begin;
    for (uint32_t t = begin; t-- > first;) {
      // Another time or clause is nearer.
      if (doc_.text.IsChar(t, ';') || doc_.text.IsChar(t, ':')) return;
      const uint32_t word = doc_.text.tokens[t].word;
      const bool founded = words::kFoundingVerbs.Contains(word) ||
                           (Word(t) == "set" && Word(t + 1) == "up");
      const bool opened = OpensThing(sentence, t, begin);
      if (!founded && !opened &&
          !(words::kFoundingStarts.Contains(word) && StartsThing(t, begin))) {
        continue;
      }
      std::vector<uint32_t> of = Owners(s, t, begin);
      if ((founded || opened) && of.empty() && IsOfTheFirm(sentence, t)) of.push_back(kTheFirm);
      if (!founded && !opened) {
        const uint32_t firm = MostNamed(/*persons=*/false);
        if (firm != kNone) of.push_back(Global(firm));
      }
      std::sort(of.begin(), of.end());
      Add(s, OriginKind::kFounded, std::move(of), kNone, *YearOfOrigin(time),
          doc_.text.tokens[t].span.Hull(time.span));
      return;
    }
  }
  bool StartsThing(uint32_t verb, uint32_t end) const {
    for (uint32_t t = verb + 1; t < end && t <= verb + kThingReach; ++t) {
      if (words::kFoundedThings.Contains(doc_.text.tokens[t].word)) return true;
    }
    return false;
  }
  // "The shop, which opened in 1878", "has been in business since 1878".
  bool OpensThing(TokenRange sentence, uint32_t t, uint32_t year) const {
    if (year != t + 2) return false;
    if (Word(t) == "business") return t > sentence.begin && Word(t - 1) == "in" && Word(t + 1) == "since";
    return Word(t) == "opened" && Word(t + 1) == "in" && IsOfTheFirm(sentence, t);
  }
  // "The shop, founded", "the house, which opened".
  bool IsOfTheFirm(TokenRange sentence, uint32_t verb) const {
    uint32_t t = verb;
    while (t > sentence.begin && IsOneOf(Word(t - 1), {",", "which", "was", "that"})) --t;
    return t > sentence.begin + 1 && IsOneOf(Word(t - 2), {"the", "its"}) &&
           (words::kFoundedThings.Contains(doc_.text.tokens[t - 1].word) ||
            IsOneOf(Word(t - 1), {"shop", "store", "house", "hotel", "restaurant", "factory",
                                  "mine", "museum", "theatre", "hospital", "pit"}));
  }

  // "Has led the museum for ten years", "took over the museum in 2017", "joined the
  // carrier five years ago".
  void ReadTenure(uint32_t s, TokenRange sentence, const TimeMention& time) {
    const uint32_t begin = time.tokens.begin;
    if (begin < sentence.begin + 3) return;
    const auto since = TenureSince(time);
    if (!since) return;
    const bool lasts = time.value.kind == TimeKind::kDuration || Word(begin - 1) == "since";
    if (time.value.kind == TimeKind::kDuration && Word(begin - 1) != "for") return;
    const uint32_t first = begin > sentence.begin + kYearReach ? begin - kYearReach
                                                               : sentence.begin;
    for (uint32_t t = begin; t-- > first;) {
      if (doc_.text.IsChar(t, ';') || doc_.text.IsChar(t, ',')) return;
      const OriginKind fact = lasts ? TenureOf(t) : StartOf(t);
      if (fact == OriginKind::kBorn) continue;
      // "Had led", of who does so no more.
      if (lasts && !(t > sentence.begin && IsOneOf(Word(t - 1), {"has", "have", "been", "also"}))) {
        return;
      }
      const uint32_t who = NamedBefore(s, t);
      if (who == kNone) return;
      Add(s, fact, {who}, kNone, *since, doc_.text.tokens[t].span.Hull(time.span));
      for (uint32_t n = t + 1; n < begin; ++n) {
        const DraftWord& word = story_.words(d_).words[n];
        if (word.Is(DraftWord::kContent)) found_.back().what.push_back(word.stem);
      }
      return;
    }
  }
  std::optional<int32_t> TenureSince(const TimeMention& time) const {
    if (time.value.kind != TimeKind::kDuration) {
      return time.value.grain <= Grain::kYear ? YearOfOrigin(time) : std::nullopt;
    }
    // "P9Y"; years of one day's text.
    const absl::string_view timex = time.value.timex.view();
    const auto day = story_.Day(d_);
    if (!day || timex.size() < 3 || timex.size() > 4 || timex[0] != 'P' || timex.back() != 'Y') {
      return std::nullopt;
    }
    int32_t years = 0;
    for (const char c : timex.substr(1, timex.size() - 2)) {
      if (c < '0' || c > '9') return std::nullopt;
      years = years * 10 + (c - '0');
    }
    return DateOfDay(*day).year - years;
  }
  // kBorn: no such verb.
  OriginKind TenureOf(uint32_t t) const {
    if (IsOneOf(Word(t), {"led", "headed", "run", "directed", "chaired", "managed", "coached"})) {
      return OriginKind::kLeads;
    }
    const bool serves = IsOneOf(Word(t), {"flown", "worked", "played", "driven", "sailed", "served"}) &&
                        IsOneOf(Word(t + 1), {"for", "at", "with"});
    return serves ? OriginKind::kServes : OriginKind::kBorn;
  }
  OriginKind StartOf(uint32_t t) const {
    if ((Word(t) == "took" && Word(t + 1) == "over") ||
        (Word(t) == "taken" && Word(t + 1) == "over")) {
      return OriginKind::kLeads;
    }
    return IsOneOf(Word(t), {"joined", "hired"}) ? OriginKind::kServes : OriginKind::kBorn;
  }
  // The person named last before a verb.
  uint32_t NamedBefore(uint32_t s, uint32_t verb) const {
    uint32_t who = kNone;
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (name.tokens.end > verb || name.entity == kNone || name.possessive) continue;
      if (MayBePerson(TypeOf(name))) who = Global(name.entity);
    }
    return who;
  }

  // Who and what is named close to the verb.
  std::vector<uint32_t> Owners(uint32_t s, uint32_t verb, uint32_t end) const {
    std::vector<uint32_t> of;
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (name.entity == kNone || TypeOf(name) == NameType::kPlace ||
          name.tokens.end + kOwnerReach < verb ||
          name.tokens.begin > end + kOwnerReach) {
        continue;
      }
      of.push_back(Global(name.entity));
    }
    return of;
  }

  // "Under contract until June 2020", "a deal that had until 2021 to run".
  void ReadContract(uint32_t s, TokenRange sentence, const TimeMention& time) {
    if (!RunsUntil(sentence, time)) return;
    uint32_t contract = kNone;
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const uint32_t word = doc_.text.tokens[t].word;
      if (words::kContractNews.Contains(word)) return;
      if (words::kContractWords.Contains(word) && t + kYearReach >= time.tokens.begin &&
          t < time.tokens.begin) {
        contract = t;
      }
    }
    if (contract == kNone) return;
    std::vector<uint32_t> of;
    for (const NameMention& name : MentionsIn(doc_.names, s)) {
      if (name.entity != kNone && MayBePerson(TypeOf(name)) &&
          name.tokens.begin < contract) {
        of = {Global(name.entity)};
      }
    }
    if (of.empty()) {
      const uint32_t most = MostNamed(/*persons=*/true);
      if (most != kNone) of = {Global(most)};
    }
    Add(s, OriginKind::kContract, std::move(of), kNone, *YearOfOrigin(time),
        doc_.text.tokens[contract].span.Hull(time.span));
  }
  bool RunsUntil(TokenRange sentence, const TimeMention& time) const {
    const uint32_t begin = time.tokens.begin;
    const uint32_t first = begin > sentence.begin + 4 ? begin - 4 : sentence.begin;
    for (uint32_t t = first; t <= begin; ++t) {
      if (IsOneOf(Word(t), {"until", "till", "through", "expires", "expire", "expiring",
                            "runs", "ends", "expired"}) ||
          (t + 1 == begin && Word(t) == "to") ||
          (t + 1 < begin && Word(t) == "runs" && Word(t + 1) == "out")) {
        return true;
      }
    }
    return false;
  }

  const StoryContext& story_;
  const uint32_t d_;
  const DocumentAnalysis& doc_;
  std::vector<Origin> found_;
};

}  // namespace

std::optional<int32_t> YearOfOrigin(const TimeMention& time) {
  const auto second = time.value.range.first ? time.value.range.first
                                             : time.value.range.last;
  if (!second) return std::nullopt;
  return DateOfDay(DayOfSecond(*second)).year;
}

std::vector<Origin> ReadOrigins(const StoryContext& story, uint32_t d) {
  return Reader(story, d).Read();
}

}  // namespace claimcheck
