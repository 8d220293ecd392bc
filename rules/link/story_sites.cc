// In what kind of place one thing happened, where no name tells: somebody was arrested
// "at the airport" and "at his home", hid "in a loft" and "in a cupboard".

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "claims/lexicon/word_sets.h"
#include "claims/syntax/roles.h"
#include "claims/text/word_table.h"
#include "rules/link/sentence_mentions.h"
#include "rules/link/story_context.h"
#include "rules/link/told_places.h"

namespace claimcheck {
namespace {

// Tokens behind a verb in which its place stands, and from a place back to the
// preposition that leads to it.
constexpr uint32_t kSiteReach = 18;
constexpr uint32_t kLeadReach = 8;
constexpr uint32_t kHaulReach = 5;
constexpr uint32_t kUnsureReach = 4;
// Somebody named is surely one; of what has no name, one noun.
constexpr int kOnePerson = 100;
constexpr int kOneNoun = 75;

// What happened there.  Of one person or thing each happens once in a story.
enum class Deed : uint8_t { kSeized, kFound, kAssaulted, kDied };

// Kinds of places.  What lies in a house is of kHome and a room of its own.
enum Place : uint8_t {
  kHome, kHotel, kAirport, kTrain, kBus, kTram, kCar, kOffice, kHospital, kSchool,
  kChurch, kCourt, kStage, kShop, kBar, kEmbassy, kShip, kWater, kWoods, kMine,
  kScene, kPolice,
};
struct PlaceWords {
  const WordSet* words;
  Place place;
  uint8_t room;  // 0: the house
};
constexpr PlaceWords kPlaces[] = {
    {&words::kSiteHome, kHome, 0},        {&words::kSiteKitchen, kHome, 1},
    {&words::kSiteBedroom, kHome, 2},     {&words::kSiteBathroom, kHome, 3},
    {&words::kSiteLoft, kHome, 4},        {&words::kSiteCupboard, kHome, 5},
    {&words::kSiteCellar, kHome, 6},      {&words::kSiteGarden, kHome, 7},
    {&words::kSiteHotel, kHotel, 0},      {&words::kSiteAirport, kAirport, 0},
    {&words::kSiteTrain, kTrain, 0},      {&words::kSiteBus, kBus, 0},
    {&words::kSiteTram, kTram, 0},        {&words::kSiteCar, kCar, 0},
    {&words::kSiteOffice, kOffice, 0},    {&words::kSiteHospital, kHospital, 0},
    {&words::kSiteSchool, kSchool, 0},    {&words::kSiteChurch, kChurch, 0},
    {&words::kSiteCourt, kCourt, 0},      {&words::kSiteStage, kStage, 0},
    {&words::kSiteShop, kShop, 0},        {&words::kSiteBar, kBar, 0},
    {&words::kSiteEmbassy, kEmbassy, 0},  {&words::kSiteShip, kShip, 0},
    {&words::kSiteWater, kWater, 0},      {&words::kSiteWoods, kWoods, 0},
    {&words::kSiteMine, kMine, 0},        {&words::kSiteScene, kScene, 0},
};

constexpr uint32_t BitOf(Place place) { return 1u << place; }
constexpr uint32_t BitsOf(std::initializer_list<Place> places) {
  uint32_t bits = 0;
  for (const Place place : places) bits |= BitOf(place);
  return bits;
}

// What one place can lie in, stand at or be called by as well: a car in a wood, the bar of
// a hotel, a church school.
constexpr struct {
  Place place;
  uint32_t with;
} kOneOfBoth[] = {
    {kCar, BitsOf({kHotel, kAirport, kOffice, kHospital, kSchool, kChurch, kCourt,
                   kShop, kBar, kEmbassy, kShip, kWater, kWoods, kMine, kScene})},
    {kAirport, BitsOf({kHotel, kTrain, kBus, kShop, kBar})},
    {kHome, BitsOf({kWoods, kWater, kSchool, kScene, kShip})},
    {kHotel, BitsOf({kBar, kShop, kWoods, kWater, kScene})},
    {kShip, BitsOf({kWater, kBar})},
    {kBar, BitsOf({kShop, kSchool, kScene, kOffice, kStage, kWater, kWoods})},
    {kSchool, BitsOf({kChurch, kHospital, kOffice, kStage, kBus, kScene, kWoods})},
    {kOffice, BitsOf({kHospital, kChurch, kCourt, kShop, kEmbassy, kScene, kMine})},
    {kShop, BitsOf({kHospital, kScene, kWoods, kTrain})},
    {kStage, BitsOf({kChurch, kWoods, kWater, kScene})},
    {kWater, BitsOf({kWoods, kMine, kScene, kChurch, kShop, kSchool})},
    {kWoods, BitsOf({kMine, kScene, kChurch})},
    {kScene, BitsOf({kTrain, kBus, kTram, kChurch, kCourt, kEmbassy, kShip, kMine})},
    {kBus, BitsOf({kTram})},
};

bool MayBeOne(Place a, Place b) {
  if (a == b) return true;
  for (const auto& both : kOneOfBoth) {
    if ((both.place == a && (both.with & BitOf(b)) != 0) ||
        (both.place == b && (both.with & BitOf(a)) != 0)) {
      return true;
    }
  }
  return false;
}

// The places that a text gives of one deed.
struct Site {
  SentenceRef at;
  Deed deed = Deed::kSeized;
  uint32_t verb = 0;  // token
  uint32_t places = 0;  // bits of Place
  uint32_t rooms = 0;   // bits
  Span span;
};
struct Sites {
  std::vector<Site> all;
};

// "Gave himself up", "turned herself in".
constexpr FewWords kGiving({"gave", "turned", "handed"});

class Reader {
 public:
  explicit Reader(const StoryContext& story, uint32_t d)
      : d_(d), doc_(story.document(d)), words_(story.words(d)) {}

