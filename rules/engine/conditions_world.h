#ifndef CLAIMCHECK_RULES_ENGINE_CONDITIONS_WORLD_H_
#define CLAIMCHECK_RULES_ENGINE_CONDITIONS_WORLD_H_

#include <memory>
#include <string>
#include <vector>

#include "rules/engine/fake_document.h"
#include "rules/link/corpus.h"
#include "rules/match/claim_ref.h"

namespace claimcheck {

// The claims that the cases speak of, by name; "a." and "b." name the document.
class World {
 public:
  World() : a_("a", kTextA), b_("b", kTextB) {
    FillA();
    FillB();
    corpus_ = std::make_unique<Corpus>(
        std::vector<const DocumentAnalysis*>{&a_.doc(), &b_.doc()});
  }

  const Corpus& corpus() const { return *corpus_; }
  ClaimRef Ref(const std::string& name) const {
    return a_.has_claim(name) ? ClaimRef{0, a_.claim(name)}
                              : ClaimRef{1, b_.claim(name)};
  }

 private:
  static constexpr char kTextA[] =
      "Lindt lands in Nairobi\n"
      "\n"
      "Mara Lindt arrived in Nairobi on 18 June 2024. It was her first visit "
      "in 24 years, and she last visited in July 2000. Only 12 people saw it, "
      "the ministry said.\n"
      "\n"
      "About 1.3 million people voted. “We will rebuild the bridge by June,” "
      "Ada Lind said. He denied it on Wednesday, 19 June 2024. A report of "
      "Wednesday, 18 June 2024 and of 31 June 2024 was lost.\n"
      "\n"
      "Lindt and Joseph Otieno met in Nairobi on 17 June 2024. They met again "
      "in Nairobi on 20 June 2024. They met in Berlin in May.\n"
      "\n"
      "The pact was signed in 1990. Now, 24 years later, it is gone. It was "
      "renewed in 2003. She left and came back in 2015, eight years later. "
      "She came back in 2015, twelve years later. It held for 30 years.\n"
      "\n"
      "Lindt brought three ministers: Dag Lunde, Kari Moe and Nils Berg. She "
      "brought four ministers: Dag Lunde, Kari Moe and Nils Berg. She met "
      "five ministers, including Kari Moe and Nils Berg.\n"
      "\n"
      "It killed 12 people: seven men and five women. It hurt 20 people: "
      "seven men and five women. It moved 40 people and 5 cows.\n"
      "\n"
      "Sales rose 40 percent from 100 to 140 tonnes. Profits rose 40 percent "
      "from 100 to 150 euros. Costs fell 10 percent.\n";
  static constexpr char kTextB[] =
      "Mara Lindt landed in Nairobi on 19 June 2024. Her next visit is to "
      "Berlin. About 14 people saw it. More than 10 people saw it. 1,284,310 "
      "people voted. A tonne cost 12 euros.\n"
      "\n"
      "“We will rebuild the old bridge by June,” Ada Lind said. “We will "
      "rebuild the bridge by June,” Tor Eikeland wrote. It stood.\n";

