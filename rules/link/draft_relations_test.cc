#include "gtest/gtest.h"
#include "rules/link/draft_details.h"
#include "rules/link/draft_test_documents.h"

namespace claimcheck {
namespace {

struct Case {
  const char* name;
  const char* draft;
  const char* source;
  const char* words;  // what is pointed at; "": nothing
};

// The words of the draft that depart from the source in one of these ways.
std::string Departing(const Case& c, std::initializer_list<Departure> ways) {
  DraftDocuments documents(c.draft, {c.source});
  for (const Detail& detail : ReadDraftDetails(documents.corpus())) {
    for (const Departure way : ways) {
      const bool open = detail.held == DetailHeld::kPart;
      if (detail.departure == way && (detail.clean || open)) {
        return documents.Words(detail);
      }
    }
  }
  return "";
}

TEST(DraftRelations, RolesExchanged) {
  const Case cases[] = {
      {"object and subject", "Maria Costa interviewed President Silva.",
       "President Silva interviewed Maria Costa for the post, an aide said.",
       "interviewed"},
      {"the same in the passive", "Maria Costa was interviewed by Silva.",
       "President Silva interviewed Maria Costa for the post, an aide said.",
       ""},
      {"a pronoun for who says so", "Northgate Foods bought Harlow Dairies.",
       "Harlow Dairies said on Monday it had bought Northgate Foods.",
       "bought"},
      {"to whom something is given", "The Ministry of Health paid Medix.",
       "Medix paid the Ministry of Health 3 million euros.", "paid"},
      {"a score behind the name", "Brenner defeated Olsen in the final.",
       "Olsen defeated Brenner 6-4, 6-2 in the final on Sunday.", "defeated"},
      {"beat and lose to", "Brenner lost to Olsen in the final.",
       "Olsen defeated Brenner 6-4, 6-2 in the final on Sunday.", ""},
      {"each to the other", "Harald Moen met Ines Vidal.",
       "Ines Vidal met Harald Moen on Sunday.", ""},
      {"told both ways", "Ines Vidal sued Harald Moen.",
       "Harald Moen sued Ines Vidal. Then Ines Vidal sued Harald Moen.", ""},
      {"who did it, to whom it was done",
       "Judge Lomax was sentenced to four years for fraud.",
       "Judge Harriet Lomax, who sentenced the former mayor of Dunmore, Paddy Quill, to "
       "four years for fraud, was threatened.",
       "sentenced"},
      {"to whom it was done as well", "Paddy Quill was sentenced to four years for fraud.",
       "Judge Harriet Lomax, who sentenced the former mayor of Dunmore, Paddy Quill, to "
       "four years for fraud, was threatened.",
       ""},
      {"a role and a name", "Andre Pretorius accused Lucy Mbeki.",
       "Lucy Mbeki accused the haulage company's chairman, Andre Pretorius, of fraud.",
       "accused"},
      {"what one sent another received",
       "Paddy Quill sent threatening letters to Judge Lomax.",
       "Judge Lomax received threatening letters at her home.", ""},
      {"who gave and who got", "Mateus Kiala handed the prize to Ines Cardoso.",
       "The prize was handed by the novelist Ines Cardoso to the poet Mateus Kiala.",
       "handed"},
      {"denied", "Tavira sued Lenz over a patent.",
       "Lenz never sued Tavira over a patent.", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Departing(c, {Departure::kName}), c.words) << c.name;
  }
}

TEST(DraftRelations, Succession) {
  const Case cases[] = {
      {"noun against verb", "Peter Lang succeeded Eva Horn.",
       "Visitors doubled under Eva Horn, unlike under her predecessor, the "
       "late Peter Lang.",
       "succeeded"},
      {"whose successor", "Mina Aziz succeeded Omar Faris.",
       "The president spoke to Mina Aziz, whose successor, Omar Faris, has "
       "been at the ministry since May.",
       "succeeded"},
      {"two nouns", "Tom Bauer is the predecessor of Carla Brandt.",
       "Carla Brandt, Tom Bauer's successor at the bank, raised rates.", ""},
      {"took over", "Linda Marsh took over from Colin Webb.",
       "Colin Webb took over from Linda Marsh as chief executive.", "took"},
      {"after a death", "Tor Lind succeeded Anna Holm.",
       "After Tor Lind's death Anna Holm was elected as party secretary.",
       "succeeded"},
      {"after a resignation", "Tor Lind succeeded Anna Holm as secretary.",
       "After the resignation of Tor Lind, Anna Holm became party secretary.",
       "succeeded"},
      {"the one who came after", "Anna Holm succeeded Tor Lind.",
       "After Tor Lind's death Anna Holm was elected as party secretary.", ""},
      {"somebody else replaced him",
       "Rovers have won six games since replacing Tor Lind.",
       "Emil Frank replaced Tor Lind in goal, and Rovers have won six games.",
       ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Departing(c, {Departure::kName}), c.words) << c.name;
  }
}

TEST(DraftRelations, OfficesAndKin) {
  const Case cases[] = {
      {"another holds it", "Ramon Ortiz is the president of Norland.",
       "President Ramon Ortiz of Sudland flew in to meet the president of "
       "Norland, Ines Vidal, and left.",
       "Ramon Ortiz"},
      {"the one who holds it", "Ines Vidal is the president of Norland.",
       "President Ramon Ortiz of Sudland flew in to meet the president of "
       "Norland, Ines Vidal, and left.",
       ""},
      {"other kin", "Rosa Blum is the sister of Emil Frank.",
       "Rosa Blum, Emil Frank's wife, was at his side.", "sister"},
      {"no longer", "Tor Lind is the ex-husband of Anna Holm.",
       "Anna Holm, wife of the former ambassador Tor Lind, was at his side.",
       "husband"},
      {"no longer, in the source", "Tor Lind is the husband of Anna Holm.",
       "Anna Holm and her former husband, Tor Lind, arrived on Monday.",
       "husband"},
      {"no longer, in both", "Tor Lind is the former husband of Anna Holm.",
       "Tor Lind, the ex-husband of Anna Holm, arrived on Monday.", ""},
      {"a former ambassador is a husband",
       "Tor Lind is the husband of Anna Holm.",
       "Anna Holm, wife of the former ambassador Tor Lind, was at his side.",
       ""},
      {"a sister-in-law is no sister", "Rosa Blum is the wife of Emil Frank.",
       "Rosa Blum, Karl Frank's sister-in-law and wife of Emil Frank, came.",
       ""},
      {"other nationality", "Two German climbers were rescued.",
       "Two Austrian climbers were rescued from the north face on Sunday.",
       "German"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Departing(c, {Departure::kName, Departure::kContrast}), c.words)
        << c.name;
  }
}

TEST(DraftRelations, FromAPlaceAndToIt) {
  const Case cases[] = {
      {"left for", "The Corva left Kilbane on 10 August.",
       "The Corva guarded the coast until departing for Kilbane on 10 August.",
       "left"},
      {"flew from", "Anna Holm flew from Oslo on Monday.",
       "Anna Holm flew to Oslo on Monday.", "flew"},
      {"left for, in both", "The Corva left for Kilbane on 10 August.",
       "The Corva guarded the coast until departing for Kilbane on 10 August.",
       ""},
      {"there and back", "Anna Holm flew from Oslo on Monday.",
       "Anna Holm flew to Oslo on Sunday. Anna Holm flew from Oslo on Monday.",
       ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Departing(c, {Departure::kOpposite}), c.words) << c.name;
  }
}

TEST(DraftRelations, WhoHasMoreThanWhom) {
  const Case exchanged[] = {
      {"an adjective", "Lind is taller than Moen.", "Moen is taller than Lind.",
       "taller"},
      {"an adverb", "Tarn Mills grew faster than Orla Timber last year.",
       "Orla Timber grew faster than Tarn Mills last year.", "faster"},
      {"of a thing", "The harbour has more berths than the marina.",
       "The marina has more berths than the harbour.", "more"},
      {"in so many words", "Tarn Mills is more profitable than Orla Timber.",
       "Orla Timber is more profitable than Tarn Mills.", "more"},
      {"the same", "Lind is taller than Moen.",
       "The coach said Lind was taller than Moen.", ""},
      {"of another thing", "Lind got more votes than Moen.",
       "Moen got more money than Lind.", ""},
      {"less", "Lind got more votes than Moen.", "Moen got fewer votes than Lind.",
       ""},
      {"behind", "Lind finished ahead of Moen.", "Moen finished behind Lind.", ""},
  };
  for (const Case& c : exchanged) {
    EXPECT_EQ(Departing(c, {Departure::kName}), c.words) << c.name;
  }
  const Case opposite[] = {
      {"of the other", "The new bridge is longer than the old one.",
       "The old bridge is shorter than the new one.", ""},
      {"elsewhere", "Sales in Norland were higher than in Sudland.",
       "Sales in Sudland were lower than in Norland.", ""},
      {"of the same", "The new bridge is longer than the old one.",
       "The new bridge is shorter than the old one.", "longer"},
      {"two or a fall", "Sales in Norland doubled.", "Sales in Norland fell.", "doubled"},
      {"three or a fall", "Sales in Norland tripled.", "Sales in Norland fell.", "tripled"},
      {"three or two", "Sales in Norland tripled.", "Sales in Norland doubled.", "tripled"},
      {"three or a rise", "Sales in Norland tripled.", "Sales in Norland rose.", ""},
  };
  for (const Case& c : opposite) {
    EXPECT_EQ(Departing(c, {Departure::kOpposite}), c.words) << c.name;
  }
}

TEST(DraftRelations, WhatNearlyCameToIt) {
  const Case cases[] = {
      {"in the source", "The ferry sank in the storm.",
       "The ferry nearly sank in the storm.", "sank"},
      {"in the draft", "The ferry almost sank in the storm.",
       "The ferry sank in the storm.", "almost sank"},
      {"in both", "The ferry almost sank in the storm.",
       "The ferry nearly sank in the storm, her captain said.", ""},
      {"most of it", "Sales in Norland doubled.",
       "Sales in Norland nearly doubled.", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Departing(c, {Departure::kNegation}), c.words) << c.name;
  }
}

TEST(DraftRelations, WhatIsToldOfSeveralRespectively) {
  const Case cases[] = {
      {"of two persons", "Tor Lind was sentenced to 18 months.",
       "Tor Lind and John Joda were sentenced to 21 months and 18 months, "
       "respectively.",
       "18 months"},
      {"as the source has it", "Tor Lind was sentenced to 21 months.",
       "Tor Lind and John Joda were sentenced to 21 months and 18 months, "
       "respectively.",
       ""},
      {"of two places", "Sales in Norland rose 5 percent.",
       "Sales in Norland and Sudland rose 3 percent and 5 percent, "
       "respectively.",
       "5 percent"},
      {"of three years", "Revenue was $9 million in 2011.",
       "Revenue was $14 million, $12 million and $9 million in 2010, 2011 and "
       "2012, respectively.",
       "2011"},
      {"near others", "Harlow sold 300 cars in 2011.",
       "Harlow sold 200 and 300 cars in 2010 and 2011 respectively, and 400 in "
       "2012.",
       ""},
      {"both", "Tor Lind and John Joda got 21 and 18 months.",
       "Tor Lind and John Joda were sentenced to 21 months and 18 months, "
       "respectively.",
       ""},
      {"who replaced whom", "Emil Frank was replaced by Rosa Blum.",
       "Emil Frank and Karl Moen were replaced by Ines Vidal and Rosa Blum, "
       "respectively.",
       "Rosa Blum"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Departing(c, {Departure::kValue, Departure::kName}), c.words)
        << c.name;
  }
}

TEST(DraftRelations, PlanAgainstFact) {
  const Case cases[] = {
      {"may", "Norland joined the currency union.",
       "Norland may join the currency union next year, officials said.",
       "joined"},
      {"accused", "Leo Marr embezzled two million euros.",
       "Leo Marr is accused of having embezzled two million euros.",
       "embezzled"},
      {"a headline", "Royal family returns home.",
       "A law allowing the royal family to return home is proposed.",
       "returns"},
      {"both open", "Norland may join the currency union.",
       "Norland could join the currency union next year.", ""},
      {"was allowed to", "Wilkins left Milan in May.",
       "Wilkins was allowed to leave Milan in May.", ""},
      {"somebody says so", "A woman says Marr embezzled two million euros.",
       "Leo Marr may have embezzled two million euros.", ""},
      {"done elsewhere", "The council closed the library.",
       "The council proposed closing the library. In June the council closed "
       "the library.",
       ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Departing(c, {Departure::kNegation}), c.words) << c.name;
  }
}

TEST(DraftRelations, DoneAgainstNotDone) {
  const Case cases[] = {
      {"cancelled", "The pope visited Norland.",
       "The pope cancelled his visit to Norland, the Vatican said.",
       "visited"},
      {"no plans", "Kolb will raise its prices.",
       "Kolb has no plans to raise its prices, its chief executive said.",
       "raise"},
      {"will stop is will not", "Kolb will not sell caplets any longer.",
       "Kolb will stop selling caplets and pull bottles from its shops.", ""},
      {"not of the second verb", "A man who could not swim drowned.",
       "A man drowned in the lake on Friday.", ""},
      {"since and last", "Pelle has not scored since May.",
       "Pelle last scored in May, when his club won.", ""},
      {"called off", "The strike was called off.",
       "The union said there would be no strike on Monday.", ""},
      {"wrongly assumed", "The fuel leaked from the lorry.",
       "Investigators wrongly assumed that the fuel had leaked from the lorry.", "leaked"},
      {"rightly assumed", "The fuel leaked from the lorry.",
       "Investigators rightly assumed that the fuel had leaked from the lorry.", ""},
      {"neither", "Emil Lind signed the treaty.",
       "Neither Karl Roe nor Emil Lind signed the treaty.", "signed"},
      {"both", "Emil Lind signed the treaty.",
       "Both Karl Roe and Emil Lind signed the treaty.", ""},
      {"not only", "Kolb sells caplets.",
       "Kolb not only sells caplets but makes them.", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Departing(c, {Departure::kNegation}), c.words) << c.name;
  }
}

TEST(DraftRelations, VerbsThatSayTheOpposite) {
  const Case cases[] = {
      {"of the same two", "Lithex prevents headaches.",
       "Headaches are caused by Lithex in one patient of ten.", "prevents"},
      {"one of them negated", "Smoking is not allowed in the stadium.",
       "Smoking is forbidden in the stadium, the club said.", ""},
      {"of others", "Lithex prevents headaches.",
       "Headaches are caused by Tranil in one patient of ten.", ""},
      {"another order, the same sense",
       "The storm hit the coast before moving to Vietnam.",
       "After battering the coast the storm moved on to Vietnam.", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Departing(c, {Departure::kOpposite, Departure::kNegation}),
              c.words)
        << c.name;
  }
}

TEST(DraftRelations, CountriesOfPeopleAndFirms) {
  const Case cases[] = {
      {"before the name", "Marc Delaunay is a Belgian cyclist.",
       "The French cyclist Marc Delaunay won the stage to Nice.", "Belgian"},
      {"behind it", "The Dutch bank Corva cut 300 jobs.",
       "Corva, a Danish bank, cut 300 jobs, it said on Monday.", "Dutch"},
      {"where somebody comes from", "Ingrid Halvorsen comes from Sweden.",
       "Norwegian skier Ingrid Halvorsen won the 10 kilometres.", "Sweden"},
      {"where a firm has its seat", "Brightwater's headquarters are in Canada.",
       "Chicago-based Brightwater cancelled orders that Air Canada had booked.", "Canada"},
      {"a town of the country", "The American firm Lumex bought a rival.",
       "Lumex, a Chicago-based firm, bought a German rival.", ""},
      {"a part of the country", "British painter Ann Rowe died.",
       "The Scottish painter Ann Rowe died on Friday.", ""},
      {"another part of it", "English painter Ann Rowe died.",
       "The Scottish painter Ann Rowe died on Friday.", "English"},
      {"born there", "Marc Delaunay is a Belgian cyclist.",
       "The French-born cyclist Marc Delaunay won the stage to Nice.", ""},
      {"both are told", "Norwegian coach Lars Holm resigned.",
       "The Danish coach Lars Holm resigned. Holm, who is of Norwegian birth, leaves in May.",
       ""},
      {"of a branch", "Chinese firm Hualong won the order.",
       "The German subsidiary of Hualong, a Chinese firm, won the order.", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Departing(c, {Departure::kName}), c.words) << c.name;
  }
}

TEST(DraftRelations, WhoIsSoughtWasNotCaught) {
  const Case cases[] = {
      {"searching for", "Police arrested Robert Senn.",
       "Police are still searching for Robert Senn, 35, of Corva.", "arrested"},
      {"for another", "Police arrested Robert Senn.",
       "Police are still searching for Emil Frank, a friend of Robert Senn.", ""},
      {"told as well", "Police arrested Robert Senn.",
       "Police searched for Robert Senn for two days. Police arrested Robert Senn on Friday.",
       ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Departing(c, {Departure::kOpposite}), c.words) << c.name;
  }
}

TEST(DraftRelations, PlacesOfShortSentences) {
  const Case cases[] = {
      {"another country", "A gold mine was opened in Norway.",
       "A gold mine was opened in Finland on Monday.", "Norway"},
      {"a decade", "The museum opened in the 1950s.",
       "The museum beside it opened in 1956.", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Departing(c, {Departure::kName, Departure::kValue}), c.words)
        << c.name;
  }
}

}  // namespace
}  // namespace claimcheck