  std::vector<Site> Read() {
    std::vector<Site> sites;
    for (uint32_t s = 0; s < doc_.text.sentences.size(); ++s) {
      if (!UsableSentence(doc_, s)) continue;
      const TokenRange tokens = doc_.text.sentences[s].tokens;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        Site site;
        if (!ReadDeed(tokens, t, &site.deed) || IsUnsure(tokens, t)) continue;
        site.at = {d_, s};
        site.verb = t;
        ReadPlaces(tokens, &site);
        if (site.places != 0) sites.push_back(site);
      }
    }
    return sites;
  }

 private:
  absl::string_view Word(uint32_t t) const { return doc_.text.Folded(t); }

  bool ReadDeed(TokenRange sentence, uint32_t t, Deed* deed) {
    constexpr FewWords kDeclaring({"pronounced", "declared"});
    constexpr FewWords kPicking({"picked"});
    const uint32_t word = doc_.text.tokens[t].word;
    if (words::kSeizingWords.Contains(word)) {
      *deed = Deed::kSeized;
    } else if (words::kFindingWords.Contains(word)) {
      // "Found that", "found guilty".
      if (t + 1 < sentence.end &&
          IsOneOf(Word(t + 1), {"that", "guilty", "out", "no", "it"})) {
        return false;
      }
      *deed = Deed::kFound;
    } else if (words::kAssaultWords.Contains(word)) {
      *deed = Deed::kAssaulted;
    } else if (words::kDyingWords.Contains(word) ||
               (kDeclaring.Contains(word) && t + 1 < sentence.end &&
                Word(t + 1) == "dead")) {
      *deed = Deed::kDied;
    } else if (words::kHaulingWords.Contains(word)) {
      *deed = Deed::kSeized;
      // "Pulled out of", "lifted him from", "taken into custody".
      for (uint32_t n = t + 1; n < sentence.end && n <= t + kHaulReach; ++n) {
        if (Word(n) == "custody") return true;
        if ((Word(n) == "from" || Word(n) == "off" ||
             (Word(n) == "of" && Word(n - 1) == "out")) &&
            Seizes()) {
          return true;
        }
      }
      return false;
    } else if (IsSurrender(sentence, t) ||
               (kPicking.Contains(word) && t + 2 < sentence.end &&
                (Word(t + 1) == "up" || Word(t + 2) == "up") && Seizes())) {
      *deed = Deed::kSeized;
    } else {
      return false;
    }
    return true;
  }

  // The text speaks of somebody who is held; asked of few words.
  bool Seizes() {
    if (!seizes_) {
      seizes_ = std::any_of(
          doc_.text.tokens.begin(), doc_.text.tokens.end(), [](const Token& token) {
            return words::kCustodyWords.Contains(token.word) ||
                   words::kSeizingWords.Contains(token.word);
          });
    }
    return *seizes_;
  }

  // "Gave himself up", "turned herself in".
  bool IsSurrender(TokenRange sentence, uint32_t t) const {
    return kGiving.Contains(doc_.text.tokens[t].word) && t + 2 < sentence.end &&
           IsOneOf(Word(t + 1), {"himself", "herself", "themselves"}) &&
           IsOneOf(Word(t + 2), {"up", "in"});
  }