  void FillA() {
    FakeDocument& d = a_;
    d.doc().date.known = true;
    d.doc().date.year = 2024;
    d.doc().date.month = 6;
    d.doc().date.day = 18;
    d.doc().date.source = DateSource::kGiven;
    d.doc().publisher = "The Daily";
    const uint32_t headline_place =
        d.AddName("Nairobi", NameType::kPlace, "nairobi");
    const uint32_t lindt =
        d.AddName("Mara Lindt", NameType::kPerson, "mara lindt");
    const uint32_t nairobi =
        d.AddName("Nairobi", NameType::kPlace, "nairobi", 30);
    const uint32_t ministry =
        d.AddName("the ministry", NameType::kOrganisation, "ministry");
    const uint32_t ada = d.AddName("Ada Lind", NameType::kPerson, "ada lind");
    const Span meeting = d.Find("Lindt and Joseph");
    const uint32_t lindt2 =
        d.AddName("Lindt", NameType::kPerson, "mara lindt", meeting.begin);
    const uint32_t otieno =
        d.AddName("Joseph Otieno", NameType::kPerson, "joseph otieno");
    const uint32_t nairobi2 =
        d.AddName("Nairobi", NameType::kPlace, "nairobi", meeting.begin);
    const uint32_t nairobi3 = d.AddName("Nairobi", NameType::kPlace, "nairobi",
                                        d.Find("met again").begin);
    const uint32_t berlin = d.AddName("Berlin", NameType::kPlace, "berlin");
    const uint32_t june18 = d.AddDay("18 June 2024", 2024, 6, 18);
    const uint32_t years = d.AddDuration("24 years", 24, Grain::kYear);
    d.AddYear("July 2000", 2000);
    const uint32_t wednesday19 =
        d.AddDay("Wednesday, 19 June 2024", 2024, 6, 19);
    d.doc().times.back().value.weekday = 3;
    const uint32_t wednesday18 =
        d.AddDay("Wednesday, 18 June 2024", 2024, 6, 18);
    d.doc().times.back().value.weekday = 3;
    const uint32_t june31 = d.AddDay("31 June 2024", 2024, 6, 31);
    const uint32_t june17 = d.AddDay("17 June 2024", 2024, 6, 17);
    const uint32_t june20 = d.AddDay("20 June 2024", 2024, 6, 20);
    d.AddYear("1990", 1990);
    const uint32_t later = d.AddDuration("24 years later", 24, Grain::kYear);
    d.AddYear("2003", 2003);
    d.AddYear("2015", 2015);
    const uint32_t eight = d.AddDuration("eight years later", 8, Grain::kYear);
    d.AddYear("2015, twelve", 2015);
    d.doc().times.back().span.end -= 8;
    d.doc().times.back().tokens.end -= 2;
    const uint32_t twelve =
        d.AddDuration("twelve years later", 12, Grain::kYear);
    const uint32_t held = d.AddDuration("30 years", 30, Grain::kYear);

    Event& arrive = d.AddEvent("arrived", "arrive");
    arrive.agents = {lindt};
    arrive.places = {nairobi};
    arrive.times = {june18};
    arrive.instance = Instance::kFirst;
    ClaimRecord& arrival =
        d.AddClaim("a.arrival", ClaimKind::kEventTime, "18 June 2024");
    arrival.event = d.last_event();
    arrival.time = june18;
    arrival.place = nairobi;
    ClaimRecord& place =
        d.AddClaim("a.place", ClaimKind::kEventPlace, "arrived in Nairobi");
    place.event = d.last_event();
    place.place = nairobi;
    ClaimRecord& headline =
        d.AddClaim("a.headline", ClaimKind::kEventPlace, "Lindt lands");
    headline.place = headline_place;

    d.AddClaim("a.years", ClaimKind::kDuration, "24 years").time = years;
    const uint32_t said = d.AddAttribution(
        "Only 12 people saw it", "the ministry", d.doc().names[ministry].entity,
        AttributionKind::kReported);
    ClaimRecord& people =
        d.AddClaim("a.people", ClaimKind::kQuantity, "Only 12 people");
    people.quantity = d.AddCount("12 people", 12, "person");
    people.attribution = said;
    d.AddClaim("a.voters", ClaimKind::kQuantity, "1.3 million people")
        .quantity = d.AddCount("1.3 million people", 1300000, "person");
    const uint32_t spoken = d.AddAttribution(
        "We will rebuild the bridge by June,", "Ada Lind",
        d.doc().names[ada].entity, AttributionKind::kDirectQuote);
    ClaimRecord& quote = d.AddClaim("a.quote", ClaimKind::kQuotation,
                                    "We will rebuild the bridge by June");
    quote.attribution = spoken;
    quote.quote = d.AddQuote("We will rebuild the bridge by June,", spoken);
    d.AddClaim("a.ada", ClaimKind::kName, "Ada Lind said").name = ada;
    const uint32_t denied =
        d.AddAttribution("it on Wednesday", "He", kNone,
                         AttributionKind::kAnonymous, Stance::kDenies);
    ClaimRecord& right_weekday = d.AddClaim(
        "a.right_weekday", ClaimKind::kEventTime, "Wednesday, 19 June 2024");
    right_weekday.time = wednesday19;
    right_weekday.attribution = denied;
    right_weekday.status = Status::kDenial;
    d.AddClaim("a.wrong_weekday", ClaimKind::kEventTime,
               "Wednesday, 18 June 2024")
        .time = wednesday18;
    d.AddClaim("a.impossible", ClaimKind::kEventTime, "31 June 2024").time =
        june31;
    d.AddClaim("a.untimed", ClaimKind::kEventTime, "was lost").status =
        Status::kNone;

    const auto meet = [&](const std::string& name, absl::string_view words,
                          std::initializer_list<uint32_t> places,
                          uint32_t time) {
      Event& event = d.AddEvent(words, "meet");
      event.agents = {lindt2, otieno};
      for (uint32_t p : places) event.places.push_back(p);
      if (time != kNone) event.times.push_back(time);
      ClaimRecord& claim = d.AddClaim(name, ClaimKind::kEventTime, words);
      claim.event = d.last_event();
      claim.time = time;
      if (!event.places.empty()) claim.place = event.places[0];
    };
    meet("a.early_meeting", "Otieno met", {nairobi2}, june17);
    meet("a.meeting", "met again", {nairobi3}, june20);
    meet("a.berlin", "met in Berlin", {berlin}, kNone);

    d.AddClaim("a.treaty", ClaimKind::kDuration, "24 years later").time = later;
    d.AddClaim("a.eight", ClaimKind::kDuration, "eight years later").time =
        eight;
    d.AddClaim("a.twelve", ClaimKind::kDuration, "twelve years later").time =
        twelve;
    d.AddClaim("a.held", ClaimKind::kDuration, "30 years").time = held;

    const auto count = [&](const std::string& name, absl::string_view words,
                           int64_t value, absl::string_view counted) {
      d.AddClaim(name, ClaimKind::kQuantity, words).quantity =
          d.AddCount(words, value, counted);
    };
    count("a.three", "three ministers", 3, "minister");
    count("a.four", "four ministers", 4, "minister");
    count("a.five", "five ministers", 5, "minister");
    const auto total = [&](const std::string& name, absl::string_view words,
                           int64_t value) {
      count(name, words, value, "person");
      const uint32_t from = d.doc().quantities.back().span.end;
      for (const char* part : {"seven men", "five women"}) {
        const Span span = d.Find(part, from);
        d.AddCount(part, part[0] == 's' ? 7 : 5, "person");
        QuantityMention& mention = d.doc().quantities.back();
        mention.span = span;
        mention.tokens = d.Tokens(span);
        mention.sentence = d.doc().text.sentence_of[mention.tokens.begin];
      }
    };
    total("a.sum", "12 people: ", 12);
    total("a.bad_sum", "20 people", 20);
    for (QuantityMention& q : d.doc().quantities) {
      if (d.doc().text.Text(q.span) == "12 people: ") {
        q.span.end -= 2;
        q.tokens.end -= 1;
      }
    }
    count("a.no_sum", "40 people", 40, "person");

    const auto change = [&](const std::string& name, absl::string_view words,
                            const char* percent, const char* to,
                            absl::string_view unit) {
      const uint32_t from = d.Find(words).begin;
      d.AddClaim(name, ClaimKind::kQuantity, words).quantity =
          d.AddAmount(words, QuantityKind::kPercent, percent, "percent",
                      "percent", ChangeKind::kByUp);
      d.AddAmount("100", QuantityKind::kNumber, "100", unit, "",
                  ChangeKind::kFrom);
      d.AddAmount(to, QuantityKind::kQuantity, to, unit, "", ChangeKind::kTo);
      for (size_t i = d.doc().quantities.size() - 2;
           i < d.doc().quantities.size(); ++i) {
        QuantityMention& q = d.doc().quantities[i];
        q.span = d.Find(d.doc().text.Text(q.span), from);
        q.tokens = d.Tokens(q.span);
        q.sentence = d.doc().text.sentence_of[q.tokens.begin];
      }
    };
    change("a.rise", "rose 40 percent from 100 to 140", "40", "140", "tonne");
    change("a.bad_rise", "rose 40 percent from 100 to 150", "40", "150", "EUR");
    d.AddClaim("a.fall", ClaimKind::kQuantity, "10 percent").quantity =
        d.AddAmount("10 percent", QuantityKind::kPercent, "10", "percent",
                    "percent", ChangeKind::kByDown);
  }