  bool IsUnsure(TokenRange sentence, uint32_t verb) const {
    const uint32_t from =
        verb > sentence.begin + kUnsureReach ? verb - kUnsureReach : sentence.begin;
    for (uint32_t t = from; t < verb; ++t) {
      if (words_.words[t].Is(DraftWord::kNegation) ||
          IsOneOf(Word(t), {"could", "would", "may", "might", "if", "will", "can",
                            "to", "almost", "nearly"})) {
        return true;
      }
    }
    return false;
  }

  // Behind it something else is told than where.
  bool EndsClause(TokenRange sentence, uint32_t t) const {
    if (doc_.text.IsChar(t, ',')) {
      return t + 1 >= sentence.end || !doc_.lex.Has(t + 1, Lex::kPreposition) ||
             IsOneOf(Word(t + 1), {"after", "before", "with", "according", "from"});
    }
    if (doc_.text.tokens[t].kind == TokenKind::kPunctuation) {
      return !doc_.text.IsChar(t, '-');
    }
    return doc_.text.tokens[t].kind == TokenKind::kQuote ||
           doc_.lex.Has(t, Lex::kConjunction) ||
           IsOneOf(Word(t), {"after", "before", "when", "while", "as", "who", "which",
                             "where", "that", "and", "but", "because", "near",
                             "outside", "for", "during", "said", "says"});
  }

  void ReadPlaces(TokenRange sentence, Site* site) const {
    const uint32_t end = std::min(sentence.end, site->verb + kSiteReach);
    if (IsSurrender(sentence, site->verb)) ReadPolice(end, site);
    if (site->deed == Deed::kDied) ReadPlaceBefore(sentence, site);
    // "As he boarded a plane".
    for (uint32_t t = site->verb + 1; site->deed == Deed::kSeized && t + 2 < end; ++t) {
      if (!IsOneOf(Word(t), {"board", "boarded", "boarding"})) continue;
      for (const PlaceWords& kind : kPlaces) {
        if (!kind.words->Contains(doc_.text.tokens[t + 2].word) &&
            !(kind.place == kAirport && Word(t + 2) == "flight")) {
          continue;
        }
        site->places |= BitOf(kind.place);
        site->span = doc_.text.tokens[site->verb].span.Hull(doc_.text.tokens[t + 2].span);
      }
    }
    for (uint32_t t = site->verb + 1; t < end && !EndsClause(sentence, t); ++t) {
      const uint32_t word = doc_.text.tokens[t].word;
      for (const PlaceWords& kind : kPlaces) {
        if (!kind.words->Contains(word) || !IsWhere(site->verb, t, end)) continue;
        if (kind.place == kScene && site->deed != Deed::kDied) continue;
        site->places |= BitOf(kind.place);
        if (kind.room != 0) site->rooms |= 1u << kind.room;
        site->span = doc_.text.tokens[site->verb].span.Hull(doc_.text.tokens[t].span);
      }
    }
  }

  // "Was taken to a hospital, where she was pronounced dead".
  void ReadPlaceBefore(TokenRange sentence, Site* site) const {
    constexpr uint32_t kWhereReach = 5;
    constexpr uint32_t kNounReach = 3;
    uint32_t where = site->verb;
    while (where > sentence.begin && Word(where) != "where") {
      if (site->verb - where > kWhereReach) return;
      --where;
    }
    for (uint32_t t = where; t > sentence.begin && where - t < kNounReach; --t) {
      if (!words::kSiteHospital.Contains(doc_.text.tokens[t - 1].word)) continue;
      site->places |= BitOf(kHospital);
      site->span = doc_.text.SpanOf({t - 1, site->verb + 1});
      return;
    }
  }

  // "To police in Arlen", "at a police station".
  void ReadPolice(uint32_t end, Site* site) const {
    for (uint32_t t = site->verb + 1; t < end; ++t) {
      if (!IsOneOf(Word(t), {"police", "officers", "authorities"})) continue;
      site->places |= BitOf(kPolice);
      site->span = doc_.text.tokens[site->verb].span.Hull(doc_.text.tokens[t].span);
      return;
    }
  }

  // "At his home", "in an ex-girlfriend's loft", not "near the house", "the house
  // keeper", "by car".
  bool IsWhere(uint32_t verb, uint32_t t, uint32_t end) const {
    // "In a car park", "at a police station": the noun comes behind.
    if (t + 1 < end && words_.words[t + 1].Is(DraftWord::kContent) &&
        !words_.words[t + 1].Is(DraftWord::kTime) &&
        !doc_.lex.Has(t + 1, Lex::kPreposition) &&
        !words_.words[t + 1].Is(DraftWord::kCapital)) {
      return false;
    }
    if (t + 1 < end && (doc_.text.IsChar(t + 1, '-') || Word(t + 1) == "'s")) return false;
    if (words::kNoHomeBefore.Contains(doc_.text.tokens[t - 1].word)) return false;
    for (uint32_t back = t - 1; back > verb && t - back <= kLeadReach; --back) {
      const absl::string_view word = Word(back);
      if (IsOneOf(word, {"in", "at", "on", "aboard", "inside", "from", "off", "under"})) {
        return true;
      }
      if (word == "of") return back > 0 && Word(back - 1) == "out";
      if (doc_.lex.Has(back, Lex::kPreposition) || doc_.text.IsChar(back, ',')) return false;
    }
    return false;
  }

  const uint32_t d_;
  const DocumentAnalysis& doc_;
  const DraftWords& words_;
  std::optional<bool> seizes_;
};

// The places exclude each other: no two can be one, or they are two rooms.
bool Exclude(const Site& a, const Site& b) {
  for (uint32_t x = 0; x <= kPolice; ++x) {
    if ((a.places & 1u << x) == 0) continue;
    for (uint32_t y = 0; y <= kPolice; ++y) {
      if ((b.places & 1u << y) == 0) continue;
      const bool rooms = x == kHome && y == kHome && a.rooms != 0 && b.rooms != 0 &&
                         (a.rooms & b.rooms) == 0;
      if (!rooms && MayBeOne(static_cast<Place>(x), static_cast<Place>(y))) return false;
    }
  }
  return true;
}

// Whom or what it befell.
Participant Whom(StoryContext* story, const Site& site) {
  const syntax::ParsedSentence& tree = story->Parsed(site.at);
  const int verb = tree.WordOf(site.verb);
  if (verb == syntax::kNoWord) return {};
  const TokenizedText& text = story->document(site.at.document).text;
  const uint32_t word = text.tokens[site.verb].word;
  int whom = words::kDyingWords.Contains(word) ? syntax::SubjectOf(tree, verb)
                                               : syntax::PatientOf(tree, verb);
  // "Detectives swooped on him", "he gave himself up".
  if (text.Folded(site.verb) == "swooped") whom = syntax::ObliqueOf(tree, verb, "on");
  if (kGiving.Contains(word)) whom = syntax::SubjectOf(tree, verb);
  return story->ReadParticipant(site.at, whom);
}

// "A man", "another body": of such there may be several.
bool IsSomebody(const StoryContext& story, uint32_t d, const Participant& who) {
  const DocumentAnalysis& doc = story.document(d);
  if (words::kSomebody.Contains(doc.text.tokens[who.head].word)) return true;
  return IsAnother(doc.text, who);
}

}  // namespace

void CompareSites(StoryContext* story, const StoryPair& pair,
                  std::vector<Detail>* out) {
  if (pair.left == pair.right || !story->syntax()) return;
  const auto read = [&](uint32_t d) -> const std::vector<Site>& {
    return story->Once<Sites>(d, [&] { return Sites{Reader(*story, d).Read()}; }).all;
  };
  const std::vector<Site>& left = read(pair.left);
  if (left.empty()) return;
  const std::vector<Site>& right = read(pair.right);
  ToldPlaces told(*out);  // by this finder or another
  // The other text tells the same of the deed as well.
  const auto held = [](const std::vector<Site>& sites, const Site& of) {
    return std::any_of(sites.begin(), sites.end(), [&](const Site& site) {
      return site.deed == of.deed && !Exclude(site, of);
    });
  };
  for (const Site& a : left) {
    for (const Site& b : right) {
      if (a.deed != b.deed || !Exclude(a, b) || held(right, a) || held(left, b) ||
          story->PastYear(a.at) != story->PastYear(b.at)) {
        continue;
      }
      const Participant x = Whom(story, a), y = Whom(story, b);
      const int one =
          story->MatchParticipants(pair.left, x, pair.right, y);
      const bool named = x.entity != kNone && y.entity != kNone;
      if (one < (named ? kOnePerson : kOneNoun)) continue;
      // "A man was arrested": one of several.
      if (!named && (a.deed != Deed::kFound || IsSomebody(*story, pair.left, x) ||
                     IsSomebody(*story, pair.right, y))) {
        continue;
      }
      if (told.Tells(pair.left, a.span, pair.right, b.span)) continue;
      out->push_back(StoryDetail(DetailKind::kWhere, Departure::kValue, a.at, a.span,
                                 b.at, b.span, one));
    }
  }
}

}  // namespace claimcheck