  void FillB() {
    FakeDocument& d = b_;
    d.doc().date = a_.doc().date;
    d.doc().date.day = 19;
    d.doc().publisher = "The Weekly";
    const uint32_t lindt =
        d.AddName("Mara Lindt", NameType::kPerson, "mara lindt");
    const uint32_t nairobi = d.AddName("Nairobi", NameType::kPlace, "nairobi");
    const uint32_t berlin = d.AddName("Berlin", NameType::kPlace, "berlin");
    const uint32_t ada = d.AddName("Ada Lind", NameType::kPerson, "ada lind");
    const uint32_t tor =
        d.AddName("Tor Eikeland", NameType::kPerson, "tor eikeland");
    const uint32_t june19 = d.AddDay("19 June 2024", 2024, 6, 19);
    Event& arrive = d.AddEvent("landed", "arrive");
    arrive.agents = {lindt};
    arrive.places = {nairobi};
    arrive.times = {june19};
    arrive.instance = Instance::kFirst;
    ClaimRecord& arrival =
        d.AddClaim("b.arrival", ClaimKind::kEventTime, "19 June 2024");
    arrival.event = d.last_event();
    arrival.time = june19;
    arrival.place = nairobi;
    Event& visit = d.AddEvent("visit", "visit");
    visit.places = {berlin};
    visit.instance = Instance::kNext;
    ClaimRecord& next =
        d.AddClaim("b.next", ClaimKind::kEventPlace, "next visit is to Berlin");
    next.event = d.last_event();
    next.place = berlin;
    next.status = Status::kPlan;
    d.AddClaim("b.people", ClaimKind::kQuantity, "14 people").quantity =
        d.AddCount("14 people", 14, "person");
    d.AddClaim("b.more", ClaimKind::kQuantity, "10 people").quantity =
        d.AddCount("10 people", 10, "person", HedgeKind::kMoreThan);
    d.AddClaim("b.voters", ClaimKind::kQuantity, "1,284,310 people").quantity =
        d.AddCount("1,284,310 people", 1284310, "voter");
    d.AddClaim("b.price", ClaimKind::kQuantity, "12 euros").quantity =
        d.AddAmount("12 euros", QuantityKind::kMoney, "12", "EUR", "money");
    const auto quote = [&](const std::string& name, absl::string_view words,
                           absl::string_view speaker, uint32_t speaker_name) {
      const uint32_t attribution =
          d.AddAttribution(words, speaker, d.doc().names[speaker_name].entity,
                           AttributionKind::kDirectQuote);
      ClaimRecord& claim = d.AddClaim(name, ClaimKind::kQuotation, words);
      claim.attribution = attribution;
      claim.quote = d.AddQuote(words, attribution);
    };
    d.AddClaim("b.ada", ClaimKind::kName, "Ada Lind said").name = ada;
    d.AddClaim("b.tor", ClaimKind::kName, "Tor Eikeland").name = tor;
    quote("b.reworded", "We will rebuild the old bridge by June,", "Ada Lind",
          ada);
    quote("b.same_words", "We will rebuild the bridge by June,", "Tor Eikeland",
          tor);
    d.AddClaim("b.bare", ClaimKind::kStatement, "It stood");
  }

  FakeDocument a_;
  FakeDocument b_;
  std::unique_ptr<Corpus> corpus_;
};

}  // namespace claimcheck

#endif  // CLAIMCHECK_RULES_ENGINE_CONDITIONS_WORLD_H_
